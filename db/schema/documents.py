"""Tables of what was taken in: documents and the figures found in them."""

from db.schema.choices import one_of

TABLES = (
    """
    CREATE TABLE documents (
        id INTEGER PRIMARY KEY,         -- in the order of intake
        uid TEXT NOT NULL UNIQUE,       -- sha256 of canonical URL and text
        name TEXT NOT NULL,             -- file name, URL or record id
        title TEXT,
        publisher TEXT,
        author TEXT,
        url TEXT,
        canonical_url TEXT,             -- what the versions of a page have in common
        published TEXT,                 -- ISO date
        language TEXT,
        retrieved TEXT NOT NULL,        -- UTC
        version INTEGER NOT NULL DEFAULT 1 CHECK (version > 0),
        superseded_by INTEGER REFERENCES documents (id),    -- the next version; null for the newest
        extractor_version INTEGER NOT NULL,                 -- of the extractor that found the figures
        archived TEXT,                  -- address of an archived copy
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
    f"""
    CREATE TABLE zones (
        document_id INTEGER NOT NULL,
        start INTEGER NOT NULL,         -- offsets are code points into documents.text
        "end" INTEGER NOT NULL,
        kind TEXT NOT NULL {one_of("kind", "headline", "caption", "body", "teaser", "boilerplate")},
        item INTEGER NOT NULL,
        PRIMARY KEY (document_id, start),
        FOREIGN KEY (document_id, item) REFERENCES items (document_id, number) ON DELETE CASCADE
    ) STRICT
    """,
    f"""
    CREATE TABLE figures (
        id INTEGER PRIMARY KEY,
        uid TEXT NOT NULL UNIQUE,       -- figure_id of the exports: 12 hex digits, minted once
        document_id INTEGER NOT NULL,   -- the version of the document that the offsets are of
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
            {one_of("bound", "exact", "approx", "over", "at_least", "under", "up_to", "range")},
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
        origin TEXT NOT NULL DEFAULT 'extracted' CHECK (origin IN ('extracted', 'added')),
        -- live: stands in the newest version; orphaned: judged, and gone from it; retired: never judged, and gone
        status TEXT NOT NULL DEFAULT 'live' {one_of("status", "live", "orphaned", "retired")},
        changed_from INTEGER REFERENCES figures (id),   -- the figure whose place it took with another number
        queued INTEGER NOT NULL CHECK (queued = (checkable AND status = 'live')),
        -- What follows is worked out from the events, in the transaction that writes them.
        state TEXT NOT NULL DEFAULT 'unreviewed'
            {one_of("state", "unreviewed", "confirmed", "disputed", "misreported", "dismissed", "unresolved")},
        reason TEXT,
        decided_by INTEGER REFERENCES reviewers (id),
        decided_at TEXT,
        note TEXT,
        FOREIGN KEY (document_id, item) REFERENCES items (document_id, number)
    ) STRICT
    """,
    """
    CREATE TABLE failures (             -- inputs that could not be taken in, for another try
        name TEXT PRIMARY KEY,          -- file name, URL or record id
        reason TEXT NOT NULL,
        failed_at TEXT NOT NULL         -- UTC
    ) STRICT, WITHOUT ROWID
    """,
)

# The first two cover the queue's questions, filter and order: an index that covers only half of them is ten times
# slower at a million rows than none at all.
INDEXES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("figures", ("document_id", "teaser", "start", "id", "queued", "status")),
    ("figures", ("state", "document_id", "teaser", "start", "id", "queued", "status")),
    ("documents", ("canonical_url",)),
    ("documents", ("name",)),
    ("documents", ("superseded_by",)),
)

#: Where a figure with a number stands when the largest come first, before other stories on the page.
BY_VALUE = "-coalesce({of}low_value, {of}high_value)"

#: The largest are of at least so much: one in thirty or so.
LARGE = 1_000_000
IS_LARGE = f"{{of}}teaser = 0 AND coalesce({{of}}low_value, {{of}}high_value) >= {LARGE}"

# For the first page of that order, which reading every figure would keep waiting. Only of the largest, which fill it in
# every review that is long enough: of all figures it would be the dearest index to keep, as values come in no order.
EXPRESSION_INDEXES = (
    f"CREATE INDEX figures_by_value ON figures ({BY_VALUE.format(of='')}) WHERE {IS_LARGE.format(of='')}",
)
