"""Tables of what comparing found, and of what it keeps so that a new document is compared without all the others.

Nothing here is a reviewer's: all of it can be worked out again from documents, figures and memberships.
"""

from db.schema.choices import one_of


def _counting(row: str) -> str:
    return (
        f"({row}.status = 'set' OR ({row}.status = 'suggested' AND NOT EXISTS (SELECT 1 FROM memberships AS elsewhere "
        f"WHERE elsewhere.figure_id = {row}.figure_id AND elsewhere.status = 'set')))"
    )


#: A figure counts in a question where a reviewer set it, or where it is suggested and no reviewer set it elsewhere.
COUNTS = _counting("m")
#: It answers the question if that was set, or if another figure counts there as well.
ANSWERS = (
    f"({COUNTS} AND ((SELECT asked.status FROM questions AS asked WHERE asked.id = m.question_id) = 'set' OR EXISTS "
    "(SELECT 1 FROM memberships AS rival JOIN figures AS told ON told.id = rival.figure_id AND told.status = 'live' "
    f"WHERE rival.question_id = m.question_id AND rival.figure_id <> m.figure_id AND {_counting('rival')})))"
)

TABLES = (
    """
    CREATE TABLE outcomes (             -- questions that are worked out; one that changed since has no row
        question_id INTEGER PRIMARY KEY REFERENCES questions (id) ON DELETE CASCADE,
        origins INTEGER NOT NULL,
        conflicts INTEGER NOT NULL,     -- pairs of figures
        note TEXT                       -- what was left out of a very large question
    ) STRICT
    """,
    f"""
    CREATE TABLE comparisons (          -- how a figure stands in its question
        question_id INTEGER NOT NULL REFERENCES questions (id) ON DELETE CASCADE,
        figure_id INTEGER NOT NULL REFERENCES figures (id),
        relation TEXT {one_of("relation", "conflict", "equal", "compatible", "not_comparable")},
        origin INTEGER NOT NULL,        -- the same number: the same origin
        support INTEGER NOT NULL,       -- independent origins that say the same
        PRIMARY KEY (question_id, figure_id)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE signs (
        question_id INTEGER NOT NULL REFERENCES questions (id) ON DELETE CASCADE,
        figure_id INTEGER NOT NULL REFERENCES figures (id),
        kind TEXT NOT NULL,             -- a reason for misreported
        against_id INTEGER NOT NULL REFERENCES figures (id),
        why TEXT NOT NULL,
        PRIMARY KEY (question_id, figure_id)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE sums (
        id INTEGER PRIMARY KEY,
        question_id INTEGER NOT NULL REFERENCES questions (id) ON DELETE CASCADE,
        total_id INTEGER NOT NULL REFERENCES figures (id),
        holds INTEGER NOT NULL CHECK (holds IN (0, 1)),
        why TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE sum_parts (
        sum_id INTEGER NOT NULL REFERENCES sums (id) ON DELETE CASCADE,
        place INTEGER NOT NULL,
        figure_id INTEGER NOT NULL REFERENCES figures (id),
        PRIMARY KEY (sum_id, place)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE compared (             -- documents that are compared; one that changed since has no row
        document_id INTEGER PRIMARY KEY REFERENCES documents (id),
        story INTEGER NOT NULL REFERENCES documents (id),   -- the same for copies and near copies
        last_figure INTEGER NOT NULL    -- figures.id; what is greater came later
    ) STRICT
    """,
    """
    CREATE TABLE passages (             -- hashes of the sentences of each document: where copies are found
        key INTEGER NOT NULL,
        document_id INTEGER NOT NULL REFERENCES documents (id),
        PRIMARY KEY (key, document_id)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE meeting_keys (         -- hashes under which a figure can meet others: a hint where to look
        key INTEGER NOT NULL,
        figure_id INTEGER NOT NULL REFERENCES figures (id),
        PRIMARY KEY (key, figure_id)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE places (               -- which place lies in which, as the texts say
        place TEXT NOT NULL,
        within TEXT NOT NULL,
        PRIMARY KEY (place, within)
    ) STRICT, WITHOUT ROWID
    """,
)

INDEXES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("comparisons", ("figure_id",)),
    ("signs", ("figure_id",)),
    ("sums", ("question_id",)),
)

#: The order of the queue asks for each figure whether it is in a conflict.
PARTIAL_INDEXES = ("CREATE INDEX comparisons_in_conflict ON comparisons (figure_id) WHERE relation = 'conflict'",)

#: What a mention is read from: where one of these changes, its document is compared anew.
_READ = (
    *("document_id", "item", "zone", "start", "text", "low", "high", "bound", "approximate", "kind", "unit", "noun"),
    *("predicate", "place", "increment", "vague", "attribution", "as_of", "sentence", "checkable", "status"),
)


def _unsettled(row: str) -> str:
    # A figure that a reviewer set into one question is in no other.
    return f"""
        DELETE FROM outcomes WHERE question_id = {row}.question_id
            OR question_id IN (SELECT question_id FROM memberships WHERE figure_id = {row}.figure_id);
    """


def _reread(row: str) -> str:
    return f"""
        DELETE FROM compared WHERE document_id = (SELECT document_id FROM figures WHERE id = {row}.figure_id);
        DELETE FROM outcomes WHERE question_id IN
            (SELECT question_id FROM memberships WHERE figure_id = {row}.figure_id);
    """


#: What was worked out is taken for it no more once what it rests on changes.
TRIGGERS = (
    f"CREATE TRIGGER memberships_outdate_insert AFTER INSERT ON memberships BEGIN {_unsettled('NEW')} END",
    f"CREATE TRIGGER memberships_outdate_delete AFTER DELETE ON memberships BEGIN {_unsettled('OLD')} END",
    f"CREATE TRIGGER memberships_outdate_update AFTER UPDATE OF status ON memberships BEGIN {_unsettled('NEW')} END",
    f"CREATE TRIGGER corrections_outdate_insert AFTER INSERT ON corrections BEGIN {_reread('NEW')} END",
    f"CREATE TRIGGER corrections_outdate_delete AFTER DELETE ON corrections BEGIN {_reread('OLD')} END",
    f"""
    CREATE TRIGGER figures_outdate AFTER UPDATE OF {", ".join(_READ)} ON figures
    BEGIN
        DELETE FROM compared WHERE document_id IN (OLD.document_id, NEW.document_id);
        DELETE FROM outcomes WHERE question_id IN (SELECT question_id FROM memberships WHERE figure_id = NEW.id);
    END
    """,
)
