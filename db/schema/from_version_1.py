"""From version 1: one verdict a figure, no versions of documents, no search."""

import sqlite3

from db.identity import canonical_url
from db.log.forms import digest
from db.log.settle import settle_actions, settle_all
from db.schema.build import make_tables, make_the_rest

_TABLES = ("documents", "items", "zones", "reviewers", "figures", "events", "actions", "evidence", "desk", "counters")

_FIGURE_COLUMNS = """
    document_id, item, zone, teaser, start, "end", text, low, high, low_value, high_value, bound, approximate, kind,
    unit, iso, noun, predicate, place, modifier, increment, vague, attribution, hedge, as_of, as_of_start, as_of_end,
    sentence_start, sentence_end, checkable, why_not, prefix, suffix, sentence
"""

_COPIES = (
    """
    INSERT INTO documents (id, uid, name, title, publisher, author, url, canonical_url, published, language, retrieved,
        extractor_version, source_sha256, text_sha256, text)
    SELECT id, uid, name, title, publisher, author, url, figcheck_canonical_url(url), published, language, retrieved,
        0, source_sha256, text_sha256, text FROM old_documents
    """,
    "INSERT INTO items SELECT document_id, number, title, published FROM old_items",
    'INSERT INTO zones SELECT document_id, start, "end", kind, item FROM old_zones',
    "INSERT INTO reviewers SELECT id, name FROM old_reviewers",
    f"""
    INSERT INTO figures (id, uid, queued, {_FIGURE_COLUMNS})
    SELECT id, figure_id, checkable, {_FIGURE_COLUMNS} FROM old_figures
    """,
    """
    INSERT INTO events (id, uid, action_uid, seq, reviewer_id, at, kind, subject, figure_id, payload, digest)
    SELECT e.id, e.uid, e.action_uid, e.seq, e.reviewer_id, e.at, e.kind, f.figure_id, e.figure_id, e.payload,
        figcheck_digest(e.uid, e.action_uid, r.name, e.at, e.kind, f.figure_id, e.payload)
    FROM old_events AS e JOIN old_figures AS f ON f.id = e.figure_id JOIN old_reviewers AS r ON r.id = e.reviewer_id
    """,
    "INSERT INTO desk SELECT reviewer_id, figure_id, filter, sort, show_all FROM old_desk",
    "INSERT INTO figures_fts (figures_fts) VALUES ('rebuild')",
    """
    UPDATE counters SET value = CASE name
        WHEN 'documents' THEN (SELECT count(*) FROM documents)
        WHEN 'figures' THEN (SELECT count(*) FROM figures)
        WHEN 'queue' THEN (SELECT coalesce(sum(queued), 0) FROM figures)
        WHEN 'unreviewed' THEN (SELECT coalesce(sum(queued), 0) FROM figures)
        ELSE 0 END
    """,
)


def migrate(connection: sqlite3.Connection) -> None:
    """Make the tables of the newest version and fill them; what the events come to is worked out from them again."""
    for kind, name in connection.execute(
        "SELECT type, name FROM sqlite_master WHERE type IN ('view', 'trigger')"
    ).fetchall():
        connection.execute(f'DROP {kind} "{name}"')
    for table in _TABLES:
        connection.execute(f"ALTER TABLE {table} RENAME TO old_{table}")
    make_tables(connection)
    connection.create_function("figcheck_canonical_url", 1, _canonical_url, deterministic=True)
    connection.create_function("figcheck_digest", 7, digest, deterministic=True)
    for sql in _COPIES:
        connection.execute(sql)
    for table in (*(f"old_{table}" for table in reversed(_TABLES)), "_sqlite_migrations"):
        connection.execute(f"DROP TABLE {table}")
    make_the_rest(connection)
    settle_actions(connection)
    settle_all(connection)


def _canonical_url(url: str | None) -> str | None:
    return None if url is None else canonical_url(url)
