"""Reporting clauses without a verb of saying: "according to", "citing", "was quoted by", "her estimate that"."""

import re
from collections.abc import Sequence

from figures.extract.sources.clauses import Clause, Reader
from figures.extract.sources.grammar_words import BREAKS, DATE_WORDS, LINKS, PREPOSITIONS
from figures.extract.sources.names import bare, head_of, name_in, owned
from figures.extract.sources.reporting_words import HEARSAY, SAID_OF, SAYINGS
from figures.extract.sources.source_words import GROUPS, NOBODY, QUOTERS, RECORDS, RELEASED, TITLES
from figures.extract.sources.speakers import speaker_after
from figures.extract.sources.subjects import subject_before
from figures.extract.sources.words import Word
from seeds.patterns import Later

_TO = Later(r"\s+to\s+")
_SPACE = Later(r"\s+")
_RATE = Later(r"\s+(?:cent|capita|annum|se|day|week|month|year|hour|head|person)\b")
_QUOTED_BY = Later(r"\s+\w+\s+(?:by|in|from)\s+")
_BY = Later(r"\s+by\s+")
_AFTER_BY = Later(r"\bby\s+(?:the\s+)?\Z", re.IGNORECASE)
_AS_SAYING = Later(r"[^,.;:\"]{0,40}?\s+as\s+(?:saying|telling|stating|claiming|having\s+said)\b")
_NEXT = Later(r"\s+(\w+)")
_POSSESSIVES = {"his": "he", "her": "she", "its": "it", "their": "they"}
_CLOSE = BREAKS | LINKS | PREPOSITIONS | DATE_WORDS | QUOTERS | RELEASED
_OBJECTS = {"him": "he", "her": "she", "it": "it", "them": "they", **_POSSESSIVES}


def per(reader: Reader, at: int, stop: int) -> None:
    """Read "as per X" anywhere and "per X" where a sentence begins; elsewhere it is "per cent" or "per day"."""
    if reader.view.endswith(("as ", "As "), reader.low, at):
        according(reader, at - 3, stop, _SPACE)
    elif at == reader.low and not _RATE.match(reader.view, stop, reader.limit(stop)):
        according(reader, at, stop, _SPACE)


def according(reader: Reader, at: int, stop: int, link: Later = _TO) -> None:
    """Read "according to X": it answers for what follows, for what precedes, or for both."""
    to = link.match(reader.view, stop, reader.limit(stop))
    if to is None:
        return
    phrase, end, ends_with = speaker_after(reader.words, to.end(), reader.high)
    pronoun = _OBJECTS.get(phrase[0].low) if len(phrase) == 1 else None
    name = None if pronoun else reader.named(phrase, can_speak=True, whole=True)
    via = _quoter(reader, end) if ends_with in QUOTERS else None
    if name is None and pronoun is None:
        name = reader.released_by(phrase, end)
    if name is None and pronoun is None:
        pronoun = _OBJECTS.get(phrase[0].low) if phrase else None
        pronoun = pronoun or reader.record(phrase)
        name = _document(reader, phrase)
    end = max(end, reader.done)
    before = reader.view[reader.begin(at) : at].rstrip().lower()
    initial = not before or before[-1] in ";\"'(" or before.endswith(("and", "but", "while"))
    forward = initial or ends_with == ","
    if reader.view[end : end + 6].lower() in (", who ", ", whic"):
        forward = initial
    attached = reader.attached(at)
    reader.found.append(
        Clause(
            at, at, end, reader.end(at) if forward else end, at if initial and attached is None else reader.begin(at),
            name, pronoun, via, attached, reader.inside(at), blocks=name is None and pronoun is None, main=False,
            worded=to.end(),
        )
    )  # fmt: skip
    reader.done = max(reader.done, end)


def _document(reader: Reader, phrase: Sequence[Word]) -> str | None:
    """Give the document that a text goes by: "a filing", "the study"; "reports" and "figures" are none."""
    low = bare(head_of(phrase).low) if phrase else ""
    if low not in RECORDS or low.endswith("s") or low in NOBODY or low in ("data", "information", "research"):
        return None
    span = name_in(phrase)
    return None if span is None else reader.view[span[0] : span[1]]


def _quoter(reader: Reader, at: int) -> str | None:
    match = _QUOTED_BY.match(reader.view, at, reader.limit(at))
    if match is None:
        return None
    phrase, end, _ = speaker_after(reader.words, match.end(), reader.high)
    reader.done = max(reader.done, end)
    return reader.named(phrase, can_speak=False)


def citing(reader: Reader, at: int, stop: int) -> None:
    """Read "citing X": whoever the sentence says reports it, X is where it comes from."""
    space = _SPACE.match(reader.view, stop, reader.limit(stop))
    if space is None:
        return
    phrase, end, ends_with = speaker_after(reader.words, space.end(), reader.high)
    if phrase and phrase[-1].capital and _is_thing(ends_with):  # "citing a Norland attack"
        return
    name = reader.named(phrase, can_speak=False) or reader.released_by(phrase, end)
    if name is not None:
        reader.found.append(
            Clause(
                at, at, end, reader.end(at), reader.begin(at), name,
                inside=reader.inside(at), citing=True, main=False, worded=stop,
            )
        )  # fmt: skip
        reader.done = max(reader.done, end)


