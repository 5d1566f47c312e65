"""Texts made to hurt whoever opens a table, and reviews and tables that are full of them."""

import sqlite3
from collections.abc import Iterator, Sequence
from pathlib import Path

from db import Review, open_review
from db.export import Export, Table
from db.export.columns import NAMES
from db.verdict_table import Line
from tests.factories import make_document, make_figure

HOSTILE = [
    '=HYPERLINK("https://evil.example","click")',
    "+1+1",
    "-2+3",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "\n=1",
    "  =1",
    "\u00a0=1",
    "＝1",
    "＋1",
    "－1",
    "＠cmd",
    "'=1",
    "a|b",
    "a\\|b",
    "two\nlines\r\nand more",
    "tab\tand \x0b and \x0c",
    "\x00NUL\x00",
    "\x1b]52;c;aGk=\x07",
    "\x9b2J",
    "\u202eoof \u2066x\u2069 עברית \u200f!",
    "zero\u200bwidth \ufeff",
    "line\u2028and\u2029paragraph\x85",
    "<script>alert(1)</script>",
    "</script><!-- ]]> -->",
    "<r><t>rich</t></r>",
    "<r>a & b</r>",
    "_x0041_ _x000D_ _x005F_",
    "[click](javascript:alert(1))",
    "![x](https://evil.example/x.png)",
    "data:text/html;base64,PHNjcmlwdD4=",
    "https://evil.example www.evil.example mailto:a@b.example",
    "`code` *bold* _it_ ~~no~~ $x$ # head",
    "{{subst:x}} {{{1}}} [[File:x.png|thumb]] ~~~~ '''b''' __NOTOC__",
    "|- |} || !! {| -{zh:a}- <nowiki>x</nowiki> ISBN 0123456789 RFC\u00a0123",
    "* a\n# b\n: c\n== d ==\n----",
    '"quoted", and; so on',
    '"',
    "&lt;b&gt; &#91; &amp;amp;",
    "😀 👩\u200d🚒 e\u0301 漢字 \U0010ffff \ufffe\uffff",
    "long " * 8000,
]

#: Addresses that must not become links.
NO_LINKS = [
    "javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "JAVASCRIPT://example.org/%0aalert(1)",
    "ftp://example.org/x",
    "file:///etc/passwd",
    "//example.org/x",
    "https://user:word@example.org/",
    "https://example.org/ x",
    "internal:Sheet1!A1",
]

#: Addresses that must, and lead where they say.
LINKS = [
    "https://example.org/a|b",
    "http://example.org",
    "https://example.org/?a=1&lt;=2&b=[x]{y}<z>\"q\"''~~~~__TOC__",
    "https://example.org/%22#part-(1)",
    "https://пример.example/ж?q=漢字",
]


def decided(path: Path, texts: Sequence[str]) -> Review:
    """Make a review with a disputed figure for each text, which is all of its words."""
    review = open_review(path, reviewer="ana", create=True)
    for text in texts:
        document = make_document(f"{text} 6,000 homes", publisher=text, title=text, name="x")
        figure = make_figure(document, "6,000", 6000, high=None, noun=text, attribution=text, sentence_start=0)
        added = review.add(document, [figure])
        (mark,) = review.marks(added.document_id)
        review.decide(
            [mark.row_id], "disputed", note=text[:9000], evidence=["https://example.org/a|b", "http://example.org"]
        )
    return review


class Given(Table):
    """A table of lines that are given, so that values can be such as no review file would take."""

    def __init__(self, export: Export, lines: Sequence[Line]) -> None:
        self.told: list[str] = []
        nowhere = Review(Path("nowhere.db"), sqlite3.connect(":memory:"), "ana")
        super().__init__(nowhere, export, self.told.append)
        nowhere.close()
        places = [NAMES.index(column.name) for column in self.columns]
        self._lines = [tuple(line[place] for place in places) for line in lines]

    def size(self) -> int:
        return len(self._lines)

    def pages(self) -> Iterator[Sequence[Line]]:
        if self._lines:
            yield self._lines


def line(**values: object) -> Line:
    """Make a line of the table with these values; evidence is none, all else is not there."""
    return tuple(values.get(name, () if name == "evidence" else None) for name in NAMES)
