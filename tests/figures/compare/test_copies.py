import pickle
import random
import textwrap
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from figures.compare.copies import Copies, copies
from figures.compare.passages import passage_key, passages

STORY = (
    "The bridge over the Lenn gave way shortly after six on Friday morning, the district said.",
    "Fourteen lorries and two buses were on the southern span when its main cable parted.",
    "Divers had brought 31 people out of the water by noon, the fire brigade reported.",
    "The span was last inspected in 2019, when engineers asked for 62 new hangers.",
    "A crane barge is on its way from the coast and should arrive before the weekend is out.",
    "The river stays closed to shipping between the two locks until further notice.",
    "Mayor Ilse Brandt called the morning the darkest that her town had ever known.",
    "Schools on the southern bank will open their gyms to those who cannot get home.",
)
OTHER = (
    "Growers in the valley expect the smallest harvest of cherries for a generation.",
    "Two nights of frost in April cost them about 4,000 tonnes, their union estimates.",
    "Prices at the wholesale market have doubled since the first boxes came in last week.",
    "The union wants the province to bring forward grants that were meant for next spring.",
    "Beekeepers say that their hives came through the cold better than they had feared.",
)
BODY = " ".join(STORY)


def _groups(*texts: str) -> list[tuple[str, ...]]:
    return copies((f"d{at}", text) for at, text in enumerate(texts)).groups()


@pytest.mark.parametrize(
    "copy",
    [
        " ".join(STORY),
        "\n\n".join(STORY),
        "\n".join(STORY),
        textwrap.fill(BODY, 72),
        " ".join(STORY[3:]),
        " ".join(STORY[:5]),
        " ".join(reversed(STORY)),
        "By Jo Marsh, Lenn Valley Post\n\n" + BODY,
        BODY.replace("31 people", "13 people").replace("Fourteen", "Twelve").replace("darkest", "hardest"),
        BODY.upper(),
        BODY.replace(" the ", " the\u00a0").replace("-", "\u2011").replace("shortly", "short\u00adly"),
    ],
    ids=[
        *("same", "paragraphs", "lines", "wrapped", "head cut", "tail cut", "reordered", "byline", "edited"),
        *("capitals", "typography"),
    ],
)
def test_an_edited_copy_is_found(copy: str) -> None:
    assert _groups(BODY, " ".join(OTHER), copy) == [("d0", "d2")]


def test_quotes_and_dashes_may_be_set_otherwise() -> None:
    straight = '"We heard it - a crack like thunder - and ran," the driver\'s brother told the paper. ' + BODY
    curly = "“We heard it – a crack like thunder – and ran,” the driver’s brother told the paper. " + BODY
    assert [passage.key for passage in passages(straight)] == [passage.key for passage in passages(curly)]


@pytest.mark.parametrize(
    "other",
    [
        " ".join(OTHER),
        " ".join([*OTHER, STORY[3]]),
        " ".join([*OTHER, STORY[6], STORY[7]]),
        "",
        "31",
        "The bridge is down. The river is shut. Fourteen lorries.",
    ],
    ids=["other", "a sentence of background", "two sentences", "nothing", "a number", "short sentences"],
)
def test_what_shares_little_is_no_copy(other: str) -> None:
    assert _groups(BODY, other) == []


def test_forms_with_other_numbers_are_no_copies() -> None:
    form = (
        "The upper gauge stood at {} centimetres at six. The lower gauge read {} centimetres an hour later. "
        "Rain of {} millimetres is due by the evening."
    )
    assert _groups(form.format(212, 187, 4), form.format(198, 176, 11), form.format(205, 180, 7)) == []


def test_notes_of_a_site_make_no_copies() -> None:
    notes = (
        "Sign up to the evening letter for all that matters before the day is out. "
        "Nothing on this page may be stored or passed on without leave in writing."
    )
    background = "The crews walked out after the harbour board turned down their plea for a third deckhand."
    pages = [
        f"In week {at} of the strike, the crew of ferry {at} voted by {at * 7} to {at * 3} against going back to sea. "
        f"Captain number {at} said that the {at * 11} passengers of that day had been put up at the harbour. "
        f"{background if at < 5 else ''} {notes}"
        for at in range(3, 9)
    ]
    assert _groups(*pages[:2]) == [("d0", "d1")]
    assert _groups(*pages) == []


