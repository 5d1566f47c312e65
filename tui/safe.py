"""The one way by which foreign text (articles, titles, links, notes, names) reaches the screen."""

import re

from rich.segment import Segment
from textual.color import Color
from textual.content import Content
from textual.filter import LineFilter

from seeds.visible import visible

#: Titles, names and notes are cut after so many characters on screen; links never are.
LONGEST = 2000

#: What a terminal acts on: C0, DEL, C1, bidi controls and unpaired surrogates.
_ACTING = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def foreign(text: str, style: str = "") -> Content:
    """Give foreign text as Content: no markup is read, and what would act or hide is one visible cell each.

    The length in code points stays the same, so spans computed on the text fit the Content.
    """
    return Content.styled(visible(text), style) if style else Content(visible(text))


def one_line(text: str, style: str = "") -> Content:
    """Give foreign text as Content on one line: runs of white space become one space, and no title is a book."""
    line = " ".join(text.split())
    return foreign(line if len(line) <= LONGEST else line[:LONGEST] + "…", style)


class Backstop(LineFilter):
    """The last gate before the terminal: whatever slipped past `foreign` is shown, not obeyed.

    Control sequences that Textual itself writes are not segments with text, so none is touched.
    """

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """Give the segments with every acting character replaced by a visible one."""
        if not any(_ACTING.search(segment.text) for segment in segments):
            return segments
        return [Segment(visible(text), style, control) for text, style, control in segments]
