"""How long a first answer takes: whole processes, started in turn so that both see the same machine."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median
from time import perf_counter

#: What the product is measured against.
IMPORTS = "import rapidfuzz, json, decimal"
_LOADED = """
import sys
from tui.cli import main
code = main(["extract", sys.argv[1], "--format", "jsonl"])
print([name for name in ("quantulum3.parser", "textual", "sqlite_utils") if name in sys.modules], file=sys.stderr)
sys.exit(code)
"""


def _process(command: list[str], environment: dict[str, str]) -> tuple[float, float]:
    """Run a command; gives its elapsed and its CPU seconds."""
    began = perf_counter()
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{' '.join(command)} failed with exit code {process.returncode}")
    return perf_counter() - began, usage.ru_utime + usage.ru_stime


def compare(article: Path, rounds: int) -> tuple[tuple[float, float], tuple[float, float]]:
    """Give median elapsed and CPU seconds of extracting one article, and of the imports alone."""
    # As the installed script starts it; `python -m` would add the cost of runpy.
    run = "import sys; from tui.cli import main; sys.exit(main())"
    extract = [sys.executable, "-c", run, "extract", str(article), "--format", "jsonl"]
    imports = [sys.executable, "-c", IMPORTS]
    ours: list[tuple[float, float]] = []
    theirs: list[tuple[float, float]] = []
    with tempfile.TemporaryDirectory() as compiled:
        # An installed package has its bytecode; a working copy may not, or may not be let write it.
        environment = {**os.environ, "PYTHONPYCACHEPREFIX": compiled, "PYTHONDONTWRITEBYTECODE": ""}
        for turn in range(rounds + 1):
            times = _process(extract, environment), _process(imports, environment)
            if turn:  # the first round writes the bytecode
                ours.append(times[0])
                theirs.append(times[1])
    return _medians(ours), _medians(theirs)


def _medians(times: list[tuple[float, float]]) -> tuple[float, float]:
    return median(wall for wall, _ in times), median(cpu for _, cpu in times)


def heavy_modules(article: Path) -> str:
    """Name what extracting an article should not have imported and did; "none" where it did not."""
    command = [sys.executable, "-c", _LOADED, str(article)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return done.stderr.strip().splitlines()[-1].strip("[]").replace("'", "") or "none"
