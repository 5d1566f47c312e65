"""Agreement of reviewers who judged the same figures: raw, and Cohen's kappa."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations

from db.errors import explained
from db.review import Review

#: The verdicts a reviewer can have given, in the order of the tables.
VERDICTS = ("confirmed", "disputed", "misreported", "dismissed")

#: How many figures got which two verdicts: the first reviewer's, the second's.
Table = Mapping[tuple[str, str], int]


@dataclass(frozen=True, slots=True)
class Difference:
    """A figure of which two reviewers say different things, with their reasons, and what it came to."""

    row_id: int
    figure_id: str
    first: str
    first_reason: str | None
    second: str
    second_reason: str | None
    state: str


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far two reviewers agree on the `figures` that both have judged; `kappa` is None where it is not defined."""

    first: str
    second: str
    figures: int
    agreed: int
    raw: float
    kappa: float | None
    table: Table
    differences: tuple[Difference, ...]


def agreement(review: Review) -> list[Agreement]:
    """Compare every two reviewers who judged figures in common, in the order of their names.

    Each reviewer's own verdict counts, whatever was adjudicated since; figures that were retired do not.
    """
    with explained(review.path):
        reviewers = review.connection.execute(
            "SELECT r.id, r.name FROM reviewers AS r WHERE EXISTS (SELECT 1 FROM verdicts WHERE reviewer_id = r.id) "
            "ORDER BY r.name"
        ).fetchall()
        pairs = [_compare(review, one, other) for one, other in combinations(reviewers, 2)]
    return [pair for pair in pairs if pair is not None]


def cohens_kappa(table: Table) -> float | None:
    """Give the agreement of two raters beyond chance (Cohen 1960): 1 whole, 0 as by chance, below 0 less.

    None where it is not defined: no figures, or both gave one and the same verdict to all of them.
    """
    total = sum(table.values())
    if not total:
        return None
    verdicts = {verdict for pair in table for verdict in pair}
    agreed = Fraction(sum(table.get((verdict, verdict), 0) for verdict in verdicts), total)
    chance = Fraction(0)
    for verdict in verdicts:
        by_first = sum(count for (first, _), count in table.items() if first == verdict)
        by_second = sum(count for (_, second), count in table.items() if second == verdict)
        chance += Fraction(by_first, total) * Fraction(by_second, total)
    return None if chance == 1 else float((agreed - chance) / (1 - chance))


_IN_COMMON = """
    FROM verdicts AS a JOIN verdicts AS b ON b.figure_id = a.figure_id JOIN figures AS f ON f.id = a.figure_id
    WHERE a.reviewer_id = ? AND b.reviewer_id = ? AND f.status <> 'retired'
"""


def _compare(review: Review, one: tuple[int, str], other: tuple[int, str]) -> Agreement | None:
    pair = (one[0], other[0])
    counted = review.connection.execute(
        f"SELECT a.verdict, b.verdict, count(*) {_IN_COMMON} GROUP BY 1, 2", pair
    ).fetchall()
    table = {(first, second): count for first, second, count in counted}
    total = sum(table.values())
    if not total:
        return None
    differing = review.connection.execute(
        f"SELECT f.id, f.uid, a.verdict, a.reason, b.verdict, b.reason, f.state {_IN_COMMON} "
        "AND a.verdict <> b.verdict ORDER BY f.document_id, f.teaser, f.start, f.id",
        pair,
    ).fetchall()
    agreed = total - len(differing)
    return Agreement(
        one[1],
        other[1],
        total,
        agreed,
        agreed / total,
        cohens_kappa(table),
        table,
        tuple(Difference(*row) for row in differing),
    )
