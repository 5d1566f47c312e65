"""An archive into a review, end to end: read, extract, store, search index, with two worker processes and with one.

    python -m tests.benchmarks.add [--documents 20000] [--seed 1] [--folder /tmp] [--only PART ...] [--compare]

Prints one line a measurement, with what it must reach, and CPU time beside the times, which says more where the machine
does other work too; exits with 1 where something falls short. Comparing, which comes after, is left out; with
`--compare` it is done, and told by itself.
"""

import argparse
import json
import os
import select
import signal
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from time import perf_counter
from typing import NamedTuple

from tests.benchmarks.review_file import Measured
from tests.benchmarks.texts import generated
from tests.db.crew.working import content

#: So many articles are generated at a time, each time with another seed: their names would fill the memory.
_SLICE = 1000
#: So many articles show what the extractor does by itself, so many of them each time.
_SAMPLE, _SLICE_ALONE = 400, 200
#: Seconds between two of these times.
_TURN = 3.0
#: Seconds between two looks at the memory.
_LOOK = 0.2
_PARTS = ("speed", "memory", "kill")


class Run(NamedTuple):
    """One intake: seconds until all was stored, CPU seconds of all its processes until then, seconds of comparing.

    Memory is in MB, summed over its processes as their proportional share (Pss of /proc/PID/smaps_rollup).
    """

    stored: float
    cpu: float
    compared: float
    memory: float
    memory_compared: float


def write_articles(folder: Path, count: int, seed: int) -> None:
    """Write so many generated articles of about 4 kB into a folder."""
    folder.mkdir()
    written = 0
    while written < count:
        for text in generated(_SLICE * 4300, seed * 100_000 + written)[: min(_SLICE, count - written)]:
            (folder / f"{written:06}.txt").write_text(text, encoding="utf-8")
            written += 1


# Takes a folder in; says in JSON when all is stored and when all is done.
_CHILD = """
import gc, json, sys
from multiprocessing import active_children
from time import perf_counter, process_time
from db.crew import hired
from db.intake import add_to_file
class Enough(Exception):
    pass
def cpu():
    used = process_time()
    for child in active_children():
        fields = open(f"/proc/{child.pid}/stat").read().rpartition(")")[2].split()
        used += (int(fields[11]) + int(fields[12])) / 100
    return used
def all_stored():
    global stored
    if stored is None:
        stored = perf_counter() - began
        print(json.dumps([stored, cpu()]), flush=True)
def at(step):
    if step.text.startswith("comparing"):
        all_stored()
        if compare == "no":
            raise Enough
if __name__ == "__main__":
    gc.set_threshold(50_000)  # as figcheck does
    path, folder, workers, compare = sys.argv[1:]
    began, stored = perf_counter(), None
    try:
        with hired(int(workers)) as crew:
            report = add_to_file(path, [folder], reviewer="ana", crew=crew, on_progress=at)
            assert not report.failures, report.failures[:3]
            all_stored()
    except Enough:
        pass
    print(json.dumps([perf_counter() - began - stored]), flush=True)
"""


def take_in(path: Path, folder: Path, workers: int, *, compare: bool, beside: Callable[[], None] | None = None) -> Run:
    """Take a folder into a review in a program of its own, and look at it now and then.

    Every few seconds it stands still for `beside`, whose time does not count: what both take is then measured on the
    same machine, which may be a tenth slower a minute later.
    """
    program = _started(path, folder, workers, compare)
    said: list[list[float]] = []
    memory = [0.0, 0.0, 0.0]
    stood, since = 0.0, perf_counter()
    assert program.stdout is not None
    while len(said) < 2:
        memory[len(said)] = max(memory[len(said)], _memory(program.pid))
        if select.select([program.stdout], [], [], _LOOK)[0]:
            line = program.stdout.readline()
            if not line:
                raise SystemExit("the intake failed")
            said.append(json.loads(line))
        elif beside is not None and not said and perf_counter() - since > _TURN:
            stood += _standing_still(program.pid, beside)
            since = perf_counter()
    program.wait()
    return Run(said[0][0] - stood, said[0][1], said[1][0], memory[0], memory[1])


