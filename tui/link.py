"""The one thread that owns the review's connection, and how the screen asks it for work."""

import asyncio
import contextlib
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import Any, TypeVar

from db import Review, ReviewError, open_review

T = TypeVar("T")


class Link:
    """Runs jobs on a review, one after the other, in a thread of its own.

    Writes are done in the order asked and never cancelled. A read that a newer one of its kind has overtaken before
    its turn is left out. Every job may raise ReviewError.
    """

    def __init__(self, path: Path, reviewer: str) -> None:
        self.path = path
        self.reviewer = reviewer
        self._review: Review | None = None
        self._executor = ThreadPoolExecutor(max_workers=1, thread_name_prefix="review")
        self._opened: Future[None] = self._executor.submit(self._open)
        self._latest: dict[str, int] = {}
        self._begun: dict[str, Future[Any]] = {}

    def wait_open(self) -> None:
        """Wait until the review is open; raises ReviewError where it cannot be."""
        self._opened.result()

    async def write(self, job: Callable[[Review], T]) -> T:
        """Run a job that changes the review; it is carried out even if the caller is cancelled."""
        return await asyncio.shield(asyncio.wrap_future(self._submit(lambda: self._run(job))))

    def write_unseen(self, job: Callable[[Review], object]) -> None:
        """Have a job carried out before the review is closed, where nobody waits for how it went."""
        with contextlib.suppress(ReviewError):
            self._submit(lambda: self._run(job))

    def ahead(self, kind: str, job: Callable[[Review], object]) -> None:
        """Begin a read before anybody can wait for it: the next one of its kind gets what this one gives."""
        self._begun[kind] = self._submit(lambda: self._run(job))

    async def read(self, kind: str, job: Callable[[Review], T]) -> T | None:
        """Run a job that only reads; None if a newer read of the same kind came before its turn."""
        if kind in self._begun:
            begun: Future[T] = self._begun.pop(kind)
            return await asyncio.wrap_future(begun)
        ticket = self._latest[kind] = self._latest.get(kind, 0) + 1

        def if_wanted() -> T | None:
            return self._run(job) if self._latest[kind] == ticket else None

        return await asyncio.wrap_future(self._submit(if_wanted))

    def close(self) -> None:
        """Finish what was asked, then close the review; closing twice is allowed."""
        self._executor.shutdown(wait=True)
        review, self._review = self._review, None
        if review is not None:
            review.close()

    def _submit(self, job: Callable[[], T]) -> Future[T]:
        try:
            return self._executor.submit(job)
        except RuntimeError:
            raise ReviewError("the review is closed; open it again") from None

    def _open(self) -> None:
        self._review = open_review(self.path, reviewer=self.reviewer, lean=True)

    def _run(self, job: Callable[[Review], T]) -> T:
        self._opened.result()
        if self._review is None:
            raise ReviewError("the review is closed; open it again")
        return job(self._review)
