"""The verdicts as ClaimReview (schema.org) in JSON-LD, one file a claim."""

import json
from pathlib import Path

from db.errors import explained
from db.export.claims import Publication, claim_review, claims
from db.export.report.report import Report
from db.export.table import Table


def write(table: Table, path: Path) -> None:
    """Write a file for each claim into the folder at path."""
    with explained(table.review.path):
        write_claims(Report(table), publication(table), path)


def publication(table: Table) -> Publication:
    """Give who publishes an export, and where."""
    return Publication(table.export.publisher_name, table.export.base_url)


def write_claims(report: Report, published: Publication, folder: Path) -> None:
    """Write each claim of a report into a file of its own, called by the id of its first figure."""
    for claim in claims(report.reader()):
        text = json.dumps(claim_review(claim, published), ensure_ascii=False, indent=2)
        (folder / f"{claim.name}.json").write_bytes(f"{text}\n".encode())
