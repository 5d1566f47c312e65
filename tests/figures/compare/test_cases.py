"""Reports of many subjects: which figures are put together, and what is said of them."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from figures.compare import Compared, compare
from tests.figures.compare.reports import mentions_of_all

CASES: list[dict[str, Any]] = tomllib.loads(Path(__file__).with_name("cases.toml").read_text(encoding="utf-8"))["case"]


def _found(case: dict[str, Any]) -> tuple[list[Compared], set[str]]:
    mentions = mentions_of_all(case["documents"])
    return list(compare(mentions)), {mention.id for mention in mentions}


def _named(words: list[str], ids: set[str]) -> list[str]:
    """Put the words of figures like "0:22 million" together again."""
    names: list[str] = []
    for word in words:
        if not names or names[-1] in ids:
            names.append(word)
        else:
            names[-1] += " " + word
    assert set(names) <= ids, f"{names} not extracted; found {sorted(ids)}"
    return names


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_figures_of_one_question_are_put_together(case: dict[str, Any]) -> None:
    found, ids = _found(case)
    groups = {name: one.question.id for one in found for name in one.question.members}
    for names in case.get("together", []):
        assert set(names) <= ids, f"not extracted; found {sorted(ids)}"
        assert len({groups.get(name, name) for name in names}) == 1, groups
    for names in case.get("apart", []):
        assert set(names) <= ids, f"not extracted; found {sorted(ids)}"
        assert len({groups.get(name, name) for name in names}) == len(names), groups


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_figures_are_related_as_a_reader_would(case: dict[str, Any]) -> None:
    found, ids = _found(case)
    told = {frozenset((pair.a, pair.b)): pair for one in found for pair in one.related.relations}
    for line in case.get("relations", []):
        words, kind = line.rsplit(" ", 1)
        pair = told.get(frozenset(_named(words.split(), ids)))
        assert (pair.relation if pair else "not_comparable") == kind, pair


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_sums_and_signs_are_those_that_a_reader_finds(case: dict[str, Any]) -> None:
    found, ids = _found(case)
    sums = {(frozenset(one.parts), one.total, one.holds) for compared in found for one in compared.sums}
    wanted = set()
    for line in case.get("sums", []):
        mark = " = " if " = " in line else " != "
        parts, total = line.split(mark)
        wanted.add((frozenset(_named(parts.split(), ids)), total, mark == " = "))
    assert sums == wanted
    signs = {f"{one.figure_id} {one.kind} {one.against}" for compared in found for one in compared.signs}
    assert signs == set(case.get("signs", []))
