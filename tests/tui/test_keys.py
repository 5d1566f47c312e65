"""Keys of one's own: read, checked, put in force, shown."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.tui.driving import opened, shown, states, until, until_shown
from tui.actions import ACTIONS, REBOUND, default_keys
from tui.app import Desk
from tui.cli import main
from tui.keys import checked, key_name, keys_path, read_keys, textual_keymap


def write_keys(text: str) -> Path:
    path = keys_path()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    return path


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("c", "c"),
        ("Q", "Q"),
        ("?", "question_mark"),
        (":", "colon"),
        ("/", "slash"),
        ("-", "minus"),
        (",", "comma"),
        ("é", "é"),
        (" ", "space"),
        ("space", "space"),
        ("esc", "escape"),
        ("Enter", "enter"),
        ("pgdn", "pagedown"),
        ("ctrl+k", "ctrl+k"),
        ("alt+x", "alt+x"),
        ("f5", "f5"),
        ("question_mark", "question_mark"),
        ("shift+a", None),
        ("hyper+q", None),
        ("ctrl+", None),
        ("f99", None),
        ("banana", None),
        ("", None),
    ],
)
def test_keys_are_known_as_people_write_them(written: str, name: str | None) -> None:
    assert key_name(written) == name


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ({"confirm": "d"}, "d would be both confirm and dispute"),
        ({"down": ["j", "c"]}, "c would be both"),
        ({"confrim": "b"}, "no action is called confrim"),
        ({"confirm": "banana"}, "confirm: there is no key banana"),
        ({"confirm": 3}, "confirm: give a key or a list of keys"),
        ({"confirm": []}, "confirm: give a key or a list of keys"),
        ({"confirm": "backspace"}, "confirm: backspace is not to be bound"),
        ({"save_note": "s"}, "save_note: s is typed into a field there"),
        ({"cancel_choice": "n"}, "cancel_choice: n is the key of a choice there"),
    ],
)
def test_what_cannot_be_put_in_force_is_said_and_left_out(lines: dict[str, object], said: str) -> None:
    keymap, problems = checked(lines)
    assert keymap == {}
    assert len(problems) == 1 and said in problems[0]


def test_the_good_lines_of_a_file_are_taken_beside_bad_ones() -> None:
    keymap, problems = checked({"confirm": "b", "dispute": "m"})
    assert keymap == {"confirm": ("b",)} and len(problems) == 1


def test_two_actions_can_change_places() -> None:
    assert checked({"confirm": "d", "dispute": "c"}) == ({"confirm": ("d",), "dispute": ("c",)}, [])


def test_quit_can_leave_the_key_that_it_takes_turns_on() -> None:
    keymap, problems = checked({"quit": "Q"})
    assert not problems
    assert textual_keymap(keymap) == {"quit": "Q", "back": "q,escape"}


_LINES = st.dictionaries(
    st.sampled_from([action.name for action in ACTIONS]),
    st.lists(st.sampled_from(["c", "d", "j", "k", "q", "y", "ctrl+y", "f6", "?", "escape", "enter"]), min_size=1),
    max_size=6,
)


@given(_LINES)
def test_what_is_put_in_force_never_clashes(lines: dict[str, list[str]]) -> None:
    keymap, problems = checked(lines)
    assert len(keymap) + len(problems) >= min(1, len(lines))
    for first in ACTIONS:
        for second in ACTIONS:
            if first.name < second.name and first.where == second.where and {first.name, second.name} & set(keymap):
                both = set(keymap.get(first.name, default_keys(first)))
                both &= set(keymap.get(second.name, default_keys(second)))
                assert not both or set(default_keys(first)) & set(default_keys(second))


def test_no_file_is_no_problem() -> None:
    assert read_keys() == ({}, [])


@pytest.mark.parametrize("text", ["confirm = ", "\xff\xfe", '[keys]\nconfirm = "b"', "x" * 200_000])
def test_a_broken_file_is_said_in_one_line(text: str) -> None:
    path = write_keys("")
    path.write_bytes(text.encode("latin-1"))
    keymap, problems = read_keys()
    assert keymap == {} and len(problems) == 1 and "\n" not in problems[0] and "keys" in problems[0]


async def test_new_keys_work_and_the_old_ones_rest(review_path: Path) -> None:
    write_keys('confirm = "b"\nquit = "Q"\nundo = "U"\n')
    async with (app := Desk(review_path, "ana")).run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        await until_shown(pilot, "b confirm", "Q quit")
        await pilot.press("c", "q", "b")
        await until(pilot, lambda: "confirmed >6,000 homes · U undoes" in shown(app))
        assert states(review_path) == ["confirmed", *["unreviewed"] * 5]
        await pilot.press("enter")
        await until_shown(pilot, "q back")
        await pilot.press("q", "question_mark", "slash", *"confirmed, and")
        await until(pilot, lambda: " b  " in shown(app))
        await pilot.press("escape", "escape", "Q")
        await until(pilot, lambda: app.return_code is not None)


async def test_the_greeting_names_the_own_key_for_the_help(review_path: Path) -> None:
    write_keys('help = "H"\n')
    async with (app := Desk(review_path, "ana")).run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        await until_shown(pilot, "left to review · H explains the keys")
        await pilot.press("question_mark", "H")
        await until(pilot, lambda: len(app.screen_stack) == 2)


async def test_new_keys_of_dialogs_work_and_are_hinted(review_path: Path) -> None:
    write_keys('save_note = "ctrl+y"\ncancel_choice = ["ctrl+g", "escape"]\n')
    async with (app := Desk(review_path, "ana")).run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        await pilot.press("n")
        await until_shown(pilot, "ctrl+y save")
        await pilot.press(*"seen", "ctrl+y")
        await until(pilot, lambda: "stored: note" in shown(app))
        await pilot.press("m")
        await until_shown(pilot, "ctrl+g cancel")


async def test_a_clash_is_said_at_start_and_the_own_keys_stay(review_path: Path) -> None:
    write_keys('confirm = "d"\nfrob = "x"\n')
    async with (app := Desk(review_path, "ana")).run_test(size=(120, 30)) as pilot:
        await until_shown(pilot, "2 lines of settings", "figcheck keys says why: keys.toml: no action is called frob")
        await pilot.press("c")
        await until(pilot, lambda: "confirmed >6,000" in shown(app))


def test_figcheck_keys_lists_names_and_says_what_is_wrong(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["keys"]) == 0
    out, err = capsys.readouterr()
    assert all(action.name in out for action in ACTIONS) and str(keys_path()) in out and not err
    write_keys('confirm = "b"\ndispute = "m"\n')
    assert main(["keys"]) == 1
    out, err = capsys.readouterr()
    assert "m would be both dispute and misreport" in err
    assert next(line for line in out.splitlines() if line.startswith("confirm ")).split()[1] == "b"
    REBOUND.set({})
