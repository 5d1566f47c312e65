"""What is made from the one table of actions: bindings, footer, hints and help."""

from collections.abc import Iterable, Mapping
from contextvars import ContextVar
from types import MappingProxyType

from textual.binding import Binding, BindingType
from textual.keys import key_to_character

from tui.action_table import ACTIONS, GROUPS, KeyAction

__all__ = [
    "ACTIONS",
    "GROUPS",
    "REBOUND",
    "KeyAction",
    "Keymap",
    "bindings",
    "default_keys",
    "hint",
    "key_sign",
    "key_signs",
    "keys_of",
    "of",
    "shown",
    "sign",
]

#: Keys by the names of their actions.
Keymap = Mapping[str, tuple[str, ...]]

#: The keys that a person has chosen in place of those of the table. The app sets it before its first screen; every
#: screen is made in a context that comes from there, so that two apps in one process do not meet.
REBOUND: ContextVar[Keymap] = ContextVar("rebound", default=MappingProxyType({}))

_KEY_SIGNS = {
    "slash": "/",
    "backslash": "\\",
    "minus": "-",
    "plus": "+",
    "at": "@",
    "underscore": "_",
    "space": "space",
    "tab": "tab",
    "enter": "enter",
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


def default_keys(action: KeyAction) -> tuple[str, ...]:
    """Give the keys of an action as the table has them."""
    return tuple(action.keys.split(","))


def keys_of(action: KeyAction) -> tuple[str, ...]:
    """Give the keys of an action, those that were chosen for it if any were."""
    return REBOUND.get().get(action.name, default_keys(action))


def key_sign(key: str) -> str:
    """Give a key as people write it: "?", "esc", "ctrl+r"."""
    modifiers, plus, base = key.rpartition("+")
    return modifiers + plus + (_KEY_SIGNS.get(base) or key_to_character(base) or base)


def key_signs(action: KeyAction) -> list[str]:
    """Give all keys of an action as people write them."""
    return [key_sign(key) for key in keys_of(action)]


def sign(name: str, which: int = 0) -> str:
    """Give a key of the action of this name, the first if nobody says `which`, as people write it in messages."""
    return next(key_signs(action)[which] for action in ACTIONS if action.name == name)


def hint(where: str) -> str:
    """Give the keys of a dialog on one line: "ctrl+s save · esc cancel"."""
    return " · ".join(f"{key_signs(action)[0]} {action.label}" for action in of(where) if action.rank)
