from collections.abc import Iterator
from pathlib import Path

import pytest

from db import Review, open_review
from db.nearby import first_ids, ids_around
from tests.factories import sample


@pytest.fixture
def review(tmp_path: Path) -> Iterator[Review]:
    with open_review(tmp_path / "r.db", reviewer="ana", create=True) as opened:
        for number in range(1, 6):
            opened.add(*sample(number))
        yield opened


@pytest.mark.parametrize("all_figures", [False, True])
def test_the_first_figures_and_those_around_one_are_those_of_the_queue(review: Review, all_figures: bool) -> None:
    queue = review.queue(all_figures=all_figures)
    assert first_ids(review, all_figures=all_figures, limit=4) == queue[:4]
    assert first_ids(review, all_figures=all_figures, limit=400) == queue
    for place, row_id in enumerate(queue):
        around = ids_around(review, row_id, all_figures=all_figures, limit=4)
        assert around == queue[max(0, place - 4) : place + 5]


def test_nothing_stands_around_a_figure_that_the_queue_has_not(review: Review) -> None:
    beyond = set(review.queue(all_figures=True)).difference(review.queue())
    assert ids_around(review, min(beyond), limit=4) is None
    assert ids_around(review, 999, limit=4) is None
