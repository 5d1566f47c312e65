"""Sources to documents to figures, in the order of the sources, with a crew that works ahead.

So much and no more is under way at a time that memory does not grow with the input. Small inputs are dealt with here:
starting processes takes longer.
"""

from collections import deque
from collections.abc import Callable, Collection, Generator, Iterable, Iterator, Sequence
from dataclasses import dataclass
from time import monotonic
from typing import Protocol

from db.crew.model import Crew, Job, Lost
from db.crew.work import Read, extract_all, read_all, read_and_extract_all
from db.figure_rows import Rows
from seeds.document import Document
from seeds.readers import Failure, Held, Reading, Source

#: So many sources or documents are sent together, or so many bytes of them.
TOGETHER, HEAVY = 20, 1 << 20
#: So much is sent for each of the crew before the first of it is waited for; in all at least so much, which keeps two
#: processes at work while a batch of the most documents is stored.
AHEAD, DEEP = 2, 32
#: So many documents, or parts, wait at most for those among them that the crew has.
WAITING = 200
#: While so many bytes are under way no more is sent.
FULL = 16 << 20
#: Documents wait so many seconds at most for others to be sent with.
LONG = 1.0
#: For so many seconds at most documents are read before the first of them is extracted.
SOON = 0.1

Reader = Callable[[Source], Iterable[Reading | Failure | Held]]


@dataclass(frozen=True, slots=True)
class Taken:
    """A document as read, why there is none, or that it is not wanted; its figures, or why none, from the crew."""

    source: Source
    reading: Reading | Failure | Held
    found: Rows | Failure | None = None

    @property
    def document(self) -> Document | None:
        """The document, if there is one."""
        return self.reading.document if isinstance(self.reading, Reading) else None


#: Gives the places of the documents whose figures are not wanted.
Skip = Callable[[Sequence[Taken]], Collection[int]]


def taken(
    sources: Iterable[Source | Failure], crew: Crew | None, read: Reader, skip: Skip, *, new: bool = False
) -> Generator[Sequence[Taken], None, None]:
    """Yield the documents of sources, some at a time, with figures where the crew has extracted them.

    `read` reads what the crew cannot; the figures of documents to `skip` are not asked for. Where all is `new`, and
    wherever there was nothing to skip of late, that is not asked first: the crew extracts what it reads.
    """
    if crew is None:
        return _read_ahead(sources, read)
    outlook = _Outlook(new)
    parts = _reading_parts(sources, crew, read, outlook) if crew.reads else (_Here(source, read) for source in sources)
    return _in_order(_extracting_parts(_in_order(parts, crew), crew, skip, outlook), crew)


@dataclass(slots=True)
class _Outlook:
    """Whether what comes is likely to be new."""

    new: bool


class _Part(Protocol):
    """Some of what is under way; `weight` in bytes, 0 where the crew has nothing of it."""

    @property
    def weight(self) -> int: ...

    def ready(self) -> bool:
        """Tell whether it can be given without waiting for others."""
        ...

    def give(self) -> Iterable[Sequence[Taken]]:
        """Give it, waiting for what is not ready."""
        ...


def _in_order(parts: Iterable[_Part], crew: Crew) -> Generator[Sequence[Taken], None, None]:
    """Give parts in their order, while so much more is under way that nobody of the crew has to wait, and no more."""
    under_way: deque[_Part] = deque()
    most = max(AHEAD * crew.size, DEEP)
    weight = jobs = 0
    since = monotonic()
    for part in parts:
        under_way.append(part)
        weight, jobs = weight + part.weight, jobs + bool(part.weight)
        # One for one: if all that is ready were given at once, the crew would have nothing to do while it is stored.
        # Only where the input keeps everybody waiting does nothing that is ready wait with them.
        room = most if monotonic() - since > SOON else 1
        while under_way and (
            (under_way[0].ready() and room > 0) or jobs > most or weight > FULL or len(under_way) > WAITING
        ):
            first = under_way.popleft()
            weight, jobs, room = weight - first.weight, jobs - bool(first.weight), room - bool(first.weight)
            yield from first.give()
        since = monotonic()
    for part in under_way:
        yield from part.give()


def _read_ahead(sources: Iterable[Source | Failure], read: Reader) -> Generator[Sequence[Taken], None, None]:
    """Read files a few at a time: after each extraction the next one would take a sixth longer, its code being cold.

    Other sources are read when their turn comes.
    """
    ahead: list[Taken] = []
    weight, since = 0, monotonic()
    for source in sources:
        if isinstance(source, Failure) or not _is_whole(source):
            yield ahead
            yield from ((one,) for one in _read_here(source, read))
        else:
            ahead += _read_here(source, read)
            weight += source.size
            if len(ahead) < TOGETHER and weight < HEAVY and monotonic() - since < SOON:
                continue
            yield ahead
        ahead, weight, since = [], 0, monotonic()
    yield ahead


