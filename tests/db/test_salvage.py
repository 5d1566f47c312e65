"""Salvage: whatever was done to a file, the judgements that are still in it come out."""

import random
import sqlite3
from pathlib import Path

import pytest

from db import open_review
from db.checking import check, repair
from db.errors import CannotOpen, CannotWrite, ReviewError
from db.merging import merge
from db.salvage import Salvaged, salvage
from tests.db.comparing import Comparable, comparable
from tests.factories import make_document, make_figure, sample

PAGE = 4096
#: Tables in which nothing may be that was not there before.
COMPARED = ("documents", "items", "zones", "events", "verdicts", "notes", "evidence", "tags", "corrections")


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A review of some size: figures on many pages, a text that is longer than a page, two reviewers, a question."""
    path = tmp_path_factory.mktemp("whole") / "kursk.db"
    with open_review(path, reviewer="ana", create=True) as review:
        for number in range(1, 41):
            review.add(*sample(number, archived=f"https://archive.example/{number}" if number % 2 else None))
        long = make_document("Rain fell. " * 3000 + "Then 77 ferries left.", name="long.txt")
        review.add(long, [make_figure(long, "77", 77, noun="ferries")])
        for place, row_id in enumerate(review.queue()):
            verdict = ("confirmed", "disputed", "dismissed")[place % 3]
            review.decide([row_id], verdict, note=f"note {place}", evidence=["https://example.org/"])
        review.join([2, 6], title="Homes")
        review.tag([2], "later")
        review.correct(7, noun="islanders")
        with open_review(path, reviewer="ben") as other:
            other.decide(review.queue()[:20], "confirmed")
            other.undo()
            other.redo()
    return path


def state_of(path: Path) -> Comparable:
    with open_review(path, reviewer="eve") as review:
        return comparable(review)


def entries(state: Comparable) -> set[tuple[object, ...]]:
    """Give the log without the figures that may be lost."""
    return {(*row[:7], row[8]) for row in state["events"]}


def rescued(data: bytes, folder: Path) -> tuple[Salvaged, Comparable]:
    """Salvage a file of these bytes; gives what was told, and what the sound review holds that came out."""
    damaged, fresh = folder / "damaged.db", folder / "fresh.db"
    damaged.write_bytes(data)
    fresh.unlink(missing_ok=True)
    told = salvage(damaged, fresh)
    assert damaged.read_bytes() == data
    assert sorted(path.name for path in folder.iterdir()) == ["damaged.db", "fresh.db"]
    with open_review(fresh, reviewer="eve") as review:
        for finding in check(review).findings:
            assert finding.message in told.lost
        state = comparable(review)
    assert (told.documents, told.entries) == (len(state["documents"]), len(state["events"]))
    return told, state


def test_of_a_sound_file_nothing_is_lost(whole: Path, tmp_path: Path) -> None:
    told, state = rescued(whole.read_bytes(), tmp_path)
    assert told.lost == ()
    assert state == state_of(whole)


@pytest.mark.parametrize(
    "place", [0, 15, 16, 17, 18, 20, 24, 28, 31, 44, 56, 60, 68, 92, 96, 99, 100, 103, 105, 108, 150]
)
def test_a_flipped_byte_of_the_first_page_loses_nothing(whole: Path, tmp_path: Path, place: int) -> None:
    data = bytearray(whole.read_bytes())
    data[place] ^= 0xFF
    told, state = rescued(bytes(data), tmp_path)
    assert [line for line in told.lost if "cut short" not in line] == []
    expected = state_of(whole)
    assert all(state[table] == expected[table] for table in COMPARED)


def test_a_first_page_that_is_gone_loses_nothing(whole: Path, tmp_path: Path) -> None:
    data = bytes(PAGE) + whole.read_bytes()[PAGE:]
    told, state = rescued(data, tmp_path)
    assert told.lost == ()
    expected = state_of(whole)
    assert all(state[table] == expected[table] for table in COMPARED)


def leaves(path: Path, table: str) -> list[int]:
    """Give the offsets of a table's leaf pages, by following its tree."""
    connection = sqlite3.connect(path)
    (root,) = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = ?", (table,)).fetchone()
    connection.close()
    data = path.read_bytes()
    found, left = [], [root]
    while left:
        offset = (left.pop() - 1) * PAGE
        if data[offset] == 13:
            found.append(offset)
            continue
        for cell in range(int.from_bytes(data[offset + 3 : offset + 5], "big")):
            at = offset + int.from_bytes(data[offset + 12 + 2 * cell : offset + 14 + 2 * cell], "big")
            left.append(int.from_bytes(data[at : at + 4], "big"))
        left.append(int.from_bytes(data[offset + 8 : offset + 12], "big"))
    return sorted(found)


