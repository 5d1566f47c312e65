"""Salvage of a damaged review: documents, figures and log into a fresh file, the rest worked out again from them."""

import sqlite3
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from db.checking import derived, texts
from db.checking.findings import shortened
from db.errors import CannotOpen, CannotWrite, ReviewError, explained
from db.files import placed
from db.header import SCHEMA_VERSION, check_folder, check_kind
from db.salvage.copying import check_free, copied
from db.salvage.entries import set_aside
from db.salvage.filling import Filler
from db.salvage.mending import mend
from db.salvage.reading import Found, read, shapes
from db.schema import create
from db.transaction import writing

#: Tables whose rows are told of when they are lost, in words.
_WORDS = {
    "documents": "documents",
    "figures": "figures",
    "events": "entries of the log",
    "reviewers": "names of reviewers",
    "items": "titles of stories",
    "zones": "parts of texts",
}


@dataclass(frozen=True, slots=True)
class Salvaged:
    """What the fresh file holds, and in plain lines what was lost or is damaged."""

    documents: int
    figures: int
    entries: int
    lost: tuple[str, ...]


def salvage(path: Path, fresh: Path) -> Salvaged:
    """Take everything that can be read of a damaged review at `path` into a fresh one at `fresh`.

    The damaged file is only read. Raises ReviewError, leaving no fresh file, where there is nothing of a review in it,
    and where `fresh` exists or cannot be written. No program may have the damaged file open.
    """
    check_kind(path)
    if fresh.exists() or fresh.is_symlink():
        raise CannotWrite(f"{fresh} exists already and is left as it is: give another name for what is salvaged")
    check_folder(fresh)
    try:
        with tempfile.TemporaryDirectory(prefix="figcheck-") as folder:
            check_free(path)
            copy, behind = copied(path, Path(folder))
            with placed(fresh) as temporary, explained(fresh):
                return _salvaged(path, copy, temporary, behind)
    except FileExistsError:
        raise CannotWrite(f"{fresh} exists already and is left as it is: give another name") from None
    except OSError as error:
        raise CannotOpen(f"{path} cannot be salvaged: {error.strerror or error}") from error


def _salvaged(path: Path, copy: Path, temporary: Path, behind: str | None) -> Salvaged:
    with closing(sqlite3.connect(temporary, isolation_level=None)) as connection:
        connection.execute("PRAGMA foreign_keys = ON")
        create(connection)
        mended = mend(copy)
        if 0 < mended.schema < SCHEMA_VERSION:
            raise ReviewError(
                f"{path} is a review of schema {mended.schema}, and only schema {SCHEMA_VERSION} is salvaged: "
                "where it can be opened, opening it brings it up to date"
            )
        found = read(copy, mended.page_size, shapes(connection))
        if not found["documents"].rows and not found["events"].rows:
            raise ReviewError(f"{path} holds nothing that could be told to be of a review: nothing was salvaged")
        strange = set_aside(found)
        filler = Filler(connection)
        cut = mended.were > mended.pages
        with writing(connection):
            filler.fill(found)
            derived.remake_search(connection)
            misread = derived.rebuild(connection)
        lost = [
            *([behind] if behind else []),
            *([f"the file is cut short: {mended.were - mended.pages:,} of {mended.were:,} pages"] if cut else []),
            *_losses(found, filler),
            *([f"{strange:,} of these are there, and not as they were written"] if strange else []),
            *(finding.message for finding in shortened(misread)),
            *(finding.message for finding in shortened(texts.texts(connection))),
        ]
        documents, figures, entries = connection.execute(
            "SELECT (SELECT count(*) FROM documents), (SELECT count(*) FROM figures), (SELECT count(*) FROM events)"
        ).fetchone()
    return Salvaged(documents, figures, entries, tuple(lost))


def _losses(found: Mapping[str, Found], filler: Filler) -> Iterator[str]:
    for table, what in _WORDS.items():
        expected = found[table].expected
        lost = expected - len(found[table].rows) + filler.refused.get(table, 0)
        if lost > 0:
            yield f"{what}: {lost:,} of {expected:,} lost"
    adrift = filler.adrift()
    if adrift:
        yield f"{adrift:,} entries of the log are about lost figures: merge another copy to bring these back"
