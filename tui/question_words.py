"""What a question is called in a few words, and what is said of it: how often it is answered, and its answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.words import number, number_of

if TYPE_CHECKING:
    from db.comparing.beside import Asked
    from db.comparing.model import Answer


def called(asked: Asked) -> str:
    """Give what a question is called in messages."""
    return f"“{asked.title}”"


def counts(asked: Asked) -> str:
    """Say how often the question is answered, where and by how many: "9 mentions, 4 documents, 1 origin"."""
    parts = [number_of(asked.figures, "mention")]
    if asked.documents is not None:
        parts.append(number_of(asked.documents, "document"))
    if asked.origins is not None:
        parts.append(number_of(asked.origins, "origin"))
    said = [", ".join(parts)]
    if asked.conflicting:
        said.append(f"{asked.conflicting:,} in conflict")
    if asked.signs:
        said.append(number_of(len(asked.signs) + asked.more_signs, "sign"))
    if not asked.worked_out:
        said.append("changed since it was compared")
    return " · ".join(said)


def answered(answer: Answer) -> str:
    """Say an answer's numbers and its note: "3,800 to 6,000, best 5,000; by phone"."""
    from figures.record import parse_number

    ends = map(parse_number, (answer.low, answer.best, answer.high))
    low, best, high = (None if end is None else number(end) for end in ends)
    if low is not None and high is not None:
        numbers = [low if low == high else f"{low} to {high}"]
    else:
        numbers = [*([f"at least {low}"] if low else []), *([f"at most {high}"] if high else [])]
    if best is not None:
        numbers.append(f"best {best}")
    return "; ".join(part for part in (", ".join(numbers), answer.note) if part)
