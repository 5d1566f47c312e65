"""How the tables of words are written."""


def word_set(text: str) -> frozenset[str]:
    """Give the words of a text, separated by white space, as a set."""
    return frozenset(text.split())
