"""What queries find, in which order, and that they are asked in pieces."""

from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db import Review, blind, open_review
from db.query import ORDERS, Search, around, find_all, leading
from db.query import pace as pacing
from db.schema.documents import BY_VALUE, IS_LARGE
from tests.factories import make_document, make_figure, sample

# The figures of the review: of each sample a teaser's barges, homes, residents, an identifier.
BARGES, HOMES, RESIDENTS, NUMBERS = (1, 5, 9), (2, 6, 10), (3, 7, 11), (4, 8, 12)


def found(review: Review, query: str, *, all_figures: bool = False) -> set[int]:
    return set(find_all(review, query, all_figures=all_figures))


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        ("", (*BARGES, *HOMES, *RESIDENTS)),
        ("homes", HOMES),
        ("home", HOMES),
        ("HÖMES", HOMES),
        ("grid operator", HOMES),
        ('"grid operator"', HOMES),
        ('"operator grid"', ()),
        ('"home"', ()),
        ("powe*", HOMES),
        ("pow", ()),
        ("-homes", (*BARGES, *RESIDENTS)),
        ("noun:home", HOMES),
        ("noun:power", ()),
        ("noun:homes,barge", (*HOMES, *BARGES)),
        ("source:GRID", HOMES),
        ("-source:grid", (*BARGES, *RESIDENTS)),
        ("without:source", (*BARGES, *RESIDENTS)),
        ("has:noun", (*BARGES, *HOMES, *RESIDENTS)),
        ("publisher:post", (*BARGES, *HOMES, *RESIDENTS)),
        ('publisher:"post 2"', (5, 6, 7)),
        ("document:storm3.txt", (9, 10, 11)),
        ("document:harbour-post.example/1", (1, 2, 3)),
        ("publisher:100%", ()),
        ("is:teaser", BARGES),
        ("-is:teaser", (*HOMES, *RESIDENTS)),
        ("zone:teaser", BARGES),
        ("is:approximate", RESIDENTS),
        ("kind:count", (*BARGES, *HOMES, *RESIDENTS)),
        ("kind:identifier", ()),
        ("-is:checkable", NUMBERS),
        (">3,900", (*HOMES, *RESIDENTS)),
        ("<3900", (*BARGES, *RESIDENTS)),
        ("=3900", RESIDENTS),
        ("=12", BARGES),
        (">=6k", HOMES),
        (">6000", ()),
        ("<=12%", ()),
        (">$1", ()),
        ("-<3900", HOMES),
    ],
)
def test_what_a_query_finds(review: Review, query: str, ids: tuple[int, ...]) -> None:
    assert found(review, query) == set(ids)


def test_what_was_judged(review: Review) -> None:
    review.decide([2], "misreported", reason="bound_lost", note="see there")
    review.decide([3], "confirmed", evidence=["https://example.org/a"])
    review.tag([6, 7], "later")
    assert found(review, "state:unreviewed") == {1, 5, 6, 7, 9, 10, 11}
    assert found(review, "-state:unreviewed") == found(review, "is:decided") == found(review, "is:mine") == {2, 3}
    assert found(review, "state:confirmed,misreported without:evidence") == {2}
    assert found(review, "has:evidence") == {3}
    assert found(review, "has:note") == found(review, "reason:bound_lost") == {2}
    assert found(review, "is:later") == found(review, "tag:later") == found(review, "is:tagged noun:homes,residents")
    assert found(review, "tag:later -noun:homes") == {7}
    assert found(review, "tag:late") == set()
    assert found(review, "state:confirmed state:misreported") == set()


def test_what_reviewers_corrected_counts_and_what_was_extracted_does_not(review: Review) -> None:
    review.correct(2, noun="flats", attribution="Ann", low=70, bound="exact")
    review.correct(3, unit="percent")
    assert found(review, "noun:flats") == found(review, "flats") == {2}
    assert found(review, "noun:homes") == {6, 10}
    assert found(review, "source:ann") == {2} and found(review, "source:grid") == {6, 10}
    assert found(review, "=70") == {2} and found(review, ">=6000") == {6, 10}
    assert found(review, "unit:perc") == {3}
    assert found(review, "is:corrected") == found(review, "has:correction") == {2, 3}
    review.correct(6, attribution=None)
    assert 6 in found(review, "without:source")
    assert list(find_all(review, "", order="value"))[:3] == [6, 10, 3]


def test_orphaned_and_added_figures(review: Review) -> None:
    review.connection.execute("UPDATE figures SET status = 'orphaned', queued = 0 WHERE id = 2")
    assert 2 not in found(review, "homes")
    assert found(review, "is:orphaned") == {2}
    review.add_figure(1, 0, 5, kind="count", low=1, noun="storm")
    (added,) = found(review, "is:added")
    assert found(review, "noun:storm") == {added}


