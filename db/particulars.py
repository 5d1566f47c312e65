"""Everything that the file holds of one figure, for somebody who wants to see all of it."""

from dataclasses import dataclass

from db.errors import UnknownFigure, explained
from db.model import FigureView
from db.opinions import Opinion, opinions
from db.review import Review
from db.rows import figure_of
from figures.model import Figure

_FIELDS = ", ".join(f'"{name}"' for name in Figure.__slots__)


@dataclass(frozen=True, slots=True)
class Source:
    """What is known of a document beside its text; `characters` is how long that is, hashes are SHA-256 in hex."""

    uid: str
    name: str
    title: str | None
    publisher: str | None
    author: str | None
    url: str | None
    published: str | None
    language: str | None
    retrieved: str
    archived: str | None
    version: int
    extractor_version: int
    source_sha256: str
    text_sha256: str
    characters: int


@dataclass(frozen=True, slots=True)
class Particulars:
    """A figure as it is seen, as it was extracted (or added), its document, and what reviewers say of it."""

    view: FigureView
    extracted: Figure
    source: Source
    opinions: tuple[Opinion, ...]
    tags: tuple[str, ...]


def particulars(review: Review, row_id: int) -> Particulars:
    """Give everything of a figure, in blind mode what may be seen of it; raises UnknownFigure."""
    view = review.figure(row_id)
    with explained(review.path):
        connection = review.connection
        values = connection.execute(f"SELECT {_FIELDS} FROM figures WHERE id = ?", (row_id,)).fetchone()
        source = connection.execute(
            "SELECT uid, name, title, publisher, author, url, published, language, retrieved, archived, "
            "version, extractor_version, source_sha256, text_sha256, length(text) FROM documents WHERE id = ?",
            (view.document_id,),
        ).fetchone()
    if values is None or source is None:  # another program has just taken it away
        raise UnknownFigure("there is no such figure in this review")
    said = tuple(opinions(review, row_id))
    return Particulars(view, figure_of(values), Source(*source), said, tuple(review.tags(row_id)))
