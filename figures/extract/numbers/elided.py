"""Currencies named once: "$1.1 billion from 1.8 billion", "costs of between 2 and 3 billion"."""

from figures.extract.units.context import MONEY_WORDS
from seeds.patterns import Later

#: Smaller scales than this count people and things as often as money.
LARGE = 1_000_000
#: What links a number to the one before it, of which it is the earlier, the later or the other.
_LINKED = Later(
    r",?\s(?:(?:up|down|compared|and|or)\s)?(to|from|with|against|versus|and|or)\s(?:(?:about|around|some|nearly)\s)?"
)
#: What stands behind a number that counts nothing.
_NO_NOUN = Later(
    r"\s?[.,;:)\]\"'](?!\w)|\s?\Z|\s(?:a|an|the|in|on|at|by|from|to|for|and|or|but|as|last|this|per|after|before|"
    r"earlier|previously|compared|over|during|with|while|when)\b"
)
#: "25 million euros to farms, 2.2 million to schools".
_GIVEN = (" to ", " for ", " from ")
#: So far behind the money, and so many words behind a word that speaks of money.
_NEAR, _FEW = 120, 5


def link_to(view: str, money: int, start: int, after: int, limit: int) -> str | None:
    """Give what links the number at view[start:after] to the money that ends at `money`; None where nothing does.

    "" says that the words before the number speak of money, without a link.
    """
    if start - money > _NEAR or not _NO_NOUN.match(view, after, limit):
        return None
    linked = _LINKED.fullmatch(view, money, start)
    if linked is not None:
        return linked[1]
    if view.endswith((", ", " and "), money, start) and view.startswith(_GIVEN, after):
        return ""
    return None if MONEY_WORDS.isdisjoint(view[money:start].lower().split()[-_FEW:]) else ""
