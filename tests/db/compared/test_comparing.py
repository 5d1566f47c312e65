"""Questions of a review: found when articles come in, and kept when more come."""

from pathlib import Path

import pytest

from db import Review, open_review
from db.comparing import compare_added, compare_all, question, question_lines, questions, rivals_of, signs_of
from db.errors import ReviewError
from db.merging import merge
from db.query import Search, find_all
from figures.extract import extract
from seeds.readers import document_from_text
from tests.db.compared.articles import FLOOD, LATER, OTHER, holding, made, numbered, pairs, take, told
from tests.factories import make_document, make_figure


def stored(review: Review) -> list[list[tuple[object, ...]]]:
    """Give everything that is stored of questions."""
    tables = ("questions", "memberships", "outcomes", "comparisons", "signs", "compared", "passages", "meeting_keys")
    return [review.connection.execute(f"SELECT * FROM {table} ORDER BY 1, 2").fetchall() for table in tables]


def test_articles_on_one_event_share_a_question(flood: Review) -> None:
    one = holding(flood, "38")
    assert [member.figure.text for member in one.members if member.figure.text != "400"] == ["60", "38", "60"]
    assert (one.state, one.documents) == ("suggested", 3) and one.reason
    assert ("38", "60", "conflict") in pairs(flood) and ("60", "60", "equal") in pairs(flood)
    assert rivals_of(flood, numbered(flood, "38")) == [member.row_id for member in one.members]
    assert rivals_of(flood, numbered(flood, "1,200")) == []
    assert signs_of(flood, numbered(flood, "38")) == []


def test_more_articles_keep_the_question_and_its_id(flood: Review) -> None:
    before = holding(flood, "38")
    take(flood, {"later.txt": LATER, "other.txt": OTHER})
    after = holding(flood, "71")
    assert after.uid == before.uid
    assert {member.figure_id for member in before.members} < {member.figure_id for member in after.members}
    assert rivals_of(flood, numbered(flood, "4,200")) == []


def test_comparing_again_changes_nothing(flood: Review) -> None:
    before = stored(flood)
    first = compare_all(flood)
    assert compare_all(flood) == first and stored(flood) == before
    assert (first.questions, first.conflicts) == (1, 1)
    assert compare_added(flood) == 0
    assert first.alone == len(flood.queue()) - len(holding(flood, "38").members)


def test_the_rest_of_a_large_review_is_left_alone(flood: Review) -> None:
    sheds = {
        f"shed{n}.txt": f"Sheds\n\nThe village of Ost{'abcdefgh'[n % 8]}{n} has {n + 300} sheds.\n" for n in range(60)
    }
    take(flood, sheds)
    before = holding(flood, "38")
    told_before = told(flood)
    take(flood, {"later.txt": LATER})
    after = holding(flood, "71")
    assert after.uid == before.uid and after.title == before.title
    assert len(after.members) == len(before.members) + 1
    assert ("38", "71", "conflict") in pairs(flood)
    assert {title: texts for title, texts in told(flood).items() if title != after.title} == {
        title: texts for title, texts in told_before.items() if title != before.title
    }
    assert all(line.worked_out for line in question_lines(flood))
    # A copy that comes later is of the same story.
    take(flood, {"copy.txt": FLOOD["post.txt"] + "\n"})
    (origin,) = [group for group in holding(flood, "38").origins if numbered_ids(flood, "60", "copy.txt") in group]
    assert numbered_ids(flood, "60", "post.txt") in origin


def numbered_ids(review: Review, text: str, document: str) -> str:
    return review.figure(numbered(review, text, document)).figure_id


def test_what_is_gone_from_a_text_answers_nothing(flood: Review) -> None:
    take(flood, {"wire.txt": FLOOD["wire.txt"].replace("38 people", "several people")}, update=True)
    assert all("38" not in texts for texts in told(flood).values())
    question = holding(flood, "400").uid
    take(
        flood,
        {"mail.txt": FLOOD["mail.txt"].replace("more than 60 people", "them").replace("About 400", "Many")},
        update=True,
    )
    take(flood, {"post.txt": FLOOD["post.txt"].replace("more than 60 people", "them")}, update=True)
    assert told(flood) == {}
    assert flood.connection.execute("SELECT count(*) FROM questions WHERE uid = ?", (question,)).fetchone() == (0,)


