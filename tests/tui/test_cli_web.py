"""Addresses, feeds and lists of links on the command line and in the dialog that takes texts in."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from db import open_review
from seeds.fetching import Fetcher
from seeds.fetching.fetcher import Fetched
from tests.seeds.fetching.server import Server, moved, page
from tests.tui.commanding import Output
from tests.tui.driving import until, until_shown
from tests.tui.test_cli import figcheck
from tui.cli import main
from tui.screens.start import Choice
from tui.start import Start

TEXT = "The ministry said more than 6,000 soldiers had been killed. It paid for 1,250 tents.\n"


@pytest.fixture
def server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    monkeypatch.chdir(tmp_path)
    story = page(TEXT.encode(), "text/plain")
    feed = b"<rss><item><link>/story</link></item><item><link>/more</link></item><item><link>/no</link></item></rss>"
    robots = page(b"User-agent: figcheck\nDisallow: /no\nCrawl-delay: 0", "text/plain")
    answers = {
        "/story": story,
        "/more": page(f"{TEXT}Forty boats came in.".encode(), "text/plain"),
        "/feed": page(feed, "application/rss+xml"),
        "/robots.txt": robots,
        "/moved": moved("http://10.0.0.1/"),
    }
    with Server(answers) as there:
        yield there


@pytest.fixture
def no_pause(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have pages of one host fetched without a pause."""
    monkeypatch.setattr("seeds.fetching.manners.Manners._wait", lambda *_: None)


def local(server: Server, path: str) -> str:
    return server.url(path, "127.0.0.1")


def test_a_page_is_taken_in_with_where_it_came_from(server: Server, capsys: Output) -> None:
    url = local(server, "/story")
    assert main(["add", "kursk.db", url, "--allow-host", "127.0.0.1", "--reviewer", "Ann"]) == 0
    assert capsys.readouterr().out == "1 document added, 0 already there · 2 figures, 2 to check\n"
    assert main(["add", "kursk.db", "--allow-host", "127.0.0.1", url, "--reviewer", "Ann"]) == 0
    assert "0 documents added, 1 already there" in capsys.readouterr().out
    assert main(["list", "kursk.db", "--format", "jsonl"]) == 0
    assert json.loads(capsys.readouterr().out.splitlines()[0])["doc"] == url


def test_figures_of_a_page_need_no_review(server: Server, tmp_path: Path, capsys: Output) -> None:
    url = local(server, "/story")
    assert main(["extract", url, "--allow-host", "127.0.0.1"]) == 0
    assert capsys.readouterr().out.startswith(f"{url}: 2 to check")
    assert list(tmp_path.iterdir()) == []


def test_a_program_of_its_own_fetches_a_page(server: Server, tmp_path: Path) -> None:
    done = figcheck("extract", local(server, "/story"), "--allow-host", "127.0.0.1", "--format", "jsonl", cwd=tmp_path)
    assert done.returncode == 0 and done.stdout.count(b"\n") == 2 and done.stderr == b""


@pytest.mark.usefixtures("no_pause")
@pytest.mark.parametrize("way", ["feed", "list", "pipe"])
def test_feeds_and_lists_give_several_pages(server: Server, way: str, tmp_path: Path) -> None:
    links = "\n".join(["# pages", *(local(server, path) for path in ("/story", "/more", "/no"))])
    (tmp_path / "links.txt").write_text(links)
    words = {"feed": [local(server, "/feed")], "list": ["-i", "links.txt"], "pipe": ["--links", "-"]}[way]
    done = figcheck(
        "add", "kursk.db", *words, "--allow-host", "127.0.0.1", cwd=tmp_path, stdin=links.encode() * (way == "pipe")
    )
    assert done.stdout.decode().startswith("2 documents added") and done.returncode == 1
    assert done.stderr.decode().splitlines() == [
        f"figcheck: {local(server, '/no')}: "
        "the robots.txt of 127.0.0.1 keeps programs from it; give it alone, or save it"
    ]
    assert sum(" /robots.txt " in asked for asked in server.asked) == 1


def test_what_goes_wrong_is_a_line_and_the_rest_is_taken_in(server: Server, tmp_path: Path, capsys: Output) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    assert main(["add", "kursk.db", local(server, "/moved"), "a.txt", "--reviewer", "Ann"]) == 1
    out, err = capsys.readouterr()
    assert out.startswith("1 document added")
    host = "127.0.0.1"
    why = f"{host} is no public address; --allow-host {host} lets it through"
    assert err == f"figcheck: {local(server, '/moved')}: {why}\n"
    assert server.asked == []
    assert main(["add", "kursk.db", local(server, "/moved"), "--allow-host", host, "--reviewer", "Ann"]) == 1
    assert "10.0.0.1 is no public address" in capsys.readouterr().err


def test_what_could_not_be_fetched_can_be_tried_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Output
) -> None:
    monkeypatch.chdir(tmp_path)
    answers = {"/a": page(TEXT.encode(), "text/plain")}
    (tmp_path / "links.txt").write_text("no address\n")
    (tmp_path / "b.txt").write_text("Forty boats came in.")
    with Server(answers) as there:
        gone = local(there, "/gone")
        words = ["--allow-host", "127.0.0.1", "--reviewer", "Ann"]
        assert main(["add", "kursk.db", gone, "b.txt", "-i", "links.txt", *words]) == 1
        out, err = capsys.readouterr()
        assert out.startswith("1 document added") and "-i links.txt:1: no address is no http or https" in err
        assert main(["status", "kursk.db", "--json"]) == 0
        assert json.loads(capsys.readouterr().out)["failed"] == 1
        answers["/gone"] = answers["/a"]
        assert main(["add", "kursk.db", "--retry-failed", *words]) == 0
        assert capsys.readouterr().out.startswith("1 document added")
    assert main(["status", "kursk.db", "--json"]) == 0
    assert "failed" not in json.loads(capsys.readouterr().out)


