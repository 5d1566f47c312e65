"""The dialog that writes the verdict table."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from db.export import Export
from db.export.formats import BY_ENDING, FORMATS, Format
from tui.actions import bindings, hint
from tui.safe import foreign
from tui.screens.path import expanded
from tui.screens.typing import typed_out


@dataclass(frozen=True, slots=True)
class Choice:
    """Which figures: in words, whether in any state, and the query that they fit."""

    label: str
    all_states: bool
    filter: str = ""


class ExportScreen(ModalScreen[None]):
    """Asks for place, format and figures. `write` gives what went wrong, or None; then the dialog closes.

    `query` is the filter of the queue.
    """

    BINDINGS: ClassVar[list[BindingType]] = bindings("export")

    def __init__(self, review: Path, query: str, write: Callable[[Export], Awaitable[str | None]]) -> None:
        super().__init__()
        self._form = FORMATS[0]
        self._choices = _choices(query)
        self._choice = 0
        self._start = _named(review.with_name(f"{review.stem}-verdicts"), self._form)
        self._to_replace: Path | None = None
        self._write = write

    def compose(self) -> ComposeResult:
        """Make the dialog."""
        dialog = Vertical(
            Static(Content.styled("The verdict table, into this file:", "$faint")),
            Input(value=str(_near(self._start)), compact=True, select_on_focus=False),
            Static(Content(""), classes="choices"),
            Static(Content(""), classes="problem"),
            classes="dialog",
        )
        dialog.border_title = Content("Export")
        dialog.border_subtitle = Content(hint("export"))
        yield dialog

    def on_mount(self) -> None:
        """Be ready for the file's name."""
        self.set_focus(self.query_one(Input))
        self._show()

    def _show(self) -> None:
        files = [self._sign(form) for form in FORMATS if form.makes != "folder"]
        folders = [self._sign(form) for form in FORMATS if form.makes == "folder"]
        lines = Content.assemble(
            ("format   ", "$faint"),
            *files,
            "\n         ",
            *folders,
            (f"\n         {self._form.what}\n", "$faint"),
            ("figures  ", "$faint"),
            foreign(self._choices[self._choice].label),
        )
        self.query_one(".choices", Static).update(lines)

    def _sign(self, form: Format) -> tuple[str, str]:
        return (f"● {form.name}  ", "bold $accent") if form is self._form else (f"○ {form.name}  ", "$foreground")

    def _say(self, problem: str) -> None:
        self.query_one(".problem", Static).update(foreign(problem))

    @on(Input.Changed)
    def _typed(self, changed: Input.Changed) -> None:
        """Let the format follow the ending of the name."""
        self._form = BY_ENDING.get(_ending(Path(changed.value)), self._form)
        self._show()

    def action_form(self, step: int) -> None:
        """Take another format, and its ending for the name."""
        field = self.query_one(Input)
        path = Path(field.value)
        follows = _ending(path) == self._form.ending
        self._form = FORMATS[(FORMATS.index(self._form) + step) % len(FORMATS)]
        if follows and path.name:
            field.value = str(_named(path.with_suffix(""), self._form))
            field.cursor_position = len(field.value)
        self._show()

    def action_everything(self) -> None:
        """Take other figures: all, only those with a verdict to publish, or those of the filter."""
        self._choice = (self._choice + 1) % len(self._choices)
        self._show()

    async def action_write(self) -> None:
        """Write the file and close; if that cannot be, say why. An existing file is asked about first."""
        field = self.query_one(Input)
        await typed_out(field)
        name = field.value.strip()
        if not name:
            self._say("give the name of a file")
            return
        path = expanded(name)
        replace = path == self._to_replace
        if _there(path) and (not path.is_dir() or self._form.makes == "folder") and not replace:
            self._to_replace = path
            self._say(f"{path} exists already: enter again to replace it")
            return
        self._say("writing …")
        which = self._choices[self._choice]
        problem = await self._write(
            Export(self._form.name, path, force=replace, all_states=which.all_states, filter=which.filter)
        )
        if problem is None:
            self.dismiss()
            return
        self._to_replace = None
        self._say(problem)

    def action_cancel(self) -> None:
        """Close and write nothing."""
        self.dismiss()


def _choices(query: str) -> tuple[Choice, ...]:
    """Give which figures can be had, the ones to publish first; of the filter only where there is one."""
    published = "confirmed, disputed and misreported"
    found = (
        Choice(f"{published} figures", False),
        Choice("all figures to check, the dismissed and unreviewed ones too", True),
    )
    if not query.strip():
        return found
    return (
        *found,
        Choice(f"only what the filter shows, in any state: {query}", True, query),
        Choice(f"only what the filter shows, {published}: {query}", False, query),
    )


def _ending(path: Path) -> str:
    return path.suffix.lower().lstrip(".")


def _named(path: Path, form: Format) -> Path:
    return path.with_name(f"{path.name}.{form.ending}") if form.ending else path


def _near(path: Path) -> Path:
    """Give a path from the present folder on, if it lies there."""
    try:
        return path.absolute().relative_to(Path.cwd())
    except (ValueError, OSError):
        return path


def _there(path: Path) -> bool:
    try:
        path.lstat()
    except (OSError, ValueError):
        return False
    return True
