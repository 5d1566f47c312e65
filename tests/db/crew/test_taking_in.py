"""An intake with worker processes: the review is the one that a single process makes, whatever becomes of them."""

import multiprocessing
import os
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path
from random import Random

import pytest

from db import open_review
from db.crew import hired
from db.intake import add_to_file
from db.model import IntakeReport, Step
from tests.db.crew.working import content, dying, dying_first, eager, write_articles


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write_articles(tmp_path / "articles", 60)
    return tmp_path / "articles"


def _added(path: Path, folder: Path, workers: int, *, update: bool = False) -> IntakeReport:
    crew = eager(workers) if workers > 1 else None
    try:
        return add_to_file(path, [folder, folder / "gone.txt"], reviewer="ana", crew=crew, update=update)
    finally:
        if crew is not None:
            crew.close()


def _same(report: IntakeReport) -> tuple[object, ...]:
    return report.added, report.known, report.figures, report.queue, report.failures, report.warnings


def test_the_review_is_the_same_whoever_works(tmp_path: Path, folder: Path) -> None:
    one, two = tmp_path / "one.db", tmp_path / "two.db"
    assert _same(_added(two, folder, 2)) == _same(_added(one, folder, 1))
    assert content(two) == content(one)
    assert len(content(one)["documents"]) == 58 and len(content(one)["failures"]) == 2


def test_so_it_is_when_edited_texts_come_in(tmp_path: Path, folder: Path) -> None:
    reviews = tmp_path / "one.db", tmp_path / "two.db"
    for workers, path in enumerate(reviews, start=1):
        _added(path, folder, workers)
    for file in sorted(folder.iterdir())[10:50:3]:
        file.write_text(file.read_text().replace("sheep", "goats") + "Later 17 carts were found.\n")
    reports = [_added(path, folder, workers, update=True) for workers, path in enumerate(reviews, start=1)]
    assert reports[0].updated == reports[1].updated and len(reports[0].updated) > 10
    assert content(reviews[0]) == content(reviews[1])


def test_what_is_known_is_read_and_not_extracted(tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "kursk.db"
    _added(path, folder, 1)
    before = content(path)

    def unexpected(documents: object) -> None:
        raise AssertionError("a known document was extracted again")

    monkeypatch.setattr("db.crew.flow.extract_all", unexpected)
    report = _added(path, folder, 2)
    assert (report.added, report.known) == (0, 59)
    assert content(path) == before


@pytest.mark.skipif(os.name != "posix", reason="kill -9")
def test_a_killed_worker_costs_nothing(tmp_path: Path, folder: Path) -> None:
    killed: list[int] = []

    def kill(step: Step) -> None:
        if not killed:
            for child in multiprocessing.active_children()[:1]:
                assert child.pid is not None
                os.kill(child.pid, signal.SIGKILL)
                killed.append(child.pid)

    crew = eager(2)
    two = tmp_path / "two.db"
    report = add_to_file(two, [folder, folder / "gone.txt"], reviewer="ana", crew=crew, on_progress=kill)
    crew.close()
    assert killed and _same(report) == _same(_added(tmp_path / "one.db", folder, 1))
    assert content(two) == content(tmp_path / "one.db")


@pytest.mark.parametrize("before", [0, 1])
def test_a_text_that_ends_the_worker_is_a_failure_and_the_others_go_in(
    tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch, before: int
) -> None:
    add_to_file(tmp_path / "kursk.db", sorted(folder.iterdir())[:before], reviewer="ana")
    monkeypatch.setattr("db.crew.flow.extract_all", dying)
    monkeypatch.setattr("db.crew.flow.read_and_extract_all", dying_first)
    (folder / "030.txt").write_text("The mill is a trap of 40 doors.\n")
    report = _added(tmp_path / "kursk.db", folder, 2)
    assert report.added == 57 - before
    (failure,) = [failure for failure in report.failures if failure.name.endswith("030.txt")]
    assert "ends the program" in failure.reason
    monkeypatch.undo()
    crew = eager(2)
    again = add_to_file(tmp_path / "kursk.db", [], reviewer="ana", crew=crew, retry_failed=True)
    crew.close()
    assert again.added == 1 and [Path(failure.name).name for failure in again.failures] == ["005.txt", "gone.txt"]


# Takes a folder into a review with two workers; at the thirtieth text everybody here gets ctrl+c.
_INTERRUPTED = """
import os, signal, sys
from db.intake import add_to_file
from tests.db.crew.working import eager
if __name__ == "__main__":
    def at(step):
        if step.text.startswith("30 read"):
            os.killpg(0, signal.SIGINT)
    crew = eager(2)
    report = add_to_file(sys.argv[1], [sys.argv[2]], reviewer="ana", crew=crew, on_progress=at)
    crew.close()
    print(report.stopped_after)
"""


@pytest.mark.skipif(os.name != "posix", reason="signals to a group")
def test_ctrl_c_keeps_what_is_stored_and_the_same_again_makes_it_whole(tmp_path: Path, folder: Path) -> None:
    path, script = tmp_path / "kursk.db", tmp_path / "interrupted.py"
    script.write_text(_INTERRUPTED)
    done = subprocess.run(
        [sys.executable, str(script), str(path), str(folder)],
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[3])},
        capture_output=True,
        text=True,
        start_new_session=True,
        check=False,
    )
    # No worker says anything of the signal.
    assert (done.returncode, done.stdout, done.stderr) == (0, "30\n", "")
    connection = sqlite3.connect(path)
    assert connection.execute("SELECT count(*) FROM documents").fetchone() == (28,)
    connection.close()
    _added(path, folder, 2)
    _added(tmp_path / "whole.db", folder, 1)
    assert content(path) == content(tmp_path / "whole.db")


