"""Which words a text holds, and where: what does not stand there need not be looked for."""

from functools import lru_cache

#: ASCII letters in lower case, blanks for all else. A pattern would cost ten times as much.
_LETTERS = bytes(byte | 32 if chr(byte).isascii() and chr(byte).isalpha() else 32 for byte in range(256))


@lru_cache(maxsize=32)
def words_in(text: str) -> frozenset[str]:
    """Give the runs of ASCII letters of a text, in lower case; kept for the other questions about a sentence."""
    return frozenset(text.encode("ascii", "replace").translate(_LETTERS).decode("ascii").split())


def occurrences(text: str, word: str) -> list[int]:
    """Give where a word stands by itself, in this spelling."""
    found: list[int] = []
    at = text.find(word)
    while at >= 0:
        end = at + len(word)
        before, after = text[at - 1] if at else " ", text[end : end + 1]
        if not (before.isalnum() or before == "_" or after.isalnum() or after == "_"):
            found.append(at)
        at = text.find(word, end)
    return found