def root_of(path: Path, table: str) -> int:
    connection = sqlite3.connect(path)
    (root,) = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = ?", (table,)).fetchone()
    connection.close()
    return (int(root) - 1) * PAGE


@pytest.mark.parametrize("table", ["events", "figures", "documents"])
def test_the_root_of_a_tree_that_is_gone_loses_nothing(whole: Path, tmp_path: Path, table: str) -> None:
    data = bytearray(whole.read_bytes())
    root = root_of(whole, table)
    assert data[root] == 5
    data[root : root + PAGE] = random.Random(1).randbytes(PAGE)
    told, state = rescued(bytes(data), tmp_path)
    assert told.lost == ()
    expected = state_of(whole)
    assert all(state[name] == expected[name] for name in COMPARED)


def test_a_page_of_the_log_that_is_gone_takes_no_other_with_it(whole: Path, tmp_path: Path) -> None:
    pages = leaves(whole, "events")
    assert len(pages) > 10
    data = bytearray(whole.read_bytes())
    page = pages[3]
    rows = int.from_bytes(data[page + 3 : page + 5], "big")
    data[page : page + PAGE] = bytes(PAGE)
    told, state = rescued(bytes(data), tmp_path)
    expected = state_of(whole)
    assert f"entries of the log: {rows} of {len(expected['events'])} lost" in told.lost
    assert len(state["events"]) == len(expected["events"]) - rows
    assert entries(state) < entries(expected)
    assert state["documents"] == expected["documents"]


def test_the_kind_of_a_page_flipped_loses_nothing(whole: Path, tmp_path: Path) -> None:
    data = bytearray(whole.read_bytes())
    for page in leaves(whole, "events")[::2]:
        data[page] ^= 0x40
    told, state = rescued(bytes(data), tmp_path)
    assert told.lost == () and state["events"] == state_of(whole)["events"]


def test_figures_that_are_gone_come_back_from_another_copy(whole: Path, tmp_path: Path) -> None:
    data = bytearray(whole.read_bytes())
    page = leaves(whole, "figures")[2]
    data[page : page + PAGE] = bytes(PAGE)
    told, state = rescued(bytes(data), tmp_path)
    expected = state_of(whole)
    assert any(line.startswith("figures: ") for line in told.lost)
    assert any("entries of the log are about lost figures" in line for line in told.lost)
    assert len(state["events"]) == len(expected["events"])
    with open_review(tmp_path / "fresh.db", reviewer="eve") as review:
        merge(review, whole)
        assert check(review).findings == ()
        back = comparable(review)
    assert all(back[table] == expected[table] for table in (*COMPARED, "figures", "counters"))


def test_documents_that_are_added_again_get_their_verdicts_back(whole: Path, tmp_path: Path) -> None:
    data = bytearray(whole.read_bytes())
    for page in leaves(whole, "documents")[:3]:
        data[page : page + PAGE] = bytes(PAGE)
    told, _ = rescued(bytes(data), tmp_path)
    assert 0 < told.documents < 41
    with open_review(tmp_path / "fresh.db", reviewer="eve") as review:
        for number in range(1, 41):
            review.add(*sample(number))
        found = check(review).findings
        assert "are not tied to the figure that they are about" in found[0].message
        assert all(finding.repairable for finding in found)
        repair(review)
        assert check(review).findings == ()
        expected, back = state_of(whole), comparable(review)
        assert all(back[table] == expected[table] for table in ("verdicts", "notes", "evidence", "tags", "counters"))


def test_a_text_with_a_flipped_letter_is_named(whole: Path, tmp_path: Path) -> None:
    data = whole.read_bytes()
    place = data.index(b"Storm 7: the port counted 12 barges adrift\nMore")
    told, state = rescued(data[: place + 20] + b"#" + data[place + 21 :], tmp_path)
    assert any("the text of storm7.txt is not what was taken in" in line for line in told.lost)
    assert state["events"] == state_of(whole)["events"]


