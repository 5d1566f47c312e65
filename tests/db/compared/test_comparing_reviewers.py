"""What reviewers do with questions stands, whatever is compared meanwhile and afterwards."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from db import Review, open_review
from db.checking import check
from db.comparing import compare_added, compare_all, question_lines, questions, rivals_of
from tests.db.compared.articles import FLOOD, LATER, holding, made, numbered, pairs, take, told


def test_what_reviewers_do_survives_a_comparison(flood: Review) -> None:
    question = holding(flood, "38").uid
    injured, homes = numbered(flood, "400"), numbered(flood, "1,200")
    flood.split([injured], question)
    flood.rename(question, "The dead of Vessen")
    flood.answer(question, low=60, best=64, high=71, note="two lists")
    flood.join([homes], title="Homes in Vessen")
    for _ in range(2):
        compare_all(flood)
        take(flood, {"later.txt": LATER})
        found = {one.title: one for one in questions(flood)}
        dead = found["The dead of Vessen"]
        assert (dead.uid, dead.state) == (question, "set")
        assert "400" not in [member.figure.text for member in dead.members]
        assert (dead.answers[0].best, dead.answers[0].reviewer) == ("64", "ana")
        assert [member.figure.text for member in found["Homes in Vessen"].members] == ["1,200"]
    assert "71" in [member.figure.text for member in holding(flood, "38").members]


def test_a_figure_set_into_another_question_leaves_the_suggested_one(flood: Review) -> None:
    question = holding(flood, "38").uid
    flood.join([numbered(flood, "38")], title="Counted by the Red Cross")
    assert "38" in told(flood)["Counted by the Red Cross"]
    assert [one.uid for one in questions(flood) if one.title != "Counted by the Red Cross"] == [question]
    assert "38" not in [m.figure.text for one in questions(flood) if one.uid == question for m in one.members]
    before = told(flood)
    for _ in range(2):
        compare_all(flood)
        assert told(flood) == before
    flood.undo()
    assert "38" in [m.figure.text for one in questions(flood) if one.uid == question for m in one.members]


def test_the_only_rival_set_into_another_question_does_not_take_the_other_along(path: Path) -> None:
    with made(path, {name: FLOOD[name] for name in ("post.txt", "wire.txt")}) as review:
        before = told(review)
        review.join([numbered(review, "38")], title="Counted by the Red Cross")
        for _ in range(2):
            assert told(review) == {"Counted by the Red Cross": ["38"]}
            compare_all(review)
        assert rivals_of(review, numbered(review, "60")) == []
        review.undo()
        compare_all(review)
        assert told(review) == before


def test_undoing_leads_back_to_what_was_suggested(flood: Review) -> None:
    before = told(flood)
    question = holding(flood, "38").uid
    acts: list[Callable[[], object]] = [
        lambda: flood.confirm(question),
        lambda: flood.split([numbered(flood, "400")], question),
        lambda: flood.join([numbered(flood, "1,200")], title="Homes"),
        lambda: flood.rename(question, "The dead"),
    ]
    for act in acts:
        act()
        compare_all(flood)
        assert told(flood) != before or holding(flood, "38").state == "set"
        flood.undo()
        compare_all(flood)
        assert told(flood) == before
        assert [one.state for one in questions(flood)] == ["suggested"]


def test_a_correction_counts_at_once_and_in_the_next_comparison(flood: Review) -> None:
    assert flood.connection.execute("SELECT count(*) FROM outcomes").fetchone() == (1,)
    row = numbered(flood, "38")
    flood.correct(row, low=83, high=83)
    assert flood.connection.execute("SELECT count(*) FROM outcomes").fetchone() == (0,)
    assert ("38", "60", "compatible") in pairs(flood)
    flood.decide([row], "confirmed")
    (line,) = flood.verdict_rows()
    assert line.relation == "compatible"
    assert compare_added(flood) == 1
    assert question_lines(flood)[0].conflicts == 0
    flood.undo()
    flood.undo()
    compare_added(flood)
    assert question_lines(flood)[0].conflicts > 0


@pytest.mark.parametrize("when", ["figures · questions", "storing", " of "])
def test_a_reviewer_beside_a_comparison_is_not_overruled(flood: Review, when: str) -> None:
    take(flood, {f"shed{n}.txt": f"Sheds\n\nThe village has {n + 300} sheds.\n" for n in range(110)})
    question = holding(flood, "38").uid
    rows = {text: numbered(flood, text) for text in ("38", "400", "1,200")}
    done: list[str] = []

    def meanwhile(step: str) -> None:
        if when in step and "questions" in step and not done:
            done.append(step)
            with open_review(flood.path, reviewer="ben") as ben:
                ben.split([rows["400"]], question)
                ben.join([rows["38"]], title="By the Red Cross")

    compare_all(flood, meanwhile)
    assert done
    for _ in range(2):
        found = {one.title: one for one in questions(flood)}
        assert rows["38"] in [member.row_id for member in found["By the Red Cross"].members]
        (old,) = [one for one in found.values() if one.uid == question]
        assert not {rows["38"], rows["400"]} & {member.row_id for member in old.members}
        statuses = flood.connection.execute("SELECT figure_id, status FROM memberships WHERE status <> 'suggested'")
        assert set(statuses.fetchall()) == {(rows["400"], "apart"), (rows["38"], "set")}
        compare_all(flood)


def test_answers_of_others_are_hidden_in_a_blind_review(flood: Review) -> None:
    from db import blind

    question = holding(flood, "38").uid
    flood.answer(question, best=60)
    blind.switch(flood.connection, True)
    with open_review(flood.path, reviewer="ben") as ben:
        assert holding(ben, "38").answers == ()
        ben.answer(question, best=38)
        assert [answer.reviewer for answer in holding(ben, "38").answers] == ["ben", "ana"]


def test_nothing_of_it_can_be_undone_or_stands_in_the_log(flood: Review) -> None:
    compare_all(flood)
    assert flood.history() == [] and flood.undo() is None
    with pytest.raises(sqlite3.IntegrityError):
        flood.connection.execute("INSERT INTO comparisons VALUES (1, 2, 'rival', 1, 1)")


def test_the_file_stays_sound(flood: Review) -> None:
    question = holding(flood, "38").uid
    flood.confirm(question)
    flood.split([numbered(flood, "400")], question)
    compare_all(flood)
    assert list(check(flood).findings) == []
