"""What is said of a figure beside its verdict: every reviewer's opinion, tags, and signs of a misreport."""

from dataclasses import dataclass

from db import Review
from db.comparing import signs_of
from db.opinions import Opinion, opinions
from figures.model import Sign


@dataclass(frozen=True, slots=True)
class Said:
    """What reviewers say of one figure, oldest first, its tags, and the signs that it is misreported.

    In blind mode what may be seen of it.
    """

    opinions: tuple[Opinion, ...] = ()
    tags: tuple[str, ...] = ()
    signs: tuple[Sign, ...] = ()

    @property
    def differs(self) -> bool:
        """Whether two reviewers have given it different verdicts, settled since or not."""
        return len({opinion.verdict for opinion in self.opinions if not opinion.adjudicates}) > 1


NOTHING_SAID = Said()


def said_of(review: Review, row_id: int) -> Said:
    """Read what is said of a figure."""
    return Said(tuple(opinions(review, row_id)), tuple(review.tags(row_id)), tuple(signs_of(review, row_id)))
