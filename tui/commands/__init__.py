"""The commands of the command line, a module each."""

from tui.commands import add, demo, export, extract, history, listing, mark, review, status
from tui.commands.command import Command

#: In the order of the overview.
COMMANDS: dict[str, Command] = {
    module.COMMAND.name: module.COMMAND
    for module in (demo, add, review, extract, listing, status, mark, export, history)
}
