"""The command line as a program: help, wrong usage, streams, what it imports."""

import json
import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from tui.cli import main
from tui.commands import COMMANDS

ROOT = Path(__file__).resolve().parents[2]
HEAVY = {"numpy", "quantulum3", "rapidfuzz", "sqlite_utils", "sqlite3", "textual", "rich", "db", "figures"}
TEXT = "The ministry said more than 6,000 soldiers had been killed. It paid for 1,250 tents.\n"


def environment(**more: str) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name not in ("COLUMNS", "LINES", "FIGCHECK_DEBUG")}
    return kept | {"PYTHONPATH": str(ROOT), "FIGCHECK_REVIEWER": "Ann", "PYTHONUTF8": "1"} | more


def figcheck(
    *words: str, cwd: Path, stdin: bytes = b"", env: dict[str, str] | None = None
) -> "subprocess.CompletedProcess[bytes]":
    return subprocess.run(
        [sys.executable, "-m", "tui", *words], cwd=cwd, input=stdin, env=env or environment(), capture_output=True
    )


def python(code: str, cwd: Path) -> "subprocess.CompletedProcess[bytes]":
    return subprocess.run([sys.executable, "-c", code], cwd=cwd, env=environment(), capture_output=True)


# Help


@pytest.mark.parametrize("words", [[], ["--help"], ["-h"]])
def test_the_overview_names_every_command(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(words) == 0
    out, err = capsys.readouterr()
    assert all(f"\n  {name} " in out and command.summary in out for name, command in COMMANDS.items())
    assert err == ""


@pytest.mark.parametrize("name", COMMANDS)
def test_the_help_of_a_command_shows_its_examples(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([name, "--help"]) == 0
    out, _ = capsys.readouterr()
    assert f"usage: figcheck {name}" in out
    assert COMMANDS[name].examples
    assert all(line in out and what in out for line, what in COMMANDS[name].examples)


#: Examples that need no file.
ALONE = (*(line for line, _ in COMMANDS["keys"].examples), "figcheck export --list")


@pytest.mark.parametrize(
    "line", [line for command in COMMANDS.values() for line, _ in command.examples if line not in ALONE]
)
def test_no_example_is_wrong_usage(
    line: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    # In an empty folder an example can only be refused for want of its files, or of a terminal.
    monkeypatch.chdir(tmp_path)
    words = shlex.split(line.rpartition("| ")[2])
    assert words[0] == "figcheck"
    monkeypatch.setattr("sys.stdin", None)
    assert main(words[1:]) == 1
    assert capsys.readouterr().err.startswith("figcheck: ")
    assert list(tmp_path.iterdir()) == []


def test_the_version_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out.startswith("figcheck ")


# Wrong usage


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["lst"], "'lst' is neither a command nor a review file (did you mean 'list'?)"),
        (["--frob"], "no option --frob here; figcheck --help"),
        (["add"], "REVIEW, INPUT; figcheck add --help"),
        (["add", "kursk.db"], "nothing to read; name files, folders or addresses"),
        (["mark", "kursk.db"], "FIGURE, VERDICT; figcheck mark --help"),
        (["status"], "REVIEW; figcheck status --help"),
        (["status", "kursk.db", "--jsn"], "--jsn; figcheck status --help"),
        (["extract", "a.txt", "--format", "xml"], "'xml'"),
        (["list", "kursk.db", "--format", "table"], "'table'"),
        (["export", "kursk.db", "-o"], "-o/--output"),
        (["export", "kursk.db", "-o", "verdicts.pdf"], "--format"),
        (["add", "kursk.db", "a.txt", "--reviewer", " "], "--reviewer"),
        (["add", "new.txt", "a.txt"], "the review comes first"),
        (["add", "-", "a.txt"], "the review comes first"),
        (["add", ".", "a.txt"], "the review comes first"),
        (["mark", "kursk.db", "3f2a", "confirm"], "did you mean 'confirmed'?"),
        (["mark", "kursk.db", "3f2a", "flurb"], "no verdict is called 'flurb'"),
        (["mark", "kursk.db", "3f2a", "misreported"], "--reason, one of noun_swapped, scope_changed"),
        (["mark", "kursk.db", "3f2a", "misreported", "--reason", "boundlost"], "did you mean 'bound_lost'?"),
        (["mark", "kursk.db", "3f2a", "misreported", "--reason", "not_a_figure"], "no reason for misreported"),
        (["mark", "kursk.db", "3f2a", "dismissed", "--reason", "stale"], "known: not_a_figure, not_worth_checking"),
        (["mark", "kursk.db", "3f2a", "confirmed", "--reason", "stale"], "confirmed takes no --reason"),
    ],
)
def test_wrong_usage_is_one_line_and_exit_2(
    words: list[str],
    said: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(words) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("figcheck: ") and err.count("\n") == 1 and said in err
    assert list(tmp_path.iterdir()) == []


def test_words_on_the_line_cannot_act_on_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["\x1b]52;c;aGk=\x07\nsecond line"]) == 2
    err = capsys.readouterr().err
    assert "\x1b" not in err and "\x07" not in err and err.count("\n") == 1
    assert "␛]52;c;aGk=␇␊second line" in err


