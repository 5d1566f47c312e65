"""Alternations of many words that `re` turns down quickly."""

import re
from collections.abc import Iterable


def one_of(words: Iterable[str], *, capitals: bool = False) -> str:
    """Give a group that matches any of the words, longest first, sorted into branches by their first letters.

    With `capitals` each word may also begin with a capital. The group captures nothing; a blank stands for any white
    space. `re` looks at the first letter of a branch before it tries it, so a word costs a few comparisons.
    """
    branches: dict[str, list[str]] = {}
    for word in sorted(set(words), key=lambda word: (-len(word), word)):
        for form in {word, word[0].upper() + word[1:]} if capitals else {word}:
            branches.setdefault(form[0], []).append(re.escape(form[1:]).replace("\\ ", r"\s"))
    return "(?:" + "|".join(f"{re.escape(first)}(?:{'|'.join(rest)})" for first, rest in sorted(branches.items())) + ")"
