"""Entries that no figcheck wrote so: found, left out, and never in the way of further work."""

import json
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from db import Review, blind, open_review
from db.checking import check, repair
from db.errors import BadDecision, Busy, ReviewError
from db.log.forms import well_formed
from db.opinions import adjudicate
from db.salvage import salvage
from tests.db.signing import rewrite
from tests.db.version1 import make_version_1
from tests.factories import make_document

ENTRY = {
    "uid": "403e94aa-351e-4aaf-87c5-da7385e0554b",
    "action_uid": "a4002c60-593c-4a34-9d6a-0b79ac4eb97a",
    "at": "2026-01-05T08:00:00.000000Z",
    "kind": "verdict",
    "subject": "45e012e9a514",
    "payload": '{"verdict": "confirmed", "reason": null}',
}


def problem(**changes: object) -> str | None:
    entry: dict[str, object] = ENTRY | changes
    return well_formed(*(entry[name] for name in ("uid", "action_uid", "at", "kind", "subject", "payload")))


def said(review: Review) -> list[str]:
    return [finding.message for finding in check(review).findings]


def everything(review: Review) -> None:
    """Write an entry of every kind."""
    dam = review.add(make_document("The dam held back forty thousand tonnes.", name="dam.txt"), []).document_id
    review.decide([2], "misreported", reason="bound_lost", note="seen", evidence=["https://example.org/a?b=c"])
    review.add_evidence(3, kind="conversation", title="The harbour master", quote="“no”", seen_on="2026-01-04")
    review.tag([2], "later")
    review.tag([2], "later", on=False)
    review.correct(3, low="2.5", high="2.5")
    review.correct(2, noun="people", bound="approx")
    review.add_figure(dam, 18, 32, low=40_000, noun="water")
    action = review.join([2, 3], title="Homes")
    (question,) = review.connection.execute("SELECT uid FROM questions").fetchone()
    review.rename(question, "Homes without power")
    review.answer(question, low=1, best=2, high=3)
    review.confirm(question)
    review.split([3], question)
    review.undo()
    review.redo()
    assert action.row_ids == (2, 3)


def test_whatever_figcheck_writes_is_well_formed(review: Review) -> None:
    everything(review)
    with open_review(review.path, reviewer="ben") as other:
        other.decide([2], "disputed")
    with open_review(review.path, reviewer="cat") as third:
        third.decide([2], "disputed")
    rows = review.connection.execute("SELECT uid, action_uid, at, kind, subject, payload FROM events").fetchall()
    assert len({row[3] for row in rows}) == 14
    assert [well_formed(*row) for row in rows] == [None] * len(rows)
    assert said(review) == []


@pytest.mark.parametrize(
    "changes",
    [
        *({"at": at} for at in ("", "~garbage", "9999-12-31T23:59:59.999999Z", "2026-13-01T00:00:00.000000Z", 7, None)),
        *({"uid": uid} for uid in ("", "x", b"noise", None)),
        *({"kind": kind} for kind in ("", "verdikt", None)),
        *({"subject": subject} for subject in ("", "subject", "45E012E9A514")),
        *(
            {"payload": payload}
            for payload in ("", "{", "[]", "7", "{}", '{"verdict": "right", "reason": null}', "[" * 100_000)
        ),
        {"kind": "note", "payload": '{"note": 7}'},
        {"kind": "tag", "payload": '{"tag": null, "on": true}'},
        {"kind": "evidence", "payload": '{"link": "javascript:alert(1)", "stance": "supports"}'},
        {"kind": "evidence", "payload": '{"kind": "rumour", "title": "x", "stance": "supports"}'},
        {"kind": "correction", "payload": '{"field": "low", "value": "many"}'},
        {"kind": "correction", "payload": '{"field": "state", "value": "confirmed"}'},
        {"kind": "figure", "payload": '{"document": "x", "figure": {}}'},
        {"kind": "undo", "payload": "{}"},
        {"kind": "answer", "subject": ENTRY["uid"], "payload": '{"low": "x", "best": null, "high": null, "note": ""}'},
    ],
    ids=lambda changes: json.dumps(changes, default=str)[:40],
)
def test_what_is_no_entry_is_known_to_be_none(changes: dict[str, object]) -> None:
    assert problem() is None
    assert problem(**changes) is not None


@pytest.mark.parametrize("at", ["~garbage", "9999-12-31T23:59:59.999999Z", "x"])
def test_a_time_that_is_none_is_told_and_keeps_nobody_from_writing(review: Review, at: str) -> None:
    review.decide([2], "confirmed")
    rewrite(review.path, "UPDATE events SET at = ?", (at,))
    assert any("its time is none" in line for line in said(review))
    review.decide([3], "disputed")
    assert review.figure(3).state == "disputed"
    assert str(review.figure(3).decided_at)[:2] == "20"


