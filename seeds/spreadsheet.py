"""Foreign text made safe to open in a spreadsheet program."""

from seeds.visible import visible

#: What makes a spreadsheet program take a cell for a formula, or skip to one: the signs, ASCII and full-width, and
#: the control characters before them (OWASP, "CSV Injection").
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "\0", "＝", "＋", "－", "＠")


#: ASCII characters before which a text may be a formula; programs skip blanks before they look for one.
_DOUBTFUL = frozenset("=+-@ ")


def text_cell(text: str) -> str:
    """Give a text as a cell that no spreadsheet program takes for a formula and that hides nothing.

    What would start a formula gets an apostrophe before it; control and invisible characters become visible signs,
    line feeds stay.
    """
    if text.isascii() and text.isprintable() and text[:1] not in _DOUBTFUL:
        return text
    start = text.lstrip()[:1] or text[:1]
    risky = text.startswith(FORMULA_STARTS) or start in FORMULA_STARTS
    return ("'" if risky and text else "") + visible(text, newlines=True)
