"""One spelling for one name: places and unknown nouns that differ in a letter, and which place lies in which."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from figures.compare.peoples import people_of
from figures.compare.profile import Outer
from figures.compare.sense import Sense
from figures.extract.places.place_words import KNOWN

#: Names are one where rapidfuzz finds them this much alike (0 to 100): Odesa and Odessa are, Austria and Australia not.
ALIKE = 90
#: Shorter words are never taken for misspellings of one another, and only these first letters' blocks are compared.
_LEAST, _BLOCK = 5, 3
#: A block of more words than this is left alone: it would cost its square.
_MOST = 400
#: Known names that are each other's spellings; two other known names are two places.
_VARIANTS = frozenset({"odesa", "odessa"})


def same_spelling(senses: Sequence[Sense]) -> tuple[list[Sense], Outer]:
    """Give the senses with one spelling for each place and unknown noun, and the larger places around each place."""
    places = _spellings(Counter(name for sense in senses for name in sense.places))
    heads = _spellings(Counter(head for sense in senses if (head := _head(sense))))
    outer: dict[str, set[str]] = {}
    result = []
    for sense in senses:
        if places and not places.keys().isdisjoint(sense.places):
            sense = replace(sense, places=frozenset(places.get(name, name) for name in sense.places))
        head = _head(sense)
        if head in heads:
            sense = replace(sense, scope=replace(sense.scope, thing="=" + heads[head]))
        for inner, whole in sense.within:
            outer.setdefault(places.get(inner, inner), set()).add(places.get(whole, whole))
        result.append(sense)
    return result, {inner: frozenset(wholes - {inner}) for inner, wholes in outer.items()}


def _head(sense: Sense) -> str:
    thing = sense.scope.thing
    return thing[1:] if thing and thing.startswith("=") else ""


def _spellings(counted: Counter[str]) -> dict[str, str]:
    """Give the spelling to use for each name that has a more frequent one, of equals the first of the alphabet."""
    from rapidfuzz import fuzz, process

    blocks: dict[str, list[str]] = {}
    for name in sorted(counted, key=lambda name: (-counted[name], name)):
        if len(name) >= _LEAST and name.isalpha() and people_of(name) is None:
            blocks.setdefault(name[:_BLOCK], []).append(name)
    found: dict[str, str] = {}
    for names in blocks.values():
        if not 1 < len(names) <= _MOST:
            continue
        for at, name in enumerate(names):
            for _, _, other in process.extract(name, names[:at], scorer=fuzz.ratio, score_cutoff=ALIKE, limit=1):
                if not (name in KNOWN and names[other] in KNOWN and name not in _VARIANTS):
                    found[name] = found.get(names[other], names[other])
    return found
