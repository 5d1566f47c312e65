"""Tables of questions, and of what the program keeps for itself."""

from db.schema.choices import one_of

TABLES = (
    """
    CREATE TABLE questions (
        id INTEGER PRIMARY KEY,
        uid TEXT NOT NULL UNIQUE,
        title TEXT NOT NULL,            -- as suggested, or as the reviewer who joined the figures called it
        renamed TEXT,                   -- as a reviewer calls it since
        reason TEXT,                    -- why it was suggested
        status TEXT NOT NULL CHECK (status IN ('suggested', 'set'))
    ) STRICT
    """,
    f"""
    CREATE TABLE memberships (
        question_id INTEGER NOT NULL REFERENCES questions (id) ON DELETE CASCADE,
        figure_id INTEGER NOT NULL REFERENCES figures (id),
        -- suggested: worked out; set: joined by a reviewer; apart: split off by a reviewer, never to be suggested again
        status TEXT NOT NULL {one_of("status", "suggested", "set", "apart")},
        reason TEXT,
        PRIMARY KEY (question_id, figure_id)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE answers (              -- worked out from the events: each reviewer's answer to a question
        question_id INTEGER NOT NULL REFERENCES questions (id),
        reviewer_id INTEGER NOT NULL REFERENCES reviewers (id),
        low TEXT,
        best TEXT,
        high TEXT,
        note TEXT,
        answered_at TEXT NOT NULL,
        event_id INTEGER NOT NULL REFERENCES events (id),
        PRIMARY KEY (question_id, reviewer_id)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE desk (                 -- where each reviewer left the desk
        reviewer_id INTEGER PRIMARY KEY REFERENCES reviewers (id),
        figure_uid TEXT,
        filter TEXT NOT NULL,
        sort TEXT NOT NULL,
        show_all INTEGER NOT NULL CHECK (show_all IN (0, 1))
    ) STRICT
    """,
    """
    CREATE TABLE settings (
        name TEXT PRIMARY KEY,          -- blind: 1 hides the other reviewers' verdicts until one's own is given
        value TEXT NOT NULL
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE counters (
        name TEXT PRIMARY KEY,
        value INTEGER NOT NULL CHECK (value >= 0)
    ) STRICT, WITHOUT ROWID
    """,
)

INDEXES: tuple[tuple[str, tuple[str, ...]], ...] = (("memberships", ("figure_id", "status")),)

#: `documents` are the newest versions; `figures` all that are not retired; `queue` the sum of the states after it.
COUNTERS = (
    "documents",
    "figures",
    "queue",
    "unreviewed",
    "confirmed",
    "disputed",
    "misreported",
    "dismissed",
    "unresolved",
)
