"""Records, a line each, on standard output: JSONL and CSV for scripts."""

import sys
from collections.abc import Iterable, Mapping
from decimal import Decimal

from figures.record import number_text
from seeds.spreadsheet import text_cell
from seeds.visible import visible
from tui.console import use_utf8


def write_records(records: Iterable[Mapping[str, object]], form: str) -> None:
    """Write records to standard output as they come, as "jsonl" or "csv" (with a first line of names), in UTF-8.

    JSONL gives every text exactly, what could act on a terminal as escapes. In CSV null is an empty cell, and no text
    can be taken for a formula.
    """
    use_utf8()
    if form == "jsonl":
        _write_jsonl(records)
    else:
        _write_csv(records)


def _write_jsonl(records: Iterable[Mapping[str, object]]) -> None:
    import json

    for record in records:
        line = json.dumps(record, ensure_ascii=False)
        # JSON lets characters stand that a terminal acts on, or that nobody sees.
        print(line if visible(line) == line else json.dumps(record))


def _write_csv(records: Iterable[Mapping[str, object]]) -> None:
    import csv

    writer = csv.writer(sys.stdout, lineterminator="\n")
    names: list[str] = []
    for record in records:
        if not names:
            names = list(record)
            writer.writerow(names)
        writer.writerow([_cell(record[name]) for name in names])


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, float):
        return number_text(Decimal(repr(value)))
    return text_cell(str(value))
