"""Which figures an export has, and that pages of any size have them all once and in order."""

from typing import Any

import pytest

from db import Review, ReviewError, open_review
from db.export import Export, Table
from db.query import QueryError


def chosen(review: Review, **options: Any) -> list[int]:
    """Give the row ids of the figures of an export."""
    return [row_id for page in Table(review, Export(**options)).ids() for row_id in page]


@pytest.fixture
def judged(review: Review) -> Review:
    """The queue is 2 3 1 · 6 7 5 · 10 11 9."""
    review.decide([2, 9], "confirmed")
    review.decide([7], "disputed", note="nobody stands behind it")
    review.decide([10], "misreported", reason="bound_lost")
    review.decide([3, 8], "dismissed", reason="not_a_figure")
    return review


def test_what_is_published_unless_asked_otherwise(judged: Review) -> None:
    assert chosen(judged) == [2, 7, 10, 9]
    assert chosen(judged, all_states=True) == [2, 3, 1, 6, 7, 8, 5, 10, 11, 9]


def test_only_the_verdicts_asked_for(judged: Review) -> None:
    assert chosen(judged, verdicts=("misreported", "confirmed")) == [2, 10, 9]
    assert chosen(judged, verdicts=("dismissed",)) == [3, 8]
    assert chosen(judged, verdicts=("unreviewed",)) == [1, 6, 5, 11]


def test_what_reviewers_differ_on_is_published_only_when_asked_for(judged: Review) -> None:
    with open_review(judged.path, reviewer="ben") as ben:
        ben.decide([2], "disputed")
        assert chosen(ben) == [7, 10, 9]
        assert chosen(ben, verdicts=("unresolved",)) == [2]


def test_only_what_fits_a_query(judged: Review) -> None:
    assert chosen(judged, filter="noun:homes") == [2, 10]
    assert chosen(judged, filter="noun:homes", all_states=True) == [2, 6, 10]
    assert chosen(judged, filter="  ") == [2, 7, 10, 9]
    with pytest.raises(QueryError):
        chosen(judged, filter="nuon:homes")


def test_a_query_that_names_states_asks_for_them(judged: Review) -> None:
    assert chosen(judged, filter="state:dismissed,disputed") == [3, 7, 8]
    assert chosen(judged, filter="-state:confirmed") == [7, 10]
    assert chosen(judged, filter="state:dismissed", verdicts=("confirmed",)) == []


def test_only_of_a_publisher(judged: Review) -> None:
    assert chosen(judged, publisher="POST 2") == [7]
    assert chosen(judged, publisher="Harbour") == [2, 7, 10, 9]
    assert chosen(judged, publisher="%") == []


def test_only_what_was_decided_since_a_day(judged: Review) -> None:
    connection = judged.connection
    connection.execute("UPDATE figures SET decided_at = '2026-03-17T23:59:59.999999Z' WHERE id IN (2, 7)")
    connection.execute("UPDATE figures SET decided_at = '2026-03-18T00:00:00.000000Z' WHERE id = 9")
    assert chosen(judged, since="2026-03-18") == [10, 9]
    assert chosen(judged, since="2026-03-17") == [2, 7, 10, 9]
    assert chosen(judged, since="2026-03-18", all_states=True) == [3, 8, 10, 9]


def test_only_the_figures_of_a_question(judged: Review) -> None:
    judged.join([10, 2, 6], title="Homes without power")
    judged.join([7, 3], title="Residents who left")
    uid = judged.connection.execute("SELECT uid FROM questions WHERE title LIKE 'Homes%'").fetchone()[0]
    assert chosen(judged, question="homes without POWER") == [2, 10]
    assert chosen(judged, question=uid[:12].upper(), all_states=True) == [2, 6, 10]
    assert chosen(judged, question=uid, filter="state:unreviewed") == [6]
    for wrong in ("Homes", "", " "):
        with pytest.raises(ReviewError, match="no question has the id or the title"):
            chosen(judged, question=wrong)


def test_a_title_of_two_questions_is_refused(judged: Review) -> None:
    judged.join([10, 2], title="Losses")
    judged.join([7, 3], title="Losses")
    with pytest.raises(ReviewError, match="2 questions fit 'Losses'"):
        chosen(judged, question="Losses")


def test_all_of_them_together(judged: Review) -> None:
    options: dict[str, Any] = {"filter": "kind:count", "verdicts": ("confirmed", "disputed"), "publisher": "post"}
    assert chosen(judged, **options) == [2, 7, 9]
    assert chosen(judged, **options, since="2020-01-01") == [2, 7, 9]


@pytest.mark.parametrize("page", [1, 2, 3, 1000])
@pytest.mark.parametrize("options", [{}, {"all_states": True}, {"filter": "-is:teaser"}, {"publisher": "post"}])
def test_pages_of_any_size_hold_the_same(
    judged: Review, monkeypatch: pytest.MonkeyPatch, page: int, options: dict[str, Any]
) -> None:
    before = chosen(judged, **options)
    monkeypatch.setattr("db.verdict_table.PAGE", page)
    assert chosen(judged, **options) == before
    assert max(len(some) for some in Table(judged, Export(**options)).ids()) <= page


def test_a_program_beside_it_can_write_between_two_pages(judged: Review, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("db.verdict_table.PAGE", 1)
    lines = Table(judged, Export()).pages()
    next(lines)
    with open_review(judged.path, reviewer="ben") as ben:
        ben.decide([6], "confirmed")
    assert [page[0][0] for page in lines] == [judged.figure(row_id).figure_id for row_id in (6, 7, 10, 9)]


def test_the_figures_are_counted_as_they_are_given(judged: Review) -> None:
    table = Table(judged, Export())
    assert (table.size(), table.count) == (4, 0)
    assert sum(map(len, table.pages())) == table.count == 4