def _is_whole(source: Source) -> bool:
    """Tell whether a source is a file that is read as a whole."""
    return source.path is not None and not source.endless


@dataclass(frozen=True, slots=True)
class _Here:
    """A source that is read in this process, when its turn comes."""

    source: Source | Failure
    read: Reader
    weight: int = 0

    def ready(self) -> bool:
        return True

    def give(self) -> Iterator[Sequence[Taken]]:
        return ((one,) for one in _read_here(self.source, self.read))


def _read_here(source: Source | Failure, read: Reader) -> Iterator[Taken]:
    if isinstance(source, Failure):
        yield Taken(Source(source.name, None), source)
    else:
        yield from (Taken(source, reading) for reading in read(source))


@dataclass(frozen=True, slots=True)
class _Reading:
    """Sources that the crew reads."""

    sources: Sequence[Source]
    job: Job[list[Read]]
    weight: int

    def ready(self) -> bool:
        return self.job.ready()

    def give(self) -> Iterator[Sequence[Taken]]:
        given: list[Taken] = []
        for source, found in zip(self.sources, self.job.results(), strict=True):
            all_read = [(Failure(source.name, found.why), None)] if isinstance(found, Lost) else found
            given += (Taken(source, *read) for read in all_read)
        yield given


def _reading_parts(sources: Iterable[Source | Failure], crew: Crew, read: Reader, outlook: _Outlook) -> Iterator[_Part]:
    some: list[Source] = []
    so_far = 0

    def sent() -> Iterator[_Part]:
        if some:
            them = tuple(some)
            some.clear()
            work = read_and_extract_all if outlook.new else read_all
            yield _Reading(them, crew.send(work, them), sum(source.size for source in them))

    for source in sources:
        so_far += 0 if isinstance(source, Failure) else source.size
        if isinstance(source, Failure) or not _is_whole(source) or so_far <= crew.small:
            yield from sent()
            yield _Here(source, read)
            continue
        some.append(source)
        if len(some) == TOGETHER or sum(other.size for other in some) >= HEAVY:
            yield from sent()
    yield from sent()


@dataclass(frozen=True, slots=True)
class _Extracting:
    """Documents and failures, and what the crew was asked about some of them, by their places."""

    all: Sequence[Taken]
    places: Sequence[int]
    job: "Job[Rows | Failure] | None"
    weight: int

    def ready(self) -> bool:
        return self.job is None or self.job.ready()

    def give(self) -> Iterator[Sequence[Taken]]:
        given = list(self.all)
        for place, rows in zip(self.places, self.job.results() if self.job else (), strict=True):
            source = given[place].source
            found = Failure(source.name, rows.why) if isinstance(rows, Lost) else rows
            given[place] = Taken(source, given[place].reading, found)
        yield given


def _extracting_parts(read: Iterable[Sequence[Taken]], crew: Crew, skip: Skip, outlook: _Outlook) -> Iterator[_Part]:
    waiting = _Waiting(crew)
    so_far = 0
    for some in read:
        skipped = skip(some)
        if any(one.document is not None for one in some):
            outlook.new = not skipped
        for place, one in enumerate(some):
            if one.document is not None and one.found is None and place not in skipped:
                so_far += len(one.document.text)
                if so_far > crew.small:
                    waiting.ask(one.document)
            waiting.all.append(one)
            if waiting.enough():
                yield waiting.part()
                waiting = _Waiting(crew)
        if waiting.for_nothing():
            yield waiting.part()
            waiting = _Waiting(crew)
    yield waiting.part()


class _Waiting:
    """Documents that wait for as many as are sent together."""

    def __init__(self, crew: Crew) -> None:
        self.all: list[Taken] = []
        self._crew = crew
        self._asked: dict[int, Document] = {}
        self._weight = 0
        self._since = monotonic()

    def ask(self, document: Document) -> None:
        """Have the crew extract the document that comes next."""
        self._asked[len(self.all)] = document
        self._weight += len(document.text)

    def enough(self) -> bool:
        """Tell whether to wait for no more, or not any longer."""
        many = len(self._asked) >= TOGETHER or self._weight >= HEAVY or len(self.all) >= WAITING
        return many or monotonic() - self._since >= LONG

    def for_nothing(self) -> bool:
        """Tell whether nothing of what waits has to be sent."""
        return not self._asked

    def part(self) -> _Extracting:
        """Send what waits."""
        job = self._crew.send(extract_all, list(self._asked.values())) if self._asked else None
        return _Extracting(self.all, list(self._asked), job, self._weight)
