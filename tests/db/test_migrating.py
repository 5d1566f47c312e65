"""Reviews of an older schema are brought up to date, whole or not at all, after a copy was put beside them."""

import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from db import open_review
from db.checking import check
from db.errors import Busy, CannotWrite
from db.header import SCHEMA_VERSION
from db.model import DeskState
from db.stored import stored_document
from tests.db.version1 import make_version_1
from tests.db.version2 import make_version_2, make_version_3, make_version_4
from tests.factories import sample

_SCHEMA = "SELECT type, name, tbl_name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_%' ORDER BY type, name"
_OPEN = "import sys; from db import open_review; open_review(sys.argv[1], reviewer='ana').close(); print('open')"


def _rows(path: Path, sql: str) -> list[tuple[object, ...]]:
    connection = sqlite3.connect(path)
    try:
        return connection.execute(sql).fetchall()
    finally:
        connection.close()


def _version(path: Path) -> int:
    return int(str(_rows(path, "PRAGMA user_version")[0][0]))


@pytest.mark.parametrize("make", [make_version_1, make_version_2, make_version_3, make_version_4])
def test_a_migrated_file_has_the_schema_of_a_fresh_one(
    path: Path, tmp_path: Path, make: Callable[[Path], None]
) -> None:
    make(path)
    open_review(path, reviewer="ana").close()
    open_review(tmp_path / "fresh.db", reviewer="ana", create=True).close()
    assert _rows(path, _SCHEMA) == _rows(tmp_path / "fresh.db", _SCHEMA)
    assert _version(path) == SCHEMA_VERSION
    assert _rows(path, "PRAGMA integrity_check") == [("ok",)]
    assert _rows(path, "PRAGMA foreign_key_check") == []


def test_what_was_decided_is_what_it_was(path: Path) -> None:
    make_version_1(path)
    with open_review(path, reviewer="ana") as review:
        states = {row.row_id: (row.state, row.reason) for row in review.rows(review.queue())}
        assert states == {
            1: ("unreviewed", None),
            2: ("misreported", "bound_lost"),
            3: ("unresolved", None),  # confirmed by ana, disputed by ben
            5: ("confirmed", None),
            6: ("unreviewed", None),
            7: ("disputed", None),
        }
        assert review.figure(2).note == "it says more than"
        assert [item.link for item in review.evidence(3)] == ["https://example.org/b"]
        assert (review.evidence(3)[0].kind, review.evidence(3)[0].stance) == ("link", "contradicts")
        progress = review.progress()
        assert (progress.documents, progress.figures, progress.queue, progress.unreviewed) == (3, 8, 6, 2)
        assert progress.unresolved == 1
        assert review.desk() == DeskState(review.figure(3).figure_id, 'state:"confirmed"', "", True)
        undone = review.undo()
        assert undone is not None and undone.label == "undone: disputed 1 figure"
        assert list(review.first_page(words="homes").ids) == [2, 6]


def test_a_file_without_archived_copies_keeps_everything_and_gets_them(path: Path, tmp_path: Path) -> None:
    make_version_2(path)
    make_version_2(tmp_path / "old.db")
    tables = [name for (name,) in _rows(path, "SELECT name FROM sqlite_master WHERE type = 'table'")]
    columns = {
        str(table): ", ".join(f'"{name}"' for (name,) in _rows(path, f"SELECT name FROM pragma_table_info('{table}')"))
        for table in tables
        if not str(table).startswith("figures_fts_")
    }
    with open_review(path, reviewer="ana") as review:
        assert check(review).findings == ()
        assert list(review.first_page(words="homes").ids) == [6, 9]
        document, figures = sample(9, archived="https://archive.example/9")
        assert review.add(document, figures).new
        assert stored_document(review.connection, 5).archived == document.archived
        assert stored_document(review.connection, 4).archived is None
    for table in ("documents", "events", "items", "zones", "questions", "memberships"):
        was = f"SELECT {columns[table]} FROM {table}"
        assert set(_rows(tmp_path / "old.db", was)) <= set(_rows(path, was)), table
    kept = tmp_path / "kursk.schema-2.db"
    assert _version(kept) == 2
    assert _rows(kept, "SELECT * FROM documents") == _rows(tmp_path / "old.db", "SELECT * FROM documents")


