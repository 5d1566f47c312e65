"""Finding figures: by words of their sentence and noun, by state; a page at once, or as much as fits a time."""

import sqlite3
from array import array
from time import monotonic

from db.model import Page

#: The shortest start of a word that is searched for; the index holds the starts of this length.
SHORTEST_START = 3

# After how many steps of SQLite's machine the clock is looked at.
_STEPS = 2000


def match_words(words: str) -> str:
    """Give the FTS5 query that finds all these words; "" for none.

    The last is also found as the start of a longer word, unless a blank follows it or it has less than three
    characters: so short a start has half the dictionary behind it. Every word is quoted, so that no character of it is
    taken for an operator.
    """
    parts = words.replace("\0", " ").split()
    quoted = " ".join('"' + part.replace('"', '""') + '"' for part in parts)
    return quoted + ("*" if parts and words.endswith(parts[-1]) and len(parts[-1]) >= SHORTEST_START else "")


def first_page(
    connection: sqlite3.Connection,
    *,
    words: str = "",
    state: str | None = None,
    all_figures: bool = False,
    limit: int,
    seconds: float | None = None,
) -> Page:
    """Give the first figures that fit, at most `limit`; what was found by then, if it takes longer than `seconds`.

    In the order of the queue; with `words` in the order of intake, since the order of another index would have every
    hit read before the first is shown.
    """
    sql, parameters = _question(match_words(words), state, all_figures)
    found = array("q")
    if seconds is not None:
        deadline = monotonic() + seconds
        connection.set_progress_handler(lambda: monotonic() > deadline, _STEPS)
    try:
        for (row_id,) in connection.execute(f"{sql} LIMIT ?", (*parameters, limit)):
            found.append(row_id)
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode != sqlite3.SQLITE_INTERRUPT:
            raise
        return Page(found, complete=False)
    finally:
        if seconds is not None:
            connection.set_progress_handler(None, 0)
    return Page(found, complete=True)


def _question(match: str, state: str | None, all_figures: bool) -> tuple[str, tuple[str, ...]]:
    conditions = ["f.status <> 'retired'" if all_figures else "f.queued = 1"]
    parameters: list[str] = []
    if state is not None:
        conditions.append("f.state = ?")
        parameters.append(state)
    if not match:
        # The index by document and place serves every one of these questions in the order asked for.
        return (
            f"SELECT f.id FROM figures AS f WHERE {' AND '.join(conditions)} "
            "ORDER BY f.document_id, f.teaser, f.start, f.id",
            tuple(parameters),
        )
    return (
        "SELECT f.id FROM figures_fts AS s CROSS JOIN figures AS f ON f.id = s.rowid "
        f"WHERE figures_fts MATCH ? AND {' AND '.join(conditions)} ORDER BY s.rowid",
        (match, *parameters),
    )
