"""What is to be exported, and how."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from db.errors import BadDecision, ReviewError
from db.export.columns import COLUMNS, NAMES, Column
from db.export.formats import BY_NAME, FORMATS, Format
from db.verdict_table import STATES


class BadExport(ReviewError):
    """What was asked for cannot be had: a format, column, verdict, date or link that is none, or does not go along."""


@dataclass(frozen=True, slots=True)
class Export:
    """What is to be exported: the format, the place (`out` None: standard output), which figures, and how.

    `verdicts` are the states wanted; without them the figures confirmed, disputed and misreported, or those in a state
    that `filter` (a query of db/query) names; `all_states` adds the dismissed ones and the queue's without a verdict.
    `question` is the beginning of a question's id, or its title; `publisher` stands in the publisher's name; `since`
    is an ISO date. `columns` are names, none for all; `anonymous` leaves out who decided. `force` replaces what stands
    at `out`. `bom` begins a CSV or TSV file with a byte order mark. `base_url` and `publisher_name` say where and by
    whom ClaimReview is published.
    """

    format: str = "csv"
    out: Path | None = None
    force: bool = False
    all_states: bool = False
    verdicts: tuple[str, ...] = ()
    filter: str = ""
    question: str | None = None
    publisher: str | None = None
    since: str | None = None
    columns: tuple[str, ...] = ()
    anonymous: bool = False
    base_url: str | None = None
    publisher_name: str | None = None
    bom: bool = False


#: Fields of Export that not every format takes, with the options' names.
_SPECIAL = {
    "columns": "--columns",
    "bom": "--bom",
    "base_url": "--base-url",
    "publisher_name": "--publisher-name",
}


def checked(export: Export) -> Format:
    """Give the format of an export that makes sense; raises BadExport, or QueryError for its filter."""
    form = BY_NAME.get(export.format)
    if form is None:
        raise BadExport(f"{export.format!r} is no format: give one of {', '.join(known.name for known in FORMATS)}")
    for name, option in _SPECIAL.items():
        if getattr(export, name) and name not in form.takes:
            taking = ", ".join(known.name for known in FORMATS if name in known.takes)
            raise BadExport(f"{option} does not go with {form.name}" + (f", only with {taking}" if taking else ""))
    if form.makes != "text" and export.out is None:
        raise BadExport(f"{form.name} is a {form.makes}, and cannot be written to standard output: give -o PATH")
    _check_figures(export)
    chosen_columns(export)
    if export.base_url is not None:
        _check_link(export.base_url)
    return form


def chosen_columns(export: Export) -> tuple[Column, ...]:
    """Give the columns of an export in the order asked; raises BadExport for what is none."""
    names = export.columns or tuple(name for name in NAMES if not (export.anonymous and name == "reviewer"))
    by_name = {column.name: column for column in COLUMNS}
    for place, name in enumerate(names):
        if name not in by_name:
            raise BadExport(f"no column is called {name!r}: the columns are {', '.join(NAMES)}")
        if name in names[:place]:
            raise BadExport(f"the column {name} is named twice")
    if export.anonymous and "reviewer" in names:
        raise BadExport("--anonymous leaves the column reviewer out: do not name it in --columns")
    return tuple(by_name[name] for name in names)


def _check_figures(export: Export) -> None:
    from db.query import parse

    for verdict in export.verdicts:
        if verdict not in STATES:
            raise BadExport(f"{verdict!r} is no verdict: give one of {', '.join(STATES)}")
    if export.since is not None:
        try:
            day = date.fromisoformat(export.since)
        except ValueError:
            day = None
        if day is None or day.isoformat() != export.since:
            raise BadExport(f"{export.since!r} is no date: give one as in 2026-03-18")
    parse(export.filter)


def _check_link(link: str) -> None:
    from db.links import checked_link

    try:
        checked_link(link)
    except BadDecision as error:
        raise BadExport(str(error)) from None
