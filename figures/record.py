"""Figures as records: the JSON object of one figure, and its numbers as exact text."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from figures.model import Figure, Number

_FIELDS = (
    *("item", "zone", "start", "end", "text", "low", "high", "bound", "approximate", "kind", "unit", "iso"),
    *("noun", "predicate", "place", "modifier", "increment", "vague", "attribution", "hedge"),
    *("as_of", "as_of_start", "as_of_end", "sentence_start", "sentence_end", "checkable", "why_not"),
    *("prefix", "suffix"),
)


def number_text(number: Number | None) -> str:
    """Give a number as the shortest exact decimal, without exponent ("6000", "16.5"); "" for None."""
    if number is None:
        return ""
    if isinstance(number, int):
        return str(number)
    # Not Decimal.normalize(): that rounds to the precision of the context.
    text = format(number, "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


def parse_number(text: str | None) -> Number | None:
    """Give the number that number_text wrote: an int, or a Decimal where there is a fraction; None for "" or None."""
    if not text:
        return None
    return Decimal(text) if "." in text else int(text)


def figure_record(figure: Figure, doc: str) -> dict[str, object]:
    """Give the JSON object of a figure of the document `doc`: its fields in their order, numbers as int or float."""
    record: dict[str, object] = {"doc": doc}
    # Field by field: dataclasses.asdict copies deeply and takes ten times as long.
    record |= {name: getattr(figure, name) for name in _FIELDS}
    record["low"] = json_number(figure.low)
    record["high"] = json_number(figure.high)
    return record


def json_number(number: Number | None) -> int | float | None:
    """Give a number as JSON has it: an int where it is whole, else a float."""
    if number is None or isinstance(number, int):
        return number
    return int(number) if number == number.to_integral_value() else float(number)
