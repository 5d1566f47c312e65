"""Questions as a list: in the order of the command line's, found by title, walked from figure to figure."""

from db import Review
from db.comparing import question_lines
from db.comparing.listing import (
    Listing,
    figures_asked,
    find_questions,
    question_list,
    question_tags,
    questions_of_figures,
    rivalled,
)
from tests.tui.asking import row_of


def listed(review: Review) -> list[int]:
    listing = Listing()
    while not listing.step(review, 0.0):
        assert not listing.ids
    return list(listing.ids)


def texts(review: Review, ids: list[int]) -> set[str]:
    return {view.figure.text for view in review.figures(ids)}


def test_the_list_is_that_of_the_command_line(review: Review) -> None:
    lines = question_lines(review)
    assert listed(review) == [line.row_id for line in lines]
    found = question_list(review, listed(review))
    assert [(one.title, one.figures, one.signs) for one in found] == [
        (line.title, line.figures, line.signs) for line in lines
    ]
    assert [(one.origins, one.conflicting, one.answer) for one in found] == [(5, 6, None), (2, 2, None)]


def test_a_question_that_changed_is_listed_without_what_a_comparison_would_tell(review: Review) -> None:
    first, second = question_list(review, listed(review))
    review.split([row_of(review, "400")], first.uid)
    review.join([row_of(review, "4,200")], title="Rye")
    review.answer(first.uid, best=60)
    rows = question_list(review, listed(review))
    assert [(one.title, one.figures, one.origins) for one in rows] == [
        (first.title, 6, None),
        (second.title, 2, 2),
        ("Rye", 1, None),
    ]
    assert rows[0].conflicting is None and rows[0].signs is None
    assert rows[0].answer is not None and rows[0].answer.best == "60"


def test_questions_are_found_by_every_word_of_their_title(review: Review) -> None:
    deaths, homes = listed(review)
    assert find_questions(review, "vessen deaths", limit=9, seconds=5) == [deaths]
    assert set(find_questions(review, "", limit=9, seconds=5)) == {deaths, homes}
    assert find_questions(review, "100%", limit=9, seconds=5) == []
    assert len(find_questions(review, "vessen", limit=1, seconds=5)) == 1


def test_the_figures_of_a_question_and_the_questions_of_figures(review: Review) -> None:
    deaths, homes = listed(review)
    assert texts(review, list(figures_asked(review, homes, queued=True))) == {"1,200", "900"}
    ids = [row_of(review, text) for text in ("4,200", "900", "38", "1,200")]
    assert questions_of_figures(review, ids) == [homes, deaths]


def test_what_the_queue_shows_of_questions(review: Review) -> None:
    ids = {text: row_of(review, text) for text in ("38", "400", "4,200")}
    tags = question_tags(review, list(ids.values()))
    assert ids["4,200"] not in tags
    assert (tags[ids["38"]].conflicts, tags[ids["38"]].signed) == (True, False)
    assert (tags[ids["400"]].conflicts, tags[ids["400"]].signed) == (False, False)
    signed = [row_id for row_id, tag in question_tags(review, review.queue()).items() if tag.signed]
    assert texts(review, signed) == {"60"} and len(signed) == 2


def test_figures_with_a_conflict_or_a_sign(review: Review) -> None:
    assert texts(review, list(rivalled(review))) == {"60", "38", "71", "900", "1,200"}
    one = row_of(review, "38")
    assert list(rivalled(review, [one, row_of(review, "400")])) == [one]


def test_a_set_figure_that_is_joined_elsewhere_leaves_its_question_at_once(review: Review) -> None:
    deaths, _ = listed(review)
    (row,) = question_list(review, [deaths])
    review.confirm(row.uid)
    moved = row_of(review, "400")
    review.join([moved], title="Injured")
    assert moved not in figures_asked(review, deaths, queued=True)
    assert [one.title for one in question_list(review, questions_of_figures(review, [moved]))] == ["Injured"]
    review.undo()
    assert moved in figures_asked(review, deaths, queued=True)