def _standing_still(pid: int, beside: Callable[[], None]) -> float:
    """Do something while a program and its children are stopped; gives for how many seconds they were."""
    processes = (pid, *_descendants(pid))
    began = perf_counter()
    for process in processes:
        os.kill(process, signal.SIGSTOP)
    try:
        beside()
    finally:
        for process in processes:
            os.kill(process, signal.SIGCONT)
    return perf_counter() - began


def _started(path: Path, folder: Path, workers: int, compare: bool) -> "subprocess.Popen[str]":
    script = path.with_name("taking_in.py")
    script.write_text(_CHILD)
    command = [sys.executable, str(script), str(path), str(folder), str(workers), "yes" if compare else "no"]
    root = str(Path(__file__).parents[2])
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env={**os.environ, "PYTHONPATH": root})


def _memory(pid: int) -> float:
    total = 0
    for process in (pid, *_descendants(pid)):
        try:
            lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
        except OSError:  # it has just ended
            continue
        total += sum(int(line.split()[1]) for line in lines if line.startswith("Pss:"))
    return total / 1024


def _descendants(pid: int) -> Iterator[int]:
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    except OSError:
        return
    for child in map(int, children):
        yield child
        yield from _descendants(child)


# Extracts articles that are read already, so many for each line that comes; says how many, and in how many seconds by
# the clock and of CPU time.
_ALONE = """
import gc, sys
from itertools import cycle, islice
from pathlib import Path
from time import perf_counter, process_time
from figures.extract import extract
from seeds.readers import read_inputs
gc.set_threshold(50_000)
files = sorted(Path(sys.argv[1]).iterdir())[int(sys.argv[2])::int(sys.argv[3])][:int(sys.argv[4])]
documents = [reading.document for reading in read_inputs(files)]
for document in documents[:20]:
    extract(document)
endless = cycle(documents)
print("ready", flush=True)
for line in sys.stdin:
    some = list(islice(endless, int(line)))
    began, used = perf_counter(), process_time()
    for document in some:
        extract(document)
    print(len(some), perf_counter() - began, process_time() - used, flush=True)
"""


