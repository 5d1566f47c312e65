"""The columns of the queue, fitted to its width."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from rich.cells import cell_len

from seeds.visible import visible
from tui.words import value

if TYPE_CHECKING:
    from db.model import QueueRow

#: What stands for who says so where nobody is named.
NOBODY = "nobody named"
#: Cells that a noun keeps beside a value too long for its column.
_NOUN = 8
#: Cells of the words for nobody, which many rows have in the column of who says so.
_NOBODY = len(NOBODY)
#: Kinds whose value says what is counted without a noun.
_SAY_ENOUGH = ("money", "percent", "measurement", "duration")


@dataclass(frozen=True, slots=True)
class Column:
    """One column: what it shows, how wide it is in cells, and how it is painted."""

    name: str
    width: int
    right: bool = False
    faint: bool = False


def columns_for(width: int, *, asked: bool = False) -> tuple[Column, ...]:
    """Give the columns that fit into `width` cells, a space before each: the value and its noun always.

    Where figures answer questions (`asked`), that of each stands where there is room, if need be for who says so.
    """
    if width < 18:
        return (Column("value", max(1, width - 1)),)
    value = Column("value", min(12, width // 2) if width < 50 else 14, right=True)
    left = width - value.width - 2
    if left < 28:
        return value, Column("noun", left)
    if asked:
        return value, *_asked(left)
    if left < 44:
        noun = left * 11 // 20
        return value, Column("noun", noun), Column("who", left - noun - 1, faint=True)
    when = (Column("when", 12, faint=True),) if left >= 64 else ()
    shared = left - 2 - sum(column.width + 1 for column in when)
    noun, publisher = shared * 9 // 20, shared * 5 // 20
    who = Column("who", shared - noun - publisher, faint=True)
    return value, Column("noun", noun), who, *when, Column("publisher", publisher, faint=True)


def _asked(left: int) -> tuple[Column, ...]:
    """Give the columns behind the value: the noun and the question, then who says so, as of when, and the publisher."""
    if left < 44:
        noun = left * 9 // 20
        return Column("noun", noun), Column("question", left - noun - 1, faint=True)
    when = (Column("when", 12, faint=True),) if left >= 64 else ()
    publisher = (Column("publisher", left // 6, faint=True),) if left >= 84 else ()
    shared = left - 2 - sum(column.width + 1 for column in (*when, *publisher))
    noun, who = shared * 7 // 20, max(_NOBODY, shared * 5 // 20)
    question = Column("question", shared - noun - who, faint=True)
    return Column("noun", noun), Column("who", who, faint=True), *when, question, *publisher


def widened(columns: Sequence[Column], row: QueueRow) -> Sequence[Column]:
    """Give the columns for a row: a long value takes cells of its noun, for half a number is another number."""
    if len(columns) < 2 or columns[1].name != "noun":
        return columns
    first, noun, *rest = columns
    lacking = cell_len(visible(value(row))) - first.width
    taken = min(lacking, noun.width - (_NOUN if piece(row, "noun") else 0))
    if taken <= 0:
        return columns
    return replace(first, width=first.width + taken), replace(noun, width=noun.width - taken), *rest


def piece(row: QueueRow, column: str) -> str:
    """Give what one column shows of a row; where it is not checkable, why not stands in place of who says so.

    What the question column shows is no part of a row.
    """
    if column == "value":
        return value(row)
    if column == "noun" and row.noun is None and row.kind in _SAY_ENOUGH:
        return ""
    if column == "noun":
        return row.noun or ("no noun" if row.kind == "count" else row.kind)
    if column == "who" and not row.checkable:
        return (row.why_not or "not checkable").replace("_", " ")
    if column == "who":
        return row.attribution or NOBODY
    return (row.as_of or "") if column == "when" else row.publisher
