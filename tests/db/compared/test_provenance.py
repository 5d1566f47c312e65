"""Where the figures of a question come from: who told it first, and how the others repeat it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from db import Review, open_review
from db.comparing import provenance as module
from db.comparing.provenance import Provenance, provenance
from tests.tui.asking import ARTICLES, asked_review, row_of

#: What the mail prints after the gazette, word for word.
COPY = (
    ARTICLES["gazette.md"]
    .replace("Vessen Gazette", "Evening Copy")
    .replace("06-18", "06-21")
    .replace("flood\n", "copy\n")
)
TAKEN = """---
title: Still counting
publisher: Northern Star
date: 2025-06-23
---
The flood killed 38 people in Vessen as of June 16, 2025, Meridian Wire reported.
"""


@pytest.fixture
def review(path: Path) -> Iterator[Review]:
    with open_review(asked_review(path, {**ARTICLES, "copy.md": COPY, "taken.md": TAKEN}), reviewer="ana") as review:
        yield review


def of(review: Review, text: str, publisher: str) -> Provenance:
    found = provenance(review, row_of(review, text, publisher))
    assert found is not None
    return found


def told(found: Provenance) -> list[list[tuple[str, str, str, str | None]]]:
    return [
        [(one.rival.row.text, one.rival.row.publisher, one.how, one.of) for one in origin.tellers]
        for origin in found.origins
    ]


def test_the_first_and_its_copies_are_one_origin(review: Review) -> None:
    found = of(review, "400", "Evening Copy")
    assert found.origins[0].own and not any(origin.own for origin in found.origins[1:])
    assert told(found)[0] == [
        ("400", "Vessen Gazette", "first", None),
        ("400", "Evening Copy", "copy", "Vessen Gazette"),
    ]
    assert len(found.origins) == found.asked.origins and found.more == 0


def test_one_speaker_in_two_papers_is_one_origin(review: Review) -> None:
    (origin,) = [
        some
        for some in told(of(review, "38", "Meridian Wire"))
        if "Harbour Mail" in {one[1] for one in some} and len(some) > 2
    ]
    hows = {(publisher, how) for _, publisher, how, _ in origin}
    assert ("Vessen Gazette", "first") in hows and ("Harbour Mail", "speaker") in hows


def test_a_number_taken_from_another_paper_says_from_which(review: Review) -> None:
    assert told(of(review, "38", "Meridian Wire"))[0] == [
        ("38", "Meridian Wire", "first", None),
        ("38", "Northern Star", "taken", "Meridian Wire"),
    ]


def test_support_counts_the_origins_that_say_the_same(review: Review) -> None:
    assert of(review, "38", "Northern Star").support == 1
    assert of(review, "60", "Harbour Mail").support == 2


def test_what_stands_alone_or_changed_has_no_origins(review: Review) -> None:
    assert provenance(review, row_of(review, "4,200")) is None
    found = of(review, "38", "Meridian Wire")
    review.split([row_of(review, "400", "Vessen Gazette")], found.asked.uid)
    assert of(review, "38", "Meridian Wire").origins == ()


def test_of_very_many_only_the_first_are_told_and_the_own_one(review: Review, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "ORIGINS", 2)
    monkeypatch.setattr(module, "TELLERS", 1)
    found = of(review, "400", "Evening Copy")
    assert len(found.origins) == 2 and found.more > 0
    assert told(found)[0] == [("400", "Evening Copy", "first", None)] and found.origins[0].more == 1
