"""What decides whether a doubtful word after a number is its unit: the words around it.

Plain "pounds" are money beside words of money (or a scale word: "5 million pounds") unless ", of" follows as in
"pounds of explosives" or a word of weight stands nearer; in all other cases they are weight. Windows are bounded.
"""

from collections.abc import Callable
from functools import cache

from figures.extract.units.context import (
    FOLLOWERS,
    LITTLE_WORDS,
    METRE_AFTER,
    METRE_BEFORE,
    MILLION_BEFORE,
    MONEY_WORDS,
    SECOND_NOUNS,
    STONE_WORDS,
    WEIGHT_WORDS,
)
from figures.extract.units.model import Leaf
from seeds.patterns import Later

_BEFORE = 60
_AFTER = 40

_NEXT_WORD = Later(r"[ \xa0]{1,2}\n?([^\W\d_]{1,20})(?!\w)|\n([^\W\d_]{1,20})(?!\w)")
_WORDS = Later(r"[£$€]|[^\W\d_]+(?:'s)?")
_ONE_OR_PART = Later(r"(?:(?<![\w.,])(?:1|one|a|an|half|quarter|third|tenth)|\d\.\d{1,9}|[¼-¾⅐-⅞])$")
_SCALE = Later(r"(?:million|billion|trillion|thousand|crore|lakh|\d ?(?:bn|mn|m|tn|k))$")
_LARGE = Later(r"(?:\d[,.\xa0 ]\d{3}|\d{4})$")
_TEMPERATURE = Later(r"(?:[-−]\d|(?<!\d)\d\d|(?<!\d)1\d\d|\d\.\d)$")
_WEATHER = Later(r"warm|temperatur|heat|cold|climate|degree|weather|frost")
_SCHOOL_YEAR = Later(r"Year \d")
_PICTURE_LINES = Later(r"(?<!\d)(?:240|360|480|720|1080|1440|2160|4320)$")
_METRE_LETTER = Later(r"m(?![^\W_])(?:[ \xa0-]?([^\W\d_]{1,14}(?:'s)?))?")


def next_word(view: str, pos: int, limit: int) -> str:
    """Give the word one space after `pos`, lower case; "" where punctuation, a digit or the end comes first."""
    found = _NEXT_WORD.match(view, pos, limit)
    return (found[1] or found[2]).lower() if found else ""


def _words_before(view: str, pos: int) -> list[str]:
    """Give the words of the window before `pos`, the nearest last; money signs count as words."""
    words: list[str] = _WORDS.findall(view[max(0, pos - _BEFORE) : pos].lower())
    return words


def is_one_or_part(view: str, pos: int) -> bool:
    """Whether the number before `pos` takes a singular: 1, one, half, 9.58."""
    return _ONE_OR_PART.search(view, max(0, pos - 12), pos) is not None


def _scaled(view: str, pos: int) -> bool:
    return _SCALE.search(view[max(0, pos - 12) : pos].lower()) is not None


def _followed(view: str, pos: int, start: int, end: int, limit: int) -> bool:
    """Not before a noun that makes a describing word of it."""
    following = next_word(view, end, limit)
    word = view[start:end]
    return following not in _followers().get(word, _followers().get(word.lower(), frozenset()))


@cache
def _followers() -> dict[str, frozenset[str]]:
    return {word: frozenset(nouns.split()) for word, nouns in FOLLOWERS.items()}


def _second(view: str, pos: int, start: int, end: int, limit: int) -> bool:
    """Take "30-second", "one second", "a 30 second clip"; leave "two second homes"."""
    following = next_word(view, end, limit)
    if view[pos : pos + 1] == "-" or following in SECOND_NOUNS:
        return True
    return is_one_or_part(view, pos) and (not following or following in LITTLE_WORDS)


def _year(view: str, pos: int, start: int, end: int, limit: int) -> bool:
    """Take "a 3 year term"; leave "three year groups", "12 Year 6 pupils"."""
    return next_word(view, end, limit) != "groups" and not _SCHOOL_YEAR.match(view, start, limit)


def _metre(view: str, pos: int, start: int, end: int, limit: int) -> bool:
    """Take a glued m as it comes and "2 m wide"; leave "2 m people"."""
    return start == pos or metres_not_millions(view, start, limit)


def _degree(view: str, pos: int, start: int, end: int, limit: int) -> bool:
    """Take "360-degree", "one degree", "0.5 degree"; leave "three degree courses"."""
    return view[pos : pos + 1] == "-" or is_one_or_part(view, pos)


def _degrees(view: str, pos: int, start: int, end: int, limit: int) -> bool:
    """Take "30 degrees"; leave "two degrees in law", "six degrees of separation"."""
    following = next_word(view, end, limit)
    spelled = not view[pos - 1 : pos].isdigit()
    return not (following in ("of", "from") or (spelled and following in ("in", "at")))


