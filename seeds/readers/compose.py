"""Paragraphs to a document: the stored text, with the zones that the source tells and the text zones for the rest."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from seeds.document import Document, Item, Zone, ZoneKind
from seeds.readers.pinned import pinned
from seeds.zones import zones_of

if TYPE_CHECKING:
    from seeds.readers.metadata import Metadata

_BETWEEN = "\n\n"


class Piece(NamedTuple):
    """One paragraph of a document.

    `kind` is its zone where the source tells it; None leaves it to the text zones, and then `hint` is what it is if
    they find story in it. `story` is the number of the other story it belongs to, counted from 1; 0 is the own story.
    `text` is stored text, and holds something beside white space.
    """

    text: str
    kind: ZoneKind | None = None
    hint: ZoneKind | None = None
    story: int = 0


def compose(
    pieces: Sequence[Piece],
    stories: Callable[[str | None], Sequence[Item]] | None = None,
    *,
    name: str,
    source: bytes,
    about: Metadata,
    retrieved: str | None = None,
) -> Document:
    """Make a document of paragraphs.

    `stories` gives the other stories on the page, numbered from 1, when it is told the day from which "2 days ago"
    counts.

    Raises ValueError without any paragraph.
    """
    if not pieces:
        raise ValueError("a document of no paragraphs")
    text = _BETWEEN.join(piece.text for piece in pieces)
    own = _BETWEEN.join(piece.text for piece in pieces if piece.kind is None)
    found, own_zones = zones_of(own, title=about.title, published=about.published, base=retrieved)
    shift = len(found) - 1
    zones = list(_merged(_placed(pieces, own_zones, shift)))
    others = stories(found[0].published or retrieved) if stories else ()
    items, zones = _numbered([*found, *(story._replace(number=story.number + shift) for story in others)], zones)
    return pinned(text, items, zones, name=name, source=source, about=about, retrieved=retrieved)


def _placed(pieces: Sequence[Piece], own_zones: Sequence[Zone], shift: int) -> Iterator[Zone]:
    """Give the zones of the whole text, paragraph by paragraph."""
    at, own_at, place = 0, 0, 0
    for piece in pieces:
        end = at + len(piece.text)
        if piece.kind is not None:
            first = at + len(piece.text) - len(piece.text.lstrip())
            yield Zone(first, at + len(piece.text.rstrip()), piece.kind, piece.story + shift if piece.story else 0)
        else:
            own_end = own_at + len(piece.text)
            while place < len(own_zones) and own_zones[place].start < own_end:
                zone = own_zones[place]
                start, stop = max(zone.start, own_at), min(zone.end, own_end)
                kind = piece.hint if piece.hint and _overrules(piece.hint, zone.kind) else zone.kind
                if start < stop:
                    cut = piece.text[start - own_at : stop - own_at]
                    first = at + start - own_at + len(cut) - len(cut.lstrip())
                    yield Zone(first, at + start - own_at + len(cut.rstrip()), kind, zone.item)
                if zone.end > own_end:
                    break
                place += 1
            own_at = own_end + len(_BETWEEN)
        at = end + len(_BETWEEN)


def _overrules(hint: ZoneKind, found: ZoneKind) -> bool:
    """Tell whether what the source says of a paragraph wins over what its text looks like."""
    if hint == "boilerplate":
        return found in ("body", "headline")
    return found == "body" or hint == "body"


def _merged(zones: Iterator[Zone]) -> Iterator[Zone]:
    """Join neighbouring paragraphs of body and of boilerplate; titles, captions and other stories stay apart."""
    held: Zone | None = None
    for zone in zones:
        if held and held.kind == zone.kind and held.item == zone.item and zone.kind in ("body", "boilerplate"):
            held = held._replace(end=zone.end)
            continue
        if held:
            yield held
        held = zone
    if held:
        yield held


def _numbered(items: list[Item], zones: list[Zone]) -> tuple[list[Item], list[Zone]]:
    """Give the other stories numbers in the order in which they stand in the text."""
    order = {0: 0}
    for zone in zones:
        order.setdefault(zone.item, len(order))
    kept = sorted((item for item in items if item.number in order), key=lambda item: order[item.number])
    return (
        [item._replace(number=order[item.number]) for item in kept],
        [zone._replace(item=order[zone.item]) for zone in zones],
    )
