"""Opening: what is no review is refused in one line, and stays as it was."""

import hashlib
import os
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from db import ReviewError, open_review
from db.errors import BadDecision, Busy, CannotOpen, CannotWrite
from db.header import SCHEMA_VERSION
from tests.factories import sample


def _make(path: Path) -> None:
    with open_review(path, reviewer="ana", create=True) as review:
        review.add(*sample())


def _text(path: Path) -> None:
    path.write_text("The ferry carried 300 passengers.\n")


def _empty(path: Path) -> None:
    path.touch()


def _folder(path: Path) -> None:
    path.mkdir()


def _png(path: Path) -> None:
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(200))


def _other_database(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE recipes (name TEXT)")
    connection.commit()
    connection.close()


def _cut(path: Path) -> None:
    _make(path)
    path.write_bytes(path.read_bytes()[:-5000])


def _cut_in_header(path: Path) -> None:
    _make(path)
    path.write_bytes(path.read_bytes()[:50])


def _first_bytes_only(path: Path) -> None:
    path.write_bytes(b"SQLite")


def _other_database_in_wal_mode(path: Path) -> None:
    """Leave what a program that was killed leaves: the file with its -wal and -shm beside it."""
    program = (
        "import os, sqlite3, sys\n"
        "connection = sqlite3.connect(sys.argv[1])\n"
        "connection.execute('PRAGMA journal_mode = WAL')\n"
        "connection.execute('CREATE TABLE recipes (name TEXT)')\n"
        "connection.commit()\n"
        "os._exit(0)"
    )
    subprocess.run([sys.executable, "-c", program, str(path)], check=True)


def _without_its_log(path: Path) -> None:
    _make(path)
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute("DROP TABLE events")
    connection.close()


def _zeros_for_a_schema(path: Path) -> None:
    _make(path)
    data = path.read_bytes()
    path.write_bytes(data[:100] + bytes(3996) + data[4096:])


def _newer(path: Path) -> None:
    _make(path)
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version = 9000")
    connection.close()


def _pipe(path: Path) -> None:
    os.mkfifo(path)


def _listing(folder: Path) -> dict[str, tuple[int, int, str]]:
    """Give name, mode, time and content's hash of all that is in a folder."""
    found = {}
    for path in [folder, *folder.iterdir()]:
        content = path.read_bytes() if path.is_file() else b""
        status = path.stat()
        found[path.name] = (status.st_mode, status.st_mtime_ns, hashlib.sha256(content).hexdigest())
    return found


@pytest.mark.parametrize(
    ("bad", "says"),
    [
        (_text, "not a figcheck review, and no database"),
        (_empty, "empty file"),
        (_folder, "is a folder"),
        (_png, "not a figcheck review, and no database"),
        (_other_database, "database of another program"),
        (_other_database_in_wal_mode, "database of another program"),
        (_without_its_log, "damaged: it has no table events"),
        (_zeros_for_a_schema, "is damaged"),
        (_cut, "is cut short"),
        (_cut_in_header, "is cut short (50 bytes)"),
        (_first_bytes_only, "is cut short (6 bytes)"),
        (_newer, "made by a newer figcheck (schema 9000"),
        (_pipe, "device or a pipe"),
    ],
)
@pytest.mark.parametrize("create", [False, True])
def test_what_is_no_review_is_refused_and_left_alone(
    path: Path, bad: Callable[[Path], None], says: str, create: bool
) -> None:
    bad(path)
    before = _listing(path.parent)
    with pytest.raises(CannotOpen) as refusal:
        open_review(path, reviewer="ana", create=create)
    assert says in str(refusal.value) and str(path) in str(refusal.value)
    assert "\n" not in str(refusal.value)
    assert _listing(path.parent) == before


def test_a_missing_file_is_not_made_by_opening_it(path: Path) -> None:
    with pytest.raises(CannotOpen, match="does not exist"):
        open_review(path, reviewer="ana")
    assert list(path.parent.iterdir()) == []


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(CannotWrite, match="there is no folder"):
        open_review(tmp_path / "nowhere" / "kursk.db", reviewer="ana", create=True)


def test_a_dangling_link_is_refused(path: Path) -> None:
    path.symlink_to(path.parent / "gone.db")
    with pytest.raises(CannotOpen, match="does not exist"):
        open_review(path, reviewer="ana", create=True)


def test_a_name_that_no_file_can_have_is_refused(tmp_path: Path) -> None:
    for name in ("a\0b.db", "x" * 300 + ".db"):
        with pytest.raises(ReviewError):
            open_review(tmp_path / name, reviewer="ana", create=True)


def test_a_line_feed_in_a_file_name_does_not_make_two_lines(tmp_path: Path) -> None:
    with pytest.raises(CannotOpen) as refusal:
        open_review(tmp_path / "a\nb.db", reviewer="ana")
    assert "\n" not in str(refusal.value)


@pytest.mark.parametrize("name", ["what? #1 100%.db", "Курск обзор.db", "a\nb.db", "'; DROP.db"])
def test_any_file_name_will_do(tmp_path: Path, name: str) -> None:
    _make(tmp_path / name)
    with open_review(tmp_path / name, reviewer="ana") as review:
        assert review.progress().documents == 1
    assert [found.name for found in tmp_path.iterdir()] == [name]


def test_making_a_review_leaves_one_file_that_is_a_review(path: Path) -> None:
    open_review(path, reviewer="ana", create=True).close()
    assert list(path.parent.iterdir()) == [path]
    connection = sqlite3.connect(path)
    assert connection.execute("PRAGMA application_id").fetchone() == (0x66696763,)
    assert connection.execute("PRAGMA user_version").fetchone() == (SCHEMA_VERSION,)
    assert connection.execute("PRAGMA journal_mode").fetchone() == ("delete",)
    assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    tables = connection.execute("PRAGMA table_list").fetchall()
    ours = [row for row in tables if row[2] == "table" and not row[1].startswith(("sqlite_", "_sqlite_"))]
    assert ours and all(strict for *_, strict in ours)
    connection.close()


def test_opening_and_reading_change_nothing(path: Path) -> None:
    _make(path)
    before = path.read_bytes()
    with open_review(path, reviewer="somebody new") as review:
        review.queue()
        review.desk()
        review.history()
        assert review.undo() is None
    assert path.read_bytes() == before


def test_create_opens_what_is_there(path: Path) -> None:
    _make(path)
    with open_review(path, reviewer="ana", create=True) as review:
        assert review.progress().documents == 1


def test_opening_does_not_import_sqlite_utils(path: Path) -> None:
    _make(path)
    program = (
        "import sys; from db import open_review\n"
        "with open_review(sys.argv[1], reviewer='ana') as review:\n"
        "    ids = review.queue(); review.rows(ids); review.decide(ids, 'confirmed'); review.undo()\n"
        "print('sqlite_utils' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", program, str(path)], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"


def test_a_held_file_is_said_to_be_in_use(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("db.opening.BUSY_TIMEOUT", 0.01)
    _make(path)
    other = sqlite3.connect(path, isolation_level=None)
    with open_review(path, reviewer="ana") as review:
        other.execute("BEGIN EXCLUSIVE")
        names = sorted(path.parent.iterdir())
        with pytest.raises(Busy, match="in use by another program"):
            review.decide([1], "confirmed")
        with pytest.raises(Busy, match="in use by another program"):
            open_review(path, reviewer="ben")
        assert sorted(path.parent.iterdir()) == names
        other.execute("ROLLBACK")
        assert review.decide([1], "confirmed").row_ids == (1,)
    other.close()


def test_a_second_opening_in_one_process_keeps_the_locks_of_the_first(path: Path) -> None:
    _make(path)
    probe = (
        "import sqlite3, sys\n"
        "connection = sqlite3.connect(sys.argv[1], timeout=0, isolation_level=None)\n"
        "try:\n    connection.execute('BEGIN IMMEDIATE')\n    print('got it')\n"
        "except sqlite3.OperationalError:\n    print('held')\n"
        "connection.close()"
    )
    with open_review(path, reviewer="ana") as first:
        first.connection.execute("BEGIN IMMEDIATE")
        with open_review(path, reviewer="ben") as second:
            assert second.progress().documents == 1
        done = subprocess.run([sys.executable, "-c", probe, str(path)], capture_output=True, text=True, check=True)
        first.connection.execute("ROLLBACK")
    assert done.stdout == "held\n"


@contextmanager
def _nobody() -> Iterator[Path]:
    """A folder that others may read, and a process without the rights of root while the block runs."""
    if os.name != "posix":
        pytest.skip("POSIX permissions")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        as_root = os.geteuid() == 0
        _make(folder / "kursk.db")
        (folder / "kursk.db").chmod(0o444)
        (folder / "shut").mkdir()
        _make(folder / "shut" / "kursk.db")
        (folder / "shut" / "kursk.db").chmod(0o666)
        (folder / "shut").chmod(0o555)
        if as_root:
            os.seteuid(65534)
        try:
            yield folder
        finally:
            if as_root:
                os.seteuid(0)


def test_a_read_only_file_is_refused() -> None:
    with _nobody() as folder:
        before = _listing(folder)
        with pytest.raises(CannotWrite, match="is read-only"):
            open_review(folder / "kursk.db", reviewer="ana")
        assert _listing(folder) == before


def test_a_review_in_a_read_only_folder_is_refused() -> None:
    with _nobody() as folder:
        before = _listing(folder / "shut")
        with pytest.raises(CannotWrite, match="is in a read-only folder"):
            open_review(folder / "shut" / "kursk.db", reviewer="ana")
        assert _listing(folder / "shut") == before


def test_no_review_is_made_in_a_read_only_folder() -> None:
    with _nobody() as folder, pytest.raises(CannotWrite, match=r"folder .* is read-only"):
        open_review(folder / "shut" / "new.db", reviewer="ana", create=True)


@pytest.mark.parametrize("name", ["", "  ", "x" * 101, "a\nb", "a\u202eb"])
def test_a_reviewer_needs_a_plain_name(path: Path, name: str) -> None:
    with pytest.raises(BadDecision, match="reviewer"):
        open_review(path, reviewer=name, create=True)
    assert not path.exists()


def test_closing_twice_is_allowed(path: Path) -> None:
    review = open_review(path, reviewer="ana", create=True)
    review.close()
    review.close()
