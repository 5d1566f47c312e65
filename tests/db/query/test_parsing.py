"""Reading queries: terms, and what is said of a query that is none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.query import KEYS, READY, QueryError, Ready, parse
from db.query.model import Comparison, Field, Words


@pytest.mark.parametrize("text", ["", " ", "\t \n"])
def test_nothing_has_no_terms(text: str) -> None:
    assert parse(text).terms == ()


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("homes", Words("homes", False, False, False)),
        ("-homes", Words("homes", False, False, True)),
        ('"grid operator"', Words("grid operator", True, False, False)),
        ("“grid operator”", Words("grid operator", True, False, False)),
        ("tea*", Words("tea*", False, True, False)),
        ("6,000", Words("6,000", False, False, False)),
        ("12:30", Words("12:30", False, False, False)),
        ("state:unreviewed", Field("state", ("unreviewed",), False)),
        ("State:UNREVIEWED", Field("state", ("unreviewed",), False)),
        ("state:confirmed,disputed|misreported", Field("state", ("confirmed", "disputed", "misreported"), False)),
        ('-publisher:"Harbour Post",tempo', Field("publisher", ("Harbour Post", "tempo"), True)),
        ("source:-x", Field("source", ("-x",), False)),
        (">5000", Comparison(">", 5000.0, None, None, False)),
        (">=5,000", Comparison(">=", 5000.0, None, None, False)),
        ("≥5000", Comparison(">=", 5000.0, None, None, False)),
        ("<=2%", Comparison("<=", 2.0, "percent", None, False)),
        ("-<1.5m", Comparison("<", 1_500_000.0, None, None, True)),
        ("=$5bn", Comparison("=", 5e9, "money", "USD", False)),
        (">€0.5", Comparison(">", 0.5, "money", "EUR", False)),
        ("<-3", Comparison("<", -3.0, None, None, False)),
        (">2thousand", Comparison(">", 2000.0, None, None, False)),
    ],
)
def test_one_term(text: str, term: object) -> None:
    assert parse(text).terms == (term,)


def test_several_terms() -> None:
    assert len(parse('state:unreviewed kind:money noun:casualties publisher:tempo >5000 "lost power" text').terms) == 7


@pytest.mark.parametrize(
    ("text", "start", "said"),
    [
        ("homes stat:x", 6, 'no key "stat" (did you mean state?)'),
        ("http://x", 0, "quote it"),
        ("state:", 5, "needs a value"),
        ("state:,", 5, "needs a value"),
        ("state:confirmed,", 15, "needs another value"),
        ("state:confirm", 6, "did you mean confirmed?"),
        ("is:checkable,teasr", 13, "did you mean teaser?"),
        ('noun:""', 5, "needs a value"),
        ('a "b', 2, "no second one"),
        ("a - b", 2, "nothing stands behind the minus"),
        ("-", 0, "nothing stands behind the minus"),
        (">", 0, "no number behind >"),
        ("> 5", 0, "no number behind >"),
        (">many", 1, '"many" is no number'),
        (">5%k", 1, "is no number"),
        (">$5%", 1, "is no number"),
        ('""', 0, "nothing to search for"),
        ("—", 0, "nothing to search for"),
        ("*", 0, "nothing to search for"),
        ("a" * 1001, 1000, "too long"),
        ("a " * 51, 0, "too many terms"),
    ],
)
def test_what_is_wrong_and_where(text: str, start: int, said: str) -> None:
    with pytest.raises(QueryError) as raised:
        parse(text)
    assert said in str(raised.value) and "\n" not in str(raised.value)
    assert raised.value.start == start < raised.value.end <= len(text)


@given(st.text(max_size=60) | st.text(alphabet='ab:,|"-<>=5%$* \n', max_size=30))
def test_any_text_is_a_query_or_one_line_about_a_place_in_it(text: str) -> None:
    try:
        parse(text)
    except QueryError as error:
        assert "\n" not in str(error) and "\x1b" not in str(error)
        assert 0 <= error.start <= error.end <= len(text)


@given(
    st.lists(st.sampled_from([f"{key.name}:{key.values[0][0] if key.values else 'x'}" for key in KEYS] + [">5", "w"]))
)
def test_terms_stand_behind_each_other(terms: list[str]) -> None:
    separate = [term for text in terms for term in parse(text).terms]
    assert list(parse("  ".join(terms)).terms) == separate


@pytest.mark.parametrize("ready", READY, ids=lambda ready: ready.query)
def test_ready_queries_are_queries(ready: Ready) -> None:
    assert parse(ready.query).terms
