"""Text measured in terminal cells: CJK and emoji take two, combining marks none."""

from functools import lru_cache

from rich.cells import cell_len, get_character_cell_size

from seeds.visible import visible

ELLIPSIS = "…"

#: How many cells a tab takes in an article.
TAB = 4


@lru_cache(4096)
def width_of(character: str) -> int:
    """Give how many cells one character takes once it is made visible."""
    return get_character_cell_size(visible(character))


def fit(text: str, width: int, *, right: bool = False) -> str:
    """Give foreign text on one line of exactly `width` cells: made visible, cut with …, padded (left with `right`)."""
    if width <= 0:
        return ""
    shown = visible(" ".join(text[: 4 * width].split()))
    length = cell_len(shown)
    if length > width:
        shown = _cut(shown, width - 1) + ELLIPSIS
        length = cell_len(shown)
    padding = " " * (width - length)
    return padding + shown if right else shown + padding


def _cut(text: str, width: int) -> str:
    used = 0
    for index, character in enumerate(text):
        used += width_of(character)
        if used > width:
            return text[:index]
    return text