def test_what_a_column_can_hold_is_written_anew_and_no_row_changes(path: Path, tmp_path: Path) -> None:
    make_version_3(path)
    make_version_3(tmp_path / "old.db")
    with open_review(path, reviewer="ana") as review:
        assert check(review).findings == ()
        tables = [str(name) for (name,) in _rows(path, "SELECT name FROM sqlite_master WHERE type = 'table'")]
        for table in [name for name in tables if not name.startswith("figures_fts_")]:
            assert _rows(path, f"SELECT * FROM {table}") == _rows(tmp_path / "old.db", f"SELECT * FROM {table}"), table
        with pytest.raises(sqlite3.IntegrityError, match="bound"):
            review.connection.execute("UPDATE figures SET bound = 'roughly'")


def test_the_search_index_finds_what_it_found_and_is_merged_as_a_fresh_one(path: Path, tmp_path: Path) -> None:
    make_version_4(path)
    open_review(tmp_path / "fresh.db", reviewer="ana", create=True).close()
    found = _rows(path, "SELECT rowid FROM figures_fts WHERE figures_fts MATCH 'hom*' ORDER BY rowid")
    with open_review(path, reviewer="ana") as review:
        assert [(row_id,) for row_id in review.first_page(words="hom", all_figures=True).ids] == found != []
        assert check(review).findings == ()
    settings = "SELECT * FROM figures_fts_config ORDER BY k"
    assert _rows(path, settings) == _rows(tmp_path / "fresh.db", settings)


def test_the_log_is_kept_event_by_event(path: Path, tmp_path: Path) -> None:
    make_version_1(path)
    make_version_1(tmp_path / "old.db")
    open_review(path, reviewer="ana").close()
    columns = "id, uid, action_uid, seq, reviewer_id, at, kind, figure_id, payload"
    assert _rows(path, f"SELECT {columns} FROM events") == _rows(tmp_path / "old.db", f"SELECT {columns} FROM events")
    assert _rows(path, "SELECT count(*) FROM events AS e JOIN figures AS f ON f.uid = e.subject") == [(14,)]


def test_the_old_file_is_kept_beside_the_new_one(path: Path, tmp_path: Path) -> None:
    make_version_1(path)
    before = _rows(path, "SELECT uid, payload FROM events")
    open_review(path, reviewer="ana").close()
    kept = tmp_path / "kursk.schema-1.db"
    assert sorted(tmp_path.iterdir()) == [path, kept]
    assert (_version(kept), _rows(kept, "SELECT uid, payload FROM events")) == (1, before)
    open_review(kept, reviewer="ana").close()
    assert _version(kept) == SCHEMA_VERSION


def test_a_copy_that_is_there_is_not_overwritten(path: Path, tmp_path: Path) -> None:
    (tmp_path / "kursk.schema-1.db").write_text("mine")
    make_version_1(path)
    open_review(path, reviewer="ana").close()
    assert (tmp_path / "kursk.schema-1.db").read_text() == "mine"
    assert _version(tmp_path / "kursk.schema-1-2.db") == 1