class Alone:
    """The extractor by itself, in so many processes at once, some articles at a time."""

    def __init__(self, folder: Path, workers: int) -> None:
        self._sums = [[0.0, 0.0, 0.0] for _ in range(workers)]
        self._programs = [
            subprocess.Popen(
                [sys.executable, "-c", _ALONE, str(folder), str(place), str(workers), str(_SAMPLE)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                text=True,
                cwd=Path(__file__).parents[2],
            )
            for place in range(workers)
        ]
        for program in self._programs:
            assert program.stdout is not None and program.stdout.readline() == "ready\n"

    def work(self) -> None:
        """Have each extract some articles, all at the same time."""
        for program in self._programs:
            assert program.stdin is not None
            program.stdin.write(f"{_SLICE_ALONE}\n")
            program.stdin.flush()
        for program, sums in zip(self._programs, self._sums, strict=True):
            assert program.stdout is not None
            sums[:] = [sum(pair) for pair in zip(sums, map(float, program.stdout.readline().split()), strict=True)]

    def close(self) -> tuple[float, float]:
        """End; gives how many articles a second all took together, by the clock, and one of them, by CPU time."""
        for program in self._programs:
            program.communicate()
        clock = sum(count / seconds for count, seconds, _ in self._sums)
        return clock, sum(count / used for count, _, used in self._sums) / len(self._sums)


def speed(folder: Path, work: Path, count: int, compare: bool) -> Iterator[Measured]:
    """Take everything in with one process and with two, and see what the extractor does by itself."""
    runs, own = {}, {}
    for workers in (1, 2):
        extractor = Alone(folder, workers)
        extractor.work()  # an intake of few articles is over before it is stopped for the first time
        runs[workers] = take_in(work / f"{workers}.db", folder, workers, compare=compare, beside=extractor.work)
        (work / f"{workers}.db").unlink()
        own[workers] = extractor.close()
    one, two = runs[1], runs[2]
    each = f"{count / two.stored:,.0f} against {count / one.stored:,.0f} documents/s"
    cpu = f"CPU {1000 * two.cpu / count:.2f} against {1000 * one.cpu / count:.2f} ms a document"
    yield Measured("two processes against one", one.stored / two.stored, 1.7, "x", True, f"{each}, {cpu}")
    for workers, run in runs.items():
        clock, used = own[workers]
        share = count / run.stored / clock
        more = f"alone {clock:,.0f} documents/s; of the CPU time {100 * count / used / run.cpu:.0f} %"
        yield Measured(f"of the extractor's own speed, {workers} process(es)", 100 * share, 70, "%", True, more)
    if compare:
        yield Measured("comparing after it", two.compared, float("inf"), "s", False, f"{two.memory_compared:.0f} MB")


def memory(folder: Path, work: Path, count: int) -> Iterator[Measured]:
    """Take a tenth in and everything, and see how much memory that takes."""
    tenth = work / "tenth"
    tenth.mkdir()
    for file in sorted(folder.iterdir())[: count // 10]:
        (tenth / file.name).symlink_to(file.resolve())
    path = work / "memory.db"
    few = take_in(path, tenth, 2, compare=False).memory
    path.unlink()
    all_of_it = take_in(path, folder, 2, compare=False).memory
    path.unlink()
    more = f"{few:.0f} MB with a tenth of the documents; Pss summed over all processes"
    yield Measured("memory with two workers", all_of_it, 300, "MB", False, more)


def kill(folder: Path, work: Path, count: int) -> Iterator[Measured]:
    """Kill an intake in the middle, begin again, and hold the review against one that was not disturbed."""
    path, whole = work / "killed.db", work / "whole.db"
    program = _started(path, folder, 2, True)
    while program.poll() is None and _stored(path) < count // 2:
        select.select([], [], [], _LOOK)
    program.send_signal(signal.SIGKILL)
    program.wait()
    before = _stored(path)
    take_in(path, folder, 2, compare=True)
    take_in(whole, folder, 2, compare=True)
    undisturbed = content(whole)
    differing = [table for table, rows in content(path).items() if rows != undisturbed[table]]
    more = f"killed after {before:,} of {count:,}" + (f"; differing: {', '.join(differing)}" if differing else "")
    yield Measured("tables that differ after a kill and a second run", len(differing), 0, "", False, more)


def _stored(path: Path) -> int:
    if not path.exists():
        return 0
    connection = sqlite3.connect(f"file:{path}?mode=ro", uri=True, timeout=5)
    try:
        return int(connection.execute("SELECT count(*) FROM documents").fetchone()[0])
    finally:
        connection.close()


def main() -> int:
    """Run the parts; gives 1 where something falls short."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--documents", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--folder", type=Path, default=Path(tempfile.gettempdir()))
    parser.add_argument("--only", nargs="+", choices=_PARTS, default=_PARTS, metavar="PART", help=", ".join(_PARTS))
    parser.add_argument("--compare", action="store_true", help="compare too, and time that")
    arguments = parser.parse_args()
    count, missed = arguments.documents, 0
    with tempfile.TemporaryDirectory(dir=arguments.folder) as made:
        work, folder = Path(made), Path(made) / "articles"
        write_articles(folder, count, arguments.seed)
        parts = {
            "speed": lambda: speed(folder, work, count, arguments.compare),
            "memory": lambda: memory(folder, work, count),
            "kill": lambda: kill(folder, work, count),
        }
        began = perf_counter()
        for part in arguments.only:
            for measured in parts[part]():
                print(measured.line(), flush=True)
                missed += not measured.good()
    print(f"{count:,} documents, {perf_counter() - began:,.0f} s")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
