from array import array

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.jobs import places
from tui.jobs.places import first_place, places_of


@given(st.lists(st.integers(1, 30), max_size=40, unique=True), st.sets(st.integers(1, 40), max_size=5))
def test_places_are_those_of_the_queue_in_its_order(ids: list[int], wanted: set[int]) -> None:
    expected = [place for place, row_id in enumerate(ids) if row_id in wanted]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(places, "_PIECE", 7)
        assert list(places_of(wanted, array("q", ids))) == expected
        assert first_place(wanted, array("q", ids)) == (expected[0] if expected else None)
