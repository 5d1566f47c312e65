"""Which blocks of a page are its story: by its mark-up where that says so, else by where its paragraphs stand."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate
from typing import Literal, NamedTuple

from seeds import words as lines
from seeds.readers.page.blocks import Block, Tree
from seeds.readers.page.regions import Marked, Spans, marked, prose
from seeds.readers.page.words import HEADINGS, Region
from seeds.units import key_of

#: A part marked as the story holds at least this share of the page's sentences, or so many characters of them.
_LEAST_SHARE, _LEAST = 0.25, 300
#: Lists of other stories and of comments: this share of links, so many short lines to a paragraph.
_LINKED, _SHORT_LINES = 0.5, 0.6
#: A paragraph counts for its element, half for the one around it, at most so many characters of it.
_HALF, _LONGEST = 0.5, 1_000
#: An element in which less than this share of its sentences stands itself is a frame around several.
_ITSELF = 0.3
#: What speaks of a list, or stands behind the words "Comments" and "Related stories", counts for so much.
_DOUBTFUL = 0.2
#: Comments: this share of them is signed, with so many names where no day stands beside these.
_SIGNED, _PEOPLE = 0.8, 3
#: A second part of the story lies at most so many elements away, and has so many paragraphs and characters.
_NEAR, _PARAGRAPHS, _PART = 3, 2, 300
#: The lines between the headline and the story.
_TALLEST_TOP = 12
_TITLE_WORDS = 4


class Story(NamedTuple):
    """For each block whether it is the story's; `out` is what surely is not, and as what; `told` by the mark-up."""

    own: list[bool]
    out: list[Region | None]
    told: bool


def story_of(tree: Tree, title: str | None = None) -> Story:
    """Tell which blocks of a page are its story, whose title may be known."""
    marks = marked(tree)
    out: list[Region | None] = [_outside(block, marks) for block in tree.blocks]
    weights = [prose(block) if kind is None else 0 for block, kind in zip(tree.blocks, out, strict=True)]
    spans = Spans(tree, weights)
    told = _told(tree, marks, out, weights)
    own = told or _guessed(tree, spans, out, weights)
    _without_lists(tree, spans, own, out, told is not None)
    _without_comments(tree, own, out)
    _with_top(tree, own, out, title)
    return Story(own, out, told is not None)


def is_link(block: Block) -> bool:
    """Tell whether a block is a link and no more: it points to another page, whatever it says."""
    return block.links > 0.8 and block.tag not in HEADINGS and len(block.text) < 300


def _outside(block: Block, marks: Marked) -> Region | None:
    kind = marks.effective[block.region] if block.region >= 0 else None
    return kind if kind in ("comments", "related", "boilerplate") else None


def _told(tree: Tree, marks: Marked, out: list[Region | None], weights: list[int]) -> list[bool] | None:
    """Find the blocks of the part that is marked as the story; None where none is."""
    total = sum(weights)
    best = _best_region(tree, marks, total)
    if best is None:
        return None
    chosen = {best}
    if best in tree.stories:
        chosen |= {region for region in tree.stories if tree.around[region] == tree.around[best]}
    within = [False] * len(tree.kinds)
    inner = [region for region in tree.articles if tree.around[region] == best]
    # An article in an article is a comment or a card; many in a part that is none are the entries of a live page.
    entries = best not in tree.articles and 2 * sum(marks.prose[region] for region in inner) > marks.prose[best]
    for region, outer in enumerate(tree.around):
        nested = region in tree.articles and outer >= 0 and within[outer] and region not in chosen
        if nested and not entries and marks.prose[region] * 2 < marks.prose[best]:
            continue
        within[region] = region in chosen or (outer >= 0 and within[outer])
    own = [
        block.region >= 0 and within[block.region] and kind is None
        for block, kind in zip(tree.blocks, out, strict=True)
    ]
    return own if any(own) else None


def _best_region(tree: Tree, marks: Marked, total: int) -> int | None:
    mains = [region for region, kind in enumerate(marks.effective) if kind == "main" and tree.kinds[region] == "main"]
    enough = [region for region in mains if marks.prose[region] >= min(_LEAST_SHARE * total, _LEAST) > 0]
    stories = [region for region in enough if region in tree.stories]
    articles = [region for region in enough if region in tree.articles]
    whole = max((marks.prose[region] for region in enough), default=0)
    # A page of many small articles (a live blog) is told as a whole.
    articles = [region for region in articles if marks.prose[region] >= 0.4 * whole]
    choice = stories or articles or enough
    return max(choice, key=lambda region: marks.prose[region]) if choice else None


