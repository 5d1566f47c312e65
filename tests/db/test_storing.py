"""Documents and figures stored, read back, and added again."""

import sqlite3
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db import Review, ReviewError, open_review
from db.errors import AmbiguousFigure, UnknownFigure
from db.figure_rows import SENTENCE_LIMIT
from db.identity import canonical_url, document_uid, figure_id
from db.stored import stored_document
from tests.factories import make_document, make_figure, sample


def test_a_document_and_its_figures_come_back_as_they_went_in(review: Review) -> None:
    document, figures = sample(2)
    views = review.figures(review.queue(all_figures=True)[4:8])
    assert sorted((view.figure for view in views), key=lambda figure: figure.start) == figures
    stored = review.document(2)
    assert (stored.text, stored.items, stored.zones) == (document.text, document.items, document.zones)
    assert (stored.publisher, stored.url, stored.published) == (document.publisher, document.url, document.published)


def test_every_field_of_a_document_is_kept(path: Path) -> None:
    document, figures = sample(1, author="Ana", language="en", archived="https://archive.example/1")
    with open_review(path, reviewer="ana", create=True) as review:
        row_id = review.add(document, figures).document_id
        assert stored_document(review.connection, row_id) == document


def test_every_field_of_a_figure_is_kept(path: Path) -> None:
    document = make_document("About 1.50 t of grain, said Ana; 2 t by May.")
    figure = make_figure(
        document,
        "1.50",
        Decimal("1.50"),
        high=Decimal("999999999999999999.123456"),
        kind="measurement",
        unit="tonne",
        iso="2025-05",
        noun="grain",
        predicate="shipped",
        place="Odesa",
        modifier="About",
        increment=True,
        vague=True,
        attribution="Ana",
        hedge="reportedly",
        as_of="May",
        as_of_start="2025-05-01",
        as_of_end="2025-05-31",
        why_not="age",
    )
    with open_review(path, reviewer="ana", create=True) as review:
        review.add(document, [figure])
        stored = review.figure(1).figure
    assert stored == figure
    assert stored.high == Decimal("999999999999999999.123456")


def test_the_same_document_again_adds_nothing(review: Review) -> None:
    before, data = review.progress(), review.path.read_bytes()
    again = review.add(*sample(2))
    assert (again.new, again.document_id, again.figures, again.queue) == (False, 2, 4, 3)
    assert review.known(sample(2)[0]) == again
    assert review.progress() == before
    assert review.path.read_bytes() == data


def test_identical_copies_of_two_outlets_are_two_documents(review: Review) -> None:
    document, figures = sample(1)
    added = review.add(replace(document, url="https://other-post.example/1"), figures)
    assert added.new
    assert len({row.figure_id for row in review.rows(review.queue())}) == 12


def test_ids_are_the_same_in_every_review(review: Review, tmp_path: Path) -> None:
    with open_review(tmp_path / "other.db", reviewer="ben", create=True) as other:
        other.add(*sample(3))
        theirs = [row.figure_id for row in other.rows(other.queue())]
    assert [row.figure_id for row in review.rows(review.queue()[6:])] == theirs


def test_two_figures_of_one_span_have_two_ids(path: Path) -> None:
    document = make_document()
    figure = make_figure(document, "40 million", 40_000_000)
    with open_review(path, reviewer="ana", create=True) as review:
        review.add(document, [figure, figure])
        first, second = review.rows(review.queue())
    assert first.figure_id != second.figure_id
    assert first.figure_id == figure_id(document_uid(None, document.text), figure.start, figure.end)


