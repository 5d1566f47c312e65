"""A page as blocks: its paragraphs in order, each with where it stands in the mark-up and how much of it is links."""

from __future__ import annotations

import re
from array import array
from dataclasses import dataclass, field

from seeds.document import stored_text
from seeds.readers.page import words
from seeds.readers.page.markup import Token, tokens
from seeds.readers.page.names import region_of
from seeds.readers.page.words import Region

#: A page of more tags and texts than this, more paragraphs, or more letters, is no page that a person reads.
_MOST_TOKENS, _MOST_BLOCKS, _MOST_LETTERS = 400_000, 60_000, 10_000_000
_SPACE = re.compile(r"[ \t\n\r\f]+")
_LINES = re.compile(r" ?\n ?")
_HIDDEN = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
#: A table's cell longer than this is a part of the page's layout, not a value.
_LONGEST_CELL = 300
#: So much of the text of links is kept: a title.
_LONGEST_LINK = 500
#: So much of the element that a paragraph begins with is kept: a name, or a title.
_LONGEST_LEAD = 200
#: A title has four words at least.
_TITLE_BLANKS = 3
#: The elements in which a search for an open paragraph or list entry ends.
_SCOPES = frozenset(("table", "td", "th", "caption", "button", "object", "template", "html"))
_LISTS = frozenset(("ul", "ol", "dl", "menu"))
_ENTRIES = frozenset(("li", "dt", "dd"))


class TooMuchMarkup(Exception):
    """A page has more mark-up, or more text, than is read."""


@dataclass(slots=True)
class Block:
    """One paragraph, heading, list entry or table row.

    `node` is the innermost element around all of it; `linked` counts the characters that stand in links, of which
    `link` are the first; `region` is the number of the innermost marked region, -1 for none; `day` is that of a <time>.
    `lead` is the text of the inline element that it begins with, "" for none and for a longer one.
    """

    text: str
    node: int
    tag: str
    region: int
    linked: int = 0
    link: str = ""
    day: str = ""
    lead: str = ""

    @property
    def row(self) -> bool:
        """Whether it is a row of a table with several cells."""
        return "\t" in self.text and self.tag in ("td", "th", "tr")

    @property
    def links(self) -> float:
        """The share of the text that stands in links, 0 to 1."""
        return min(1.0, self.linked / max(1, len(self.text)))


@dataclass(slots=True)
class Tree:
    """The blocks of a page, its elements (the parent of each; -1 for none) and its marked regions.

    `metas`, `links` and `scripts` are what a page says of itself: attributes of <meta> and <link>, and the texts of
    <script type="application/ld+json">.
    """

    blocks: list[Block] = field(default_factory=list)
    parents: array[int] = field(default_factory=lambda: array("q"))
    kinds: list[Region] = field(default_factory=list)
    around: list[int] = field(default_factory=list)
    stories: set[int] = field(default_factory=set)
    articles: set[int] = field(default_factory=set)
    metas: list[dict[str, str]] = field(default_factory=list)
    links: list[dict[str, str]] = field(default_factory=list)
    scripts: list[str] = field(default_factory=list)
    title: str = ""
    language: str = ""


def tree_of(page: str, *, hidden: bool = False) -> Tree:
    """Cut a page into blocks; `hidden` takes in what the page hides as well. Raises TooMuchMarkup."""
    builder = _Builder(hidden)
    letters = 0
    for number, token in enumerate(tokens(page)):
        letters += len(token.text) if token.kind == "text" else 0
        if number >= _MOST_TOKENS or len(builder.tree.blocks) > _MOST_BLOCKS or letters > _MOST_LETTERS:
            raise TooMuchMarkup
        builder.take(token)
    builder.flush()
    return builder.tree


@dataclass(slots=True)
class _Open:
    """An element that is open, with the places in the stack of what is open that it stands in (-1 for none).

    `block` is the innermost block, itself or around it; `paragraph` and `entry` are the paragraph and the list entry
    that the next one ends.
    """

    name: str
    node: int
    region: int
    dropped: bool
    block: int
    paragraph: int
    entry: int


_NOTHING = _Open("", -1, -1, False, -1, -1, -1)


