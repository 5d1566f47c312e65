"""figcheck keys: the names of all actions and their keys, for a file of keys."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from tui.commands.command import Command
from tui.console import on_terminal, say, terminal_width, warn_all

#: What the screens of the table of actions are called.
_PLACES = {
    "desk": "the desk",
    "start": "the start screen",
    "palette": "the command palette",
    "link": "opening a link",
    "choice": "the reasons",
}


def _arguments(parser: ArgumentParser) -> None:
    del parser  # takes none


def _run(arguments: Namespace) -> int:
    from tui.actions import ACTIONS, REBOUND, key_signs
    from tui.commands.table import table
    from tui.keys import keys_path, read_keys
    from tui.settings import read_settings

    keymap, problems = read_keys()
    REBOUND.set(keymap)
    rows = [
        (action.name, " ".join(key_signs(action)), _PLACES.get(action.where, action.where), action.help or action.label)
        for action in ACTIONS
    ]
    for line in table([("NAME", "KEYS", "WHERE", "DOES"), *rows], terminal_width() if on_terminal() else None):
        say(line)
    say(f'{keys_path()} changes them, a line each: confirm = "b" or down = ["j", "down"]')
    return warn_all([], [*problems, *read_settings()[1]])


COMMAND = Command(
    name="keys",
    shape="",
    summary="list the names and keys of all actions, and what is wrong with your keys.toml",
    arguments=_arguments,
    run=_run,
    examples=(("figcheck keys", "every action by its name, with its keys"),),
)