def _stone(view: str, pos: int, start: int, end: int, limit: int) -> bool:
    """Take "a 12-stone man", "weighs 12 stone"; leave "four stone walls"."""
    if view[pos : pos + 1] == "-":
        return True
    around = {next_word(view, end, limit), *_words_before(view, pos)}
    return not around.isdisjoint(STONE_WORDS)


def _stone_symbol(view: str, pos: int, start: int, end: int, limit: int) -> bool:
    """Take "12st"; leave the ordinal "21st"."""
    return view[pos - 1 : pos] != "1" or view[max(0, pos - 2) : pos] == "11"


def _lower(view: str, pos: int, start: int, end: int, limit: int) -> bool:
    return view[start].islower()


def _not_a_name(view: str, pos: int, start: int, end: int, limit: int) -> bool:
    """Take "500 euro", "500 Euro."; leave "two Euro finals"."""
    return view[start].islower() or not next_word(view, end, limit)


def _no_mountain(view: str, pos: int, start: int, end: int, limit: int) -> bool:
    """Take "36 Mt of carbon"; leave "eight Mt Everest climbers"."""
    return not view[end + 1 : min(end + 2, limit)].isupper()


def _decimal(view: str, pos: int, start: int, end: int, limit: int) -> bool:
    return is_one_or_part(view, pos) and view[pos - 1 : pos].isdigit()


def _digit(view: str, pos: int, start: int, end: int, limit: int) -> bool:
    return view[pos - 1 : pos].isdigit()


def _warm(view: str, pos: int, start: int, end: int, limit: int) -> bool:
    """Take "40C", "-5C", "1.5C" anywhere, "2C" beside words of weather; leave "Section 5C"."""
    if _TEMPERATURE.search(view, max(0, pos - 4), pos):
        return True
    return _WEATHER.search(view[max(0, pos - _BEFORE) : min(limit, end + _AFTER)].lower()) is not None


def _compound(view: str, pos: int, start: int, end: int, limit: int) -> bool:
    """Take "64-bit"; leave "two bits of advice"."""
    return view[pos : pos + 1] == "-"


def _pence(view: str, pos: int, start: int, end: int, limit: int) -> bool:
    """Take "50p"; leave "1080p", the lines of a picture."""
    return _PICTURE_LINES.search(view, max(0, pos - 5), pos) is None


def _large(view: str, pos: int, start: int, end: int, limit: int) -> bool:
    """Take "5,000 won", "3 million won"; leave "the 12 won"."""
    return _scaled(view, pos) or _LARGE.search(view, max(0, pos - 8), pos) is not None


def _is_weight(view: str, pos: int, start: int, end: int, limit: int) -> bool:
    following = next_word(view, end, limit)
    if following in ("sterling", "note", "notes", "coin", "coins"):
        return False
    if following == "of" or (view[pos : pos + 1] == "-" and not _scaled(view, pos)):
        return True
    for word in reversed(_words_before(view, pos)):
        if word in MONEY_WORDS:
            return False
        if word in WEIGHT_WORDS:
            return True
    after = _WORDS.findall(view[end : min(limit, end + _AFTER)].lower())
    for word in after:
        if word in MONEY_WORDS:
            return False
        if word in WEIGHT_WORDS:
            return True
    return not _scaled(view, pos)


_Rule = Callable[[str, int, int, int, int], bool]

#: The rules by the names that the tables give them.
RULES: dict[str, _Rule] = {
    "followed": _followed,
    "second": _second,
    "year": _year,
    "metre": _metre,
    "degree": _degree,
    "degrees": _degrees,
    "stone": _stone,
    "stone_symbol": _stone_symbol,
    "lower": _lower,
    "not_a_name": _not_a_name,
    "no_mountain": _no_mountain,
    "decimal": _decimal,
    "digit": _digit,
    "warm": _warm,
    "compound": _compound,
    "pence": _pence,
    "large": _large,
}


def decide(leaf: Leaf, view: str, pos: int, start: int, end: int, limit: int) -> Leaf | None:
    """Give the unit that view[start:end] is after the number that ends at `pos`; None where it is none."""
    if leaf.guard == "pounds":
        return leaf if _is_weight(view, pos, start, end, limit) else leaf._replace(name="GBP", kind="money")
    return leaf if RULES[leaf.guard](view, pos, start, end, limit) else None


def metres_not_millions(view: str, pos: int, limit: int) -> bool:
    """Whether the letter m glued to the number that ends at `pos` is metres, by the words around it.

    Before a noun it is millions ("5m people"); where nothing tells, and no money or crowd stands before it, metres.
    """
    found = _METRE_LETTER.match(view, pos, limit)
    if found is None:
        return False
    following = (found[1] or "").lower()
    if following in METRE_AFTER or view[pos + 1 : pos + 2] == "/":
        return True
    if following and following not in LITTLE_WORDS:
        return False
    for word in reversed(_words_before(view, pos)):
        if word in MILLION_BEFORE or word in "£$€":
            return False
        if word in METRE_BEFORE:
            return True
    return not following
