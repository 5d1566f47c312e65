import random
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from figures.compare.copies import Copies, copies
from figures.compare.mention import Mention
from figures.compare.origins import origins
from figures.compare.speaker_words import ALIASES
from figures.compare.speakers import publishers, settled, speaker
from figures.model import Number
from tests.factories import make_document, make_figure

NO_COPIES = Copies()
LONG = "Rescuers from three provinces had pulled 41 people from the flooded mine by Sunday night, and went on digging."


def mention(name: str, low: Number | None, document: str = "a", sentence: str = "", **changes: Any) -> Mention:
    """Make a mention; `changes` are fields of Figure, or published and publisher."""
    outer = {key: changes.pop(key) for key in ("published", "publisher") if key in changes}
    fields = {"noun": "people", "predicate": "killed", **changes}
    text = str(low)
    figure = make_figure(make_document(f"{text} of them"), text, low, **fields)
    return Mention(name, document, figure, sentence or f"{name}: {text} of them.", **outer)


def _origins(*mentions: Mention, index: Copies = NO_COPIES) -> list[str]:
    """Give the origins, each as its mentions' names in a row."""
    return [" ".join(group) for group in origins(mentions, index)]


def test_a_speaker_quoted_by_many_with_one_number_is_one_origin() -> None:
    found = _origins(
        mention("p", 31, "a", attribution="Ilse Brandt"),
        mention("q", 31, "b", attribution="Mayor Ilse Brandt"),
        mention("r", 31, "c", attribution="Ilse Brandt, mayor of Lenn, quoted by Harbour Radio"),
        mention("s", 29, "d", attribution="the fire brigade"),
    )
    assert found == ["p q r", "s"]


def test_a_lost_bound_or_end_of_a_range_leaves_the_origin() -> None:
    found = _origins(
        mention("p", 6000, "a", high=None, bound="over", attribution="Norway's fisheries agency"),
        mention("q", 6000, "b", attribution="Norwegian Fisheries Agency"),
        mention("r", 6000, "c", high=7000, bound="range", attribution="the Fisheries Agency of Norway"),
    )
    assert found == ["p q r"]


def test_other_numbers_and_units_of_one_speaker_stay_apart_between_documents() -> None:
    found = _origins(
        mention("p", 31, "a", attribution="Ilse Brandt"),
        mention("q", 33, "b", attribution="Ilse Brandt"),
        mention("r", 31, "c", attribution="Ilse Brandt", kind="money", unit="USD"),
        mention("s", 31, "d", attribution="Ilse Brandt", kind="percent", unit="percent"),
    )
    assert found == ["p", "q", "r", "s"]


def test_numbers_of_known_different_times_stay_apart() -> None:
    brandt = {"attribution": "Ilse Brandt"}
    march = {"as_of_start": "2025-03-01", "as_of_end": "2025-03-31"}
    june = {"as_of_start": "2025-06-14", "as_of_end": "2025-06-14"}
    found = _origins(
        mention("march", 31, "a", **brandt, **march),
        mention("june", 31, "b", **brandt, **june),
        mention("this year", 31, "c", **brandt, as_of_start="2025-06-01", as_of_end="2025-06-30"),
        mention("printed in April", 31, "d", **brandt, published="2025-04-02"),
        mention("undated", 31, "e", **brandt),
        mention("no day", 31, "f", **brandt, as_of_start="soon", as_of_end="2025-99-99"),
    )
    assert found == ["march printed in April", "june this year undated no day"]


def test_what_one_speaker_says_in_one_document_is_one_origin() -> None:
    found = _origins(
        mention("p", 11_000, attribution="South Korea's Joint Chiefs of Staff"),
        mention("q", 3000, attribution="the South Korean military"),
        mention("r", 500, attribution="Ukrainian officials"),
    )
    assert found == ["p q", "r"]


def test_what_nobody_is_named_for_is_one_origin_an_item() -> None:
    found = _origins(mention("p", 12, "a"), mention("q", 80, "a"), mention("r", 12, "a", item=1), mention("s", 12, "b"))
    assert found == ["p q", "r", "s"]


def test_unnamed_officials_are_told_apart_by_document() -> None:
    found = _origins(
        mention("p", 12, "a", attribution="officials"),
        mention("q", 14, "a", attribution="local officials"),
        mention("r", 15, "a", attribution="Officials"),
        mention("s", 12, "b", attribution="officials"),
        mention("t", 12, "c", attribution="officials, quoted by Reuters"),
        mention("u", 12, "d", attribution="officials, quoted by Reuters news agency"),
    )
    assert found == ["p r", "q", "s", "t u"]


