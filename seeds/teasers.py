"""Other stories on a page: lists under "Related articles", and headlines with a clock below the story."""

from collections.abc import Sequence
from datetime import date

from seeds.dates import Clock, day_before
from seeds.document import ZoneKind
from seeds.patterns import Later
from seeds.titles import same_title, titled
from seeds.units import Unit

#: A title, its repeats, its publisher and its clock stand within so many lines.
_NEAR = 5
#: A line of fewer words among teasers is a publisher's or section's name, not a title.
_NAME_WORDS = 3
#: Dates under a title make it another story only where they are this near to the document's own.
_DAYS_APART = 400
_LINK = Later(r"\[([^\]\[]{1,300})\]\([^()\s]{1,500}\)")
#: Without a line of these kinds or a clock no other story stands on a page.
_OPENERS = ("pointer", "related")
_ASIDE = ("furniture", "image", "rule", "byline", "caption")


class Story:
    """One item while it is being found."""

    __slots__ = ("day", "timed", "title")

    def __init__(self, title: str | None = None) -> None:
        self.title = title
        self.day: str | None = None
        self.timed = False


class Page:
    """A page while it is being labelled: a label (zone kind, item) for each unit, None where it is the own story's."""

    __slots__ = ("base", "dated", "foot", "labels", "next_clock", "stories", "text", "units")

    def __init__(self, text: str, units: Sequence[Unit], base: str | None) -> None:
        self.text = text
        self.units = units
        self.base = base
        self.stories = [Story()]
        self.labels: list[tuple[ZoneKind, int] | None] = [None] * len(units)
        self.next_clock = _next_clocks(units)
        self.dated = False
        self.foot: dict[int, bool] = {}

    def open_story(self, title: str | None) -> int:
        """Start another story and give its number."""
        self.stories.append(Story(title and _LINK.sub(r"\1", title)))
        return len(self.stories) - 1

    def pointed(self, unit: Unit) -> str:
        """Give the title on a pointer line ("Read also: ...")."""
        return self.text[unit.split : unit.end].strip(" *_#")

    def time(self, number: int, clock: Clock | None) -> None:
        """Date a story by its first clock."""
        story = self.stories[number]
        if clock and number and not story.timed:
            story.timed = True
            story.day = clock.day or day_before(self.base, clock.hours)


def label_teasers(text: str, units: Sequence[Unit], first: int, base: str | None) -> Page:
    """Label every other story of a page; the own story's top reaches up to units[first], and sentences start below."""
    page = Page(text, units, base)
    if not any(unit.clock or unit.kind in _OPENERS for unit in units):
        return page
    page.dated = _dated_list(page, first)
    place, below_story = 0, False
    while place < len(units):
        unit = units[place]
        if unit.kind == "pointer":
            page.labels[place] = ("teaser", page.open_story(page.pointed(unit)))
        elif place > first and below_story and (_list_opens(page, place) or _opens(page, place)):
            place = _label_list(page, place)
            continue
        below_story = below_story or (place >= first and unit.kind == "prose")
        place += 1
    return page


def _next_clocks(units: Sequence[Unit]) -> list[int]:
    """Give for each unit the place of the next clock line below it, or a place out of reach."""
    places = [len(units) + _NEAR] * len(units)
    for place in range(len(units) - 2, -1, -1):
        places[place] = place + 1 if units[place + 1].clock else places[place + 1]
    return places


def _dated_list(page: Page, first: int) -> bool:
    """Tell whether at least two titles below the top have a date of the document's own time under them."""
    pairs = 0
    for place in range(first + 1, len(page.units) - 1):
        clock = page.units[place + 1].clock
        if clock and not clock.relative and titled(page.units[place]) and _of_the_time(clock, page.base):
            pairs += 1
    return pairs > 1


def _of_the_time(clock: Clock, base: str | None) -> bool:
    if clock.day is None or base is None:
        return clock.day is not None
    return abs((date.fromisoformat(clock.day) - date.fromisoformat(base[:10])).days) <= _DAYS_APART


def _opens(page: Page, place: int) -> bool:
    """Tell whether another story's title, or the clock above it, stands here."""
    units, unit, clock_at = page.units, page.units[place], page.next_clock[place]
    if unit.clock:
        below = units[place + 1] if place + 1 < len(units) else None
        return unit.clock.relative and below is not None and titled(below) and below.words > _NAME_WORDS
    if clock_at > place + _NEAR or not titled(unit):
        return False
    clock = units[clock_at].clock
    between = units[place + 1 : clock_at]
    if unit.words <= _NAME_WORDS and not _named_by_itself(units, place, clock_at):
        return False
    if any(same_title(unit.plain, other.plain) for other in units[place + 1 : clock_at + 2] if titled(other)):
        return True
    names = [u for u in between if u.kind not in _ASIDE]
    if clock is None or not all(u.kind == "short" and u.words <= _NAME_WORDS + 1 for u in names):
        return False
    if clock.relative:
        return len(between) <= 1 or any(u.kind == "byline" for u in between)
    signed = any(u.kind == "byline" for u in units[place + 1 : clock_at + 2])
    return (signed or page.dated) and len(between) <= 2 and _of_the_time(clock, page.base)


