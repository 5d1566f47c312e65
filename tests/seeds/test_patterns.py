"""Patterns compiled when they are first used."""

import re

import pytest

from seeds.patterns import Later


def test_it_answers_as_the_pattern_does() -> None:
    later, pattern = Later(r"(\d+) ?men", re.I), re.compile(r"(\d+) ?men", re.I)
    text = "5 Men and 12men"
    assert later.findall(text) == pattern.findall(text) == ["5", "12"]
    assert [found.span() for found in later.finditer(text)] == [found.span() for found in pattern.finditer(text)]
    assert later.sub("x", text) == "x and x" and later.split(text) == pattern.split(text)
    found = later.search(text, 2)
    assert found is not None and found[1] == "12" and found.re is pattern
    assert later.match(text, 1) is None and later.fullmatch("7 men") is not None


def test_it_is_compiled_at_the_first_use_and_once(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str] = []
    compiled = re.compile

    def counted(source: str, flags: int = 0) -> re.Pattern[str]:
        seen.append(source)
        return compiled(source, flags)

    monkeypatch.setattr(re, "compile", counted)
    later = Later("a+b")
    assert seen == []
    assert [bool(later.match(text)) for text in ("aab", "b")] == [True, False] and later.search("xab")
    assert seen == ["a+b"]


@pytest.mark.parametrize("name", ["pattern", "flags"])
def test_it_has_nothing_else(name: str) -> None:
    with pytest.raises(AttributeError):
        getattr(Later("a"), name)


def test_a_pattern_that_is_none_is_refused_when_it_is_used() -> None:
    wrong = Later("(")
    with pytest.raises(re.error):
        wrong.match("a")
