"""From a document's text to its figures, by rules."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from figures.model import Figure
    from seeds.document import Document


def extract(document: "Document") -> "list[Figure]":
    """Give the figures of a document in text order.

    Offsets are code points into the document's text; no text makes it fail, and its cost is linear in the text.
    """
    from figures.extract.compose import compose

    return compose(document)
