"""Parts of dialogs with several fields: a field with its label, and a choice of a few words."""

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import Input, Static

from seeds.visible import visible
from tui.actions import hint
from tui.safe import foreign
from tui.widgets.menu import Menu

#: How many lines of a menu a form shows at a time.
LINES = 4
#: What stands between two words of a pick, and how many cells a word takes beside its own.
_GAP = "·"
_AROUND = 2 + len(_GAP)


class Pick(Widget, can_focus=True):
    """One of a few words; the arrow keys and the space bar go to the next, a click takes the one it meets."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right,space", "step(1)", "next"),
        Binding("left", "step(-1)", "previous"),
    ]

    value: reactive[str] = reactive("")

    def __init__(self, words: Sequence[str], value: str) -> None:
        super().__init__()
        self._words = tuple(words)
        self.set_reactive(Pick.value, value)

    def action_step(self, step: int) -> None:
        """Go to the next word, or the one before, going round."""
        self.value = self._words[(self._words.index(self.value) + step) % len(self._words)]

    def render(self) -> Content:
        """Give all words if they fit, else the picked one between arrows."""
        picked = Content.styled(f"[{_said(self.value)}]", "bold reverse" if self.has_focus else "bold")
        if not self._all_fit():
            return Content.assemble(("‹ ", "$faint"), picked, (" ›", "$faint"))
        words = [picked if word == self.value else Content.styled(f" {_said(word)} ", "$faint") for word in self._words]
        return Content(_GAP).join(words)

    def _all_fit(self) -> bool:
        return sum(len(word) + _AROUND for word in self._words) - len(_GAP) <= self.size.width

    def on_focus(self) -> None:
        """Show that the keys go here."""
        self.refresh()

    def on_blur(self) -> None:
        """Show that the keys go elsewhere."""
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        """Take the word that the mouse clicked; where only one is shown, the next."""
        end = 0
        for word in self._words if self._all_fit() else ():
            end += len(word) + _AROUND
            if event.x < end:
                self.value = word
                return
        self.action_step(1)


def _said(word: str) -> str:
    return word.replace("_", " ")


class Field(Horizontal):
    """A line of a form: a label, an input or a pick, and what is said beside it."""

    def __init__(self, label: str, control: Input | Pick, aside: Content | None = None) -> None:
        super().__init__()
        self.control = control
        self._label, self._aside = label, aside

    def compose(self) -> ComposeResult:
        """Put them in a line."""
        yield Static(Content.styled(self._label, "$faint"), classes="label")
        yield self.control
        if self._aside is not None:
            yield Static(self._aside, classes="aside")

    @property
    def value(self) -> str:
        """What is written or picked, without blanks around it."""
        return self.control.value.strip()


def form_hint(where: str) -> Content:
    """Give the keys of a dialog with several fields, for its border."""
    return Content(f"{hint(where)} · tab next")


def fill_menu(menu: Menu, lines: Sequence[Content], cursor: int) -> None:
    """Have a menu show these lines, as many at a time as a form has room for; without any it is not there."""
    menu.styles.height = min(len(lines), LINES)
    menu.display = bool(lines)
    menu.show(lines, cursor)


def text_field(label: str, value: str | None = None, aside: Content | None = None, *, empty: str = "") -> Field:
    """Make a field for one line of foreign text, its characters shown as they can be seen."""
    return Field(label, Input(visible(value or ""), placeholder=empty, compact=True, select_on_focus=False), aside)


def complain(fields: Iterable[Field], line: Static, problem: str, field: Field | None) -> None:
    """Say on a form's line what is wrong, mark the field where it is, and go there; None for none of them."""
    for each in fields:
        each.set_class(each is field, "-wrong")
    line.update(foreign(problem))
    if field is not None:
        field.screen.set_focus(field.control)
