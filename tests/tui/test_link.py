import asyncio
import threading
from functools import partial
from pathlib import Path

import pytest

from db import Review, ReviewError
from tui.link import Link


async def test_jobs_run_in_one_thread_in_the_order_asked(review_path: Path) -> None:
    link = Link(review_path, "ana")
    done: list[tuple[int, int]] = []

    def job(number: int, review: Review) -> None:
        done.append((number, threading.get_ident()))

    await asyncio.gather(*(link.write(partial(job, number)) for number in range(20)))
    link.close()
    assert [number for number, _ in done] == list(range(20))
    assert len({thread for _, thread in done}) == 1 and done[0][1] != threading.get_ident()


async def test_a_read_overtaken_by_a_newer_one_of_its_kind_is_left_out(review_path: Path) -> None:
    link, gate = Link(review_path, "ana"), threading.Event()
    ran: list[int] = []

    def job(number: int, review: Review) -> int:
        ran.append(number)
        return number

    first = asyncio.create_task(link.write(lambda _: gate.wait()))
    await asyncio.sleep(0)
    reads = [asyncio.create_task(link.read("sight", partial(job, number))) for number in range(5)]
    other = asyncio.create_task(link.read("rows", lambda _: "rows"))
    await asyncio.sleep(0)
    gate.set()
    assert await asyncio.gather(*reads) == [None, None, None, None, 4]
    assert ran == [4] and await other == "rows" and await first
    link.close()


async def test_a_write_goes_on_when_who_asked_is_cancelled(review_path: Path) -> None:
    link, gate = Link(review_path, "ana"), threading.Event()
    done: list[str] = []

    def job(review: Review) -> None:
        gate.wait()
        done.append(review.decide([review.queue()[0]], "confirmed").label)

    asked = asyncio.create_task(link.write(job))
    await asyncio.sleep(0)
    asked.cancel()
    with pytest.raises(asyncio.CancelledError):
        await asked
    gate.set()
    link.close()
    assert done == ["confirmed 1 figure"]


async def test_what_cannot_be_opened_is_said_to_everyone_who_asks(tmp_path: Path) -> None:
    link = Link(tmp_path / "missing.db", "ana")
    with pytest.raises(ReviewError):
        link.wait_open()
    with pytest.raises(ReviewError):
        await link.write(Review.progress)
    link.close()


async def test_nothing_is_asked_of_a_closed_review(review_path: Path) -> None:
    link = Link(review_path, "ana")
    assert await link.write(Review.progress)
    link.close()
    link.close()
    with pytest.raises(ReviewError, match="closed"):
        await link.read("progress", Review.progress)


async def test_a_read_begun_ahead_is_what_the_next_one_of_its_kind_gets(review_path: Path) -> None:
    link = Link(review_path, "ana")
    link.ahead("queue", lambda review: len(review.queue()))
    assert await link.read("queue", lambda _: -1) == 6
    assert await link.read("queue", lambda _: -1) == -1
    link.close()
