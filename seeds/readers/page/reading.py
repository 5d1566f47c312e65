"""A web page to a document: all that a reader sees of it, labelled as story, captions, other stories and the rest."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING, Literal

from seeds.patterns import Later
from seeds.readers import metadata
from seeds.readers.compose import Piece, compose
from seeds.readers.page.about import about, saved_from
from seeds.readers.page.blocks import Block, tree_of
from seeds.readers.page.regions import prose
from seeds.readers.page.second_look import looked_again
from seeds.readers.page.story import is_link, opens_list, story_of
from seeds.readers.page.teasers import Teasers, is_list
from seeds.readers.page.words import HEADINGS
from seeds.titles import same_title
from seeds.words import FOOTER_STARTS, MONTHS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from seeds.document import Document, ZoneKind
    from seeds.readers.metadata import Metadata
    from seeds.readers.page.blocks import Tree
    from seeds.readers.page.story import Story

_Part = Literal["own", "related", "boilerplate", "unknown"]
#: A longer paragraph that begins with a copyright sign is none of those that stand below pages.
_LONGEST_NOTICE = 400
#: A first heading of so many words is the story's title, whatever the page's description says.
_HEADLINE_WORDS = 3
_NAME = r"(?:[^\W\d_a-z][^\s\d|]*,?|and|&|de|van|von|bin|al)"
_BYLINE = Later(rf"(?:[Ww]ritten |[Rr]eported )?[Bb][Yy]:? ({_NAME}(?: {_NAME}){{0,9}})$")
#: What follows the name on its line: a date, a place.
_AFTER_NAME = Later(r"[\d|·•]")


def document_from_page(
    page: str,
    *,
    name: str,
    source: bytes,
    url: str | None = None,
    retrieved: str | None = None,
    known: Metadata | None = None,
) -> Document | None:
    """Make a document of a page; None where there is no text in it.

    `url` is where it was fetched; what is `known` of it already wins over what it says of itself. The text is the same
    whether the extra `web` is installed or not: only the zones of pages whose mark-up tells nothing may differ.
    Raises TooMuchMarkup.
    """
    tree = tree_of(page)
    if not any(map(prose, tree.blocks)):
        tree = tree_of(page, hidden=True)
    if not any(any(map(str.isalnum, block.text)) for block in tree.blocks):
        return None
    found = about(tree, url or saved_from(page))
    if known is not None:
        found = metadata.merged(known, found)
    story = looked_again(page, tree, story_of(tree, found.title))
    title = (known.title if known else None) or _headline(tree, story, found.title)
    author = found.author or _byline(tree, story)
    found = replace(found, title=title, author=author, published=found.published or _day(tree, story))
    teasers = Teasers()
    pieces = _with_title(list(_pieces(tree, story, teasers)), title)
    return compose(pieces, teasers.items, name=name, source=source, about=found, retrieved=retrieved)


def _headline(tree: Tree, story: Story, title: str | None) -> str | None:
    """Give the title as the story prints it: where the page's description repeats it, or its first heading."""
    top = [block for block in _top(tree, story) if not prose(block) and len(block.text) <= metadata.LONGEST_TITLE]
    heads = [b.text for b, own in zip(tree.blocks, story.own, strict=True) if own and b.tag == "h1"]
    printed = [head for head in heads if head.count(" ") + 1 >= _HEADLINE_WORDS]
    same = [text for text in (*printed, *(block.text for block in top)) if title and same_title(text, title)]
    return metadata.tidy_title(next(iter(same or printed), title))


def _top(tree: Tree, story: Story) -> Iterator[Block]:
    """Give the blocks of the story down to its first paragraph."""
    for block, own in zip(tree.blocks, story.own, strict=True):
        if own:
            yield block
            if prose(block):
                return


def _day(tree: Tree, story: Story) -> str | None:
    """Give the day of the first <time> at the top of the story."""
    days = (metadata.day(block.day) for block in _top(tree, story) if block.day)
    return next((day for day in days if day), None)


def _byline(tree: Tree, story: Story) -> str | None:
    """Give the name after "By" on a line at the top of the story."""
    lines = (line for block in _top(tree, story) if len(block.text) < 200 for line in block.text.split("\n"))
    for line in lines:
        words = _AFTER_NAME.split(line)[0].split()
        while words and words[-1].strip(".,").lower() in MONTHS:
            words.pop()
        found = _BYLINE.match(" ".join(words))
        if found:
            return metadata.tidy(found[1])
    return None


def _pieces(tree: Tree, story: Story, teasers: Teasers) -> Iterator[Piece]:
    """Label the blocks of a page, part by part."""
    parts = _parts(tree, story)
    for (_, part), run in groupby(zip(parts, tree.blocks, strict=True), key=lambda one: one[0]):
        blocks = [block for _, block in run]
        if part == "own":
            yield from (Piece(block.text, hint=_hint(tree, block)) for block in blocks)
        elif part == "related" or (part == "unknown" and is_list(blocks)):
            yield from teasers.pieces(blocks)
        else:
            yield from (Piece(block.text, "boilerplate") for block in blocks)


def _parts(tree: Tree, story: Story) -> list[tuple[int, _Part]]:
    """Tell for each block what it is, and a number that blocks of one list or box have in common."""
    outermost = _outermost(tree, story)
    found: list[tuple[int, _Part]] = []
    opened: tuple[int, _Part] | None = None
    for number, block in enumerate(tree.blocks):
        box = outermost[block.node] if block.node >= 0 else -1
        if story.own[number]:
            found.append((0, "own"))
            continue
        kind = story.out[number]
        part: _Part = "unknown" if kind is None else "related" if kind == "related" else "boilerplate"
        if opened and opened[0] != box:
            opened = None
        if part != "boilerplate" and (opens := opens_list(block)):
            opened = (box, "boilerplate" if opens == "comments" else "related")
        found.append(opened or (box, part))
    return found


def _outermost(tree: Tree, story: Story) -> list[int]:
    """Give for each element the outermost one around it that has nothing of the story; -1 where it has some itself."""
    holds = [False] * len(tree.parents)
    for block, own in zip(tree.blocks, story.own, strict=True):
        if own and block.node >= 0:
            holds[block.node] = True
    for node in range(len(holds) - 1, -1, -1):
        if holds[node] and tree.parents[node] >= 0:
            holds[tree.parents[node]] = True
    found: list[int] = []
    for node, parent in enumerate(tree.parents):
        above = found[parent] if parent >= 0 else -1
        found.append(above if above >= 0 else -1 if holds[node] else node)
    return found


def _hint(tree: Tree, block: Block) -> ZoneKind | None:
    """Tell what the mark-up makes of a block of the story."""
    if block.tag in HEADINGS:
        return "headline"
    if block.row:
        return "body"
    if is_link(block) or (len(block.text) < _LONGEST_NOTICE and block.text.lower().startswith(FOOTER_STARTS)):
        return "boilerplate"
    return "caption" if block.region >= 0 and tree.kinds[block.region] == "caption" else None


def _with_title(pieces: Sequence[Piece], title: str | None) -> list[Piece]:
    """Put a title that the page does not print above its text: its figures are read as well."""
    if title is None or any(same_title(piece.text, title) for piece in pieces if len(piece.text) < 600):
        return list(pieces)
    return [Piece(title, "headline"), *pieces]
