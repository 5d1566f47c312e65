"""A second look at a page whose mark-up does not tell its story: trafilatura, checked by justext (extra `web`)."""

from __future__ import annotations

from seeds.readers.extras import quiet
from seeds.readers.page.blocks import Block, Tree
from seeds.readers.page.regions import prose
from seeds.readers.page.story import Story

#: Larger pages, in characters and blocks, would take both libraries minutes.
_LONGEST_PAGE, _MOST_BLOCKS, _DEEPEST = 3_000_000, 5_000, 200
#: Where trafilatura has less than this share of the guessed story, it took something else for one.
_LEAST = 0.5


def looked_again(page: str, tree: Tree, story: Story) -> Story:
    """Mend a guessed story by what trafilatura and justext make of the page; the same where they are not installed.

    trafilatura adds what it finds in parts that nothing speaks against. What it leaves out goes only where justext
    calls it boilerplate as well: a sentence of the story is worse to lose than one of the page's to keep.
    """
    if story.told or len(page) > _LONGEST_PAGE or len(tree.blocks) > _MOST_BLOCKS or _too_deep(tree):
        return story
    kept = _main_text(page)
    if not kept:
        return story
    boilerplate = _boilerplate(page)
    own = list(story.own)
    guessed = [block for block, is_own in zip(tree.blocks, own, strict=True) if is_own and prose(block)]
    if sum(prose(block) for block in guessed if _key(block.text) in kept) < _LEAST * sum(map(prose, guessed)):
        return story
    both = [key for block in guessed if (key := _key(block.text)) in kept]
    # Where justext condemns what both others take for the story, it knows nothing of this page.
    lost = 2 * sum(key in boilerplate for key in both) > len(both)
    for number, block in enumerate(tree.blocks):
        if not prose(block) or story.out[number] is not None:
            continue
        key = _key(block.text)
        bad = key in boilerplate
        if own[number]:
            own[number] = key in kept or lost or not bad
        else:
            own[number] = key in kept and not bad and not _suspicious(block)
    return story._replace(own=own)


def _suspicious(block: Block) -> bool:
    return block.links > 0.3 or block.tag == "li"


def _too_deep(tree: Tree) -> bool:
    depths: list[int] = []
    for parent in tree.parents:
        depths.append(depths[parent] + 1 if parent >= 0 else 0)
        if depths[-1] > _DEEPEST:
            return True
    return False


def _key(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalnum())


def _main_text(page: str) -> set[str]:
    """Give trafilatura's main text as the keys of its paragraphs; nothing where it finds none or is not installed."""
    try:
        from trafilatura import extract
    except ImportError:
        return set()
    quiet("trafilatura", "htmldate", "courlan", "justext", "charset_normalizer")
    try:
        text = extract(page, include_comments=False, include_tables=True, include_formatting=False, output_format="txt")
    except Exception:  # whatever a page does to the library, figcheck's own reading of it stands
        return set()
    return {_key(line) for line in (text or "").split("\n") if line.strip()}


def _boilerplate(page: str) -> set[str]:
    """Give what justext calls boilerplate, as keys; a text that it also finds in the story is none."""
    try:
        import justext
    except ImportError:
        return set()
    try:
        paragraphs = justext.justext(page, justext.get_stoplist("English"))
    except Exception:  # as above
        return set()
    good = {_key(paragraph.text) for paragraph in paragraphs if not paragraph.is_boilerplate}
    return {_key(paragraph.text) for paragraph in paragraphs if paragraph.is_boilerplate} - good
