"""The three lines around the panes: what is reviewed, what happened, and which keys work."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from tui.actions import key_signs, shown
from tui.safe import foreign, one_line
from tui.words import COLOURS, SHAPES, counts

if TYPE_CHECKING:
    from db.model import Progress

#: Cells of the bar that shows how much is decided, where there is room for it.
BAR = 24

#: So many keys of the footer come before wide gaps between them.
_MAIN = 9


class TopLine(Widget):
    """The name of the review and how far it is: "132/410 · 80● 31◆ 21✕"."""

    progress: reactive[Progress | None] = reactive(None)

    def __init__(self, name: str) -> None:
        super().__init__()
        self._review = name

    def render(self) -> Content:
        """Give the line for the present width."""
        width = self.size.width
        right = Content("") if self.progress is None else self._counts(self.progress, width)
        left = Content.assemble((" figcheck ", "bold $accent"), one_line(self._review, "$foreground"))
        room = width - right.cell_length - 1
        if room < left.cell_length + 1:
            left = one_line(self._review, "bold")
            left = Content.assemble(" ", left.truncate(max(0, room - 2), ellipsis=True))
        gap = max(1, width - left.cell_length - right.cell_length - 1)
        return Content.assemble(left, " " * gap, right)

    def _counts(self, progress: Progress, width: int) -> Content:
        parts: list[Content | tuple[str, str]] = []
        if width >= 100 and progress.queue:
            done = BAR * progress.decided // progress.queue
            parts += [("━" * done, "$text-success"), ("━" * (BAR - done), "$fainter"), ("  ", "")]
        parts += [(f"{progress.decided:,}/{progress.queue:,}", "bold"), (" ·", "$faint")]
        for state, count in counts(progress):
            word = f" {state}" if width >= 130 else ""
            parts.append((f" {count:,}{SHAPES[state]}{word}", COLOURS[state]))
        return Content.assemble(*parts)


class MessageLine(Widget):
    """What happened last, said once it is stored; or what could not be done."""

    message: reactive[Content] = reactive(Content(""))

    def say(self, text: str, *, state: str | None = None) -> None:
        """Say what was done; `state` puts its shape before it. The text may hold foreign text."""
        sign = (f" {SHAPES[state]} ", f"bold {COLOURS[state]}") if state else "   "
        self.message = Content.assemble(sign, foreign(" ".join(text.split()), "$foreground"))

    def complain(self, text: str) -> None:
        """Say what could not be done."""
        self.message = Content.assemble((" ! ", "bold $text-error"), foreign(" ".join(text.split()), "$text-error"))

    def render(self) -> Content:
        """Give the message, cut to the width."""
        return self.message.truncate(max(1, self.size.width), ellipsis=True)


class KeyLine(Widget):
    """The footer: the keys that work now, as many as fit."""

    names: reactive[tuple[str, ...]] = reactive(())

    def on_mount(self) -> None:
        """Follow the bindings of the screen."""
        self.screen.bindings_updated_signal.subscribe(self, lambda _: self._follow())
        self._follow()

    def _follow(self) -> None:
        active = self.screen.active_bindings.values()
        self.names = tuple(sorted({binding.id for _, binding, enabled, _ in active if enabled and binding.id}))

    def render(self) -> Content:
        """Give the keys with their labels, the most needed first, and no half of one."""
        items = [(key_signs(action)[0], action.label) for action in shown(self.names)]
        airy = sum(cell_len(f"  {key} {label}") for key, label in items[:_MAIN]) <= self.size.width
        gap = "  " if airy else " "
        parts: list[Content | tuple[str, str]] = []
        room = self.size.width
        for key, label in items:
            length = cell_len(f"{gap}{key} {label}")
            if length <= room:
                room -= length
                parts += [(gap, ""), (key, "bold $accent"), (f" {label}", "$faint")]
        return Content.assemble(*parts)
