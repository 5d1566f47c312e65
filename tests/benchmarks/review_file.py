"""The review file at a million figures: loading, opening, marking, reading, searching, memory.

    python -m tests.benchmarks.review_file [--documents 100000] [--figures 10] [--seed 1] [--folder /tmp]

Prints one line a measurement, with what it must reach; exits with 1 where something falls short. Two files of the full
size are made in the folder, one by figcheck and one by the sqlite3 module alone, and deleted at the end.
"""

import argparse
import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from random import Random
from statistics import median
from time import perf_counter

from db import Review, open_review
from db.model import DeskState
from tests.benchmarks.bare import Bare
from tests.benchmarks.review_rows import Sizes, documents

#: Documents a transaction while loading, in both files.
BATCH = 1000
_REVIEWER = "ana"
_STATES = ("unreviewed", "confirmed", "disputed", "misreported", "dismissed", "unresolved")
# A blank ends a word; without it, it is being typed. Every sentence has "teams", no figure has "zebra".
_WHOLE = ("teams ", "soldiers ", "blankets ", "harbour soldiers ", "zebra ", "teams zebra ", "on the ")
_STARTS = ("sold", "tea", "bla", "harbour sol", "zeb")


@dataclass(frozen=True, slots=True)
class Measured:
    """One line of the result: `reached` against `limit`, in the unit; at most, unless `at_least`."""

    what: str
    reached: float
    limit: float
    unit: str
    at_least: bool = False
    more: str = ""

    def good(self) -> bool:
        """Tell whether it is as it must be."""
        return self.reached >= self.limit if self.at_least else self.reached <= self.limit

    def line(self) -> str:
        """Give it as a line of the table."""
        sign = ">=" if self.at_least else "<="
        reached = f"{self.reached:,.2f} {self.unit}"
        verdict = "ok" if self.good() else "MISSED"
        return f"{self.what:<44} {reached:>14}  {sign} {self.limit:,.1f}  {verdict:<6} {self.more}".rstrip()


def load(review: Review, bare: Bare, sizes: Sizes, seed: int) -> list[Measured]:
    """Fill both files, batch by batch in turn, so that both see the same machine."""
    ours = rows = index = 0.0
    for first in range(0, sizes.documents, BATCH):
        part = Sizes(min(BATCH, sizes.documents - first), sizes.figures)
        batch = list(documents(part, seed, first=first))
        began = perf_counter()
        review.add_all(batch)
        ours += perf_counter() - began
        taken = bare.load(batch)
        rows, index = rows + taken[0], index + taken[1]
    count = sizes.documents * sizes.figures
    raw = f"executemany {count / rows:,.0f}, with its search index {count / (rows + index):,.0f}"
    rates = f"{count / ours:,.0f} rows/s, {raw}"
    return [
        Measured("bulk load, of executemany alone", 100 * rows / ours, 60, "%", True, rates),
        Measured("bulk load, of executemany and search index", 100 * (rows + index) / ours, 60, "%", True),
    ]


