"""Foreign text made safe to open in a spreadsheet program."""

from seeds.visible import visible

#: What makes a spreadsheet program take a cell for a formula, or skip to one: the signs, ASCII and full-width, and
#: the control characters before them (OWASP, "CSV Injection").
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "\0", "＝", "＋", "－", "＠")


#: ASCII characters before which a text may be a formula; programs skip blanks before they look for one.
_DOUBTFUL = frozenset("=+-@ ")


def looks_like_formula(text: str) -> bool:
    """Tell whether a spreadsheet program could take a text for a formula."""
    if text.isascii() and text.isprintable() and text[:1] not in _DOUBTFUL:
        return False
    # Programs skip white space before they look for a formula.
    return text.startswith(FORMULA_STARTS) or text.lstrip()[:1] in FORMULA_STARTS


def text_cell(text: str) -> str:
    """Give a text as a cell that no spreadsheet program takes for a formula and that hides nothing.

    What would start a formula gets an apostrophe before it; control and invisible characters become visible signs,
    line feeds stay.
    """
    return ("'" if looks_like_formula(text) else "") + visible(text, newlines=True)
