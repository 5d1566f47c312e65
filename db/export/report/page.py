"""The report as one self-contained HTML page, written piece by piece."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator
from decimal import Decimal
from importlib.resources import files
from typing import TYPE_CHECKING

from db.errors import ReviewError
from db.export.report.drawing import Drawing, drawing
from db.export.report.method import METHOD
from db.export.report.model import Question
from db.export.report.report import Report
from db.export.report.wording import day, link, quotation, value_words
from db.model import REASONS
from db.verdict_words import MEANINGS, REASON_MEANINGS, SHAPES
from db.words import reason_label
from figures.model import Figure
from figures.record import number_text, parse_number
from figures.wording import number
from seeds.visible import visible

if TYPE_CHECKING:
    from jinja2 import Environment

_HEADING = "The figures, checked"
#: So many questions are listed at the head of the page; a longer list helps nobody.
_LISTED = 60
#: Pieces of the page that are written together.
_PIECES = 64
#: So many sums of a question are told.
_SUMS = 8

_RELATIONS = {
    "conflict": "Conflicts:",
    "equal": "The same:",
    "compatible": "Fits:",
    "not_comparable": "Not compared:",
}


def page(report: Report, *, publisher_name: str | None = None) -> Iterator[str]:
    """Yield the page of a report, piece by piece.

    It needs no script, no font and no other file, asks nothing of any network, and is the same for the same review.
    All text is escaped, invisible characters are shown, and only http and https addresses are links. Raises
    ReviewError where jinja2 is not installed.
    """
    environment = _environment()
    style, script = _asset("page.css"), _asset("page.js")
    reader = report.reader()
    stream = environment.get_template("page.html.jinja").stream(
        title=f"{_HEADING}: {publisher_name}" if publisher_name else _HEADING,
        heading=_HEADING,
        publisher_name=publisher_name,
        policy=_policy(style, script),
        style=_safe(style),
        script=_safe(script),
        summary=report.summary,
        contents=reader.contents(_LISTED),
        questions=reader.questions(),
        alone=reader.alone(),
        changes=report.changes(),
        sources=report.sources(),
        named=not report.anonymous,
        method=METHOD,
        meanings=MEANINGS,
        reasons=[(reason.label, REASON_MEANINGS[reason.code]) for reason in REASONS],
        relations=_RELATIONS,
        shapes=SHAPES,
        ranks={state: rank for rank, (state, _) in enumerate(MEANINGS)},
    )
    stream.enable_buffering(_PIECES)
    yield from stream


def _environment() -> Environment:
    try:
        from jinja2 import Environment, FunctionLoader, StrictUndefined
    except ImportError:
        raise ReviewError("the HTML page needs jinja2: install it with  pip install 'figcheck[html]'") from None
    environment = Environment(
        loader=FunctionLoader(_asset),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_shown,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {
        "count_of": _count_of,
        "day": day,
        "drawing": _drawing,
        "exact": _exact,
        "link": link,
        "percent": _percent,
        "quotation": quotation,
        "reason_label": reason_label,
        "sort_key": _sort_key,
        "spaced": _spaced,
        "sums": _sums,
        "value_words": value_words,
    }
    return environment


def _asset(name: str) -> str:
    return files(__package__ or "").joinpath(name).read_text(encoding="utf-8")


def _shown(value: object) -> object:
    """Make what cannot be seen visible, in every text that comes onto the page; mark-up of our own is as it is."""
    return visible(value, newlines=True) if type(value) is str else value


def _safe(text: str) -> object:
    """Give one of our own files as it is, without the escapes that a foreign text gets."""
    from markupsafe import Markup

    return Markup(text)


def _policy(style: str, script: str) -> str:
    """Allow the style and the script of the page, by their hashes, and nothing else."""
    hashes = [base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() for text in (style, script)]
    return (
        f"default-src 'none'; style-src 'sha256-{hashes[0]}'; script-src 'sha256-{hashes[1]}'; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )


def _drawing(question: Question) -> Drawing | None:
    return drawing(question.first, question.shown, question.answers[0] if question.answers else None)


def _sums(question: Question) -> list[tuple[str, bool]]:
    return list(dict.fromkeys((one.why, one.holds) for one in question.sums))[:_SUMS]


def _sort_key(figure: Figure) -> str:
    point = figure.low if figure.low is not None else figure.high
    return number_text(point)


def _percent(share: float) -> str:
    return f"{Decimal(share * 100):.2f}%"


def _exact(text: str) -> str:
    return number(parse_number(text) or 0)


def _count_of(count: int, thing: str) -> str:
    return f"{count:,} {thing}{'' if count == 1 else 's'}"


def _spaced(code: str) -> str:
    return code.replace("_", " ")
