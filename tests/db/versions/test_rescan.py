"""Reading stored texts again: what was judged stays as it was, the rest is what the present extractor says."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from db import Review, open_review
from db.counting import counted
from db.versions import Reread, rescan, update
from figures.model import Figure
from seeds.document import Document
from tests.factories import make_document, make_figure

TEXT = "The mill lost 12 wheels.\nThe county said more than 600 sheep had drowned.\nIt cost $25m, or 9 a head.\n"

Extractor = Callable[[Document], list[Figure]]


def old_extractor(document: Document) -> list[Figure]:
    """Miss the bound, and take the 25 without its sign."""
    return [
        make_figure(document, "12", 12, noun="wheels"),
        make_figure(document, "600", 600, noun="sheep"),
        make_figure(document, "25", 25),
        make_figure(document, "9", 9),
    ]


def new_extractor(document: Document) -> list[Figure]:
    """Find the bound and the sum, more of the noun, and no 9."""
    return [
        make_figure(document, "12", 12, noun="mill wheels"),
        make_figure(document, "600", 600, high=None, bound="over", noun="sheep"),
        make_figure(document, "$25m", 25_000_000, kind="money", unit="USD"),
    ]


@pytest.fixture
def use(monkeypatch: pytest.MonkeyPatch) -> Callable[[Extractor, int], None]:
    """Put an extractor of some version in the place of ours."""

    def put(extractor: Extractor, version: int) -> None:
        monkeypatch.setattr("figures.extract.extract", extractor)
        monkeypatch.setattr("figures.version.EXTRACTOR_VERSION", version)

    return put


@pytest.fixture
def mill(tmp_path: Path) -> Path:
    return tmp_path / "mill.db"


@pytest.fixture
def review(mill: Path) -> Iterator[Review]:
    with open_review(mill, reviewer="ana", create=True) as opened:
        for number in (1, 2):
            document = make_document(TEXT, name=f"mill{number}.txt", url=f"https://mill.example/{number}")
            opened.add(document, old_extractor(document))
        yield opened


def row_of(review: Review, text: str) -> int:
    """Give the row of the first document's figure with this text, in view or not."""
    found = review.connection.execute("SELECT id FROM figures WHERE document_id = 1 AND text = ?", (text,))
    return int(found.fetchone()[0])


def in_view(review: Review) -> list[str]:
    """Give the texts of the first document's figures in view."""
    return [review.figure(mark.row_id).figure.text for mark in review.marks(1)]


def sound(review: Review) -> bool:
    review.connection.execute("INSERT INTO figures_fts (figures_fts, rank) VALUES ('integrity-check', 1)")
    return dict(review.connection.execute("SELECT name, value FROM counters")) == counted(review.connection)


Use = Callable[[Extractor, int], None]


def test_unjudged_figures_become_what_the_extractor_says(review: Review, use: Use) -> None:
    use(new_extractor, 7)
    wheels = review.figure(row_of(review, "12"))
    report = rescan(review)
    assert report == Reread(documents=2, fresh=2, revised=4, retired=4, kept=0, failed=())
    assert in_view(review) == ["12", "600", "$25m"]
    after = review.figure(wheels.row_id)
    assert (after.figure_id, after.figure.noun) == (wheels.figure_id, "mill wheels")
    assert review.figure(row_of(review, "600")).figure.bound == "over"
    assert sound(review)


def test_what_has_events_stays_as_it_was_judged(review: Review, use: Use) -> None:
    sheep, sum_, head = (row_of(review, text) for text in ("600", "25", "9"))
    review.decide([sheep, head], "confirmed")
    review.set_note(sum_, "in which money?")
    before = review.figures([sheep, sum_, head])
    use(new_extractor, 7)
    assert rescan(review).kept == 3
    assert review.figures([sheep, sum_, head]) == before
    assert in_view(review) == ["12", "600", "25", "9"]
    assert sound(review)


def test_a_judged_figure_learns_what_is_no_other_number(review: Review, use: Use) -> None:
    row_id = row_of(review, "12")
    review.decide([row_id], "confirmed")
    use(new_extractor, 7)
    rescan(review)
    view = review.figure(row_id)
    assert (view.figure.noun, view.state) == ("mill wheels", "confirmed")


