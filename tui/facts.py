"""The facts of one figure laid out for the details pane: rows where it is narrow, three columns where it is wide."""

from collections.abc import Sequence
from dataclasses import dataclass

from textual.content import Content

from db.model import Evidence, FigureView
from db.opinions import Opinion
from db.values import Correction
from figures.model import Figure, Sign
from tui.actions import sign
from tui.jobs.hearing import NOTHING_SAID, Said
from tui.relation_words import SIGN_SHAPE
from tui.safe import foreign, one_line
from tui.words import COLOURS, SHAPES, as_read, correction_line, measure, reason_label, subject, value, verdict

#: From this many cells on there are three columns.
WIDE = 108

_LABEL = "$faint"
_LABEL_WIDTH = 10
_GAP = 3

#: How a piece of evidence is labelled.
_STANCES = {"supports": "evidence", "contradicts": "against"}

#: How the three columns share the width: the figure, its source, its verdict.
_SHARES = (3, 4, 3)


#: What of a verdict stands in the border where the facts are laid out in rows.
_IN_BORDER = ("verdict", "by")


@dataclass(frozen=True, slots=True)
class Fact:
    """One labelled value; not `known` where it says only that there is none."""

    label: str
    value: Content
    known: bool = True


def headline(view: FigureView) -> Content:
    """Give the state and the figure on one line, for the border of the pane."""
    text = f"{value(view.figure)} {view.figure.noun or ''}"
    badge = f"{SHAPES[view.state]} {verdict(view)}"
    return Content.assemble((badge, f"bold {COLOURS[view.state]}"), "  ", one_line(text, "bold"))


def lay_out(view: FigureView, width: int, said: Said | None = None, height: int = 0) -> Content:
    """Give all facts of a figure for a pane of `width` cells; what fits whole into `height` lines is not cut."""
    said = said or NOTHING_SAID
    if width >= WIDE:
        return _columns((_of_figure(view), _of_source(view), _of_verdict(view, said, between="\n")), width)
    whole = _rows(view, width, said, cut=False)
    return Content("\n").join(whole if len(whole) <= height else _rows(view, width, said))


def _read(figure: Figure) -> str:
    kind = measure(figure)
    return as_read(figure) if kind == "count" else f"{as_read(figure)} ({kind})"


def _of_figure(view: FigureView) -> list[Fact]:
    figure = view.figure
    written = f"{figure.modifier} {figure.text}" if figure.modifier else figure.text
    facts = [
        Fact("written", one_line(written, "bold")),
        Fact("read as", one_line(_read(figure))),
        Fact("of", one_line(subject(figure)) if subject(figure) else _none("no noun")),
        Fact("says", _says(view)),
        Fact("as of", _when(view) or _none("not said")),
    ]
    if figure.place:
        facts.append(Fact("place", one_line(figure.place)))
    if not figure.checkable:
        facts.append(Fact("not asked", one_line(f"not checkable: {(figure.why_not or 'other').replace('_', ' ')}")))
    return facts


def _of_source(view: FigureView) -> list[Fact]:
    facts = [
        Fact("publisher", one_line(view.publisher) if view.publisher else _none("not given")),
        Fact("title", one_line(view.title) if view.title else _none("not given")),
        Fact("link", foreign(view.url, "$text-accent") if view.url else _none("no link")),
        Fact("published", one_line(view.published) if view.published else _none("not given")),
    ]
    if view.author:
        facts.append(Fact("author", one_line(view.author)))
    return [*facts, Fact("document", one_line(view.document_name))]


def _of_verdict(view: FigureView, said: Said, between: str = " · ") -> list[Fact]:
    """Give the verdict and what stands beside it; `between` separates what several reviewers say."""
    facts = [Fact("verdict", _badge(view))]
    if view.reviewer and view.decided_at and view.state != "unreviewed":
        facts.append(Fact("by", one_line(f"{view.reviewer}, {view.decided_at[:16].replace('T', ' ')}Z")))
    if len(said.opinions) > 1:
        facts.append(Fact("reviewers", _opinions(view, said, between)))
    facts += [Fact("sign", _sign(sign)) for sign in said.signs]
    facts += [Fact("corrected", _correction(correction)) for correction in view.corrections]
    if view.origin == "added":
        facts.append(Fact("added", Content("by a reviewer; the extractor has no such figure")))
    facts.append(Fact("note", one_line(view.note)) if view.note else Fact("note", _none("none"), False))
    if said.tags:
        facts.append(Fact("tags", one_line(" · ".join(said.tags))))
    if not view.evidence:
        return [*facts, Fact("evidence", _none("none"), False)]
    return [*facts, *(Fact(_STANCES.get(piece.stance, piece.stance), _evidence(piece)) for piece in view.evidence)]


def _comes_first(fact: Fact, view: FigureView) -> bool:
    """Tell whether a fact stands above all others: what asks for a verdict."""
    return fact.label == "sign" or (fact.label == "reviewers" and view.state == "unresolved")


def _sign(sign: Sign) -> Content:
    said = (f"{SIGN_SHAPE} {reason_label(sign.kind)}", "bold $text-warning")
    return Content.assemble(said, one_line(f": {sign.why} (a proposal)"))


def _opinions(view: FigureView, said: Said, between: str) -> Content:
    """Say who says what, and how it is settled."""
    pieces = [opinion_line(opinion) for opinion in said.opinions]
    if view.state == "unresolved":
        pieces.append(Content.styled(f"{sign('settle')} settles it", "$faint"))
    return Content(between).join(pieces)


