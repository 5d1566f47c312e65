"""Corrections of what the extractor said of a figure, as events."""

import sqlite3
from collections.abc import Mapping

from db import corrected, views
from db.errors import BadDecision
from db.log.append import Entry, record
from db.log.given_on import numbers
from db.model import Action
from db.transaction import writing
from db.values import FIELDS, checked_values, value_text


def correct(connection: sqlite3.Connection, reviewer: str, row_id: int, given: Mapping[str, object]) -> Action:
    """Put values of a figure right, as one action; a field given as the extractor has it takes its correction back.

    Raises BadDecision for values that cannot be, or where nothing differs from what the figure has.
    """
    with writing(connection):
        figure = views.figure(connection, row_id).figure
        present = {name: getattr(figure, name) for name in FIELDS}
        values = checked_values(figure.kind, present, given)
        extracted = {item.field: item.extracted for item in corrected.corrections(connection, [row_id])[row_id]}
        of = numbers(connection, [row_id])[row_id]
        entries = []
        for name in FIELDS:
            value, before = value_text(values[name]), value_text(present[name])
            if value == before:
                continue
            # In `extracted` are the fields that were corrected: of the others the figure still has the extractor's.
            back = name in extracted and extracted[name] == value
            payload = {"field": name, "withdrawn": True} if back else {"field": name, "value": value}
            entries.append(Entry("correction", {**payload, "of": of}, row_id))
        if not entries:
            raise BadDecision("nothing to correct: the figure has these values already")
        return record(connection, reviewer, entries)