def test_an_entry_that_was_changed_is_told_and_never_called_sound(review: Review) -> None:
    review.decide([2], "confirmed")
    payload = '{"verdict": "disputed", "reason": null}'
    rewrite(review.path, "UPDATE events SET payload = ?", (payload,), sign=False)
    assert any("was changed since it was written" in line for line in said(review))
    repair(review)
    assert any("was changed since it was written" in line for line in said(review))


def test_an_entry_that_makes_no_sense_does_not_hide_the_others(review: Review) -> None:
    review.decide([2], "confirmed")
    review.decide([3], "disputed")
    rewrite(review.path, "UPDATE events SET payload = '{}' WHERE figure_id = 2")
    assert [event.label for event in review.history()] == ["disputed", "verdict, which cannot be understood"]
    with pytest.raises(ReviewError, match=r"the log cannot be understood .* figcheck check tells more"):
        review.decide([2], "disputed")
    review.decide([3], "confirmed")
    assert review.figure(3).state == "confirmed"


def test_salvage_leaves_out_what_was_not_written_so(review: Review, tmp_path: Path) -> None:
    for row_id, verdict in ((2, "confirmed"), (3, "disputed"), (5, "confirmed")):
        review.decide([row_id], verdict)
    review.close()
    rewrite(review.path, "UPDATE events SET at = '2025' || substr(at, 5) WHERE figure_id = 2", sign=False)
    rewrite(review.path, "UPDATE events SET payload = '{}' WHERE figure_id = 3", sign=False)
    done = salvage(review.path, tmp_path / "fresh.db")
    assert done.entries == 1
    assert done.lost == ("entries of the log: 2 of 3 lost", "2 of these are there, and not as they were written")
    with open_review(tmp_path / "fresh.db", reviewer="ana") as fresh:
        assert [fresh.figure(row_id).state for row_id in (2, 3, 5)] == ["unreviewed", "unreviewed", "confirmed"]
        assert said(fresh) == []


def test_an_older_schema_is_not_salvaged_into_nonsense(path: Path, tmp_path: Path) -> None:
    make_version_1(path)
    before = path.read_bytes()
    with pytest.raises(ReviewError, match="is a review of schema 1"):
        salvage(path, tmp_path / "fresh.db")
    assert path.read_bytes() == before and not (tmp_path / "fresh.db").exists()


def test_salvage_takes_what_stands_in_a_wal_file(review: Review, tmp_path: Path) -> None:
    review.decide([2], "confirmed")
    review.close()
    other = sqlite3.connect(review.path, isolation_level=None)
    other.execute("PRAGMA journal_mode = WAL")
    other.execute("UPDATE documents SET title = 'Late edition'")
    left = tmp_path / "left"
    left.mkdir()
    for ending in ("", "-wal"):
        (left / f"kursk.db{ending}").write_bytes(Path(f"{review.path}{ending}").read_bytes())
    other.close()
    assert salvage(left / "kursk.db", tmp_path / "fresh.db").lost == ()
    with open_review(tmp_path / "fresh.db", reviewer="ana") as fresh:
        assert fresh.document(1).title == "Late edition"
    assert sorted(found.name for found in left.iterdir()) == ["kursk.db", "kursk.db-wal"]


def test_a_wal_file_that_cannot_be_read_is_told(review: Review, tmp_path: Path) -> None:
    review.close()
    Path(f"{review.path}-wal").write_bytes(bytes.fromhex("377f0682") + b"\xee" * 5000)
    lost = salvage(review.path, tmp_path / "fresh.db").lost
    assert lost == (f"what stands in {review.path.name}-wal beside the file could not be read",)


@contextmanager
def _held(path: Path) -> Iterator[None]:
    """Hold a file in a program of its own."""
    code = (
        "import sqlite3, sys; c = sqlite3.connect(sys.argv[1], isolation_level=None); "
        "c.execute('BEGIN EXCLUSIVE'); print('held', flush=True); sys.stdin.read()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as program:
        assert program.stdout is not None and program.stdout.readline() == "held\n"
        try:
            yield
        finally:
            program.communicate()


def test_a_file_that_another_program_writes_is_not_salvaged(review: Review, tmp_path: Path) -> None:
    review.close()
    with _held(review.path), pytest.raises(Busy, match="in use by another program"):
        salvage(review.path, tmp_path / "fresh.db")
    assert salvage(review.path, tmp_path / "fresh.db").lost == ()


def test_nobody_adjudicates_blind_and_nobody_learns_from_trying(review: Review) -> None:
    review.decide([2], "confirmed")
    with open_review(review.path, reviewer="ben") as other:
        other.decide([2], "disputed")
    blind.switch(review.connection, True)
    with open_review(review.path, reviewer="eve") as third:
        for row_id in (2, 3):
            with pytest.raises(BadDecision, match="nobody adjudicates in blind mode"):
                adjudicate(third, [row_id], "confirmed")
    assert review.figure(2).state == "unresolved"
