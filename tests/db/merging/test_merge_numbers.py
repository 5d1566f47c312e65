"""Merging copies in which one figure is two numbers: a verdict stays on the number that it was given on."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from db import Review, open_review
from db.checking import check
from db.merging import merge
from db.versions import rescan, update
from figures.model import Figure
from seeds.document import Document
from tests.db.comparing import comparable
from tests.db.merging.copies import Work, copies
from tests.db.merging.test_merge_versions import in_every_order, texts
from tests.factories import make_document, make_figure

TEXT = "The town lost 12 hundred homes in the flood, the mayor said.\nNobody was hurt.\n"
URL = "https://harbour-post.example/flood"

Extractor = Callable[[Document], list[Figure]]
Use = Callable[[Extractor, int], None]


def first(document: Document) -> list[Figure]:
    return [make_figure(document, "12", 12, noun="homes")]


def hundreds(document: Document) -> list[Figure]:
    """Read 1,200 where the first extractor reads 12."""
    return [replace(figure, low=1200, high=1200) for figure in first(document)]


def wide(document: Document) -> list[Figure]:
    return [make_figure(document, "12 hundred", 1200, noun="homes")]


def houses(document: Document) -> list[Figure]:
    """Read the same number, of other things."""
    return [replace(figure, noun="houses") for figure in first(document)]


@pytest.fixture
def use(monkeypatch: pytest.MonkeyPatch) -> Use:
    """Put an extractor of some version in the place of ours."""

    def put(extractor: Extractor, version: int) -> None:
        monkeypatch.setattr("figures.extract.extract", extractor)
        monkeypatch.setattr("figures.version.EXTRACTOR_VERSION", version)
        monkeypatch.setattr("db.storing.EXTRACTOR_VERSION", version)

    return put


def flood(text: str = TEXT, **changes: str) -> Document:
    return make_document(text, **({"url": URL, "name": "flood.txt"} | changes))


def base(review: Review) -> None:
    review.add(flood(), first(flood()))


def reads(use: Use, extractor: Extractor, *then: Work) -> Work:
    """Read the texts by a newer extractor, then do more."""

    def work(review: Review) -> None:
        use(extractor, 8)
        rescan(review)
        for does in then:
            does(review)

    return work


def confirms(review: Review) -> None:
    review.decide([1], "confirmed")


def disputes(review: Review) -> None:
    review.decide([1], "disputed")


def nothing(review: Review) -> None:
    pass


def state(review: Review) -> list[tuple[object, ...]]:
    return [
        (str(view.figure.low), view.state, view.reviewer, view.status)
        for view in review.figures(review.queue(all_figures=True))
    ]


def test_a_judged_figure_keeps_its_number_where_a_newer_extractor_reads_another(tmp_path: Path, use: Use) -> None:
    use(first, 7)
    made = copies(tmp_path, base, ann=confirms, ben=reads(use, hundreds), cem=nothing)
    with in_every_order(made, tmp_path) as review:
        assert state(review) == [("12", "confirmed", "ann", "live")]


def test_a_note_is_a_judgement_too(tmp_path: Path, use: Use) -> None:
    use(first, 7)
    made = copies(tmp_path, base, ann=lambda review: review.set_note(1, "whose homes?"), ben=reads(use, hundreds))
    with in_every_order(made, tmp_path) as review:
        assert state(review) == [("12", "unreviewed", None, "live")]


def test_two_verdicts_on_two_numbers_are_not_held_against_each_other(tmp_path: Path, use: Use) -> None:
    use(first, 7)
    made = copies(tmp_path, base, ann=confirms, ben=reads(use, hundreds, disputes))
    with in_every_order(made, tmp_path) as review:
        assert state(review) == [("12", "confirmed", "ann", "live")]
        assert [event.label for event in review.history(1)] == ["disputed", "confirmed"]
        assert review.progress().unresolved == 0


def test_a_correction_of_another_number_does_not_count(tmp_path: Path, use: Use) -> None:
    use(first, 7)
    made = copies(tmp_path, base, ann=confirms, ben=reads(use, hundreds, lambda review: review.correct(1, low=1250)))
    with in_every_order(made, tmp_path) as review:
        assert state(review) == [("12", "confirmed", "ann", "live")]


def test_the_number_that_was_judged_first_stays(tmp_path: Path, use: Use) -> None:
    use(first, 7)
    made = copies(tmp_path, base, ben=reads(use, hundreds, disputes))
    shutil.copyfile(tmp_path / "base.db", tmp_path / "ann.db")
    with open_review(tmp_path / "ann.db", reviewer="ann") as review:
        confirms(review)
    with in_every_order(made | {"ann": tmp_path / "ann.db"}, tmp_path) as review:
        assert state(review) == [("1200", "disputed", "ben", "live")]


def test_another_reading_that_stands_apart_is_a_figure_of_its_own(tmp_path: Path, use: Use) -> None:
    newer = "It rained.\n" + TEXT

    def updates(review: Review) -> None:
        assert update(review, flood(newer), hundreds(flood(newer))) is not None

    use(first, 7)
    made = copies(tmp_path, base, ann=confirms, ben=reads(use, hundreds, updates), cem=nothing)
    with in_every_order(made, tmp_path) as review:
        assert state(review) == [("12", "confirmed", "ann", "orphaned"), ("1200", "unreviewed", None, "live")]
        old, new = review.figures(review.queue(all_figures=True))
        assert new.changed_from == old.figure_id and list(review.queue()) == [new.row_id]
    # A second time nothing comes in, and what is judged of it since stays.
    with open_review(made["ann"], reviewer="ann") as review:
        merge(review, made["ben"])
        review.decide(review.queue(), "disputed")
        again = merge(review, made["ben"])
        assert (again.figures, again.events) == (0, 0)
        assert [row[:2] for row in state(review)] == [("12", "confirmed"), ("1200", "disputed")]
        assert check(review).findings == ()


def test_what_is_left_out_is_not_read_back_beside_the_judged_figure(tmp_path: Path, use: Use) -> None:
    use(first, 7)
    made = copies(tmp_path, base, ann=confirms, ben=reads(use, wide))
    with open_review(made["ann"], reviewer="ann") as review:
        merge(review, made["ben"])
        assert state(review) == [("12", "confirmed", "ann", "live")]
        before = comparable(review)
        rescan(review)
        assert comparable(review) == before


def test_a_newer_reading_of_the_same_number_is_taken_whoever_takes_it_in(tmp_path: Path, use: Use) -> None:
    use(first, 7)
    made = copies(tmp_path, base, ann=nothing, ben=reads(use, houses))
    with in_every_order(made, tmp_path) as review:
        assert review.figure(1).figure.noun == "houses"
    with open_review(tmp_path / "ann.db", reviewer="ann") as review:
        confirms(review)
        merge(review, tmp_path / "ben.db")
        assert (review.figure(1).figure.noun, review.figure(1).state) == ("houses", "confirmed")


def test_one_that_two_added_as_different_numbers_is_the_one_that_was_judged(tmp_path: Path) -> None:
    place = TEXT.index("Nobody"), TEXT.index("Nobody") + len("Nobody")

    def adds(low: int, verdict: str | None) -> Work:
        def work(review: Review) -> None:
            row_ids = review.add_figure(1, *place, low=low, noun="hurt").row_ids
            if verdict is not None:
                review.decide(row_ids, verdict)

        return work

    made = copies(tmp_path, base, ann=adds(0, "confirmed"), ben=adds(1, None), cem=adds(2, "disputed"))
    with in_every_order(made, tmp_path) as review:
        assert state(review)[1:] == [("0", "confirmed", "ann", "live")]


def test_verdicts_of_an_earlier_figcheck_that_do_not_tell_their_number_count(tmp_path: Path) -> None:
    made = copies(tmp_path, base, ann=confirms, ben=disputes)
    with open_review(made["ann"], reviewer="ann") as review:
        connection = review.connection
        connection.execute("DROP TRIGGER events_no_update")
        connection.execute("UPDATE events SET payload = json_remove(payload, '$.of')")
        merge(review, made["ben"])
        assert texts(review) == [("12", "unresolved", "live")]


def test_what_was_put_away_and_judged_all_the_same_takes_its_place_back(tmp_path: Path, use: Use) -> None:
    def base_read_again(review: Review) -> None:
        use(first, 7)
        base(review)
        reads(use, wide)(review)

    made = copies(tmp_path, base_read_again, ann=confirms, ben=nothing, cem=nothing)
    with in_every_order(made, tmp_path) as review:
        assert state(review) == [("12", "confirmed", "ann", "live")]
