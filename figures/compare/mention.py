"""A figure with what comparing needs of its document."""

from dataclasses import dataclass

from figures.model import Figure


@dataclass(frozen=True, slots=True)
class Mention:
    """One figure of one document.

    `id` is lasting (figure_id), `document` the uid of the document, `sentence` the text of the figure's sentence;
    `published` is the ISO day of the figure's item, else of the document, else None; `title` the item's, else the
    document's, which tells the event where the sentence does not.
    """

    id: str
    document: str
    figure: Figure
    sentence: str
    publisher: str | None = None
    published: str | None = None
    title: str | None = None
