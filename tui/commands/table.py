"""Plain tables for the terminal: aligned columns, cut where the terminal ends."""

from collections.abc import Sequence

from seeds.visible import visible

GAP = 2
NARROWEST = 6
#: Characters of one cell each, all that most tables hold: those need no tables of widths.
ONE_CELL = frozenset(map(chr, (*range(0x20, 0x7F), *range(0xA1, 0xAD), *range(0xAE, 0x300)))) | set("–—‘’“”…·•€")


def table(rows: Sequence[Sequence[str]], room: int | None) -> list[str]:
    """Align rows of cells into lines of at most `room` terminal cells (None: as long as they are).

    The cells may be foreign text: what would act on the terminal or hide is shown.
    """
    shown = [[visible(" ".join(cell.split())) for cell in row] for row in rows]
    widths = [max(map(_cells, column)) for column in zip(*shown, strict=True)]
    if room is not None:
        widths = _narrowed(widths, room - GAP * (len(widths) - 1))
    return [
        (" " * GAP).join(_fitted(cell, width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in shown
    ]


def _cells(text: str) -> int:
    if ONE_CELL.issuperset(text):
        return len(text)
    from rich.cells import cell_len

    return cell_len(text)


def _fitted(text: str, width: int) -> str:
    """Give a cell, visible and on one line, cut or padded to exactly `width` terminal cells."""
    if ONE_CELL.issuperset(text):
        return (text if len(text) <= width else text[: width - 1] + "…").ljust(width)
    from tui.cells import fit

    return fit(text, width)


def _narrowed(widths: list[int], room: int) -> list[int]:
    widths = list(widths)
    while sum(widths) > room and max(widths) > NARROWEST:
        widths[widths.index(max(widths))] -= 1
    return widths
