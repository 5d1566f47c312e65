"""The commands of the command line, a module each; a module is imported when its command is asked for."""

from collections.abc import Iterator, Mapping
from importlib import import_module

from tui.commands.command import Command

#: The modules by the names of their commands, in the order of the overview.
_MODULES = {
    "demo": "demo",
    "add": "add",
    "review": "review",
    "extract": "extract",
    "list": "listing",
    "status": "status",
    "mark": "mark",
    "questions": "questions",
    "compare": "compare",
    "export": "export",
    "merge": "merge",
    "agree": "agree",
    "history": "history",
    "check": "check",
    "backup": "backup",
    "rescan": "rescan",
    "keys": "keys",
    "serve": "serve",
}


class _Commands(Mapping[str, Command]):
    """The commands by name."""

    def __getitem__(self, name: str) -> Command:
        command: Command = import_module(f"tui.commands.{_MODULES[name]}").COMMAND
        return command

    def __iter__(self) -> Iterator[str]:
        return iter(_MODULES)

    def __len__(self) -> int:
        return len(_MODULES)

    def __contains__(self, name: object) -> bool:
        return name in _MODULES


COMMANDS: Mapping[str, Command] = _Commands()
