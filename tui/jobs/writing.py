"""What a reviewer writes about a figure: its note, its sources."""

from dataclasses import asdict, dataclass

from db import Review
from db.sources import UsedLink, links_used
from tui.jobs.deciding import Outcome, outcome_of


@dataclass(frozen=True, slots=True)
class Source:
    """A piece of evidence as it is given: a link, or a document or conversation named by its title; see db.model."""

    kind: str = "link"
    link: str | None = None
    title: str | None = None
    quote: str | None = None
    stance: str = "supports"
    seen_on: str | None = None
    archived_link: str | None = None


def set_note(review: Review, row_id: int, note: str) -> Outcome:
    """Replace a figure's note."""
    return outcome_of(review, review.set_note(row_id, note), None)


def add_evidence(review: Review, row_id: int, source: Source) -> Outcome:
    """Add what supports or contradicts a figure."""
    return outcome_of(review, review.add_evidence(row_id, **asdict(source)), None)


def links_to_offer(review: Review, own: str | None) -> list[UsedLink]:
    """Give the links to offer for a figure: its document's own, then those used before, the most recent first."""
    used = links_used(review)
    mine = next((link for link in used if link.link == own), UsedLink(own, None, None) if own else None)
    return [*([mine] if mine else []), *(link for link in used if link is not mine)]
