"""The top of a page: where its story starts, its headline, and its day of publication."""

from collections.abc import Sequence
from typing import NamedTuple

from seeds.titles import same_title, titled
from seeds.units import Unit

#: How far below the first sentence a byline, picture or date can stand and still belong to the top.
_DEEPEST = 10
_REPEAT_WITHIN = 6
#: So many lines above the story can be its headline; what is above them is navigation.
_TALLEST = 60
#: A title has at least so many words where another line could be it; a line under it so many to be a deck.
_TITLE_WORDS, _DECK_WORDS = 4, 5


class Masthead(NamedTuple):
    """The top of a page: units[:end] are the top, apart from the sentences among them; `headline` are places in it."""

    end: int
    first_prose: int
    headline: tuple[int, ...]
    published: str | None


def with_calls_as_titles(units: list[Unit]) -> list[Unit]:
    """Make a title of a first line that is one question or call, or is printed again below, whatever it ends with."""
    first = next((n for n, unit in enumerate(units[:_DEEPEST]) if unit.kind in ("prose", "short", "heading")), None)
    if first is None or units[first].kind != "prose" or units[first].words > 25 or first + 1 == len(units):
        return units
    unit = units[first]
    call = titled(unit) and (units[first + 1].gap or units[first + 1].end - units[first + 1].start > len(unit.plain))
    repeated = any(same_title(unit.plain, other.plain) for other in units[first + 1 : first + 5])
    if not (call and any(other.kind == "prose" for other in units[first + 1 : first + 5])) and not repeated:
        return units
    return [
        other._replace(kind="short", stop="")
        if place == first or (repeated and place < first + 5 and same_title(unit.plain, other.plain))
        else other
        for place, other in enumerate(units)
    ]


def masthead(units: Sequence[Unit], title: str | None) -> Masthead:
    """Find the top of a page, whose title may be known already."""
    first_prose = next((n for n, unit in enumerate(units) if unit.kind == "prose"), len(units))
    if first_prose == len(units):
        return _without_prose(units)
    end = max(first_prose, _below_standfirst(units, first_prose))
    near = range(max(0, end - _TALLEST), end)
    lines = [n for n in near if units[n].kind != "prose" and titled(units[n]) and not units[n].bullet]
    headline = _headline(units, lines, title, end)
    # Below the first sentence a lone date may also head an entry of a chronology: those have more than one.
    dated = [n for n, unit in enumerate(units) if unit.clock and unit.clock.day and not unit.clock.label]
    signed = any(unit.kind in ("byline", "image", "caption") for unit in units[first_prose:end])
    published = _published(units, end if signed or len(dated) < 2 else first_prose)
    return Masthead(end, first_prose, headline, published)


def _without_prose(units: Sequence[Unit]) -> Masthead:
    first = next((n for n, unit in enumerate(units) if unit.kind in ("short", "heading") and titled(unit)), None)
    if first is None or first + 1 >= len(units) or not units[first + 1].gap or units[first].bullet:
        return Masthead(0, len(units), (), _published(units, len(units)))
    return Masthead(first + 1, len(units), (first,), _published(units, len(units)))


def _below_standfirst(units: Sequence[Unit], first_prose: int) -> int:
    """Give the end of the byline, pictures and date that stand between a summary and the story; 0 for none."""
    end = 0
    for n in range(first_prose + 1, min(len(units), first_prose + 1 + _DEEPEST)):
        unit = units[n]
        if unit.kind == "prose":
            return end
        if unit.kind in ("related", "comments", "footer", "pointer"):
            return 0
        if unit.clock and unit.clock.relative and any(titled(near) for near in (units[n - 1], *units[n + 1 : n + 2])):
            return 0
        if unit.kind in ("clock", "byline", "image", "caption"):
            end = n + 1
    return 0


def _headline(units: Sequence[Unit], lines: list[int], title: str | None, end: int) -> tuple[int, ...]:
    """Choose the title among the lines of the top, and give every place where it or a deck under it is printed."""
    chosen = [n for n in lines if title and same_title(units[n].plain, title)][:1]
    chosen = chosen or [n for n in lines if _repeated(units, lines, n)][:1]
    chosen = chosen or [n for n in lines if units[n].kind == "heading"][:1]
    chosen = chosen or [n for n in lines if units[n].words >= _TITLE_WORDS][:1]
    chosen = chosen or [n for n in lines if n + 1 == end][:1]
    if not chosen:
        return ()
    of_title = [n for n in lines if n != chosen[0] and same_title(units[n].plain, units[chosen[0]].plain)]
    decks = [n for n in lines if _is_deck(units[n]) and n not in of_title and n != chosen[0]]
    return (chosen[0], *of_title, *decks)


def _is_deck(unit: Unit) -> bool:
    """Tell whether a line beside the title says something: a few words, or a number of something."""
    return unit.words >= _DECK_WORDS or (unit.words >= _DECK_WORDS - 2 and any(map(str.isdigit, unit.plain)))


def _repeated(units: Sequence[Unit], lines: list[int], place: int) -> bool:
    near = (n for n in lines if place < n <= place + _REPEAT_WITHIN)
    return units[place].words >= _TITLE_WORDS and any(same_title(units[place].plain, units[n].plain) for n in near)


def _published(units: Sequence[Unit], end: int) -> str | None:
    """Take the day from a date line of the top; one labelled as published first, one labelled as updated last."""
    clocks = [unit.clock for unit in units[:end] if unit.clock and unit.clock.day]
    clocks.sort(key=lambda clock: {"published": 0, None: 1, "updated": 2}[clock.label])
    return clocks[0].day if clocks else None


def labelled_day(units: Sequence[Unit]) -> str | None:
    """Take the day from a line below the story that says when it was published."""
    clocks = (unit.clock for unit in units if unit.clock)
    return next((clock.day for clock in clocks if clock.day and clock.label == "published"), None)
