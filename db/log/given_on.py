"""The number that a verdict was given on, kept in its entry: it counts for no other number.

Two copies of a review can come to have different numbers under one id, where their extractors read differently.
"""

import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from db.log.standing import Standing

#: Kinds of entries that are about one number, and hold it as `of` in their payload.
KINDS = ("verdict", "adjudication", "correction")

_NUMBER = ("low", "high", "bound", "unit", "text")
_SELECT = f"SELECT id, {', '.join(_NUMBER)} FROM figures WHERE id IN (SELECT value FROM json_each(?))"

#: Low, high, bound, unit and text of a figure, as extracted or added; numbers as exact text.
Number = Mapping[str, str | None]


def numbers(connection: sqlite3.Connection, row_ids: Iterable[int]) -> dict[int, Number]:
    """Give the numbers that figures are, by row id."""
    found = connection.execute(_SELECT, (json.dumps(list(row_ids)),))
    return {row_id: dict(zip(_NUMBER, values, strict=True)) for row_id, *values in found}


def is_same(one: Number, other: Number) -> bool:
    """Tell whether two are one number; how it is written counts only where it has no value, as a date has none."""
    if any(one.get(name) != other.get(name) for name in ("low", "high", "bound", "unit")):
        return False
    has_value = one.get("low") is not None or one.get("high") is not None
    return has_value or _letters(one.get("text")) == _letters(other.get("text"))


def counting(connection: sqlite3.Connection, events: Mapping[int, Sequence[Standing]]) -> dict[int, list[Standing]]:
    """Give the events about each figure but for those about another number; one that tells no number counts."""
    telling = [row_id for row_id, said in events.items() if any("of" in event.values for event in said)]
    known = numbers(connection, telling) if telling else {}
    return {
        row_id: [event for event in said if row_id not in known or _fits(event.values, known[row_id])]
        for row_id, said in events.items()
    }


def _fits(payload: Mapping[str, Any], number: Number) -> bool:
    of = given_on(payload)
    return of is None or is_same(of, number)


def given_on(payload: Mapping[str, Any]) -> Number | None:
    """Give the number that an entry is about, if it tells."""
    of = payload.get("of")
    return of if isinstance(of, Mapping) else None


def _letters(text: str | None) -> str:
    return "".join(sign for sign in (text or "").casefold() if sign.isalnum())