def _guessed(tree: Tree, spans: Spans, out: list[Region | None], weights: list[int]) -> list[bool]:
    """Find the element in which most paragraphs stand side by side, and what else looks like a part of its story."""
    cut = _cut(tree, weights)
    beside: dict[int, float] = {}
    for number, block in enumerate(tree.blocks):
        base = _base(tree, spans, block)
        if weights[number] and base >= 0:
            weight = min(weights[number], _LONGEST) * (_DOUBTFUL if number >= cut else 1.0)
            beside[base] = beside.get(base, 0.0) + weight
    if not beside:
        return [kind is None for kind in out]
    scores = dict(beside)
    for base, weight in beside.items():
        outer = tree.parents[base]
        if outer >= 0:
            scores[outer] = scores.get(outer, 0.0) + weight * _HALF
    top = max(scores, key=lambda node: scores[node] * (_DOUBTFUL if _is_list(spans, node) else 1.0))
    own = [False] * len(tree.blocks)
    others = ((spans.first[node], spans.last[node] + 1) for node in _other_parts(tree, spans, top, scores, cut))
    for start, end in (_stretch(tree, spans, top, beside), *others):
        for number in range(start, end):
            own[number] = out[number] is None
    return own


def _stretch(tree: Tree, spans: Spans, node: int, beside: dict[int, float]) -> tuple[int, int]:
    """Give the first block of the story in an element and the one behind its last.

    Where few paragraphs stand in the element itself and the others in parts of it, it is what the parts span.
    """
    whole = spans.first[node], spans.last[node] + 1
    if beside.get(node, 0.0) >= _ITSELF * spans.weight(node):
        return whole
    parts = [
        part
        for part in beside
        if part != node and whole[0] <= spans.first[part] and spans.last[part] < whole[1] and not _is_list(spans, part)
        if spans.sentences(part) >= _PARAGRAPHS or tree.blocks[spans.first[part]].tag in HEADINGS
    ]
    if not parts:
        return whole
    return min(spans.first[part] for part in parts), max(spans.last[part] for part in parts) + 1


def _base(tree: Tree, spans: Spans, block: Block) -> int:
    """Give the innermost element in which a paragraph stands beside others."""
    if block.node < 0:
        return -1
    if spans.size(block.node) > 1:
        return block.node
    alone = spans.outermost[block.node]
    return tree.parents[alone] if tree.parents[alone] >= 0 else alone


def _cut(tree: Tree, weights: list[int]) -> int:
    """Give the first block below the story's beginning that opens comments or other stories; the end if none does."""
    read = 0
    for number, block in enumerate(tree.blocks):
        read += weights[number]
        if read > _LEAST and not weights[number] and opens_list(block):
            return number
    return len(tree.blocks)


def opens_list(block: Block) -> Literal["comments", "related"] | None:
    """Tell whether a line says that comments or other stories follow."""
    line = block.text.casefold().replace("’", "'").strip(" :|·•0123456789()")
    if len(line) > 60 or block.tag == "li":
        return None
    return "comments" if line in lines.COMMENT_LINES else "related" if line in lines.RELATED_LINES else None


def _is_list(spans: Spans, node: int) -> bool:
    """Tell whether an element holds a list of other stories or comments rather than a story."""
    sentences = spans.sentences(node)
    if spans.links(node) >= _LINKED or spans.titles(node) >= max(2, _SHORT_LINES * sentences):
        return True
    # Names and times above every paragraph: comments, or other stories without links.
    if sentences > 2 and spans.led(node) >= 0.8 * sentences:
        return True
    if _is_signed(spans, node) or _is_dated(spans, node):
        return True
    entries = [child for child in spans.children.get(node, ()) if spans.size(child) > 1]
    short = sum(1 for child in entries if spans.short(child) and spans.sentences(child) <= 2)
    return len(entries) > 1 and short >= _SHORT_LINES * max(len(entries), sentences / 2)


def _is_signed(spans: Spans, node: int) -> bool:
    """Tell whether the parts of an element begin with names of several people, as comments do; a talk has two."""
    speakers = spans.speakers(node)
    return speakers.names >= _PEOPLE and speakers.named >= _SIGNED * speakers.parts


def _is_dated(spans: Spans, node: int) -> bool:
    """Tell whether a name and a day stand at each part of an element: what the story's own parts do not have."""
    speakers = spans.speakers(node)
    return speakers.dated >= max(2, _SIGNED * speakers.parts)