def test_a_second_attempt_makes_no_second_copy(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make_version_1(path)

    def fails(connection: sqlite3.Connection) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    with monkeypatch.context() as patched:
        patched.setattr("db.schema.from_version_1.settle_all", fails)
        for _ in range(2):
            with pytest.raises(Exception, match="full"):
                open_review(path, reviewer="ana")
            assert _version(path) == 1
    open_review(path, reviewer="ana").close()
    assert sorted(found.name for found in tmp_path.iterdir()) == ["kursk.db", "kursk.schema-1.db"]
    assert _version(path) == SCHEMA_VERSION


def test_a_reference_that_leads_nowhere_stops_the_migration(path: Path) -> None:
    make_version_1(path)
    connection = sqlite3.connect(path)
    connection.execute("UPDATE evidence SET reviewer_id = 77")
    connection.execute("UPDATE figures SET item = 9 WHERE id = 1")
    connection.commit()
    connection.close()
    with pytest.raises(Exception, match="refers to one of items that is not there"):
        open_review(path, reviewer="ana")
    assert _version(path) == 1


def test_no_room_for_the_copy_leaves_everything_as_it_was(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make_version_1(path)
    before = path.read_bytes()

    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(CannotWrite, match="No space left"):
        open_review(path, reviewer="ana")
    assert path.read_bytes() == before and list(path.parent.iterdir()) == [path]


def test_two_programs_at_once_migrate_once(path: Path, tmp_path: Path) -> None:
    make_version_1(path, copies=300)
    command = [sys.executable, "-c", _OPEN, str(path)]
    programs = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(3)]
    assert [program.communicate()[0] for program in programs] == ["open\n"] * 3
    assert sorted(found.name for found in tmp_path.iterdir()) == ["kursk.db", "kursk.schema-1.db"]


def test_a_held_file_is_not_migrated(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("db.opening.BUSY_TIMEOUT", 0.01)
    make_version_1(path)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(Busy):
        open_review(path, reviewer="ana")
    other.execute("ROLLBACK")
    other.close()
    assert _version(path) == 1 and list(path.parent.iterdir()) == [path]


# Opens the review and says how many seconds that took; the kernel ends it, as kill -9 would, after those given.
_TIMED = """
import signal, sys, time
from db import open_review
signal.setitimer(signal.ITIMER_REAL, float(sys.argv[2]))
began = time.perf_counter()
open_review(sys.argv[1], reviewer="ana").close()
print(time.perf_counter() - began)
"""


@pytest.mark.slow
@pytest.mark.skipif(os.name != "posix", reason="kill -9")
def test_a_migration_that_is_killed_leaves_the_old_or_the_new_schema(path: Path, tmp_path: Path) -> None:
    make_version_1(tmp_path / "old.db", copies=200)
    _copy(tmp_path / "old.db", path)
    whole = float(_run(_TIMED, path, 60).stdout)
    fresh = tmp_path / "fresh.db"
    open_review(fresh, reviewer="ana", create=True).close()
    schemas = {1: _rows(tmp_path / "old.db", _SCHEMA), SCHEMA_VERSION: _rows(fresh, _SCHEMA)}
    events = _rows(path, "SELECT uid, payload FROM events ORDER BY id")
    chance = Random(1)
    left = []
    for turn in range(30):
        _clear(tmp_path, path)
        _copy(tmp_path / "old.db", path)
        done = _run(_TIMED, path, whole * (turn + chance.random()) / 30)
        assert done.returncode in (-signal.SIGALRM, 0)
        version = _version(path)
        left.append(version)
        assert _rows(path, _SCHEMA) == schemas[version]
        assert _rows(path, "PRAGMA integrity_check") == [("ok",)]
        assert _rows(path, "SELECT uid, payload FROM events ORDER BY id") == events
        with open_review(path, reviewer="ana") as review:
            assert (review.progress().figures, review.figure(2).state) == (808, "misreported")
        assert not [name for name in tmp_path.iterdir() if name.name.startswith("kursk.schema-1-")]
    assert 1 in left


def _run(program: str, *arguments: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", program, *map(str, arguments)]
    return subprocess.run(command, stdout=subprocess.PIPE, text=True, check=False)


def _copy(source: Path, target: Path) -> None:
    target.write_bytes(source.read_bytes())


def _clear(folder: Path, path: Path) -> None:
    for found in folder.iterdir():
        if found.name.startswith((path.stem, ".figcheck")):
            found.unlink()
