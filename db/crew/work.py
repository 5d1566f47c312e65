"""What a crew does: sources to documents, documents to figures. Pure functions on plain values."""

from collections.abc import Iterable, Sequence
from operator import attrgetter
from typing import Any

from figures.model import Figure
from seeds.document import Document
from seeds.readers import Failure, Reading, Source, read_source

#: The values of a figure, in the order of its fields: as an object it takes twice as long to send.
Values = tuple[Any, ...]

_values = attrgetter(*Figure.__slots__)


def read_all(sources: Sequence[Source]) -> list[list[Reading | Failure]]:
    """Read the documents of each source."""
    return [_read(source) for source in sources]


def extract_all(documents: Sequence[Document]) -> list[list[Values] | Failure]:
    """Extract the figures of each document, as values; a Failure where that cannot be done."""
    extracted = map(extract_one, documents)
    return [found if isinstance(found, Failure) else list(map(_values, found)) for found in extracted]


def extract_one(document: Document) -> list[Figure] | Failure:
    """Extract the figures of a document, or tell why that cannot be done."""
    from figures.extract import extract

    try:
        return extract(document)
    except Exception as error:  # whatever one document does to the extractor, the others go on
        return Failure(document.name, f"its figures could not be extracted ({type(error).__name__}), it is left out")


def figures_of(values: Iterable[Values]) -> list[Figure]:
    """Give the figures that were sent as values."""
    return [Figure(*one) for one in values]


def _read(source: Source) -> list[Reading | Failure]:
    try:
        return list(read_source(source))
    except Exception as error:  # whatever one file does to its reader, the others go on
        return [Failure(source.name, f"it could not be read ({type(error).__name__}), it is left out")]
