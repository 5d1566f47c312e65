"""The flow of documents: in order, nothing twice, and never much under way at a time."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from db.crew.flow import AHEAD, DEEP, FULL, HEAVY, TOGETHER, Taken, taken
from db.crew.work import read_and_extract_all
from db.figure_rows import Rows
from seeds.readers import Failure, Reading, Source
from tests.factories import make_document


@dataclass
class _Lazy:
    """A crew that does its work when it is asked for it, and says at random that it is done."""

    size: int = 2
    reads: bool = True
    small: int = 0
    chance: Random = field(default_factory=lambda: Random(1))
    under_way: int = 0
    most: int = 0
    sent: list[int] = field(default_factory=list)

    def send(self, work: Callable[[Sequence[Any]], list[Any]], items: Sequence[Any]) -> "_Job":
        self.under_way += 1
        self.most = max(self.most, self.under_way)
        self.sent.append(len(items))
        return _Job(self, list(items), work is read_and_extract_all)

    def close(self) -> None:
        """Nothing holds it."""


@dataclass
class _Job:
    crew: _Lazy
    items: list[Any]
    extracts: bool

    def ready(self) -> bool:
        return self.crew.chance.random() < 0.5

    def results(self) -> list[Any]:
        self.crew.under_way -= 1
        return [self._read(item) if isinstance(item, Source) else Rows([]) for item in self.items]

    def _read(self, source: Source) -> list[Any]:
        return [(one, Rows([]) if self.extracts and isinstance(one, Reading) else None) for one in _read(source)]


def _read(source: Source) -> list[Reading | Failure]:
    """Read nothing, one or several documents, by the source's name."""
    number = int(source.name)
    if number % 7 == 3:
        return [Failure(source.name, "broken")]
    return [Reading(make_document(f"Text {number} {part}", name=f"{number}.{part}")) for part in range(number % 4)]


def _known(some: Sequence[Taken]) -> set[int]:
    return {place for place, one in enumerate(some) if one.document and one.document.name.startswith("1")}


def _each(flow: Iterable[Sequence[Taken]]) -> list[Taken]:
    return [one for some in flow for one in some]


def _told(one: Taken) -> tuple[str, str, bool]:
    if isinstance(one.reading, Failure):
        return one.source.name, one.reading.reason, False
    assert isinstance(one.reading, Reading)
    return one.source.name, one.reading.document.name, one.found is not None


_SOURCES = st.lists(
    st.one_of(
        st.builds(
            lambda number, path, size: Source(str(number), path, size),
            st.integers(0, 30),
            st.sampled_from(["there", None]),
            st.sampled_from([10, HEAVY, FULL]),
        ),
        st.builds(lambda number: Failure(str(number), "not there"), st.integers(0, 9)),
    ),
    max_size=120,
)


@settings(max_examples=60)
@given(_SOURCES, st.booleans(), st.sampled_from([0, 40, HEAVY + 50]), st.booleans())
def test_documents_come_in_the_order_of_the_sources_whoever_works(
    sources: list[Source | Failure], reads: bool, small: int, new: bool
) -> None:
    here = [_told(one)[:2] for one in _each(taken(sources, None, _read, _known))]
    crew = _Lazy(reads=reads, small=small)
    there = [_told(one) for one in _each(taken(sources, crew, _read, _known, new=new))]
    assert [told[:2] for told in there] == here
    if small == 0:
        assert all(asked for _, name, asked in there if "." in name and not name.startswith("1"))
    if not reads:
        assert not any(asked for _, name, asked in there if name.startswith("1"))
    # Reading and extracting, each with as much ahead, and with one more that is being waited for.
    assert crew.under_way == 0 and crew.most <= 2 * (max(AHEAD * crew.size, DEEP) + 1)
    assert max(crew.sent, default=0) <= TOGETHER


def test_what_is_known_is_not_extracted_and_what_is_new_is_sent_once() -> None:
    crew = _Lazy()
    sources = [Source("5" if 100 <= number < 2000 else "1", "there", 10) for number in range(4000)]
    told = [_told(one) for one in _each(taken(sources, crew, _read, _known))]
    # Extracted for nothing is at most what was under way when the first known one came back.
    assert sum(asked for name, _, asked in told if name == "1") <= (max(AHEAD * crew.size, DEEP) + 2) * TOGETHER
    assert all(asked for name, _, asked in told if name == "5")
    alone = _Lazy()
    assert all(_told(one)[2] for one in _each(taken(sources[100:2000], alone, _read, _known, new=True)))
    assert len(alone.sent) == 1900 / TOGETHER


def test_no_more_than_is_under_way_is_taken_from_the_input() -> None:
    met: list[int] = []

    def endless() -> Iterator[Source]:
        number = 0
        while True:
            met.append(number)
            yield Source("1", "there", 10)
            number += 1

    crew = _Lazy()
    flow = taken(endless(), crew, _read, lambda some: ())
    for _ in range(5):
        next(flow)
    flow.close()
    assert len(met) <= 4 * (max(AHEAD * crew.size, DEEP) + 1) * TOGETHER


def test_what_is_known_in_between_keeps_nobody_from_working() -> None:
    class Never(Random):
        def random(self) -> float:
            return 1.0

    crew = _Lazy(size=3, reads=False, chance=Never())
    # Of twenty sources two have documents that are not known.
    sources = [Source("5" if number % 20 < 2 else "1", None) for number in range(4000)]
    assert len(_each(taken(sources, crew, _read, _known))) == 4000
    assert crew.most > AHEAD * crew.size


def test_a_small_input_is_dealt_with_here() -> None:
    crew = _Lazy(small=1 << 18)
    sources = [Source(str(number), "there", 4000) for number in range(30)]
    assert not any(_told(one)[2] for one in _each(taken(sources, crew, _read, _known)))
    assert crew.sent == []


@pytest.mark.parametrize("crew", [None, _Lazy()])
def test_a_file_of_many_articles_is_read_here_one_by_one(crew: _Lazy | None) -> None:
    read = 0

    def articles(source: Source) -> Iterator[Reading]:
        nonlocal read
        for read in range(1, 10_001):
            yield Reading(make_document(f"Article {read}", name=f"{source.name}:{read}"))

    flow = taken([Source("1.jsonl", "1.jsonl", 1 << 40)], crew, articles, lambda some: ())
    assert any(next(flow) for _ in range(2)) and read < 1_000
    flow.close()


def test_without_a_crew_few_files_are_read_ahead_and_standard_input_is_not() -> None:
    read: list[str] = []
    given = most = 0

    def noted(source: Source) -> list[Reading | Failure]:
        assert source.path is not None or given == 100
        read.append(source.name)
        return _read(source)

    flow = taken([*(Source("1", "there", 10) for _ in range(100)), Source("2", None)], None, noted, lambda some: ())
    for some in flow:
        most = max(most, len(read) - given)
        given += len(some)
    assert 1 < most <= TOGETHER and read == ["1"] * 100 + ["2"]
