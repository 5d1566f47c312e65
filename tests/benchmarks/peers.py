"""quantulum3, the nearest published library, put to the same tests by sentence, as its speed demands."""

import logging
import re
import warnings
from collections.abc import Iterator
from functools import cache
from typing import Any

Record = dict[str, Any]

_SENTENCE = re.compile(r"[^\n]+?(?:[.!?][\"”’')]*(?=\s)|(?=\n)|\Z)")
_KINDS = {"dimensionless": "count", "currency": "money", "percentage": "percent", "time": "duration"}


@cache
def _parser() -> Any:
    # It sets up logging and warns of a classifier that is not installed; neither is wanted among the results.
    logging.getLogger().addHandler(logging.NullHandler())
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from quantulum3 import classifier, parser

    classifier.USE_CLF = False
    return parser


def parse(sentence: str) -> list[Any]:
    """Give what quantulum3 finds in a sentence; nothing where it raises."""
    try:
        return list(_parser().parse(sentence))
    except Exception:
        return []


def sentences(text: str) -> Iterator[tuple[int, str]]:
    """Give the sentences of a text with their offsets."""
    for match in _SENTENCE.finditer(text):
        if match.group().strip():
            yield match.start(), match.group()


def _ends(quantity: Any) -> tuple[float, float]:
    spread = quantity.uncertainty or 0
    return quantity.value - spread, quantity.value + spread


def quantities(text: str) -> list[Record]:
    """Read a sentence for NewsQuant's scorer."""
    found: list[Record] = []
    for quantity in parse(text):
        low, high = _ends(quantity)
        unit = None if quantity.unit.name == "dimensionless" else quantity.unit.name
        number = {"value": low} if low == high else {"low": low, "high": high}
        found.append({**number, "unit": unit, "bound": "exact"})
    return found


def figure_records(text: str, doc: str) -> list[Record]:
    """Read an article for the scorer of figures: every quantity counts as checkable."""
    found: list[Record] = []
    for offset, sentence in sentences(text):
        for quantity in parse(sentence):
            low, high = _ends(quantity)
            kind = _KINDS.get(quantity.unit.entity.name, "measurement")
            unit = None if kind == "count" else quantity.unit.name
            start, end = (offset + place for place in quantity.span)
            found.append(
                {"doc": doc, "start": start, "end": end, "text": text[start:end], "low": low, "high": high,
                 "bound": "exact" if low == high else "range", "kind": kind, "unit": unit, "noun": None,
                 "attribution": None, "as_of": None, "checkable": True}
            )  # fmt: skip
    return found
