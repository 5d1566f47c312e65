"""The proof pack: a folder from which somebody else can check every verdict again."""

import csv
import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields, replace
from pathlib import Path

from db.errors import Busy, explained
from db.export import sheet
from db.export.claimreview import publication, write_claims
from db.export.report.method import METHOD
from db.export.report.model import Change, Ground, Place
from db.export.report.page import page
from db.export.report.report import Report
from db.export.table import Table
from db.model import REASONS
from db.source_record import Source
from db.verdict_words import MEANINGS, REASON_MEANINGS
from figures.version import EXTRACTOR_VERSION
from seeds.spreadsheet import text_cell

#: What lists the files of a pack with their hashes; itself it is not listed.
MANIFEST = "manifest.json"

#: The parts of a pack, in the order in which the method note explains them.
_PARTS = {
    "report.html": "the page to read and publish",
    "verdicts.csv": "the verdict table, one line a figure",
    "claims/": "one ClaimReview (schema.org) file a claim",
    "sources.csv": "every document: address, archived copy, time of retrieval, SHA-256 of its bytes and of its text",
    "places.csv": "where each figure stands in the text of its document, in code points, and what stands around it",
    "evidence.csv": "what each verdict rests on, piece by piece, with quotations and archived copies",
    "corrections.csv": "verdicts that became others, and values that were put right",
    "method.md": "this note",
    MANIFEST: "the SHA-256 of every other file",
}


def write(table: Table, path: Path) -> None:
    """Write the pack into the folder at path.

    Raises Busy where another program changed the review meanwhile: the parts would not fit each other.
    """
    version = table.review.data_version()
    with explained(table.review.path):
        report = Report(table)
        _write(path / "report.html", page(report, publisher_name=table.export.publisher_name))
        _write(path / "verdicts.csv", sheet.pieces(_whole_table(table)))
        (path / "claims").mkdir()
        write_claims(report, publication(table), path / "claims")
        known = [field.name for field in fields(Source)]
        cited = ([*(getattr(one.source, name) for name in known), one.figures] for one in report.sources())
        _write_rows(path / "sources.csv", [*known, "figures"], cited)
        for name, kind, values in (
            ("places.csv", Place, report.places()),
            ("evidence.csv", Ground, report.grounds()),
            ("corrections.csv", Change, report.changes()),
        ):
            columns = [field.name for field in fields(kind) if not (report.anonymous and field.name == "reviewer")]
            _write_rows(path / name, columns, ([getattr(value, name) for name in columns] for value in values))
        _write(path / "method.md", _method())
        _write(path / MANIFEST, [_manifest(path, report)])
    if table.review.data_version() != version:
        raise Busy(f"{table.review.path} was changed while it was exported: export it again")


def _whole_table(table: Table) -> Table:
    return Table(table.review, replace(table.export, columns=(), bom=False))


def _write(path: Path, parts: Iterable[str]) -> None:
    with path.open("xb") as file:
        for part in parts:
            file.write(part.encode("utf-8", "replace"))


def _write_rows(path: Path, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    with path.open("x", encoding="utf-8", errors="replace", newline="") as file:
        writer = csv.writer(file, lineterminator="\r\n")
        writer.writerow(columns)
        for cells in rows:
            writer.writerow([text_cell(cell) if isinstance(cell, str) else cell for cell in cells])


def _method() -> Iterator[str]:
    yield "# How these figures were checked\n"
    for name, paragraphs in METHOD:
        yield f"\n## {name}\n"
        for paragraph in paragraphs:
            yield f"\n{paragraph}\n"
    yield "\n## The verdicts\n\n"
    for state, meaning in MEANINGS:
        yield f"- **{state}**: {meaning}\n"
    yield "\n## The reasons for misreported\n\n"
    for reason in REASONS:
        yield f"- **{reason.label}** (`{reason.code}`): {REASON_MEANINGS[reason.code]}\n"
    yield "\n## What is in this folder\n\n"
    for name, what in _PARTS.items():
        yield f"- `{name}`: {what}\n"


def _manifest(folder: Path, report: Report) -> str:
    files = sorted(path for path in folder.rglob("*") if path.is_file() and path.name != MANIFEST)
    listed = [{"path": path.relative_to(folder).as_posix(), **_seen(path)} for path in files]
    summary = report.summary
    head = {
        "made_with": "figcheck",
        "extractor_versions": list(summary.extractors) or [EXTRACTOR_VERSION],
        "newest_decision": summary.newest,
        "figures": summary.figures,
        "documents": summary.documents,
        "verdicts": dict(summary.states),
        "files": listed,
    }
    return json.dumps(head, indent=2) + "\n"


def _seen(path: Path) -> dict[str, object]:
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
        return {"bytes": file.tell(), "sha256": digest}
