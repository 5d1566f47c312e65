"""docs/queries.md says what there is."""

import re
from pathlib import Path

import pytest

from db.query import KEYS, READY, parse

DOC = (Path(__file__).resolve().parents[3] / "docs" / "queries.md").read_text()
_TABLE = [line.split("|")[1] for line in DOC.splitlines() if line.startswith("| `")]


@pytest.mark.parametrize("term", [term for cell in _TABLE for term in re.findall("`([^`]+)`", cell)])
def test_every_term_of_the_table_is_one(term: str) -> None:
    assert len(parse(term).terms) == 1


def test_every_key_and_value_is_told() -> None:
    for key in KEYS:
        assert f"`{key.name}:" in DOC
        line = next(line for line in DOC.splitlines() if f"`{key.name}:" in line)
        if key.name != "reason":
            assert all(re.search(rf"\b{value}\b", line) for value, _ in key.values), key.name


def test_the_example_is_offered() -> None:
    example = re.search("Decided without evidence, for example: `(.+)`", DOC)
    assert example is not None and example[1] in [ready.query for ready in READY]
