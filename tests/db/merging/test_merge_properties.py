"""Whatever three reviewers do to copies of a review, merging them in any order comes to the same."""

import re
import shutil
import tempfile
from contextlib import suppress
from dataclasses import replace
from itertools import permutations
from pathlib import Path
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from db import Review, open_review
from db.checking import check
from db.errors import BadDecision
from db.merging import merge
from db.versions import rescan, update
from figures.model import Figure
from figures.version import EXTRACTOR_VERSION
from seeds.document import Document
from tests.db.comparing import comparable
from tests.factories import make_document, make_figure, sample

NEWER = EXTRACTOR_VERSION + 1

#: What somebody does: to which figure, in which words; who does it may be somebody else on the same copy.
Step = tuple[str, int, str]

_FIGURES = st.integers(1, 8)
_EDITS = ("6,000", "12", "Around 3,800", "residents", "lost")
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
        st.tuples(st.just("mark"), st.integers(1, 9), st.just("")),
        st.tuples(st.just("update"), st.integers(1, 9), st.sampled_from(_EDITS)),
        st.tuples(st.just("rescan"), _FIGURES, st.just("")),
    ),
    max_size=6,
)
_NAMES = ("ana", "ben", "cat")


def read(document: Document) -> list[Figure]:
    """Read a sample as the first extractor does."""
    return [
        make_figure(document, text, low, noun="things", bound=bound, high=low if bound == "exact" else None)
        for text, low, bound in (("12", 12, "exact"), ("6,000", 6000, "over"), ("7,000", 7000, "over"))
        if text in document.text
    ]


def read_newly(document: Document) -> list[Figure]:
    """Read a sample as a newer extractor does: another number at one place, another noun, one figure less, one more."""
    found = [replace(figure, noun="other things") for figure in read(document)]
    found = [replace(one, low=1200, high=1200) if one.text == "12" else one for one in found if one.text != "7,000"]
    ferry = re.search(r"(?<=M-)\d+", document.text)
    more = [] if ferry is None else [make_figure(document, ferry[0], int(ferry[0]), start=ferry.start())]
    return [*found, *more]


def edited(number: int, word: str) -> Document:
    """Give a sample with something else in the place of some words, taken in at some time."""
    document, _ = sample(1 + number % 2)
    text = document.text.replace(word, "7,000" if word == "6,000" else "it rained, and 12", number % 3)
    return make_document(
        f"Rain\n{text}",
        name=document.name,
        title=document.title,
        url=document.url,
        retrieved=f"2025-06-2{number}T08:00:00Z",
    )


def update_sample(review: Review, number: int, word: str) -> None:
    document = edited(number, word)
    versions = review.connection.execute("SELECT max(extractor_version) FROM documents").fetchone()
    newer = versions[0] == NEWER
    with patch("db.storing.EXTRACTOR_VERSION", *versions):
        update(review, document, (read_newly if newer else read)(document))


def rescan_newly(review: Review) -> None:
    with patch("figures.extract.extract", read_newly), patch("figures.version.EXTRACTOR_VERSION", NEWER):
        rescan(review)


def mark_missed(review: Review, number: int) -> None:
    """Add a missed figure, or be told that there is one."""
    document_id, text = review.connection.execute(
        "SELECT id, text FROM documents WHERE superseded_by IS NULL ORDER BY uid LIMIT 1"
    ).fetchone()
    start = text.index("ferry")
    with suppress(BadDecision):
        review.add_figure(document_id, start, start + 5, low=number)


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
    elif kind == "mark":
        mark_missed(review, number)
    elif kind == "update":
        update_sample(review, number, word)
    elif kind == "rescan":
        rescan_newly(review)
    elif kind in ("undo", "redo"):
        getattr(review, kind)()


def work(path: Path, reviewer: str, steps: list[Step]) -> None:
    with open_review(path, reviewer=reviewer, create=True) as review:
        review.connection.execute("PRAGMA synchronous = OFF")
        for step in steps:
            do(review, step)


@pytest.mark.slow
@settings(max_examples=25)
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
