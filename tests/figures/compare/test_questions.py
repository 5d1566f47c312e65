"""Questions: stable, whatever is added, and what reviewers set is never overruled."""

import random
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from figures.compare import Mention, Settled, compare, suggest
from figures.compare.questions import keys
from figures.model import Question
from tests.figures.compare.reports import mentions_of_all
from tests.figures.compare.test_cases import CASES

DOCUMENTS = [document for case in CASES for document in case["documents"]]
MENTIONS = mentions_of_all(DOCUMENTS)
OF_DOCUMENT = {name: [m for m in MENTIONS if m.document == name] for name in {m.document for m in MENTIONS}}


def _members(questions: list[Question]) -> set[tuple[str, ...]]:
    return {question.members for question in questions}


def test_a_question_has_the_title_a_person_would_give_and_a_reason() -> None:
    reports = [
        "2025-03-01 | Ukraine's general staff said 980 Russian soldiers were killed in Kursk region.",
        "2025-05-20 | Some 6,000 Russian soldiers were killed or wounded in Kursk region, British officials said.",
    ]
    (question,) = suggest(mentions_of_all(reports))
    assert question.title == "Russian losses in Kursk, 2025"
    assert question.reason == "same noun (russian soldiers), same people (Russian), same place (Kursk), within 3 months"


@settings(max_examples=8)
@given(st.randoms(use_true_random=False))
def test_the_order_of_the_figures_does_not_matter(chance: random.Random) -> None:
    shuffled = list(MENTIONS)
    chance.shuffle(shuffled)
    assert suggest(shuffled) == suggest(MENTIONS)


@settings(max_examples=8)
@given(st.sets(st.sampled_from(sorted(OF_DOCUMENT)), min_size=1), st.sets(st.sampled_from(sorted(OF_DOCUMENT))))
def test_adding_documents_keeps_the_ids_of_questions(first: set[str], more: set[str]) -> None:
    before = suggest(m for name in first for m in OF_DOCUMENT[name])
    after = suggest((m for name in first | more for m in OF_DOCUMENT[name]), Settled(earlier=tuple(before)))
    ids = {question.id: question for question in after}
    assert len(ids) == len(after)
    for question in before:
        holding = [other for other in after if set(question.members) <= set(other.members)]
        if holding and not any(
            other.id != question.id and set(other.members) <= set(holding[0].members) for other in before
        ):
            assert holding[0].id == question.id


def test_a_mention_is_in_one_question_at_most() -> None:
    members = [name for question in suggest(MENTIONS) for name in question.members]
    assert len(members) == len(set(members))


def test_what_a_reviewer_set_stays_and_may_grow() -> None:
    reports = [
        "2024-03-02 | Rescuers said 980 people were killed in Avdiivka.",
        "2024-03-03 | The hospital said 31 people were killed in Avdiivka.",
        "2024-03-03 | The harvest in Odesa was 300 tonnes.",
    ]
    mentions = mentions_of_all(reports)
    ids = {mention.document: mention.id for mention in mentions}
    chosen = Question("mine", "What I want to know", "set by me", (ids["0"], ids["2"]))
    (question,) = suggest(mentions, Settled(questions=(chosen,)))
    assert (question.id, question.title, question.reason) == ("mine", "What I want to know", "set by me")
    assert {ids["0"], ids["2"]} <= set(question.members)


def test_what_a_reviewer_split_stays_apart() -> None:
    reports = [
        "2024-03-02 | Rescuers said 980 people were killed in Avdiivka.",
        "2024-03-03 | The hospital said 31 people were killed in Avdiivka.",
    ]
    mentions = mentions_of_all(reports)
    one, other = (mention.id for mention in mentions)
    assert len(suggest(mentions)) == 1
    assert suggest(mentions, Settled(apart=((one, other),))) == []


def test_copies_are_split_too_where_a_reviewer_says_so() -> None:
    reports = ["2024-03-02 | Rescuers said 980 people were killed in Avdiivka."] * 2
    mentions = mentions_of_all(reports)
    assert suggest(mentions, Settled(apart=((mentions[0].id, mentions[1].id),))) == []


