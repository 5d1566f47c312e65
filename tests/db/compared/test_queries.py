"""Queries that ask for questions, relations and signs; and the order of work."""

import pytest

from db import Review
from db.query import completions, find_all
from tests.tui.asking import row_of


@pytest.mark.parametrize(
    ("query", "texts"),
    [
        ("question:homes", ["1,200", "900"]),
        ("question:VESSEN homes", ["1,200", "900"]),
        ("-has:question", ["4,200"]),
        ("without:question", ["4,200"]),
        ("relation:conflict noun:homes", ["1,200", "900"]),
        ("relation:compatible,not_comparable", ["400"]),
        ("relation:equal", []),
        ("sign:bound_lost", ["60", "60"]),
        ("has:sign", ["60", "60"]),
        ("sign:typo", []),
        ("has:question -relation:conflict", ["400"]),
    ],
)
def test_what_a_query_finds(review: Review, query: str, texts: list[str]) -> None:
    assert [view.figure.text for view in review.figures(find_all(review, query))] == texts


def test_a_renamed_question_is_found_by_its_name_and_a_split_figure_by_none(review: Review) -> None:
    (uid,) = review.connection.execute("SELECT uid FROM questions WHERE title LIKE 'Homes%'").fetchone()
    review.rename(uid, "Roofs lost")
    assert len(find_all(review, "question:roofs")) == 2 and not find_all(review, "question:homes")
    review.split([row_of(review, "900")], uid)
    assert [view.figure.text for view in review.figures(find_all(review, "question:roofs"))] == ["1,200"]
    assert row_of(review, "900") in find_all(review, "without:question")


def test_titles_values_and_keys_are_completed(review: Review) -> None:
    def offered(text: str) -> list[str]:
        return [completion.text for completion in completions(review, text, len(text), seconds=5)]

    assert offered("question:hom") == ['"Homes destroyed in Vessen, June 2025"']
    assert offered("relation:c") == ["conflict", "compatible", "not_comparable"]
    assert "question:" in offered("qu") and "relation:" in offered("rel") and "sign:" in offered("si")


def test_the_order_of_work_begins_with_conflicts_and_signs(review: Review) -> None:
    rivalled = find_all(review, "relation:conflict") + find_all(review, "has:sign -relation:conflict")
    ordered = list(find_all(review, order="priority"))
    assert sorted(ordered[: len(rivalled)]) == sorted(rivalled)
    review.decide([ordered[0]], "confirmed")
    assert list(find_all(review, order="priority"))[-1] == ordered[0]
