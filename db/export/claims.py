"""Claims: figures of equal value and scope in a question with one verdict, as schema.org's ClaimReview."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urldefrag

from db.export.report.model import Entry, Question
from db.export.report.reading import Reader
from db.export.report.wording import claim_words, link
from db.model import FigureView
from db.verdict_table import PUBLISHED
from db.words import reason_label
from seeds.visible import visible

#: Best and worst rating, and the rating of each verdict. Disputed has none: it is no midpoint between true and false.
BEST, WORST = 5, 1
_RATINGS: Mapping[str, int | None] = {"confirmed": BEST, "disputed": None, "misreported": WORST}
#: Misreports for these reasons lose a part of what was said and not the whole of it.
_PARTLY, _PARTLY_RATED = ("bound_lost", "scope_changed"), 2
#: Longer claims are cut: readers of ClaimReview show them as headlines.
_LONGEST = 200

Node = dict[str, object]


@dataclass(frozen=True, slots=True)
class Publication:
    """Who publishes the claims, and the address of the page on which they stand; None where that is not known."""

    name: str | None
    url: str | None


@dataclass(frozen=True, slots=True)
class Claim:
    """Figures of equal value and scope with one verdict and reason, in queue order, and the title of their question."""

    views: tuple[FigureView, ...]
    question: str | None

    @property
    def name(self) -> str:
        """What the claim is called: the id of its first figure."""
        return self.views[0].figure_id


def claims(reader: Reader) -> Iterator[Claim]:
    """Yield the claims of a report; figures that were dismissed or have no verdict make none."""
    for question in reader.questions():
        yield from _claims_of(question)
    for entry in reader.alone():
        if entry.view.state in PUBLISHED:
            yield Claim((entry.view,), None)


def claim_review(claim: Claim, publication: Publication) -> Node:
    """Give a claim as a ClaimReview object (https://schema.org/ClaimReview).

    A misreport is the claim of the publisher that printed it; every other one of those whom the texts name for it.
    """
    first = claim.views[0]
    evidence = [one.link for view in claim.views for one in view.evidence if one.link]
    notes = [view.note for view in claim.views if view.note]
    newest = max((view.decided_at or "" for view in claim.views), default="")
    return _without_none(
        {
            "@context": "https://schema.org",
            "@type": "ClaimReview",
            "url": _page(publication, claim),
            "datePublished": newest[:10] or None,
            "author": _organization(publication.name, publication.url),
            "claimReviewed": claimed(claim),
            "reviewRating": rating(first.state, first.reason),
            "reviewBody": "\n\n".join(_text(note, lines=True) for note in dict.fromkeys(notes)) or None,
            "citation": [link(address).href for address in dict.fromkeys(evidence) if link(address).href] or None,
            "itemReviewed": _item(claim),
        }
    )


def claimed(claim: Claim) -> str:
    """Give what is claimed in a line, without any rating: "6,000 casualties, according to UK (losses in Kursk)"."""
    first = claim.views[0]
    words = claim_words(first)
    if first.state == "misreported" and first.figure.attribution:
        words += f", according to {first.figure.attribution}"
    if claim.question is not None and len(words) + len(claim.question) + 3 <= _LONGEST:
        words += f" ({claim.question})"
    words = _text(words)
    return words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1].rstrip()}…"


def rating(state: str, reason: str | None) -> Node:
    """Give the rating of a verdict: its word always, a number where it has one."""
    number = _PARTLY_RATED if state == "misreported" and reason in _PARTLY else _RATINGS[state]
    words = f"{state.capitalize()}: {reason_label(reason)}" if reason else state.capitalize()
    return _without_none(
        {
            "@type": "Rating",
            "alternateName": words,
            "ratingValue": number,
            "bestRating": BEST,
            "worstRating": WORST,
        }
    )


def _claims_of(question: Question) -> Iterator[Claim]:
    group = {name: names[0] for names in question.same for name in names}
    found: dict[tuple[str, str, str | None], list[FigureView]] = {}
    for view in _judged(question.entries):
        found.setdefault((group.get(view.figure_id, view.figure_id), view.state, view.reason), []).append(view)
    yield from (Claim(tuple(views), question.title) for views in found.values())


def _judged(entries: Iterable[Entry]) -> Iterator[FigureView]:
    return (entry.view for entry in entries if entry.view.state in PUBLISHED)


def _item(claim: Claim) -> Node:
    places = _places(claim.views)
    dated = [view.published for view in claim.views if view.published]
    return _without_none(
        {
            "@type": "Claim",
            "author": _authors(claim.views),
            "datePublished": min(dated, default=None),
            # Without a date, a text comes behind all that have one.
            "firstAppearance": min(places, key=lambda place: str(place.get("datePublished", "~"))),
            "appearance": places,
        }
    )


def _places(views: Sequence[FigureView]) -> list[Node]:
    """Give the texts in which figures stand, each once."""
    found: dict[int, Node] = {}
    for view in views:
        found.setdefault(view.document_id, _place(view))
    return list(found.values())


def _place(view: FigureView) -> Node:
    return _without_none(
        {
            "@type": "CreativeWork",
            "name": _text(view.title or view.document_name),
            "url": link(view.url).href if view.url else None,
            "datePublished": view.published,
            "publisher": _organization(view.publisher, None),
        }
    )


def _authors(views: Sequence[FigureView]) -> Node | list[Node] | None:
    found: dict[str, Node] = {}
    for view in views:
        named = None if view.state == "misreported" else view.figure.attribution
        # Whether a name in a text is that of a person or an organization is not known.
        author: Node | None = {"@type": "Thing", "name": _text(named)} if named else None
        author = author or _organization(view.publisher, None)
        if author is not None:
            found.setdefault(str(author["name"]), author)
    authors = list(found.values())
    return authors[0] if len(authors) == 1 else authors or None


def _page(publication: Publication, claim: Claim) -> str | None:
    return None if publication.url is None else f"{urldefrag(publication.url).url}#f-{claim.name}"


def _organization(name: str | None, url: str | None) -> Node | None:
    return None if name is None else _without_none({"@type": "Organization", "name": _text(name), "url": url})


def _text(text: str, *, lines: bool = False) -> str:
    """Give a text for other people's pages: on one line unless `lines`, and with nothing in it that cannot be seen."""
    return visible(text if lines else " ".join(text.split()), newlines=lines)


def _without_none(node: Node) -> Node:
    return {name: value for name, value in node.items() if value is not None}
