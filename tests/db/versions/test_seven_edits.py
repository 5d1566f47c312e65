"""Three thousand judged figures under seven kinds of edits: none goes to another number, none loses its verdict."""

import re
from collections import Counter
from pathlib import Path

import pytest

from db import Review, open_review
from db.counting import counted
from db.versions import Updated, update
from figures.extract import extract
from figures.model import Figure
from seeds.document import Document
from tests.db.versions.articles import Article, Newsroom, Spans, numbers_of, text_of, typographic
from tests.factories import make_document

EDITS = ("insert_before", "reword", "change_number", "remove", "swap", "typographic", "duplicate")
ARTICLES = 36
VERDICTS = (("confirmed", None), ("disputed", None), ("misreported", "typo"), ("dismissed", None))


@pytest.mark.parametrize("edit", EDITS)
def test_no_figure_is_carried_to_another_number(edit: str, tmp_path: Path) -> None:
    counts: Counter[str] = Counter()
    with open_review(tmp_path / "storm.db", reviewer="ana", create=True) as review:
        for seed in range(ARTICLES):
            counts.update(_one_article(review, edit, seed))
        assert dict(review.connection.execute("SELECT name, value FROM counters")) == counted(review.connection)
        assert review.connection.execute("PRAGMA foreign_key_check").fetchall() == []
        review.connection.execute("INSERT INTO figures_fts (figures_fts, rank) VALUES ('integrity-check', 1)")
    assert counts["figures"] > 3000 / len(EDITS)
    assert counts["carried"] >= 0.99 * counts["standing"]
    assert (counts["moved"] > 0) is (edit == "swap")
    if edit == "change_number":
        assert counts["changed"] >= 0.95 * (counts["figures"] - counts["standing"])
    else:
        assert counts["changed"] == 0


def _one_article(review: Review, edit: str, seed: int) -> Counter[str]:
    """Take an article in, judge all of it, take its edited text in, and look where everything is."""
    room = Newsroom(seed)
    article = room.article()
    old, old_spans = text_of(article)
    edited, new, new_spans = _edited(room, edit, article)
    added = review.add(*_read(old, seed))
    judged = _judge(review, added.document_id, old_spans)
    updated = update(review, *_read(new, seed))
    assert updated is not None or new == old
    document_id = added.document_id if updated is None else updated.document_id
    live = {mark.row_id: (mark.start, mark.end) for mark in review.marks(document_id)}
    for row_id, (number, figure_id, state, text) in judged.items():
        view = review.figure(row_id)
        assert (view.figure_id, view.state, view.note) == (figure_id, state, f"number {number}")
        assert (view.status == "live") is (row_id in live)
        if row_id in live:
            assert _number_at(new_spans, *live[row_id]) == number, (seed, old, new)
            assert new[slice(*live[row_id])] == view.figure.text == text
        else:
            assert view.status == "orphaned" and view.document_id == added.document_id
            assert old[view.figure.start : view.figure.end] == text
    standing = numbers_of(edited)
    if updated is not None:
        _check_report(review, updated, judged, live)
    return Counter(
        figures=len(judged),
        standing=sum(number in standing for number, *_ in judged.values()),
        carried=sum(row_id in live for row_id in judged),
        moved=0 if updated is None else updated.moved,
        changed=0 if updated is None else updated.changed,
    )


def _read(text: str, seed: int) -> tuple[Document, list[Figure]]:
    document = make_document(text, name=f"storm{seed}.txt", url=f"https://harbour-post.example/{seed}")
    return document, extract(document)


def _judge(review: Review, document_id: int, spans: Spans) -> dict[int, tuple[int, str, str, str]]:
    """Give every figure of a document a verdict and a note; gives by row its number, id, state and text."""
    judged: dict[int, tuple[int, str, str, str]] = {}
    for mark in review.marks(document_id):
        number = _number_at(spans, mark.start, mark.end)
        assert number is not None
        verdict, reason = VERDICTS[number % len(VERDICTS)]
        review.decide([mark.row_id], verdict, reason=reason, note=f"number {number}")
        view = review.figure(mark.row_id)
        judged[mark.row_id] = (number, view.figure_id, verdict, view.figure.text)
    return judged


def _check_report(
    review: Review, updated: Updated, judged: dict[int, tuple[int, str, str, str]], live: dict[int, tuple[int, int]]
) -> None:
    carried = judged.keys() & live.keys()
    assert updated.carried == len(carried) and updated.retired == 0
    assert updated.orphaned + updated.changed == len(judged) - len(carried)
    new = [review.figure(row_id) for row_id in live.keys() - carried]
    assert all(view.state == "unreviewed" for view in new)
    assert sum(view.changed_from is not None for view in new) == updated.changed
    assert len(new) == updated.fresh + updated.changed


def _edited(room: Newsroom, edit: str, article: Article) -> tuple[Article, str, Spans]:
    if edit == "typographic":
        text = typographic(text_of(article)[0])
        spans = [found.span() for found in re.finditer(r"\d[\d,]*\d|\d", text)]
        return article, text, dict(zip(spans, text_of(article)[1].values(), strict=True))
    changed: Article = getattr(room, edit)(article)
    return changed, *text_of(changed)


def _number_at(spans: Spans, start: int, end: int) -> int | None:
    found = [number for (first, last), number in spans.items() if start < last and first < end]
    return found[0] if len(found) == 1 else None