def test_a_page_of_several_stories_does_not_make_them_one() -> None:
    third = " ".join(sentence.replace("the", "their").replace("The", "Their") for sentence in (*STORY, *OTHER))
    collection = " ".join((*STORY, *OTHER, third))
    assert _groups(" ".join(OTHER), BODY, collection) == []
    assert _groups(BODY, collection) == [("d0", "d1")]


def test_copies_of_copies_are_one_group() -> None:
    first, last = " ".join(STORY[:6]), " ".join(STORY[3:])
    assert _groups(first, BODY, last) == [("d0", "d1", "d2")]


def test_a_thousand_copies_are_one_group() -> None:
    index = copies(
        (f"d{at:04}", f"Edition number {at} of the paper, as sold in the streets. {BODY}") for at in range(1000)
    )
    (group,) = index.groups()
    assert len(group) == 1000


def test_a_copy_is_found_among_what_came_in_an_earlier_run() -> None:
    index = copies([("a", BODY), ("b", " ".join(OTHER))])
    assert index.groups() == []
    kept: Copies = pickle.loads(pickle.dumps(index))
    kept.add("c", "Updated at noon.\n" + BODY)
    kept.add("c", "the same uid twice changes nothing")
    assert kept.groups() == [("a", "c")]
    assert (kept.story("a"), kept.story("c"), kept.story("b"), kept.story("unknown")) == ("a", "a", "b", "unknown")


def test_a_paragraph_in_different_pages_is_found_by_its_place() -> None:
    page = " ".join((*OTHER[:3], STORY[1], *OTHER[3:]))
    index = copies([("bridge", BODY), ("cherries", page), ("copy", "Updated. " + BODY)])
    start = BODY.index("Fourteen")
    assert index.sharing("bridge", start, start + 8) == ("cherries", "copy")
    assert index.sharing("cherries", page.index("two buses"), page.index("two buses") + 3) == ("bridge", "copy")
    assert index.sharing("bridge", BODY.index("31"), BODY.index("31") + 2) == ("copy",)
    assert index.sharing("bridge", len(BODY) + 5, len(BODY) + 9) == ()
    assert index.sharing("unknown", 0, 5) == ()


def test_a_short_sentence_counts_between_copies_alone() -> None:
    short = "Two buses sank at once, her brother said."
    index = copies([("a", f"{BODY} {short}"), ("b", f"{BODY} {short}"), ("c", f"{' '.join(OTHER)} {short}")])
    start = len(BODY) + 1
    assert index.sharing("a", start, start + 9) == ("b",)


def test_numbers_tell_sentences_apart_and_type_does_not() -> None:
    assert passage_key("The ferry carried 1,204 people.", 1) != passage_key("The ferry carried 1,240 people.", 1)
    assert passage_key("THE ferry—carried  1 204 people", 1) == passage_key("the ferry - carried 1,204 people.", 1)
    assert passage_key("Le café reçoit", 1) == passage_key("Le cafe\u0301 rec\u0327oit", 1)
    assert passage_key("Too short.") is None


@given(st.text(), st.text())
def test_any_text_is_taken(one: str, other: str) -> None:
    index = copies([("a", one), ("b", other)])
    index.groups()
    index.sharing("a", 0, len(one))
    for text in (one, other):
        found = passages(text)
        assert all(0 <= passage.start < passage.end <= len(text) for passage in found)
        assert all(before.end <= after.start for before, after in pairwise(found))


@given(st.randoms(use_true_random=False))
def test_the_order_of_documents_changes_nothing(chance: random.Random) -> None:
    texts = [
        *(" ".join(chance.sample(STORY, 6)) for _ in range(3)),
        *(" ".join(chance.sample(OTHER, 4)) for _ in range(2)),
        " ".join((*STORY, *OTHER)),
    ]
    documents = [(f"d{at}", text) for at, text in enumerate(texts)]
    expected = copies(documents)
    chance.shuffle(documents)
    shuffled = copies(documents)
    assert shuffled.groups() == expected.groups()
    assert [shuffled.sharing("d0", at, at + 9) for at in (0, 90, 300)] == [
        expected.sharing("d0", at, at + 9) for at in (0, 90, 300)
    ]
