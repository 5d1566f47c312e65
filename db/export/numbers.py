"""The exact numbers of the table, told from what another program may have left in their place."""

import re
from functools import lru_cache

from figures.record import json_number, parse_number

_NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")


def is_number(text: str) -> bool:
    """Tell whether a text is a number as the review keeps it: digits with or without a fraction and a minus."""
    return _NUMBER.fullmatch(text) is not None


@lru_cache(maxsize=4096)
def number_value(text: str) -> int | float | str | None:
    """Give an exact number as JSON and spreadsheets have it; what is none stays the text that it is."""
    return json_number(parse_number(text)) if is_number(text) else text
