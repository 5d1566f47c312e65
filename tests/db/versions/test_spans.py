from hypothesis import given
from hypothesis import strategies as st

from db.versions.spans import Spans

SPANS = st.lists(st.tuples(st.integers(0, 40), st.integers(1, 9)).map(lambda one: (one[0], one[0] + one[1])))


@given(SPANS, st.integers(0, 50), st.integers(1, 9))
def test_the_spans_that_share_a_character_are_given(spans: list[tuple[int, int]], start: int, size: int) -> None:
    end = start + size
    assert Spans(spans).touching(start, end) == sorted(span for span in spans if span[0] < end and start < span[1])
