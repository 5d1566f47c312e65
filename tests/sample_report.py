"""The sample report of the docs: the bundled sample texts, a few verdicts, and the clock of one afternoon.

python -m tests.sample_report [FILE]        default: docs/sample-report.html
"""

import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, tzinfo
from pathlib import Path
from unittest.mock import patch

from db import Review, open_review
from db.demo import mark_examples
from db.export import Export, write_table
from db.intake import take_in
from seeds.samples import sample_paths
from tests.db.report.telling import work

SAMPLE = Path(__file__).resolve().parent.parent / "docs" / "sample-report.html"
_NOON = datetime(2025, 9, 1, 12, 0, tzinfo=UTC)


class _Afternoon(datetime):
    """A clock that stands still; the log puts its entries a moment apart by itself."""

    @classmethod
    def now(cls, tz: tzinfo | None = None) -> "_Afternoon":
        return cls.fromtimestamp(_NOON.timestamp(), tz)


def make(out: Path) -> None:
    """Write the sample report to a file; it is the same, byte for byte, wherever and whenever it is made."""
    with tempfile.TemporaryDirectory() as folder, _reviewed(Path(folder)) as review:
        write_table(review, Export("html", out, force=True, publisher_name="The Sample Desk"))


@contextmanager
def _reviewed(folder: Path) -> Iterator[Review]:
    with (
        patch("datetime.datetime", _Afternoon),
        open_review(folder / "sample.db", reviewer="Ana Reyes", create=True) as review,
    ):
        take_in(review, list(sample_paths()))
        review.connection.execute("UPDATE documents SET retrieved = '2025-09-01T11:30:00Z'")
        review.connection.commit()
        mark_examples(review)
        work(review)
        _judge_more(review)
        yield review


def _judge_more(review: Review) -> None:
    """Judge what Seoul said of the soldiers sent, which three papers print, and two numbers of their own."""
    views = review.figures(review.queue())
    seoul = [view.row_id for view in views if view.figure.low == 11000 and view.state == "unreviewed"]
    review.decide(seoul, "confirmed", note="As the Joint Chiefs of Staff put it in March; they call it an estimate.")
    reckoned = [view.row_id for view in views if view.figure.high == 15000 and view.state == "unreviewed"]
    review.decide(reckoned, "disputed", note="Told to lawmakers behind closed doors; no other service repeats it.")
    ferry = [view.row_id for view in views if view.figure.low == 310_000]
    review.decide(ferry, "confirmed", evidence=["https://example.org/island-ferry/annual-report"])


if __name__ == "__main__":
    make(Path(sys.argv[1]) if len(sys.argv) > 1 else SAMPLE)
