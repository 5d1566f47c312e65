"""Worker processes: what dies in them costs what it died of and nothing else, and none of them is left behind."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from db.crew import hired
from db.crew.model import Lost
from db.crew.processes import Processes
from db.errors import ReviewError
from tests.db.crew.working import doubled

pytestmark = pytest.mark.skipif(os.name != "posix", reason="kill -9")


@pytest.fixture
def crew() -> Iterator[Processes]:
    made = Processes(2)
    yield made
    made.close()


def test_results_come_in_the_order_of_the_items(crew: Processes) -> None:
    jobs = [crew.send(doubled, range(first, first + 3)) for first in (20, 30, 40)]
    assert [job.results() for job in jobs] == [[40, 42, 44], [60, 62, 64], [80, 82, 84]]


def test_an_item_that_kills_its_process_is_lost_and_no_other(crew: Processes) -> None:
    jobs = [crew.send(doubled, items) for items in ([1, 2], [12, 13, 15], [3], [14, 16])]
    first, second, third, fourth = (list(job.results()) for job in jobs)
    assert (first, third) == ([2, 4], [6])
    assert second[0] == 24 and isinstance(second[1], Lost) and second[2] == 30
    assert isinstance(fourth[0], Lost) and fourth[1] == 32
    assert crew.send(doubled, [5]).results() == [10]


def test_where_no_process_lives_nothing_is_called_lost(crew: Processes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("db.crew.processes._begin", os._exit)
    with pytest.raises(ReviewError, match="--workers 1"):
        crew.send(doubled, [1]).results()


def test_one_worker_is_this_process_and_the_default_is_one_for_each_core(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.sched_getaffinity", lambda process: {0, 1, 2}, raising=False)
    with hired(1) as alone, hired() as many, hired(2) as two:
        assert alone is None
        assert (many and many.size, two and two.size) == (3, 2)


# Has a worker process hold a named pipe, says so, and waits to be killed.
_HOLDER = """
import signal, sys
from db.crew.processes import Processes
from tests.db.crew.working import hold
if __name__ == "__main__":
    crew = Processes(2)
    crew.send(hold, [sys.argv[1]]).results()
    print("held", flush=True)
    signal.pause()
"""


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGTERM])
def test_workers_end_with_the_program_that_is_killed(tmp_path: Path, how: signal.Signals) -> None:
    fifo, script = tmp_path / "held", tmp_path / "holder.py"
    os.mkfifo(fifo)
    script.write_text(_HOLDER)
    reader = os.open(fifo, os.O_RDONLY | os.O_NONBLOCK)
    os.set_blocking(reader, True)
    try:
        with _started(script, fifo) as program:
            assert program.stdout is not None and program.stdout.readline() == b"held\n"
            program.send_signal(how)
        # The end of the file comes when nobody holds the other end any more.
        assert os.read(reader, 1) == b""
    finally:
        os.close(reader)


def _started(script: Path, *words: object) -> "subprocess.Popen[bytes]":
    command: Sequence[str] = [sys.executable, str(script), *map(str, words)]
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[3])}
    return subprocess.Popen(command, stdout=subprocess.PIPE, env=environment)