def test_money_and_percent(path: Path) -> None:
    document = make_document("It cost $5 million, or €6 million, 2% more than 3.5% before.")
    figures = [
        make_figure(document, "$5 million", 5_000_000, kind="money", unit="USD"),
        make_figure(document, "€6 million", 6_000_000, kind="money", unit="EUR"),
        make_figure(document, "2%", 2, kind="percent", unit="percent"),
    ]
    with open_review(path, reviewer="ana", create=True) as review:
        review.add(document, figures)
        assert found(review, ">=5m") == {1, 2}
        assert found(review, ">=$5m") == found(review, "unit:usd") == {1}
        assert found(review, "<=2%") == found(review, "kind:percent") == {3}
        assert found(review, ">€5m") == {2}


def test_orders(review: Review) -> None:
    assert list(find_all(review)) == list(review.queue())
    assert list(find_all(review, order="value")) == [*HOMES, *RESIDENTS, *BARGES]
    review.decide([2, 7], "confirmed")
    assert list(find_all(review, order="priority")) == [3, 6, 10, 11, 2, 7, *BARGES]
    assert list(find_all(review, "noun:homes", order="priority")) == [6, 10, 2]
    assert list(find_all(review, order="by mood")) == list(review.queue())


def test_all_figures_are_the_whole_queue(review: Review) -> None:
    assert list(find_all(review, all_figures=True)) == list(review.queue(all_figures=True))
    values = list(find_all(review, order="value", all_figures=True))
    assert values == [*HOMES, *RESIDENTS, *NUMBERS, *BARGES]


@pytest.fixture
def ben(path: Path) -> Review:
    """A blind review as ben sees it: ana judged 2, 3 and 6, ben judged 3 and noted 6."""
    with open_review(path, reviewer="ana", create=True) as review:
        for number in (1, 2):
            review.add(*sample(number))
        review.decide([2, 3, 6], "misreported", reason="typo", note="ana", evidence=["https://example.org/a"])
        review.tag([2, 3], "odd")
        blind.switch(review.connection, True)
    review = open_review(path, reviewer="ben")
    review.decide([3], "confirmed")
    review.set_note(6, "ask ana")
    return review


def test_blind_readers_find_nothing_of_others(ben: Review) -> None:
    with ben:
        assert found(ben, "state:unreviewed") == found(ben, "-is:decided -state:unresolved") == {1, 2, 5, 6, 7}
        assert found(ben, "state:misreported") == found(ben, "is:decided") == set()
        assert found(ben, "state:unresolved") == found(ben, "is:mine") == {3}
        assert found(ben, "has:note") == {3, 6}
        assert found(ben, "has:evidence") == {3}
        assert found(ben, "tag:odd") == {3}
        assert found(ben, "reason:typo") == set()
        assert list(find_all(ben, order="priority")) == [3, 2, 6, 7, 1, 5]


@given(
    terms=st.lists(
        st.sampled_from(
            ["homes", "-barges", "noun:home,barge", ">3000", "state:unreviewed", "-state:confirmed", "is:teaser"]
        ),
        max_size=3,
    ),
    order=st.sampled_from([order.name for order in ORDERS]),
    everything=st.booleans(),
)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
def test_small_pieces_come_to_the_same(review: Review, terms: list[str], order: str, everything: bool) -> None:
    query = " ".join(terms)
    whole = find_all(review, query, order=order, all_figures=everything)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pacing, "DOCUMENTS", 1)
        patch.setattr(pacing, "FIGURES", 1)
        patch.setattr(pacing, "STRETCH", 0.0)
        patch.setattr("db.query.section._PIECE", 1)
        search = Search(review, query, order=order, all_figures=everything)
        steps = 0
        while not search.step(review, 0.0):
            steps += 1
            assert set(search.ids) <= set(whole)
        assert search.ids == whole and steps >= 3


@given(
    terms=st.lists(st.sampled_from(["homes", "noun:home,barge", ">3000", "state:unreviewed"]), max_size=2),
    negate=st.data(),
)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
def test_a_term_and_its_negation_share_the_queue(review: Review, terms: list[str], negate: st.DataObject) -> None:
    rest = found(review, " ".join(terms))
    term = negate.draw(st.sampled_from(["homes", "source:grid", ">100", "is:teaser", "kind:count", "document:storm1"]))
    with_it, without = found(review, " ".join([*terms, term])), found(review, " ".join([*terms, f"-{term}"]))
    assert with_it | without == rest and not with_it & without