@pytest.mark.slow
def test_a_dask_cluster_makes_the_same_review(tmp_path: Path, folder: Path) -> None:
    distributed = pytest.importorskip("distributed")
    with (
        distributed.LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None, processes=True) as cluster,
        hired(None, cluster.scheduler_address) as crew,
    ):
        add_to_file(tmp_path / "dask.db", [folder, folder / "gone.txt"], reviewer="ana", crew=crew)
        with open_review(tmp_path / "dask.db", reviewer="ana") as review:
            assert review.progress().documents == 58
    _added(tmp_path / "one.db", folder, 1)
    assert content(tmp_path / "dask.db") == content(tmp_path / "one.db")


@pytest.mark.parametrize("update, as_new", [(False, False), (True, False), (False, True)])
@pytest.mark.parametrize("seed", range(4))
def test_together_or_one_after_the_other_is_the_same(tmp_path: Path, seed: int, update: bool, as_new: bool) -> None:
    """Whatever is read ahead: texts that are there, edited ones, the same under other names."""
    chance = Random(seed)
    texts = [
        f"The weir at Arvik\n\nOfficials in Arvik said that {number} sheep had drowned. At least "
        f"{chance.choice((3, 5))} people left the valley. The repair may cost ${number} million.\n"
        for number in (40, 41, 52)
    ]
    files = [tmp_path / str(number) / chance.choice(("a.txt", "b.txt", "c.txt", "d.md")) for number in range(30)]
    for file in files:
        file.parent.mkdir()
        file.write_text(chance.choice(texts))
    together, after = tmp_path / "together.db", tmp_path / "after.db"
    add_to_file(together, files[:2], reviewer="ana")
    add_to_file(together, files, reviewer="ana", update=update, as_new=as_new)
    add_to_file(after, files[:2], reviewer="ana")
    for file in files:
        add_to_file(after, [file], reviewer="ana", update=update, as_new=as_new)
    found, expected = content(together), content(after)
    for table in ("documents", "items", "zones", "figures"):
        assert found[table] == expected[table], table
    assert len(expected["documents"]) > 2 or not update
