"""Raw agreement and Cohen's kappa, against values worked out by hand."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db import Review, open_review
from db.agreement import VERDICTS, agreement, cohens_kappa
from db.opinions import adjudicate
from tests.factories import sample


@pytest.mark.parametrize(
    ("table", "kappa"),
    [
        # 35 of 50 agreed; by chance (25*30 + 25*20) / 2500 = 0.5: (0.7 - 0.5) / (1 - 0.5).
        (
            {
                ("confirmed", "confirmed"): 20,
                ("confirmed", "disputed"): 5,
                ("disputed", "confirmed"): 10,
                ("disputed", "disputed"): 15,
            },
            0.4,
        ),
        # 9 of 12; rows 4, 4, 4, columns 5, 4, 2, 1: by chance (20 + 16 + 8) / 144: (108 - 44) / (144 - 44).
        (
            {
                ("confirmed", "confirmed"): 4,
                ("disputed", "disputed"): 3,
                ("misreported", "misreported"): 2,
                ("disputed", "confirmed"): 1,
                ("misreported", "disputed"): 1,
                ("misreported", "dismissed"): 1,
            },
            0.64,
        ),
        ({("confirmed", "confirmed"): 3, ("dismissed", "dismissed"): 2}, 1.0),
        # Always the opposite: 0 of 4; by chance (2*2 + 2*2) / 16 = 0.5: (0 - 0.5) / 0.5.
        ({("confirmed", "disputed"): 2, ("disputed", "confirmed"): 2}, -1.0),
        # Agreed by as much as chance gives: 2 of 4, by chance 0.5.
        (
            {
                ("confirmed", "confirmed"): 1,
                ("confirmed", "disputed"): 1,
                ("disputed", "confirmed"): 1,
                ("disputed", "disputed"): 1,
            },
            0.0,
        ),
    ],
)
def test_kappa_is_what_a_hand_works_out(table: dict[tuple[str, str], int], kappa: float) -> None:
    assert cohens_kappa(table) == pytest.approx(kappa, abs=1e-12)


@pytest.mark.parametrize("table", [{}, {("confirmed", "confirmed"): 7}])
def test_kappa_of_nothing_or_of_one_verdict_only_is_not_defined(table: dict[tuple[str, str], int]) -> None:
    assert cohens_kappa(table) is None


@given(st.lists(st.tuples(st.sampled_from(VERDICTS), st.sampled_from(VERDICTS)), min_size=1, max_size=60))
def test_kappa_is_the_textbook_sum_over_the_figures(pairs: list[tuple[str, str]]) -> None:
    total = len(pairs)
    table = {pair: pairs.count(pair) for pair in pairs}
    observed = sum(one == other for one, other in pairs) / total
    chance = (
        sum(
            sum(one == verdict for one, _ in pairs) * sum(other == verdict for _, other in pairs)
            for verdict in VERDICTS
        )
        / total**2
    )
    kappa = cohens_kappa(table)
    if kappa is None:
        assert chance == 1
    else:
        assert kappa == pytest.approx((observed - chance) / (1 - chance)) and -1 <= kappa <= 1
        assert kappa == cohens_kappa({(other, one): count for (one, other), count in table.items()})


def judged(review: Review, **verdicts: str) -> None:
    """Have reviewers judge the queue from its start, by the first letters of verdicts: c d x, - for none."""
    names = {"c": "confirmed", "d": "disputed", "x": "dismissed"}
    for reviewer, said in verdicts.items():
        with open_review(review.path, reviewer=reviewer) as own:
            for row_id, letter in zip(own.queue(), said, strict=False):
                if letter != "-":
                    own.decide([row_id], names[letter])


def test_reviewers_are_compared_two_by_two_on_what_both_judged(review: Review) -> None:
    judged(review, ana="ccccddd-", ben="ccdcddc-", cat="-------c", dan="c")
    pairs = agreement(review)
    assert [(pair.first, pair.second, pair.figures) for pair in pairs] == [
        ("ana", "ben", 7),
        ("ana", "dan", 1),
        ("ben", "dan", 1),
    ]
    first = pairs[0]
    assert (first.agreed, first.raw) == (5, 5 / 7)
    assert first.table == {
        ("confirmed", "confirmed"): 3,
        ("confirmed", "disputed"): 1,
        ("disputed", "confirmed"): 1,
        ("disputed", "disputed"): 2,
    }
    # Rows 4, 3; columns 4, 3: by chance (16 + 9) / 49.
    assert first.kappa == pytest.approx((5 / 7 - 25 / 49) / (1 - 25 / 49))
    assert pairs[1].kappa is None and pairs[1].raw == 1.0


def test_differences_are_listed_with_what_they_came_to(review: Review) -> None:
    judged(review, ana="cc", ben="dc")
    row_id = review.queue()[0]
    (difference,) = agreement(review)[0].differences
    assert difference.figure_id == review.figure(row_id).figure_id
    assert (difference.first, difference.second, difference.state) == ("confirmed", "disputed", "unresolved")
    adjudicate(review, [row_id], "dismissed", reason="not_worth_checking")
    (difference,) = agreement(review)[0].differences
    assert (difference.first, difference.second, difference.state) == ("confirmed", "disputed", "dismissed")


def test_what_was_taken_back_or_retired_does_not_count(review: Review) -> None:
    judged(review, ana="cc", ben="dd")
    with open_review(review.path, reviewer="ben") as own:
        own.undo()
    assert agreement(review)[0].figures == 1
    review.connection.execute("UPDATE figures SET status = 'retired', queued = 0")
    assert agreement(review) == []


def test_nobody_or_one_alone_agrees_with_nobody(path: Path) -> None:
    with open_review(path, reviewer="ana", create=True) as review:
        review.add(*sample(1))
        assert agreement(review) == []
        review.decide(review.queue(), "confirmed")
        assert agreement(review) == []