def test_a_figure_judged_while_it_is_searched_is_found_once(review: Review, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pacing, "DOCUMENTS", 1)
    search = Search(review, order="priority")
    while 2 not in search.ids:
        search.step(review, 0.0)
    review.decide([2], "confirmed")
    ids = list(search.finish(review))
    assert sorted(ids) == sorted(review.queue())


def test_figures_that_came_later_stand_in_their_place(review: Review) -> None:
    review.add_figure(1, 0, 5, kind="count", low=1, noun="storm")
    added = 13
    assert list(find_all(review, "storm")).index(added) < 4
    assert list(find_all(review, "storm")) == [row_id for row_id in review.queue() if row_id in found(review, "storm")]


def test_around_a_figure(review: Review) -> None:
    queue = list(review.queue())
    near = around(review, 6, limit=2, seconds=1)
    assert near is not None and (list(near.ids), near.place) == (queue[queue.index(6) - 2 : queue.index(6) + 3], 2)
    near = around(review, 6, "noun:homes", limit=5, seconds=1)
    assert near is not None and (list(near.ids), near.place) == ([2, 6, 10], 1)
    assert around(review, 7, "noun:homes", limit=5, seconds=1) is None
    assert around(review, 99, limit=5, seconds=1) is None


def test_an_empty_review(path: Path) -> None:
    with open_review(path, reviewer="ana", create=True) as review:
        for order in ORDERS:
            assert not find_all(review, "homes", order=order.name) and not find_all(review, order=order.name)


def test_no_statement_stays_open_between_two_steps(review: Review, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pacing, "FIGURES", 1)
    search = Search(review, "homes")
    search.step(review, 0.0)
    with open_review(review.path, reviewer="ben") as other:
        other.decide([2], "confirmed")
    assert list(search.finish(review)) == list(HOMES)


def test_odd_words_mean_themselves(path: Path) -> None:
    document = make_document("The 5_000 % mark and 5x000 more.")
    with open_review(path, reviewer="ana", create=True) as review:
        figure = make_figure(document, "5_000", 5000, attribution="50_% club")
        review.add(document, [figure, replace(figure, start=21, end=26, text="5x000", attribution="50x1 club")])
        assert found(review, "source:50_%") == {1} and found(review, 'source:"_% c"') == {1}


@given(
    terms=st.lists(
        st.sampled_from(["homes", "-barges", "publisher:post", ">3000", "state:unreviewed", "has:evidence"]), max_size=2
    ),
    order=st.sampled_from([order.name for order in ORDERS if order.name]),
    everything=st.booleans(),
    limit=st.integers(1, 12),
)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
def test_the_first_of_an_order_are_known_before_the_rest(
    review: Review, terms: list[str], order: str, everything: bool, limit: int
) -> None:
    if not review.history():
        _add_large(review)  # 13 to 15
        review.correct(15, low=20, bound="exact")
        review.correct(2, low=1, bound="exact")
        review.correct(9, low=5_000_000, bound="exact")
        review.correct(7, low=5_000_000, high=None, bound="exact")
        review.correct(10, low=None, high=4000, bound="under")
        review.decide([3, 6], "confirmed", evidence=["https://example.org/a"])
        review.decide([5], "disputed")
    query = " ".join(terms)
    whole = find_all(review, query, order=order, all_figures=everything)
    asked = partial(leading, review, query, order, all_figures=everything, limit=limit)
    first = asked(seconds=60.0)
    assert first == whole[: len(first)]
    # By value none but the large, of which 9 stands in another story.
    assert set(first) == set(whole[:limit]) & ({7, 13, 14} if order == "value" else set(whole))
    in_no_time = asked(seconds=0.0)
    assert in_no_time == whole[: len(in_no_time)]


def _add_large(review: Review) -> None:
    document = make_document("They sold 3,000,000 homes, 40,000,000 sheep and 2,000,000 homes.")
    numbers = ((3_000_000, "homes"), (40_000_000, "sheep"), (2_000_000, "homes"))
    review.add(document, [make_figure(document, f"{number:,}", number, noun=noun) for number, noun in numbers])


def test_blind_readers_get_no_order_by_what_others_decided(ben: Review) -> None:
    with ben:
        assert not leading(ben, "", "priority", limit=10, seconds=60.0)
        _add_large(ben)
        whole = find_all(ben, "-is:mine", order="value")
        assert leading(ben, "-is:mine", "value", limit=3, seconds=60.0) == whole[:3]


def test_the_largest_come_by_an_index(review: Review) -> None:
    (plan,) = review.connection.execute(
        f"EXPLAIN QUERY PLAN SELECT f.id FROM figures AS f WHERE f.queued = 1 AND {IS_LARGE.format(of='f.')} "
        f"ORDER BY {BY_VALUE.format(of='f.')}, f.id LIMIT 10"
    ).fetchall()
    assert "figures_by_value" in plan[-1]
