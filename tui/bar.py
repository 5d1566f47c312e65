"""Progress of long work on a terminal: a line at first, and where it takes longer a bar with rate and time left."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING

from seeds.visible import visible
from tui.console import ProgressLine

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

    from db.model import Step

#: So many seconds the line does: showing a bar means loading rich, which takes an eighth of a second.
PATIENCE = 2.0


class Bar:
    """Shows steps on standard error; nothing unless that is a terminal. Close it before anything else is said."""

    def __init__(self, line: ProgressLine) -> None:
        self._line = line
        self._began = monotonic()
        self._progress: Progress | None = None
        self._task: TaskID | None = None

    def show(self, step: Step) -> None:
        """Show how far the work is."""
        if not self._line.shown:
            return
        if step.total is None or monotonic() - self._began < PATIENCE:
            self._line.show(step.text)
            return
        if self._progress is None:
            self._line.wipe()
            self._progress = _progress()
            self._progress.start()
            self._task = self._progress.add_task("", total=step.total, text="", rate="")
        rate = step.done / (monotonic() - self._began)
        text = visible(step.text)
        if self._task is not None:
            self._progress.update(self._task, completed=step.done, text=text, rate=f"{rate:,.0f} a second")

    def close(self) -> None:
        """Take away what is shown."""
        if self._progress is not None:
            self._progress.stop()
            self._progress = None
        self._line.wipe()


def _progress() -> Progress:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
    from rich.table import Column

    # The names of files are foreign: they are not read as markup.
    return Progress(
        BarColumn(bar_width=20),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}", markup=False, table_column=Column(no_wrap=True)),
        TimeRemainingColumn(compact=True),
        TextColumn(
            "{task.fields[text]}", markup=False, table_column=Column(no_wrap=True, overflow="ellipsis", ratio=1)
        ),
        console=Console(stderr=True),
        transient=True,
        expand=True,
    )
