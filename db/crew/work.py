"""What a crew does: sources to documents, documents to figures. Pure functions on plain values."""

from collections.abc import Sequence

from db.figure_rows import Rows, rows_of
from figures.model import Figure
from seeds.document import Document
from seeds.readers import Failure, Reading, Source, read_source

#: A document as read, or why there is none; its figures, why there are none, or None where nobody asked for them.
Read = tuple[Reading | Failure, Rows | Failure | None]


def read_all(sources: Sequence[Source]) -> list[list[Read]]:
    """Read the documents of each source."""
    return [[(reading, None) for reading in _read(source)] for source in sources]


def read_and_extract_all(sources: Sequence[Source]) -> list[list[Read]]:
    """Read the documents of each source, and extract their figures."""
    read = [_read(source) for source in sources]
    found = iter(extract_all([one.document for some in read for one in some if isinstance(one, Reading)]))
    return [[(one, next(found) if isinstance(one, Reading) else None) for one in some] for some in read]


def extract_all(documents: Sequence[Document]) -> list[Rows | Failure]:
    """Extract the figures of each document, as rows; a Failure where that cannot be done."""
    extracted = [(document, extract_one(document)) for document in documents]
    return [
        found if isinstance(found, Failure) else Rows(rows_of(document.text, found)) for document, found in extracted
    ]


def extract_one(document: Document) -> list[Figure] | Failure:
    """Extract the figures of a document, or tell why that cannot be done."""
    from figures.extract import extract

    try:
        return extract(document)
    except Exception as error:  # whatever one document does to the extractor, the others go on
        return Failure(document.name, f"its figures could not be extracted ({type(error).__name__}), it is left out")


def _read(source: Source) -> list[Reading | Failure]:
    try:
        return list(read_source(source))
    except Exception as error:  # whatever one file does to its reader, the others go on
        return [Failure(source.name, f"it could not be read ({type(error).__name__}), it is left out")]
