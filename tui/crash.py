"""What is kept of a crash: where it happened, and nothing that was read."""

import os
import sys
import traceback
from datetime import UTC, datetime

from tui.places import state_folder


def write_log(error: BaseException | None) -> str:
    """Write where an error happened to a log, without its message, local variables or text of any article.

    Gives one line for the person before the screen: what happened, where the log is, what was kept.
    """
    name = type(error).__name__ if error else "unknown error"
    kept = "every verdict shown as stored is in the review; open it again to go on"
    path = state_folder() / "crash.log"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8") as log:
            log.write(account(error))
    except OSError:
        return f"stopped by an error of its own ({name}), and no log could be written to {path}; {kept}"
    return f"stopped by an error of its own ({name}), see {path}; {kept}"


def account(error: BaseException | None) -> str:
    """Give the frames of an error and of what caused it: file, line and function only."""
    lines = [f"figcheck crash, {datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ}, Python {sys.version.split()[0]}"]
    while error is not None:
        lines.append(type(error).__qualname__)
        lines += [
            f"  {frame.filename}:{frame.lineno} in {frame.name}" for frame in traceback.extract_tb(error.__traceback__)
        ]
        error = error.__cause__ or error.__context__
    return "\n".join(lines) + "\n"