def test_figures_whose_ids_others_have_get_ids_of_their_own(
    review: Review, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("db.identity.FIGURE_ID_LENGTH", 1)
    with open_review(tmp_path / "few.db", reviewer="ben", create=True) as few:
        for number in (1, 2, 3):
            few.add(*sample(number))
        ids = [row.figure_id for row in few.rows(few.queue())]
        assert len(set(ids)) == len(ids) == 9 and all(len(name) == 1 for name in ids)
        assert [view.figure for view in few.figures(few.queue())] == [
            view.figure for view in review.figures(review.queue())
        ]
        assert few.progress() == review.progress()
        assert few.first_page(words="homes") == review.first_page(words="homes")


def test_a_document_that_cannot_be_stored_leaves_nothing(review: Review) -> None:
    document, figures = sample(4)
    before = review.progress()
    with pytest.raises(ReviewError):
        review.add(document, [figures[0], replace(figures[1], item=9)])
    assert review.progress() == before
    assert review.known(document) is None


def test_unpaired_surrogates_in_names_are_replaced(path: Path) -> None:
    with open_review(path, reviewer="ana", create=True) as review:
        review.add(make_document(name="caf\udce9.txt", title="a\0b"), [])
        stored = review.document(1)
    assert (stored.name, stored.title) == ("caf\N{REPLACEMENT CHARACTER}.txt", "a\N{REPLACEMENT CHARACTER}b")


def test_a_very_long_sentence_is_kept_around_its_figure(path: Path) -> None:
    document = make_document("word " * 5000 + "7,200 sheep" + " word" * 5000)
    with open_review(path, reviewer="ana", create=True) as review:
        review.add(document, [make_figure(document, "7,200", 7200)])
        sentence = review.figure(1).sentence
    assert "7,200 sheep" in sentence
    assert sentence.startswith("…") and sentence.endswith("…")
    assert len(sentence) <= SENTENCE_LIMIT + 2


def test_a_story_beside_the_document_has_its_own_title_and_date(review: Review) -> None:
    own, beside = review.figure(2), review.figure(1)
    assert (own.title, own.published) == ("Storm 1", "2025-06-18")
    assert (beside.title, beside.published) == ("Barges adrift", None)


def test_a_figure_is_found_by_its_id_or_the_start_of_it(review: Review) -> None:
    for row in review.rows(review.queue()):
        assert review.find(row.figure_id) == row.row_id
        assert review.find(f" {row.figure_id[:9].upper()} ") == row.row_id


@pytest.mark.parametrize("wanted", ["", "zz", "0" * 13, "%", "000000000000", "abc\n"])
def test_an_unknown_figure_is_said_to_be_unknown(review: Review, wanted: str) -> None:
    with pytest.raises(UnknownFigure) as error:
        review.find(wanted)
    assert "\n" not in str(error.value)


def test_a_start_that_several_ids_share_is_ambiguous(path: Path) -> None:
    document = make_document("1 " * 40)
    figures = [make_figure(document, "1", 1, start=start) for start in range(0, 80, 2)]
    with open_review(path, reviewer="ana", create=True) as review:
        review.add(document, figures)
        ids = [row.figure_id for row in review.rows(review.queue())]
        shared = next(name[0] for name in ids if sum(other[0] == name[0] for other in ids) > 1)
        with pytest.raises(AmbiguousFigure, match="give more digits"):
            review.find(shared)


def test_numbers_are_stored_exactly_and_for_sorting(review: Review) -> None:
    connection = sqlite3.connect(review.path)
    row = connection.execute("SELECT low, high, low_value, high_value FROM figures WHERE id = 3").fetchone()
    connection.close()
    assert row == ("3800", "4000", 3800.0, 4000.0)


def test_the_same_page_has_one_address() -> None:
    assert canonical_url(" HTTPS://Example.ORG:443#top ") == "https://example.org/"
    assert canonical_url("http://example.org:8080/a?b=1#c") == "http://example.org:8080/a?b=1"
    assert canonical_url("http://[2001:db8::1]:80/x") == "http://[2001:db8::1]/x"
    for odd in ("", "not a link", "http://[", "http://a:b/"):
        assert canonical_url(odd) == odd


@given(st.text(), st.text())
def test_the_address_is_part_of_a_document(url: str, text: str) -> None:
    assert document_uid(url, text) != document_uid(None, text)
    assert document_uid(url, text) == document_uid(canonical_url(url), text)


def test_several_documents_go_in_together_or_not_at_all(review: Review) -> None:
    added = review.add_all([sample(5), sample(2), sample(6), sample(5)])
    assert [(one.document_id, one.new) for one in added] == [(4, True), (2, False), (5, True), (4, False)]
    assert review.progress().documents == 5 and review.progress().queue == 15
    assert [row.text for row in review.rows(review.queue())[9:12]] == ["6,000", "3,800 to 4,000", "12"]
    before = review.progress()
    document, figures = sample(8)
    with pytest.raises(ReviewError):
        review.add_all([sample(7), (document, [replace(figures[0], item=9)])])
    assert review.progress() == before and review.known(sample(7)[0]) is None
    assert review.add_all([]) == []


def test_what_is_stored_together_is_what_is_stored_alone(review: Review, tmp_path: Path) -> None:
    samples = [sample(number) for number in (1, 2, 3)]
    with open_review(tmp_path / "other.db", reviewer="ben", create=True) as other:
        other.add_all(samples)
        assert other.figures(other.queue()) == review.figures(review.queue())
        assert other.progress() == review.progress()
        assert other.first_page(words="homes") == review.first_page(words="homes")
