"""Zones and items of a text: what is headline, caption, story, another story, or the page around them.

Everything is labelled and nothing left out. A page is read as masthead, story, lists of other stories, foot; each step
looks at a bounded number of neighbouring lines, so the cost is linear in the text.
"""

import re
from collections.abc import Iterator, Sequence

from seeds.dates import glued_date, iso_date
from seeds.document import Item, Zone, ZoneKind
from seeds.masthead import Masthead, labelled_day, masthead, with_calls_as_titles
from seeds.teasers import Page, label_teasers
from seeds.titles import same_title
from seeds.units import Unit, units_of

#: A subhead has at most so many words.
_SUBHEAD_WORDS = 14
#: Words that make a line of the masthead worth keeping as text.
_DECK_WORDS = 5
#: A date stuck before a line is read in so many characters.
_LONGEST_STAMP = 100


def zones_of(
    text: str, *, title: str | None = None, published: str | None = None, body_start: int = 0, base: str | None = None
) -> tuple[tuple[Item, ...], tuple[Zone, ...]]:
    """Find the items and zones of text[body_start:], whose title and ISO day of publication may be known already.

    `base` is the ISO day or timestamp that "2 days ago" counts from where the day of publication is not known.
    Item 0 is the document's own story; the others are numbered in text order.
    """
    units = with_calls_as_titles(units_of(text, body_start, len(text), title))
    top = masthead(units, title)
    stamp = _stamped(text, units, top)
    stamped = _stamped_day(text, units[stamp]) if stamp is not None else None
    published = published or top.published or stamped
    page = label_teasers(text, units, max(top.end - 1, top.first_prose), published or iso_date(base or ""))
    published = published or labelled_day([u for u, label in zip(units, page.labels, strict=True) if label is None])
    _label_story(page, top)
    stories = page.stories
    stories[0].title = title or _title(text, units, top)
    stories[0].day = published
    items = tuple(Item(number, story.title, story.day) for number, story in enumerate(stories))
    return items, tuple(_merged(_pieces(text, page, stamp)))


def same_headline(text: str, title: str, zones: Sequence[Zone]) -> bool:
    """Tell whether a headline zone of the own story prints the given title."""
    return any(
        zone.kind == "headline" and zone.item == 0 and same_title(text[zone.start : zone.end], title) for zone in zones
    )


def _title(text: str, units: Sequence[Unit], top: Masthead) -> str | None:
    """Give the headline's words; where it was cut short and is printed whole as well, the whole."""
    lines = [" ".join(text[units[n].start : units[n].end].strip("#*_ \t").split()) for n in top.headline]
    if lines and lines[0].endswith(("…", "...")):
        return max((line for line in lines if same_title(line, lines[0])), key=len)
    return lines[0] if lines else None


def _stamped(text: str, units: Sequence[Unit], top: Masthead) -> int | None:
    """Find the line with a crawler's date stamp stuck before it: the first of all, or the first of the story."""
    for place in sorted({0, top.first_prose}):
        if place < len(units) and units[place].kind in ("prose", "short") and _stamped_day(text, units[place]):
            return place
    return None


def _stamp(text: str, unit: Unit) -> re.Match[str] | None:
    """Match a date stuck before a line."""
    return glued_date(text[unit.start : min(unit.end, unit.start + _LONGEST_STAMP)])


def _stamped_day(text: str, unit: Unit) -> str | None:
    found = _stamp(text, unit)
    return iso_date(found[0]) if found else None


def _label_story(page: Page, top: Masthead) -> None:
    """Label what the lists of other stories left over: the masthead, the story, the page's foot."""
    own = [place for place, label in enumerate(page.labels) if label is None]
    end, last = _story_end(page, own, top)
    for position, place in enumerate(own):
        unit = page.units[place]
        kind: ZoneKind = "boilerplate"
        if place in top.headline:
            kind = "headline"
        elif place < top.end and unit.kind in ("short", "heading"):
            kind = "body" if unit.bullet or (unit.words >= _DECK_WORDS and unit.stop == ",") else "boilerplate"
        elif place >= end or (place > last and unit.kind in ("short", "heading") and _foot_below(page, last)):
            kind = "boilerplate"
        elif unit.kind in ("prose", "caption"):
            kind = "body" if unit.kind == "prose" else "caption"
        elif unit.kind in ("short", "heading", "related"):
            kind = _between(page, own, position)
        page.labels[place] = (kind, 0)


