"""The lines of a long text, worked out only where they are looked at."""

from array import array
from bisect import bisect_right
from itertools import accumulate

from tui.wrap import Lines, wrap

#: A text is wrapped by blocks of this many characters or, up to twice as many, to the next end of a line.
BLOCK = 8192

#: A line that ends with its paragraph is filled by half on average.
_LAST_LINE = 0.5


class Folding:
    """A text in lines of at most `width` cells; how many lines a block has is estimated until it is wrapped.

    So the number of a line, and the number of lines, change while blocks are wrapped; `settle` does that, and `span`
    and `line_of` where they must.
    """

    def __init__(self, text: str, width: int, block: int = BLOCK) -> None:
        self._text, self.width = text, width
        self._cuts = _cuts(text, block)
        self._heights = array("q", (self._estimate(block) for block in range(len(self._cuts) - 1)))
        self._tops = array("q", accumulate(self._heights, initial=0))
        self._wrapped: dict[int, Lines] = {}

    def __len__(self) -> int:
        return self._tops[-1]

    @property
    def wrapped(self) -> int:
        """How many characters have been wrapped."""
        return sum(self._cuts[block + 1] - self._cuts[block] for block in self._wrapped)

    def settle(self, top: int, height: int) -> int:
        """Wrap what stands on `height` lines from `top` on, and as much before and behind it.

        Gives the number that the line `top` has after that; a line of which only the place was estimated, one near it.
        """
        top = max(0, min(top, len(self) - 1))
        block = self._block_at(top)
        inside = top - self._tops[block]
        if block not in self._wrapped:
            share = inside / self._heights[block]
            inside = int(share * len(self._lines(block)))
        above, first = height - inside, block
        while above > 0 and first > 0:
            first -= 1
            above -= len(self._lines(first))
        below, last = 2 * height + inside - self._heights[block], block
        while below > 0 and last + 1 < len(self._heights):
            last += 1
            below -= len(self._lines(last))
        return self._tops[block] + inside

    def span(self, line: int) -> tuple[int, int]:
        """Give where a line starts and ends in the text, without the white space it was broken at."""
        block = self._block_at(line)
        lines = self._lines(block)
        inside = min(line - self._tops[block], len(lines) - 1)
        return lines.starts[inside], lines.ends[inside]

    def line_of(self, offset: int) -> int:
        """Give the line that holds a code point of the text."""
        block = max(0, min(bisect_right(self._cuts, offset) - 1, len(self._heights) - 1))
        inside = self._lines(block).line_of(offset)
        return self._tops[block] + inside

    def _block_at(self, line: int) -> int:
        return max(0, min(bisect_right(self._tops, line) - 1, len(self._heights) - 1))

    def _lines(self, block: int) -> Lines:
        lines = self._wrapped.get(block)
        if lines is None:
            start, stop = self._cuts[block], self._cuts[block + 1]
            broken = block + 2 < len(self._cuts) and self._text[stop - 1] in "\n "
            lines = self._wrapped[block] = wrap(self._text, self.width, start, stop - broken)
            if self._heights[block] != len(lines):
                self._heights[block] = len(lines)
                self._tops = array("q", accumulate(self._heights, initial=0))
        return lines

    def _estimate(self, block: int) -> int:
        start, stop = self._cuts[block], self._cuts[block + 1]
        return max(1, int((stop - start) / self.width + _LAST_LINE * self._text.count("\n", start, stop)))


def _cuts(text: str, block: int) -> "array[int]":
    """Give the offsets between which blocks lie, from 0 to the end of the text."""
    cuts, length = array("q", (0,)), len(text)
    while length - cuts[-1] > 2 * block:
        least, most = cuts[-1] + block, cuts[-1] + 2 * block
        feed = text.find("\n", least, most)
        space = text.rfind(" ", least, most) if feed < 0 else -1
        cuts.append(feed + 1 if feed >= 0 else space + 1 if space >= 0 else most)
    cuts.append(length)
    return cuts
