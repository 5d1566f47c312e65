"""What a report tells: questions in order, what is between their figures, sources, changes, grounds."""

from array import array
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db import Review, open_review
from db.export import Export, Table
from db.export.report.order import ordered
from db.export.report.report import Report
from tests.db.report.telling import told
from tests.factories import sample


@pytest.fixture
def worked(path: Path) -> Iterator[Review]:
    with told(path) as review:
        yield review


def _report(review: Review, *, verdicts: tuple[str, ...] = (), anonymous: bool = False) -> Report:
    return Report(Table(review, Export("html", verdicts=verdicts, anonymous=anonymous)))


def test_answered_questions_come_first_and_every_figure_comes_once(worked: Review) -> None:
    report = _report(worked)
    questions = [(question, list(question.entries)) for question in report.reader().questions()]
    assert [question.title for question, _ in questions] == [
        "North Korean losses in Kursk, 2025",
        "North Korean people in Kursk, June 2025",
    ]
    shown = [entry.view.row_id for _, entries in questions for entry in entries]
    shown += [entry.view.row_id for entry in report.reader().alone()]
    assert sorted(shown) == sorted(row_id for page in Table(worked, Export()).ids() for row_id in page)
    assert [question.shown for question, _ in questions] == [len(entries) for _, entries in questions]
    assert (report.summary.figures, report.summary.questions, report.summary.alone) == (len(shown), 2, 0)


def test_a_figure_is_told_with_what_the_table_says_of_it(worked: Review) -> None:
    rows = {row.figure_id: row for row in worked.verdict_rows()}
    for question in _report(worked).reader().questions():
        for entry in question.entries:
            row = rows[entry.view.figure_id]
            assert (row.question, row.relation, row.origins) == (question.title, entry.relation, entry.support)
            conflicts = [one for one in entry.between if one.relation == "conflict"]
            assert bool(conflicts) == (row.relation == "conflict")


def test_what_is_said_of_figures_that_are_not_shown_leads_nowhere(worked: Review) -> None:
    report = _report(worked, verdicts=("misreported",))
    entries = [entry for question in report.reader().questions() for entry in question.entries]
    shown = {entry.view.figure_id for entry in entries}
    assert {entry.view.state for entry in entries} == {"misreported"}
    assert all(set(one.others) <= shown for entry in entries for one in entry.between)
    assert any(one.count > len(one.others) for entry in entries for one in entry.between)


def test_the_newest_decision_may_be_an_answer(worked: Review) -> None:
    losses = next(question for question in _report(worked).reader().questions())
    worked.answer(losses.uid, best=5000)
    summary = _report(worked).summary
    assert summary.newest == worked.history()[0].at
    assert summary.reviewers == ("Ana Reyes", "Ben Ode")


def test_a_verdict_that_became_another_and_a_value_put_right_are_changes(worked: Review) -> None:
    changes = list(_report(worked).changes())
    assert {(change.what, change.before, change.after) for change in changes} == {
        ("verdict", "disputed", "confirmed"),
        ("attribution", "Britain's Defence Intelligence", "Defence Intelligence (UK)"),
    }
    assert {change.reviewer for change in changes} == {"Ana Reyes"}


def test_what_was_undone_and_a_first_verdict_are_no_changes(review: Review) -> None:
    review.decide([2, 3], "confirmed")
    review.decide([2], "disputed")
    review.undo()
    assert not list(_report(review).changes())
    review.decide([3], "misreported", reason="bound_lost")
    assert [(one.before, one.after) for one in _report(review).changes()] == [("confirmed", "misreported: bound lost")]


def test_a_correction_that_is_taken_back_is_told_both_times(review: Review) -> None:
    review.decide([2], "confirmed")
    review.correct(2, noun="households")
    review.correct(2, noun="homes")
    told_twice = [(one.what, one.before, one.after) for one in _report(review).changes()]
    assert told_twice == [("noun", "homes", "households"), ("noun", "households", "homes")]


def test_two_who_differ_and_an_adjudication_are_changes(review: Review) -> None:
    from db.opinions import adjudicate

    review.decide([2], "confirmed")
    with open_review(review.path, reviewer="ben") as other:
        other.decide([2], "disputed")
        adjudicate(other, [2], "disputed")
    assert [(one.before, one.after, one.reviewer) for one in _report(review).changes()] == [
        ("confirmed", "unresolved", "ben"),
        ("unresolved", "disputed", "ben"),
    ]


def test_sources_are_the_documents_of_the_figures_in_order_with_their_hashes(review: Review) -> None:
    review.decide([11, 3, 2], "confirmed")
    found = list(_report(review).sources())
    documents = [sample(1)[0], sample(3)[0]]
    assert [(one.source.publisher, one.figures) for one in found] == [("Harbour Post 1", 2), ("Harbour Post 3", 1)]
    assert [one.source.text_sha256 for one in found] == [document.text_sha256 for document in documents]
    assert [one.source.retrieved for one in found] == [document.retrieved for document in documents]


def test_sources_of_more_figures_than_are_read_at_once_are_told_once(
    review: Review, monkeypatch: pytest.MonkeyPatch
) -> None:
    review.decide(review.queue(), "confirmed")
    monkeypatch.setattr("db.export.report.sources.PAGE", 2)
    assert [(one.source.name, one.figures) for one in _report(review).sources()] == [
        ("storm1.txt", 3),
        ("storm2.txt", 3),
        ("storm3.txt", 3),
    ]


def test_a_figure_can_be_found_in_the_text_of_its_source(worked: Review) -> None:
    texts = {}
    for document_id in (1, 2, 3, 4, 5):
        document = worked.document(document_id)
        texts[document.uid] = document.text
    places = list(_report(worked).places())
    assert places
    for place in places:
        text = texts[place.source]
        assert text[place.start : place.end] == place.text
        assert text[: place.start].endswith(place.prefix) and text[place.end :].startswith(place.suffix)


def test_the_evidence_is_told_piece_by_piece(worked: Review) -> None:
    grounds = list(_report(worked).grounds())
    assert ("conversation", "Call with the press office") in [(one.kind, one.title) for one in grounds]
    briefing = next(one for one in grounds if one.title == "Briefing in Kyiv")
    assert (briefing.stance, briefing.seen_on, briefing.quote) == (
        "contradicts",
        "2025-06-20",
        "We count around 4,000.",
    )
    assert briefing.archived_link == "https://archive.example/briefing"


def test_without_names_nobody_is_named(worked: Review) -> None:
    report = _report(worked, anonymous=True)
    everything = [
        report.summary,
        *((question, list(question.entries)) for question in report.reader().questions()),
        *report.changes(),
        *report.grounds(),
        *report.sources(),
    ]
    assert "Ana Reyes" not in repr(everything) and "Ben Ode" not in repr(everything)
    assert "Ana Reyes" in repr([*_report(worked).changes(), *_report(worked).grounds()])


@given(st.lists(st.integers(0, 6), max_size=60), st.sets(st.integers(1, 6)))
def test_the_order_holds_every_figure_in_its_group(asked: list[int], answered: set[int]) -> None:
    ids = array("q", range(100, 100 + len(asked)))
    order = ordered(ids, array("q", asked), answered)
    groups = [order.group(at) for at in range(len(order))]
    for group in groups:
        members = list(order.ids[group.start : group.end])
        assert members == [row_id for row_id, question in zip(ids, asked, strict=True) if question == group.question]
    assert [group.question for group in groups] == sorted(
        dict.fromkeys(asked), key=lambda question: (question == 0, question not in answered)
    )
