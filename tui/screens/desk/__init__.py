"""The desk, in parts: what they share, verdicts, notes and evidence, moving."""

from tui.screens.desk.screen import DeskScreen

__all__ = ["DeskScreen"]