def test_a_headline_that_repeats_a_number_has_its_origin() -> None:
    found = _origins(
        mention("headline", 6000, zone="headline", noun="homes", predicate="lost"),
        mention("body", 6000, high=None, bound="over", noun="homes", predicate="lost", attribution="Delta Grid"),
        mention("other", 6000, noun="sandbags", predicate="laid"),
    )
    assert found == ["headline body", "other"]


def test_a_number_taken_from_an_agency_has_the_origin_of_its_report() -> None:
    report = [mention("report", 600, "a", publisher="Reuters"), mention("in it", 7, "a", publisher="Reuters")]
    credited = mention("credited", 600, "b", attribution="the Reuters news agency", publisher="Harbour Post")
    own = mention("own", 600, "c", publisher="Harbour Post")
    assert _origins(*report, credited, own) == ["report in it credited", "own"]
    tents = replace(credited, figure=replace(credited.figure, noun="tents", predicate="sent"))
    assert _origins(*report, tents) == ["report in it", "credited"]


BODY = (
    "The ferry Aurora ran aground off the northern cape shortly before midnight, the coastguard said. "
    "Its captain had asked for a tug twice, and twice been told that none was free. "
    "Most of those on board were taken off by fishing boats from the villages nearby. "
)


def _wire(uid: str, toll: str, tail: str = "") -> tuple[str, str]:
    return uid, f"{BODY}At least {toll} passengers drowned in the cold water. {tail}"


def _toll(name: str, document: str, low: int, **changes: Any) -> Mention:
    return mention(name, low, document, f"At least {low} passengers drowned in the cold water.", **changes)


def test_copies_are_one_origin_even_where_the_number_was_changed() -> None:
    index = copies([_wire("a", "40"), _wire("b", "40"), _wire("c", "400"), ("d", "Something else altogether.")])
    found = _origins(
        _toll("p", "a", 40), _toll("q", "b", 40), _toll("typo", "c", 400), mention("r", 40, "d"), index=index
    )
    assert found == ["p q typo", "r"]


def test_a_copy_that_lost_the_name_of_the_speaker_has_the_others() -> None:
    index = copies([_wire("a", "40"), _wire("b", "40")])
    found = _origins(
        _toll("p", "a", 40, attribution="Captain Nils Holm"),
        _toll("q", "b", 40),
        mention("unnamed", 3, "b", "Three boats took part.", noun="boats", predicate=None),
        index=index,
    )
    assert found == ["p q", "unnamed"]


def test_nine_mentions_in_four_documents_are_one_origin() -> None:
    index = copies([_wire(uid, "40") for uid in "abc"])
    copied = [_toll(f"{uid}{at}", uid, 40) for uid in "abc" for at in range(2)]
    found = origins(
        [*copied, *(mention(f"d{at}", 40, "d", attribution="Coast Guard Chief Nils Holm") for at in range(2))], index
    )
    assert [len(group) for group in found] == [6, 2]
    spoken = [replace(one, figure=replace(one.figure, attribution="Nils Holm")) for one in copied]
    more = [mention(f"d{at}", 40, "d", attribution="Coast Guard Chief Nils Holm") for at in range(3)]
    assert [len(group) for group in origins([*spoken, *more], index)] == [9]


def test_a_paragraph_in_different_pages_is_one_origin_and_joins_nothing_else() -> None:
    found = _origins(
        mention("p", 41, "a", LONG),
        mention("q", 41, "b", LONG),
        mention("a's own", 7, "a"),
        mention("b's own", 8, "b"),
    )
    assert found == ["p q", "a's own", "b's own"]


