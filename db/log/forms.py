"""What an entry of the log looks like, and how one that was changed since it was written is told."""

import hashlib
import json
import re
from collections.abc import Callable, Mapping
from typing import Any, get_args

from db.errors import BadDecision
from db.links import checked_link
from db.model import DISMISSALS, REASONS, VERDICTS
from db.values import FIELDS
from figures.model import Bound, Figure
from figures.record import parse_number

#: How many hex digits of the sha256 are kept of an entry: 128 bits.
DIGEST_LENGTH = 32

_UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
#: UTC to the microsecond, from 1000 to 8999: a time after it can still be written.
TIME = re.compile(
    r"[1-8][0-9]{3}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]\.[0-9]{6}Z"
)
_FIGURE, _DOCUMENT = re.compile(r"[0-9a-f]{12}"), re.compile(r"[0-9a-f]{64}")

_VERDICTS = {choice.code for choice in VERDICTS}
_REASONS = {choice.code for choice in (*REASONS, *DISMISSALS)}
_BOUNDS: tuple[str, ...] = get_args(Bound)

Payload = Mapping[str, Any]


def digest(uid: str, action_uid: str, reviewer: str, at: str, kind: str, subject: str, payload: str) -> str:
    """Give what is kept of an entry to tell whether it was changed: of everything that it says in any copy."""
    whole = "\0".join((uid, action_uid, reviewer, at, kind, subject, payload))
    return hashlib.sha256(whole.encode("utf-8", "surrogatepass")).hexdigest()[:DIGEST_LENGTH]


def well_formed(
    uid: object, action_uid: object, at: object, kind: object, subject: object, payload: object
) -> str | None:
    """Tell what is wrong with an entry as it lies in a file, in a few words; None where nothing is."""
    fields = (uid, action_uid, at, kind, subject, payload)
    texts = [field for field in fields if isinstance(field, str)]
    if len(texts) < len(fields):
        return "it holds what is no text"
    uid_text, action, time, what, about, said = texts
    if not (_UUID.fullmatch(uid_text) and _UUID.fullmatch(action)):
        return "its id is none"
    if not TIME.fullmatch(time):
        return "its time is none"
    check = _CHECKS.get(what)
    if check is None:
        return "its kind is not known"
    if not any(pattern.fullmatch(about) for pattern in _SUBJECTS.get(what, (_FIGURE,))):
        return "what it is about is not known"
    try:
        values = json.loads(said)
        fits = isinstance(values, dict) and check(values)
    except (LookupError, ValueError, TypeError, ArithmeticError, RecursionError, BadDecision):
        fits = False
    return None if fits else f"what it says is no {what}"


def _is_verdict(values: Payload) -> bool:
    reason = values["reason"]
    return values["verdict"] in _VERDICTS and (reason is None or reason in _REASONS)


def _is_note(values: Payload) -> bool:
    return isinstance(values["note"], str)


def _is_evidence(values: Payload) -> bool:
    kind = values.get("kind", "link")
    named = values.get("link") if kind == "link" else values.get("title")
    links = [link for link in (values.get("link"), values.get("archived_link")) if link is not None]
    texts = [values.get(name) for name in ("title", "quote", "seen_on")]
    return (
        kind in ("link", "document", "conversation")
        and bool(named)
        and all(checked_link(link) for link in links)
        and values["stance"] in ("supports", "contradicts")
        and all(text is None or isinstance(text, str) for text in texts)
    )


def _is_tag(values: Payload) -> bool:
    return isinstance(values["tag"], str) and bool(values["tag"]) and isinstance(values["on"], bool)


def _is_correction(values: Payload) -> bool:
    if values["field"] not in FIELDS:
        return False
    if values.get("withdrawn"):
        return True
    value = values["value"]
    if value is not None and values["field"] in ("low", "high"):
        return parse_number(value) is not None
    return value is None or (isinstance(value, str) and (values["field"] != "bound" or value in _BOUNDS))


def _is_figure(values: Payload) -> bool:
    figure = values["figure"]
    numbers = [parse_number(figure[name]) for name in ("low", "high") if figure[name] is not None]
    return (
        _DOCUMENT.fullmatch(values["document"]) is not None
        and set(Figure.__slots__) <= set(figure)
        and figure["bound"] in _BOUNDS
        and None not in numbers
        and 0 <= figure["start"] < figure["end"]
        and isinstance(figure["text"], str)
    )


def _is_membership(values: Payload) -> bool:
    title = values.get("title")
    return _UUID.fullmatch(values["question"]) is not None and (title is None or isinstance(title, str))


def _is_answer(values: Payload) -> bool:
    numbers = [values[name] for name in ("low", "best", "high")]
    return all(number is None or parse_number(number) is not None for number in numbers) and (
        values["note"] is None or isinstance(values["note"], str)
    )


def _is_reversal(values: Payload) -> bool:
    return _UUID.fullmatch(values["action"]) is not None and isinstance(values["label"], str)


_CHECKS: Mapping[str, Callable[[Payload], bool]] = {
    "verdict": _is_verdict,
    "adjudication": _is_verdict,
    "note": _is_note,
    "evidence": _is_evidence,
    "tag": _is_tag,
    "correction": _is_correction,
    "figure": _is_figure,
    "join": _is_membership,
    "split": _is_membership,
    "rename": lambda values: isinstance(values["title"], str),
    "confirm": lambda values: True,
    "answer": _is_answer,
    "undo": _is_reversal,
    "redo": _is_reversal,
}
#: What an entry is about, where that is not simply a figure.
_SUBJECTS: Mapping[str, tuple[re.Pattern[str], ...]] = {
    **dict.fromkeys(("rename", "confirm", "answer"), (_UUID,)),
    **dict.fromkeys(("undo", "redo"), (_FIGURE, _UUID)),
}