def _story_end(page: Page, own: Sequence[int], top: Masthead) -> tuple[int, int]:
    """Give the place where the page's foot starts, and the place of the story's last paragraph."""
    units = page.units
    sizes = [(place, units[place].end - units[place].start) for place in own if units[place].kind == "prose"]
    total = sum(size for _, size in sizes)
    before, read, end = 0, 0, len(units)
    for place in own:
        unit = units[place]
        if unit.kind == "prose":
            before, read = before + unit.end - unit.start, read + 1
        elif place >= top.end and read and _closes(unit, before, total, len(sizes) - read):
            end = place
            break
    last = max((place for place, _ in sizes if place < end), default=len(units))
    return end, last


def _closes(unit: Unit, before: int, total: int, paragraphs_left: int) -> bool:
    """Tell whether nothing of the story follows a line: the page's foot, or comments after most of the text."""
    if unit.kind == "comments":
        return before * 2 >= total - before
    return unit.kind == "footer" and paragraphs_left < 2


def _foot_below(page: Page, last: int) -> bool:
    """Tell whether the lines after the story's last paragraph are the page's: something among them surely is."""
    cached = page.foot.get(last)
    if cached is None:
        kinds = ("furniture", "footer", "comments", "related", "pointer", "clock")
        cached = any(unit.kind in kinds for unit in page.units[last + 1 :])
        page.foot[last] = cached
    return cached


def _between(page: Page, own: Sequence[int], position: int) -> ZoneKind:
    """Label a short line inside the story: a subhead, a stray number, or a line of a list, verse or table."""
    unit = page.units[own[position]]
    if unit.kind == "heading":
        return "headline"
    if unit.kind == "related" and unit.sure:
        return "boilerplate"
    title = page.stories[0].title
    if title and unit.words > 3 and same_title(title, unit.plain):
        return "headline"
    above = _neighbour(page, own, position, -1)
    below = _neighbour(page, own, position, 1) if above is None or above.kind != "short" else None
    if below is None or below.kind != "prose":
        return "body"
    if not any(map(str.isalpha, unit.plain)):
        return "boilerplate"
    head = not unit.bullet and not unit.stop and unit.words <= _SUBHEAD_WORDS and not unit.plain[0].islower()
    return "headline" if head and not below.plain[:1].islower() else "body"


def _neighbour(page: Page, own: Sequence[int], position: int, step: int) -> Unit | None:
    """Give the next line of text above or below, past at most a few lines of the page's."""
    for other in range(1, 4):
        at = position + step * other
        if not 0 <= at < len(own):
            return None
        unit = page.units[own[at]]
        if unit.kind in ("prose", "short", "heading"):
            return unit
    return None


def _pieces(text: str, page: Page, stamp: int | None) -> Iterator[Zone]:
    """Give a zone for each line; a pointer and a stamped line give two."""
    for place, (unit, label) in enumerate(zip(page.units, page.labels, strict=True)):
        kind, item = label or ("boilerplate", 0)
        start = unit.start
        if unit.kind == "pointer" and kind == "teaser":
            yield Zone(start, unit.split, "boilerplate", 0)
            start = unit.split
        elif place == stamp:
            found = _stamp(text, unit)
            glued = found.end() if found else 0
            yield Zone(start, start + glued, "boilerplate", 0)
            start += glued + len(text[start + glued : unit.end]) - len(text[start + glued : unit.end].lstrip())
        yield Zone(start, unit.end, kind, item)


def _merged(zones: Iterator[Zone]) -> Iterator[Zone]:
    """Join neighbouring paragraphs of the story, and neighbouring lines of the page's own; titles stay apart."""
    held: Zone | None = None
    end = 0
    for zone in zones:
        if held and zone.kind in ("body", "boilerplate") and held.kind == zone.kind and held.item == zone.item:
            end = zone.end
            continue
        if held:
            yield Zone(held.start, end, held.kind, held.item)
        held, end = zone, zone.end
    if held:
        yield Zone(held.start, end, held.kind, held.item)
