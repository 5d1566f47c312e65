"""A figure's question as it is looked at: counts, signs, answers, the nearest figures, and what each is to it."""

from pathlib import Path

import pytest

from db import Review, open_review
from db.alike import alike
from db.blind import switch
from db.comparing import near
from db.comparing.beside import Asked, Beside, beside
from db.comparing.near import FEW, Near, said_equal
from figures.extract import extract
from seeds.readers import document_from_text
from tests.tui.asking import row_of


def looked_at(review: Review, text: str, **how: int) -> Beside:
    found = beside(review, row_of(review, text), **how)
    assert found is not None
    return found


def asked(review: Review, text: str) -> Asked:
    return looked_at(review, text).asked


def kinds(review: Review, text: str) -> dict[str, set[str]]:
    """Give what the rivals of a figure are to it, by their texts."""
    found, known = looked_at(review, text), Near()
    rows = {rival.row.row_id: rival.row.text for rival in found.rivals.figures}
    while not known.read(review, rows, 0.0):
        pass
    told: dict[str, set[str]] = {}
    for row_id, related in known.relations(review, found.rivals.row_id, list(rows)).items():
        assert related.why
        told.setdefault(rows[row_id], set()).add(related.kind)
    return told


def test_a_question_is_told_with_its_counts_and_signs(review: Review) -> None:
    one = asked(review, "38")
    assert (one.figures, one.documents, one.origins, one.conflicting) == (7, 4, 5, 6)
    assert (one.state, one.worked_out, one.answers) == ("suggested", True, ())
    assert {(sign.figure.text, sign.kind, sign.against.text) for sign in one.signs} == {("60", "bound_lost", "60")}


def test_the_sign_of_the_figure_itself_comes_first(review: Review) -> None:
    for publisher, text in (("Harbour Mail", "60"), ("Meridian Wire", "38")):
        row_id = row_of(review, text, publisher)
        found = beside(review, row_id)
        assert found is not None
        own = [sign.figure.row_id == row_id for sign in found.asked.signs]
        assert own == sorted(own, reverse=True)
        assert any(own) is (text == "60")


def test_a_figure_alone_has_no_question(review: Review) -> None:
    assert beside(review, row_of(review, "4,200")) is None


def test_each_rival_is_something_to_the_figure_with_a_reason(review: Review) -> None:
    told = kinds(review, "38")
    assert told["71"] == {"conflict"} and told["60"] == {"conflict"}
    assert kinds(review, "1,200") == {"900": {"conflict"}}


def test_only_the_nearest_of_many_are_given(review: Review) -> None:
    found = looked_at(review, "38", most=1)
    assert len(found.rivals.figures) == 3 and not found.rivals.complete
    assert found.asked.figures == 7
    assert looked_at(review, "38", most=7).rivals.complete


def test_a_question_that_changed_tells_so_until_it_is_compared_again(review: Review) -> None:
    uid, row_id = asked(review, "38").uid, row_of(review, "400")
    review.split([row_id], uid)
    one = asked(review, "38")
    assert (one.figures, one.state, one.worked_out) == (6, "set", False)
    assert (one.origins, one.conflicting, one.signs) == (None, None, ())
    assert Near().compare_again(review, [row_id])
    one = asked(review, "38")
    assert (one.figures, one.worked_out, one.conflicting) == (6, True, 6) and one.signs
    assert not Near().compare_again(review, [row_id])


def test_a_question_of_very_many_figures_is_not_compared_again_at_once(path: Path) -> None:
    text = "".join(f"On day {day} rescuers said {day + 20} people died in Vessen.\n" for day in range(FEW + 2))
    document = document_from_text(text, name="days.txt")
    with open_review(path, reviewer="ana", create=True) as review:
        review.add(document, extract(document))
        ids = list(review.queue())
        assert len(ids) > FEW
        review.join(ids, title="Deaths day by day")
        assert not Near().compare_again(review, ids)
        found = beside(review, ids[0])
        assert found is not None and not found.asked.worked_out and found.asked.figures == len(ids)


def test_what_says_the_same_in_a_question_is_found(review: Review) -> None:
    over = [view.row_id for view in review.figures(review.queue()) if view.figure.bound == "over"]
    assert len(over) == 2
    assert said_equal(review, over[0], review.queue()) == over


def test_answers_of_others_are_hidden_in_blind_reading_until_there_is_an_own_one(review: Review) -> None:
    uid = asked(review, "38").uid
    with open_review(review.path, reviewer="ben") as other:
        other.answer(uid, low=60, note="by the ministry")
    assert [answer.reviewer for answer in asked(review, "38").answers] == ["ben"]
    switch(review.connection, True)
    assert asked(review, "38").answers == ()
    review.answer(uid, best=71)
    assert [answer.reviewer for answer in asked(review, "38").answers] == ["ana", "ben"]


def test_alike_are_those_of_the_question_with_equal_value_and_scope(review: Review) -> None:
    over = [view.row_id for view in review.figures(review.queue()) if view.figure.bound == "over"]
    exact = [view.row_id for view in review.figures(review.queue()) if view.figure.text == "60"]
    exact = [row_id for row_id in exact if row_id not in over]
    assert [list(alike(review, row_id)) for row_id in over] == [over, over]
    assert [list(alike(review, row_id)) for row_id in exact] == [exact, exact]
    found = beside(review, over[0])
    assert found is not None
    review.split(over[1:], found.asked.uid)
    assert list(alike(review, over[0])) == over[:1]


def test_alike_in_very_many_documents_share_noun_and_question(review: Review, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(near, "FEW", 1)
    over = [view.row_id for view in review.figures(review.queue()) if view.figure.bound == "over"]
    assert said_equal(review, over[0], over) is None
    assert list(alike(review, over[0])) == over
