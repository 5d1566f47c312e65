"""The verdicts as one self-contained HTML page."""

from collections.abc import Iterator

from db.errors import explained
from db.export.report.page import page
from db.export.report.report import Report
from db.export.table import Table


def pieces(table: Table) -> Iterator[str]:
    """Yield the page piece by piece; raises ReviewError where jinja2 is not installed."""
    with explained(table.review.path):
        yield from page(Report(table), publisher_name=table.export.publisher_name)
