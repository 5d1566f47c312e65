"""What could stand where somebody writes a query: keys, values that the review has, ready queries."""

import sqlite3
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from time import perf_counter

from db.errors import explained
from db.query.ground import ground_of
from db.query.keys import BY_NAME, KEYS, READY
from db.review import Review
from seeds.patterns import Later
from seeds.visible import visible

#: So many are offered.
MOST = 12
#: After so many rows the clock is looked at.
_ROWS = 200

#: The term that ends at the cursor: a minus, a key, values done, and what is being written, quoted or not.
_TERM = Later(r'(?<!\S)-?(?:(?P<key>[A-Za-z_]+):(?:(?:"[^"]*"|[^\s",|]+)[,|])*)?(?P<typed>"[^"]*|[^\s",|]*)$')

#: Where the values of a key stand, as extracted, and the field that corrections of it have.
_VALUES = {
    "noun": ("f.noun FROM figures AS f WHERE f.queued = 1 AND f.noun", "noun"),
    "source": ("f.attribution FROM figures AS f WHERE f.queued = 1 AND f.attribution", "attribution"),
    "unit": ("f.unit FROM figures AS f WHERE f.queued = 1 AND f.unit", "unit"),
    "publisher": ("coalesce(publisher, name) FROM documents WHERE coalesce(publisher, name)", None),
    "document": ("coalesce(title, name) FROM documents WHERE coalesce(title, name)", None),
    "question": ("coalesce(renamed, title) FROM questions WHERE coalesce(renamed, title)", None),
    "tag": ("tag FROM tags WHERE tag", None),
}


@dataclass(frozen=True, slots=True)
class Completion:
    """What text[start:end] of a query could become; `help` says what that is."""

    start: int
    end: int
    text: str
    help: str


def completions(review: Review, text: str, cursor: int, *, seconds: float) -> list[Completion]:
    """Give what could stand at the cursor, the likeliest first; after so many seconds with what was found by then."""
    if not text.strip():
        return [Completion(0, len(text), ready.query, ready.help) for ready in READY]
    found = _TERM.search(text[:cursor])
    if found is None:
        return []
    typed = found["typed"]
    start = cursor - len(typed)
    key = (found["key"] or "").lower()
    if not key:
        word = typed.casefold()
        names = [name for name in KEYS if word and name.name.startswith(word)]
        return [Completion(start, cursor, f"{name.name}:", name.help) for name in names]
    if key not in BY_NAME:
        return []
    wanted = typed.removeprefix('"')
    values = BY_NAME[key].values or _values(review, key, wanted, seconds)
    fitting = [(value, help_) for value, help_ in values if wanted.casefold() in value.casefold()]
    fitting.sort(key=lambda value: not value[0].casefold().startswith(wanted.casefold()))
    return [Completion(start, cursor, quoted(value), help_) for value, help_ in fitting[:MOST] if value != typed]


def quoted(value: str) -> str:
    """Give a value as it stands in a query: in quotation marks where it needs them."""
    plain = value.replace('"', " ")
    return f'"{plain}"' if not plain or any(sign.isspace() or sign in ",|" for sign in plain) else plain


def _values(review: Review, key: str, wanted: str, seconds: float) -> list[tuple[str, str]]:
    """Give the values of a key that hold what was typed, those met most often first."""
    end = perf_counter() + seconds
    source, field = _VALUES[key]
    holding = "%{}%".format(wanted.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_"))
    counted: Counter[str] = Counter()
    with explained(review.path):
        connection = review.connection
        ground = ground_of(connection, review.reviewer)
        more = "AND reviewer_id = :me" if key == "tag" and ground.blind else ""
        if field in ground.corrected:
            more = f"AND f.id NOT IN (SELECT figure_id FROM corrections WHERE field = '{field}')"
        values = {"holding": holding, "me": ground.me}
        _count(connection, f"SELECT {source} LIKE :holding ESCAPE '\\' {more}", values, counted, end)
        if field in ground.corrected:
            sql = f"SELECT value FROM corrections WHERE field = '{field}' AND value LIKE :holding ESCAPE '\\'"
            _count(connection, sql, values, counted, end)
    return [(value, f"{count:,}") for value, count in counted.most_common(10 * MOST)]


def _count(
    connection: sqlite3.Connection, sql: str, values: Mapping[str, object], counted: Counter[str], end: float
) -> None:
    connection.set_progress_handler(lambda: perf_counter() > end, _ROWS)
    try:
        for (value,) in connection.execute(sql, dict(values)):
            line = " ".join(value.split())
            if visible(line) == line:  # what cannot be seen cannot be typed
                counted[line] += 1
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode != sqlite3.SQLITE_INTERRUPT:
            raise
    finally:
        connection.set_progress_handler(None, 0)
