"""Verdicts, and the notes, evidence and tags beside them."""

import sqlite3
from collections.abc import Iterable, Sequence

from db import words
from db.log.adjudication import for_all, third_hand
from db.log.append import Entry, act, record
from db.log.given_on import numbers
from db.model import Action
from db.transaction import writing


def decide(
    connection: sqlite3.Connection,
    reviewer: str,
    row_ids: Iterable[int],
    verdict: str,
    *,
    reason: str | None = None,
    note: str | None = None,
    evidence: Sequence[str] = (),
    adjudicates: bool = False,
) -> Action:
    """Give figures a verdict, and with it a note and links, as one action; see Review.decide.

    On figures on which others differ the verdict of a third reviewer adjudicates, and so does anybody's that is said
    to. Raises BadDecision where there is nothing to adjudicate.
    """
    words.check_verdict(verdict, reason)
    kept_note = None if note is None else words.checked_note(note)
    links = [words.evidence_payload(link=link) for link in evidence]
    ids = tuple(dict.fromkeys(row_ids))
    with writing(connection):
        settled = for_all(connection, ids) if adjudicates else third_hand(connection, reviewer, ids)
        number = numbers(connection, ids)
        entries = []
        for row_id in ids:
            kind = "adjudication" if row_id in settled else "verdict"
            entries.append(Entry(kind, {"verdict": verdict, "reason": reason, "of": number.get(row_id)}, row_id))
            if kept_note is not None:
                entries.append(Entry("note", {"note": kept_note}, row_id))
            entries.extend(Entry("evidence", link, row_id) for link in links)
        return record(connection, reviewer, entries)


def set_note(connection: sqlite3.Connection, reviewer: str, row_id: int, note: str) -> Action:
    """Replace a figure's note; an empty one removes it."""
    return act(connection, reviewer, [Entry("note", {"note": words.checked_note(note)}, row_id)])


def add_evidence(connection: sqlite3.Connection, reviewer: str, row_id: int, payload: dict[str, object]) -> Action:
    """Add what supports or contradicts a figure; the payload is one of words.evidence_payload."""
    return act(connection, reviewer, [Entry("evidence", payload, row_id)])


def set_tag(connection: sqlite3.Connection, reviewer: str, row_ids: Iterable[int], tag: str, *, on: bool) -> Action:
    """Put a tag on figures, or take it off, as one action."""
    payload = {"tag": words.checked_tag(tag), "on": on}
    return act(connection, reviewer, [Entry("tag", payload, row_id) for row_id in dict.fromkeys(row_ids)])