def _is_thing(word: str) -> bool:
    """See whether the word behind a name goes on to something that name has or does, which nobody can cite as one."""
    return word.isalpha() and word not in _CLOSE and not word.endswith(("ed", "ing"))


def quoted(reader: Reader, at: int, stop: int) -> None:
    """Read "X was quoted by Y as saying" and "Y quoted X as saying"."""
    subject = subject_before(reader.words, reader.floor(at), at)
    saying = _AS_SAYING.match(reader.view, stop, reader.limit(stop))
    if saying is None or subject.how not in ("noun", "pronoun"):
        return
    first = reader.named(subject.phrase, can_speak=True) if subject.how == "noun" else None
    pronoun = subject.phrase[0].low if subject.how == "pronoun" else None
    by = _BY.match(reader.view, stop, saying.end())
    phrase, _, _ = speaker_after(reader.words, by.end() if by else min(stop + 1, reader.high), saying.end())
    second = reader.named(phrase, can_speak=False)
    name, via = (first, second if by else None) if subject.passive else (second, first)
    if not subject.passive:
        pronoun = _OBJECTS.get(phrase[0].low) if phrase and second is None else None
    attached = reader.attached(subject.outer)
    reader.found.append(
        Clause(
            subject.outer, subject.verb_from, saying.end(), saying.end() if attached is not None else reader.end(at),
            reader.begin(at), name, pronoun, via, attached, reader.inside(at),
        )
    )  # fmt: skip
    reader.done = max(reader.done, saying.end())


def saying(reader: Reader, at: int, stop: int, word: str) -> None:
    """Read what is said as a noun with its owner: "X's estimate that", "his claim of", "a UN estimate of"."""
    view = reader.view
    following = _NEXT.match(view, stop, reader.limit(stop))
    link = following.group(1).lower() if following else ""
    if link in ("by", "from") and word in SAID_OF and following is not None:
        _by_agent(reader, at, stop, following.end())
        return
    aside = view[max(reader.low, at - 80) : at]
    by_count = word in SAID_OF and " by " in " " + aside.lower()
    if not (link == "that" or (link in ("of", "at") and word in SAID_OF) or by_count):
        return
    run = reader.words.before(at, max(reader.floor(at), at - 80))
    owner = _owner(run.lows)
    name, pronoun, start = None, None, at
    if owner is not None and run.lows[owner] in _POSSESSIVES:
        pronoun, start = _POSSESSIVES[run.lows[owner]], run.starts[owner]
    elif owner is not None:
        subject = subject_before(reader.words, reader.floor(at), run.word(owner).end)
        phrase = _after_link(subject.phrase)
        name, start = reader.named(phrase, can_speak=False), phrase[0].start if phrase else at
    else:
        subject = subject_before(reader.words, reader.floor(at), at)
        phrase = subject.phrase
        if phrase and (owned(phrase, reader.low) or bare(phrase[-1].low) in GROUPS):
            name, start = reader.named(phrase, can_speak=False), subject.outer
    by_count = by_count and _AFTER_BY.search(view, max(reader.low, start - 12), start) is not None
    if link not in ("that", "of", "at") and not by_count:
        return
    blocks = name is None and pronoun is None
    if blocks and not (link == "that" and word in HEARSAY):
        return
    reader.found.append(
        Clause(
            start, at, stop, reader.end(at), reader.begin(at) if by_count else start, name, pronoun,
            inside=reader.inside(at), blocks=blocks, main=False,
        )
    )  # fmt: skip


def _owner(lows: Sequence[str]) -> int | None:
    """Give the place of the possessive before a noun; only words like adjectives may stand between."""
    for back in range(len(lows) - 1, max(-1, len(lows) - 6), -1):
        low = lows[back]
        if low in _POSSESSIVES or low.endswith(("'s", "s'")):
            return back
        if not low[0].isalnum() or low.endswith("s") or low in SAYINGS or low in BREAKS or low in LINKS:
            return None
    return None


def _after_link(phrase: Sequence[Word]) -> Sequence[Word]:
    """Give the owner's own words: "mention of Doe's" is Doe's, "Bank of England's" stays."""
    for at in range(len(phrase) - 2, 0, -1):
        if phrase[at].low in LINKS and not phrase[at - 1].capital and bare(phrase[at - 1].low) not in GROUPS | TITLES:
            return phrase[at + 1 :]
    return phrase[1:] if len(phrase) > 1 and phrase[0].low.endswith("ing") else phrase


def _by_agent(reader: Reader, at: int, stop: int, after: int) -> None:
    phrase, end, ends_with = speaker_after(reader.words, min(after + 1, reader.high), reader.high)
    name = reader.named(phrase, can_speak=False)
    if name is not None and ends_with in ("that", "of", "at", "which"):
        reader.found.append(Clause(at, at, stop, reader.end(at), at, name, inside=reader.inside(at), main=False))
        reader.done = max(reader.done, end)
