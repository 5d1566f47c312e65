from collections import Counter

from textual.binding import Binding

from db.model import DISMISSALS, REASONS
from tui.actions import ACTIONS, GROUPS, bindings, hint, of, shown
from tui.screens.add import AddScreen
from tui.screens.answer import AnswerScreen
from tui.screens.choice import SETTLEMENTS, ChoicePanel
from tui.screens.correct import CorrectScreen
from tui.screens.desk import DeskScreen
from tui.screens.evidence import EvidenceScreen
from tui.screens.export import ExportScreen
from tui.screens.fields import FieldsScreen
from tui.screens.filter import FilterScreen, SearchScreen
from tui.screens.help import HelpScreen
from tui.screens.history import HistoryScreen
from tui.screens.join import JoinScreen
from tui.screens.note import NoteScreen
from tui.screens.open_link import OpenLinkScreen
from tui.screens.origins import OriginsScreen
from tui.screens.palette import PaletteScreen
from tui.screens.path import PathScreen
from tui.screens.progress import ProgressScreen
from tui.screens.questions import QuestionsScreen
from tui.screens.rename import RenameScreen
from tui.screens.sources import SourcesScreen
from tui.screens.start import StartScreen
from tui.screens.tag import TagScreen

SCREENS = {
    "desk": DeskScreen,
    "help": HelpScreen,
    "choice": ChoicePanel,
    "note": NoteScreen,
    "evidence": EvidenceScreen,
    "palette": PaletteScreen,
    "link": OpenLinkScreen,
    "progress": ProgressScreen,
    "export": ExportScreen,
    "start": StartScreen,
    "path": PathScreen,
    "sources": SourcesScreen,
    "correct": CorrectScreen,
    "add": AddScreen,
    "tag": TagScreen,
    "filter": FilterScreen,
    "fields": FieldsScreen,
    "history": HistoryScreen,
    "search": SearchScreen,
    "questions": QuestionsScreen,
    "join": JoinScreen,
    "rename": RenameScreen,
    "answer": AnswerScreen,
    "origins": OriginsScreen,
}


def test_every_action_can_be_carried_out_by_its_screen() -> None:
    for action in ACTIONS:
        assert hasattr(SCREENS[action.where], f"action_{action.call.partition('(')[0]}"), action.name


def test_names_are_unique_and_keys_do_not_clash() -> None:
    assert max(Counter(action.name for action in ACTIONS).values()) == 1
    for where in SCREENS:
        keys = Counter(key for action in of(where) for key in action.keys.split(","))
        clashes = {key for key, count in keys.items() if count > 1}
        # Back in the article, quit in the queue; the article from the queue, a figure from the rivals.
        assert clashes == ({"q", "enter"} if where == "desk" else set())


def test_reasons_do_not_clash_with_leaving_the_panel() -> None:
    leaving = {key for action in of("choice") for key in action.keys.split(",")}
    for choices in (REASONS, DISMISSALS, SETTLEMENTS):
        keys = [choice.key for choice in choices]
        assert len(set(keys)) == len(keys) and not leaving & set(keys)


def test_nothing_is_bound_to_backspace() -> None:
    assert not any("backspace" in action.keys for action in ACTIONS)


def test_every_desk_action_is_explained_in_a_group() -> None:
    assert all(action.help and action.group in GROUPS for action in of("desk"))


def test_bindings_carry_the_names_by_which_they_can_be_rebound() -> None:
    assert all(isinstance(binding, Binding) and binding.id for where in SCREENS for binding in bindings(where))


def test_the_footer_begins_with_the_verdicts_and_leaves_out_what_has_no_label() -> None:
    labels = [action.label for action in shown(action.name for action in of("desk"))]
    assert labels[:4] == ["confirm", "dispute", "misreport", "dismiss"]
    assert all(labels)


def test_hints_name_the_keys_of_a_dialog() -> None:
    assert hint("note") == "ctrl+s save · ctrl+e your editor · esc cancel"
