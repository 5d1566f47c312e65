"""Names of sources: the words of a noun phrase, the name in it, and whether it denotes somebody who can speak."""

from collections.abc import Sequence
from itertools import pairwise

from figures.extract.sources.grammar_words import DATE_WORDS, DETERMINERS, FEW, LINKS, NEVER_NAMES, PARTICLES
from figures.extract.sources.source_words import (
    ADJECTIVES,
    GROUPS,
    KEPT_BY,
    NOBODY,
    NOT_PEOPLE,
    OFFICES,
    ORG_WORDS,
    PLACES,
    RECORDS,
    RELEASED,
    TITLES,
)
from figures.extract.sources.words import Word
from seeds.patterns import Later

#: Nouns for people by what they do: "campaigners", "lobbyists", "fishermen", "applicants".
_PEOPLE = Later(r".{2,}(?:ers|ors|ists|ians|men|women|ees|man|woman|ist)$")


def bare(low: str) -> str:
    """Give a lower-case word without its possessive and its dot."""
    return low if low.isalpha() else low.removesuffix("'s").rstrip("'.")


def name_in(phrase: Sequence[Word]) -> tuple[int, int] | None:
    """Give the span of the name in a noun phrase, or None.

    A personal name loses its titles ("Security Council Secretary Sergei Shoigu": "Sergei Shoigu"); any other phrase
    loses its determiner and possessive ending only.
    """
    first, last = 0, len(phrase) - 1
    while first <= last and phrase[first].low in DETERMINERS:
        first += 1
    while last >= first and (phrase[last].low in LINKS or phrase[last].low in PARTICLES or not phrase[last].is_word):
        last -= 1
    if first > last:
        return None
    run = _capital_run(phrase, first, last)
    if first < run <= last and not any(word.low in LINKS and not word.capital for word in phrase[first + 1 : run]):
        before = phrase[run - 1].low if phrase[run - 1].low not in DETERMINERS else phrase[run - 2].low
        if before not in LINKS and before != "and" and not before.endswith("'s"):
            first = run
    if run <= last:
        first = _after_titles(phrase, first, last)
    end = phrase[last].end
    if phrase[last].low.endswith("'s"):
        end -= 2
    elif phrase[last].low.endswith("'"):
        end -= 1
    return phrase[first].start, end


def _capital_run(phrase: Sequence[Word], first: int, last: int) -> int:
    """Give where the capitalised words at the end begin; last + 1 if there are none."""
    begin, at = last + 1, last
    while at >= first:
        if phrase[at].capital:
            begin = at
        elif phrase[at].low not in PARTICLES or begin > last:
            break
        at -= 1
    return begin


def _after_titles(phrase: Sequence[Word], first: int, last: int) -> int:
    for at in range(last - 1, first - 1, -1):
        low = phrase[at].low
        if (low.isalpha() and low not in TITLES) or bare(low).rpartition("-")[2] not in TITLES or low.endswith("'s"):
            continue
        after = at + 1
        if phrase[after].low == "of" and after + 2 <= last and phrase[after + 1].low in OFFICES:
            after += 2
        rest = phrase[after : last + 1]
        named = rest[0].capital and len(rest) <= 5 and not any(bare(word.low) in ORG_WORDS for word in rest)
        return after if named else first
    return first


def head_of(phrase: Sequence[Word]) -> Word:
    """Give the head: the last word before "of", "for", "at", "from", "in" or "by", without a "released" behind it."""
    for at, word in enumerate(phrase):
        if at and word.low in LINKS and not word.capital:
            # "economists polled by": the participle is not the head.
            polled = at > 1 and word.low == "by" and phrase[at - 1].low.endswith("ed")
            return phrase[at - 2] if polled else phrase[at - 1]
    return phrase[-2] if len(phrase) > 1 and phrase[-1].low in RELEASED else phrase[-1]


def owned(phrase: Sequence[Word], sentence_start: int) -> bool:
    """See whether an owner stands in the phrase: a name, or a group before the head ("the commission's count")."""
    head = head_of(phrase)
    for word in phrase:
        if word is not head and (bare(word.low) in GROUPS or word.low in KEPT_BY or _possessive(word)):
            return True
    return any(
        word.capital
        and bare(word.low) not in DATE_WORDS
        and not (word.start == sentence_start and bare(word.low) in _COMMON)
        for word in phrase
    )


def _possessive(word: Word) -> bool:
    return word.low.endswith("'s") and bare(word.low) not in DATE_WORDS


_COMMON = GROUPS | TITLES | RECORDS | NOBODY | DETERMINERS | ADJECTIVES


def denotes(phrase: Sequence[Word], sentence_start: int, *, can_speak: bool) -> bool:
    """See whether a noun phrase denotes a source; `can_speak`: its verb has only speakers for subjects."""
    phrase = [word for word in phrase if word.is_word]
    while phrase and phrase[0].low in DETERMINERS:
        phrase = phrase[1:]
    if not phrase:
        return False
    head = head_of(phrase)
    low = bare(head.low)
    if low in RECORDS:
        return owned(phrase, sentence_start)
    if low == "people":
        return phrase[0].low in FEW
    if low in NOBODY or low in DATE_WORDS or low in NEVER_NAMES:
        return False
    if low in ("source", "sources"):
        return len(phrase) > 1
    if low in GROUPS or low in TITLES or low in PLACES:
        return True
    if head.capital and not (head.start == sentence_start and len(phrase) == 1 and low in _COMMON):
        return True
    return can_speak or (_PEOPLE.match(low) is not None and low not in NOT_PEOPLE)


def is_person(name: str) -> bool:
    """See whether a name is that of one person, or of one by office ("ministry official")."""
    parts = [bare(part.lower()) for part in name.split()]
    if not parts or "and" in parts:
        return False
    if parts[-1] in TITLES:
        return True
    if any(part in TITLES and low in LINKS for part, low in pairwise(parts)):
        head = next(part for part, low in pairwise(parts) if low in LINKS)
        return head not in ORG_WORDS  # "the Office of the High Commissioner for Refugees"
    if parts[0] in TITLES and not name[0].isupper():
        return parts[-1] not in GROUPS  # "general staff"
    capitals = [part for part in name.split() if part[:1].isupper()]
    return (
        len(parts) <= 5
        and len(capitals) >= len(parts) - 2
        and bool(capitals)
        and not any(part in ORG_WORDS or part in PLACES or part in GROUPS for part in parts)
        and not any(part.isupper() and len(part) > 1 and "." not in part for part in capitals)
    )
