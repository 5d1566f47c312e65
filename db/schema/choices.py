"""Columns that hold one of a few words."""


def one_of(column: str, *words: str) -> str:
    """Give the CHECK that a column holds one of these words.

    Not with IN: for more than two words SQLite makes a table of them anew for every row, a fifth of storing a figure.
    """
    return "CHECK (" + " OR ".join(f"{column} = '{word}'" for word in words) + ")"
