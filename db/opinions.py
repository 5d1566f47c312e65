"""Opinions: what each reviewer says of a figure, where the figure's state says only what it comes to."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from db import blind
from db.errors import explained
from db.log.verdicts import decide
from db.model import Action
from db.review import Review


@dataclass(frozen=True, slots=True)
class Opinion:
    """One reviewer's verdict on a figure, or (`adjudicates`) how one settled it for all; `decided_at` is UTC."""

    reviewer: str
    verdict: str
    reason: str | None
    decided_at: str
    adjudicates: bool


def opinions(review: Review, row_id: int) -> list[Opinion]:
    """Give what every reviewer says of a figure, oldest first; in blind mode nothing before one's own verdict."""
    with explained(review.path):
        found = review.connection.execute(
            "SELECT r.name, verdict, reason, decided_at AS at, 0 FROM verdicts JOIN reviewers AS r "
            "ON r.id = reviewer_id WHERE figure_id = :figure UNION ALL "
            "SELECT r.name, verdict, reason, decided_at AS at, 1 FROM adjudications JOIN reviewers AS r "
            "ON r.id = reviewer_id WHERE figure_id = :figure ORDER BY at, 1",
            {"figure": row_id},
        ).fetchall()
        said = [Opinion(name, verdict, reason, at, bool(settles)) for name, verdict, reason, at, settles in found]
        hidden = blind.is_on(review.connection) and review.reviewer not in {opinion.reviewer for opinion in said}
    return [] if hidden else said


def adjudicate(
    review: Review,
    row_ids: Iterable[int],
    verdict: str,
    *,
    reason: str | None = None,
    note: str | None = None,
    evidence: Sequence[str] = (),
) -> Action:
    """Settle figures on which reviewers differ, as one action; "unreviewed" opens them again.

    It holds until somebody gives a different verdict. Raises BadDecision where reviewers do not differ, and as
    Review.decide does, storing nothing.
    """
    with explained(review.path):
        return decide(
            review.connection,
            review.reviewer,
            row_ids,
            verdict,
            reason=reason,
            note=note,
            evidence=evidence,
            adjudicates=True,
        )
