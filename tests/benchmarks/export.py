"""Time and memory of the exports of a review of any size, against a bare csv.writer over the same query.

    python -m tests.benchmarks.export [--rows 1000000] [--seed 1] [--folder /tmp] [--keep] [--rounds 3] [--page]

Every format writes the same review in a process of its own; `--page` writes the HTML page too, which takes many times
as long. Exits with 1 where something falls short.
"""

import argparse
import csv
import json
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from statistics import median
from time import process_time

from db import Review, open_review
from db.export.formats import FORMATS
from tests.benchmarks.extraction import Row, at_most
from tests.benchmarks.review_rows import Sizes, documents

_TIMES_BARE, _MEGABYTES = 2.5, 120
#: Figures a document, and documents a transaction.
_FIGURES, _BATCH = 10, 1000
_VERDICTS = ("confirmed", "disputed", "misreported")
#: Figures a question; every so many has a note, a link, a correction.
_QUESTION, _NOTE, _LINK, _CORRECTION = 8, 3, 2, 50
_RELATIONS = ("equal", "conflict", "compatible", "not_comparable")
_REVIEWER = "ana"


def fill(path: Path, rows: int, seed: int) -> None:
    """Make a review of so many figures, all of them with a verdict and in a question, some with note and evidence."""
    with open_review(path, reviewer=_REVIEWER, create=True) as review:
        count = -(-rows // _FIGURES)
        for first in range(0, count, _BATCH):
            review.add_all(documents(Sizes(min(_BATCH, count - first), _FIGURES), seed, first=first))
        ids = review.queue(all_figures=True)[:rows]
        for place, first in enumerate(range(0, rows, _BATCH)):
            verdict = _VERDICTS[place % 3]
            reason = "bound_lost" if verdict == "misreported" else None
            some = ids[first : first + _BATCH]
            review.decide(some, verdict, reason=reason)
            review.decide(some[::_NOTE], verdict, reason=reason, note='The ministry\'s own table, "row 7", says so.')
            link = f"https://archive.example/{first}?of=table,1"
            review.decide(some[::_LINK], verdict, reason=reason, evidence=[link])
        for row_id in ids[:: max(_CORRECTION, rows // 1000)]:
            review.correct(row_id, low="12.5", high="13", bound="range")
        _put_into_questions(review, ids)


def _put_into_questions(review: Review, ids: Sequence[int]) -> None:
    """Write questions as comparing leaves them: comparing itself is measured elsewhere, and takes longer."""
    numbers = range(1, -(-len(ids) // _QUESTION) + 1)
    members = [(place // _QUESTION + 1, row_id) for place, row_id in enumerate(ids)]
    connection = review.connection
    connection.execute("BEGIN IMMEDIATE")
    connection.executemany(
        "INSERT INTO questions (id, uid, title, status) VALUES (?, ?, ?, 'suggested')",
        ((number, f"{number:012x}", f'Losses near post {number}, "June"') for number in numbers),
    )
    connection.executemany(
        "INSERT INTO memberships (question_id, figure_id, status) VALUES (?, ?, 'suggested')", members
    )
    connection.executemany(
        "INSERT INTO outcomes (question_id, origins, conflicts) VALUES (?, 3, 1)", ((number,) for number in numbers)
    )
    connection.executemany(
        "INSERT INTO comparisons (question_id, figure_id, relation, origin, support) VALUES (?, ?, ?, ?, 2)",
        ((number, row_id, _RELATIONS[row_id % 4], row_id % 3) for number, row_id in members),
    )
    connection.execute("COMMIT")


def bare(path: Path, out: Path) -> None:
    """Write the view of the verdict table as CSV with nothing but the sqlite3 and csv modules."""
    connection = sqlite3.connect(path)
    with out.open("w", encoding="utf-8", newline="") as file:
        cursor = connection.execute("SELECT * FROM verdict_table")
        writer = csv.writer(file)
        writer.writerow([column[0] for column in cursor.description])
        writer.writerows(cursor)
    connection.close()


def ours(path: Path, out: Path, form: str) -> None:
    """Write the verdict table in a format."""
    from db.export import Export, write_table

    with open_review(path, reviewer=_REVIEWER) as review:
        write_table(review, Export(form, out))


def one(path: Path, form: str, out: Path) -> None:
    """Write one file in this process, and print seconds, megabytes and size as a JSON object."""
    write: Callable[[], None] = partial(bare, path, out) if form == "bare" else partial(ours, path, out, form)
    before = process_time()
    write()
    seconds = process_time() - before
    # Not ru_maxrss: that of a fresh process begins with what its parent had.
    status = Path("/proc/self/status").read_text()
    peak = next(line.split()[1] for line in status.splitlines() if line.startswith("VmHWM:"))
    print(json.dumps({"seconds": seconds, "memory": int(peak) / 1024, "size": out.stat().st_size / 1e6}))


def measured(path: Path, form: str, folder: Path) -> dict[str, float]:
    """Write one file in a process of its own, delete it, and give what that took."""
    out = folder / f"export.{form}"
    command = [sys.executable, "-m", "tests.benchmarks.export", "--one", form, str(path), str(out)]
    done = subprocess.run(command, stdout=subprocess.PIPE, check=True)
    out.unlink()
    found: dict[str, float] = json.loads(done.stdout)
    return found


def rows(path: Path, folder: Path, rounds: int, *, page: bool) -> Iterator[Row | str]:
    """Measure every format of rows and columns, CSV in turn with the bare one, and the HTML page if that is asked."""
    times: dict[str, list[float]] = {"bare": [], "csv": []}
    for _ in range(rounds):
        for form, taken in times.items():
            taken.append(measured(path, form, folder)["seconds"])
    yield f"  bare csv.writer: {median(times['bare']):.2f} s; csv: {median(times['csv']):.2f} s, medians of {rounds}"
    yield at_most("csv, times bare", _TIMES_BARE, median(times["csv"]) / median(times["bare"]))
    tables = [form.name for form in FORMATS if "columns" in form.takes]
    for name in [*tables, "html"] if page else tables:
        found = measured(path, name, folder)
        yield f"  {name}: {found['seconds']:.1f} s, {found['size']:,.0f} MB"
        yield at_most(f"{name}, MB of memory", _MEGABYTES, found["memory"])


def main(argv: Sequence[str] | None = None) -> int:
    """Run the measurement; 1 where something falls short."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--folder", type=Path, default=Path(tempfile.gettempdir()))
    parser.add_argument("--keep", action="store_true", help="leave the review in the folder, and take one left there")
    parser.add_argument("--page", action="store_true", help="the HTML page as well")
    parser.add_argument("--one", nargs=3, metavar=("FORMAT", "REVIEW", "OUT"), help="write one file, tell as JSON")
    options = parser.parse_args(argv)
    if options.one:
        one(Path(options.one[1]), options.one[0], Path(options.one[2]))
        return 0
    path = options.folder / f"export-{options.rows}-{options.seed}.db"
    short = 0
    try:
        if not path.exists():
            fill(path, options.rows, options.seed)
        with tempfile.TemporaryDirectory(dir=options.folder) as folder:
            for row in rows(path, Path(folder), options.rounds, page=options.page):
                print(row if isinstance(row, str) else row.line(), flush=True)
                short += isinstance(row, Row) and row.met is False
    finally:
        if not options.keep:
            path.unlink(missing_ok=True)
    return 1 if short else 0


if __name__ == "__main__":
    sys.exit(main())
