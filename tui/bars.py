"""Bars of verdicts: as many signs of each state as its share of the width, so that shape tells it without colour."""

from collections.abc import Mapping, Sequence

from textual.content import Content

from db.tallies import Tally
from tui.cells import fit
from tui.words import COLOURS, SHAPES

#: The order of the states in a bar: decided ones first.
ORDER = ("confirmed", "disputed", "misreported", "unresolved", "dismissed", "unreviewed")

#: Lines beyond this many are summed up in one.
MOST = 30
_NUMBER = 7


def shares(states: Mapping[str, int], width: int) -> dict[str, int]:
    """Give the cells of each state in a bar of `width`: in proportion, and at least one for each that there is.

    Where there are more states than cells, the last ones have none.
    """
    there = [state for state in ORDER if states.get(state)][: max(0, width)]
    if not there:
        return {}
    total = sum(states[state] for state in there)
    cells = {state: max(1, states[state] * width // total) for state in there}
    while sum(cells.values()) > width:
        cells[max(there, key=lambda state: cells[state])] -= 1
    # What rounding has left over goes to those whose share was cut most.
    left = sorted(there, key=lambda state: cells[state] - states[state] * width / total)
    for number in range(width - sum(cells.values())):
        cells[left[number % len(left)]] += 1
    return cells


def bar(states: Mapping[str, int], width: int) -> Content:
    """Give a bar of exactly `width` cells."""
    parts = [(SHAPES[state] * count, COLOURS[state]) for state, count in shares(states, width).items()]
    drawn = Content.assemble(*parts)
    return drawn.extend_right(max(0, width - drawn.cell_length))


def histogram(tallies: Sequence[Tally], width: int) -> list[Content]:
    """Give a line for each tally: its name, how many, and a bar as long as its part of the largest."""
    if not tallies:
        return [Content.styled("nothing yet", "$faint")]
    shown = list(tallies[:MOST])
    if len(tallies) > MOST:
        rest: dict[str, int] = {}
        for tally in tallies[MOST:]:
            for state, count in tally.states.items():
                rest[state] = rest.get(state, 0) + count
        shown.append(Tally(f"{len(tallies) - MOST:,} others", rest))
    names = max(8, min(32, width // 3))
    room = max(4, width - names - _NUMBER - 2)
    largest = max(tally.total for tally in shown)
    return [
        Content.assemble(
            fit(tally.name, names),
            (f"{tally.total:>{_NUMBER},} ", "bold"),
            bar(tally.states, max(1, room * tally.total // largest)),
        ).truncate(max(1, width), ellipsis=False)
        for tally in shown
    ]
