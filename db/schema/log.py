"""Tables of what reviewers did: the log, and what is worked out from it."""

from db.schema.choices import one_of

TABLES = (
    """
    CREATE TABLE reviewers (
        id INTEGER PRIMARY KEY,
        name TEXT NOT NULL UNIQUE       -- the same name in two copies of a review is the same reviewer
    ) STRICT
    """,
    """
    CREATE TABLE events (
        id INTEGER PRIMARY KEY,         -- in the order of writing to this file
        uid TEXT NOT NULL UNIQUE,       -- UUID
        action_uid TEXT NOT NULL,       -- what one key did is one action
        seq INTEGER NOT NULL,           -- place in the action
        reviewer_id INTEGER NOT NULL REFERENCES reviewers (id),
        at TEXT NOT NULL,               -- UTC, to the microsecond; later than every event before it in the file
        kind TEXT NOT NULL,
        subject TEXT NOT NULL,          -- uid of the figure, question or document that it is about
        figure_id INTEGER REFERENCES figures (id),      -- that figure, if it is one of this file
        payload TEXT NOT NULL CHECK (json_valid(payload)),
        digest TEXT NOT NULL,           -- of all this but the rows: tells whether the entry was changed
        UNIQUE (action_uid, seq)
    ) STRICT
    """,
    # All tables below are worked out from the events, and can be made again from them.
    """
    CREATE TABLE actions (              -- what can be undone
        uid TEXT PRIMARY KEY,
        reviewer_id INTEGER NOT NULL REFERENCES reviewers (id),
        at TEXT NOT NULL,               -- of its first event
        undone INTEGER NOT NULL DEFAULT 0 CHECK (undone IN (0, 1)),
        reversed_at TEXT                -- when it was undone or redone last
    ) STRICT, WITHOUT ROWID
    """,
    f"""
    CREATE TABLE verdicts (             -- what each reviewer says of a figure
        figure_id INTEGER NOT NULL REFERENCES figures (id),
        reviewer_id INTEGER NOT NULL REFERENCES reviewers (id),
        verdict TEXT NOT NULL {one_of("verdict", "confirmed", "disputed", "misreported", "dismissed")},
        reason TEXT,
        decided_at TEXT NOT NULL,
        event_id INTEGER NOT NULL REFERENCES events (id),
        PRIMARY KEY (figure_id, reviewer_id)
    ) STRICT, WITHOUT ROWID
    """,
    f"""
    CREATE TABLE adjudications (        -- what settles a figure on which reviewers differ
        figure_id INTEGER PRIMARY KEY REFERENCES figures (id),
        reviewer_id INTEGER NOT NULL REFERENCES reviewers (id),
        verdict TEXT NOT NULL {one_of("verdict", "confirmed", "disputed", "misreported", "dismissed")},
        reason TEXT,
        decided_at TEXT NOT NULL,
        event_id INTEGER NOT NULL REFERENCES events (id)
    ) STRICT
    """,
    """
    CREATE TABLE notes (                -- each reviewer's note; the newest is also figures.note
        figure_id INTEGER NOT NULL REFERENCES figures (id),
        reviewer_id INTEGER NOT NULL REFERENCES reviewers (id),
        note TEXT NOT NULL,
        written_at TEXT NOT NULL,
        event_id INTEGER NOT NULL REFERENCES events (id),
        PRIMARY KEY (figure_id, reviewer_id)
    ) STRICT, WITHOUT ROWID
    """,
    f"""
    CREATE TABLE evidence (
        id INTEGER PRIMARY KEY REFERENCES events (id),
        figure_id INTEGER NOT NULL REFERENCES figures (id),
        kind TEXT NOT NULL {one_of("kind", "link", "document", "conversation")},
        link TEXT CHECK (link LIKE 'http://_%' OR link LIKE 'https://_%'),
        title TEXT,
        quote TEXT,
        stance TEXT NOT NULL CHECK (stance IN ('supports', 'contradicts')),
        seen_on TEXT,                   -- ISO date
        archived_link TEXT CHECK (archived_link LIKE 'http://_%' OR archived_link LIKE 'https://_%'),
        reviewer_id INTEGER NOT NULL REFERENCES reviewers (id),
        added_at TEXT NOT NULL,
        CHECK (CASE kind WHEN 'link' THEN link IS NOT NULL ELSE title IS NOT NULL END)
    ) STRICT
    """,
    """
    CREATE TABLE tags (
        figure_id INTEGER NOT NULL REFERENCES figures (id),
        tag TEXT NOT NULL,
        reviewer_id INTEGER NOT NULL REFERENCES reviewers (id),
        tagged_at TEXT NOT NULL,
        event_id INTEGER NOT NULL REFERENCES events (id),
        PRIMARY KEY (figure_id, tag)
    ) STRICT, WITHOUT ROWID
    """,
    f"""
    CREATE TABLE corrections (          -- what a reviewer put right; the extractor's values stay in figures
        figure_id INTEGER NOT NULL REFERENCES figures (id),
        field TEXT NOT NULL {one_of("field", "low", "high", "bound", "unit", "noun", "attribution", "as_of")},
        value TEXT,                     -- null: the figure has none
        reviewer_id INTEGER NOT NULL REFERENCES reviewers (id),
        corrected_at TEXT NOT NULL,
        event_id INTEGER NOT NULL REFERENCES events (id),
        PRIMARY KEY (figure_id, field)
    ) STRICT, WITHOUT ROWID
    """,
)

INDEXES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("events", ("figure_id", "kind", "at", "uid")),
    ("events", ("at", "uid")),
    ("actions", ("reviewer_id", "undone", "at")),
    ("verdicts", ("reviewer_id", "verdict", "figure_id")),
    ("evidence", ("figure_id",)),
    ("tags", ("tag", "figure_id")),
)

#: Events about questions and documents are few: an index of their own keeps a verdict from paying for it.
PARTIAL_INDEXES = ('CREATE INDEX events_by_subject ON events (subject, kind, "at", uid) WHERE figure_id IS NULL',)
