"""The table of actions, in the order in which the help and the palette show them."""

from dataclasses import dataclass

MOVE, JUDGE, SOURCE, LOOK, LEAVE = "Moving", "Verdicts", "Notes and sources", "Panes and view", "Help and leaving"
WHOLE = "The whole review"
MARK, MEND = "Many figures at once, and tags", "Putting the extractor right"
GROUPS = (MOVE, JUDGE, MARK, SOURCE, MEND, LOOK, WHOLE, LEAVE)


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


_ALIKE = "{} for every figure that says the same: equal number, bound, unit and noun"

ACTIONS: tuple[KeyAction, ...] = (
    KeyAction("confirm", "c", "judge('confirmed')", "confirm", JUDGE, "confirmed, and on to the next unreviewed", 1),
    KeyAction("dispute", "d", "judge('disputed')", "dispute", JUDGE, "disputed, and on to the next unreviewed", 2),
    KeyAction("misreport", "m", "misreport", "misreport", JUDGE, "misreported: then the key of its reason", 3),
    KeyAction("dismiss", "x", "set_aside", "dismiss", JUDGE, "dismiss: then n not a figure, w not worth checking", 4),
    KeyAction("confirm_alike", "C", "judge_alike('confirmed')", "", JUDGE, _ALIKE.format("confirmed")),
    KeyAction("dispute_alike", "D", "judge_alike('disputed')", "", JUDGE, _ALIKE.format("disputed")),
    KeyAction("misreport_alike", "M", "misreport_alike", "", JUDGE, _ALIKE.format("misreported")),
    KeyAction("repeat", "full_stop", "repeat", "", JUDGE, "the last verdict again, with its reason"),
    KeyAction("later", "space", "later", "later", JUDGE, "put off until later (the tag later), or no longer", 18),
    KeyAction(
        "settle",
        "exclamation_mark",
        "settle",
        "settle",
        JUDGE,
        "where reviewers differ: settle it for all. A verdict key changes your own verdict; of somebody who has none "
        "yet, a verdict settles it",
        4,
    ),
    KeyAction("reopen", "r", "judge('unreviewed')", "reopen", JUDGE, "back to unreviewed", 13),
    KeyAction("undo", "u", "undo", "undo", JUDGE, "undo your own last action, also after reopening", 7),
    KeyAction("redo", "ctrl+r", "redo", "redo", JUDGE, "do again what was undone", 12),
    KeyAction("note", "n", "note", "note", SOURCE, "write or change the note", 5),
    KeyAction("evidence", "s", "evidence", "source", SOURCE, "add a source link that the verdict rests on", 6),
    KeyAction(
        "mark",
        "t",
        "mark",
        "mark",
        MARK,
        "mark or unmark, and on to the next. Marks are for this sitting and not stored; what is marked is what "
        "c d m x r . and space act on, all at once, and one u takes it back",
        19,
    ),
    KeyAction("mark_range", "v", "mark_range", "", MARK, "begin a range, move on; then a verdict key, or v to mark it"),
    KeyAction("unmark_all", "T", "unmark_all", "unmark all", MARK, "take all marks away", 4),
    KeyAction(
        "tags",
        "ctrl+t",
        "tags",
        "",
        MARK,
        "mark by a query; put a tag on what is marked, else on the figure. Tags are stored, for everybody",
    ),
    KeyAction("correct", "e", "correct", "correct", MEND, "correct its number, bound, unit, noun, source or date", 20),
    KeyAction("add", "a", "add", "add", MEND, "add a figure of this text that the extractor missed", 21),
    KeyAction(
        "open_link", "o", "open_link", "open link", SOURCE, "open the article's link, or one of its evidence", 16
    ),
    KeyAction("copy", "Y", "copy", "", SOURCE, "copy the figure's sentence with its source"),
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
    KeyAction(
        "same_next",
        "right_square_bracket",
        "same(1)",
        "",
        MOVE,
        "the same figure in the next document that has it; where none has, another number of the same noun",
    ),
    KeyAction("same_previous", "left_square_bracket", "same(-1)", "", MOVE, "the same figure in the previous document"),
    KeyAction("search", "slash", "search", "search", MOVE, "search the text of the queue and go to the next hit", 18),
    KeyAction("next_hit", "N", "next_hit", "", MOVE, "next hit of the search"),
    KeyAction(
        "filter", "f", "filter", "filter", LOOK, "show only some figures: by verdict, kind, noun, source ...", 10
    ),
    KeyAction("sort", "z", "sort", "sort", LOOK, "sort: document order, largest first, undecided first", 19),
    KeyAction("article", "enter", "article", "article", LOOK, "enter the article; j and k scroll it", 11),
    KeyAction("rival", "enter", "rival", "go", LOOK, "in the rivals: to that figure; again: the next of x4", 10),
    KeyAction("pane", "w", "pane", "pane", LOOK, "next pane: queue, article, details, rivals", 14),
    KeyAction("fields", "i", "fields", "all fields", LOOK, "all fields of the figure, with what was extracted", 22),
    KeyAction("history", "h", "history", "history", LOOK, "what was done with the figure, by whom, when", 23),
    KeyAction("show_all", "Z", "show_all", "show all", LOOK, "show or hide what is not checkable", 15),
    KeyAction("refresh", "ctrl+l", "refresh", "", LOOK, "read everything again from the file"),
    KeyAction("progress", "S", "progress", "progress", WHOLE, "how far it is: verdicts by publisher, kind, reviewer"),
    KeyAction("export", "E", "export", "export", WHOLE, "write the verdict table into a file"),
    KeyAction("palette", "colon,ctrl+p", "palette", "commands", LEAVE, "find an action, a document or a figure", 17),
    KeyAction("help", "question_mark,f1", "help", "help", LEAVE, "this help", 8),
    KeyAction("back", "q,escape", "back", "back", LEAVE, "from any other pane back to the queue", 9),
    KeyAction("quit", "q", "quit", "quit", LEAVE, "quit; the review opens again at the same figure", 9),
    KeyAction("suspend", "ctrl+z", "suspend", "", LEAVE, "back to the shell for a while; fg comes back"),
    KeyAction("close_help", "q,question_mark", "leave", "close", LEAVE, "", 1, "help"),
    KeyAction("close_find", "escape,f1", "close", "", LEAVE, "", 0, "help"),
    KeyAction("help_down", "j,down", "go('down')", "down", MOVE, "", 2, "help"),
    KeyAction("help_up", "k,up", "go('up')", "up", MOVE, "", 3, "help"),
    KeyAction("help_page_down", "ctrl+d,pagedown,space", "go('page_down')", "", MOVE, "", 0, "help"),
    KeyAction("help_page_up", "ctrl+u,pageup", "go('page_up')", "", MOVE, "", 0, "help"),
    KeyAction("help_first", "g,home", "go('first')", "", MOVE, "", 0, "help"),
    KeyAction("help_last", "G,end", "go('last')", "", MOVE, "", 0, "help"),
    KeyAction("help_find", "slash", "find", "find", MOVE, "", 2, "help"),
    KeyAction("cancel_choice", "escape,q", "cancel", "cancel", LEAVE, "", 1, "choice"),
    KeyAction("save_note", "ctrl+s", "save", "save", SOURCE, "", 1, "note"),
    KeyAction("own_editor", "ctrl+e", "own_editor", "your editor", SOURCE, "", 3, "note"),
    KeyAction("cancel_note", "escape", "cancel", "cancel", LEAVE, "", 2, "note"),
    KeyAction("save_link", "enter", "save", "add", SOURCE, "", 1, "evidence"),
    KeyAction("own_link", "ctrl+o", "own_link", "article's", SOURCE, "", 3, "evidence"),
    KeyAction("used_link", "down", "walk(1)", "used before", SOURCE, "", 2, "evidence"),
    KeyAction("used_link_before", "up", "walk(-1)", "", SOURCE, "", 0, "evidence"),
    KeyAction("stance", "ctrl+t", "stance", "", SOURCE, "", 0, "evidence"),
    KeyAction("source_kind", "ctrl+g", "kind", "", SOURCE, "", 0, "evidence"),
    KeyAction("cancel_link", "escape", "cancel", "cancel", LEAVE, "", 6, "evidence"),
    KeyAction("save_correction", "enter", "save", "save", MEND, "", 1, "correct"),
    KeyAction("as_extracted", "ctrl+o", "as_extracted", "as extracted", MEND, "", 2, "correct"),
    KeyAction("cancel_correction", "escape", "cancel", "cancel", LEAVE, "", 4, "correct"),
    KeyAction("save_figure", "enter", "save", "add", MEND, "", 1, "add"),
    KeyAction("next_place", "down", "walk(1)", "next place", MEND, "", 2, "add"),
    KeyAction("previous_place", "up", "walk(-1)", "", MEND, "", 0, "add"),
    KeyAction("cancel_figure", "escape", "cancel", "cancel", LEAVE, "", 4, "add"),
    KeyAction("enter_tag", "enter", "enter", "do it", MARK, "", 1, "tag"),
    KeyAction("cancel_tag", "escape", "cancel", "cancel", LEAVE, "", 3, "tag"),
    KeyAction("run_command", "enter", "choose", "run", LEAVE, "", 1, "palette"),
    KeyAction("apply_filter", "enter", "apply", "go", LOOK, "", 1, "filter"),
    KeyAction("accept_completion", "tab", "accept", "complete", LOOK, "", 2, "filter"),
    KeyAction("accept_at_end", "right", "accept_at_end", "", LOOK, "", 0, "filter"),
    KeyAction("next_completion", "down,ctrl+n", "go(1)", "next", LOOK, "", 3, "filter"),
    KeyAction("previous_completion", "up,ctrl+p", "go(-1)", "", LOOK, "", 0, "filter"),
    KeyAction("cancel_filter", "escape", "cancel", "cancel", LEAVE, "", 4, "filter"),
    KeyAction("filter_by_search", "ctrl+f", "filter_by", "filter by it", LOOK, "", 1, "search"),
    KeyAction("next_command", "down,ctrl+n", "go(1)", "next", MOVE, "", 2, "palette"),
    KeyAction("previous_command", "up,ctrl+p", "go(-1)", "previous", MOVE, "", 3, "palette"),
    KeyAction("page_of_commands", "pagedown", "go(10)", "", MOVE, "", 0, "palette"),
    KeyAction("page_of_commands_back", "pageup", "go(-10)", "", MOVE, "", 0, "palette"),
    KeyAction("close_palette", "escape", "cancel", "cancel", LEAVE, "", 4, "palette"),
    KeyAction("follow_link", "enter", "follow", "open", SOURCE, "", 1, "link"),
    KeyAction("copy_link", "c", "copy", "copy", SOURCE, "", 2, "link"),
    KeyAction("next_link", "j,down", "go(1)", "next", MOVE, "", 3, "link"),
    KeyAction("previous_link", "k,up", "go(-1)", "", MOVE, "", 0, "link"),
    KeyAction("cancel_opening", "escape,q", "cancel", "cancel", LEAVE, "", 4, "link"),
    KeyAction("close_progress", "escape,q,S", "close", "close", LEAVE, "", 1, "progress"),
    KeyAction("progress_down", "j,down", "go('down')", "down", MOVE, "", 2, "progress"),
    KeyAction("progress_up", "k,up", "go('up')", "up", MOVE, "", 3, "progress"),
    KeyAction("progress_page_down", "ctrl+d,pagedown,space", "go('page_down')", "", MOVE, "", 0, "progress"),
    KeyAction("progress_page_up", "ctrl+u,pageup", "go('page_up')", "", MOVE, "", 0, "progress"),
    KeyAction("progress_first", "g,home", "go('first')", "", MOVE, "", 0, "progress"),
    KeyAction("progress_last", "G,end", "go('last')", "", MOVE, "", 0, "progress"),
    KeyAction("close_fields", "escape,q,i", "close", "close", LEAVE, "", 1, "fields"),
    KeyAction("fields_down", "j,down", "go('down')", "down", MOVE, "", 2, "fields"),
    KeyAction("fields_up", "k,up", "go('up')", "up", MOVE, "", 3, "fields"),
    KeyAction("fields_page_down", "ctrl+d,pagedown,space", "go('page_down')", "", MOVE, "", 0, "fields"),
    KeyAction("fields_page_up", "ctrl+u,pageup", "go('page_up')", "", MOVE, "", 0, "fields"),
    KeyAction("fields_first", "g,home", "go('first')", "", MOVE, "", 0, "fields"),
    KeyAction("fields_last", "G,end", "go('last')", "", MOVE, "", 0, "fields"),
    KeyAction("close_history", "escape,q,h", "close", "close", LEAVE, "", 1, "history"),
    KeyAction("history_down", "j,down", "go('down')", "down", MOVE, "", 2, "history"),
    KeyAction("history_up", "k,up", "go('up')", "up", MOVE, "", 3, "history"),
    KeyAction("history_page_down", "ctrl+d,pagedown,space", "go('page_down')", "", MOVE, "", 0, "history"),
    KeyAction("history_page_up", "ctrl+u,pageup", "go('page_up')", "", MOVE, "", 0, "history"),
    KeyAction("history_first", "g,home", "go('first')", "", MOVE, "", 0, "history"),
    KeyAction("history_last", "G,end", "go('last')", "", MOVE, "", 0, "history"),
    KeyAction("write_export", "enter", "write", "write", WHOLE, "", 1, "export"),
    KeyAction("export_format", "ctrl+t", "form(1)", "format", WHOLE, "", 2, "export"),
    KeyAction("export_all", "ctrl+a", "everything", "which figures", WHOLE, "", 3, "export"),
    KeyAction("cancel_export", "escape", "cancel", "cancel", LEAVE, "", 4, "export"),
    KeyAction("open_recent", "enter", "open", "open", WHOLE, "open the review under the cursor", 1, "start"),
    KeyAction("new_review", "n", "new", "new review", WHOLE, "make a review of texts, or add texts to one", 2, "start"),
    KeyAction("open_path", "o", "open_path", "open file", WHOLE, "open a review by its path", 3, "start"),
    KeyAction("open_demo", "d", "demo", "demo", WHOLE, "a throw-away review of five sample reports", 4, "start"),
    KeyAction("forget_recent", "x", "forget", "forget", WHOLE, "take it off this list; the file stays", 6, "start"),
    KeyAction("start_down", "j,down", "go(1)", "", MOVE, "next review", 0, "start"),
    KeyAction("start_up", "k,up", "go(-1)", "", MOVE, "previous review", 0, "start"),
    KeyAction("start_first", "g,home", "go(-1000)", "", MOVE, "to the start", 0, "start"),
    KeyAction("start_last", "G,end", "go(1000)", "", MOVE, "to the end", 0, "start"),
    KeyAction("start_help", "question_mark,f1", "help", "help", LEAVE, "this help", 5, "start"),
    KeyAction("leave_start", "q,escape", "quit", "quit", LEAVE, "quit", 7, "start"),
    KeyAction("take_path", "enter", "take", "open", WHOLE, "", 1, "path"),
    KeyAction("cancel_path", "escape", "cancel", "cancel", LEAVE, "", 2, "path"),
    KeyAction("take_sources", "enter", "take", "take in", WHOLE, "", 1, "sources"),
    KeyAction("next_field", "tab,down", "field(1)", "next field", MOVE, "", 2, "sources"),
    KeyAction("previous_field", "shift+tab,up", "field(-1)", "", MOVE, "", 0, "sources"),
    KeyAction("cancel_sources", "escape", "cancel", "cancel", LEAVE, "", 3, "sources"),
)
