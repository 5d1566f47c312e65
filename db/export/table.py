"""The verdict table as it is exported: its columns, and its figures page by page."""

from array import array
from collections.abc import Callable, Iterator, Sequence

from db.comparing.columns import Reader
from db.errors import explained
from db.export.columns import NAMES
from db.export.options import Export, chosen_columns
from db.review import Review
from db.verdict_table import PUBLISHED, STATES, Line, Wanted, lines, pages, question_members


class Table:
    """The figures of an export, a page at a time, so that memory stays the same however many there are.

    `columns` are those chosen; `count` is how many figures were given so far; `tell` takes a line about what is
    not in the file as somebody would expect it. No lock is held between two pages.
    """

    def __init__(self, review: Review, export: Export, tell: Callable[[str], None] | None = None) -> None:
        self.review = review
        self.export = export
        self.tell = tell or _ignore
        self.columns = chosen_columns(export)
        self.count = 0

    def ids(self) -> Iterator[list[int]]:
        """Yield the row ids of the figures in the order of the queue, page by page."""
        with explained(self.review.path):
            for some in pages(self.review.connection, _wanted(self.review, self.export)):
                self.count += len(some)
                yield some

    def size(self) -> int:
        """Count the figures that there are now, which takes a small part of the time of reading them."""
        with explained(self.review.path):
            return sum(map(len, pages(self.review.connection, _wanted(self.review, self.export))))

    def pages(self) -> Iterator[Sequence[Line]]:
        """Yield the lines of the table in the order of the queue, page by page; a value for each of the columns.

        Texts are foreign and as they are stored; what a value is tells its Column.
        """
        names = tuple(column.name for column in self.columns)
        places = [NAMES.index(name) for name in names]
        with explained(self.review.path):
            reader = Reader(self.review.connection)
            for some in self.ids():
                found = lines(self.review.connection, some, reader)
                yield found if names == NAMES else [tuple([line[place] for place in places]) for line in found]


def _ignore(line: str) -> None:
    """Take a line that nobody wants."""


def _wanted(review: Review, export: Export) -> Wanted:
    among = None if export.question is None else question_members(review.connection, export.question)
    if export.filter.strip():
        from db.query import find_all

        found = find_all(review, export.filter, all_figures=True)
        members = None if among is None else set(among)
        among = found if members is None else array("q", [row_id for row_id in found if row_id in members])
    return Wanted(_states(export), among, export.publisher, export.since)


def _states(export: Export) -> tuple[str, ...]:
    if export.verdicts:
        return tuple(state for state in STATES if state in export.verdicts)
    if export.all_states:
        return STATES
    return _named_states(export.filter) or PUBLISHED


def _named_states(query: str) -> tuple[str, ...]:
    """Give the states that a query asks for by name: those are wanted, also where they are not published else."""
    from db.query import parse
    from db.query.model import Field

    named = {
        state
        for term in parse(query).terms
        if isinstance(term, Field) and term.key == "state" and not term.negated
        for state in term.values
    }
    return tuple(state for state in STATES if state in named)