def test_the_verdict_table_says_what_a_figure_is_to_its_rivals(flood: Review) -> None:
    flood.decide(flood.queue(), "confirmed")
    view = "SELECT figure_id, question, relation, origins FROM verdict_table"

    def exported() -> list[tuple[object, ...]]:
        return [(row.figure_id, row.question, row.relation, row.origins) for row in flood.verdict_rows()]

    assert exported() == flood.connection.execute(view).fetchall()
    rows = {row.text: row for row in flood.verdict_rows()}
    assert (rows["38"].relation, rows["60"].relation, rows["1,200"].question) == ("conflict", "conflict", None)
    assert rows["60"].origins == 2 and rows["38"].origins == 1
    flood.split([numbered(flood, "38")], holding(flood, "38").uid)
    rows = {row.text: row for row in flood.verdict_rows()}
    assert (rows["38"].question, rows["60"].relation) == (None, "equal")
    compare_all(flood)
    assert exported() == flood.connection.execute(view).fetchall()


def test_conflicts_come_first_in_the_order_of_work(path: Path) -> None:
    with made(path, {"a-harvest.txt": OTHER, **FLOOD}) as review:
        ordered = [row.text for row in review.rows(_ordered(review))]
        assert set(ordered[:3]) == {"60", "38"} and ordered[3] == "4,200"
        assert list(find_all(review, "")) == list(review.queue())
        review.decide([numbered(review, "38")], "disputed")
        assert [row.text for row in review.rows(_ordered(review))][-1] == "38"


def _ordered(review: Review) -> list[int]:
    return list(Search(review, "", order="priority").finish(review))


def test_a_comparison_that_was_stopped_is_taken_up_again(path: Path) -> None:
    with open_review(path, reviewer="ana", create=True) as review:
        for name, text in FLOOD.items():
            document = document_from_text(text, name=name)
            review.add(document, extract(document))
        for number in range(120):
            document = make_document(f"Shed {number} stands.", name=f"{number}.txt")
            review.add(document, [make_figure(document, str(number), number, noun="shed")])

        def stop(step: str) -> None:
            if "questions" in step:
                raise KeyboardInterrupt

        with pytest.raises(KeyboardInterrupt):
            compare_all(review, stop)
        assert compare_added(review) == 123
        assert "38" in [member.figure.text for member in holding(review, "38").members]
        assert compare_added(review) == 0


def test_figures_that_say_nothing_are_put_together_with_nothing(path: Path) -> None:
    with open_review(path, reviewer="ana", create=True) as review:
        for number, changes in enumerate(
            (
                {},
                {"noun": ""},
                {"noun": "xqzzt"},
                {"as_of_start": "not a day", "as_of_end": "2999-01-01", "noun": "people"},
                {"unit": "furlongs", "kind": "measurement"},
                {"attribution": "\u202e\x1b[31m", "place": "\x00"},
            )
        ):
            document = make_document(f"Line {number}: 77 of them.", name=f"{number}.txt", published="2999-12-31")
            review.add(document, [make_figure(document, "77", 77, **changes)])
        empty = make_document("", name="empty.txt")
        review.add(empty, [])
        outcome = compare_all(review)
        assert (outcome.questions, outcome.conflicts, outcome.signs, outcome.alone) == (0, 0, 0, 6)
        assert list(questions(review)) == []


def test_a_review_without_anything_compares_to_nothing(path: Path) -> None:
    with open_review(path, reviewer="ana", create=True) as review:
        assert compare_all(review).questions == 0 and compare_added(review) == 0


def test_copies_of_a_review_call_a_question_the_same(flood: Review, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    with made(tmp_path / "other" / "theirs.db", FLOOD) as theirs:
        assert holding(theirs, "38").uid == holding(flood, "38").uid
        take(theirs, {"later.txt": LATER})
        theirs.rename(holding(theirs, "38").uid, "The dead of Vessen")
    merge(flood, theirs.path)
    compare_added(flood)
    assert "71" in told(flood)["The dead of Vessen"]
    assert holding(flood, "71").state == "set"


def test_a_merge_leaves_no_figure_in_two_suggested_questions(flood: Review, tmp_path: Path) -> None:
    execute = flood.connection.execute
    execute("INSERT INTO questions (uid, title, reason, status) VALUES ('theirs', 'Theirs', 'same noun', 'suggested')")
    row = numbered(flood, "38")
    execute(
        "INSERT INTO memberships SELECT id, ?, 'suggested', 'same noun' FROM questions WHERE uid = 'theirs'", (row,)
    )
    compare_all(flood)
    assert execute("SELECT count(*) FROM memberships WHERE figure_id = ?", (row,)).fetchone() == (1,)
    assert execute("SELECT count(*) FROM questions").fetchone() == (1,)


def test_one_question_is_read_by_its_id(flood: Review) -> None:
    one = holding(flood, "38")
    assert question(flood, one.uid) == one
    flood.split([member.row_id for member in one.members], one.uid)
    assert question(flood, one.uid).members == () and told(flood) == {}
    with pytest.raises(ReviewError, match="no question none"):
        question(flood, "none")
