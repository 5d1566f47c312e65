"""Whatever reviewers do, and in whatever order articles come: what they set stands, and no figure is in two places."""

from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from db import Review
from db.comparing import compare_added, compare_all, question_lines, questions
from db.errors import BadDecision
from tests.db.compared.articles import FLOOD, LATER, OTHER, made, take

_ARTICLES = {**FLOOD, "later.txt": LATER, "other.txt": OTHER}
_DEEDS = st.tuples(
    st.sampled_from(("join", "gather", "split", "confirm", "rename", "undo", "redo", "correct", "compare", "add")),
    st.integers(0, 7),
    st.integers(0, 7),
)


def _do(review: Review, deed: str, one: int, other: int) -> None:
    queue = list(review.queue())
    figures = list(dict.fromkeys((queue[one % len(queue)], queue[other % len(queue)])))
    lines = question_lines(review)
    uid = lines[one % len(lines)].uid if lines else None
    if deed == "gather":
        review.join(figures, title=f"Question {one}")
    elif deed == "undo":
        review.undo()
    elif deed == "redo":
        review.redo()
    elif deed == "correct":
        with suppress(BadDecision):  # it has these values already
            review.correct(figures[0], low=one * 10, high=one * 10, bound="exact")
    elif deed == "compare":
        compare_all(review) if one % 2 else compare_added(review)
    elif deed == "add":
        take(review, {name: text for place, (name, text) in enumerate(_ARTICLES.items()) if place == one % 5})
    elif uid is not None and deed == "join":
        review.join(figures, question=uid)
    elif uid is not None and deed == "split":
        review.split(figures[:1], uid)
    elif uid is not None and deed == "confirm":
        review.confirm(uid)
    elif uid is not None:
        review.rename(uid, f"Name {other}")


def _set(review: Review) -> list[tuple[object, ...]]:
    """Give what reviewers set, and what they call it."""
    return review.connection.execute(
        "SELECT q.uid, m.figure_id, m.status, coalesce(q.renamed, q.title) FROM memberships AS m "
        "JOIN questions AS q ON q.id = m.question_id WHERE m.status <> 'suggested' ORDER BY 1, 2"
    ).fetchall()


@pytest.mark.slow
@settings(max_examples=60)
@given(st.lists(_DEEDS, max_size=12), st.booleans())
def test_no_comparison_overrules_a_reviewer(deeds: list[tuple[str, int, int]], few: bool) -> None:
    # However small the review, what is new is compared by itself if `few`.
    with (
        patch("db.comparing.comparing._DEAR", 0 if few else 25),
        TemporaryDirectory() as folder,
        made(Path(folder) / "kursk.db", {"post.txt": FLOOD["post.txt"]}) as review,
    ):
        take(review, {"mail.txt": FLOOD["mail.txt"]})
        for deed in deeds:
            _do(review, *deed)
        before = _set(review)
        compare_added(review)
        assert _set(review) == before
        compare_all(review)
        assert _set(review) == before
        apart = {(uid, figure) for uid, figure, status, _ in before if status == "apart"}
        chosen = {figure for _, figure, status, _ in before if status == "set"}
        seen: set[int] = set()
        for one in questions(review):
            rows = {member.row_id for member in one.members}
            assert not {(one.uid, row) for row in rows} & apart
            assert not (rows - chosen) & seen
            seen |= rows
        assert question_lines(review) == question_lines(review)
        again = review.connection.execute("SELECT * FROM memberships").fetchall()
        compare_all(review)
        assert review.connection.execute("SELECT * FROM memberships").fetchall() == again
