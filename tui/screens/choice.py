"""The small panels in which one key chooses: why misreported, why dismissed."""

from collections.abc import Awaitable, Callable, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from db.model import DISMISSALS, REASONS, VERDICTS, Choice
from tui.actions import bindings, hint
from tui.facts import opinion_line
from tui.jobs.hearing import Said
from tui.safe import one_line


def _keys(choices: Sequence[Choice]) -> list[BindingType]:
    return [Binding(choice.key, f"choose('{choice.code}')", choice.label, priority=True) for choice in choices]


class ChoicePanel(ModalScreen[None]):
    """Lists choices with their keys; the chosen code goes to `chosen`."""

    CHOICES: ClassVar[Sequence[Choice]] = ()
    QUESTION = ""

    def __init__(self, figure: str, chosen: Callable[[str], Awaitable[None]]) -> None:
        super().__init__()
        self._figure = figure
        self._chosen = chosen

    def compose(self) -> ComposeResult:
        """Make the list."""
        lines = [one_line(self._figure, "bold"), *self.context(), Content("")]
        lines += [Content.assemble((f" {c.key} ", "bold $accent"), f" {c.label}") for c in self.CHOICES]
        panel = VerticalScroll(Static(Content("\n").join(lines)), classes="dialog", can_focus=False)
        panel.border_title = Content(self.QUESTION)
        panel.border_subtitle = Content(hint("choice"))
        yield panel

    def context(self) -> list[Content]:
        """Give what else is to be seen before choosing."""
        return []

    async def action_choose(self, code: str) -> None:
        """Close and hand over the choice; later keys wait until it is carried out."""
        self.dismiss()
        await self._chosen(code)

    def action_cancel(self) -> None:
        """Close without a choice."""
        self.dismiss()


class ReasonPanel(ChoicePanel):
    """Asks why a figure is misreported."""

    CHOICES = REASONS
    QUESTION = "✕ misreported, because:"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("choice"), *_keys(REASONS)]


class DismissPanel(ChoicePanel):
    """Asks why a figure is dismissed."""

    CHOICES = DISMISSALS
    QUESTION = "– dismissed, because:"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("choice"), *_keys(DISMISSALS)]


#: How a figure can be settled on which reviewers differ.
SETTLEMENTS = tuple(
    Choice(choice.code, "open it again" if choice.code == "unreviewed" else choice.label, choice.key)
    for choice in (*VERDICTS[1:], VERDICTS[0])
)


class SettlePanel(ChoicePanel):
    """Asks how a figure on which reviewers differ is settled for all, and shows who said what."""

    CHOICES = SETTLEMENTS
    QUESTION = "≠ settled for all as:"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("choice"), *_keys(SETTLEMENTS)]

    def __init__(self, figure: str, chosen: Callable[[str], Awaitable[None]], said: Said) -> None:
        super().__init__(figure, chosen)
        self._said = said

    def context(self) -> list[Content]:
        """Give every reviewer's verdict."""
        return [opinion_line(opinion) for opinion in self._said.opinions]
