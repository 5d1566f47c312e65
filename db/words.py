"""What a reviewer may say, checked and put into words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from db.errors import BadDecision
from db.links import checked_link
from db.model import DISMISSALS, REASONS, VERDICTS
from figures.record import number_text
from seeds.visible import visible

if TYPE_CHECKING:
    from figures.model import Number

#: The longest note, title or quote, in characters, and the longest reviewer name.
NOTE_LIMIT = 10_000
NAME_LIMIT = 100

_VERDICT_CODES = tuple(choice.code for choice in VERDICTS)
_REASONS_OF = {"misreported": REASONS, "dismissed": DISMISSALS}
_LABELS = {choice.code: choice.label for choice in (*REASONS, *DISMISSALS)}
_STANCES = ("supports", "contradicts")
_EVIDENCE_KINDS = ("link", "document", "conversation")
_EVIDENCE_WORDS = {"link": "source link", "document": "document", "conversation": "conversation"}
_ACTION_KINDS = {"verdict": "decide", "adjudication": "decide"}


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


def evidence_payload(
    *,
    kind: str = "link",
    link: str | None = None,
    title: str | None = None,
    quote: str | None = None,
    stance: str = "supports",
    seen_on: str | None = None,
    archived_link: str | None = None,
) -> dict[str, object]:
    """Give what an evidence event holds, or raise BadDecision for a kind, link, stance or date that is not accepted.

    A link needs its address; a document or a conversation needs a title that says which.
    """
    if kind not in _EVIDENCE_KINDS:
        raise BadDecision(f"{kind!r} is no kind of evidence: give one of {', '.join(_EVIDENCE_KINDS)}")
    if stance not in _STANCES:
        raise BadDecision(f"{stance!r} is no stance: give one of {', '.join(_STANCES)}")
    kept_title = _checked_text(title, "title") or None if title else None
    if kind != "link" and kept_title is None:
        raise BadDecision(f"a {kind} as evidence needs a title that says which")
    return {
        "kind": kind,
        "link": checked_link(link or "") if link or kind == "link" else None,
        "title": kept_title,
        "quote": _checked_text(quote, "quote") or None if quote else None,
        "stance": stance,
        "seen_on": _checked_date(seen_on) if seen_on else None,
        "archived_link": checked_link(archived_link) if archived_link else None,
    }


def answer_payload(low: Number | None, best: Number | None, high: Number | None, note: str | None) -> dict[str, object]:
    """Give what an answer event holds, or raise BadDecision where the numbers are not in order."""
    given = [number for number in (low, best, high) if number is not None]
    if given != sorted(given):
        raise BadDecision("the answer's numbers are not in order: give low, best and high from small to large")
    if not given and not note:
        raise BadDecision("the answer is empty: give a number or a note")
    low_text, best_text, high_text = (number_text(number) or None for number in (low, best, high))
    return {"low": low_text, "best": best_text, "high": high_text, "note": checked_note(note) or None if note else None}


def checked_tag(tag: str) -> str:
    """Give a tag as it is stored, or raise BadDecision where it is empty, too long or not one line."""
    return _checked_line(tag, "tag")


def checked_title(title: str) -> str:
    """Give a question's title as it is stored, or raise BadDecision where it is empty, too long or not one line."""
    return _checked_line(title, "title")


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


def action_kind(kind: str) -> str:
    """Give the kind of an action by that of its first event."""
    return _ACTION_KINDS.get(kind, kind)


def action_label(kind: str, payload: Mapping[str, object], count: int) -> str:
    """Say an action over so many figures in words, by its first event."""
    if kind in ("verdict", "adjudication"):
        reason = payload.get("reason")
        said = decided_label(str(payload["verdict"]), None if reason is None else str(reason), count)
        return said if kind == "verdict" else f"adjudicated: {said}"
    if kind == "note":
        what = "note"
    elif kind == "evidence":
        what = _EVIDENCE_WORDS[str(payload.get("kind", "link"))]
    elif kind == "correction":
        what = "correction"
    elif kind == "figure":
        what = "missed figure added"
        count = 0
    else:
        what = event_label(kind, payload)
    return f"{what} on {count} {'figure' if count == 1 else 'figures'}" if count else what


def event_label(kind: str, payload: Mapping[str, object]) -> str:
    """Say an event in words, for a history; a damaged one must not hide the others."""
    say = EVENT_WORDS.get(kind)
    try:
        return kind if say is None else say(payload)
    except (LookupError, TypeError):
        return f"{kind}, which cannot be understood"


def _said_verdict(payload: Mapping[str, object]) -> str:
    reason = payload.get("reason")
    return f"{payload['verdict']}" + (f": {reason_label(str(reason))}" if reason else "")


def _said_answer(payload: Mapping[str, object]) -> str:
    parts = [f"{name} {payload[name]}" for name in ("low", "best", "high") if payload[name] is not None]
    return ", ".join(["answer", *parts, *([str(payload["note"])] if payload["note"] else [])])


def _said_correction(payload: Mapping[str, object]) -> str:
    field = str(payload["field"]).replace("_", " ")
    if payload.get("withdrawn"):
        return f"{field} as extracted again"
    return f"{field} corrected: {'none' if payload['value'] is None else payload['value']}"


def _said_figure(payload: Mapping[str, object]) -> str:
    figure = payload["figure"]
    return f"missed figure added: {figure['text']}" if isinstance(figure, Mapping) else "missed figure added"


#: How each kind of event is said.
EVENT_WORDS: dict[str, Callable[[Mapping[str, object]], str]] = {
    "verdict": _said_verdict,
    "adjudication": lambda payload: f"adjudicated: {_said_verdict(payload)}",
    "note": lambda payload: f"note: {payload['note']}" if payload["note"] else "note removed",
    "evidence": lambda payload: f"evidence {payload['stance']}: {payload['link'] or payload['title']}",
    "tag": lambda payload: f"{'tagged' if payload['on'] else 'no longer tagged'} {payload['tag']}",
    "join": lambda payload: f"joined: {payload['title']}" if payload.get("title") else "joined to a question",
    "split": lambda _: "split off a question",
    "rename": lambda payload: f"question renamed: {payload['title']}",
    "confirm": lambda _: "question confirmed",
    "answer": _said_answer,
    "correction": _said_correction,
    "figure": _said_figure,
    "undo": lambda payload: f"undone: {payload['label']}",
    "redo": lambda payload: f"redone: {payload['label']}",
}


def _checked_line(text: str, what: str) -> str:
    kept = _checked_text(text, what)
    if not kept:
        raise BadDecision(f"the {what} is empty")
    if len(kept) > NAME_LIMIT or visible(kept) != kept:
        raise BadDecision(f"the {what} is not one line of at most {NAME_LIMIT} characters that can be seen")
    return kept


def _checked_date(date: str) -> str:
    from datetime import date as day

    try:
        return day.fromisoformat(date).isoformat()
    except ValueError:
        raise BadDecision(f"{date!r} is no date: give it as 2025-06-18") from None


def _checked_text(text: str, what: str) -> str:
    from seeds.document import stored_text

    kept = stored_text(text).strip()
    if len(kept) > NOTE_LIMIT:
        raise BadDecision(f"the {what} is too long ({len(kept)} characters, at most {NOTE_LIMIT})")
    return kept