def opinion_line(opinion: Opinion) -> Content:
    """Give what one reviewer says, in one line: "ben ◆ disputed"."""
    why = f": {reason_label(opinion.reason)}" if opinion.reason else ""
    who = f"settled by {opinion.reviewer} " if opinion.adjudicates else f"{opinion.reviewer} "
    said = one_line(f"{SHAPES[opinion.verdict]} {opinion.verdict}{why}", f"bold {COLOURS[opinion.verdict]}")
    return Content.assemble(one_line(who), " ", said)


def _correction(correction: Correction) -> Content:
    return Content.assemble(one_line(correction_line(correction)), one_line(f", by {correction.reviewer}", "$faint"))


def _evidence(evidence: Evidence) -> Content:
    """Give what it is called, its link whole, and what else is known of it."""
    seen = f"seen {evidence.seen_on}" if evidence.seen_on else None
    more = [evidence.title if evidence.link else None, evidence.quote and f"“{evidence.quote}”", seen]
    pieces = [one_line(text, "$faint") for text in more if text]
    if evidence.archived_link:
        pieces.append(Content.assemble(("archived ", "$faint"), foreign(evidence.archived_link, "$text-accent")))
    return Content(" · ").join([foreign(evidence.name, "$text-accent"), *pieces])


def _badge(view: FigureView) -> Content:
    return Content.styled(f"{SHAPES[view.state]} {verdict(view)}", f"bold {COLOURS[view.state]}")


def _says(view: FigureView) -> Content:
    figure = view.figure
    who = (
        one_line(figure.attribution, "bold") if figure.attribution else Content.styled("nobody named", "$text-warning")
    )
    return Content.assemble(who, one_line(f", {figure.hedge}")) if figure.hedge else who


def _when(view: FigureView) -> Content | None:
    figure = view.figure
    if not figure.as_of:
        return None
    ends = sorted({end for end in (figure.as_of_start, figure.as_of_end) if end})
    return one_line(f"{figure.as_of} ({' to '.join(ends)})" if ends else figure.as_of)


def _none(text: str) -> Content:
    return Content.styled(text, "$fainter")


def _rows(view: FigureView, width: int, said: Said, *, cut: bool = True) -> list[Content]:
    """Lay out in rows of one line each, `cut` where they are longer; only links and what reviewers wrote take more."""
    figure = {fact.label: fact for fact in _of_figure(view)}
    source = {fact.label: fact for fact in _of_source(view)}
    about = [source["publisher"].value if view.publisher else source["document"].value]
    about += [source[label].value for label, known in (("published", view.published), ("title", view.title)) if known]
    if view.figure.as_of:
        figure["as of"] = Fact("as of", one_line(view.figure.as_of))  # the dates it means stand where there is room
    else:
        del figure["as of"]
    told = [figure[label] for label in ("says", "as of", "place") if label in figure]
    lines = [
        *_flow([Fact("read as", one_line(_read(view.figure))), figure["of"]], width, cut=cut),
        *_flow(told, width, cut=cut),
        *_flow([Fact("from", Content(" · ").join(about))], width, cut=cut),
        *_wrapped(source["link"], width),
    ]
    if "not asked" in figure:
        lines = [*_flow([figure["not asked"]], width, cut=cut), *lines]
    written = [fact for fact in _of_verdict(view, said) if fact.known and fact.label not in _IN_BORDER]
    first = [fact for fact in written if _comes_first(fact, view)]
    rest = [fact for fact in written if fact not in first]
    return [*_all_wrapped(first, width), *lines, *_all_wrapped(rest, width)]


def _all_wrapped(facts: Sequence[Fact], width: int) -> list[Content]:
    return [line for fact in facts for line in _wrapped(fact, width)]


def _flow(facts: Sequence[Fact], width: int, *, cut: bool) -> list[Content]:
    """Put facts behind each other; one that does not fit begins a line of its own."""
    lines = [[facts[0]]]
    used = _LABEL_WIDTH + facts[0].value.cell_length
    for fact in facts[1:]:
        used += _GAP + len(fact.label) + 1 + fact.value.cell_length
        if used <= width:
            lines[-1].append(fact)
        else:
            lines.append([fact])
            used = _LABEL_WIDTH + fact.value.cell_length
    joined = [Fact(line[0].label, _joined(line)) for line in lines]
    if not cut:
        return _all_wrapped(joined, width)
    return [Content.assemble(_label(fact), fact.value).truncate(max(1, width), ellipsis=True) for fact in joined]


def _joined(facts: Sequence[Fact]) -> Content:
    rest = [Content.assemble((f"{fact.label} ", _LABEL), fact.value) for fact in facts[1:]]
    return Content(" " * _GAP).join([facts[0].value, *rest])


def _label(fact: Fact) -> Content:
    return Content.styled(fact.label.ljust(_LABEL_WIDTH), _LABEL)


def _wrapped(fact: Fact, width: int) -> list[Content]:
    lines = fact.value.wrap(max(8, width - _LABEL_WIDTH)) or [Content("")]
    return [
        Content.assemble(Content(" " * _LABEL_WIDTH) if number else _label(fact), line)
        for number, line in enumerate(lines)
    ]


def _columns(blocks: Sequence[Sequence[Fact]], width: int) -> Content:
    room = width - _GAP * (len(blocks) - 1)
    widths = [room * share // sum(_SHARES) for share in _SHARES]
    columns = [_all_wrapped(block, width) for block, width in zip(blocks, widths, strict=True)]
    lines = []
    for place in range(max(map(len, columns))):
        cells = [column[place] if place < len(column) else Content("") for column in columns]
        padded = [
            cell.extend_right(max(0, width - cell.cell_length)) for cell, width in zip(cells, widths, strict=True)
        ]
        lines.append(Content(" " * _GAP).join(padded))
    return Content("\n").join(lines)
