from hypothesis import given
from hypothesis import strategies as st

from db.model import DocumentView, Mark
from seeds.document import Zone
from tui.page import Page

TEXT = "Headline with 12\nBody says 600 were killed. More than 6,000 fled.\nTeaser of 40 barges"


def page() -> Page:
    zones = (Zone(0, 16, "headline"), Zone(17, 64, "body"), Zone(65, len(TEXT), "teaser", 1))
    document = DocumentView(1, "u", "a.txt", TEXT, None, None, None, None, None, "", (), zones)
    marks = [
        Mark(number, TEXT.index(text), TEXT.index(text) + len(text), "unreviewed", True)
        for number, text in enumerate(("12", "600", "6,000", "40"), 1)
    ]
    return Page(document, marks)


@given(st.integers(0, len(TEXT)), st.integers(0, len(TEXT)), st.integers(0, 5))
def test_pieces_are_together_the_whole_stretch(start: int, end: int, current: int) -> None:
    start, end = min(start, end), max(start, end)
    chosen = page()
    chosen.choose(current, (17, 44))
    pieces = list(chosen.pieces(start, end))
    assert "".join(TEXT[piece.start : piece.end] for piece in pieces) == TEXT[start:end]
    for piece in pieces:
        for offset in range(piece.start, piece.end):
            assert piece.in_sentence == (17 <= offset < 44)
            assert piece.zone == chosen.zone(offset)
            inside = piece.mark is not None and piece.mark.start <= offset < piece.mark.end
            assert inside == any(mark.start <= offset < mark.end for mark in marks_of(chosen))


def marks_of(chosen: Page) -> list[Mark]:
    return [piece.mark for piece in chosen.pieces(0, len(TEXT)) if piece.mark]


def test_zones_begin_and_end_where_they_say() -> None:
    zones = {0: "headline", 15: "headline", 16: "", 17: "body", 63: "body", 65: "teaser"}
    assert {offset: page().zone(offset) for offset in zones} == zones


def test_states_are_taken_for_figures_of_the_page_only() -> None:
    chosen = page()
    assert chosen.set_states({2: "confirmed", 99: "disputed"})
    assert [mark.state for mark in marks_of(chosen)] == ["unreviewed", "confirmed", "unreviewed", "unreviewed"]
    assert not chosen.set_states({99: "disputed"})


def test_where_marks_overlap_the_current_one_is_seen() -> None:
    document = DocumentView(1, "u", "a.txt", TEXT, None, None, None, None, None, "", (), ())
    chosen = Page(document, [Mark(1, 0, 10, "unreviewed", True), Mark(2, 5, 8, "unreviewed", True)])
    chosen.choose(2, (0, 0))
    assert [piece.mark.row_id for piece in chosen.pieces(0, 10) if piece.mark] == [1, 2, 1]
    current = chosen.current_mark()
    assert current is not None and (current.start, current.end) == (5, 8)
