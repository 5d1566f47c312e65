"""The check says what is wrong and nothing else, and repair puts right what can be."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from db import Review, open_review
from db.checking import check, repair
from db.errors import Damaged
from tests.db.comparing import comparable
from tests.factories import sample


@pytest.fixture
def worked(path: Path) -> Iterator[Review]:
    """A review with something of everything."""
    with open_review(path, reviewer="ana", create=True) as review:
        for number in (1, 2, 3):
            review.add(*sample(number))
        review.decide([2, 3], "confirmed", note="seen", evidence=["https://example.org/"])
        review.decide([6], "misreported", reason="typo")
        review.undo()
        review.tag([2], "later")
        review.correct(7, noun="islanders")
        start = sample(2)[0].text.index("200")
        review.add_figure(2, start, start + 3, low=200, high=200, noun="ferries")
        review.join([2, 6], title="Homes")
        with open_review(path, reviewer="ben") as other:
            other.decide([2], "disputed")
        yield review


def said(review: Review) -> list[str]:
    return [finding.message for finding in check(review).findings]


def test_a_sound_review_is_sound_and_stays_as_it_is(worked: Review) -> None:
    before = comparable(worked)
    report = check(worked)
    assert report.findings == ()
    assert (report.documents, report.figures) == (3, 13)
    assert report.entries == len(worked.history())
    assert comparable(worked) == before


def test_an_empty_review_is_sound(path: Path) -> None:
    with open_review(path, reviewer="ana", create=True) as review:
        assert check(review).findings == ()


def test_others_can_read_and_write_during_a_check(worked: Review) -> None:
    steps: list[str] = []

    def meanwhile(step: str) -> None:
        with open_review(worked.path, reviewer="ben") as other:
            other.decide([10], "confirmed" if len(steps) % 2 else "disputed")
        steps.append(step)

    assert check(worked, on_step=meanwhile).findings == ()
    assert len(steps) > 5


@pytest.mark.parametrize(
    ("damage", "expected"),
    [
        ("UPDATE counters SET value = value + 1 WHERE name = 'queue'", "the counter queue says 11, counted are 10"),
        ("DELETE FROM counters WHERE name = 'figures'", "the counter figures says nothing, counted are 13"),
        ("UPDATE figures SET state = 'dismissed' WHERE id = 3", "is shown as dismissed, by the log it is confirmed"),
        ("UPDATE figures SET note = 'forged' WHERE id = 3", "another reason, time, note or place than the log has"),
        ("UPDATE figures SET decided_by = 2 WHERE id = 3", "another reason, time, note or place than the log has"),
        ("UPDATE verdicts SET verdict = 'disputed' WHERE figure_id = 3", "verdicts: 1 rows are not"),
        ("DELETE FROM evidence WHERE figure_id = 2", "evidence: 1 rows are not"),
        ("DELETE FROM tags", "tags: 1 rows are not"),
        ("UPDATE corrections SET value = 'guests'", "corrections: 1 rows are not"),
        ("UPDATE actions SET undone = 1 - undone", "actions: "),
        ("DELETE FROM memberships WHERE figure_id = 6", "memberships: 1 rows are not"),
        ("UPDATE questions SET renamed = 'Lights'", "questions: 1 rows are not"),
        ("INSERT INTO figures_fts (figures_fts) VALUES ('delete-all')", "the search index does not fit the figures"),
        ("DROP TRIGGER figures_search_update", "the trigger figures_search_update is missing"),
        ("DROP VIEW verdict_table", "the view verdict_table is missing"),
        ("DROP INDEX events_by_subject", "the index events_by_subject is missing"),
    ],
)
def test_what_can_be_worked_out_again_is_told_and_repaired(worked: Review, damage: str, expected: str) -> None:
    before = comparable(worked)
    worked.connection.execute(damage)
    found = check(worked).findings
    assert any(expected in finding.message for finding in found), found
    assert all(finding.repairable for finding in found)
    repair(worked)
    assert check(worked).findings == ()
    assert comparable(worked) == before


def test_a_trigger_that_was_changed_is_made_again(worked: Review) -> None:
    worked.connection.execute("DROP TRIGGER events_no_delete")
    worked.connection.execute("CREATE TRIGGER events_no_delete BEFORE DELETE ON events BEGIN SELECT 1; END")
    assert said(worked) == ["the trigger events_no_delete is not as figcheck makes it"]
    repair(worked)
    assert said(worked) == []
    with pytest.raises(sqlite3.IntegrityError):
        worked.connection.execute("DELETE FROM events")


@pytest.mark.parametrize(
    ("damage", "expected"),
    [
        (
            "UPDATE documents SET text = replace(text, 'barges', 'barque') WHERE id = 2",
            "the text of storm2.txt is not what",
        ),
        ("UPDATE documents SET url = 'https://example.org/' WHERE id = 2", "the address of storm2.txt is not the one"),
        ("UPDATE figures SET start = start + 1 WHERE id = 2", "at its place stands ',000', not '6,000'"),
        ('UPDATE figures SET "end" = 99999 WHERE id = 2', "is outside the text"),
        ("UPDATE figures SET prefix = 'At most ' WHERE id = 2", "is not what stands there"),
        ("UPDATE figures SET sentence_end = start WHERE id = 2", "it does not stand in its sentence"),
        ('UPDATE zones SET "end" = 99999 WHERE document_id = 1 AND item = 0', "is not a part of its text"),
        ("DELETE FROM items WHERE document_id = 3 AND number = 1", "belongs to a row of items that is not there"),
        ("DELETE FROM events WHERE id = 1", "1 entries of the log are gone"),
        ("UPDATE events SET payload = '{}' WHERE id = 1", "cannot be understood (KeyError"),
        ("UPDATE events SET figure_id = 9 WHERE id = 1", "is put to another figure than its own"),
    ],
)
def test_what_cannot_be_worked_out_is_told_and_stays(worked: Review, damage: str, expected: str) -> None:
    connection = worked.connection
    connection.execute("PRAGMA foreign_keys = OFF")
    for trigger in ("events_no_update", "events_no_move", "events_no_delete"):
        connection.execute(f"DROP TRIGGER {trigger}")
    connection.execute(damage)
    connection.execute("PRAGMA foreign_keys = ON")
    told = [finding for finding in check(worked).findings if expected in finding.message]
    assert told and not any(finding.repairable for finding in told)
    repair(worked)
    assert any(expected in message for message in said(worked))


def test_a_reviewer_whose_name_is_lost_stays_somebody(worked: Review) -> None:
    worked.connection.execute("PRAGMA foreign_keys = OFF")
    worked.connection.execute("DELETE FROM reviewers WHERE name = 'ben'")
    worked.connection.execute("PRAGMA foreign_keys = ON")
    found = check(worked).findings
    assert found and all(finding.repairable for finding in found)
    repair(worked)
    assert check(worked).findings == ()
    assert {event.reviewer for event in worked.history()} == {"ana", "reviewer 2, name lost"}
    assert worked.figure(2).state == "unresolved"


def test_many_of_a_sort_are_counted(worked: Review) -> None:
    worked.connection.execute("UPDATE figures SET prefix = 'x'")
    messages = said(worked)
    assert len(messages) == 11 and messages[-1] == "... and 3 more like that"


def test_a_page_of_an_index_that_lies_is_told_and_repaired(worked: Review) -> None:
    """An index that lacks a row: what a lost write leaves behind."""
    connection = worked.connection
    connection.execute("PRAGMA writable_schema = ON")
    (sql,) = connection.execute("SELECT sql FROM sqlite_schema WHERE name = 'idx_documents_name'").fetchone()
    connection.execute("UPDATE sqlite_schema SET sql = sql || ' WHERE id > 1' WHERE name = 'idx_documents_name'")
    connection.execute("PRAGMA writable_schema = RESET")
    worked.close()
    with open_review(worked.path, reviewer="ana") as review:
        review.connection.execute("REINDEX idx_documents_name")
        review.connection.execute("PRAGMA writable_schema = ON")
        review.connection.execute("UPDATE sqlite_schema SET sql = ? WHERE name = 'idx_documents_name'", (sql,))
        review.connection.execute("PRAGMA writable_schema = RESET")
    with open_review(worked.path, reviewer="ana") as review:
        found = check(review).findings
        assert found and all(finding.repairable for finding in found)
        assert any("missing from index" in finding.message for finding in found)
        repair(review)
        assert check(review).findings == ()


def test_a_damaged_page_is_told_and_repair_changes_nothing(worked: Review) -> None:
    (root,) = worked.connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'events'").fetchone()
    worked.close()
    data = bytearray(worked.path.read_bytes())
    data[(root - 1) * 4096 : (root - 1) * 4096 + 16] = bytes(range(16))
    worked.path.write_bytes(data)
    with open_review(worked.path, reviewer="ana") as review:
        found = check(review).findings
        assert any(finding.message.startswith("the file is damaged") for finding in found)
        assert not all(finding.repairable for finding in found)
        with pytest.raises(Damaged):
            repair(review)
    assert worked.path.read_bytes() == bytes(data)
