"""The desk in a browser: textual-serve on the loopback address, for whoever has the key."""

import errno
import hmac
import logging
import os
import secrets
import shlex
import sys
from pathlib import Path
from urllib.parse import urlsplit

from aiohttp import web
from textual_serve.server import Server

from tui.console import Refused, say

#: Only this machine can reach it.
HOST = "127.0.0.1"

_COOKIE = "figcheck"
# Nothing is fetched from elsewhere (the page of textual-serve asks a company for a font), and no other page may show
# this one in a frame.
_POLICY = (
    "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data:; font-src 'self' data:; connect-src 'self' ws://{host}; frame-ancestors 'none'"
)


class DeskServer(Server):
    """Serves one review. Every visitor needs the key; a page of another origin is turned away even with it.

    The browser would send a key that it knows along with requests that another local page makes, so that a key alone
    would not do: a page could judge figures, or write files, in the name of the reviewer.
    """

    def __init__(self, command: str, port: int, name: str) -> None:
        super().__init__(command, host=HOST, port=port, title=f"figcheck {name}")
        self._key = secrets.token_urlsafe(24)
        self._review = name

    def initialize_logging(self) -> None:
        """Log errors only, without local variables, which hold article text."""
        logging.basicConfig(level=logging.ERROR, format="figcheck: %(message)s")
        logging.getLogger("textual-serve").addFilter(_without_traceback)

    async def on_startup(self, app: web.Application) -> None:
        """Say where it is."""
        say(f"{self._review}: {self.public_url}/?key={self._key}")
        say("for this machine only; ctrl+c ends it")
        sys.stdout.flush()

    async def handle_index(self, request: web.Request) -> web.StreamResponse:
        """Give the page to whoever has the key, and leave the key with the browser."""
        self._check(request, request.query.get("key", request.cookies.get(_COOKIE, "")))
        response: web.StreamResponse = await super().handle_index(request)
        response.set_cookie(_COOKIE, self._key, httponly=True, samesite="Strict", path="/")
        response.headers["Content-Security-Policy"] = _POLICY.format(host=urlsplit(self.public_url).netloc)
        response.headers["Referrer-Policy"] = "no-referrer"
        return response

    async def handle_websocket(self, request: web.Request) -> web.WebSocketResponse:
        """Connect a browser with a desk of its own, if it comes from the page above."""
        self._check(request, request.cookies.get(_COOKIE, ""))
        if request.headers.get("Origin") != self.public_url:
            raise web.HTTPForbidden(text="figcheck: this page may not connect\n")
        return await super().handle_websocket(request)

    async def handle_download(self, request: web.Request) -> web.StreamResponse:
        """Give a file to whoever has the key."""
        self._check(request, request.cookies.get(_COOKIE, ""))
        return await super().handle_download(request)

    def _check(self, request: web.Request, key: str) -> None:
        # A name that somebody else's server has made to point here is not ours.
        if request.host != urlsplit(self.public_url).netloc:
            raise web.HTTPForbidden(text="figcheck: open the address that was printed\n")
        if not hmac.compare_digest(key.encode(), self._key.encode()):
            raise web.HTTPForbidden(text="figcheck: open the address that was printed, with its key\n")


def serve(review: str, reviewer: str, port: int) -> int:
    """Serve the desk until ctrl+c; gives the exit code. Raises Refused where the port cannot be had."""
    words = [sys.executable, "-m", "tui", "review", os.path.abspath(review), "--reviewer", reviewer]
    # The desk runs as a program of its own for each page; it must find these packages whatever folder this is.
    os.environ["PYTHONPATH"] = os.pathsep.join(
        part for part in (str(Path(__file__).resolve().parent.parent), os.environ.get("PYTHONPATH", "")) if part
    )
    try:
        DeskServer(shlex.join(words), port, os.path.basename(review)).serve()
    except OSError as error:
        if error.errno not in (errno.EADDRINUSE, errno.EACCES):
            raise
        raise Refused(f"port {port} cannot be had ({error.strerror}): give another one, --port N") from None
    return 0


def _without_traceback(record: logging.LogRecord) -> bool:
    record.exc_info = record.exc_text = None
    return True