class _Builder:
    """The elements that are open and the paragraph that is being read."""

    def __init__(self, hidden: bool) -> None:
        self.tree = Tree()
        self._hidden = hidden
        self._stack: list[_Open] = []
        self._open: dict[str, list[int]] = {}
        self._parts: list[str] = []
        self._linked = 0
        self._link = ""
        self._leads_away = False
        self._at: _Open | None = None
        self._day = ""
        self._lead = ""
        self._leading: _Open | None = None

    def take(self, token: Token) -> None:
        """Take the next token."""
        if token.kind == "text":
            self._text(token.text)
        elif token.kind == "start":
            self._start(token.name, token.attributes or {})
        elif token.kind == "end":
            self._end(token.name)
        elif token.name == "script" and "ld+json" in (token.attributes or {}).get("type", "").lower():
            self.tree.scripts.append(token.text)
        elif token.name == "title" and not self.tree.title and not self._open.get("svg"):
            self.tree.title = token.text

    def _text(self, text: str) -> None:
        if self._stack and self._stack[-1].dropped:
            return
        if self._at is None:
            if not text.strip():
                return
            self._at = self._block_around()
            self._leading = self._stack[-1] if self._stack and self._stack[-1] is not self._at else None
        if not self._open.get("pre"):
            text = _SPACE.sub(" ", text)
        self._parts.append(text)
        if self._leading is not None and len(self._lead) <= _LONGEST_LEAD:
            self._lead += text
        if self._leads_away and self._open.get("a"):
            self._linked += len(text.strip())
            if len(self._link) < _LONGEST_LINK:
                self._link += text

    def _block_around(self) -> _Open | None:
        """Give the innermost open block; inline elements around a text say nothing of its place."""
        block = self._stack[-1].block if self._stack else -1
        return self._stack[block] if block >= 0 else None

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "meta" or name == "link":
            (self.tree.metas if name == "meta" else self.tree.links).append(attributes)
        if name == "html" and not self.tree.language:
            self.tree.language = attributes.get("lang", "")
        if name == "br":
            self._parts.append("\n")
        if name == "time" and not self._day:
            self._day = attributes.get("datetime", "")[:60]
        if name in words.BLOCKS:
            self.flush()
            self._end_implied(name)
        elif name in words.CELLS:
            self._cell()
        elif name == "a":
            self._end("a")
            # A place of its own page is no other page.
            self._leads_away = not attributes.get("href", "#").lstrip().startswith("#")
        if name not in words.VOID:
            self._push(name, attributes)

    def _end_implied(self, name: str) -> None:
        """End the paragraph, or the list entry, that a block ends without saying so."""
        top = self._stack[-1] if self._stack else None
        if top and name in _ENTRIES and top.entry >= 0:
            self._pop_to(top.entry)
        elif top and top.paragraph >= 0:
            self._pop_to(top.paragraph)

    def _push(self, name: str, attributes: dict[str, str]) -> None:
        above = self._stack[-1] if self._stack else _NOTHING
        node, place = len(self.tree.parents), len(self._stack)
        self.tree.parents.append(above.node)
        dropped = above.dropped or self._is_dropped(name, attributes)
        region = above.region if dropped else self._region(name, attributes, above.region)
        block = place if name in words.BLOCKS or name in words.CELLS else above.block
        paragraph = place if name == "p" else -1 if name in _SCOPES else above.paragraph
        entry = place if name in _ENTRIES else -1 if name in _SCOPES or name in _LISTS else above.entry
        self._stack.append(_Open(name, node, region, dropped, block, paragraph, entry))
        self._open.setdefault(name, []).append(place)

    def _is_dropped(self, name: str, attributes: dict[str, str]) -> bool:
        if name in words.DROPPED or attributes.get("role", "").lower() in words.DROPPED_ROLES:
            return True
        return not self._hidden and ("hidden" in attributes or bool(_HIDDEN.search(attributes.get("style", ""))))

    def _region(self, name: str, attributes: dict[str, str], around: int) -> int:
        """Give the number of the region that an element opens, or of the one around it."""
        kind = region_of(name, attributes)
        if attributes.get("itemprop", "").lower() in words.STORY_PROPERTIES:
            kind = "main"
            self.tree.stories.add(len(self.tree.kinds))
        if kind is None:
            return around
        if kind == "main" and name == "article":
            self.tree.articles.add(len(self.tree.kinds))
        self.tree.kinds.append(kind)
        self.tree.around.append(around)
        return len(self.tree.kinds) - 1

    def _end(self, name: str) -> None:
        places = self._open.get(name)
        if not places:
            return
        is_block = name in words.BLOCKS
        if is_block:
            self.flush()
        place = places[-1]
        if not is_block and name not in words.CELLS and self._stack[-1].block > place:
            # An inline element that ends inside a block which began in it: the block goes on.
            places.pop()
            self._stack[place].name = ""
        else:
            self._pop_to(place)

    def _pop_to(self, place: int) -> None:
        for element in self._stack[place:]:
            if element.name:
                self._open[element.name].pop()
            if element is self._leading:
                self._leading = None
        del self._stack[place:]

    def _cell(self) -> None:
        """Part the cells of a row with tabs; what is as long as a paragraph, or is one, stands by itself."""
        in_cell = self._at is not None and self._at.name in words.CELLS
        if not in_cell or sum(map(len, self._parts)) > _LONGEST_CELL:
            self.flush()
        else:
            self._parts.append("\t")

    def flush(self) -> None:
        """End the paragraph that is being read."""
        at, self._at = self._at or _NOTHING, None
        raw = "".join(self._parts)
        self._parts.clear()
        linked, self._linked = self._linked, 0
        link, self._link = " ".join(self._link.split()), ""
        day, self._day = self._day, ""
        lead, self._lead, self._leading = self._lead.strip(), "", None
        for text in _paragraphs(raw):
            if _is_titled(text, link):
                self.tree.blocks.append(Block(link, at.node, at.name, at.region, len(link), link, day, link))
                text, linked, link, day = text[len(link) + 1 :], max(0, linked - len(link)), "", ""
            own = lead if len(lead) <= _LONGEST_LEAD and text.startswith(lead) else ""
            self.tree.blocks.append(Block(text, at.node, at.name, at.region, min(linked, len(text)), link, day, own))


def _is_titled(text: str, link: str) -> bool:
    """Tell whether the first line of a paragraph is a link to another story, and no other line is one."""
    return link.count(" ") >= _TITLE_BLANKS and text.startswith(f"{link}\n")


def _paragraphs(raw: str) -> list[str]:
    """Part what was read at its empty lines (two <br> in a row), and take the white space around its lines off."""
    if not raw.strip():
        return []
    lines = _LINES.sub("\n", raw).split("\n")
    found: list[list[str]] = [[]]
    for line in lines:
        tidy = line.strip(" \t\r\f")
        if tidy:
            found[-1].append(re.sub(r" ?\t ?", "\t", re.sub(r" {2,}", " ", tidy)))
        elif found[-1]:
            found.append([])
    return [stored_text("\n".join(part)) for part in found if any(line.strip() for line in part)]
