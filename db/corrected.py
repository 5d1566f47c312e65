"""Figures as reviewers corrected them; the extractor's values stay in the file."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from figures.record import parse_number

if TYPE_CHECKING:
    from db.model import QueueRow
    from db.values import Correction
    from figures.model import Figure


def corrections(connection: sqlite3.Connection, ids: Sequence[int]) -> dict[int, list[Correction]]:
    """Give the corrections that stand of these figures, by row id, fields in alphabetical order."""
    found = connection.execute(
        "SELECT c.figure_id, c.field, c.value, CASE c.field WHEN 'low' THEN f.low WHEN 'high' THEN f.high "
        "WHEN 'bound' THEN f.bound WHEN 'unit' THEN f.unit WHEN 'noun' THEN f.noun "
        "WHEN 'attribution' THEN f.attribution WHEN 'as_of' THEN f.as_of END, r.name, c.corrected_at "
        "FROM corrections AS c JOIN figures AS f ON f.id = c.figure_id JOIN reviewers AS r ON r.id = c.reviewer_id "
        "WHERE c.figure_id IN (SELECT value FROM json_each(?)) ORDER BY c.figure_id, c.field",
        (json.dumps(list(ids)),),
    ).fetchall()
    by_figure: dict[int, list[Correction]] = defaultdict(list)
    if not found:
        return by_figure
    from db.values import Correction

    for row_id, *values in found:
        by_figure[row_id].append(Correction(*values))
    return by_figure


def corrected_figure(figure: Figure, changes: Sequence[Correction]) -> Figure:
    """Give a figure with what reviewers put right; the interval of a corrected as-of is known where it is ISO."""
    if not changes:
        return figure
    values = _values(changes, figure.approximate)
    if "as_of" in values:
        from db.values import iso_interval

        values["as_of_start"], values["as_of_end"] = iso_interval(values["as_of"])
    return replace(figure, **values)


def corrected_row(row: QueueRow, changes: Sequence[Correction]) -> QueueRow:
    """Give a line of the queue with what reviewers put right."""
    return replace(row, **_values(changes, row.approximate)) if changes else row


def _values(changes: Sequence[Correction], approximate: bool) -> dict[str, Any]:
    from db.values import NUMBERS

    values: dict[str, Any] = {
        change.field: parse_number(change.value) if change.field in NUMBERS else change.value for change in changes
    }
    if "bound" in values:
        values["approximate"] = values["bound"] == "approx" or (values["bound"] == "range" and approximate)
    return values
