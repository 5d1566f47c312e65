"""A batch keeps to robots.txt, and does not ask one host again at once."""

from collections.abc import Callable

import pytest

from seeds.fetching import Fetcher, Refused
from seeds.fetching.limits import Limits, user_agent
from seeds.fetching.manners import Manners, Pace
from tests.seeds.fetching.clock import Clock
from tests.seeds.fetching.server import Answer, Server, moved, page

PAGE = b"About 40 boats came in."
NOT_THERE = b"HTTP/1.1 404 Not Found\r\n\r\n"


def resolver(host: str) -> list[str]:
    if host.endswith(".example"):
        return ["127.0.0.1"]
    raise OSError


def manners(clock: Clock, limits: Limits | None = None) -> Manners:
    fetcher = Fetcher(["paper.example", "other.example"], limits=limits, resolver=resolver)
    return Manners(fetcher, Pace(clock=clock.time, sleep=clock.sleep))


def robots(rules: str) -> bytes:
    return page(rules.encode(), "text/plain")


def refusal(answers: dict[str, bytes], path: str) -> str:
    with Server(answers) as server, pytest.raises(Refused) as error:
        manners(Clock()).fetch(server.url(path))
    assert not any(f" {path} " in asked for asked in server.asked)
    assert str(error.value).isprintable()
    return str(error.value)


@pytest.mark.parametrize(
    ("rules", "path"),
    [
        ("User-agent: *\nDisallow: /private/", "/private/a"),
        ("User-agent: figcheck\nDisallow: /\n\nUser-agent: *\nAllow: /", "/a"),
        ("User-agent: *\nDisallow: /*?print=", "/a?print=1"),
        ("User-agent: *\nAllow: /\nDisallow: /a", "/a"),
        ("User-agent: *\nDisallow: /a$", "/a"),
        ("\ufeffUser-agent: *\nDisallow: /caf%C3%A9", "/café"),
    ],
)
def test_what_robots_txt_keeps_programs_from_is_not_asked_for(rules: str, path: str) -> None:
    assert "robots.txt of paper.example keeps programs from it" in refusal({"/robots.txt": robots(rules)}, path)


@pytest.mark.parametrize(
    "answer",
    [
        robots("User-agent: *\nDisallow: /private/\nAllow: /private/a"),
        robots("User-agent: otherbot\nDisallow: /"),
        robots(""),
        page(b"<html><p>There is no such page here.</p></html>"),
        page(bytes(range(256)), "application/octet-stream"),
        NOT_THERE,
        b"HTTP/1.1 403 Forbidden\r\n\r\n",
    ],
)
def test_what_it_does_not_keep_them_from_is_fetched(answer: bytes) -> None:
    with Server({"/robots.txt": answer, "/private/a": page(PAGE)}) as server:
        assert manners(Clock()).fetch(server.url("/private/a")).data == PAGE


@pytest.mark.parametrize("status", [500, 503, 429])
def test_rules_that_cannot_be_known_let_nothing_be_fetched(status: int) -> None:
    why = refusal({"/robots.txt": f"HTTP/1.1 {status} No\r\n\r\n".encode(), "/a": page(PAGE)}, "/a")
    assert f"answered {status}" in why and "its robots.txt, which must be read first" in why


def test_rules_without_end_let_nothing_be_fetched() -> None:
    with Server({"/robots.txt": robots("User-agent: *\n" * 200_000)}) as server:
        polite = manners(Clock(), Limits(size=2**20))
        with pytest.raises(Refused, match=r"it is larger.*robots\.txt"):
            polite.fetch(server.url("/a"))


def test_rules_are_asked_for_once_a_host() -> None:
    with Server({"/robots.txt": robots("User-agent: *\nDisallow: /b"), "/a": page(PAGE), "/c": page(PAGE)}) as server:
        polite = manners(Clock())
        polite.fetch(server.url("/a"))
        with pytest.raises(Refused):
            polite.fetch(server.url("/b"))
        polite.fetch(server.url("/c"))
        polite.fetch(server.url("/c", "other.example"))
    assert [asked.split()[1] for asked in server.asked] == ["/robots.txt", "/a", "/c", "/robots.txt", "/c"]
    assert all(f"User-Agent: {user_agent()}\r\n" in asked for asked in server.asked)
    assert user_agent().startswith("figcheck/")


def test_a_page_that_leads_to_one_that_is_kept_from_programs_is_refused() -> None:
    with Server({"/robots.txt": robots("User-agent: *\nDisallow: /b"), "/a": moved("/b"), "/b": page(PAGE)}) as server:
        with pytest.raises(Refused, match="keeps programs from it"):
            manners(Clock()).fetch(server.url("/a"))
        assert not any("/b" in asked.split()[1] for asked in server.asked)


def test_a_host_is_left_alone_for_a_while_after_each_page() -> None:
    clock = Clock()
    with Server({"/robots.txt": NOT_THERE, "/a": page(PAGE), "/b": moved("/a")}) as server:
        polite = manners(clock)
        polite.fetch(server.url("/a"))
        assert clock.slept == []
        polite.fetch(server.url("/b"))
        assert clock.slept == [1.0]
        polite.fetch(server.url("/a", "other.example"))
        assert clock.slept == [1.0]
        clock.now += 0.75
        polite.fetch(server.url("/a"))
        assert clock.slept == [1.0, 0.25]


