"""Merging copies of which one has a newer version of a document, or was read by a newer extractor."""

from dataclasses import replace
from itertools import permutations
from pathlib import Path

import pytest

from db import Review, open_review
from db.checking import check
from db.merging import merge
from db.versions import update
from figures.extract import extract
from figures.model import CONTEXT, Figure
from seeds.document import Document
from tests.db.comparing import comparable
from tests.db.merging.copies import Work, copies
from tests.db.merging.test_merge import merged
from tests.factories import make_document

LINES = (
    "The port of Arvik counted 12 barges adrift on Monday morning.",
    "More than 6,000 homes in Belmora lost power, the grid operator said.",
    "Ferries took 3,800 people off the islands before the storm came.",
    "The harbour office in Castrel closed two of its 14 gates.",
)


def read(*lines: str, retrieved: str = "2025-06-20T08:00:00Z") -> tuple[Document, list[Figure]]:
    document = make_document("\n\n".join(lines) + "\n", url="https://harbour-post.example/1", retrieved=retrieved)
    return document, extract(document)


def base(review: Review) -> None:
    review.add(*read(*LINES))


def edit(number: int, retrieved: str, verdict: str | None = None) -> Work:
    """Update the document, leaving out a line and putting in another; judge the first figure then."""

    def work(review: Review) -> None:
        lines = [line for place, line in enumerate(LINES) if place != number]
        assert update(review, *read(f"Rain fell for {number + 20} days.", *lines, retrieved=retrieved)) is not None
        if verdict:
            review.decide(review.queue()[1:2], verdict)

    return work


def judge(place: int, verdict: str) -> Work:
    return lambda review: review.decide(review.queue()[place : place + 1], verdict)


def in_every_order(made: dict[str, Path], folder: Path) -> Review:
    """Merge copies in all orders, see that it comes to the same, and give one of the results, open."""
    results = []
    for order in permutations(made):
        path = folder / f"{'-'.join(order)}.db"
        results.append(merged(*(made[name] for name in order), into=path))
    assert all(result == results[0] for result in results)
    return open_review(path, reviewer="desk")


def texts(review: Review) -> list[tuple[str, str, str]]:
    return [(view.figure.text, view.state, view.status) for view in review.figures(review.queue(all_figures=True))]


def test_a_verdict_on_the_old_version_stands_in_the_new_one(tmp_path: Path) -> None:
    made = copies(tmp_path, base, ana=judge(1, "disputed"), ben=edit(3, "2025-06-21T08:00:00Z"))
    with in_every_order(made, tmp_path) as review:
        found = texts(review)
        assert ("6,000", "disputed", "live") in found
        assert any(text.startswith("23") and status == "live" for text, _, status in found)
        assert not any(text.startswith("14") and status == "live" for text, _, status in found)
        newest = review.connection.execute("SELECT id FROM documents WHERE superseded_by IS NULL").fetchall()
        assert len(newest) == 1 and review.progress().documents == 1


def test_what_is_gone_from_the_new_version_stays_where_it_was_judged(tmp_path: Path) -> None:
    made = copies(tmp_path, base, ana=judge(1, "disputed"), ben=edit(1, "2025-06-21T08:00:00Z"))
    with in_every_order(made, tmp_path) as review:
        assert ("6,000", "disputed", "orphaned") in texts(review)


def test_two_different_updates_and_a_verdict_come_to_the_same(tmp_path: Path) -> None:
    made = copies(
        tmp_path,
        base,
        ana=judge(2, "confirmed"),
        ben=edit(1, "2025-06-21T08:00:00Z", "disputed"),
        cat=edit(3, "2025-06-22T08:00:00Z", "dismissed"),
    )
    with in_every_order(made, tmp_path) as review:
        lines = review.connection.execute("SELECT version FROM documents ORDER BY version, retrieved").fetchall()
        assert lines == [(1,), (2,), (2,)]
        assert review.progress().documents == 1
        assert {state for _, state, _ in texts(review)} >= {"confirmed"}


def test_the_same_update_in_both_copies_is_one(tmp_path: Path) -> None:
    when = "2025-06-21T08:00:00Z"
    made = copies(tmp_path, base, ana=edit(0, when, "confirmed"), ben=edit(0, when, "disputed"))
    with in_every_order(made, tmp_path) as review:
        assert review.progress().documents == 1
        assert review.progress().unresolved == 1
        assert len({view.figure.start for view in review.figures(review.queue())}) == review.progress().queue


