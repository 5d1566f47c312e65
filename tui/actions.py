"""What is made from the one table of actions: bindings, footer, hints and help."""

from collections.abc import Iterable

from textual.binding import Binding, BindingType

from tui.action_table import ACTIONS, GROUPS, KeyAction

__all__ = ["ACTIONS", "GROUPS", "KeyAction", "bindings", "hint", "key_sign", "key_signs", "of", "shown"]

_KEY_SIGNS = {
    "question_mark": "?",
    "shift+tab": "shift+tab",
    "escape": "esc",
    "pagedown": "pgdn",
    "pageup": "pgup",
    "down": "↓",
    "up": "↑",
    "f1": "F1",
}


def of(where: str) -> tuple[KeyAction, ...]:
    """Give the actions of one screen."""
    return tuple(action for action in ACTIONS if action.where == where)


def bindings(where: str) -> list[BindingType]:
    """Give the bindings of one screen.

    They have priority, so that keys typed in one go are carried out one after the other: each meets the screen that
    the one before it has left.
    """
    return [Binding(a.keys, a.call, a.label, show=a.rank > 0, id=a.name, priority=True) for a in of(where)]


def shown(names: Iterable[str]) -> list[KeyAction]:
    """Give the actions of these names that stand in the footer, the most needed first."""
    wanted = set(names)
    return sorted((action for action in ACTIONS if action.rank and action.name in wanted), key=lambda a: a.rank)


def key_sign(key: str) -> str:
    """Give a key as people write it: "?", "esc", "ctrl+r"."""
    return _KEY_SIGNS.get(key, key)


def key_signs(action: KeyAction) -> list[str]:
    """Give all keys of an action as people write them."""
    return [key_sign(key) for key in action.keys.split(",")]


def hint(where: str) -> str:
    """Give the keys of a dialog on one line: "ctrl+s save · esc cancel"."""
    return " · ".join(f"{key_signs(action)[0]} {action.label}" for action in of(where) if action.rank)
