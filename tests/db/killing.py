"""Programs that mark figures until they are killed, and what must hold of the file afterwards."""

import sqlite3
import subprocess
import sys
from pathlib import Path
from random import Random

from db import open_review

# Marks figures in a loop and says so after each; a line is an acknowledged verdict.
_MARKER = """
import itertools, sys
from db import open_review
path, name, count = sys.argv[1], sys.argv[2], int(sys.argv[3])
with open_review(path, reviewer=name) as review:
    ids = review.queue()
    for number in range(count) if count else itertools.count():
        verdict = ("confirmed", "disputed", "unreviewed")[number % 3]
        print(review.decide([ids[number % len(ids)]], verdict, note=f"{name} {number}").action_id, flush=True)
"""


def marking(path: Path, name: str, count: int) -> subprocess.Popen[str]:
    """Start a program that marks so many figures, 0 for without end, and prints the action of each."""
    return subprocess.Popen(
        [sys.executable, "-c", _MARKER, str(path), name, str(count)], stdout=subprocess.PIPE, text=True
    )


def killed(path: Path, name: str, chance: Random) -> set[str]:
    """Let a program mark, kill it (-9) in the middle of something, and give the actions it had acknowledged.

    The kill falls anywhere in a mark: this program does nothing between reading a line and killing but spin a while.
    """
    marker = marking(path, name, 0)
    assert marker.stdout is not None
    acknowledged = {marker.stdout.readline().strip() for _ in range(1 + chance.randrange(8))}
    for _ in range(chance.randrange(200_000)):
        pass
    marker.kill()
    acknowledged |= {line.strip() for line in marker.stdout if line.endswith("\n")}
    marker.wait()
    marker.stdout.close()
    return acknowledged


def check(path: Path, acknowledged: set[str]) -> None:
    """Open the review, and hold everything in it against the log and the acknowledged actions."""
    with open_review(path, reviewer="ana") as review:
        progress = review.progress()
    connection = sqlite3.connect(path)
    try:
        actions = {action for (action,) in connection.execute("SELECT action_uid FROM events")}
        assert acknowledged <= actions
        # Each action wrote a verdict and a note, or nothing of both.
        assert connection.execute(
            "SELECT count(*) FROM (SELECT 1 FROM events GROUP BY action_uid HAVING count(*) <> 2)"
        ).fetchone() == (0,)
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        counted = dict(connection.execute("SELECT state, count(*) FROM figures WHERE queued GROUP BY state").fetchall())
        assert all(getattr(progress, state) == count for state, count in counted.items())
        assert progress.queue == sum(counted.values())
        assert _latest(connection) == set(
            connection.execute("SELECT figure_id, reviewer_id, verdict FROM verdicts").fetchall()
        )
    finally:
        connection.close()


def _latest(connection: sqlite3.Connection) -> set[tuple[int, int, str]]:
    """Give each reviewer's last verdict on each figure, straight from the log."""
    events = connection.execute(
        "SELECT figure_id, reviewer_id, json_extract(payload, '$.verdict') FROM events WHERE kind = 'verdict' "
        "ORDER BY at, uid"
    ).fetchall()
    latest = {(figure, reviewer): verdict for figure, reviewer, verdict in events}
    return {(*whose, verdict) for whose, verdict in latest.items() if verdict != "unreviewed"}
