"""The desk at a thousand to a million figures: how soon it is there, how soon it answers a key, what it takes.

    python -m tests.benchmarks.desk [--sizes 1000 100000 1000000] [--turns 100] [--folder /tmp] [--keep]

Prints one line a measurement, with what it must reach where something must be reached; exits with 1 where it is not.
"""

import argparse
import asyncio
import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median
from time import perf_counter

from db import open_review
from tests.benchmarks.review_file import Measured
from tests.benchmarks.review_rows import Sizes, write_review
from tests.benchmarks.typist import DESK, EMPTY, TABLE, Typist

#: What is asked of the largest review, and figures of each document.
_LARGE, _A_DOCUMENT = 1_000_000, 10
_ROW = "○"
_PAGE_DOWN, _PAGE_UP = "\x1b[6~", "\x1b[5~"
#: Filters with what they are: an index has the answer; every row is looked at; words; hardly any figure fits.
_FILTERS = ("state:unreviewed", "kind:count >50000", "teams", "noun:soldiers", "has:evidence")
_TABLE_ROWS = 10_000


class Report:
    """Prints measurements as they come, and remembers whether all are as they must be."""

    def __init__(self) -> None:
        self.missed = 0

    def add(self, measured: Measured, *, must: bool = True) -> None:
        """Print a measurement; it counts only if it `must` be reached."""
        line = measured.line()
        if not must:
            line = f"{measured.what:<44} {f'{measured.reached:,.2f} {measured.unit}':>14}  {'':<16} {measured.more}"
        print(line.rstrip(), flush=True)
        self.missed += must and not measured.good()


def p95(times: Sequence[float]) -> float:
    """Give the 95th percentile."""
    return sorted(times)[round(0.95 * (len(times) - 1))]


def starts(path: Path, rounds: int) -> tuple[list[tuple[float, float]], list[tuple[float, float]]]:
    """Give milliseconds to the first rows of the desk, and to the text of an empty app, started in turn; and of CPU."""
    ours, empty = [], []
    for turn in range(rounds + 1):
        with Typist(DESK, str(path)) as typist:
            took = 1000 * typist.shown_after(_ROW), typist.cpu()
        with Typist(EMPTY) as typist:
            took_empty = 1000 * typist.shown_after("ready"), typist.cpu()
        if turn:  # the first round fills the caches
            ours.append(took)
            empty.append(took_empty)
    return ours, empty


def keys(typist: Typist, pressed: Sequence[str], turns: int) -> tuple[list[float], float]:
    """Give milliseconds from each of so many keys to the first output after it, and their CPU; nothing else goes on."""
    times, cpu = [], []
    for turn in range(turns):
        before = typist.cpu()
        times.append(1000 * typist.typed(pressed[turn % len(pressed)]))
        cpu.append(typist.cpu() - before)
        typist.quiet()
    return times, median(cpu)


def verdicts(typist: Typist, copy: Path, turns: int) -> tuple[list[float], list[float]]:
    """Give milliseconds from a verdict key to its message, and of the same verdicts in a copy of the file, in turn."""
    desk, alone = [], []
    with open_review(copy, reviewer="ana") as review:
        ids = iter(review.queue(state="unreviewed"))
        for _ in range(turns):
            desk.append(1000 * typist.typed("c", "confirmed "))
            typist.quiet()
            began = perf_counter()
            review.decide([next(ids)], "confirmed")
            alone.append(1000 * (perf_counter() - began))
    return desk, alone


def filters(typist: Typist) -> Iterator[tuple[str, float]]:
    """Yield each filter, and milliseconds from its enter key to the queue that it gives, or begins to give."""
    for query in _FILTERS:
        _filter_line(typist, query)
        yield query, 1000 * typist.typed("\r", f"Queue · {query}")
        typist.quiet()
    _filter_line(typist, "")
    typist.typed("\r")
    typist.quiet()


def _filter_line(typist: Typist, query: str) -> None:
    """Write a filter, up to the key that ends it; the line is emptied first."""
    for keys_, wanted in (("f", "Filter"), ("\x15", ""), (query, "")):
        typist.typed(keys_, wanted)
        typist.quiet()


