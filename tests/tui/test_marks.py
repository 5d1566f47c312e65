from array import array

from hypothesis import given
from hypothesis import strategies as st

from tui.marks import Marks

IDS = array("q", range(100, 130))
PLACES = st.integers(0, len(IDS) - 1)


@given(st.sets(st.sampled_from(list(IDS))), PLACES, PLACES)
def test_an_open_range_counts_as_marked_and_stays_so_when_it_is_closed(
    marked: set[int], begun: int, cursor: int
) -> None:
    marks = Marks()
    marks.add(marked)
    marks.begun = begun
    chosen = set(marks.chosen(IDS, cursor))
    assert chosen == marked | set(IDS[min(begun, cursor) : max(begun, cursor) + 1])
    assert chosen == {row_id for place, row_id in enumerate(IDS) if marks.has(row_id, place, cursor)}
    assert marks.count(IDS, cursor) == len(chosen)
    marks.close_range(IDS, cursor)
    assert set(marks.chosen(IDS, 0)) == chosen


def test_a_mark_is_put_and_taken_away() -> None:
    marks = Marks()
    marks.toggle(101)
    assert marks.any() and marks.has(101, 1, 0)
    marks.toggle(101)
    assert not marks.any()


def test_only_what_is_still_in_the_queue_stays_marked() -> None:
    marks = Marks()
    marks.add([101, 500])
    marks.begun = 3
    marks.keep(IDS)
    assert marks.chosen(IDS, 9) == {101}


def test_a_range_of_an_empty_queue_is_empty() -> None:
    marks = Marks()
    marks.begun = 0
    marks.close_range(array("q"), 0)
    assert not marks.any()
