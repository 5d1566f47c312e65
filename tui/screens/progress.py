"""The progress screen: counts, and verdicts by publisher, by kind and by reviewer."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from db.model import Progress
from db.tallies import Tallies
from tui.actions import bindings, hint
from tui.bars import ORDER, bar, histogram
from tui.safe import one_line
from tui.screens.scrolling import scroll
from tui.words import COLOURS, SHAPES

_HEAD = "bold underline"


class ProgressScreen(ModalScreen[None]):
    """Shows how far a review is."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("progress")

    def __init__(self, name: str, progress: Progress, tallies: Tallies) -> None:
        super().__init__()
        self._review, self._progress, self._tallies = name, progress, tallies

    def compose(self) -> ComposeResult:
        """Make the page."""
        page = VerticalScroll(Static(Content("")), classes="dialog")
        page.border_title = Content.assemble("Progress of ", one_line(self._review, "bold"))
        page.border_subtitle = Content(hint("progress"))
        yield page

    def on_resize(self) -> None:
        """Lay the page out for the width."""
        self.call_after_refresh(self._fill)

    def _fill(self) -> None:
        width = self.query_one(VerticalScroll).scrollable_content_region.width
        self.query_one(Static).update(Content("\n").join(_lines(self._progress, self._tallies, width)))

    def action_go(self, where: str) -> None:
        """Scroll: down, up, page_down, page_up, first, last."""
        scroll(self.query_one(VerticalScroll), where)

    def action_close(self) -> None:
        """Close it."""
        self.dismiss()


def _lines(progress: Progress, tallies: Tallies, width: int) -> list[Content]:
    states = {state: getattr(progress, state) for state in ORDER}
    share = f" ({progress.decided / progress.queue:.0%})" if progress.queue else ""
    lines = [
        Content.assemble((f"{progress.decided:,} of {progress.queue:,}", "bold"), f" figures decided{share}"),
        bar(states, max(1, width)),
        *(
            Content.assemble((f"{SHAPES[state]} {count:>7,}", f"bold {COLOURS[state]}"), f"  {state}")
            for state, count in states.items()
        ),
        Content.styled(
            f"{progress.documents:,} documents, {progress.figures:,} figures in them, {progress.queue:,} to check",
            "$faint",
        ),
    ]
    sections = (
        ("By publisher", tallies.publishers),
        ("By kind", tallies.kinds),
        ("By reviewer: each one's own verdicts", tallies.reviewers),
    )
    for title, counted in sections:
        lines += [Content(""), Content.styled(title, _HEAD), *histogram(counted, width)]
    return lines
