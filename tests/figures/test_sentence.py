"""A sentence knows its words and where they stand."""

import ast
import importlib
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import figures.extract
from figures.extract.sentence import Sentence, noted

_PIECES = ["in", "In", "IN", "inside", "said", " ", "-", "'", ".", "é", "5", "_", "\n", "“"]


@given(st.lists(st.sampled_from(_PIECES), max_size=20).map("".join))
def test_words_and_their_places_are_those_a_reader_sees(text: str) -> None:
    sentence = Sentence(text, 0, len(text))
    assert sentence.noted == noted().intersection(re.findall("[a-z]+", text.lower()))
    assert sentence.places("in") == [found.start() for found in re.finditer(r"\bin\b", text, re.IGNORECASE)]


def test_a_piece_keeps_its_offsets_in_the_view() -> None:
    view = "He left. She stayed in Rome, in May."
    piece = Sentence(view, 9, len(view)).piece(20, 28)
    assert (piece.text, piece.start, piece.end) == (view[20:28], 20, 28)
    assert piece.noted == {"in"} and piece.places("in") == [0]


def _asked() -> Iterator[tuple[str, str]]:
    """Yield module and source of whatever is asked for among the noted words of a sentence."""
    folder = Path(figures.extract.__file__).parent
    for path in sorted(folder.rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for node in ast.walk(tree):
            match node:
                case (
                    ast.BinOp(left=table, op=ast.BitAnd(), right=ast.Attribute(attr="noted"))
                    | ast.Call(func=ast.Attribute(value=table, attr="isdisjoint"), args=[ast.Attribute(attr="noted")])
                    | ast.Compare(left=table, ops=[ast.In()], comparators=[ast.Attribute(attr="noted")])
                ):
                    name = ".".join(path.relative_to(folder.parent.parent).with_suffix("").parts)
                    yield name, ast.unparse(table)


@pytest.mark.parametrize(("module", "table"), list(_asked()))
def test_a_sentence_knows_all_words_it_is_asked_for(module: str, table: str) -> None:
    words = eval(table, vars(importlib.import_module(module)))  # a name there, or a word
    assert noted() >= ({words} if isinstance(words, str) else words)


def test_all_who_ask_a_sentence_are_known() -> None:
    folder = Path(figures.extract.__file__).parent
    uses = sum(len(re.findall(r"\w\.noted\b", path.read_text(encoding="utf-8"))) for path in folder.rglob("*.py"))
    assert uses == len(list(_asked())) + 1  # and where a sentence sets it