def test_a_judged_figure_stays_to_be_checked(review: Review, use: Use) -> None:
    row_id = row_of(review, "12")
    review.decide([row_id], "confirmed")

    def doubtful(document: Document) -> list[Figure]:
        return [replace(figure, checkable=False, why_not="idiom") for figure in old_extractor(document)]

    use(doubtful, 7)
    rescan(review)
    assert review.figure(row_id).figure.checkable and list(review.queue()) == [row_id]
    assert sound(review)


def test_a_correction_is_a_judgement_and_stands(review: Review, use: Use) -> None:
    row_id = row_of(review, "600")
    review.correct(row_id, low=650)
    use(new_extractor, 7)
    rescan(review)
    assert review.figure(row_id).figure.low == 650
    review.undo()
    assert review.figure(row_id).figure.low == 600


@pytest.mark.parametrize("judged", [False, True])
def test_a_second_time_changes_nothing(review: Review, use: Use, mill: Path, judged: bool) -> None:
    if judged:
        review.decide(list(review.queue())[1:], "confirmed")
    use(new_extractor, 7)
    rescan(review)
    before = mill.read_bytes()
    report = rescan(review)
    assert (report.fresh, report.revised, report.retired) == (0, 0, 0)
    assert mill.read_bytes() == before


def test_the_same_extractor_finds_the_same(review: Review, use: Use, mill: Path) -> None:
    use(old_extractor, 1)
    before = mill.read_bytes()
    assert rescan(review) == Reread(documents=2, fresh=0, revised=0, retired=0, kept=0, failed=())
    assert mill.read_bytes() == before


def test_the_version_of_the_extractor_is_recorded(review: Review, use: Use) -> None:
    use(old_extractor, 7)
    rescan(review)
    assert review.connection.execute("SELECT DISTINCT extractor_version FROM documents").fetchall() == [(7,)]


def test_a_figure_found_again_by_a_later_extractor_has_its_old_id(review: Review, use: Use) -> None:
    head = review.figure(row_of(review, "9")).figure_id
    use(new_extractor, 7)
    rescan(review)
    assert "9" not in in_view(review)
    use(old_extractor, 8)
    rescan(review)
    assert review.figure(review.find(head)).status == "live" and in_view(review) == ["12", "600", "25", "9"]
    assert sound(review)


def test_an_added_figure_stays_and_is_not_found_twice(review: Review, use: Use) -> None:
    start = TEXT.index("county")
    (row_id,) = review.add_figure(1, start, start + len("county"), low=1, noun="county").row_ids

    def also(document: Document) -> list[Figure]:
        return [*new_extractor(document), make_figure(document, "The county", 1)]

    use(also, 7)
    rescan(review)
    assert review.figure(row_id).figure.noun == "county"
    assert in_view(review) == ["12", "county", "600", "$25m"]


def test_an_added_figure_that_was_taken_back_stays_away(review: Review, use: Use) -> None:
    start = TEXT.index("a head")
    (row_id,) = review.add_figure(1, start, start + 6, low=1).row_ids
    review.undo()
    use(new_extractor, 7)
    rescan(review)
    assert review.figure(row_id).status == "retired" and sound(review)


def test_a_text_that_the_extractor_cannot_take_stays_as_it_was(review: Review, use: Use) -> None:
    def failing(document: Document) -> list[Figure]:
        if document.name == "mill1.txt":
            raise RecursionError("deep")
        return new_extractor(document)

    use(failing, 7)
    report = rescan(review)
    assert report.documents == 1 and len(report.failed) == 1 and report.failed[0].startswith("mill1.txt: ")
    assert in_view(review) == ["12", "600", "25", "9"]


def test_progress_is_told(review: Review, use: Use) -> None:
    use(new_extractor, 7)
    steps: list[str] = []
    rescan(review, on_progress=steps.append)
    assert steps == ["2 texts read"]


def test_superseded_texts_are_left_alone(review: Review, use: Use) -> None:
    row_id = row_of(review, "600")
    review.decide([row_id], "confirmed")
    document = make_document("Nothing is left.\n", name="mill1.txt", url="https://mill.example/1")
    assert update(review, document, []) is not None
    use(lambda document: [], 7)
    assert rescan(review).documents == 2
    assert review.figure(row_id).status == "orphaned"
