"""The README's commands, run in its order: each works, and prints what the README says it prints.

Read are the fenced blocks marked `console`. A line "$ figcheck ..." is run by the shell in one temporary folder that
holds the bundled samples as seeds/samples/, as a clone does. The lines after it, up to the next command, are its
output; where there are none, it only has to work. A line "…" stands for any number of lines. The commands that take
the screen are left out.
"""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
README = ROOT / "README.md"

#: The desk: figcheck alone with a review, or one of these words.
ON_SCREEN = re.compile(r"figcheck (?:demo|review|\S+\.db)\b")


def commands() -> list[tuple[str, list[str]]]:
    """Give each command of the README that can be run here, with the lines it is said to print."""
    found: list[tuple[str, list[str]]] = []
    text = README.read_text(encoding="utf-8")
    for block in re.findall(r"^```console\n(.*?)^```", text, re.MULTILINE | re.DOTALL):
        lines: list[str] | None = None
        for line in block.splitlines():
            if line.startswith("$ "):
                lines = []
                found.append((line[2:].strip(), lines))
            elif lines is not None:
                lines.append(line.rstrip())
    return [
        (command, said) for command, said in found if command.startswith("figcheck ") and not ON_SCREEN.match(command)
    ]


def as_said(printed: list[str], said: list[str]) -> bool:
    """Tell whether the printed lines are the said ones, "…" standing for any number of lines."""
    pattern = "".join("(?:.*\n)*?" if line == "…" else re.escape(line) + "\n" for line in said)
    return re.fullmatch(pattern, "".join(f"{line}\n" for line in printed)) is not None


@pytest.fixture
def shell(tmp_path: Path) -> dict[str, str]:
    """Give the environment of a shell in which figcheck is this figcheck."""
    programs = tmp_path / "bin"
    programs.mkdir()
    script = programs / "figcheck"
    script.write_text(f'#!/bin/sh\nexec "{sys.executable}" -P -m tui "$@"\n')
    script.chmod(0o755)
    kept = {name: value for name, value in os.environ.items() if name not in ("COLUMNS", "LINES", "FIGCHECK_DEBUG")}
    return kept | {
        "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT),
        "PYTHONUTF8": "1",
        "FIGCHECK_REVIEWER": "ann",
    }


@pytest.mark.skipif(os.name == "nt", reason="the README's commands are for a POSIX shell")
def test_every_command_works_and_prints_what_the_readme_says(tmp_path: Path, shell: dict[str, str]) -> None:
    folder = tmp_path / "work"
    shutil.copytree(
        ROOT / "seeds" / "samples", folder / "seeds" / "samples", ignore=shutil.ignore_patterns("*.py*", "__*")
    )
    todo = commands()
    assert todo
    for command, said in todo:
        done = subprocess.run(command, shell=True, cwd=folder, env=shell, capture_output=True, encoding="utf-8")
        assert done.returncode == 0, f"$ {command}\n{done.stdout}{done.stderr}"
        while said and not said[-1]:
            said.pop()
        printed = [line.rstrip() for line in (done.stdout + done.stderr).splitlines()]
        if said:
            assert as_said(printed, said), f"$ {command}\nprinted:\n" + "\n".join(printed)
