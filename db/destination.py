"""Where documents go: a review, opened or made when the first document needs it."""

from collections.abc import Mapping
from pathlib import Path

from db.errors import explained
from db.model import Added
from db.reading import has_document_named
from db.review import Review, open_review
from db.versions.earlier import Earlier, earlier_version, fresh
from seeds.document import Document


class Destination:
    """The review at path; `review` is it where it is open already."""

    def __init__(self, path: Path, reviewer: str, review: Review | None):
        self._path = path
        self._reviewer = reviewer
        self.opened = review

    def empty(self) -> bool:
        """Tell whether there is no document yet."""
        return self.opened is None or self.opened.progress().documents == 0

    def fresh(self, documents: Mapping[int, Document]) -> set[int]:
        """Give the numbers of the documents of which nothing can be stored."""
        return set(documents) if self.opened is None or not documents else fresh(self.opened, documents)

    def known(self, document: Document) -> Added | None:
        """Give what is stored of this document already."""
        return None if self.opened is None else self.opened.known(document)

    def has(self, name: str) -> bool:
        """Tell whether a document of this name is stored."""
        if self.opened is None:
            return False
        with explained(self._path):
            return has_document_named(self.opened.connection, name)

    def earlier(self, document: Document) -> Earlier | None:
        """Give the earlier version of this document that is stored."""
        return None if self.opened is None else earlier_version(self.opened, document)

    def review(self) -> Review:
        """Give the review, made now if there was none."""
        if self.opened is None:
            self.opened = open_review(self._path, reviewer=self._reviewer, create=True)
        return self.opened

    def close(self) -> None:
        """Close the review that was made here, and take it away again if nothing went in."""
        if self.opened is None:
            return
        empty = self.empty()
        self.opened.close()
        if empty:
            self._path.unlink(missing_ok=True)