def _named_by_itself(units: Sequence[Unit], place: int, clock_at: int) -> bool:
    """Tell whether a line of few words is a title: its clock right below, and then a summary or the title again."""
    below = units[clock_at + 1] if clock_at + 1 < len(units) else None
    if clock_at > place + 1 or below is None:
        return False
    return below.kind == "prose" or same_title(units[place].plain, below.plain)


def _list_opens(page: Page, place: int) -> bool:
    """Tell whether a list of other stories starts with the line here ("Related articles")."""
    units, unit = page.units, page.units[place]
    if unit.kind != "related":
        return False
    below = next((n for n in range(place + 1, min(len(units), place + 1 + _NEAR)) if units[n].kind not in _ASIDE), None)
    if below is None:
        return False
    if _opens(page, below):
        return True
    if not unit.sure:
        return titled(units[below]) and below + 1 < len(units) and titled(units[below + 1])
    if titled(units[below]) or units[below].kind in ("pointer", "related"):
        return True
    later = sum(u.kind == "prose" for u in units[below : below + 2])
    return units[below].kind == "prose" and later < 2


class _List:
    """Where the labelling of a list stands."""

    __slots__ = ("clock_first", "clocked", "closed", "number", "summaries", "titles")

    def __init__(self, clocked: bool) -> None:
        self.number = 0
        self.clocked = clocked
        self.clock_first = False
        self.summaries = False
        self.titles = 0
        self.closed = False


def _label_list(page: Page, place: int) -> int:
    """Label a list of other stories from here on; give the place where the own story goes on, or the end."""
    units = page.units
    state = _List(clocked=page.next_clock[place] <= place + _NEAR + 1 or units[place].clock is not None)
    while place < len(units):
        unit = units[place]
        if unit.kind in ("prose", "caption") and not (titled(unit) and _opens(page, place)):
            if _story_resumes(page, place, state):
                return place
            state.summaries = True
            page.labels[place] = _summary(page, state)
        elif unit.kind == "pointer":
            page.labels[place] = ("teaser", page.open_story(page.pointed(unit)))
        elif titled(unit):
            page.labels[place] = _title(page, place, state)
        else:
            page.labels[place] = _aside(page, place, state)
        place += 1
    return place


def _story_resumes(page: Page, place: int, state: _List) -> bool:
    """Tell whether a box of bare headlines ends here and the own story goes on: two paragraphs in a row."""
    following = page.units[place : place + 2]
    bare = state.titles > (1 if state.clocked else 0) and not state.summaries and not state.closed
    return bare and len(following) == 2 and all(unit.kind == "prose" and unit.stop == "." for unit in following)


def _summary(page: Page, state: _List) -> tuple[ZoneKind, int]:
    if state.closed:
        return "boilerplate", 0
    if not state.number:
        state.number = page.open_story(None)
    return "teaser", state.number


def _title(page: Page, place: int, state: _List) -> tuple[ZoneKind, int]:
    unit = page.units[place]
    story = page.stories[state.number]
    known = story.title if state.number else None
    if known and not story.timed and unit.words <= _NAME_WORDS and page.next_clock[place] == place + 1:
        return "boilerplate", state.number
    if known and not state.closed and same_title(known, unit.plain):
        return "teaser", state.number
    if state.number and known is None and state.clock_first and not state.closed and unit.words > _NAME_WORDS - 1:
        page.stories[state.number].title = unit.plain
        state.titles += 1
        return "teaser", state.number
    long_enough = unit.words > _NAME_WORDS or (not state.clocked and unit.words == _NAME_WORDS)
    if _opens(page, place) or (long_enough and not state.closed and (not state.clocked or not state.number)):
        state.number, state.closed = page.open_story(unit.plain), False
        state.titles += 1
        return "teaser", state.number
    if state.closed or unit.words <= _NAME_WORDS or not state.number:
        return "boilerplate", 0 if state.closed else state.number
    return "teaser", state.number


def _aside(page: Page, place: int, state: _List) -> tuple[ZoneKind, int]:
    """Label a line of a list that is no one's words: its clocks, its pictures, the page's foot."""
    unit = page.units[place]
    if unit.kind == "related":
        state.closed, state.number = False, 0
    elif unit.kind in ("footer", "comments"):
        state.closed = True
    elif unit.clock and not state.closed:
        state.clock_first = state.clock_first or not state.titles
        if state.clock_first and _opens(page, place):
            state.number = page.open_story(None)
        page.time(state.number, unit.clock)
    return "boilerplate", 0 if state.closed else state.number