def test_a_page_that_could_not_be_fetched_counts_too() -> None:
    clock = Clock()
    with Server({"/robots.txt": NOT_THERE}) as server:
        polite = manners(clock)
        for _ in range(2):
            with pytest.raises(Refused, match="answered 404"):
                polite.fetch(server.url("/a"))
    assert clock.slept == [1.0]


@pytest.mark.parametrize(
    ("asked", "pause"),
    [("5", 5.0), ("0.2", 1.0), ("86400", 30.0), ("-3", 1.0), ("nan", 1.0), ("inf", 1.0), ("soon", 1.0)],
)
def test_a_host_may_ask_for_a_longer_pause(asked: str, pause: float) -> None:
    clock = Clock()
    rules = robots(f"User-agent: *\nCrawl-delay: {asked}\nDisallow:")
    with Server({"/robots.txt": rules, "/a": page(PAGE)}) as server:
        polite = manners(clock)
        for _ in range(2):
            polite.fetch(server.url("/a"))
    assert clock.slept == [pause]


def busy(after: str, status: int = 503, date: str = "") -> bytes:
    said = f"Date: {date}\r\n" if date else ""
    return f"HTTP/1.1 {status} Busy\r\nRetry-After: {after}\r\n{said}Content-Length: 0\r\n\r\n".encode()


def in_turn(*answers: bytes) -> Callable[[], Answer]:
    left = iter(answers)
    return lambda: [next(left)]


@pytest.mark.parametrize("status", [429, 503])
@pytest.mark.parametrize(
    ("after", "date", "pause"),
    [
        ("7", "", 7.0),
        ("0", "", 0.0),
        ("60", "", 60.0),
        ("Sun, 22 Nov 2026 10:00:20 GMT", "Sun, 22 Nov 2026 10:00:00 GMT", 20.0),
        ("Sun, 22 Nov 2026 09:00:00 GMT", "Sun, 22 Nov 2026 10:00:00 GMT", 0.0),
        ("Sun, 22 Nov 1998 09:00:00 GMT", "", 0.0),
    ],
)
def test_a_busy_server_is_asked_once_more_when_it_says(status: int, after: str, date: str, pause: float) -> None:
    clock = Clock()
    answers: dict[str, bytes | Callable[[], Answer]] = {"/robots.txt": NOT_THERE}
    answers |= {"/a": in_turn(busy(after, status, date), page(PAGE))}
    with Server(answers) as server:
        assert manners(clock).fetch(server.url("/a")).data == PAGE
    assert clock.slept == [pause] and len(server.asked) == 3


def test_a_server_that_is_busy_again_is_not_asked_a_third_time() -> None:
    clock = Clock()
    with Server({"/robots.txt": NOT_THERE, "/a": busy("7")}) as server:
        with pytest.raises(Refused, match=r"answered 503 \(Busy\); try again after 2\d{3}-\d\d-\d\d \d\d:\d\d UTC$"):
            manners(clock).fetch(server.url("/a"))
        assert clock.slept == [7.0] and len(server.asked) == 3


@pytest.mark.parametrize("after", ["61", "86400", "9" * 400, "Fri, 31 Dec 9999 23:59:59 GMT"])
def test_a_server_that_is_busy_for_long_is_left_alone_until_then(after: str) -> None:
    clock = Clock()
    with Server({"/robots.txt": NOT_THERE, "/a": busy(after, 429), "/b": page(PAGE)}) as server:
        polite = manners(clock)
        with pytest.raises(Refused, match=r"answered 429.*; try again after 2"):
            polite.fetch(server.url("/a"))
        with pytest.raises(Refused, match=r"paper\.example asks to be left alone for now; try again after 2"):
            polite.fetch(server.url("/b"))
        assert polite.fetch(server.url("/b", "other.example")).data == PAGE
        assert clock.slept == [] and [asked.split()[1] for asked in server.asked].count("/b") == 1
        clock.now += 367 * 24 * 3600
        assert polite.fetch(server.url("/b")).data == PAGE


@pytest.mark.parametrize("after", ["", "soon", "-5", "1.5", "٧", "Sun, 99 Nov 2026 10:00:00 GMT"])
def test_a_pause_that_cannot_be_read_is_none(after: str) -> None:
    clock = Clock()
    answers = {"/robots.txt": NOT_THERE, "/a": busy(after)}
    with Server(answers) as server, pytest.raises(Refused, match=r"answered 503.*; try again later"):
        manners(clock).fetch(server.url("/a"))
    assert clock.slept == []


def test_rules_may_be_asked_for_once_more_too() -> None:
    clock = Clock()
    rules = in_turn(busy("5"), robots("User-agent: *\nDisallow: /b"))
    with Server({"/robots.txt": rules, "/a": page(PAGE), "/b": page(PAGE)}) as server:
        polite = manners(clock)
        assert polite.fetch(server.url("/a")).data == PAGE
        with pytest.raises(Refused, match="keeps programs from it"):
            polite.fetch(server.url("/b"))
    assert clock.slept == [5.0]
