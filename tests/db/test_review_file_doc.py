"""What docs/review-file.md says of the file is so: every table and column is there, every example runs."""

import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from db import Review, open_review
from db.comparing import compare_all
from db.header import APPLICATION_ID, SCHEMA_VERSION
from db.model import DISMISSALS, REASONS

_TEXT = (Path(__file__).parents[2] / "docs" / "review-file.md").read_text("utf-8")
_EXAMPLES = re.findall(r"```sql\n(.*?)```", _TEXT, re.DOTALL)


@pytest.fixture
def connection(review: Review) -> Iterator[sqlite3.Connection]:
    """The sample review with something of everything in it, opened without figcheck."""
    review.decide([2], "misreported", reason="bound_lost", note="more than", evidence=["https://example.org/a"])
    review.decide([3, 6], "confirmed")
    review.decide([7], "disputed")
    review.undo()
    review.correct(10, low=4000, high=4000, bound="exact")
    compare_all(review)
    with open_review(review.path, reviewer="ben") as ben:
        ben.decide([3], "disputed")
    opened = sqlite3.connect(review.path)
    yield opened
    opened.close()


def _sections() -> dict[str, list[str]]:
    """Give the documented columns of each table and view, in their order."""
    sections: dict[str, list[str]] = {}
    for name, body in re.findall(r"^### (\w+)\n(.*?)(?=^##|\Z)", _TEXT, re.MULTILINE | re.DOTALL):
        table = re.search(r"^\| column \| meaning \|\n\|---\|---\|\n((?:\|.*\n)+)", body, re.MULTILINE)
        assert table is not None, name
        cells = [line.split("|")[1] for line in table[1].splitlines()]
        sections[name] = [column.strip() for cell in cells for column in cell.split(",")]
    return sections


def test_every_table_and_view_is_told_column_by_column(connection: sqlite3.Connection) -> None:
    names = [
        name
        for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type IN ('table', 'view')")
        if not name.startswith(("sqlite_", "figures_fts_"))
    ]
    told = _sections()
    assert sorted(told) == sorted(names)
    for name in names:
        columns = [row[1] for row in connection.execute(f"PRAGMA table_info({name})")]
        assert sorted(told[name]) == sorted(columns), name


def test_every_example_runs_and_answers(connection: sqlite3.Connection) -> None:
    assert len(_EXAMPLES) == 9
    for sql in _EXAMPLES:
        assert connection.execute(sql).fetchall(), sql


def test_a_figure_is_found_in_its_text_as_told(connection: sqlite3.Connection) -> None:
    (sql,) = [example for example in _EXAMPLES if "substr" in example]
    assert [row[1] for row in connection.execute(sql)][:3] == ["12", "6,000", "3,800 to 4,000"]


def test_the_log_alone_gives_the_verdicts(connection: sqlite3.Connection) -> None:
    (sql,) = [example for example in _EXAMPLES if "reversals" in example]
    kept = connection.execute(
        "SELECT f.uid, v.reviewer_id, v.verdict, v.reason FROM verdicts AS v JOIN figures AS f ON f.id = v.figure_id "
        "ORDER BY f.uid, v.reviewer_id"
    ).fetchall()
    assert connection.execute(sql).fetchall() == kept and len(kept) == 4


def test_numbers_and_codes_are_the_programs() -> None:
    assert f"{APPLICATION_ID:#x}" in _TEXT and f"at present {SCHEMA_VERSION}" in _TEXT
    assert all(choice.code in _TEXT for choice in (*REASONS, *DISMISSALS))


def test_every_kind_of_event_is_told() -> None:
    from db.words import EVENT_WORDS

    told = re.findall(r"^\| ([a-z, ]+) \|", _TEXT.split("| kind | payload |")[1].split("\n\n")[0], re.MULTILINE)
    kinds = [kind.strip() for cell in told for kind in cell.split(",")]
    assert sorted(kinds) == sorted(EVENT_WORDS)
