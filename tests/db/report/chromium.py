"""A small client for headless Chromium: the DevTools protocol over the browser's own pipe, with nothing else needed."""

import json
import os
import select
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

#: Where Debian and others put it.
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
#: How long one answer may take, in seconds.
_PATIENCE = 60.0
_ARGUMENTS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--hide-scrollbars",
    "--remote-debugging-pipe",
)

# It reads from 3 and writes to 4. Both ends are first put out of each other's way.
_START = """
import os, sys
for high, number in zip((103, 104), sys.argv[1:3]):
    os.dup2(int(number), high)
for low, high in ((3, 103), (4, 104)):
    os.dup2(high, low)
os.execv(sys.argv[3], sys.argv[3:])
"""

Message = dict[str, Any]


def path_of_chromium() -> str | None:
    """Give where Chromium is; None where there is none."""
    return next((found for name in NAMES if (found := shutil.which(name))), None)


class Browser:
    """One page of a browser; `events` are the messages that came unasked."""

    def __init__(self, reading: int, writing: int) -> None:
        self._reading, self._writing = reading, writing
        self._bytes = b""
        self._last = 0
        self._session: str | None = None
        self.events: list[Message] = []
        target = self.send("Target.createTarget", url="about:blank")["targetId"]
        self._session = self.send("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.send(f"{domain}.enable")

    def send(self, method: str, **parameters: object) -> Message:
        """Ask for something, and give the answer; raises RuntimeError where the browser refuses."""
        self._last += 1
        message: Message = {"id": self._last, "method": method, "params": parameters}
        if self._session is not None:
            message["sessionId"] = self._session
        os.write(self._writing, json.dumps(message).encode() + b"\0")
        while True:
            answer = self._next()
            if answer.get("id") == self._last:
                if "error" in answer:
                    raise RuntimeError(f"{method}: {answer['error']}")
                found: Message = answer["result"]
                return found
            self.events.append(answer)

    def open(self, address: str) -> None:
        """Open an address and wait until it is there; what happened before is forgotten."""
        self.events.clear()
        self.send("Page.navigate", url=address)
        while not self.told("Page.loadEventFired"):
            self.events.append(self._next())

    def run(self, script: str) -> Any:
        """Run a script in the page, and give what its last expression is, a promise's value too."""
        answer = self.send("Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in answer:
            raise RuntimeError(f"{script}: {answer['exceptionDetails']}")
        return answer["result"].get("value")

    def told(self, *methods: str) -> list[Message]:
        """Give what came unasked of these sorts."""
        return [event["params"] for event in self.events if event.get("method") in methods]

    def _next(self) -> Message:
        end = time.monotonic() + _PATIENCE
        while b"\0" not in self._bytes:
            ready, _, _ = select.select([self._reading], [], [], max(0.0, end - time.monotonic()))
            received = os.read(self._reading, 1 << 16) if ready else b""
            if not received:
                raise RuntimeError("the browser says nothing any more")
            self._bytes += received
        head, _, self._bytes = self._bytes.partition(b"\0")
        message: Message = json.loads(head)
        return message


@contextmanager
def browser(chromium: str, folder: Path) -> Iterator[Browser]:
    """Start Chromium with a profile in an empty folder, and stop it at the end."""
    to_it, writing = os.pipe()
    reading, from_it = os.pipe()
    command = [sys.executable, "-c", _START, str(to_it), str(from_it), chromium, *_ARGUMENTS]
    process = subprocess.Popen(
        [*command, f"--user-data-dir={folder}"],
        pass_fds=(to_it, from_it),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(to_it)
    os.close(from_it)
    try:
        yield Browser(reading, writing)
    finally:
        os.close(writing)
        os.close(reading)
        process.terminate()
        process.wait(timeout=30)
