"""Who says a figure: a table of made-up sentences, then what a table cannot say."""

import csv
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from figures.extract.sentences import sentences
from figures.extract.sources.attribution import Attribution, attribute, voices


def cases() -> list[tuple[str, str, str | None]]:
    path = Path(__file__).with_name("attribution_cases.tsv")
    with path.open(encoding="utf-8", newline="") as lines:
        rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [
            (row["text"].replace("\\n", "\n"), row["figure"], None if row["source"] == "-" else row["source"])
            for row in rows
        ]


def read(text: str, figure: str) -> Attribution:
    prepared = voices(text, sentences(text, 0, len(text)))
    at = text.index(figure)
    return attribute(prepared, prepared.sentence_at(at), (at, at + len(figure)))


@pytest.mark.parametrize(("text", "figure", "source"), cases())
def test_names_who_says_the_figure_and_else_nobody(text: str, figure: str, source: str | None) -> None:
    assert read(text, figure).name == source


@pytest.mark.parametrize(
    ("text", "figure", "hedge"),
    [
        ("An estimated 300 homes were destroyed.", "300", "estimated"),
        ("Police said 300 homes had likely burned.", "300", "said … had likely"),
        ("Police estimated that likely 300 homes had burned.", "300", "estimated … likely"),
        ("Some 300 villagers are reported to have been killed.", "300", "are reported to have been"),
        ("Two ministers had earlier placed the figure at 300.", "300", "had earlier placed the figure at"),
        ("The raid killed 300, according to the mayor of Orly.", "300", "according to"),
        ('"We lost 300 sheep," said Ana Prieto.', "300", "said"),
        ("It follows reports that 300 homes burned.", "300", "reports"),
        ("The raid killed at least 300 people.", "300", None),
        ("The fund reportedly lost $300 million.", "$300 million", "reportedly"),
    ],
)
def test_hedge_is_the_wording_that_keeps_its_distance(text: str, figure: str, hedge: str | None) -> None:
    assert read(text, figure).hedge == hedge


def test_a_quotation_over_paragraphs_has_the_speaker_named_after_the_last() -> None:
    text = (
        '"On Monday we had 40 beds left.\n\n"By Tuesday there were 12.\n\n'
        '"Then there were none," said Ines Duarte, who runs the ward.\n\nThe ward has 90 beds.'
    )
    assert read(text, "40").name == "Ines Duarte"
    assert read(text, "12").name == "Ines Duarte"
    assert read(text, "90").name is None


def test_a_quotation_over_several_sentences_has_one_speaker() -> None:
    text = 'Ines Duarte runs the ward. "We had 40 beds. By Tuesday there were 12. Then none," she said.'
    assert read(text, "40").name == "Ines Duarte"
    assert read(text, "12").name == "Ines Duarte"


def test_quote_signs_of_both_kinds_may_be_mixed_up() -> None:
    text = "'We had 40 beds left,\" Ines Duarte told the council. \"By Tuesday there were 12.' The ward has 90 beds."
    assert read(text, "40").name == "Ines Duarte"
    assert read(text, "12").name == "Ines Duarte"
    assert read(text, "90").name is None


def test_a_surname_is_given_with_the_forename_it_was_introduced_with() -> None:
    text = "The award went to Ines Duarte of Porto. Critics had doubts. Duarte said she nursed 400 patients."
    assert read(text, "400").name == "Ines Duarte"


def test_a_short_form_is_given_in_full_where_it_was_introduced() -> None:
    text = "The Energy Ministry met the operators on Monday. The ministry said 400 dams were safe."
    assert read(text, "400").name == "Energy Ministry"


def test_nobody_is_carried_over_to_the_next_sentence() -> None:
    text = "The Energy Ministry said 400 dams were safe. The country has 612 dams."
    assert read(text, "612").name is None


def test_sentences_of_another_stretch_name_nobody() -> None:
    text = "Ines Duarte spoke on Monday. He said 400 dams were safe."
    second = text.index("He said")
    prepared = voices(text, [(second, len(text))])
    at = text.index("400")
    assert attribute(prepared, 0, (at, at + 3)).name is None


@settings(max_examples=300)
@given(st.data())
def test_any_text_and_any_sentences_give_names_that_stand_in_the_text(data: st.DataObject) -> None:
    pieces = st.sampled_from(
        ["said", "Police", "the", "ministry", '"', "'", ", ", ". ", "\n", "according to", "5", "he", "by", "Ann", "Doe",
         "estimated", "that", "'s", "report", "of", "who", "-", "—", "(", ")", "at", "put", "citing", "quoted", "as",
         "saying", "İ", "\u00a0", "and", "was", "told", "data", "show", ":", ";", "its", "estimate", "Bank", "x" * 50]
    )  # fmt: skip
    text = data.draw(st.one_of(st.lists(pieces, max_size=40).map(" ".join), st.text(max_size=120)))
    cuts = sorted(set(data.draw(st.lists(st.integers(0, len(text)), max_size=8))) | {0, len(text)})
    spans = [(a, b) for a, b in pairwise(cuts) if a < b]
    prepared = voices(text, spans)
    for index, (start, end) in enumerate(spans):
        at = data.draw(st.integers(start, end - 1))
        found = attribute(prepared, index, (at, data.draw(st.integers(at + 1, end))))
        for part in (found.name or "").split(", quoted by "):
            assert part in text
