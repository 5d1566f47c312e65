"""Words that tell a time without a number, and words around a time, as data."""

import re

from figures.extract.patterns import one_of
from figures.extract.times.calendar_terms import MONTHS, NUMBER_WORDS, SEASONS, WEEKDAYS
from figures.extract.vocabulary import word_set

#: Prepositions that stay in the wording, since they change the interval.
KEPT_BEFORE = word_set("since by until till before after between from through")
#: Prepositions that go.
DROPPED_BEFORE = word_set("in on at during of for throughout around about")
#: A month's name by itself is one only after one of these, which are also prepositions or narrow it.
MONTH_AFTER = KEPT_BEFORE | DROPPED_BEFORE | word_set("early late mid mid- last this next past previous and to or")
WHICH = word_set("last this next past previous coming current")
#: Parts of a stretch of time, before "of" or directly before it, by what `intervals.part_of` calls them.
PARTS: dict[str, str] = {
    **{"early": "early", "late": "late", "mid": "mid", "mid-": "mid", "early-": "early", "late-": "late"},
    **{"start": "start", "beginning": "start", "middle": "mid", "end": "end", "close": "end"},
}
PORTIONS: dict[str, str] = {
    **{"first half": "h1", "second half": "h2", "last half": "h2", "first quarter": "q1", "second quarter": "q2"},
    **{"third quarter": "q3", "fourth quarter": "q4", "last quarter": "q4", "final quarter": "q4"},
}
#: After one of these the time is what a figure is compared with, not its own.
COMPARED = word_set("than compared versus vs vs. against from over to with on")
#: "The most since 2009" tells no time of its own.
RECORD_WORDS = word_set("first most worst best record time lowest highest largest biggest fastest")
DETERMINERS = word_set("a an the its their his her our this that")
#: What may follow a year that is no attribute of the next word.
AFTER_YEAR = word_set(
    "and or but to in on at by for from with of as was were is are had has have when while that which who after before "
    "since until through during because than though although compared"
)
#: Names that hold a weekday: "Black Friday", "The Sunday Times".
NAMED_DAYS_BEFORE = word_set("black super good ash palm easter bloody cyber giving the")
PAPERS = word_set("times mirror telegraph mail express post herald mass service league")

_UNIT = one_of(SEASONS | word_set("day week weekend month quarter year decade century night morning afternoon evening"))
_COUNT = rf"(?:[0-9]{{1,3}}|{one_of([*NUMBER_WORDS, 'few', 'several', 'couple of'])})"
_VAGUE = frozenset(
    {"already", "earlier", "currently", "previously", "so far", "thus far", "to date", "at present", "now", "until now"}
)
_BACK_UNITS = ("day", "week", "month", "year", "decade", "century")
_NEAR_DAYS = word_set("yesterday today tonight tomorrow overnight")
_DAYS = [day.capitalize() for day in WEEKDAYS]
_MONTHS = [month.capitalize() for month in list(MONTHS)[:12]]

#: Every wording of a time that holds no date with a number.
TIME_WORDS = re.compile(
    rf"""(?:
      (?P<weekday>{one_of(_DAYS)})(?:\s(?:morning|afternoon|evening|night))?\b
    | (?P<month>{one_of(_MONTHS)})\b
    | (?P<which>{one_of(WHICH, capitals=True)})\s(?:(?P<unit>{_UNIT})\b
        |(?P<count>{_COUNT})\s(?P<units>(?:hour|day|week|month|year|decade)s?)\b)
    | (?P<recent>[Rr]ecent\s(?:day|week|month|year|decade|time)s\b)
    | (?P<day>{one_of(_NEAR_DAYS, capitals=True)})\b
    | (?P<article>[Aa]|[Oo]ne|[Tt]he)\s(?P<back>{one_of(_BACK_UNITS)})\s(?P<far>ago|earlier|before)\b
    | (?P<whole>[Tt]he\s(?P<of>week|month|quarter|year|decade))\b
    | (?P<vague>{one_of(_VAGUE, capitals=True)})\b(?!-)
    | (?P<event>[Ss]ince\s(?:the\s)?(?:start|beginning|outbreak|onset|end)\sof\s
        (?:the\s)?(?!the\b)[\w'-]{{1,30}}(?:\s[\w'-]{{1,30}})?)
    )""",
    re.VERBOSE,
)
_OPENINGS = (
    {"recent", "since the", "since start"}
    | (WHICH | _VAGUE | _NEAR_DAYS)
    | {f"{article} {unit}" for article in ("a", "one", "the") for unit in (*_BACK_UNITS, "quarter")}
)
_CAPITALS = [*_DAYS, *_MONTHS, *(word[0].upper() + word[1:] for word in _OPENINGS)]
#: Where to look for one: its first words, the capitals apart, which fails fast.
TIME_TRIGGERS = re.compile(rf"(?<!\w)(?:{one_of(_CAPITALS)}|{one_of(_OPENINGS)})\b")