def test_a_file_that_is_cut_short_says_so(whole: Path, tmp_path: Path) -> None:
    data = whole.read_bytes()
    pages = len(data) // PAGE
    told, state = rescued(data[: (pages - 10) * PAGE + 100], tmp_path)
    assert told.lost[0].startswith("the file is cut short: ")
    expected = state_of(whole)
    assert entries(state) <= entries(expected) and set(state["documents"]) <= set(expected["documents"])
    assert told.documents > 30


def test_a_killed_program_s_journal_is_played_back_in_the_copy(whole: Path, tmp_path: Path) -> None:
    path = tmp_path / "killed.db"
    path.write_bytes(whole.read_bytes())
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA cache_spill = 1")
    connection.execute("PRAGMA cache_size = 1")
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("UPDATE figures SET noun = 'half done'")
    halfway, journal = path.read_bytes(), Path(f"{path}-journal").read_bytes()
    connection.execute("ROLLBACK")
    connection.close()
    path.write_bytes(halfway)
    Path(f"{path}-journal").write_bytes(journal)
    assert halfway != whole.read_bytes()
    assert salvage(path, tmp_path / "fresh.db").lost == ()
    assert path.read_bytes() == halfway and Path(f"{path}-journal").read_bytes() == journal
    assert state_of(tmp_path / "fresh.db") == state_of(whole)


@pytest.mark.slow
def test_forty_files_with_a_page_overwritten_lose_that_page_at_most(whole: Path, tmp_path: Path) -> None:
    expected = state_of(whole)
    data = whole.read_bytes()
    dice = random.Random(2)
    lossless = 0
    for page in dice.sample(range(len(data) // PAGE), 40):
        damaged = data[: page * PAGE] + dice.randbytes(PAGE) + data[(page + 1) * PAGE :]
        told, state = rescued(damaged, tmp_path)
        # No more than what fits on a page.
        assert len(state["events"]) >= len(expected["events"]) - 30
        assert entries(state) <= entries(expected)
        lossless += not told.lost
    assert lossless >= 20


@pytest.mark.slow
def test_forty_files_with_flipped_bytes_keep_nearly_everything(whole: Path, tmp_path: Path) -> None:
    expected = state_of(whole)
    data = whole.read_bytes()
    dice = random.Random(3)
    for _ in range(40):
        damaged = bytearray(data)
        for _ in range(20):
            damaged[dice.randrange(len(data))] ^= 1 << dice.randrange(8)
        told, state = rescued(bytes(damaged), tmp_path)
        assert len(entries(state) & entries(expected)) >= 0.8 * len(expected["events"]), told.lost
        assert told.documents >= 35


@pytest.mark.slow
def test_files_cut_anywhere_give_what_is_left(whole: Path, tmp_path: Path) -> None:
    expected = state_of(whole)
    data = whole.read_bytes()
    for eighths in range(4, 8):
        told, state = rescued(data[: len(data) * eighths // 8], tmp_path)
        assert told.lost[0].startswith("the file is cut short")
        assert entries(state) <= entries(expected)


# What is refused


def refused(path: Path, fresh: Path, kind: type[ReviewError]) -> str:
    before = sorted(fresh.parent.iterdir())
    with pytest.raises(kind) as said:
        salvage(path, fresh)
    assert sorted(fresh.parent.iterdir()) == before
    assert "\n" not in str(said.value)
    return str(said.value)


def test_a_fresh_file_that_exists_stays(whole: Path, tmp_path: Path) -> None:
    (tmp_path / "fresh.db").write_bytes(b"mine")
    assert "exists already" in refused(whole, tmp_path / "fresh.db", CannotWrite)
    assert (tmp_path / "fresh.db").read_bytes() == b"mine"
    with pytest.raises(CannotWrite, match="there is no folder"):
        salvage(whole, tmp_path / "none" / "fresh.db")


@pytest.mark.parametrize("content", [b"\x89PNG\r\n" + bytes(5000), b"a text\n" * 3000, b"SQLite format 3\0"])
def test_what_never_was_a_review_gives_nothing(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "other").write_bytes(content)
    assert "nothing was salvaged" in refused(tmp_path / "other", tmp_path / "fresh.db", ReviewError)


def test_no_file_or_a_folder_is_refused(tmp_path: Path) -> None:
    assert "does not exist" in refused(tmp_path / "none.db", tmp_path / "fresh.db", CannotOpen)
    assert "folder" in refused(tmp_path, tmp_path / "fresh.db", CannotOpen)
