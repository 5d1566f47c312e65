"""Where numbers first come from: figures that go back to one speaker, one document or one paragraph are one origin."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from datetime import date

from figures.compare.copies import Copies
from figures.compare.mention import Mention
from figures.compare.passages import TELLING, passage_key
from figures.compare.scope import compare_scopes, scope_of
from figures.compare.speakers import Speaker, publishers, settled
from figures.compare.unions import Unions

#: The same number of one thing is looked for among so many figures at most; where there are more, the rest repeat them.
_COMPARED = 8


def origins(mentions: Iterable[Mention], copies: Copies) -> list[tuple[str, ...]]:
    """Give the groups of mentions that have one origin, as ids; each mention is in just one, alone or with others.

    One origin are: what one speaker is quoted with in one document and its copies; an equal number of one named
    speaker in any documents, unless it is known to be of different times; the same sentence in copies, or, if it is
    long, in any documents; what nobody is named for in one item; and a number taken from another document's publisher.
    The groups come in the order of their first mentions, their members too. About linear in the number of mentions.
    """
    return _Search(list(mentions), copies).groups()


class _Search:
    """One search for origins: the mentions, who speaks in each, and what has been found to belong together."""

    def __init__(self, mentions: list[Mention], copies: Copies) -> None:
        self.mentions = mentions
        self.stories = {uid: copies.story(uid) for uid in dict.fromkeys(mention.document for mention in mentions)}
        named = settled((mention.document, mention.figure.attribution or "") for mention in mentions)
        self.speakers: list[Speaker | None] = [
            named.get((mention.document, mention.figure.attribution or "")) for mention in mentions
        ]
        self.united: Unions[int] = Unions(range(len(mentions)))
        # What depends on who comes first goes by place, not by the order in which mentions are given.
        self.order = sorted(
            range(len(mentions)), key=lambda at: (mentions[at].document, mentions[at].figure.start, mentions[at].id)
        )
        #: Mentions for whom a paragraph of several stories speaks, and not the item in which they stand.
        self.passed_on: set[int] = set()

    def groups(self) -> list[tuple[str, ...]]:
        """Find what belongs together."""
        self._join_passages()
        self._join_repeats()
        self._join_homes()
        self._join_quotations()
        self._join_chains()
        return [tuple(self.mentions[at].id for at in found) for found in self.united.sets()]

    def _join_passages(self) -> None:
        """Join equal numbers in the same sentence: of copies, or a long one of any documents."""
        for numbers in self._alike(self._passage):
            telling = passage_key(self.mentions[numbers[0]].sentence, TELLING) is not None
            stories = defaultdict(list)
            for at in numbers:
                stories[self._story(at)].append(at)
            for together in [numbers] if telling else stories.values():
                # One copy may have lost the words that tell who says so.
                named = next((one for at in together if (one := self.speakers[at]) is not None), None)
                for at in together:
                    self.speakers[at] = self.speakers[at] or named
                self._join(together)
            if telling and len(stories) > 1:
                self.passed_on.update(numbers)

    def _join_repeats(self) -> None:
        """Join a number that nobody is named for with the same number of the same thing that somebody is named for."""
        for numbers in self._alike(lambda at: ((self._home(at), value) for value in self._values(at))):
            named = [at for at in numbers if self.speakers[at] is not None][:_COMPARED]
            for at in numbers if named else ():
                if self.speakers[at] is None:
                    same = next((other for other in named if self._same_thing(at, other)), None)
                    if same is not None:
                        self.speakers[at] = self.speakers[same]
                        self._join([same, at])

    def _join_homes(self) -> None:
        """Join what one speaker says in a document and its copies, and what nobody is named for in one item."""

        def home(at: int) -> Iterator[Hashable]:
            one = self.speakers[at]
            if one is not None:
                yield one.key, self._story(at) if one.named else self._home(at)
            elif at not in self.passed_on:
                yield self._home(at)

        for numbers in self._alike(home):
            self._join(numbers)

    def _join_quotations(self) -> None:
        """Join equal numbers of one named speaker, unless they are known to be of different times."""

        def said(at: int) -> Iterator[Hashable]:
            one = self.speakers[at]
            if one is not None and one.named:
                yield from ((one.key, value) for value in self._values(at))

        for numbers in self._alike(said):
            for together in self._by_time(numbers):
                self._join(together)

    def _join_chains(self) -> None:
        """Join a number that is credited to a publisher with the same number of the same thing in its own document."""
        credited = {one.key for one in self.speakers if one is not None and one.named}
        printed: defaultdict[Hashable, list[int]] = defaultdict(list)
        for at in self.order:
            publisher_name = self.mentions[at].publisher
            for publisher in publishers(publisher_name) & credited if publisher_name else ():
                for value in self._values(at):
                    printed[publisher, value].append(at)
        for at, one in enumerate(self.speakers if printed else ()):
            for value in self._values(at) if one is not None else ():
                for source in printed.get((one.key, value), ())[:_COMPARED] if one is not None else ():
                    if self._story(source) != self._story(at) and self._same_thing(at, source):
                        self._join([source, at])

    def _alike(self, keys: Callable[[int], Iterable[Hashable]]) -> list[list[int]]:
        """Give the mentions, by number, that have a key in common; only where there are several."""
        found: defaultdict[Hashable, list[int]] = defaultdict(list)
        for at in self.order:
            for key in keys(at):
                found[key].append(at)
        return [numbers for numbers in found.values() if len(numbers) > 1]

    def _join(self, numbers: Sequence[int]) -> None:
        for at in numbers[1:]:
            self.united.join(numbers[0], at)

    def _story(self, at: int) -> str:
        return self.stories[self.mentions[at].document]

    def _home(self, at: int) -> Hashable:
        """Give what stands for the item of a mention; the main items of copies are one."""
        mention = self.mentions[at]
        return (mention.document, mention.figure.item) if mention.figure.item else self._story(at)

    def _passage(self, at: int) -> Iterator[Hashable]:
        figure = self.mentions[at].figure
        key = passage_key(self.mentions[at].sentence)
        if key is not None:
            yield key, figure.kind, figure.unit, figure.low, figure.high, figure.iso

    def _values(self, at: int) -> Iterator[Hashable]:
        """Yield what must be equal for two numbers to be one: an end will do, as bounds and ranges get lost."""
        figure = self.mentions[at].figure
        for number in {figure.low, figure.high} - {None}:
            yield figure.kind, figure.unit, number

    def _same_thing(self, one: int, other: int) -> bool:
        first, second = (
            scope_of(figure.noun, figure.predicate)
            for figure in (self.mentions[one].figure, self.mentions[other].figure)
        )
        if first.people and second.people and not first.people & second.people:
            return False
        return compare_scopes(first, second) in ("same", "part", "whole")

    def _by_time(self, numbers: Sequence[int]) -> list[list[int]]:
        """Part mentions by as-of; those without one go with the last time before they were published."""
        known = sorted((days, at) for at in numbers if (days := self._as_of(at)) is not None)
        begins: list[int] = []
        times: list[list[int]] = []
        latest = 0
        for (begin, end), at in known:
            if not times or begin > latest:
                begins.append(begin)
                times.append([])
            latest = max(latest, end)
            times[-1].append(at)
        for at in numbers:
            if self._as_of(at) is None:
                published = _day(self.mentions[at].published)
                before = len(begins) if published is None else sum(begin <= published for begin in begins)
                if not times:
                    times.append([])
                times[max(0, before - 1)].append(at)
        return times

    def _as_of(self, at: int) -> tuple[int, int] | None:
        figure = self.mentions[at].figure
        begin, end = _day(figure.as_of_start), _day(figure.as_of_end)
        return (begin, max(begin, end)) if begin is not None and end is not None else None


def _day(text: str | None) -> int | None:
    """Give an ISO day as a number; None for none and for what is no day."""
    try:
        return date.fromisoformat(text).toordinal() if text else None
    except ValueError:
        return None