def judge(review: Review, chance: Random) -> None:
    """Give a tenth of the queue a verdict, a thousand at a time, so that there is a log to read."""
    queue = review.queue()
    for place in range(0, len(queue) // 10, 1000):
        verdict = chance.choice(("confirmed", "disputed", "dismissed"))
        review.decide(queue[place : place + 1000], verdict)


def marks(review: Review, bare: Bare, chance: Random, turns: int) -> list[Measured]:
    """Mark figures one by one, here and in the bare file in turn."""
    queue = review.queue(state="unreviewed")
    ours, theirs = [], []
    for row_id in chance.sample(queue, min(turns, len(queue))):
        began = perf_counter()
        review.decide([row_id], "confirmed")
        ours.append(1000 * (perf_counter() - began))
        theirs.append(1000 * bare.mark(row_id))
    more = f"p50 {median(ours):.1f} ms against {median(theirs):.1f}, p95 {_p95(ours):.1f} against {_p95(theirs):.1f}"
    return [Measured("a durable mark, times a bare transaction", median(ours) / median(theirs), 1.5, "x", False, more)]


def reads(review: Review, path: Path, chance: Random, turns: int) -> list[Measured]:
    """Read what the desk reads at every key, at random places."""
    queue = review.queue()
    opened: list[float] = []
    for _ in range(50):
        began = perf_counter()
        open_review(path, reviewer="ben").close()
        opened.append(1000 * (perf_counter() - began))
    pages, figures, histories, counters, logs = [], [], [], [], []
    for _ in range(turns):
        place = chance.randrange(max(1, len(queue) - 50))
        pages.append(_timed(partial(review.rows, queue[place : place + 50])))
        row_id = queue[chance.randrange(len(queue))]
        figures.append(_timed(partial(review.figure, row_id)))
        judged = queue[chance.randrange(max(1, len(queue) // 10))]
        histories.append(_timed(partial(review.history, judged)))
        counters.append(_timed(review.progress))
        logs.append(_timed(partial(review.history, limit=50)))
    return [
        Measured("open, p95", _p95(opened), 20, "ms", False, f"p50 {median(opened):.2f}"),
        Measured("a page of 50 rows, p95", _p95(pages), 5, "ms"),
        Measured("a figure with its current verdict, p95", _p95(figures), 5, "ms"),
        Measured("the history of a figure, p95", _p95(histories), 5, "ms"),
        Measured("the newest 50 of the whole log, p95", _p95(logs), 5, "ms"),
        Measured("the counters, p95", _p95(counters), 5, "ms"),
    ]


def searches(review: Review) -> list[Measured]:
    """Ask for first pages: by state, by words, by both."""
    lines = []
    worst = max(
        _timed(partial(review.first_page, state=state, all_figures=every, seconds=0.05))
        for state in (None, *_STATES)
        for every in (False, True)
        for _ in range(5)
    )
    lines.append(Measured("first page of a filter, worst", worst, 50, "ms"))
    for words in (*_WHOLE, *_STARTS):
        times = [_timed(partial(review.first_page, words=words, all_figures=True)) for _ in range(20)]
        lines.append(Measured(f"first page of “{words}”, p95", _p95(times), 20, "ms"))
    for state in _STATES:
        waits, told = [], 0
        for words in (*_WHOLE, *_STARTS):
            began = perf_counter()
            told += not review.first_page(words=words, state=state, seconds=0.05).complete
            waits.append(1000 * (perf_counter() - began))
        # A question that has no answer by then is told to be still running, a moment after the time is up.
        what = f"words and {state}: page or “searching”, worst"
        lines.append(Measured(what, max(waits), 60, "ms", False, f"{told} of {len(waits)} searching"))
    return lines


# Not ru_maxrss: that of a fresh process begins with what its parent had.
_SESSION = """
import sys
from db import open_review
with open_review(sys.argv[1], reviewer="eve") as review:
    queue = review.queue(all_figures=True)
    for place in range(0, len(queue), max(1, len(queue) // 200)):
        review.rows(queue[place:place + 50])
        review.history(queue[place])
        review.figure(queue[place])
    review.first_page(words="teams")
    for row_id in queue[:20]:
        review.decide([row_id], "disputed")
    peak = next(line.split()[1] for line in open("/proc/self/status") if line.startswith("VmHWM:"))
    print(len(queue), peak)
"""


def memory(path: Path) -> list[Measured]:
    """Give the most memory that loading took, and a session over the whole file in a process of its own."""
    loading = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    done = subprocess.run([sys.executable, "-c", _SESSION, str(path)], check=True, capture_output=True, text=True)
    ids, kib = map(int, done.stdout.split())
    return [
        Measured("memory of a session with every id", kib / 1024, 100, "MB", False, f"{ids:,} ids"),
        Measured("memory of loading, with the generator", loading, 100, "MB"),
    ]


def _timed(call: Callable[[], object]) -> float:
    began = perf_counter()
    call()
    return 1000 * (perf_counter() - began)


def _p95(times: list[float]) -> float:
    return sorted(times)[int(0.95 * (len(times) - 1))]


def main() -> int:
    """Run everything; gives 1 where something falls short."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--documents", type=int, default=100_000)
    parser.add_argument("--figures", type=int, default=10, help="in each document")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--turns", type=int, default=300, help="of marks and reads")
    parser.add_argument("--folder", type=Path, default=Path(tempfile.gettempdir()))
    arguments = parser.parse_args()
    sizes = Sizes(arguments.documents, arguments.figures)
    missed = 0
    with tempfile.TemporaryDirectory(dir=arguments.folder) as folder:
        path, chance = Path(folder) / "review.db", Random(arguments.seed)
        with open_review(path, reviewer=_REVIEWER, create=True) as review, Bare(Path(folder) / "bare.db") as bare:
            steps = (
                lambda: load(review, bare, sizes, arguments.seed),
                lambda: memory(path),
                lambda: judge(review, chance),
                lambda: marks(review, bare, chance, arguments.turns),
                lambda: reads(review, path, chance, arguments.turns),
                lambda: searches(review),
            )
            for step in steps:
                for measured in step() or []:
                    print(measured.line(), flush=True)
                    missed += not measured.good()
            progress = review.progress()
            review.save_desk(DeskState())
        size = path.stat().st_size / 1e6
    print(f"{progress.figures:,} figures in {progress.documents:,} documents, {size:,.0f} MB")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
