"""Intake: what can be read goes in, what cannot is told, and no file is left behind for nothing."""

import io
from pathlib import Path

import pytest

from db import Review, open_review
from db.errors import CannotOpen, CannotWrite
from db.intake import add_to_file, take_in
from db.model import Added, IntakeReport, Step
from figures.model import Figure
from seeds.document import Document
from tests.factories import make_figure


def _fake_extract(document: Document) -> list[Figure]:
    """Find the word "forty"; a text that says "trap" is more than the extractor can take."""
    if "trap" in document.text:
        raise RecursionError("deep")
    return [make_figure(document, "forty", 40)] if "forty" in document.text else []


@pytest.fixture(autouse=True)
def _extractor(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("figures.extract.extract", _fake_extract)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "texts"
    folder.mkdir()
    (folder / "a.txt").write_text("Rescuers freed forty miners.\n")
    (folder / "b.txt").write_text("The mill is a trap of forty doors.\n")
    (folder / "c.txt").write_text("Nobody was hurt.\n")
    (folder / "d.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(50))
    (folder / "e.txt").write_bytes(b"Forty, or forty, caf\xe9s closed.\n")
    return folder


def test_what_can_be_read_goes_in_and_the_rest_is_told(path: Path, folder: Path) -> None:
    steps: list[Step] = []
    with open_review(path, reviewer="ana", create=True) as review:
        report = take_in(review, [folder, folder / "gone.txt"], on_progress=steps.append)
        assert review.progress().documents == 3
        names = [review.document(number).name for number in (1, 2, 3)]
    assert (report.added, report.known, report.figures, report.queue) == (3, 0, 2, 2)
    assert [Path(failure.name).name for failure in report.failures] == ["b.txt", "d.txt", "gone.txt"]
    assert "RecursionError" in report.failures[0].reason
    assert len(report.warnings) == 1 and report.warnings[0].startswith("e.txt: ")
    assert names == ["a.txt", "c.txt", "e.txt"]
    assert len(steps) == 6 and steps[0].text.startswith("1 read · ")


def test_again_adds_nothing_and_asks_no_extractor(path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = add_to_file(path, [folder / "a.txt", folder / "c.txt"], reviewer="ana")
    before = path.read_bytes()

    def unexpected(document: Document) -> list[Figure]:
        raise AssertionError("a known document was extracted again")

    monkeypatch.setattr("figures.extract.extract", unexpected)
    again = add_to_file(path, [folder / "a.txt", folder / "c.txt"], reviewer="ana")
    assert (first.added, first.known) == (2, 0)
    assert again == IntakeReport(added=0, known=2, figures=0, queue=0, failures=(), warnings=())
    assert path.read_bytes() == before


def test_a_new_review_is_not_made_for_nothing(path: Path, folder: Path) -> None:
    report = add_to_file(path, [folder / "gone.txt", folder / "d.txt", folder / "b.txt"], reviewer="ana")
    assert report.added == 0 and len(report.failures) == 3
    assert [found.name for found in path.parent.iterdir()] == ["texts"]


def test_a_new_review_in_which_nothing_could_be_stored_goes_again(
    path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def outside(document: Document) -> list[Figure]:
        return [make_figure(document, "forty", 40, item=7)]

    monkeypatch.setattr("figures.extract.extract", outside)
    report = add_to_file(path, [folder / "a.txt"], reviewer="ana")
    assert "could not be stored" in report.failures[0].reason
    assert not path.exists()


def test_standard_input_is_an_input(review: Review) -> None:
    report = take_in(review, ["-"], stdin=io.BytesIO(b"All forty came back.\n"))
    assert (report.added, report.figures) == (1, 1)


def test_what_is_no_review_takes_nothing_in(path: Path, folder: Path) -> None:
    path.write_text("no review")
    with pytest.raises(CannotOpen):
        add_to_file(path, [folder], reviewer="ana")
    assert path.read_text() == "no review"
    with pytest.raises(CannotWrite, match="no folder"):
        add_to_file(path.parent / "nowhere" / "new.db", [folder], reviewer="ana")


def test_documents_are_stored_a_batch_at_a_time(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("db.batches.FEWEST", 2)
    monkeypatch.setattr("db.batches.MOST", 2)
    monkeypatch.setattr("db.batches.AGE", 3600.0)
    stored: list[int] = []
    add_all = Review.add_all

    def counted(review: Review, documents: list[tuple[Document, list[Figure]]]) -> list[Added]:
        stored.append(len(documents))
        return add_all(review, documents)

    monkeypatch.setattr(Review, "add_all", counted)
    for number in range(5):
        (tmp_path / f"{number}.txt").write_text(f"Report {number}: forty boats.\n")
    report = add_to_file(path, [tmp_path / f"{number}.txt" for number in range(5)], reviewer="ana")
    assert (report.added, report.figures) == (5, 5)
    assert stored == [2, 2, 1]


def test_one_document_that_cannot_be_stored_does_not_hold_the_others_of_its_batch(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def extract(document: Document) -> list[Figure]:
        item = 9 if "bad" in document.text else 0  # there is no item 9
        return [make_figure(document, "forty", 40, item=item)]

    monkeypatch.setattr("figures.extract.extract", extract)
    for name in ("a", "bad", "c"):
        (tmp_path / f"{name}.txt").write_text(f"The {name} report: forty boats.\n")
    report = add_to_file(path, [tmp_path / f"{name}.txt" for name in ("a", "bad", "c")], reviewer="ana")
    assert (report.added, report.figures) == (2, 2)
    assert [failure.name for failure in report.failures] == ["bad.txt"]
    assert "could not be stored" in report.failures[0].reason
