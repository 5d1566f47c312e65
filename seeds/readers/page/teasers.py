"""Other stories on a page: the headlines, summaries and dates of its lists."""

from __future__ import annotations

from collections.abc import Sequence

from seeds.dates import Clock, clock_of, day_before
from seeds.document import Item
from seeds.readers import metadata
from seeds.readers.compose import Piece
from seeds.readers.page.blocks import Block
from seeds.readers.page.regions import prose
from seeds.readers.page.words import HEADINGS
from seeds.titles import same_title

#: A title has so many words, and at most so many characters.
_TITLE_WORDS, _LONGEST_TITLE = 4, 250
#: A longer link that ends in a full stop is a summary.
_LONGEST_STOPPED = 60


class Teasers:
    """The other stories of a page while they are being found, numbered from 1."""

    def __init__(self) -> None:
        self._titles: list[str | None] = []
        self._clocks: dict[int, Clock] = {}

    def items(self, base: str | None) -> list[Item]:
        """Give the stories, with "2 days ago" counted from the ISO day or timestamp `base`."""
        days = (
            clock.day or day_before(base, clock.hours) if (clock := self._clocks.get(number)) else None
            for number in range(1, len(self._titles) + 1)
        )
        return [Item(number, *one) for number, one in enumerate(zip(self._titles, days, strict=True), 1)]

    def pieces(self, blocks: Sequence[Block]) -> list[Piece]:
        """Label the blocks of one list of other stories."""
        made: list[Piece] = []
        current = 0
        for block in blocks:
            clock = clock_of(block.text) if len(block.text) < 100 and not prose(block) else None
            if clock and current:
                self._clocks.setdefault(current, clock)
            if is_title(block) and clock is None:
                title = block.link if block.links > 0.6 else " ".join(block.text.split())
                if not current or not same_title(self._titles[current - 1] or "", title):
                    current = self._open(title)
                made.append(Piece(block.text, "teaser", story=current))
            elif prose(block):
                current = current or self._open(None)
                made.append(Piece(block.text, "teaser", story=current))
            else:
                made.append(Piece(block.text, "boilerplate", story=current))
            if current and (day := metadata.day(block.day)):
                self._clocks.setdefault(current, Clock(day))
        return made

    def _open(self, title: str | None) -> int:
        self._titles.append(title and metadata.tidy_title(title))
        return len(self._titles)


def is_title(block: Block) -> bool:
    """Tell whether a block is the title of another story: a heading, or a link that is no sentence, of a few words."""
    if block.tag not in HEADINGS and (
        block.links <= 0.6 or (len(block.text) > _LONGEST_STOPPED and block.text[-1] == ".")
    ):
        return False
    return block.text.count(" ") + 1 >= _TITLE_WORDS and len(block.text) <= _LONGEST_TITLE


def is_list(blocks: Sequence[Block]) -> bool:
    """Tell whether blocks that nothing else is known of are a list of other stories."""
    return sum(map(is_title, blocks)) > 1
