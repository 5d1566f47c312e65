"""What the log comes to for questions: their figures, names and answers as reviewers set them."""

import sqlite3

from db.log.standing import of_figure, of_subject

#: Kinds of events about a figure that change a question.
MEMBERSHIP = ("join", "split")
_OWN = ("rename", "confirm", "answer")
_STATUS = {"join": "set", "split": "apart"}


def settle_memberships(connection: sqlite3.Connection, figure_id: int) -> None:
    """Work out again which questions a figure was joined to or split off; the questions come after their figures."""
    latest = {event.values["question"]: event for event in of_figure(connection, figure_id, MEMBERSHIP)}
    for question in questions_of(connection, figure_id):
        event = latest.get(question)
        if event is None:
            _leave_as_suggested(connection, question, figure_id)
        else:
            _set(connection, question, figure_id, _STATUS[event.kind])


def questions_of(connection: sqlite3.Connection, figure_id: int) -> list[str]:
    """Give the uids of the questions that a figure was ever joined to or split off."""
    found = connection.execute(
        "SELECT DISTINCT json_extract(payload, '$.question') FROM events "
        "WHERE figure_id = ? AND kind IN ('join', 'split')",
        (figure_id,),
    )
    return [question for (question,) in found]


def settle_question(connection: sqlite3.Connection, question: str) -> None:
    """Work out again what reviewers called and answered a question; one that nothing holds any more goes."""
    row = connection.execute("SELECT id FROM questions WHERE uid = ?", (question,)).fetchone()
    if row is None:
        return
    events = of_subject(connection, question, _OWN)
    names = [event.values["title"] for event in events if event.kind == "rename"]
    (held,) = connection.execute(
        "SELECT EXISTS (SELECT 1 FROM memberships WHERE question_id = ? AND status <> 'suggested')", row
    ).fetchone()
    connection.execute(
        "UPDATE questions SET renamed = ?, status = ? WHERE id = ?",
        (names[-1] if names else None, "set" if events or held else "suggested", *row),
    )
    connection.execute("DELETE FROM answers WHERE question_id = ?", row)
    answers = {event.reviewer_id: event for event in events if event.kind == "answer"}
    connection.executemany(
        "INSERT INTO answers (question_id, reviewer_id, low, best, high, note, answered_at, event_id) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (
                *row,
                event.reviewer_id,
                *(event.values[name] for name in ("low", "best", "high", "note")),
                event.at,
                event.id,
            )
            for event in answers.values()
        ],
    )
    # What reviewers made is called as the first of them to name it did, in whichever order the events came in.
    connection.execute(
        "UPDATE questions SET title = coalesce((SELECT json_extract(e.payload, '$.title') FROM memberships AS m "
        "JOIN events AS e ON e.figure_id = m.figure_id AND e.kind = 'join' "
        "JOIN actions AS a ON a.uid = e.action_uid AND a.undone = 0 "
        "WHERE m.question_id = ? AND json_extract(e.payload, '$.question') = questions.uid "
        "AND json_extract(e.payload, '$.title') IS NOT NULL ORDER BY e.at, e.uid LIMIT 1), title) "
        "WHERE id = ? AND reason IS NULL",
        (*row, *row),
    )
    if not events:
        connection.execute(
            "DELETE FROM questions WHERE id = ? AND NOT EXISTS (SELECT 1 FROM memberships WHERE question_id = id)", row
        )


def _set(connection: sqlite3.Connection, question: str, figure_id: int, status: str) -> None:
    connection.execute(
        "INSERT INTO questions (uid, title, status) VALUES (?, ?, 'set') ON CONFLICT (uid) DO NOTHING",
        (question, question),
    )
    connection.execute(
        "INSERT INTO memberships (question_id, figure_id, status) SELECT id, ?, ? FROM questions WHERE uid = ? "
        "ON CONFLICT (question_id, figure_id) DO UPDATE SET status = excluded.status",
        (figure_id, status, question),
    )


def _leave_as_suggested(connection: sqlite3.Connection, question: str, figure_id: int) -> None:
    """Take a reviewer's word on a membership away; one that was suggested before, with a reason, is so again."""
    whose = "figure_id = ? AND question_id = (SELECT id FROM questions WHERE uid = ?)"
    connection.execute(f"DELETE FROM memberships WHERE {whose} AND reason IS NULL", (figure_id, question))
    connection.execute(f"UPDATE memberships SET status = 'suggested' WHERE {whose}", (figure_id, question))
