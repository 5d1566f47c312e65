"""Words that tell a time without a number, and words around a time, as data."""

from figures.extract.times.calendar_terms import MONTHS, NUMBER_WORDS, SEASONS, WEEKDAYS
from figures.extract.vocabulary import word_set

#: Prepositions that stay in the wording, since they change the interval.
KEPT_BEFORE = word_set("since by until till before after between from through")
#: Prepositions that go.
DROPPED_BEFORE = word_set("in on at during of for throughout around about")
#: A month's name by itself is one only after one of these, which are also prepositions or narrow it.
MONTH_AFTER = (
    KEPT_BEFORE | DROPPED_BEFORE | word_set("early late mid mid- last this next past previous and to or ended ending")
)
#: What stands between a stretch of months and its last: "the three months to September", "the year ended in March".
ENDING = word_set("to through until ended ending")
MONTHS_IN: dict[str, int] = {"quarter": 3, "half": 6, "half-year": 6, "year": 12}
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

#: What "last", "this" and the like stand before, and what may count it.
UNITS = SEASONS | word_set("day week weekend month quarter year decade century night morning afternoon evening")
COUNTS = frozenset(NUMBER_WORDS) | {"few", "several", "couple of"}
VAGUE = frozenset(
    {"already", "earlier", "currently", "previously", "so far", "thus far", "to date", "at present", "now", "until now"}
)
#: "A year ago", "the week".
BACK_UNITS = word_set("day week month year decade century")
WHOLE_UNITS = word_set("week month quarter year decade")
#: "Before the war": a time known to the reader, of which the text need not give the day.
EVENTS = word_set(
    "war invasion conflict pandemic crisis coup revolution attack attacks offensive disaster earthquake quake flood "
    "floods outbreak ceasefire truce blockade siege sanctions election elections crash"
)
#: "At Christmas": as events, times of which the text need not give the day.
FEASTS = word_set("christmas easter ramadan diwali passover thanksgiving hanukkah midsummer")
FEASTS_AFTER = word_set("at by since over during before after until last this")
#: "Under a deal signed in 2023": what was done then is not what the figure tells.
DONE = word_set(
    "signed agreed built founded established launched adopted approved introduced enacted ratified negotiated brokered "
    "struck commissioned imposed elected appointed reached passed formed created unveiled written drafted inked"
)
#: "In the spring". Fall is too often a fall.
PARTS_OF_YEAR = word_set("spring summer autumn winter")
NEAR_DAYS = word_set("yesterday today tonight tomorrow overnight")
WEEKDAY_NAMES = frozenset(WEEKDAYS)
MONTH_NAMES = frozenset(list(MONTHS)[:12])
