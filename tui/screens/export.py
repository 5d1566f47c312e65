"""The dialog that writes the verdict table."""

from collections.abc import Awaitable, Callable
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
from db.export.formats import FORMATS
from tui.actions import bindings, hint
from tui.safe import foreign
from tui.screens.path import expanded
from tui.screens.typing import typed_out

_WHICH = {
    False: "confirmed, disputed and misreported figures",
    True: "all figures to check, the dismissed and unreviewed ones too",
}


class ExportScreen(ModalScreen[None]):
    """Asks for file and format. `write` gives what went wrong, or None; then the dialog closes."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("export")

    def __init__(self, review: Path, write: Callable[[Export], Awaitable[str | None]]) -> None:
        super().__init__()
        self._formats = tuple(form.name for form in FORMATS)
        self._form = self._formats[0]
        self._everything = False
        self._start = review.with_name(f"{review.stem}-verdicts.{self._form}")
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
        forms = [
            (f"● {form}  ", "bold $accent") if form == self._form else (f"○ {form}  ", "$foreground")
            for form in self._formats
        ]
        lines = Content.assemble(
            ("format   ", "$faint"), *forms, "\n", ("figures  ", "$faint"), _WHICH[self._everything]
        )
        self.query_one(".choices", Static).update(lines)

    def _say(self, problem: str) -> None:
        self.query_one(".problem", Static).update(foreign(problem))

    @on(Input.Changed)
    def _typed(self, changed: Input.Changed) -> None:
        """Let the format follow the ending of the name."""
        ending = Path(changed.value).suffix.lower().lstrip(".")
        if ending in self._formats:
            self._form = ending
        self._show()

    def action_form(self, step: int) -> None:
        """Take another format, and its ending for the file."""
        field = self.query_one(Input)
        path = Path(field.value)
        follows = path.suffix.lower().lstrip(".") in self._formats
        self._form = self._formats[(self._formats.index(self._form) + step) % len(self._formats)]
        if follows and path.name:
            field.value = str(path.with_suffix(f".{self._form}"))
            field.cursor_position = len(field.value)
        self._show()

    def action_everything(self) -> None:
        """Take all figures, or only those with a verdict to publish."""
        self._everything = not self._everything
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
        if _there(path) and not path.is_dir() and not replace:
            self._to_replace = path
            self._say(f"{path} exists already: enter again to replace it")
            return
        self._say("writing …")
        problem = await self._write(Export(self._form, path, force=replace, all_states=self._everything))
        if problem is None:
            self.dismiss()
            return
        self._to_replace = None
        self._say(problem)

    def action_cancel(self) -> None:
        """Close and write nothing."""
        self.dismiss()


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
