"""The tables of a review file, and the steps that bring an older file up to date."""

import sqlite3
from typing import TYPE_CHECKING

from db.header import APPLICATION_ID, SCHEMA_VERSION

if TYPE_CHECKING:
    from sqlite_utils import Database, Migrations

_TABLES = (
    """
    CREATE TABLE documents (
        id INTEGER PRIMARY KEY,         -- in the order of intake
        uid TEXT NOT NULL UNIQUE,       -- sha256 of canonical URL and text
        name TEXT NOT NULL,             -- file name, URL or record id
        title TEXT,
        publisher TEXT,
        author TEXT,
        url TEXT,
        published TEXT,                 -- ISO date
        language TEXT,
        retrieved TEXT NOT NULL,        -- UTC
        source_sha256 TEXT NOT NULL,    -- of the bytes received
        text_sha256 TEXT NOT NULL,      -- of the text below
        text TEXT NOT NULL              -- last: what stands before it is read without it
    ) STRICT
    """,
    """
    CREATE TABLE items (
        document_id INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
        number INTEGER NOT NULL,        -- 0 is the document's own story
        title TEXT,
        published TEXT,
        PRIMARY KEY (document_id, number)
    ) STRICT
    """,
    """
    CREATE TABLE zones (
        document_id INTEGER NOT NULL,
        start INTEGER NOT NULL,         -- offsets are code points into documents.text
        "end" INTEGER NOT NULL,
        kind TEXT NOT NULL CHECK (kind IN ('headline', 'caption', 'body', 'teaser', 'boilerplate')),
        item INTEGER NOT NULL,
        PRIMARY KEY (document_id, start),
        FOREIGN KEY (document_id, item) REFERENCES items (document_id, number) ON DELETE CASCADE
    ) STRICT
    """,
    """
    CREATE TABLE reviewers (
        id INTEGER PRIMARY KEY,
        name TEXT NOT NULL UNIQUE
    ) STRICT
    """,
    """
    CREATE TABLE figures (
        id INTEGER PRIMARY KEY,
        figure_id TEXT NOT NULL UNIQUE, -- 12 hex digits, minted once
        document_id INTEGER NOT NULL,
        item INTEGER NOT NULL,
        zone TEXT NOT NULL,
        -- Not a generated column: SQLite cannot answer from an index alone that holds one.
        teaser INTEGER NOT NULL CHECK (teaser = (zone = 'teaser')),
        start INTEGER NOT NULL,
        "end" INTEGER NOT NULL CHECK ("end" > start),
        text TEXT NOT NULL,
        low TEXT,                       -- the exact number
        high TEXT,
        low_value REAL,                 -- the same, for sorting
        high_value REAL,
        bound TEXT NOT NULL
            CHECK (bound IN ('exact', 'approx', 'over', 'at_least', 'under', 'up_to', 'range')),
        approximate INTEGER NOT NULL CHECK (approximate IN (0, 1)),
        kind TEXT NOT NULL,
        unit TEXT,
        iso TEXT,
        noun TEXT,
        predicate TEXT,
        place TEXT,
        modifier TEXT,
        increment INTEGER NOT NULL CHECK (increment IN (0, 1)),
        vague INTEGER NOT NULL CHECK (vague IN (0, 1)),
        attribution TEXT,
        hedge TEXT,
        as_of TEXT,
        as_of_start TEXT,
        as_of_end TEXT,
        sentence_start INTEGER NOT NULL,
        sentence_end INTEGER NOT NULL,
        checkable INTEGER NOT NULL CHECK (checkable IN (0, 1)),
        why_not TEXT,
        prefix TEXT NOT NULL,
        suffix TEXT NOT NULL,
        sentence TEXT NOT NULL,
        -- What follows is worked out from the events, in the transaction that writes them.
        state TEXT NOT NULL DEFAULT 'unreviewed'
            CHECK (state IN ('unreviewed', 'confirmed', 'disputed', 'misreported', 'dismissed')),
        reason TEXT,
        decided_by INTEGER REFERENCES reviewers (id),
        decided_at TEXT,
        note TEXT,
        FOREIGN KEY (document_id, item) REFERENCES items (document_id, number)
    ) STRICT
    """,
    """
    CREATE TABLE events (
        id INTEGER PRIMARY KEY,         -- in the order of writing to this file
        uid TEXT NOT NULL UNIQUE,       -- UUID
        action_uid TEXT NOT NULL,       -- what one key did is one action
        seq INTEGER NOT NULL,           -- place in the action
        reviewer_id INTEGER NOT NULL REFERENCES reviewers (id),
        at TEXT NOT NULL,               -- UTC, to the microsecond
        kind TEXT NOT NULL,             -- verdict, note, evidence, undo, redo
        figure_id INTEGER REFERENCES figures (id),
        payload TEXT NOT NULL CHECK (json_valid(payload)),
        UNIQUE (action_uid, seq)
    ) STRICT
    """,
    """
    CREATE TABLE actions (              -- what can be undone; worked out from the events
        id INTEGER PRIMARY KEY,
        uid TEXT NOT NULL UNIQUE,
        reviewer_id INTEGER NOT NULL REFERENCES reviewers (id),
        kind TEXT NOT NULL,
        label TEXT NOT NULL,
        -- dropped: undone, and the reviewer did something else since, so that it cannot be redone
        standing TEXT NOT NULL DEFAULT 'done' CHECK (standing IN ('done', 'undone', 'dropped'))
    ) STRICT
    """,
    """
    CREATE TABLE evidence (             -- worked out from the events, one row for each that is not undone
        id INTEGER PRIMARY KEY REFERENCES events (id),
        figure_id INTEGER NOT NULL REFERENCES figures (id),
        link TEXT NOT NULL CHECK (link LIKE 'http://%' OR link LIKE 'https://%'),
        title TEXT,
        quote TEXT,
        stance TEXT NOT NULL CHECK (stance IN ('supports', 'contradicts')),
        reviewer_id INTEGER NOT NULL REFERENCES reviewers (id),
        added_at TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE desk (                 -- where each reviewer left the desk
        reviewer_id INTEGER PRIMARY KEY REFERENCES reviewers (id),
        figure_id TEXT,
        filter TEXT NOT NULL,
        sort TEXT NOT NULL,
        show_all INTEGER NOT NULL CHECK (show_all IN (0, 1))
    ) STRICT
    """,
    """
    CREATE TABLE counters (
        name TEXT PRIMARY KEY,
        value INTEGER NOT NULL CHECK (value >= 0)
    ) STRICT, WITHOUT ROWID
    """,
)

