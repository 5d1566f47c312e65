"""What updating and reading again came to."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Updated:
    """A document's new version: its row and number, and what became of the figures to check.

    `carried` stand in it, `moved` of them in another order, `reworded` in a sentence that says the same in other words;
    `changed` have another number, or the same said of something else; `orphaned` had something in the log and are gone,
    `retired` had not; `fresh` are new, those in the place of changed ones not counted. Names are of files or pages.
    """

    name: str
    document_id: int
    version: int
    carried: int
    moved: int
    changed: int
    orphaned: int
    retired: int
    fresh: int
    reworded: int = 0


@dataclass(frozen=True, slots=True)
class Reread:
    """What reading the texts again came to, in documents and figures, those that need no check too.

    `fresh` were not found before; `revised` are said something else of; `retired` had nothing in the log and were not
    found; `kept` had, and stay as they were judged though they were not found, or found as another number.
    `failed` names documents that the extractor could not take; they stay as they were.
    """

    documents: int
    fresh: int
    revised: int
    retired: int
    kept: int
    failed: tuple[str, ...]
