"""Everything that comparing finds, put together question by question."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from figures.compare.mention import Mention
from figures.compare.questions import NOTHING, Settled, suggested
from figures.compare.relations import Related, related
from figures.compare.signs import signs_in
from figures.compare.sums import sums_across
from figures.model import Question, Sign, Sum


@dataclass(frozen=True, slots=True)
class Compared:
    """A question with its relations, its members by origin, the sums among them, and the signs of a misreport."""

    question: Question
    related: Related
    origins: tuple[tuple[str, ...], ...]
    sums: tuple[Sum, ...]
    signs: tuple[Sign, ...]


def compare(
    mentions: Iterable[Mention], origins: Iterable[Sequence[str]] = (), settled: Settled = NOTHING
) -> Iterator[Compared]:
    """Compare mentions, in any order; yield questions in the order of their first members, with what is found in each.

    `origins` are groups of mention ids that have one origin, as `origins.origins` gives them; a sign is only between
    figures of one origin or document. One question at a time, as the relations of all of them take more memory than the
    figures.
    """
    groups, outer = suggested(mentions, settled)
    where = {sense.id: number for number, group in enumerate(groups) for sense in group.senses}
    shared: dict[int, list[tuple[str, ...]]] = {}
    for ids in origins:
        inside: dict[int, list[str]] = {}
        for one in ids:
            if one in where:
                inside.setdefault(where[one], []).append(one)
        for number, members in inside.items():
            shared.setdefault(number, []).append(tuple(members))
    for number, group in enumerate(groups):
        sources = tuple(shared.get(number, ()))
        sums = (*group.sums, *sums_across(group.senses))
        signs = signs_in(group.senses, sums, sources, outer)
        yield Compared(group.question, related(group.senses, outer), sources, sums, tuple(signs))