# Both indexes cover the queue's questions, filter and order: one that covers only half of them is ten times slower
# at a million rows than no index at all.
_INDEXES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("figures", ("document_id", "teaser", "start", "id", "checkable")),
    ("figures", ("state", "document_id", "teaser", "start", "id", "checkable")),
    ("events", ("figure_id", "kind", "at", "uid")),
    ("actions", ("reviewer_id", "standing")),
    ("evidence", ("figure_id",)),
)

_TRIGGERS = (
    """
    CREATE TRIGGER events_no_update BEFORE UPDATE ON events
    BEGIN SELECT RAISE(ABORT, 'events are append-only'); END
    """,
    """
    CREATE TRIGGER events_no_delete BEFORE DELETE ON events
    BEGIN SELECT RAISE(ABORT, 'events are append-only'); END
    """,
    # INSERT OR REPLACE deletes without the delete trigger.
    """
    CREATE TRIGGER events_no_replace BEFORE INSERT ON events
    WHEN EXISTS (SELECT 1 FROM events WHERE id = NEW.id)
      OR EXISTS (SELECT 1 FROM events WHERE uid = NEW.uid)
      OR EXISTS (SELECT 1 FROM events WHERE action_uid = NEW.action_uid AND seq = NEW.seq)
    BEGIN SELECT RAISE(ABORT, 'events are append-only'); END
    """,
    """
    CREATE TRIGGER figures_count_state AFTER UPDATE OF state ON figures
    WHEN OLD.checkable AND OLD.state <> NEW.state
    BEGIN
        UPDATE counters SET value = value - 1 WHERE name = OLD.state;
        UPDATE counters SET value = value + 1 WHERE name = NEW.state;
    END
    """,
)

_COUNTERS = (
    "documents",
    "figures",
    "queue",
    "unreviewed",
    "confirmed",
    "disputed",
    "misreported",
    "dismissed",
)

_VERDICT_TABLE = """
    SELECT f.figure_id, d.publisher, coalesce(i.title, CASE WHEN f.item = 0 THEN d.title END) AS title, d.url,
        coalesce(i.published, CASE WHEN f.item = 0 THEN d.published END) AS published,
        f.text, f.low, f.high, f.bound, f.kind, f.unit, f.noun, f.attribution, f.as_of, f.sentence,
        f.state AS verdict, f.reason, f.note,
        (SELECT group_concat(e.link, ' ') FROM (SELECT link FROM evidence WHERE figure_id = f.id ORDER BY id) AS e)
            AS evidence,
        r.name AS reviewer, f.decided_at
    FROM figures AS f
    JOIN documents AS d ON d.id = f.document_id
    JOIN items AS i ON i.document_id = f.document_id AND i.number = f.item
    LEFT JOIN reviewers AS r ON r.id = f.decided_by
    WHERE f.state IN ('confirmed', 'disputed', 'misreported')
    ORDER BY f.document_id, f.teaser, f.start, f.id
"""

_PROGRESS = "SELECT " + ", ".join(f"(SELECT value FROM counters WHERE name = '{name}') AS {name}" for name in _COUNTERS)


def migrate(connection: sqlite3.Connection) -> None:
    """Bring the schema up to date in one transaction: all of it, or nothing; an empty file becomes a review."""
    from sqlite_utils import Database

    database = Database(connection, recursive_triggers=False, execute_plugins=False)
    connection.execute("BEGIN IMMEDIATE")
    try:
        _migrations().apply(database)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _migrations() -> "Migrations":
    """Give the steps in order; a step that has gone out is never changed, its successors mend it.

    Steps are plain DDL: sqlite-utils' `transform` would drop triggers and generated columns.
    """
    from sqlite_utils import Migrations

    steps = Migrations("figcheck")
    steps(name="0001_review")(_first)
    return steps


def _first(database: "Database") -> None:
    for sql in _TABLES:
        database.execute(sql)
    for table, columns in _INDEXES:
        database.table(table).create_index(columns)
    for sql in _TRIGGERS:
        database.execute(sql)
    database.create_view("verdict_table", _VERDICT_TABLE)
    database.create_view("progress", _PROGRESS)
    database.table("counters").insert_all([{"name": name, "value": 0} for name in _COUNTERS])
