"""What a review comes to, told without the row ids that differ from copy to copy."""

import sqlite3

from db import Review

Comparable = dict[str, list[tuple[object, ...]]]

_FIGURE = "(SELECT uid FROM figures WHERE id = {0}.figure_id)"
_REVIEWER = "(SELECT name FROM reviewers WHERE id = {0}.reviewer_id)"
_EVENT = "(SELECT uid FROM events WHERE id = {0}.event_id)"
_BY = f"{_FIGURE}, {_REVIEWER}, {_EVENT}"
_QUESTION = "(SELECT uid FROM questions WHERE id = {0}.question_id)"

_QUESTIONS = {
    "documents": "SELECT uid, name, version, retrieved, extractor_version, archived, text_sha256, "
    "(SELECT uid FROM documents AS n WHERE n.id = d.superseded_by) FROM documents AS d",
    "items": "SELECT (SELECT uid FROM documents WHERE id = document_id), number, title, published FROM items",
    "zones": 'SELECT (SELECT uid FROM documents WHERE id = document_id), start, "end", kind, item FROM zones',
    "figures": "SELECT f.uid, (SELECT uid FROM documents WHERE id = f.document_id), f.start, f.low, f.noun, f.origin, "
    "f.status, f.queued, f.state, f.reason, (SELECT name FROM reviewers WHERE id = f.decided_by), f.decided_at, "
    "f.note, (SELECT uid FROM figures AS c WHERE c.id = f.changed_from), f.text, "
    "f.bound, f.unit, f.predicate, f.attribution, f.checkable, f.why_not, f.sentence FROM figures AS f",
    "events": f"SELECT uid, action_uid, seq, {_REVIEWER}, at, kind, subject, {_FIGURE}, payload FROM events AS x",
    "verdicts": f"SELECT {_BY}, verdict, reason, decided_at FROM verdicts AS x",
    "adjudications": f"SELECT {_BY}, verdict, reason, decided_at FROM adjudications AS x",
    "notes": f"SELECT {_BY}, note FROM notes AS x",
    "evidence": f"SELECT {_FIGURE}, {_REVIEWER}, kind, link, title, stance, added_at FROM evidence AS x",
    "tags": f"SELECT {_BY}, tag FROM tags AS x",
    "corrections": f"SELECT {_BY}, field, value FROM corrections AS x",
    "questions": "SELECT uid, title, renamed, reason, status FROM questions",
    "memberships": f"SELECT {_QUESTION}, {_FIGURE}, status, reason FROM memberships AS x",
    "answers": f"SELECT {_QUESTION}, {_REVIEWER}, {_EVENT}, low, best, high FROM answers AS x",
    "actions": f"SELECT uid, {_REVIEWER}, at, undone, reversed_at FROM actions AS x",
    "counters": "SELECT name, value FROM counters",
    "search": "SELECT f.uid FROM figures_fts AS s JOIN figures AS f ON f.id = s.rowid WHERE figures_fts MATCH 'the'",
}


def comparable(review: Review | sqlite3.Connection) -> Comparable:
    """Give everything that copies of a review have in common when they hold the same."""
    connection = review.connection if isinstance(review, Review) else review
    return {
        table: sorted(connection.execute(sql.format("x")).fetchall(), key=repr) for table, sql in _QUESTIONS.items()
    }
