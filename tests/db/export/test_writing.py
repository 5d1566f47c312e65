"""An export is written whole or not at all, never over anything, and the same for the same review."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from db import Review, ReviewError, open_review
from db.errors import CannotWrite
from db.export import BadExport, Export, write_table
from db.export.formats import FORMATS

FILES = [form.name for form in FORMATS if form.makes != "folder"]


@pytest.mark.parametrize("form", FILES)
def test_the_same_review_gives_the_same_bytes(review: Review, tmp_path: Path, form: str) -> None:
    review.decide(review.queue(), "confirmed", note="ok", evidence=["https://example.org/a"])
    write_table(review, Export(form, tmp_path / "first"))
    review.close()
    with open_review(review.path, reviewer="ben") as again:
        write_table(again, Export(form, tmp_path / "second"))
    assert (tmp_path / "first").read_bytes() == (tmp_path / "second").read_bytes()


@pytest.mark.parametrize("form", FILES)
def test_a_file_is_not_overwritten_unless_forced(review: Review, tmp_path: Path, form: str) -> None:
    out = tmp_path / "verdicts"
    out.write_text("mine")
    with pytest.raises(CannotWrite, match="exists already"):
        write_table(review, Export(form, out))
    assert out.read_text() == "mine"
    write_table(review, Export(form, out, force=True))
    assert out.read_bytes() != b"mine"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["kursk.db", "verdicts"]


@pytest.mark.skipif(os.name == "nt", reason="there are no named pipes in folders")
@pytest.mark.parametrize("form", FILES)
def test_where_nothing_can_be_written_is_said(review: Review, tmp_path: Path, form: str) -> None:
    with pytest.raises(CannotWrite, match="there is no folder"):
        write_table(review, Export(form, tmp_path / "nowhere" / "out"))
    with pytest.raises(CannotWrite, match="is a folder"):
        write_table(review, Export(form, tmp_path, force=True))
    with pytest.raises(CannotWrite, match="is the review itself"):
        write_table(review, Export(form, review.path, force=True))
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(CannotWrite, match="is no ordinary file"):
        write_table(review, Export(form, tmp_path / "pipe", force=True))
    (tmp_path / "pipe").unlink()
    with pytest.raises(CannotWrite, match="cannot be written"):
        write_table(review, Export(form, tmp_path / ("x" * 300)))
    assert [path.name for path in tmp_path.iterdir()] == ["kursk.db"]


@pytest.mark.parametrize("form", FILES)
def test_a_failure_half_way_leaves_nothing(
    review: Review, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, form: str
) -> None:
    review.decide(review.queue(), "confirmed")
    out = tmp_path / "verdicts"
    out.write_text("mine")

    def broken(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", broken)
    with pytest.raises(CannotWrite, match="No space left"):
        write_table(review, Export(form, out, force=True))
    assert out.read_text() == "mine"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["kursk.db", "verdicts"]


@pytest.mark.parametrize("form", FILES)
def test_a_review_that_breaks_half_way_leaves_nothing(
    review: Review, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, form: str
) -> None:
    review.decide(review.queue(), "confirmed")
    monkeypatch.setattr("db.verdict_table.PAGE", 2)
    review.connection.execute("UPDATE figures SET note = CAST(x'ff' AS TEXT) WHERE id = 11")
    with pytest.raises(ReviewError):
        write_table(review, Export(form, tmp_path / "out"))
    assert [path.name for path in tmp_path.iterdir()] == ["kursk.db"]


# Exports with a limit on the size of files, as on a full disk; says what it was told.
_LIMITED = """
import resource, signal, sys
from pathlib import Path
from db import ReviewError, open_review
from db.export import Export, write_table
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
with open_review(sys.argv[1], reviewer="ana") as review:
    resource.setrlimit(resource.RLIMIT_FSIZE, (2000, resource.RLIM_INFINITY))
    try:
        write_table(review, Export(sys.argv[2], Path(sys.argv[3])))
    except ReviewError as error:
        print(error)
"""


@pytest.mark.skipif(os.name == "nt", reason="there is no such limit")
@pytest.mark.parametrize("form", FILES)
def test_a_disk_that_fills_up_is_said_and_nothing_is_left(review: Review, tmp_path: Path, form: str) -> None:
    review.decide(review.queue(), "confirmed", note="".join(map(chr, range(0x4E00, 0x4E00 + 3000))))
    command = [sys.executable, "-c", _LIMITED, str(review.path), form, str(tmp_path / "out")]
    done = subprocess.run(command, cwd=Path(__file__).parents[3], capture_output=True, text=True, check=True)
    assert done.stdout == f"{tmp_path / 'out'} cannot be written: File too large\n"
    assert [path.name for path in tmp_path.iterdir()] == ["kursk.db"]


def test_without_hard_links_a_file_is_still_not_overwritten(
    review: Review, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unsupported(source: Path, target: Path) -> None:
        raise OSError(95, "Operation not supported")

    monkeypatch.setattr(os, "link", unsupported)
    write_table(review, Export("csv", tmp_path / "new.csv"))
    assert (tmp_path / "new.csv").read_text().startswith("figure_id,")
    with pytest.raises(CannotWrite, match="exists already"):
        write_table(review, Export("csv", tmp_path / "new.csv"))


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (Export("docx"), "'docx' is no format: give one of csv, tsv, "),
        (Export(verdicts=("true",)), "'true' is no verdict: give one of unreviewed, "),
        (Export(since="March"), "'March' is no date: give one as in 2026-03-18"),
        (Export(since="20260318"), "is no date"),
        (Export(columns=("text", "noon")), "no column is called 'noon': the columns are figure_id, "),
        (Export(columns=("text", "text")), "the column text is named twice"),
        (Export(columns=("reviewer",), anonymous=True), "leaves the column reviewer out"),
        (Export("md", bom=True), "--bom does not go with md, only with csv, tsv"),
        (Export("csv", base_url="https://example.org"), "--base-url does not go with csv"),
        (Export("xlsx"), "xlsx is a file, and cannot be written to standard output: give -o PATH"),
    ],
)
def test_what_makes_no_sense_is_said_before_anything_is_written(review: Review, wrong: Export, said: str) -> None:
    with pytest.raises(BadExport) as refused:
        write_table(review, wrong)
    assert said in str(refused.value)
