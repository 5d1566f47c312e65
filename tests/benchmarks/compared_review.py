"""How long comparing takes in a review file, how much memory, and how long one more document takes.

    python -m tests.benchmarks.compared_review [--documents 10000]

Generated documents of about ten figures each are taken in first, which is not measured. Seconds are of this process,
as the machine may have other work. Exits with 1 where something falls short.
"""

import argparse
import gc
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

from db import Review, open_review
from db.comparing import compare_added, compare_all
from figures.extract import extract
from figures.model import Figure
from seeds.document import Document
from seeds.readers import document_from_text
from tests.benchmarks.comparing import documents
from tests.benchmarks.extraction import Row, at_most

_SECONDS, _MEGABYTES, _ONE_MORE = 60, 300, 1.0
_BATCH = 200
#: As the command line sets it: looking for garbage often takes a quarter of the time.
_OBJECTS_A_SWEEP = 50_000


def fill(review: Review, count: int) -> None:
    """Take generated documents in without comparing them."""
    batch: list[tuple[Document, list[Figure]]] = []
    for uid, day, text, _ in documents(count):
        document = document_from_text(text, name=uid, published=day, url=f"https://example.org/{uid}")
        batch.append((document, extract(document)))
        if len(batch) == _BATCH:
            review.add_all(batch)
            batch = []
    review.add_all(batch)


def seconds(work: Callable[[], object]) -> float:
    """Give the seconds of this process that a piece of work takes."""
    before = time.process_time()
    work()
    return time.process_time() - before


def rows(review: Review, count: int) -> Iterator[Row | str]:
    """Measure a review of `count` documents."""
    yield f"  {review.progress().figures:,} figures of {count:,} documents"
    yield at_most("seconds", _SECONDS * count / 10_000, seconds(lambda: compare_all(review)))
    yield at_most("MB, all of the process", _MEGABYTES, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
    yield at_most("seconds, nothing new", _SECONDS * count / 10_000, seconds(lambda: compare_all(review)))
    slowest = 0.0
    for uid, day, text, _ in list(documents(20))[10:]:
        document = document_from_text(text, name=f"more {uid}", published=day)
        added = review.add(document, extract(document))
        slowest = max(slowest, seconds(partial(compare_added, review, [added.document_id])))
    yield at_most("seconds for one more document, the slowest of ten", _ONE_MORE, slowest)


def main(argv: Sequence[str] | None = None) -> int:
    """Run the measurement; 1 where something falls short."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--documents", type=int, default=10_000)
    options = parser.parse_args(argv)
    gc.set_threshold(_OBJECTS_A_SWEEP)
    short = 0
    with (
        tempfile.TemporaryDirectory() as folder,
        open_review(Path(folder) / "large.db", reviewer="ana", create=True) as review,
    ):
        fill(review, options.documents)
        for row in rows(review, options.documents):
            print(row if isinstance(row, str) else row.line(), flush=True)
            short += isinstance(row, Row) and row.met is False
    return 1 if short else 0


if __name__ == "__main__":
    sys.exit(main())
