"""Plain tables for the terminal: aligned columns, cut where the terminal ends."""

from collections.abc import Sequence

from rich.cells import cell_len

from seeds.visible import visible
from tui.cells import fit

GAP = 2
NARROWEST = 6


def table(rows: Sequence[Sequence[str]], room: int | None) -> list[str]:
    """Align rows of cells into lines of at most `room` terminal cells (None: as long as they are).

    The cells may be foreign text: what would act on the terminal or hide is shown.
    """
    shown = [[visible(" ".join(cell.split())) for cell in row] for row in rows]
    widths = [max(map(cell_len, column)) for column in zip(*shown, strict=True)]
    if room is not None:
        widths = _narrowed(widths, room - GAP * (len(widths) - 1))
    return [
        (" " * GAP).join(fit(cell, width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in shown
    ]


def _narrowed(widths: list[int], room: int) -> list[int]:
    widths = list(widths)
    while sum(widths) > room and max(widths) > NARROWEST:
        widths[widths.index(max(widths))] -= 1
    return widths
