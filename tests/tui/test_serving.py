"""The desk in a browser: who may connect, and what is said where it cannot be had."""

import asyncio
import socket
import sys
from asyncio.subprocess import Process
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from aiohttp import ClientSession, CookieJar, WSServerHandshakeError, web
from aiohttp.test_utils import TestServer

from tests.tui.driving import states
from tui.cli import main
from tui.serving import HOST, DeskServer


class Served:
    """A server that is asked directly."""

    def __init__(self, server: DeskServer, running: TestServer) -> None:
        self.origin = f"http://{HOST}:{running.port}"
        server.public_url = self.origin
        self.key = server._key
        self.session = ClientSession(cookie_jar=CookieJar(unsafe=True))  # of an address without a name

    async def status(self, path: str, **headers: str) -> int:
        async with self.session.get(self.origin + path, headers=headers) as response:
            return response.status


@pytest.fixture
async def served(review_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Served]:
    processes: list[Process] = []
    start = asyncio.create_subprocess_shell

    async def started(command: str, **ways: Any) -> Process:
        processes.append(await start(command, **ways))
        return processes[-1]

    monkeypatch.setattr(asyncio, "create_subprocess_shell", started)
    words = f"{sys.executable} -m tui review {review_path} --reviewer ana"
    server = DeskServer(words, 0, review_path.name)
    app = web.Application()
    app.add_routes(
        [
            web.get("/", server.handle_index, name="index"),
            web.get("/ws", server.handle_websocket, name="websocket"),
            web.get("/download/{key}", server.handle_download, name="download"),
            web.static("/static", server.statics_path, name="static"),
        ]
    )
    import aiohttp_jinja2
    import jinja2

    aiohttp_jinja2.setup(app, loader=jinja2.FileSystemLoader(server.templates_path))
    running = TestServer(app, host=HOST)
    await running.start_server()
    asked = Served(server, running)
    yield asked
    await asked.session.close()
    for process in processes:
        await asyncio.wait_for(process.wait(), 30)
        if process.stdin is not None:
            process.stdin.close()
    await running.close()


async def test_only_whoever_has_the_key_gets_the_page(served: Served) -> None:
    assert await served.status("/") == 403
    assert await served.status("/?key=guess") == 403
    assert await served.status(f"/?key={served.key}", Host="evil.example") == 403
    assert await served.status("/download/x") == 403
    async with served.session.get(f"{served.origin}/?key={served.key}") as response:
        assert response.status == 200
        assert "frame-ancestors 'none'" in response.headers["Content-Security-Policy"]
        cookie = response.headers["Set-Cookie"]
        assert "HttpOnly" in cookie and "SameSite=Strict" in cookie
    assert await served.status("/") == 200  # the browser has the key


@pytest.mark.parametrize("origin", ["https://evil.example", "http://127.0.0.1:1", "null"])
async def test_another_page_cannot_connect(served: Served, origin: str) -> None:
    assert await served.status(f"/?key={served.key}") == 200
    with pytest.raises(WSServerHandshakeError) as refused:
        await served.session.ws_connect(f"{served.origin}/ws", origin=origin)
    assert refused.value.status == 403


async def test_without_the_key_nothing_connects(served: Served) -> None:
    with pytest.raises(WSServerHandshakeError) as refused:
        await served.session.ws_connect(f"{served.origin}/ws", origin=served.origin)
    assert refused.value.status == 403


async def test_a_verdict_given_in_the_browser_is_in_the_file(served: Served, review_path: Path) -> None:
    assert await served.status(f"/?key={served.key}") == 200
    address = f"{served.origin}/ws?width=120&height=40"
    async with asyncio.timeout(60), served.session.ws_connect(address, origin=served.origin) as socket:
        seen = ""
        judged = False
        while not judged or "confirmed >6,000" not in seen:
            message = await socket.receive()
            assert isinstance(message.data, bytes | str), message
            seen += message.data.decode("utf-8", "replace") if isinstance(message.data, bytes) else message.data
            if not judged and "left to review" in seen:
                judged = True
                await socket.send_json(["stdin", "c"])
    assert states(review_path)[0] == "confirmed"


def test_what_is_missing_is_named_with_what_installs_it(
    review_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    assert main(["serve", str(review_path)]) == 1
    err = capsys.readouterr().err
    assert err.count("\n") == 1 and "pip install 'figcheck[serve]'" in err


def test_a_port_that_is_taken_is_said(review_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with socket.create_server((HOST, 0)) as taken:
        port = taken.getsockname()[1]
        assert main(["serve", str(review_path), "--port", str(port), "--reviewer", "ana"]) == 1
    err = capsys.readouterr().err
    assert f"port {port} cannot be had" in err and "--port N" in err


@pytest.mark.parametrize("port", ["0", "70000", "http", "-1"])
def test_what_is_no_port_is_wrong_usage(review_path: Path, port: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["serve", str(review_path), f"--port={port}"]) == 2
    assert "is no port" in capsys.readouterr().err


def test_what_is_no_review_is_refused_before_it_is_served(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "notes.db").write_text("shopping list")
    assert main(["serve", str(tmp_path / "notes.db"), "--reviewer", "ana"]) == 1
    assert "not a figcheck review" in capsys.readouterr().err
