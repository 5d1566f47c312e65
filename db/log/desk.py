"""Where a reviewer leaves the desk: no event, since it is nobody's judgement."""

import sqlite3

from db.log.append import reviewer_id
from db.model import DeskState
from db.transaction import writing
from seeds.document import stored_text


def save_desk(connection: sqlite3.Connection, reviewer: str, state: DeskState) -> None:
    """Keep where a reviewer leaves the desk."""
    with writing(connection):
        kept = (stored_text(state.filter), stored_text(state.sort))
        connection.execute(
            "INSERT INTO desk (reviewer_id, figure_uid, filter, sort, show_all) VALUES (?, ?, ?, ?, ?) "
            "ON CONFLICT (reviewer_id) DO UPDATE SET figure_uid = excluded.figure_uid, filter = excluded.filter, "
            "sort = excluded.sort, show_all = excluded.show_all",
            (reviewer_id(connection, reviewer), state.figure_id, *kept, int(state.show_all)),
        )
