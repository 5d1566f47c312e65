"""Taking texts into a review from the screen, with progress, and stopped where somebody stops it."""

import glob
import shlex
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from db import ReviewError
from seeds.links import is_address
from tui.console import plural

if TYPE_CHECKING:
    from db.model import IntakeReport, Step
    from seeds.web import WebOptions


class Stopped(Exception):
    """The intake was stopped by the person; what was stored before stays."""


def inputs_of(typed: str) -> list[str]:
    """Give the inputs that were typed, as a shell reads them: quotes, ~, and patterns such as articles/*.txt.

    Raises ReviewError where a quote is open.
    """
    try:
        words = shlex.split(typed)
    except ValueError as error:
        raise ReviewError(f"the sources cannot be read ({error}): close the quote, or put \\ before it") from None
    inputs: list[str] = []
    for word in words:
        path = word if "://" in word else _home(word)
        found = sorted(glob.glob(path)) if glob.has_magic(path) and not Path(path).exists() else []
        inputs += found or [path]
    return inputs


def take_in(
    path: Path,
    inputs: list[str],
    reviewer: str,
    on_progress: Callable[[str], None],
    sleep: Callable[[float], object] = time.sleep,
) -> "IntakeReport":
    """Take inputs into the review at path, which is made if it is not there; raises ReviewError, or Stopped.

    `sleep` waits between the pages of one host, and may return sooner where the work is to be stopped.
    """
    from db.crew import hired
    from db.intake import add_to_file

    def told(step: "Step") -> None:
        on_progress(step.text)

    with hired() as crew:
        web = _web(inputs, sleep)
        return add_to_file(path, inputs, reviewer=reviewer, on_progress=told, crew=crew, web=web)


def _web(inputs: list[str], sleep: Callable[[float], object]) -> "WebOptions | None":
    if not any(map(is_address, inputs)):
        return None
    from seeds.fetching.manners import Pace
    from seeds.web import WebOptions

    return WebOptions(pace=Pace(sleep=sleep))


def summed_up(report: "IntakeReport") -> tuple[str, list[str]]:
    """Give what an intake came to in a line, and what was left out, a line each."""
    told = (
        f"{plural(report.added, 'document')} added, {report.known:,} already there · {report.queue:,} figures to check"
    )
    return told, [f"{failure.name}: {failure.reason}" for failure in report.failures]


def _home(word: str) -> str:
    try:
        return str(Path(word).expanduser()) if word.startswith("~") else word
    except RuntimeError:
        return word
