"""Small documents and figures for tests."""

from dataclasses import replace
from typing import Any

from db.model import QueueRow
from figures.model import CONTEXT, Figure, Number
from seeds.document import Document, Item, Zone, text_hash

RETRIEVED = "2025-06-20T08:00:00Z"


def make_document(text: str = "A dam held back 40 million tonnes of water.", **changes: Any) -> Document:
    """Make a document of one item, all of it body; `changes` are fields of Document."""
    document = Document(
        name="report.txt",
        text=text,
        source_sha256=text_hash(text),
        text_sha256=text_hash(text),
        retrieved=RETRIEVED,
        items=(Item(0),),
        zones=(Zone(0, len(text), "body"),) if text else (),
    )
    return replace(document, **changes)


def make_figure(document: Document, text: str, low: Number | None = None, **changes: Any) -> Figure:
    """Make the figure that stands at the first place of `text` in the document; `changes` are fields of Figure.

    `high` is `low` unless given; the sentence is the line the figure stands on.
    """
    start = changes.pop("start", None)
    start = document.text.index(text) if start is None else start
    end = start + len(text)
    line_end = document.text.find("\n", end)
    figure = Figure(
        item=0,
        zone="body",
        start=start,
        end=end,
        text=text,
        low=low,
        high=low,
        bound="exact",
        approximate=False,
        kind="count",
        unit=None,
        iso=None,
        noun=None,
        predicate=None,
        place=None,
        modifier=None,
        increment=False,
        vague=False,
        attribution=None,
        hedge=None,
        as_of=None,
        as_of_start=None,
        as_of_end=None,
        sentence_start=document.text.rfind("\n", 0, start) + 1,
        sentence_end=len(document.text) if line_end < 0 else line_end,
        checkable=True,
        why_not=None,
        prefix=document.text[max(0, start - CONTEXT) : start],
        suffix=document.text[end : end + CONTEXT],
    )
    return replace(figure, **changes)


def make_row(row_id: int, text: str, low: int | None, **changes: Any) -> QueueRow:
    """Make a line of the queue without a verdict; `changes` are fields of QueueRow, `high` is `low` unless given."""
    row = QueueRow(
        row_id=row_id,
        figure_id=f"{row_id:012x}",
        document_id=row_id,
        state="unreviewed",
        reason=None,
        text=text,
        low=low,
        high=low,
        bound="exact",
        approximate=False,
        kind="count",
        unit=None,
        noun="soldiers",
        attribution=None,
        as_of=None,
        publisher="Post",
        zone="body",
        checkable=True,
        why_not=None,
        has_note=False,
        has_evidence=False,
    )
    return replace(row, **changes)


def sample(number: int = 1, **changes: Any) -> tuple[Document, list[Figure]]:
    """Make a document with four figures: two of the body, an identifier, and one of a teaser that stands above."""
    text = (
        f"Storm {number}: the port counted 12 barges adrift\n"
        f"More than 6,000 homes lost power, the grid operator said.\n"
        f"Around 3,800 to 4,000 residents left the islands on ferry M-{number}00.\n"
    )
    first_line = text.index("\n")
    document = make_document(
        text,
        name=f"storm{number}.txt",
        publisher=f"Harbour Post {number}",
        title=f"Storm {number}",
        url=f"https://harbour-post.example/{number}",
        published="2025-06-18",
        items=(Item(0), Item(1, "Barges adrift")),
        zones=(Zone(0, first_line, "teaser", 1), Zone(first_line + 1, len(text), "body")),
    )
    figures = [
        make_figure(document, "12", 12, noun="barges", zone="teaser", item=1),
        make_figure(
            document,
            "6,000",
            6000,
            high=None,
            bound="over",
            modifier="More than",
            noun="homes",
            attribution="the grid operator",
        ),
        make_figure(
            document,
            "3,800 to 4,000",
            3800,
            high=4000,
            bound="range",
            approximate=True,
            modifier="Around",
            noun="residents",
        ),
        make_figure(document, f"M-{number}00", kind="identifier", checkable=False, why_not="identifier"),
    ]
    return replace(document, **changes), figures
