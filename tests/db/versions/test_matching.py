"""Figures found again in edited texts: where they stand, and never where another stands."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest

from db.versions.claims import same_number
from db.versions.contexts import same_contexts
from db.versions.matching import Matches, match
from figures.extract import extract
from figures.model import Figure
from tests.factories import make_document

Outcome = dict[str, str | None]


def figures_of(text: str) -> list[Figure]:
    return extract(make_document(text))


def outcome(old: str, new: str) -> Outcome:
    """Say by the figures' texts where each figure of a text went: the figure found, and the word before it.

    "→" stands before one that took its place with another number; None for one that is gone.
    """
    before, after = figures_of(old), figures_of(new)
    matches = match(old, before, new, after)
    said: Outcome = {}
    for index, figure in enumerate(before):
        if index in matches.places:
            place = matches.places[index]
            said[figure.text] = f"{new[: place.start].split()[-1]} {new[place.start : place.end]}"
        elif index in matches.changed:
            said[figure.text] = f"→ {after[matches.changed[index]].text}"
        else:
            said[figure.text] = None
    return said


# One edit at a time

BASE = (
    "Flood at the weir\n\nThe mill lost 12 wheels on the day. The county said 600 sheep had drowned in Arvik.\n\n"
    "Crews pumped for nine hours. They saved 38 boats from the harbour.\n"
)


def test_the_same_text_keeps_everything() -> None:
    assert outcome(BASE, BASE) == {
        "12": "lost 12",
        "600": "said 600",
        "nine": "for nine",
        "38": "saved 38",
    }


def test_typography_changes_nothing() -> None:
    assert outcome(BASE, BASE.replace(" ", "\u00a0").replace("\n\n", "\r\n\r\n \r\n")) == outcome(BASE, BASE)


def test_a_changed_number_is_changed_and_its_neighbours_stay() -> None:
    assert outcome(BASE, BASE.replace("600", "700")) == outcome(BASE, BASE) | {"600": "→ 700"}


def test_a_lost_bound_is_a_changed_number() -> None:
    old = "The county said more than 600 sheep had drowned in Arvik."
    assert outcome(old, old.replace("more than ", "")) == {"600": "→ 600"}


def test_another_noun_is_no_figure_that_stands() -> None:
    old = "The county said that 600 sheep had drowned in Arvik."
    assert outcome(old, old.replace("sheep", "goats")) == {"600": "→ 600"}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The mayor of Arvik said", "The mayor of Belmora said"),
        ("Arvik's mayor said", "Belmora's mayor said"),
        ("Britain said", "France said"),
        ("On Monday the county said", "On Friday the county said"),
    ],
)
def test_another_source_or_time_is_no_figure_that_stands(one: str, other: str) -> None:
    old = f"{one} 600 sheep had drowned in the floods at the weir."
    assert outcome(old, old.replace(one, other)) == {"600": "→ 600"}


def test_a_reworded_sentence_keeps_its_number() -> None:
    new = BASE.replace("The county said 600", "On Sunday night the county said 600")
    assert outcome(BASE, new) == outcome(BASE, BASE)


def test_a_look_alike_elsewhere_is_another_figure() -> None:
    new = BASE.replace("The county said 600 sheep had drowned in Arvik.", "Nobody was hurt.")
    new += "\nThe county said 600 sheep had drowned in Belmora.\n"
    assert outcome(BASE, new)["600"] is None


def test_numbers_that_changed_places_did_not_move() -> None:
    old = "In Arvik, 600 sheep drowned.\nIn Belmora, 700 sheep drowned.\n"
    new = "In Arvik, 700 sheep drowned.\nIn Belmora, 600 sheep drowned.\n"
    assert outcome(old, new) == {"600": "→ 700", "700": "→ 600"}


def test_a_sentence_that_took_on_the_number_of_its_like_did_not_move() -> None:
    lines = ["Crews cleared 38 trees there.", "It rained.", "Crews cleared 140 trees there.", "It stopped."]
    old = "\n".join(lines)
    new = "\n".join([lines[0].replace("38", "140"), lines[1], lines[2].replace("140", "600"), lines[3]])
    assert outcome(old, new) == {"38": "→ 140", "140": "→ 600"}


def test_a_number_inside_a_longer_one_is_not_it() -> None:
    old = "The county counted 600 sheep on the pastures by the sea that day."
    assert outcome(old, old.replace("600", "1,600")) == {"600": "→ 1,600"}
    assert outcome(old, old.replace("600", "600.5")) == {"600": "→ 600.5"}


def test_a_sentence_that_moved_takes_its_figure_along() -> None:
    title, _, rest = BASE.partition("\n\n")
    first, _, second = rest.strip().partition("\n\n")
    new = f"{title}\n\n{second}\n\n{first}\n"
    before = figures_of(BASE)
    matches = match(BASE, before, new, figures_of(new))
    assert outcome(BASE, new) == outcome(BASE, BASE)
    assert sum(place.moved for place in matches.places.values()) == 2


def test_the_copy_of_a_sentence_is_a_new_figure() -> None:
    sentence = "The county said 600 sheep had drowned in Arvik."
    new = f"{sentence} Nobody saw it.\n\n{BASE}"
    before, after = figures_of(BASE), figures_of(new)
    matches = match(BASE, before, new, after)
    assert all(place.start > len(sentence) for place in matches.places.values())
    assert len(matches.places) == len(before)


def test_of_two_that_are_the_same_neither_is_guessed_when_one_is_gone() -> None:
    line = "At least 12 people died that day."
    old = f"{line}\n\nIn Arvik the bridge fell.\n\n{line}\n\nIn Belmora the tower fell.\n"
    new = f"In Castrel it rained.\n\n{line}\n\nIn Dunholm it snowed.\n\nIn Eskary it froze.\n"
    assert match(old, figures_of(old), new, figures_of(new)).places == {}


def test_texts_without_anything_in_common_share_nothing() -> None:
    assert match("", [], BASE, figures_of(BASE)) == Matches({}, {})
    assert set(outcome(BASE, "A circus with 600 tents and 38 bears came to town.").values()) == {None}


def test_a_long_text_of_like_lines_takes_no_time_to_speak_of() -> None:
    lines = [f"Ward {number} counted {number % 7} votes for the list." for number in range(3000)]
    old, new = "\n".join(lines), "\n".join(lines[::-1])
    figure = figures_of(lines[10])[-1:]
    assert match(old, figure, new, []).changed == {}


# What a dash means before a number


@pytest.mark.parametrize(
    ("one", "other"),
    [("-5", "5"), ("-5", "– 5"), ("-5", "— 5"), ("−5", "- 5"), ("5", "−5")],
)
def test_a_sign_that_comes_or_goes_makes_another_number(one: str, other: str) -> None:
    old = f"Overnight the temperature fell to {one} degrees in Arvik, they said.\nThe mayor had nothing to add.\n"
    (gone,) = outcome(old, old.replace(one, other)).values()
    assert gone is None or gone.startswith("→")


@pytest.mark.parametrize(
    ("one", "other"),
    [("10-12", "10 — 12"), ("10 — 12", "10-12"), ("10 -12", "10-12"), ("10-12", "10 12"), ("10", "10-12")],
)
def test_a_verdict_goes_neither_into_a_range_nor_out_of_it(one: str, other: str) -> None:
    old = f"The army lost {one} tanks in the fight for Arvik.\nThe mayor had nothing to add.\n"
    new = old.replace(one, other)
    before, after = figures_of(old), figures_of(new)
    for index, place in match(old, before, new, after).places.items():
        assert place.index is not None and same_number(before[index], after[place.index])


@pytest.mark.parametrize(
    ("one", "other"),
    [("-5", "−5"), ("10-12", "10–12"), ("10 - 12", "10–12"), ("1,000", "1\u00a0000")],
)
def test_a_number_set_otherwise_stands(one: str, other: str) -> None:
    old = f"Overnight the level changed by {one} metres in Arvik.\nThe mayor had nothing to add.\n"
    new = old.replace(one, other)
    assert len(match(old, figures_of(old), new, figures_of(new)).places) == len(figures_of(old)) > 0


def test_the_same_text_read_as_another_number_is_the_same_number() -> None:
    old = "The mill lost 12 wheels.\nNobody was hurt.\n"
    (figure,) = figures_of(old)
    (place,) = match(old, [figure], f"Rain.\n{old}", [_moved(figure, 6, low=1200)]).places.values()
    assert (place.start, place.index) == (figure.start + 6, 0)


def _moved(figure: Figure, by: int, **changes: Any) -> Figure:
    offsets = ("start", "end", "sentence_start", "sentence_end")
    moved: dict[str, Any] = {name: getattr(figure, name) + by for name in offsets}
    return replace(figure, **moved, **changes)


def test_what_is_set_otherwise_and_read_otherwise_has_changed() -> None:
    old, new = "The mill ‘lost’ 12 wheels.\nNobody was hurt.\n", "The mill “lost” 12 wheels.\nNobody was hurt.\n"
    before, after = figures_of(old), [replace(figure, low=1200, high=1200) for figure in figures_of(new)]
    assert match(old, before, new, after) == Matches({}, {0: 0})


# What is said in other words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Last year the plant made 450 trucks in Arvik.", "Last year the plant in Arvik lost 450 trucks."),
        ("The storm killed 300 people in Arvik.", "In Arvik the storm evacuated 300 people."),
        (
            "In Arvik 300 people, killed by the storm, were found.",
            "In Arvik 300 people, hurt by the storm, were found.",
        ),
        ("In the town the mayor counted 80 boats.", "In the town the ministry counted 80 boats on Monday."),
        ("The county said 600 sheep had drowned.", "The county said 600 sheep had not drowned after all."),
        ("The mill lost 12 wheels.", "Nobody at the mill lost 12 wheels."),
        ("600 sheep drowned in the flood.", "Police denied that 600 sheep drowned in the flood."),
        ("Of 300 people in Arvik, 11 were killed.", "In all, 300 people were killed in Arvik that day."),
        ("Of the trucks 450 were made and 30 lost.", "Of the trucks 450 were lost and 30 made in all."),
        ("The plant made 450 trucks and lost 30 cars.", "The plant lost 450 trucks and made 30 cars in all."),
    ],
)
def test_other_words_that_say_something_else_keep_no_verdict(one: str, other: str) -> None:
    frame = "The flood came at night.\n{}\nThe mayor had nothing to add.\n"
    old, new = frame.format(one), frame.format(other)
    matches = match(old, figures_of(old), new, figures_of(new))
    assert matches.places == {}


def test_a_reworded_sentence_says_so() -> None:
    new = BASE.replace("The county said 600", "On Sunday night the county said 600")
    matches = match(BASE, figures_of(BASE), new, figures_of(new))
    assert [place.reworded for place in matches.places.values()] == [False, True, False, False]


def test_noun_predicate_and_source_that_are_known_and_the_same_are_enough() -> None:
    old = "By boat, 600 residents were evacuated from Arvik, the county said.\nIt rained.\n"
    new = "About noon 600 residents were evacuated from Arvik, the county said.\nIt rained.\n"
    assert outcome(old, new) == {"600": "noon 600"}


def test_contexts_are_looked_up_once_however_many_figures_are_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[int] = []

    def counted(old: str, new: str, places: Sequence[tuple[int, int]]) -> list[tuple[int, int] | None]:
        calls.append(len(places))
        return same_contexts(old, new, places)

    monkeypatch.setattr("db.versions.matching.same_contexts", counted)
    lines = [f"Ward {number} counted {number} votes for the list." for number in range(300)]
    old, new = ("\n".join(lines), "\n".join(line.replace("counted", "had") for line in lines))
    match(old, figures_of(old), new, figures_of(new))
    assert len(calls) == 1
