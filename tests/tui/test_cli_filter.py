"""figcheck list --filter."""

import json
from pathlib import Path

import pytest

from db import open_review
from tui.cli import main


def ids(capsys: pytest.CaptureFixture[str], *words: str) -> list[str]:
    assert main([*words, "--format", "jsonl"]) == 0
    return [json.loads(line)["text"] for line in capsys.readouterr().out.splitlines()]


def test_only_what_fits_is_listed(review_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = str(review_path)
    assert ids(capsys, "list", path, "--filter", "noun:homes") == ["6,000", "6,000"]
    assert ids(capsys, "list", path, "--filter", ">=4000 -noun:homes") == ["3,800 to 4,000"] * 2
    assert ids(capsys, "list", path, "--filter", "kind:identifier") == []
    assert ids(capsys, "list", path, "--filter", "kind:identifier", "--all") == ["M-100", "M-200"]


def test_decided_without_evidence(review_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with open_review(review_path, reviewer="ana") as review:
        first, second, *_ = review.queue()
        review.decide([first, second], "confirmed")
        review.add_evidence(first, "https://example.org/a")
    assert ids(capsys, "list", str(review_path), "--filter", "is:decided without:evidence") == ["3,800 to 4,000"]


def test_a_filter_that_nothing_fits_says_so(review_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["list", str(review_path), "--filter", "zebra"]) == 0
    said = capsys.readouterr()
    assert said.out == "" and "no figure fits this filter" in said.err


def test_a_wrong_filter_is_one_line_with_its_place(review_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["list", str(review_path), "--filter", "homes stat:x"]) == 2
    said = capsys.readouterr().err
    assert 'no key "stat" (did you mean state?)' in said and "at character 7" in said
    assert said.count("\n") == 1


def test_a_wrong_filter_is_told_before_the_review_is_opened(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["list", "nowhere.db", "--filter", ">many"]) == 2
    assert '"many" is no number' in capsys.readouterr().err
