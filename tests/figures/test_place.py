"""A figure gets the place that its clause names, and none where that is not sure."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from figures.extract.places.place import place
from figures.extract.places.place_words import BEFORE_FROM, BEFORE_OF, BEFORE_ON, KNOWN, NOT_PLACES, REGION_TYPES
from figures.extract.sentence import Sentence


def places(text: str) -> list[str | None]:
    """Give the places of the figures in square brackets, in order."""
    parts = text.replace("]", "[").split("[")
    view, found, at = "".join(parts), [], 0
    for index, part in enumerate(parts):
        if index % 2:
            found.append(place(Sentence(view, 0, len(view)), (at, at + len(part))))
        at += len(part)
    return found


@pytest.mark.parametrize(
    "text",
    [
        "It sent [400] men to |Belgium's Ardennes region| last year.",
        "It sent [400] men to |Belgium's rainy Ardennes region|.",
        "[90] people died in the village of |Korbala|, officials said.",
        "[20] homes burned near |Lake Tahoe| on Monday.",
        "[300] ships passed off the coast of |Libya|.",
        "The strike on |Odesa| hurt [14].",
        "According to Ukraine, [70] drones fell over the |Lviv region|.",
        "[60] workers from Bangladesh died in |Doha, Qatar|.",
        "She moved to |Springfield, Illinois|, with [3] children.",
        "It employs [13,000] people in the |United Kingdom|.",
        "It has [12] shops in the |U.S.| alone.",
        "The fee rose to [$25] at the Institute of Physics in |Zurich|.",
        "[5] miners were trapped in |Wollumba| on Friday.",
        "[200] people fled from |Aleppo|.",
        "[80] people, most of them children, died in |northern Gaza|.",
        "In the |eastern Tyrol region|, [30] huts burned.",
        "It sent [50] trucks to the Dutch city of |Arnhem|.",
        "[10] missiles entered |Polish airspace|.",
        "It sent [10] men to fight on |Russian soil|.",
        "They hold [20%] of |Ukraine|.",
        "[12] tourists drowned on the island of |Crete|.",
        "[400] people were evacuated from |St. Petersburg|.",
        "The fire in |Russia's capital| killed [4].",
        "[7] were stranded at |Heathrow Airport|.",
        "Shelling struck |Kherson| and killed [2].",
        "[3] died in |Kyiv| Sunday.",
        "Floods Kill [45] in |Southern Brazil| as Rivers Rise",
        "Police in London said [12] people died in |Nairobi|.",
    ],
)
def test_places(text: str) -> None:
    assert places(text.replace("|", "")) == [text.split("|")[1]]


@pytest.mark.parametrize(
    "text",
    [
        "It sent [400] men in March.",
        '"We lost [11] men," the colonel told reporters in Kyiv.',
        "In March, [40] members of Congress met in Parliament.",
        "He gave [$2m] to Smith and to President Jones.",
        "They spoke in English about [9] issues in Premier League football.",
        "It paid [$9m] for shares, up to US $7bn.",
        "According to Ukraine, [12] died.",
        "[4] people at the Ministry of Health resigned.",
        "[60] workers from Bangladesh complained.",
        "He paid [£4m] and moved to Acme United.",
    ],
)
def test_no_place(text: str) -> None:
    assert places(text) == [None]


def test_the_place_after_a_figure_goes_first() -> None:
    assert places("It has [35] shops across western Europe and [12] in China.") == ["western Europe", "China"]
    assert places("In Kenya [35] died and [12] were hurt.") == ["Kenya", "Kenya"]
    assert places("[5] tanks and [9] guns went to Mali.") == ["Mali", "Mali"]


@pytest.mark.parametrize("name", sorted(KNOWN))
def test_every_known_place(name: str) -> None:
    small = {"of", "the", "de", "es", "and"}
    title = " ".join(word if word in small else word[0].upper() + word[1:] for word in name.split())
    assert places(f"They counted [5] in {title}.") == [title]


@pytest.mark.parametrize("kind", sorted(REGION_TYPES))
def test_every_kind_of_region(kind: str) -> None:
    assert places(f"They sent [5] to the Vorsk {kind}.") == [f"Vorsk {kind}"]


@pytest.mark.parametrize("word", sorted(BEFORE_OF))
def test_words_before_of(word: str) -> None:
    assert places(f"They counted [5] {word} of Latvia.") == ["Latvia"]


@pytest.mark.parametrize("word", sorted(BEFORE_ON))
def test_words_before_on(word: str) -> None:
    assert places(f"The {word} on Latvia cost [5].") == ["Latvia"]
    assert places("The tax on Latvia cost [5].") == [None]


@pytest.mark.parametrize("word", sorted(BEFORE_FROM))
def test_words_before_from(word: str) -> None:
    assert places(f"[5] men {word} from Latvia.") == ["Latvia"]


@pytest.mark.parametrize("word", sorted(NOT_PLACES))
def test_names_that_are_no_places(word: str) -> None:
    assert places(f"They counted [5] in {word.capitalize()}.") == [None]


def test_a_named_region_of_the_two_sentences_before() -> None:
    view = "It hit Russia's Vorsk region. They fled. It killed 40. It sent 5."
    ends = [i + 1 for i, sign in enumerate(view) if sign == "."]
    starts = [0] + [end + 1 for end in ends[:-1]]
    said = [Sentence(view, start, end) for start, end in zip(starts, ends, strict=True)]
    figure = (view.index("40"), view.index("40") + 2)
    assert place(said[2], figure, [said[1], said[0]]) == "Russia's Vorsk region"
    last = (view.index("5"), view.index("5") + 1)
    assert place(said[3], last, [said[2], said[1], said[0]]) is None
    assert place(said[2], figure) is None


PIECES = st.sampled_from(
    ["in ", "the ", "Kyiv ", "Russia's ", "region ", "city of ", "to ", "of ", "5 ", ", ", "said ", "St. ", "U.S. ",
     "Lake ", "Springfield", ", Illinois", "northern ", "Bank ", "and ", "on ", "from ", "territory ", "É", "'s "]
)  # fmt: skip


@given(st.one_of(st.text(max_size=80), st.lists(PIECES, max_size=25).map("".join)), st.data())
def test_never_fails_and_quotes_the_text(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    found = place(Sentence(text, 0, len(text)), (start, end), [Sentence(text, 0, start)])
    assert found is None or found in " ".join(text.split())


@pytest.mark.parametrize("unit", ["in the A's ", "In A A A ", "of the city of ", "A-A-", "in Aa, Aa ", "AAAA"])
def test_long_sentences_are_read_around_the_figure(unit: str) -> None:
    sentence = Sentence(unit * 20_000, 0, len(unit) * 20_000)
    for at in range(1000, sentence.end, sentence.end // 7):
        place(sentence, (at, at + 1), [sentence])