def test_a_short_sentence_in_different_pages_is_nobodys_copy() -> None:
    assert _origins(mention("p", 12, "a", "Twelve men died, 12."), mention("q", 12, "b", "Twelve men died, 12.")) == [
        "p",
        "q",
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("UK's Defense Intelligence", "British defence intelligence"),
        ("U.K. Defense Ministry", "the British Ministry of Defence"),
        ("UK's Defense Intelligence", "U.K. Defense Ministry"),
        ("Ukraine’s Ministry of Health", "Ukrainian health ministry"),
        ("the World Health Organization", "WHO"),
        ("a Kremlin spokesman", "Moscow"),
        ("Prime Minister Ana Costa", "Ana Costa"),
        ("Secretary of State Jane Smith", "Jane Smith, the secretary of state"),
        ("Russian Security Council Secretary Oleg Ivanov", "Oleg Ivanov, quoted by TASS"),
        ("a report by the Port Authority of Lenn", "the Lenn Port Authority"),
        ("the Israeli army", "IDF"),
    ],
)
def test_names_of_one_speaker_are_one(one: str, other: str) -> None:
    first, second = speaker(one), speaker(other)
    assert first is not None and first == second and first.named


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ukraine's defence minister", "Ukraine's defence ministry"),
        ("Russian Defence Ministry", "U.K. Defence Ministry"),
        ("North Korean officials", "South Korean officials"),
        ("Moscow police", "Russian police"),
        ("Ana Costa", "Rui Costa"),
        ("officials", "police"),
    ],
)
def test_different_speakers_stay_different(one: str, other: str) -> None:
    assert speaker(one) != speaker(other)


@pytest.mark.parametrize(
    "nobody", ["officials", "Police", "a witness", "the ministry", "local residents", "two senior aides"]
)
def test_who_is_one_of_many_is_not_named(nobody: str) -> None:
    found = speaker(nobody)
    assert found is not None and not found.named


def test_a_surname_is_the_person_named_in_full() -> None:
    pairs = [("a", "Ana Costa"), ("a", "Costa"), ("b", "Costa"), ("c", "Rui Holm"), ("c", "Lea Holm"), ("c", "Holm")]
    keys = {pair: one.key for pair, one in settled(pairs).items()}
    assert keys["a", "Costa"] == keys["b", "Costa"] == keys["a", "Ana Costa"]
    assert keys["c", "Holm"] not in (keys["c", "Rui Holm"], keys["c", "Lea Holm"])


def test_a_surname_belongs_to_its_own_document_first() -> None:
    keys = {pair: one.key for pair, one in settled([("a", "Ana Costa"), ("b", "Rui Costa"), ("b", "Costa")]).items()}
    assert keys["b", "Costa"] == keys["b", "Rui Costa"]


def test_a_publisher_within_another_is_found() -> None:
    assert publishers("Asia Desk (The Harbour Herald)") >= publishers("Harbour Herald")


def _rows() -> list[list[str]]:
    return [[name.strip() for name in row.split(";")] for row in ALIASES.strip().replace(";\n", ";").splitlines()]


@pytest.mark.parametrize("row", _rows(), ids=lambda row: row[0])
def test_every_alias_is_used(row: Sequence[str]) -> None:
    assert len(row) > 1 and len(set(row)) == len(row)
    assert len({speaker(name) for name in row}) == 1
    assert sum(row[0] in other for other in _rows()) == 1


_TEXTS = st.one_of(
    st.none(), st.sampled_from(["officials", "Ana Costa", "Costa", "UK, quoted by ", ", ,", "'s"]), st.text()
)
_MENTIONS = st.lists(
    st.builds(
        lambda low, document, attribution, noun, sentence, as_of, item: mention(
            "m",
            low,
            document,
            sentence,
            attribution=attribution,
            noun=noun,
            item=item,
            as_of_start=as_of,
            as_of_end=as_of,
        ),
        st.sampled_from([None, 3, 40, 6000]),
        st.sampled_from("abc"),
        _TEXTS,
        _TEXTS,
        st.sampled_from(["", LONG, BODY]),
        st.sampled_from([None, "2025-01-05", "2999-01-01", "nonsense"]),
        st.integers(0, 2),
    ).map(lambda one: replace(one, publisher=one.figure.attribution)),
    max_size=12,
)


@given(_MENTIONS)
def test_every_mention_has_just_one_origin(several: list[Mention]) -> None:
    named = [replace(one, id=f"m{at}") for at, one in enumerate(several)]
    found = origins(named, NO_COPIES)
    assert sorted(name for group in found for name in group) == sorted(one.id for one in named)
    assert all(group == tuple(sorted(group, key=lambda name: int(name[1:]))) for group in found)


@given(_MENTIONS, st.randoms(use_true_random=False))
def test_the_order_of_mentions_changes_no_origin(several: list[Mention], chance: random.Random) -> None:
    named = [replace(one, id=f"m{at}") for at, one in enumerate(several)]
    expected = {frozenset(group) for group in origins(named, NO_COPIES)}
    chance.shuffle(named)
    assert {frozenset(group) for group in origins(named, NO_COPIES)} == expected
