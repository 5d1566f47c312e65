"""Loading what the first keys need, after the first rows are there."""

from importlib import import_module

from db import Review

#: What stands beside the queue.
_PANES = ("tui.widgets.article", "tui.widgets.details", "tui.widgets.rivals", "tui.page")
#: What a verdict, a filter and the first dialogs take.
_NEEDED = ("tui.jobs.deciding", "db.log.verdicts", "db.query.completing", "tui.screens.choice", "tui.screens.filter")


def load_panes(review: Review) -> None:
    """Load what the first figure looked at would else wait for; not in the thread that answers keys."""
    for name in _PANES:
        import_module(name)


def load_rest(review: Review) -> None:
    """Load what the first key of its kind would else wait for."""
    for name in _NEEDED:
        import_module(name)