def in_a_terminal(path: Path, size: int, turns: int, report: Report) -> float:
    """Measure the desk in a pseudo-terminal; gives the p95 of j."""
    must = size >= _LARGE
    ours, empty = starts(path, max(3, turns // 10))
    clock, cpu = (median(values) for values in zip(*ours, strict=True))
    clock_empty, cpu_empty = (median(values) for values in zip(*empty, strict=True))
    more = f"{clock:,.0f} ms against {clock_empty:,.0f}; of CPU {cpu:,.0f} against {cpu_empty:,.0f}"
    report.add(Measured("start to first rows, times an empty app", clock / clock_empty, 1.5, "x", more=more))
    copy = path.with_name(f"copy-{path.name}")
    shutil.copy(path, copy)
    with Typist(DESK, str(path), "--reviewer", "ana") as typist:
        typist.shown_after(_ROW)
        typist.quiet()
        present, _ = typist.memory()
        down, cpu = keys(typist, "j", turns)
        more = f"p50 {median(down):.1f}, of CPU {cpu:.1f}"
        report.add(Measured("j to repaint, p95", p95(down), 20, "ms", more=more), must=must)
        for what, pressed in (("a page", (_PAGE_DOWN, _PAGE_DOWN, _PAGE_UP)), ("an end", ("G", "g"))):
            times, cpu = keys(typist, pressed, turns // 2)
            more = f"p50 {median(times):.1f}, of CPU {cpu:.1f}"
            report.add(Measured(f"{what} to repaint, p95", p95(times), 35, "ms", more=more), must=must)
        desk, alone = verdicts(typist, copy, turns // 2)
        more = f"{median(desk):.1f} ms, the commit alone {median(alone):.1f}"
        report.add(Measured("a verdict to repaint, over the commit", median(desk) - median(alone), 15, "ms", more=more))
        for query, took in filters(typist):
            report.add(Measured(f"first page of {query}", took, 100, "ms"), must=must)
        after, most = typist.memory()
        more = f"{present:.0f} at first, {most:.0f} at most"
        report.add(Measured("memory", after, 80, "MB", more=more), must=must)
    copy.unlink()
    return p95(down)


def without_a_terminal(path: Path, turns: int, report: Report) -> None:
    """Measure the desk's own work on a key, from the event to the end of the repaint."""
    opened, times = asyncio.run(_headless(path, turns))
    report.add(Measured("headless: open to first rows", opened, 0, "ms"), must=False)
    more = f"p50 {median(times):.1f}"
    report.add(Measured("headless: j to repaint, p95", p95(times), 20, "ms", more=more), must=False)


async def _headless(path: Path, turns: int) -> tuple[float, list[float]]:
    from textual import events

    import tui.app
    from tui.app import Desk
    from tui.widgets.queue import QueueList

    painted = asyncio.Event()

    class Watched(Desk):
        CSS_PATH = str(Path(tui.app.__file__).with_name("desk.tcss"))

        def post_display_hook(self) -> None:
            painted.set()

    began = perf_counter()
    app = Watched(path, "eve")
    async with app.run_test(size=(120, 40)) as pilot:
        queue = app.screen_stack[0].query_one(QueueList)
        while queue.row() is None:
            painted.clear()
            await painted.wait()
        opened = 1000 * (perf_counter() - began)
        times = []
        for _ in range(turns):
            while queue.searching:
                await asyncio.sleep(0.05)
            await asyncio.sleep(0.1)  # the article has followed
            await pilot.pause()
            painted.clear()
            cursor, pressed = queue.cursor, perf_counter()
            app.post_message(events.Key("j", "j"))
            while queue.cursor == cursor or not painted.is_set():
                await asyncio.sleep(0)
            times.append(1000 * (perf_counter() - pressed))
    return opened, times


def beside(turns: int, report: Report) -> None:
    """Measure Textual's own table."""
    with Typist(TABLE, str(_TABLE_ROWS)) as typist:
        first = 1000 * typist.shown_after(_ROW)
        typist.quiet()
        down, _ = keys(typist, ("\x1b[B",), turns // 2)
        ends, _ = keys(typist, ("\x1b[1;5F", "\x1b[1;5H"), max(4, turns // 10))
        present, _ = typist.memory()
    report.add(Measured("DataTable: start to first rows", first, 0, "ms"), must=False)
    more = f"p50 {median(down):.1f}"
    report.add(Measured("DataTable: down to repaint, p95", p95(down), 0, "ms", more=more), must=False)
    report.add(Measured("DataTable: an end to repaint, p95", p95(ends), 0, "ms"), must=False)
    report.add(Measured("DataTable: memory", present, 0, "MB"), must=False)


def main() -> int:
    """Run everything; gives 1 where something falls short."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sizes", type=int, nargs="+", default=[1000, 100_000, _LARGE], help="figures")
    parser.add_argument("--turns", type=int, default=100, help="keys of each sort")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--folder", type=Path, default=Path(tempfile.gettempdir()))
    parser.add_argument("--keep", action="store_true", help="leave the reviews in the folder, for the next run")
    arguments = parser.parse_args()
    report, downs = Report(), []
    for size in sorted(arguments.sizes):
        path = arguments.folder / f"figcheck-desk-{size}-{arguments.seed}.db"
        if not path.exists():
            write_review(path, Sizes(max(1, size // _A_DOCUMENT), _A_DOCUMENT), arguments.seed)
        with tempfile.TemporaryDirectory(dir=arguments.folder) as folder:
            working = Path(folder) / "review.db"
            shutil.copy(path, working)
            print(f"-- {size:,} figures, {path.stat().st_size / 1e6:,.0f} MB")
            downs.append(in_a_terminal(working, size, arguments.turns, report))
            without_a_terminal(working, arguments.turns // 2, report)
        if not arguments.keep:
            path.unlink()
    if len(downs) > 1:
        print("-- the largest against the smallest")
        report.add(Measured("j, p95, times that of the smallest", downs[-1] / downs[0], 1.3, "x"))
    print(f"-- Textual's DataTable at {_TABLE_ROWS:,} rows")
    beside(arguments.turns, report)
    return 1 if report.missed else 0


if __name__ == "__main__":
    sys.exit(main())
