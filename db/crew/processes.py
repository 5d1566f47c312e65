"""Worker processes on this machine."""

import gc
import os
import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing import get_context
from multiprocessing.connection import Connection
from typing import Generic

from db.crew.model import Item, Lost, Result
from db.errors import ReviewError

DIED = "reading or extracting it ends the program that does it, for want of memory perhaps; it is left out"
#: More processes than this Windows cannot wait for.
MOST = 61
#: As in tui.cli: extracting makes many objects and next to no garbage.
_OBJECTS_A_SWEEP = 50_000


class Processes:
    """Worker processes, started when they are first needed; they end with this process, however that ends.

    Where one of them dies, what was sent is done again, then item by item, and an item on which a process dies again
    is Lost.
    """

    reads = True
    #: Half a second's work: starting the processes takes about as long.
    small = 1 << 18

    def __init__(self, size: int) -> None:
        self.size = min(size, MOST)
        self._team: _Team | None = None

    def send(self, work: Callable[[Sequence[Item]], list[Result]], items: Sequence[Item]) -> "_Job[Item, Result]":
        """Have a function of a module done on items."""
        return _Job(self, work, items)

    def close(self) -> None:
        """End the processes at once."""
        if self._team is not None:
            self._team.close()
            self._team = None

    def submit(self, work: Callable[[Sequence[Item]], list[Result]], items: Sequence[Item]) -> "Future[list[Result]]":
        """Hand items to the team; to another one where that has broken up."""
        if self._team is not None:
            try:
                return self._team.submit(work, items)
            except BrokenProcessPool:
                self.close()
        self._team = _Team(self.size)
        return self._team.submit(work, items)


class _Job(Generic[Item, Result]):
    """Items that were sent to worker processes."""

    def __init__(self, crew: Processes, work: Callable[[Sequence[Item]], list[Result]], items: Sequence[Item]) -> None:
        self._work, self._items = work, items
        self._future = crew.submit(work, items)

    def ready(self) -> bool:
        """Tell whether the results are there."""
        return self._future.done()

    def results(self) -> Sequence[Result | Lost]:
        """Wait for the results; raises ReviewError where no worker process lives on this machine."""
        try:
            return self._future.result()
        except Exception:  # a process died, or what came of the work is more than could be sent
            return _by_another(self._work, self._items)


def _by_another(work: Callable[[Sequence[Item]], list[Result]], items: Sequence[Item]) -> Sequence[Result | Lost]:
    """Do work again in a process of its own, so that no other work can end it; then item by item."""
    done = _alone(work, items)
    if done is not None:
        return done
    results: list[Result | Lost] = []
    for item in items:
        one = _alone(work, [item])
        if one is None and _alone(_nothing, [None]) is None:
            raise ReviewError("no worker process can be kept running here: --workers 1 does without them")
        results += [Lost(DIED)] if one is None else one
    return results


def _alone(work: Callable[[Sequence[Item]], list[Result]], items: Sequence[Item]) -> list[Result] | None:
    """Do work in one process of its own; None where that cannot be done."""
    team = _Team(1)
    try:
        return team.submit(work, items).result()
    except Exception:
        return None
    finally:
        team.close()


def _nothing(items: Sequence[None]) -> list[None]:
    return list(items)


class _Team:
    """Processes that end when nobody holds the other end of their lifeline any more."""

    def __init__(self, size: int) -> None:
        # Never forked: a child would hold the review's file as this process does.
        context = get_context("spawn")
        self._held, self._line = context.Pipe(duplex=False)
        self._executor = ProcessPoolExecutor(size, context, _begin, (self._held,))

    def submit(self, work: Callable[[Sequence[Item]], list[Result]], items: Sequence[Item]) -> "Future[list[Result]]":
        """Hand items to the next process that is free; may start it."""
        with _no_interrupt():
            return self._executor.submit(work, items)

    def close(self) -> None:
        """End the processes."""
        self._line.close()
        self._executor.shutdown(wait=True, cancel_futures=True)
        self._held.close()


@contextmanager
def _no_interrupt() -> Iterator[None]:
    """Have ctrl+c wait, and processes that start meanwhile not hear of it: it is for the parent alone."""
    if not hasattr(signal, "pthread_sigmask"):  # Windows: they ignore it once they have begun
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGINT])
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _begin(lifeline: Connection) -> None:
    """Begin as a worker process."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.set_threshold(_OBJECTS_A_SWEEP)
    threading.Thread(target=_end_with, args=(lifeline,), daemon=True).start()


def _end_with(lifeline: Connection) -> None:
    """Wait until the parent lets go, or is gone, and end, whatever is being worked on."""
    try:
        lifeline.recv_bytes()
    except (EOFError, OSError):
        os._exit(1)