def test_the_newest_version_is_the_same_whoever_took_which_text_in_when(tmp_path: Path) -> None:
    def takes(homes: str, day: int) -> Work:
        lines = (LINES[0], LINES[1].replace("6,000", homes), *LINES[2:])
        return lambda review: update(review, *read(*lines, retrieved=f"2025-06-{day}T08:00:00Z"))

    made = copies(tmp_path, base, ana=takes("7,000", 21), ben=takes("7,000", 25), cat=takes("8,000", 23))
    with in_every_order(made, tmp_path) as review:
        assert {text for text, _, status in texts(review) if status == "live"} >= {"12", "7,000", "3,800"}
        assert "8,000" not in {text for text, _, _ in texts(review)}
        found = review.connection.execute("SELECT retrieved FROM documents WHERE superseded_by IS NULL").fetchall()
        assert found == [("2025-06-25T08:00:00Z",)]


def newer_extractor(without: str) -> Work:
    """Do as a newer extractor does that finds one figure no more."""

    def work(review: Review) -> None:
        connection = review.connection
        connection.execute("UPDATE documents SET extractor_version = extractor_version + 1")
        connection.execute(
            "UPDATE figures SET status = 'retired', queued = 0 WHERE text = ? "
            "AND NOT EXISTS (SELECT 1 FROM events WHERE figure_id = figures.id)",
            (without,),
        )

    return work


@pytest.mark.parametrize("judged", [True, False])
def test_what_the_newer_extractor_does_not_find_stays_where_it_was_judged(tmp_path: Path, judged: bool) -> None:
    does = judge(1, "disputed") if judged else judge(0, "confirmed")
    made = copies(tmp_path, base, ana=does, ben=newer_extractor("6,000"))
    with in_every_order(made, tmp_path) as review:
        assert [text for text, _, _ in texts(review) if text == "6,000"] == (["6,000"] if judged else [])


def test_figures_found_by_an_older_extractor_alone_are_put_away(tmp_path: Path) -> None:
    document, figures = read(*LINES)
    for name, found, newer in (("ana", figures, False), ("ben", figures[1:], True)):
        with open_review(tmp_path / f"{name}.db", reviewer=name, create=True) as review:
            review.add(document, found)
            if newer:
                newer_extractor("nothing")(review)
    for ours, theirs in (("ana", "ben"), ("ben", "ana")):
        result = merged(tmp_path / f"{ours}.db", tmp_path / f"{theirs}.db", into=tmp_path / f"{ours}-{theirs}.db")
        with open_review(tmp_path / f"{ours}-{theirs}.db", reviewer="desk") as review:
            assert figures[0].text not in {text for text, _, _ in texts(review)}
            assert result == comparable(review)


def test_of_two_figures_at_one_place_the_judged_one_stays(tmp_path: Path) -> None:
    document, figures = read(*LINES)
    narrow = next(figure for figure in figures if figure.text == "6,000")
    end = narrow.end + len(" homes")
    suffix = document.text[end : end + CONTEXT]
    wide = replace(narrow, end=end, text=document.text[narrow.start : end], suffix=suffix)
    for name, figure in (("ana", narrow), ("ben", wide)):
        with open_review(tmp_path / f"{name}.db", reviewer=name, create=True) as review:
            review.add(document, [figure])
            if name == "ana":
                review.decide(review.queue(), "confirmed")
            else:
                newer_extractor("nothing")(review)
    # The second merge takes in a copy that has merged already.
    for ours, theirs in (("ana", "ben"), ("ben", "ana")):
        with open_review(tmp_path / f"{ours}.db", reviewer=ours) as review:
            merge(review, tmp_path / f"{theirs}.db")
            assert texts(review) == [("6,000", "confirmed", "live")]
            assert check(review).findings == ()


def work_of_merging(folder: Path, lines: int) -> int:
    """Count what SQLite does, in thousands of its steps, to merge an update of a text of so many lines."""
    folder.mkdir()

    def text(verb: str) -> tuple[Document, list[Figure]]:
        return read(*(f"Ward {number} of Arvik {verb} {100 + number} votes." for number in range(lines)))

    def updates(review: Review) -> None:
        assert update(review, *text("counted")) is not None

    made = copies(folder, lambda review: review.add(*text("had")), ana=judge(0, "confirmed"), ben=updates)
    with open_review(made["ana"], reviewer="ana") as review:
        steps: list[None] = []
        review.connection.set_progress_handler(lambda: steps.append(None), 1000)
        merge(review, made["ben"])
        review.connection.set_progress_handler(None, 0)
    return len(steps)


def test_merging_a_long_text_that_was_updated_takes_no_more_for_each_figure(tmp_path: Path) -> None:
    short, long = (work_of_merging(tmp_path / str(lines), lines) for lines in (150, 600))
    assert short < long < 6 * short
