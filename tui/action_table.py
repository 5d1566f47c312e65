"""The table of actions, in the order in which the help and the palette show them."""

from dataclasses import dataclass

MOVE, JUDGE, SOURCE, LOOK, LEAVE = "Moving", "Verdicts", "Notes and sources", "Panes and view", "Help and leaving"
GROUPS = (MOVE, JUDGE, SOURCE, LOOK, LEAVE)


@dataclass(frozen=True, slots=True)
class KeyAction:
    """One thing a key does.

    `name` is its lasting name, by which a key can be rebound; `keys` are Textual's key names, the one shown first;
    `call` is the Textual action. `label` stands in the footer, if `rank` is not 0; low ranks go last when it is
    narrow. `help` is its line on the help screen. `where` is the screen that has it.
    """

    name: str
    keys: str
    call: str
    label: str
    group: str
    help: str
    rank: int = 0
    where: str = "desk"


ACTIONS: tuple[KeyAction, ...] = (
    KeyAction("confirm", "c", "judge('confirmed')", "confirm", JUDGE, "confirmed, and on to the next unreviewed", 1),
    KeyAction("dispute", "d", "judge('disputed')", "dispute", JUDGE, "disputed, and on to the next unreviewed", 2),
    KeyAction("misreport", "m", "misreport", "misreport", JUDGE, "misreported: then the key of its reason", 3),
    KeyAction("dismiss", "x", "set_aside", "dismiss", JUDGE, "dismiss: then n not a figure, w not worth checking", 4),
    KeyAction("reopen", "r", "judge('unreviewed')", "reopen", JUDGE, "back to unreviewed", 13),
    KeyAction("undo", "u", "undo", "undo", JUDGE, "undo your own last action, also after reopening", 7),
    KeyAction("redo", "ctrl+r", "redo", "redo", JUDGE, "do again what was undone", 12),
    KeyAction("note", "n", "note", "note", SOURCE, "write or change the note", 5),
    KeyAction("evidence", "s", "evidence", "source", SOURCE, "add a source link that the verdict rests on", 6),
    KeyAction("next_open", "tab", "open_figure(1)", "next open", MOVE, "next unreviewed figure", 10),
    KeyAction("previous_open", "shift+tab", "open_figure(-1)", "", MOVE, "previous unreviewed figure"),
    KeyAction("down", "j,down", "go('down')", "", MOVE, "next figure; scrolls the article when it is entered"),
    KeyAction("up", "k,up", "go('up')", "", MOVE, "previous figure; scrolls likewise"),
    KeyAction("half_down", "ctrl+d", "go('half_down')", "", MOVE, "half a page down"),
    KeyAction("half_up", "ctrl+u", "go('half_up')", "", MOVE, "half a page up"),
    KeyAction("page_down", "pagedown", "go('page_down')", "", MOVE, "a page down"),
    KeyAction("page_up", "pageup", "go('page_up')", "", MOVE, "a page up"),
    KeyAction("first", "g,home", "go('first')", "", MOVE, "to the start"),
    KeyAction("last", "G,end", "go('last')", "", MOVE, "to the end"),
    KeyAction("article", "enter", "article", "article", LOOK, "enter the article; j and k scroll it", 11),
    KeyAction("pane", "w", "pane", "pane", LOOK, "next pane: queue, article, details", 14),
    KeyAction("show_all", "Z", "show_all", "show all", LOOK, "show or hide what is not checkable", 15),
    KeyAction("refresh", "ctrl+l", "refresh", "", LOOK, "read everything again from the file"),
    KeyAction("help", "question_mark,f1", "help", "help", LEAVE, "this help", 8),
    KeyAction("back", "q,escape", "back", "back", LEAVE, "from the article or the details back to the queue", 9),
    KeyAction("quit", "q", "quit", "quit", LEAVE, "quit; the review opens again at the same figure", 9),
    KeyAction("close_help", "q,escape,question_mark,f1", "close", "close", LEAVE, "", 1, "help"),
    KeyAction("help_down", "j,down", "go('down')", "down", MOVE, "", 2, "help"),
    KeyAction("help_up", "k,up", "go('up')", "up", MOVE, "", 3, "help"),
    KeyAction("help_page_down", "ctrl+d,pagedown,space", "go('page_down')", "", MOVE, "", 0, "help"),
    KeyAction("help_page_up", "ctrl+u,pageup", "go('page_up')", "", MOVE, "", 0, "help"),
    KeyAction("help_first", "g,home", "go('first')", "", MOVE, "", 0, "help"),
    KeyAction("help_last", "G,end", "go('last')", "", MOVE, "", 0, "help"),
    KeyAction("cancel_choice", "escape,q", "cancel", "cancel", LEAVE, "", 1, "choice"),
    KeyAction("save_note", "ctrl+s", "save", "save", SOURCE, "", 1, "note"),
    KeyAction("cancel_note", "escape", "cancel", "cancel", LEAVE, "", 2, "note"),
    KeyAction("save_link", "enter", "save", "add", SOURCE, "", 1, "evidence"),
    KeyAction("own_link", "ctrl+o", "own_link", "article's link", SOURCE, "", 2, "evidence"),
    KeyAction("stance", "ctrl+t", "stance", "stance", SOURCE, "", 3, "evidence"),
    KeyAction("cancel_link", "escape", "cancel", "cancel", LEAVE, "", 4, "evidence"),
)
