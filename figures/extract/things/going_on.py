"""A number with no noun of its own goes on counting what was counted before it; when, and what that is called then."""

from figures.extract.things import noun_words as words
from seeds.patterns import Later

_DIE = (" died", " perished", " drowned", " fled", " survived")
_ESTIMATE = Later(r"\b(?:estimate|figure|forecast|projection|count|target|total)s?\sof\s(?:[a-z]+\s){0,2}$")


def going_on(view: str, end: int, noun: str | None) -> str | None:
    """Give what a number that ends at `end` goes on counting: of "people injured" the people.

    Only where a verb of its own follows ("dozens left homeless") are they called otherwise. Nor do deaths die:
    "Of the deaths, 700 were in the north; 200 died in the capital".
    """
    if noun is None:
        return "people" if view.startswith(_DIE[:3], end) else None
    if noun in words.HARMS:
        return "people" if view.startswith(_DIE, end) else noun
    if noun.startswith("people ") and noun.removeprefix("people ") in words.HARMED:
        following = view[end : end + 24].split()[:1]
        return "people" if following and following[0].strip(",.;") in words.VERBS else noun
    return noun


def is_participle(text: str) -> bool:
    """See whether a phrase is only what was done to things named before: "800 cases, 95 confirmed"."""
    head = text.partition(" ")[0]
    return head.endswith("ed") and len(head) > len("naked") and head.islower()


def is_no_one(noun: str, harm: str) -> bool:
    """See whether what was counted cannot be killed or hurt: "It hit 40 villages and 12 were killed"."""
    return harm in words.BODILY and noun.rpartition(" ")[2].lower() in words.THINGS


def is_estimate(view: str, begin: int, floor: int) -> bool:
    """See whether a number at `begin` is said to be an estimate: what of, the sentence before tells."""
    return _ESTIMATE.search(view, max(floor, begin - 32), begin) is not None
