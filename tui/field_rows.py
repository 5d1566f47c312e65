"""Every field of a figure as labelled lines, in sections, for the screen that shows them all."""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from decimal import Decimal

from textual.content import Content

from db.model import Evidence, FigureView
from db.particulars import Particulars
from db.source_record import Source
from db.values import Correction
from figures.model import Figure
from figures.record import number_text
from tui.safe import LONGEST, foreign, one_line
from tui.words import COLOURS, SHAPES, verdict

#: From so many cells on the sections stand in two columns.
TWO_COLUMNS = 130

_LABEL_WIDTH, _GAP = 19, 3
_NUMBERS = ("low", "high")
#: Fields of which white space at the ends matters.
_EXACT = ("text", "prefix", "suffix")
#: Fields that follow from corrected ones.
_DERIVED = {"approximate": "bound", "as_of_start": "as_of", "as_of_end": "as_of"}


@dataclass(frozen=True, slots=True)
class Section:
    """A heading, and the labelled values below it."""

    title: str
    rows: tuple[tuple[str, Content], ...]


def sections(found: Particulars) -> list[Section]:
    """Give all there is to show: the record, the sentence, what was decided, evidence, the document, ids."""
    view = found.view
    return [
        Section("The figure's record", tuple(_record(found))),
        Section("Its sentence", (("sentence", one_line(view.sentence)),)),
        Section("What was decided", tuple(_decided(found))),
        *(
            Section(f"Evidence {number}" if len(view.evidence) > 1 else "Evidence", tuple(_evidence(piece)))
            for number, piece in enumerate(view.evidence, 1)
        ),
        Section("Its document", tuple(_document(view, found.source))),
        Section("Ids", tuple(_ids(found))),
    ]


def _record(found: Particulars) -> list[tuple[str, Content]]:
    corrections = {correction.field: correction for correction in found.view.corrections}
    rows = []
    for field in fields(Figure):
        name = field.name
        now, before = getattr(found.view.figure, name), getattr(found.extracted, name)
        rows.append((name, _value(name, now)))
        correction = corrections.get(name) or (corrections.get(_DERIVED.get(name, "")) if now != before else None)
        if correction is not None:
            rows.append(("", _corrected(_value(name, before), correction)))
    return rows


def _corrected(before: Content, correction: Correction) -> Content:
    by = one_line(f", corrected by {correction.reviewer}, {_time(correction.corrected_at)}", "$faint")
    return Content.assemble(("extracted: ", "$text-accent"), before, by)


def _value(name: str, value: object) -> Content:
    if value is None:
        return Content.styled("none", "$fainter")
    if isinstance(value, bool):
        return Content("yes" if value else "no")
    if isinstance(value, int | Decimal):
        return Content.styled(number_text(value) or "none", "bold" if name in _NUMBERS else "")
    if name in _EXACT:
        return foreign(f"“{str(value)[:LONGEST]}”")
    return one_line(str(value))


def _decided(found: Particulars) -> list[tuple[str, Content]]:
    view = found.view
    rows = [("verdict", Content.styled(f"{SHAPES[view.state]} {verdict(view)}", f"bold {COLOURS[view.state]}"))]
    rows += [("decided by", _given(view.reviewer)), ("decided at", _given(view.decided_at and _time(view.decided_at)))]
    for opinion in found.opinions:
        why = f": {opinion.reason}" if opinion.reason else ""
        settled = " for all" if opinion.adjudicates else ""
        said = f"{SHAPES[opinion.verdict]} {opinion.verdict}{why}{settled}, {_time(opinion.decided_at)}"
        rows.append(("opinion", Content.assemble(one_line(opinion.reviewer, "bold"), " ", one_line(said))))
    return [*rows, ("note", _written(view.note)), ("tags", _given(" · ".join(found.tags) or None))]


def _evidence(piece: Evidence) -> list[tuple[str, Content]]:
    return [
        ("kind", one_line(f"{piece.kind}, {piece.stance}")),
        ("link", _link(piece.link)),
        ("title", _given(piece.title)),
        ("quote", _written(piece.quote)),
        ("seen on", _given(piece.seen_on)),
        ("archived", _link(piece.archived_link)),
        ("added", one_line(f"{piece.reviewer}, {_time(piece.added_at)}")),
    ]


def _document(view: FigureView, source: Source) -> list[tuple[str, Content]]:
    return [
        ("name", one_line(source.name)),
        ("title", _given(source.title)),
        ("story's title", _given(view.title)),
        ("publisher", _given(source.publisher)),
        ("author", _given(source.author)),
        ("link", _link(source.url)),
        ("published", _given(source.published)),
        ("story published", _given(view.published)),
        ("language", _given(source.language)),
        ("retrieved", _given(source.retrieved)),
        ("archived copy", _link(source.archived)),
        ("characters", Content(f"{source.characters:,}")),
        ("version", Content(f"{source.version}, read by extractor {source.extractor_version}")),
        ("sha256 received", one_line(source.source_sha256)),
        ("sha256 of text", one_line(source.text_sha256)),
    ]


def _ids(found: Particulars) -> list[tuple[str, Content]]:
    view = found.view
    return [
        ("figure", Content.styled(view.figure_id, "bold")),
        ("document", one_line(found.source.uid)),
        ("origin", Content(view.origin)),
        ("status", Content(view.status)),
        ("took the place of", _given(view.changed_from)),
    ]


def _written(text: str | None) -> Content:
    """Give what somebody wrote, in its own lines."""
    if not text:
        return _given(None)
    return Content("\n").join(foreign(line) for line in text[:LONGEST].splitlines())


def _given(text: str | None) -> Content:
    return one_line(text) if text else Content.styled("none", "$fainter")


def _link(address: str | None) -> Content:
    return foreign(address, "$text-accent") if address else Content.styled("none", "$fainter")


def _time(at: str) -> str:
    return f"{at[:16].replace('T', ' ')}Z"


def lay_out(shown: Sequence[Section], width: int) -> list[Content]:
    """Give the lines of the sections for `width` cells: where it is wide, the record left and the rest right."""
    if width < TWO_COLUMNS:
        return _lines(shown, width)
    room = (width - _GAP) // 2
    left, right = _lines(shown[:2], room), _lines(shown[2:], room)
    lines = []
    for at in range(max(len(left), len(right))):
        beside = [column[at] if at < len(column) else Content("") for column in (left, right)]
        padded = beside[0].extend_right(max(0, room - beside[0].cell_length))
        lines.append(Content.assemble(padded, " " * _GAP, beside[1]))
    return lines


def _lines(shown: Sequence[Section], width: int) -> list[Content]:
    label_width = min(_LABEL_WIDTH, max(1, width // 3))
    lines: list[Content] = []
    for section in shown:
        lines += [*([Content("")] if lines else []), Content.styled(section.title, "bold underline")]
        for label, value in section.rows:
            head = Content.styled(label, "$faint").truncate(label_width - 1, ellipsis=True)
            wrapped = value.wrap(max(4, width - label_width)) or [Content("")]
            padding = Content(" " * label_width)
            lines += [
                Content.assemble(padding if at else head.extend_right(label_width - head.cell_length), line)
                for at, line in enumerate(wrapped)
            ]
    return lines
