from pathlib import Path

import pytest

from db import open_review
from db.nearby import first_ids, ids_around
from tests.tui.driving import make_review


@pytest.mark.parametrize("all_figures", [False, True])
def test_the_first_figures_and_those_around_one_are_those_of_the_queue(tmp_path: Path, all_figures: bool) -> None:
    with open_review(make_review(tmp_path / "r.db", documents=5), reviewer="ana") as review:
        queue = review.queue(all_figures=all_figures)
        assert first_ids(review, all_figures=all_figures, limit=4) == queue[:4]
        assert first_ids(review, all_figures=all_figures, limit=400) == queue
        for place, row_id in enumerate(queue):
            around = ids_around(review, row_id, all_figures=all_figures, limit=4)
            assert around == queue[max(0, place - 4) : place + 5]


def test_nothing_stands_around_a_figure_that_the_queue_has_not(tmp_path: Path) -> None:
    with open_review(make_review(tmp_path / "r.db"), reviewer="ana") as review:
        beyond = set(review.queue(all_figures=True)).difference(review.queue())
        assert ids_around(review, min(beyond), limit=4) is None
        assert ids_around(review, 999, limit=4) is None