def _other_parts(tree: Tree, spans: Spans, top: int, scores: dict[int, float], cut: int) -> Iterator[int]:
    """Give the elements near the story's that hold paragraphs like its own: what an advertisement parted from it."""
    near, node = set(), top
    for _ in range(_NEAR):
        node = tree.parents[node]
        if node < 0:
            break
        near.add(node)
    usual = spans.weight(top) / max(1, spans.sentences(top))
    for other in scores:
        if other == top or other in near or spans.first[other] >= cut:
            continue
        if spans.first[top] <= spans.first[other] and spans.last[other] <= spans.last[top]:
            continue
        sentences, weight = spans.sentences(other), spans.weight(other)
        if sentences < _PARAGRAPHS or weight < _PART or weight / sentences < 0.4 * usual or _is_list(spans, other):
            continue
        if spans.short(other) > sentences or spans.links(other) > 0.3:
            continue
        node = other
        for _ in range(_NEAR):
            node = tree.parents[node] if node >= 0 else node
            if node in near:
                yield other
                break


def _without_lists(tree: Tree, spans: Spans, own: list[bool], out: list[Region | None], told: bool) -> None:
    """Take the lists of links, other stories and comments out that stand inside the story's own element.

    Where the mark-up has `told` the story, times above paragraphs are a chronology of its own, and names at them, with
    paragraphs of the story below, are those of people it speaks of; with both it is comments.
    """
    first = next((n for n, is_own in enumerate(own) if is_own and prose(tree.blocks[n])), len(own))
    total = sum(prose(block) for block, is_own in zip(tree.blocks, own, strict=True) if is_own)
    before = list(accumulate(own, initial=0))
    read = list(
        accumulate((is_own and prose(block) > 0 for block, is_own in zip(tree.blocks, own, strict=True)), initial=0)
    )
    waiting = [node for node in range(len(tree.parents)) if tree.parents[node] < 0 and spans.last[node] >= 0]
    while waiting:
        node = waiting.pop()
        if spans.size(node) < 2:
            continue
        start, end = spans.first[node], spans.last[node] + 1
        if spans.weight(node) * 2 < total and end > first + 1 and before[end] > before[start]:
            kind = _kind_of_list(tree, spans, node)
            inside = told or (_is_signed(spans, node) and read[-1] - read[end] >= _PARAGRAPHS)
            doubtful = inside and kind == "comments" and not opens_list(tree.blocks[start])
            if kind is not None and not (doubtful and not _is_dated(spans, node)):
                for number in range(start, end):
                    own[number], out[number] = False, out[number] or kind
                continue
        waiting.extend(spans.children.get(node, ()))


def _without_comments(tree: Tree, own: list[bool], out: list[Region | None]) -> None:
    """Take out what stands below the word "Comments", where a third of the text stands above it."""
    sizes = [prose(block) if is_own else 0 for block, is_own in zip(tree.blocks, own, strict=True)]
    total, above = sum(sizes), 0
    for number, block in enumerate(tree.blocks):
        if own[number] and not sizes[number] and 3 * above >= total > 0 and opens_list(block) == "comments":
            for later in range(number, len(own)):
                if own[later]:
                    own[later], out[later] = False, "comments"
            return
        above += sizes[number]


def _kind_of_list(tree: Tree, spans: Spans, node: int) -> Region | None:
    """Tell what list an element holds; None where it holds none."""
    head = tree.blocks[spans.first[node]]
    opens = opens_list(head) if not prose(head) else None
    if opens is not None:
        return opens
    if spans.links(node) >= _LINKED:
        return "related"
    if not _is_list(spans, node) or not spans.sentences(node):
        return None
    inside = tree.blocks[spans.first[node] : spans.last[node] + 1]
    return "related" if sum(block.links > 0.6 for block in inside) > 1 else "comments"


def _with_top(tree: Tree, own: list[bool], out: list[Region | None], title: str | None) -> None:
    """Take in the headline above the story, and the few lines between them."""
    first = next((n for n, is_own in enumerate(own) if is_own), None)
    if first is None or any(is_own and tree.blocks[n].tag == "h1" for n, is_own in enumerate(own)):
        return
    wanted = key_of(title) if title else ""
    near = range(first - 1, -1, -1)
    heading = next((n for n in near if _is_headline(tree.blocks[n], wanted) and out[n] != "comments"), None)
    if heading is None:
        return
    own[heading], out[heading] = True, None
    if first - heading <= _TALLEST_TOP:
        for number in range(heading + 1, first):
            own[number] = out[number] is None and tree.blocks[number].links < _LINKED


def _is_headline(block: Block, wanted: str) -> bool:
    if block.tag == "h1" and block.text.count(" ") + 1 >= _TITLE_WORDS:
        return True
    key = key_of(block.text) if len(block.text) < 300 else ""
    return bool(key and wanted) and key.count(" ") >= 2 and (key == wanted or wanted.startswith(key))
