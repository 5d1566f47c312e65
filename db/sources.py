"""Sources and tags that have been used in a review, to be used again."""

import json
from collections.abc import Iterable
from dataclasses import dataclass

from db import blind
from db.errors import explained
from db.review import Review

#: How many links are offered again at most.
LINKS = 500


@dataclass(frozen=True, slots=True)
class UsedLink:
    """A link that is evidence somewhere in this review, with the title and the archived copy it was last given."""

    link: str
    title: str | None
    archived_link: str | None


def links_used(review: Review, limit: int = LINKS) -> list[UsedLink]:
    """Give the links used as evidence, most recent first; in blind mode only one's own."""
    with explained(review.path):
        # Beside max(), SQLite takes the other columns from the row that has it.
        found = review.connection.execute(
            "SELECT link, title, archived_link, max(added_at) AS last FROM evidence "
            "WHERE link IS NOT NULL AND (NOT :blind OR reviewer_id = (SELECT id FROM reviewers WHERE name = :name)) "
            "GROUP BY link ORDER BY last DESC, link LIMIT :limit",
            {"blind": blind.is_on(review.connection), "name": review.reviewer, "limit": limit},
        )
        return [UsedLink(link, title, archived) for link, title, archived, _ in found]


def tags_used(review: Review) -> list[tuple[str, int]]:
    """Give every tag with the number of figures that have it, the most used first; in blind mode only one's own."""
    with explained(review.path):
        found = review.connection.execute(
            "SELECT tag, count(*) AS figures FROM tags "
            "WHERE NOT :blind OR reviewer_id = (SELECT id FROM reviewers WHERE name = :name) "
            "GROUP BY tag ORDER BY figures DESC, tag",
            {"blind": blind.is_on(review.connection), "name": review.reviewer},
        )
        return [(tag, figures) for tag, figures in found]


def having_tag(review: Review, row_ids: Iterable[int], tag: str) -> int:
    """Count those of these figures that have a tag."""
    with explained(review.path):
        (count,) = review.connection.execute(
            "SELECT count(*) FROM tags WHERE tag = ? AND figure_id IN (SELECT value FROM json_each(?))",
            (tag, json.dumps(list(row_ids))),
        ).fetchone()
        return int(count)
