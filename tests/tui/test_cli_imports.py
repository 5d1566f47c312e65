"""What the commands for scripts load: an answer must not wait for what it does not need."""

import subprocess
import sys
from pathlib import Path

import pytest
from rich.cells import cell_len

from seeds.samples import sample_paths
from tests.tui.test_cli import TEXT, python
from tui.commands import COMMANDS
from tui.commands.table import ONE_CELL, table

#: The review, the desk, the parser of rare units.
UNNEEDED = {"db", "quantulum3", "rich", "sqlite3", "sqlite_utils", "textual"}
#: Small modules that add up.
SMALL = {"ipaddress", "pathlib", "shutil", "urllib.parse"}


def loaded(*words: str, cwd: Path) -> set[str]:
    """Run figcheck and give the unneeded and small modules that were not there before it and are now."""
    done = python(
        f"import sys\nbefore = set(sys.modules)\nfrom tui.cli import main\nassert main({list(words)!r}) == 0\n"
        f"print(*({UNNEEDED | SMALL!r} & set(sys.modules) - before), file=sys.stderr)",
        cwd,
    )
    assert done.returncode == 0, done.stderr.decode()
    assert done.stdout
    return set(done.stderr.decode().split())


@pytest.mark.parametrize("form", ["jsonl", "csv", "table"])
@pytest.mark.parametrize("sample", sample_paths(), ids=lambda path: path.stem)
def test_extracting_a_sample_loads_no_review_and_no_desk(sample: Path, form: str, tmp_path: Path) -> None:
    assert loaded("extract", str(sample), "--format", form, cwd=tmp_path).isdisjoint(UNNEEDED)


@pytest.mark.parametrize("form", ["jsonl", "csv", "table"])
def test_extracting_a_plain_text_loads_little(form: str, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    assert loaded("extract", "a.txt", "--format", form, cwd=tmp_path) == set()


def test_a_command_loads_no_other(tmp_path: Path) -> None:
    done = python("import sys\nfrom tui.cli import main\nmain(['extract', '-h'])\nprint(*sys.modules)", tmp_path)
    names = {f"tui.commands.{name}" for name in ("add", "demo", "export", "history", "listing", "mark", "review")}
    assert names.isdisjoint(done.stdout.decode().rpartition("\n\n")[2].split())
    assert [command.name for command in COMMANDS.values()] == list(COMMANDS)


def test_the_command_line_itself_loads_no_review_and_no_desk(tmp_path: Path) -> None:
    done = python("import sys\nimport tui.cli\nprint(*sys.modules)", tmp_path)
    assert {*UNNEEDED, "numpy"}.isdisjoint(done.stdout.decode().split())


def test_the_first_rows_of_the_desk_wait_for_no_search_and_no_dialog(review_path: Path, tmp_path: Path) -> None:
    code = (
        "import sys, pathlib\nfrom tui.app import Desk\nfrom tui.jobs.opening import open_queue\n"
        f"desk = Desk(pathlib.Path({str(review_path)!r}), 'ana')\n"
        "print(*sys.modules)\ndesk.link.close()"
    )
    names = set(python(code, tmp_path).stdout.decode().split())
    late = ("db.query.searching", "db.log.verdicts", "db.records", "figures.model", "tui.screens.choice", "tui.facts")
    assert names.isdisjoint(late) and "tui.jobs.opening" in names


def test_what_needs_no_table_of_widths_takes_one_cell() -> None:
    assert {character for character in ONE_CELL if cell_len(character) != 1} == set()


def test_plain_and_wide_cells_stand_in_one_column() -> None:
    assert table([["6,000", "a"], ["漢字", "b"], ["–", "c"]], None) == ["6,000  a", "漢字   b", "–      c"]
    assert table([["more than six thousand", "a"]], 12) == ["more tha…  a"]
    assert table([["漢字漢字漢字", "a"]], 12) == ["漢字漢字…  a"]


@pytest.mark.parametrize(("columns", "width"), [("60", 60), ("0", 80), ("-5", 80), ("wide", 80), ("", 80)])
def test_the_width_is_as_the_shell_says_or_eighty(columns: str, width: int) -> None:
    code = "from tui.console import terminal_width\nprint(terminal_width())"
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=Path(__file__).parents[2],
        env={"COLUMNS": columns},
        capture_output=True,
        check=True,
    )
    assert int(done.stdout) == width
