"""What is said of a figure beside its verdict: every reviewer's opinion, and tags."""

from dataclasses import dataclass

from db import Review
from db.opinions import Opinion, opinions


@dataclass(frozen=True, slots=True)
class Said:
    """What reviewers say of one figure, oldest first, and its tags; in blind mode what may be seen of them."""

    opinions: tuple[Opinion, ...] = ()
    tags: tuple[str, ...] = ()

    @property
    def differs(self) -> bool:
        """Whether two reviewers have given it different verdicts, settled since or not."""
        return len({opinion.verdict for opinion in self.opinions if not opinion.adjudicates}) > 1


NOTHING_SAID = Said()


def said_of(review: Review, row_id: int) -> Said:
    """Read what is said of a figure."""
    return Said(tuple(opinions(review, row_id)), tuple(review.tags(row_id)))
