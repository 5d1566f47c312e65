"""Words of a query in the language of the search index (FTS5)."""

from db.query.model import Words

#: Shorter words are no nouns with a plural.
_SHORTEST = 3


def match_text(term: Words) -> str:
    """Give the FTS5 query for words in the sentence or the noun."""
    if term.begins:
        return f"{_quoted(term.text.rstrip('*'))}*"
    return _quoted(term.text) if term.exact else _any_number(term.text)


def match_noun(text: str) -> str:
    """Give the FTS5 query for words of the noun, all of them in any order; "" where there is no word."""
    words = [word for word in text.split() if any(character.isalnum() for character in word)]
    return f"{{noun}} : ({' AND '.join(map(_any_number, words))})" if words else ""


def _any_number(word: str) -> str:
    """Give a word in the singular and the plural: who looks for soldiers looks for a soldier too."""
    return f"({' OR '.join(map(_quoted, forms(word)))})"


def forms(word: str) -> tuple[str, ...]:
    """Give a word as it stands, and what it is in the singular and the plural."""
    from figures.compare.lattice import singular

    lower = word.casefold()
    if len(lower) < _SHORTEST or not lower[-1].isalpha():
        return (word,)
    single = singular(lower)
    return tuple(dict.fromkeys((lower, single, _plural(single))))


def _plural(word: str) -> str:
    if word.endswith("y") and word[-2] not in "aeiou":
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("ch", "sh", "ss", "x", "z")) else "s")


def _quoted(text: str) -> str:
    """Quote words, so that no character of them is taken for an operator."""
    return '"' + text.replace('"', '""').replace("\0", " ") + '"'