@pytest.mark.usefixtures("no_pause")
@pytest.mark.parametrize("way", ["feed", "list", "addresses"])
def test_pages_that_are_there_are_not_fetched_again(server: Server, way: str, tmp_path: Path, capsys: Output) -> None:
    story, more = local(server, "/story"), local(server, "/more")
    (tmp_path / "links.txt").write_text(f"{story}\n{more}\n")
    several = {"feed": [local(server, "/feed")], "list": ["-i", "links.txt"], "addresses": [story, more]}[way]

    def asked(*words: str) -> list[str]:
        server.asked.clear()
        main(["add", "kursk.db", *words, "--allow-host", "127.0.0.1", "--reviewer", "Ann", "--workers", "1"])
        paths = [asked.split()[1] for asked in server.asked]
        return [path for path in paths if path not in ("/feed", "/robots.txt")]

    assert asked(story) == ["/story"]
    assert asked(*several) == ["/more"]
    assert capsys.readouterr().out.splitlines()[-1].startswith("1 document added, 1 already there")
    assert asked(*several) == []
    assert capsys.readouterr().out.startswith("0 documents added, 2 already there")
    assert asked(*several, "--update") == asked(*several, "--as-new") == ["/story", "/more"]
    assert asked(story) == ["/story"]


@pytest.mark.usefixtures("no_pause")
def test_a_list_that_was_stopped_goes_on_where_it_was(
    server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Output
) -> None:
    (tmp_path / "links.txt").write_text("\n".join(local(server, path) for path in ("/story", "/more", "/gone")))
    words = ["add", "kursk.db", "-i", "links.txt", "--allow-host", "127.0.0.1", "--reviewer", "Ann"]

    def stopped(fetcher: Fetcher, url: str, *rest: Any, **more: Any) -> Fetched:
        if url.endswith("/more"):
            raise KeyboardInterrupt
        return fetch(fetcher, url, *rest, **more)

    fetch = Fetcher.fetch
    monkeypatch.setattr(Fetcher, "fetch", stopped)
    assert main(words) == 130
    assert "the same command goes on from there" in capsys.readouterr().err
    monkeypatch.setattr(Fetcher, "fetch", fetch)
    server.asked.clear()
    assert main(words) == 1
    assert capsys.readouterr().out.startswith("1 document added, 1 already there")
    assert main(words) == 1  # what failed is asked for again
    assert [asked.split()[1] for asked in server.asked if "robots" not in asked] == ["/more", "/gone", "/gone"]


@pytest.mark.usefixtures("no_pause")
def test_pages_are_fetched_by_one_and_extracted_by_many(server: Server, tmp_path: Path, capsys: Output) -> None:
    for number in range(60):
        (tmp_path / f"{number:02}.txt").write_text(f"{TEXT * 40}Copy {number}.")
    words = ["--allow-host", "127.0.0.1", "--reviewer", "Ann", "--workers", "2"]
    assert main(["add", "kursk.db", ".", local(server, "/feed"), *words]) == 1
    assert capsys.readouterr().out.startswith("62 documents added")
    assert [asked.split()[1] for asked in server.asked] == ["/feed", "/robots.txt", "/story", "/more"]


def test_no_review_is_made_where_nothing_could_be_fetched(tmp_path: Path, capsys: Output) -> None:
    assert main(["add", str(tmp_path / "kursk.db"), "http://localhost:1/", "--reviewer", "Ann"]) == 1
    assert "localhost is at" in capsys.readouterr().err and list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["add", "https://paper.example/a.html", "a.txt"], "is an address, not a review"),
        (["extract"], "nothing to read"),
        (["extract", "a.txt", "--allow-host", "http://intranet.example"], "the name of a host alone"),
        (["add", "kursk.db", "a.txt", "--allow-host", "a\x1b[2J b"], "the name of a host alone"),
        (["add", "kursk.db", "-i"], "-i"),
    ],
)
def test_wrong_usage_is_a_line(
    words: list[str], said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Output
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(words) == 2
    err = capsys.readouterr().err
    assert said in err and err.count("\n") == 1 and "\x1b" not in err
    assert list(tmp_path.iterdir()) == []


# The dialog


async def test_an_address_is_taken_in_from_the_dialog(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("seeds.fetching.addresses.is_public", lambda address: address == "127.0.0.1")
    async with (app := Start("ana")).run_test(size=(100, 30)) as pilot:
        await pilot.press("n", *"kursk", "tab", *local(server, "/story?a=1&b=*"), "enter")
        await until_shown(pilot, "404 (Not Found)")
        assert server.asked[0].startswith("GET /story?a=1&b=* ")
        await pilot.press("end", *["backspace"] * len("?a=1&b=*"), "enter")
        await until(pilot, lambda: app.return_value is not None)
    assert app.return_value == Choice(Path("kursk.db"))
    with open_review(Path("kursk.db"), reviewer="ana") as review:
        assert review.progress().documents == 1


async def test_the_dialog_goes_to_public_addresses_only(server: Server, tmp_path: Path) -> None:
    async with Start("ana").run_test(size=(100, 30)) as pilot:
        await pilot.press("n", *"kursk", "tab", *local(server, "/story"), "enter")
        await until_shown(pilot, "lets it through")
    assert server.asked == [] and not (tmp_path / "kursk.db").exists()
