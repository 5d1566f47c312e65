"""Wrapping of an article by cells, linear in its length whatever it holds."""

import re
from array import array
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache
from itertools import accumulate

from tui.cells import TAB, width_of

#: No line holds more characters than this many a cell: marks that take no cell could pile up without end.
_CROWD = 4

#: A character that may take other than one cell once it is visible. Latin, Greek, Cyrillic, the usual punctuation,
#: currency signs and what is shown as a sign of its own take one.
_ODD = re.compile(
    "[^\x00-\x08\x0a-\u02ff\u0370-\u0482\u048a-\u0556\u1e00-\u1fff\u200b-\u2027\u202a-\u205e\u20a0-\u20bf\ufeff\ufffd]"
)


@dataclass(frozen=True, slots=True)
class Lines:
    """The lines of a wrapped text: line i is text[starts[i]:ends[i]], without the white space it was broken at."""

    starts: "array[int]"
    ends: "array[int]"

    def __len__(self) -> int:
        return len(self.starts)

    def line_of(self, offset: int) -> int:
        """Give the line that holds a code point of the text."""
        return max(0, bisect_right(self.starts, offset) - 1)


def wrap(text: str, width: int, start: int = 0, stop: int | None = None) -> Lines:
    """Wrap text[start:stop] into lines of at most `width` cells, at spaces where there are any.

    Line feeds always break. The lines are given by offsets into the whole text.
    """
    width = max(2, width)
    stop = len(text) if stop is None else stop
    lines = Lines(array("q"), array("q"))
    all_plain = _ODD.search(text, start, stop) is None
    while start <= stop:
        end = text.find("\n", start, stop)
        end = stop if end < 0 else end
        if end - start <= width and (all_plain or _ODD.search(text, start, end) is None):
            lines.starts.append(start)
            lines.ends.append(end)
        elif all_plain or _ODD.search(text, start, end) is None:
            _wrap_plain(text, start, end, width, lines)
        else:
            _wrap_by_cells(text, start, end, width, lines)
        start = end + 1
    return lines


def _wrap_plain(text: str, start: int, end: int, width: int, lines: Lines) -> None:
    """Wrap one paragraph in which every character takes one cell."""
    while end - start > width:
        space = text.rfind(" ", start, start + width + 1)
        stop = space if space > start else start + width
        lines.starts.append(start)
        lines.ends.append(stop)
        start = stop + 1 if space > start else stop
    lines.starts.append(start)
    lines.ends.append(end)


def _wrap_by_cells(text: str, start: int, end: int, width: int, lines: Lines) -> None:
    """Wrap one paragraph of characters of any width; marks without a cell stay with the character before them."""
    sizes = text[start:end].translate(_sizes()).encode("latin-1")
    before = array("q", accumulate(sizes, initial=0))
    line = 0
    while True:
        fitting = bisect_right(before, before[line] + width) - 1
        stop = max(line + 1, min(fitting, line + width * _CROWD))
        if stop >= len(sizes):
            break
        space = stop if text[start + stop] == " " else text.rfind(" ", start + line + 1, start + stop) - start
        lines.starts.append(start + line)
        lines.ends.append(start + (space if space > line else stop))
        line = space + 1 if space > line else stop
    lines.starts.append(start + line)
    lines.ends.append(end)


class _Sizes(dict[int, str]):
    """For str.translate: a character by the one whose code is the number of its cells."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        size = self[code] = chr(TAB if character == "\t" else width_of(character))
        return size


@cache
def _sizes() -> _Sizes:
    return _Sizes()
