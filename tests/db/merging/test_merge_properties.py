"""Whatever three reviewers do to copies of a review, merging them in any order comes to the same."""

import shutil
import tempfile
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from db import Review, open_review
from db.checking import check
from db.merging import merge
from tests.db.comparing import comparable
from tests.factories import sample

#: What somebody does: to which figure, in which words; who does it may be somebody else on the same copy.
Step = tuple[str, int, str]

_FIGURES = st.integers(1, 8)
_VERDICTS = st.sampled_from(["confirmed", "disputed", "dismissed", "unreviewed"])
_STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("decide"), _FIGURES, _VERDICTS),
        st.tuples(st.just("note"), _FIGURES, st.sampled_from(["", "one", "two"])),
        st.tuples(st.just("tag"), _FIGURES, st.sampled_from(["on", "off"])),
        st.tuples(st.just("correct"), _FIGURES, st.sampled_from(["homes", "people"])),
        st.tuples(st.just("undo"), _FIGURES, st.just("")),
        st.tuples(st.just("redo"), _FIGURES, st.just("")),
        st.tuples(st.just("add"), st.integers(3, 5), st.just("")),
    ),
    max_size=6,
)
_NAMES = ("ana", "ben", "cat")


def do(review: Review, step: Step) -> None:
    kind, number, word = step
    if kind == "decide":
        review.decide([number, 1 + number % 8], word)
    elif kind == "note":
        review.set_note(number, word)
    elif kind == "tag":
        review.tag([number], "later", on=word == "on")
    elif kind == "correct" and review.figure(number).figure.noun not in (None, word):
        review.correct(number, noun=word)
    elif kind == "add":
        review.add(*sample(number))
    elif kind in ("undo", "redo"):
        getattr(review, kind)()


def work(path: Path, reviewer: str, steps: list[Step]) -> None:
    with open_review(path, reviewer=reviewer, create=True) as review:
        review.connection.execute("PRAGMA synchronous = OFF")
        for step in steps:
            do(review, step)


@pytest.mark.slow
@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(_NAMES), _STEPS), min_size=3, max_size=3), _STEPS)
def test_any_order_comes_to_the_same(works: list[tuple[str, list[Step]]], first: list[Step]) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        work(folder / "base.db", "base", [("add", 1, ""), ("add", 2, ""), *first])
        copies = []
        for place, (reviewer, steps) in enumerate(works):
            copies.append(folder / f"{place}.db")
            shutil.copyfile(folder / "base.db", copies[-1])
            work(copies[-1], reviewer, steps)
        results = []
        for place, order in enumerate(permutations(copies)):
            path = folder / f"merged{place}.db"
            shutil.copyfile(order[0], path)
            with open_review(path, reviewer="desk") as review:
                review.connection.execute("PRAGMA synchronous = OFF")
                for other in order[1:]:
                    merge(review, other)
                results.append(comparable(review))
                if not place:
                    assert check(review).findings == ()
        assert all(result == results[0] for result in results)