def test_two_set_questions_are_never_made_one() -> None:
    reports = [
        "2024-03-02 | Rescuers said 980 people were killed in Avdiivka.",
        "2024-03-03 | The hospital said 31 people were killed in Avdiivka.",
    ]
    mentions = mentions_of_all(reports)
    chosen = tuple(Question(f"q{at}", "Mine", "set", (mention.id,)) for at, mention in enumerate(mentions))
    assert _members(suggest(mentions, Settled(questions=chosen))) == {(mentions[0].id,), (mentions[1].id,)}


def test_a_document_can_be_added_to_what_shares_a_key_with_it() -> None:
    old = [m for m in MENTIONS if m.document != "0"]
    before = suggest(old)
    known = keys(old)
    wanted = {key for names in keys(OF_DOCUMENT["0"]).values() for key in names}
    near = {name for name, names in known.items() if wanted.intersection(names)}
    touched = [question for question in before if near.intersection(question.members)]
    inside = near.union(*(question.members for question in touched))
    some = [m for m in old if m.id in inside] + OF_DOCUMENT["0"]
    after = suggest(some, Settled(earlier=tuple(touched), keep=True))
    full = suggest(MENTIONS, Settled(earlier=tuple(before)))
    assert len(some) < len(MENTIONS) / 2
    for mention in OF_DOCUMENT["0"]:
        mine = [question for question in after if mention.id in question.members]
        assert mine == [question for question in full if mention.id in question.members]


def test_figures_of_nothing_are_put_together_with_nothing() -> None:
    reports = [
        "2024-02-06 | It rose to 4,000. He paid $300. It fell by 7 percent.",
        "2024-02-07 | It rose to 5,000. He paid $900. It fell by 9 percent.",
    ]
    bare = [
        replace(m, figure=replace(m.figure, noun=None, unit=None, place=None, predicate=None, attribution=None))
        for m in mentions_of_all(reports)
    ]
    assert suggest(bare) == []


def _odd(mention: Mention, noun: str | None, day: str | None) -> Mention:
    figure = replace(mention.figure, noun=noun, as_of_start=day, as_of_end="1000-01-01", sentence_start=5)
    return replace(mention, figure=figure, published=day)


@settings(max_examples=30)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(MENTIONS),
            st.one_of(st.none(), st.text(max_size=20), st.sampled_from(["", " ", "'s", "and", "of of", "U.S.", "–"])),
            st.sampled_from([None, "9999-12-31", "0001-01-01", "no day", "2024-02-31", ""]),
        ),
        max_size=12,
    )
)
def test_nonsense_nouns_and_days_are_borne(odd: list[tuple[Mention, str | None, str | None]]) -> None:
    mentions = [replace(_odd(*one), id=f"{at}") for at, one in enumerate(odd)]
    for one in compare(mentions):
        assert set(one.question.members) <= {mention.id for mention in mentions}
        assert one.question.title
        assert one.question.reason


def test_a_question_tells_its_members_by_origin() -> None:
    reports = [
        "2024-03-02 | Rescuers said 980 people were killed in Avdiivka.",
        "2024-03-03 | The hospital said 31 people were killed in Avdiivka.",
    ]
    mentions = mentions_of_all(reports)
    one, other = (mention.id for mention in mentions)
    (found,) = compare(mentions, [("elsewhere", one), (other,)])
    assert found.origins == ((one,), (other,))


def test_a_slip_between_outlets_is_a_sign_only_where_they_share_an_origin() -> None:
    reports = [
        "2024-03-02 | The governor said 1,354 homes were destroyed in Tacloban by the storm.",
        "2024-03-03 | In Tacloban 1,534 homes were destroyed by the storm, the governor said.",
    ]
    mentions = mentions_of_all(reports)
    (apart,) = compare(mentions)
    (together,) = compare(mentions, [tuple(mention.id for mention in mentions)])
    assert apart.signs == ()
    assert [sign.kind for sign in together.signs] == ["typo"]
