"""What a reviewer may say, checked and put into words."""

from collections.abc import Mapping

from db.errors import BadDecision
from db.links import checked_link
from db.model import DISMISSALS, REASONS, VERDICTS
from seeds.document import stored_text
from seeds.visible import visible

#: The longest note, title or quote, in characters, and the longest reviewer name.
NOTE_LIMIT = 10_000
NAME_LIMIT = 100

_VERDICT_CODES = tuple(choice.code for choice in VERDICTS)
_REASONS_OF = {"misreported": REASONS, "dismissed": DISMISSALS}
_LABELS = {choice.code: choice.label for choice in (*REASONS, *DISMISSALS)}
_STANCES = ("supports", "contradicts")


def check_verdict(verdict: str, reason: str | None) -> None:
    """Raise BadDecision unless this verdict exists and may have this reason."""
    if verdict not in _VERDICT_CODES:
        raise BadDecision(f"{verdict!r} is no verdict: give one of {', '.join(_VERDICT_CODES)}")
    codes = [choice.code for choice in _REASONS_OF.get(verdict, ())]
    if verdict == "misreported" and reason is None:
        raise BadDecision(f"misreported needs a reason: {', '.join(codes)}")
    if reason is None:
        return
    if not codes:
        raise BadDecision(f"{verdict} takes no reason: say it in the note")
    if reason not in codes:
        raise BadDecision(f"{reason!r} is no reason for {verdict}: give one of {', '.join(codes)}")


def checked_note(note: str) -> str:
    """Give a note as it is stored, or raise BadDecision where it is too long."""
    return _checked_text(note, "note")


def link_payload(
    link: str, *, title: str | None = None, quote: str | None = None, stance: str = "supports"
) -> dict[str, object]:
    """Give what an evidence event holds, or raise BadDecision for a link or stance that is not accepted."""
    if stance not in _STANCES:
        raise BadDecision(f"{stance!r} is no stance: give one of {', '.join(_STANCES)}")
    return {
        "link": checked_link(link),
        "title": _checked_text(title, "title") or None if title else None,
        "quote": _checked_text(quote, "quote") or None if quote else None,
        "stance": stance,
    }


def reviewer_name(name: str) -> str:
    """Give a reviewer's name as it is stored, or raise BadDecision where it is empty, too long or not one line."""
    name = name.strip()
    if not name:
        raise BadDecision("the reviewer has no name: give one with --reviewer or in FIGCHECK_REVIEWER")
    if len(name) > NAME_LIMIT:
        raise BadDecision(f"the reviewer's name is too long (at most {NAME_LIMIT} characters)")
    if visible(name) != name:
        raise BadDecision(f"the reviewer's name {visible(name)!r} holds characters that cannot be seen")
    return name


def reason_label(code: str) -> str:
    """Give a reason in words; a code that is not known stands for itself."""
    return _LABELS.get(code, code)


def decided_label(verdict: str, reason: str | None, count: int) -> str:
    """Say a decision over so many figures in words: "misreported (bound lost) 3 figures"."""
    what = "back to unreviewed" if verdict == "unreviewed" else verdict
    why = f" ({reason_label(reason)})" if reason else ""
    return f"{what}{why} {count} {'figure' if count == 1 else 'figures'}"


def event_label(kind: str, payload: Mapping[str, object]) -> str:
    """Say an event in words, for a history; kinds that a later figcheck writes stand for themselves."""
    if kind == "verdict":
        reason = payload.get("reason")
        return f"{payload['verdict']}" + (f": {reason_label(str(reason))}" if reason else "")
    if kind == "note":
        return f"note: {payload['note']}" if payload["note"] else "note removed"
    if kind == "evidence":
        return f"evidence {payload['stance']}: {payload['link']}"
    if kind in ("undo", "redo"):
        return f"{'undone' if kind == 'undo' else 'redone'}: {payload['label']}"
    return kind


def _checked_text(text: str, what: str) -> str:
    kept = stored_text(text).strip()
    if len(kept) > NOTE_LIMIT:
        raise BadDecision(f"the {what} is too long ({len(kept)} characters, at most {NOTE_LIMIT})")
    return kept
