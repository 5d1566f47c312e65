"""The keys that a person has chosen, in keys.toml: read, checked against the table of actions, and put in force.

A line of the file is the name of an action and its key, or a list of keys: `confirm = "b"`, `down = ["j", "down"]`.
"""

import unicodedata
from collections.abc import Mapping
from itertools import combinations
from pathlib import Path

from textual.keys import KEY_NAME_REPLACEMENTS, Keys

from db.model import DISMISSALS, REASONS, VERDICTS
from tui.actions import ACTIONS, KeyAction, Keymap, default_keys, key_sign
from tui.places import config_folder
from tui.toml import read_toml

_NAMED = frozenset(key.value for key in Keys if not key.value.startswith("<"))
_MODIFIERS = ("ctrl+", "alt+", "shift+", "super+")
#: Too easily hit to do anything but take back a letter.
_NEVER = frozenset({"backspace"})
#: Keys of panels that stand in no table of actions: those of reasons and verdicts.
_TAKEN = {"choice": frozenset(choice.key for choice in (*REASONS, *DISMISSALS, *VERDICTS))}


def keys_path() -> Path:
    """Give the place of the file of keys."""
    return config_folder() / "keys.toml"


def read_keys() -> tuple[Keymap, list[str]]:
    """Give the keys of the file by the names of their actions, and what of it is passed over, a line each.

    A line that names no action or no key is passed over; so are those that put two actions on one key of a screen.
    """
    path = keys_path()
    written, problems = read_toml(path)
    keymap, refused = checked(written)
    return keymap, [*problems, *(f"{path.name}: {line}" for line in refused)]


def checked(written: Mapping[str, object]) -> tuple[Keymap, list[str]]:
    """Give what of the lines of a file of keys can be put in force, and why not of the others."""
    actions = {action.name: action for action in ACTIONS}
    keymap: dict[str, tuple[str, ...]] = {}
    problems: list[str] = []
    for name, value in written.items():
        action = actions.get(name)
        if action is None:
            problems.append(f"no action is called {name}; figcheck keys lists them")
            continue
        keys, problem = _keys_of(action, value)
        if problem:
            problems.append(f"{name}: {problem}")
        else:
            keymap[name] = keys
    while clash := _clash(keymap):
        problems.append(clash[1])
        for name in clash[0]:
            del keymap[name]
    return keymap, problems


def textual_keymap(keymap: Keymap) -> dict[str, str]:
    """Give a keymap as Textual takes it.

    Textual forgets every action of a key when one of them moves away from it: those that stay are named too.
    """
    rebound = [action for action in ACTIONS if action.name in keymap]
    moved = {(action.where, key) for action in rebound for key in default_keys(action)}
    return {
        action.name: ",".join(keymap.get(action.name, default_keys(action)))
        for action in ACTIONS
        if action in rebound or any((action.where, key) in moved for key in default_keys(action))
    }


def key_name(written: str) -> str | None:
    """Give Textual's name of a key as people write it: "?" is "question_mark"; None where there is no such key."""
    if len(written) == 1 and written.isprintable():
        return _character_name(written)
    key = written.strip().lower() if len(written.strip()) > 1 else written
    key = {"esc": "escape", "return": "enter", "pgup": "pageup", "pgdn": "pagedown", "del": "delete"}.get(key, key)
    if key in _NAMED or key in _SIGN_NAMES:
        return key
    base = key
    while base.startswith(_MODIFIERS):
        base = base.partition("+")[2]
    if base == key or not base:
        return None
    known = base in _NAMED or (len(base) == 1 and base.isalnum()) or base in _SIGN_NAMES
    # A terminal sends shift and a letter as the capital.
    return key if known and not (len(base) == 1 and key == f"shift+{base}") else None


def _character_name(character: str) -> str:
    if character.isalnum():
        return character
    name = unicodedata.name(character, character).lower().replace("-", "_").replace(" ", "_")
    return KEY_NAME_REPLACEMENTS.get(name, name)


_SIGN_NAMES = frozenset(_character_name(chr(code)) for code in range(0x20, 0x7F) if not chr(code).isalnum())


def _keys_of(action: KeyAction, value: object) -> tuple[tuple[str, ...], str]:
    given = value if isinstance(value, list) else [value]
    if not given or not all(isinstance(key, str) and key for key in given):
        return (), 'give a key or a list of keys, as in "b" or ["b", "ctrl+b"]'
    keys = []
    for written in given:
        key = key_name(str(written))
        if key is None:
            return (), f"there is no key {written}"
        if key in _NEVER:
            return (), f"{written} is not to be bound"
        if key in _TAKEN.get(action.where, ()):
            return (), f"{written} is the key of a choice there"
        if _takes_text(action.where) and _types(key):
            return (), f"{written} is typed into a field there"
        keys.append(key)
    return tuple(dict.fromkeys(keys)), ""


def _clash(keymap: Keymap) -> tuple[list[str], str] | None:
    """Find two actions of one screen on one key, at least one of them put there by the file."""
    # To look at every pair takes as long as a frame: without a file of keys there is none to look at.
    for first, second in combinations(ACTIONS, 2) if keymap else ():
        chosen = [action.name for action in (first, second) if action.name in keymap]
        if first.where != second.where or not chosen or _take_turns(first, second):
            continue
        both = _in(keymap, first) & _in(keymap, second)
        if both:
            signs = ", ".join(sorted(key_sign(key) for key in both))
            return chosen, f"{signs} would be both {first.name} and {second.name}; their own keys stay"
    return None


def _in(keymap: Keymap, action: KeyAction) -> set[str]:
    return set(keymap.get(action.name, default_keys(action)))


def _take_turns(first: KeyAction, second: KeyAction) -> bool:
    """Tell whether two actions share a key by design, never being offered at one time: back and quit."""
    return bool(set(default_keys(first)) & set(default_keys(second)))


def _takes_text(where: str) -> bool:
    return not any(_types(key) for action in ACTIONS if action.where == where for key in default_keys(action))


def _types(key: str) -> bool:
    return len(key) == 1 or key == "space" or key in _SIGN_NAMES