def test_without_any_name_for_the_reviewer_a_change_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def nobody() -> str:
        raise OSError("No username set in the environment")

    monkeypatch.setattr("getpass.getuser", nobody)
    monkeypatch.setenv("FIGCHECK_REVIEWER", "")
    (tmp_path / "a.txt").write_text(TEXT)
    assert main(["add", str(tmp_path / "kursk.db"), str(tmp_path / "a.txt")]) == 2
    assert "--reviewer NAME" in capsys.readouterr().err


# Failures and signals


def test_an_unexpected_failure_is_one_line(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError("deep inside")

    monkeypatch.delenv("FIGCHECK_DEBUG", raising=False)
    monkeypatch.setattr("db.open_review", broken)
    assert main(["status", "kursk.db"]) == 1
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert "ZeroDivisionError" in err and "FIGCHECK_DEBUG=1" in err


def test_the_traceback_is_there_for_who_asks(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError("deep inside")

    monkeypatch.setenv("FIGCHECK_DEBUG", "1")
    monkeypatch.setattr("db.open_review", broken)
    assert main(["status", "kursk.db"]) == 1
    assert "Traceback" in capsys.readouterr().err


def test_an_interrupt_is_one_line_and_exit_130(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("db.open_review", interrupted)
    assert main(["status", "kursk.db"]) == 130
    assert capsys.readouterr().err.count("\n") == 1


def test_a_reader_that_goes_away_is_no_failure(tmp_path: Path) -> None:
    (tmp_path / "long.txt").write_text("\n".join(f"They counted {n},500 soldiers there." for n in range(1, 900)))
    with subprocess.Popen(
        [sys.executable, "-m", "tui", "extract", "long.txt", "--format", "jsonl"],
        cwd=tmp_path,
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None and process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        assert process.wait(60) == 0
        assert process.stderr.read() == b""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_a_full_disk_under_standard_output_is_one_line(tmp_path: Path) -> None:
    with open("/dev/full", "wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "tui", "--help"],
            env=environment(),
            cwd=tmp_path,
            stdout=full,
            stderr=subprocess.PIPE,
        )
    assert done.returncode == 1
    assert done.stderr.startswith(b"figcheck: standard output: ") and done.stderr.count(b"\n") == 1


@pytest.mark.parametrize("words", [["review", "kursk.db"], ["kursk.db"], ["demo"]])
def test_the_desk_without_a_terminal_is_refused(words: list[str], tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    figcheck("add", "kursk.db", "a.txt", cwd=tmp_path)
    done = figcheck(*words, cwd=tmp_path)
    assert done.returncode == 1
    assert b"needs a terminal" in done.stderr and done.stderr.count(b"\n") == 1


# Encodings and streams


@pytest.mark.parametrize("settings", [{"PYTHONIOENCODING": "ascii"}, {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0"}])
def test_a_terminal_that_is_not_utf8_gets_an_answer(settings: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Überall zählten sie 6,000 Häuser in Łódź, said Żubrowski.", encoding="utf-8")
    env = environment(PYTHONUTF8="0", **settings)
    added = figcheck("add", "kursk.db", "a.txt", cwd=tmp_path, env=env)
    assert (added.returncode, added.stderr) == (0, b"")
    for command in (["extract", "a.txt"], ["list", "kursk.db"], ["status", "kursk.db"], ["--help"]):
        done = figcheck(*command, cwd=tmp_path, env=env)
        assert (done.returncode, done.stderr) == (0, b""), command
        assert done.stdout


def test_data_is_utf8_whatever_the_locale(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("In Łódź 6,000 Häuser 🏠 stood.", encoding="utf-8")
    done = figcheck("extract", "a.txt", "--format", "jsonl", cwd=tmp_path, env=environment(PYTHONIOENCODING="ascii"))
    record = json.loads(done.stdout.decode("utf-8"))
    assert record["text"] == "6,000" and "🏠" in record["suffix"]


def test_errors_go_to_standard_error_and_data_to_standard_output(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    done = figcheck("extract", "gone.txt", "a.txt", "--format", "jsonl", cwd=tmp_path)
    assert done.returncode == 1
    assert {json.loads(line)["text"] for line in done.stdout.splitlines()} >= {"6,000", "1,250"}
    assert done.stderr.startswith(b"figcheck: gone.txt: ") and done.stderr.count(b"\n") == 1


# What is loaded


@pytest.mark.parametrize(
    "code",
    ["import tui.cli", "import tui.cli; tui.cli.main(['--help'])", "import tui.cli; tui.cli.main(['add', '-h'])"],
)
def test_help_loads_nothing_heavy(code: str, tmp_path: Path) -> None:
    done = python(f"{code}\nimport sys; print(*({HEAVY!r} & set(sys.modules)), file=sys.stderr)", tmp_path)
    assert (done.returncode, done.stderr.decode().split()) == (0, [])


def test_scripts_do_not_load_the_desk(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    code = "from tui.cli import main\nassert main({0}) == 0\nimport sys\nassert 'textual' not in sys.modules"
    for words in (["add", "kursk.db", "a.txt"], ["extract", "a.txt"], ["list", "kursk.db"], ["status", "kursk.db"]):
        done = python(code.format(words), tmp_path)
        assert done.returncode == 0, done.stderr.decode()


# On a terminal


def on_terminal(*words: str, cwd: Path, columns: int = 60) -> str:
    """Run figcheck with a terminal of 60 columns as its standard output; gives what it printed there."""
    pty = pytest.importorskip("pty")
    ours, theirs = pty.openpty()
    try:
        done = subprocess.run(
            [sys.executable, "-m", "tui", *words],
            cwd=cwd,
            env=environment(COLUMNS=str(columns)),
            stdin=subprocess.DEVNULL,
            stdout=theirs,
            stderr=subprocess.PIPE,
        )
        assert (done.returncode, done.stderr) == (0, b"")
        return os.read(ours, 1 << 16).decode("utf-8").replace("\r\n", "\n")
    finally:
        os.close(ours)
        os.close(theirs)


def test_a_table_ends_where_the_terminal_ends(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        "The Ministry of Agriculture and Rural Development of the Republic said that more than 6,000 freshly qualified "
        "veterinary assistants from the northern provinces had been hired."
    )
    lines = on_terminal("extract", "a.txt", cwd=tmp_path).splitlines()
    assert "6,000" in lines[2] and max(map(len, lines)) <= 60
    piped = figcheck("extract", "a.txt", cwd=tmp_path).stdout.decode("utf-8")
    assert "…" not in piped and max(map(len, piped.splitlines())) > 60


def test_records_on_a_terminal_cannot_act_on_it(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("They counted 6,000 sol\u202ediers\x9b2J there.", encoding="utf-8")
    for form in ("jsonl", "csv", "table"):
        shown = on_terminal("extract", "a.txt", "--format", form, cwd=tmp_path)
        assert "6,000" in shown and "\u202e" not in shown and "\x9b" not in shown
