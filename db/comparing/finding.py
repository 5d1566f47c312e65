"""What is found in one question: relations, origins, sums and signs."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from figures.compare.copies import Copies
from figures.compare.mention import Mention
from figures.compare.origins import origins
from figures.compare.profile import Outer
from figures.compare.relations import Related, related
from figures.compare.sense import Sense
from figures.compare.signs import signs_in
from figures.compare.sums import sums_across, sums_in
from figures.model import RelationKind, Sign, Sum

#: What counts of a figure that is one thing to some and another to others.
_WEIGHT: Mapping[RelationKind, int] = {"conflict": 3, "equal": 2, "compatible": 1, "not_comparable": 0}


@dataclass(frozen=True, slots=True)
class Found:
    """What is found in a question; figures are named by their ids.

    `relation` is for each figure the weightiest that it has to another: conflict, equal, compatible, not_comparable.
    `support` is how many independent origins say the same as it.
    """

    members: tuple[str, ...]
    related: Related
    origins: tuple[tuple[str, ...], ...]
    sums: tuple[Sum, ...]
    signs: tuple[Sign, ...]
    relation: Mapping[str, RelationKind]
    support: Mapping[str, int]

    @property
    def conflicts(self) -> int:
        """How many pairs of figures conflict."""
        return sum(pair.relation == "conflict" for pair in self.related.relations)


def find(
    senses: Sequence[Sense], mentions: Sequence[Mention], sums: Iterable[Sum], stories: Copies, outer: Outer
) -> Found:
    """Find what there is between the figures of one question.

    `senses` are its figures as they were read; `mentions` all of them, also those that have no number to compare;
    `sums` those inside its items, of which those count whose figures are all of the question.
    """
    inside = {sense.id for sense in senses}
    added = [one for one in sums if one.total in inside and inside.issuperset(one.parts)]
    added += sums_across(senses)
    sources = tuple(origins(mentions, stories))
    pairs = related(senses, outer)
    signs = tuple(signs_in(senses, added, sources, outer))
    members = tuple(mention.id for mention in mentions)
    return Found(members, pairs, sources, tuple(added), signs, weightiest(pairs), _support(members, pairs, sources))


def sums_of(senses: Sequence[Sense]) -> list[Sum]:
    """Find the sums inside each item of some documents, whose figures are given together and in order."""
    items = groupby(senses, key=lambda sense: (sense.document, sense.item))
    return [one for _, item in items for one in sums_in(list(item))]


def weightiest(pairs: Related) -> dict[str, RelationKind]:
    """Give for each figure that is related to any other the relation that counts."""
    found: dict[str, RelationKind] = {}

    def note(name: str, relation: RelationKind) -> None:
        if name not in found or _WEIGHT[relation] > _WEIGHT[found[name]]:
            found[name] = relation

    for pair in pairs.relations:
        note(pair.a, pair.relation)
        note(pair.b, pair.relation)
    if pairs.note is not None:
        # Of a very large question the first of those that say the same is related for all of them.
        for same in pairs.classes:
            for name in same if len(same) > 1 else ():
                note(name, "equal")
                note(name, found.get(same[0], "equal"))
    return found


def _support(members: Sequence[str], pairs: Related, sources: Sequence[Sequence[str]]) -> dict[str, int]:
    origin = {name: number for number, group in enumerate(sources) for name in group}
    backing = {name: {origin[name]} for name in members if name in origin}
    for pair in pairs.relations:
        if pair.relation == "equal" and pair.a in backing and pair.b in backing:
            backing[pair.a].add(origin[pair.b])
            backing[pair.b].add(origin[pair.a])
    found = {name: len(several) for name, several in backing.items()}
    for same in pairs.classes if pairs.note is not None else ():
        together = len({origin[name] for name in same if name in origin})
        found |= {name: max(found[name], together) for name in same if name in found}
    return found
