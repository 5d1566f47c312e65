"""How many documents go into a review at once."""

from pathlib import Path
from re import finditer

import pytest

from db import Review, open_review
from db.batches import Batches
from db.figure_rows import Rows, rows_of
from db.model import Added
from seeds.readers import Failure
from tests.factories import make_document, make_figure

HOURS = 3600.0


@pytest.fixture(autouse=True)
def _patient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("db.batches.FEWEST", 2)
    monkeypatch.setattr("db.batches.MOST", 8)
    monkeypatch.setattr("db.batches.FIGURES_EACH", 3)
    monkeypatch.setattr("db.batches.AGE", HOURS)
    monkeypatch.setattr("db.batches.PAUSE", 0.0)


class Intake:
    """Puts documents in, and counts how many are stored each time."""

    def __init__(self, review: Review) -> None:
        self.stored: list[int] = []
        self._told = 0
        self._number = 0
        self._batches = Batches(lambda: review, self._tell)

    def _tell(self, name: str, outcome: Added | Failure) -> None:
        self._told += 1

    def put(self, documents: int, *, figures: int = 1) -> None:
        for _ in range(documents):
            self._number += 1
            document = make_document(f"Report {self._number}: " + "forty boats, " * figures)
            found = [make_figure(document, "forty", 40, start=at.start()) for at in finditer("forty", document.text)]
            told = self._told
            self._batches.put(document.name, document, Rows(rows_of(document.text, found)))
            if self._told > told:
                self.stored.append(self._told - told)


def test_batches_grow_while_nobody_else_writes(review: Review) -> None:
    intake = Intake(review)
    intake.put(2 + 2 + 4 + 8 + 8)
    assert intake.stored == [2, 2, 4, 8, 8]


def test_batches_are_small_again_beside_somebody_who_writes(review: Review, path: Path) -> None:
    intake = Intake(review)
    intake.put(2 + 2 + 4)
    with open_review(path, reviewer="ben") as other:
        other.decide([other.queue()[0]], "confirmed")
    intake.put(8 + 2 + 4)
    assert intake.stored == [2, 2, 4, 8, 2, 4]


def test_a_batch_takes_fewer_documents_that_are_full_of_figures(review: Review) -> None:
    intake = Intake(review)
    intake.put(1 + 1 + 2, figures=6)
    assert intake.stored == [1, 1, 2]
