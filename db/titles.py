"""The documents of a review by their names, and where their figures are."""

from array import array
from dataclasses import dataclass

from db.errors import explained
from db.review import Review


@dataclass(frozen=True, slots=True)
class Title:
    """What a document is called."""

    document_id: int
    name: str
    title: str | None
    publisher: str | None


def titles(review: Review) -> list[Title]:
    """Give the documents, only the newest version of each, in intake order."""
    with explained(review.path):
        found = review.connection.execute(
            "SELECT id, name, title, publisher FROM documents WHERE superseded_by IS NULL ORDER BY id"
        ).fetchall()
    return [Title(*row) for row in found]


def figures_of(review: Review, document_id: int) -> "array[int]":
    """Give the row ids of a document's figures in the order of the queue, checkable or not."""
    with explained(review.path):
        found = review.connection.execute(
            "SELECT id FROM figures WHERE document_id = ? AND status <> 'retired' ORDER BY teaser, start, id",
            (document_id,),
        ).fetchall()
    return array("q", (row_id for (row_id,) in found))
