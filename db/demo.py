"""The demo: a throw-away review of the bundled samples, with a few verdicts given already."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from db.errors import ReviewError
from db.intake import take_in
from db.model import FigureView
from db.review import Review, open_review
from figures.model import Number

_ASIA_NEWS = "https://asianews.network/?p=209701"
_BUSINESS_TIMES = (
    "https://www.btimesonline.com/articles/174763/20250618/"
    "north-korea-to-send-6-000-personnel-to-kursk-as-casualties-mount-in-russia-ukraine-war.htm"
)


@dataclass(frozen=True, slots=True)
class _Example:
    """A verdict for the first figure with these numbers, a noun with one of these words, and this zone if given."""

    verdict: str
    low: Number | None
    high: Number | None
    nouns: tuple[str, ...]
    zone: str | None = None
    reason: str | None = None
    note: str | None = None
    evidence: tuple[str, ...] = ()

    def fits(self, view: FigureView) -> bool:
        """Tell whether a figure is what this example is about."""
        figure = view.figure
        noun = (figure.noun or "").lower()
        return (
            (figure.low, figure.high) == (self.low, self.high)
            and self.zone in (None, figure.zone)
            and any(word in noun for word in self.nouns)
        )


# The figures that the samples are about; one that the samples do not hold is passed over.
_EXAMPLES: tuple[_Example, ...] = (
    _Example(
        "misreported",
        6000,
        6000,
        ("engineer",),
        reason="noun_swapped",
        note="1,000 are sappers, the other 5,000 build: the total is told as if all of them were engineers.",
        evidence=(_BUSINESS_TIMES,),
    ),
    _Example(
        "misreported",
        6000,
        6000,
        ("casualt", "losses", "soldier", "troop"),
        zone="headline",
        reason="bound_lost",
        note="The text below it says that the number is exceeded; the headline makes it exact.",
    ),
    _Example("confirmed", 5000, 5000, ("construct", "builder", "worker"), evidence=(_ASIA_NEWS,)),
    _Example("confirmed", 1000, 1000, ("sapper", "deminer"), evidence=(_ASIA_NEWS, _BUSINESS_TIMES)),
    _Example(
        "disputed",
        3800,
        4000,
        ("",),  # the text names what is counted a sentence earlier
        note="Another estimate of the same losses, by others, is half as high again.",
    ),
    _Example(
        "disputed",
        600,
        600,
        ("",),
        note="Nobody is named for this number.",
    ),
    _Example("dismissed", 2, 2, ("memorial",), reason="not_worth_checking"),
)


def make_demo(folder: Path, reviewer: str) -> Path:
    """Make a review of the bundled samples in a folder, with verdicts given as an example; give its path.

    Raises ReviewError if it cannot be written or the samples cannot be read.
    """
    from seeds.samples import sample_paths

    path = folder / "demo.db"
    with open_review(path, reviewer=reviewer, create=True) as review:
        report = take_in(review, list(sample_paths()))
        if not report.added:
            raise ReviewError("the bundled samples cannot be read: install figcheck again")
        mark_examples(review)
    return path


def mark_examples(review: Review) -> int:
    """Give each example's verdict to the first figure it fits that has none; gives how many there were."""
    views = review.figures(review.queue())
    open_views = [view for view in views if view.state == "unreviewed"]
    marked = 0
    for example in _EXAMPLES:
        found = _first(example, open_views)
        if found is None:
            continue
        open_views.remove(found)
        review.decide(
            [found.row_id], example.verdict, reason=example.reason, note=example.note, evidence=example.evidence
        )
        marked += 1
    return marked


def _first(example: _Example, views: Sequence[FigureView]) -> FigureView | None:
    return next((view for view in views if example.fits(view)), None)
