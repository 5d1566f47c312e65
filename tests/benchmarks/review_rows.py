"""Generated documents with figures, for review files of any size: the same ones for the same seed and number."""

import hashlib
import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from db import open_review
from figures.model import CONTEXT, Bound, Figure
from seeds.document import Document, Item, Zone, text_hash

_PLACES = (
    *("harbour", "valley", "capital", "border town", "river delta", "northern coast", "old quarter", "airfield"),
    *("mining district", "island", "railway yard", "camp", "university", "steel works", "dam", "market"),
)
_NOUNS = (
    *("residents", "soldiers", "homes", "trucks", "tonnes of grain", "patients", "engineers", "refugees", "vessels"),
    *("families", "teachers", "hectares of forest", "drones", "shells", "hospital beds", "schools", "passengers"),
    *("cyclists", "voters", "miners", "ballots", "wagons", "blankets", "inspectors"),
)
_VERBS = ("counted", "moved", "lost", "repaired", "reported", "expected", "treated", "registered", "found", "sheltered")
_SOURCES = ("the mayor", "the port office", "the ministry", "aid workers", "the grid operator", "local police")
_PUBLISHERS = tuple(f"{place.title()} {kind}" for place in _PLACES for kind in ("Post", "Gazette", "Wire", "Observer"))
_BOUNDS: tuple[tuple[str, Bound], ...] = (
    ("", "exact"),
    ("", "exact"),
    ("more than ", "over"),
    ("up to ", "up_to"),
    ("around ", "approx"),
)
#: Documents, or verdicts, a transaction.
_BATCH = 1000
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@dataclass(frozen=True, slots=True)
class Sizes:
    """How many documents, and how many figures in each."""

    documents: int
    figures: int


def documents(sizes: Sizes, seed: int, *, first: int = 0) -> Iterator[tuple[Document, list[Figure]]]:
    """Yield documents with their figures; `first` is the number of the first of them."""
    for number in range(first, first + sizes.documents):
        yield _document(number, sizes.figures, random.Random(seed * 1_000_003 + number))


def _document(number: int, count: int, chance: random.Random) -> tuple[Document, list[Figure]]:
    place = chance.choice(_PLACES)
    title = f"Report {number} from the {place}"
    parts = [title + "\n"]
    length = len(parts[0])
    figures = []
    for _ in range(count):
        figure, sentence = _sentence(chance, place, length)
        figures.append(figure)
        parts.append(sentence)
        length += len(sentence)
    text = "".join(parts)
    figures = [
        replace(
            figure,
            prefix=text[max(0, figure.start - CONTEXT) : figure.start],
            suffix=text[figure.end : figure.end + CONTEXT],
        )
        for figure in figures
    ]
    url = f"https://news-{number % 97}.example/{number}"
    digest = text_hash(text)
    document = Document(
        name=url,
        text=text,
        source_sha256=hashlib.sha256(url.encode()).hexdigest(),
        text_sha256=digest,
        retrieved="2026-01-05T08:00:00Z",
        items=(Item(0, title, "2026-01-04"),),
        zones=(Zone(0, length, "body"),),
        title=title,
        publisher=chance.choice(_PUBLISHERS),
        url=url,
        published="2026-01-04",
        language="en",
    )
    return document, figures


def _sentence(chance: random.Random, place: str, at: int) -> tuple[Figure, str]:
    """Make one sentence that begins at this offset, and its figure, not yet anchored."""
    modifier, bound = chance.choice(_BOUNDS)
    value = chance.randrange(2, 90_000)
    noun, source, day = chance.choice(_NOUNS), chance.choice(_SOURCES), chance.choice(_DAYS)
    before = f"On {day} teams in the {place} {chance.choice(_VERBS)} {modifier}"
    number = f"{value:,}"
    after = f" {noun} near post {chance.randrange(100, 9999)}, {source} said, as work went on along the road.\n"
    start = at + len(before)
    checkable = chance.random() < 0.6
    figure = Figure(
        item=0,
        zone="body",
        start=start,
        end=start + len(number),
        text=number,
        low=None if bound == "up_to" else value,
        high=None if bound == "over" else value,
        bound=bound,
        approximate=bound == "approx",
        kind="count",
        unit=None,
        iso=None,
        noun=noun,
        predicate=None,
        place=place,
        modifier=modifier.strip() or None,
        increment=False,
        vague=False,
        attribution=source,
        hedge=None,
        as_of=day,
        as_of_start="2026-01-04",
        as_of_end="2026-01-04",
        sentence_start=at,
        sentence_end=start + len(number) + len(after) - 1,
        checkable=checkable,
        why_not=None if checkable else "idiom",
        prefix="",
        suffix="",
    )
    return figure, before + number + after


def write_review(path: Path, sizes: Sizes, seed: int) -> None:
    """Make a review file of generated documents; a tenth of the queue has verdicts, and the last of these evidence."""
    with open_review(path, reviewer="ana", create=True) as review:
        for first in range(0, sizes.documents, _BATCH):
            review.add_all(documents(Sizes(min(_BATCH, sizes.documents - first), sizes.figures), seed, first=first))
        judged = review.queue()[::10]
        for place in range(0, len(judged), _BATCH):
            review.decide(judged[place : place + _BATCH], ("confirmed", "disputed", "dismissed")[place // _BATCH % 3])
        for row_id in judged[-20:]:
            review.add_evidence(row_id, f"https://archive.example/{row_id}")
