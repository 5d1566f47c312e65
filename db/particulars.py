"""Everything that the file holds of one figure, for somebody who wants to see all of it."""

from dataclasses import dataclass

from db.errors import UnknownFigure, explained
from db.model import FigureView
from db.opinions import Opinion, opinions
from db.review import Review
from db.rows import figure_of
from db.source_record import COLUMNS, Source
from figures.model import Figure

_FIELDS = ", ".join(f'"{name}"' for name in Figure.__slots__)


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
        source = connection.execute(f"SELECT {COLUMNS} FROM documents WHERE id = ?", (view.document_id,)).fetchone()
    if values is None or source is None:  # another program has just taken it away
        raise UnknownFigure("there is no such figure in this review")
    said = tuple(opinions(review, row_id))
    return Particulars(view, figure_of(values), Source(*source), said, tuple(review.tags(row_id)))
