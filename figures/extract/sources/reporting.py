"""The reporting clauses of a sentence: who says something there, and for which part of the sentence."""

from figures.extract.draft import made
from figures.extract.sentence import Sentence
from figures.extract.sources.clauses import Clause, Reader
from figures.extract.sources.grammar_words import PARTICIPLE_LEADS
from figures.extract.sources.names import bare, head_of, is_person
from figures.extract.sources.quotations import Quotations
from figures.extract.sources.reporting_checks import (
    as_told,
    by_follows,
    ends_here,
    follows_aside,
    governs,
    is_verb,
    looked_for,
    next_word,
)
from figures.extract.sources.reporting_words import ALSO_NOUNS, EXPECTING, SAYINGS, VERBS
from figures.extract.sources.source_words import GROUPS, RELEASED
from figures.extract.sources.speakers import speaker_after
from figures.extract.sources.subjects import Subject, subject_before
from figures.extract.sources.wording import according, citing, per, quoted, saying
from figures.extract.sources.words import cut
from seeds.patterns import Later

#: Without one of these words a text has no reporting clause.
CUES = frozenset(VERBS) | SAYINGS | frozenset(("according", "citing", "quoting", "quoted", "per"))
_AGENT = Later(
    r"(?:(?:\s+(?:on|in|late|last|this|earlier|previously|\w+ly|\w+day|week|month|year|[A-Z]\w+)){0,3}"
    r"|\s+at(?:\s+(?!by\b)[^\s,;:]+){1,4})\s+by\s+(?!(?:\d|about|around|more|nearly|almost|at|as)\b)"
)
_JUST_BY = Later(r"\s+by\s+(?!\d)")
#: What stands behind the speaker and is still said: "150 lorries came, said a guard, including four with fuel".
_PARTS = (", including ", ", among them ", ", of which ", ", of whom ")
_BEFORE_ASIDES = frozenset((",", "-", "–", "—", '"', "'", "as", ")"))
_ENDS_INVERTED = frozenset(
    (",", ".", "", ";", ":", "in", "on", "at", "after", "during", "as", "of", "-", "–", "—", '"')
)
_OUTLET = Later(r"\s+(?:on|via|to)\s+(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)[A-Z]")
#: "told 300 pilgrims": they listen.
_ADDRESSED = Later(r"\s+(?:(?:about|some|nearly|almost|around|over|up to|more than|a crowd of)\s+)?\d[\d,.]*\s+\w+")
#: How far before its subject a figure may stand that analysts had forecast.
_NEAR = 40


def clauses(view: str, sentence: Sentence, quotes: Quotations) -> tuple[Clause, ...]:
    """Find the reporting clauses of a sentence of the view, or of a part of one, in text order."""
    cues = CUES & sentence.noted
    if not cues:
        return ()
    reader = Reader(view, sentence.start, sentence.end, quotes)
    for at, word in _places(sentence, cues):
        if at < reader.done:
            continue
        stop = at + len(word)
        if word == "according":
            according(reader, at, stop)
        elif word == "per":
            per(reader, at, stop)
        elif word in ("citing", "quoting"):
            citing(reader, at, stop)
        elif word == "quoted":
            quoted(reader, at, stop)
        elif not (word in VERBS and _verb(reader, at, stop, word)) and word in SAYINGS:
            saying(reader, at, stop, word)
    return tuple(reader.found)


def _places(sentence: Sentence, cues: frozenset[str]) -> list[tuple[int, str]]:
    """Give where the cues stand in the view as words of their own, in order."""
    text, start = sentence.text, sentence.start
    found: list[tuple[int, str]] = []
    parted: dict[int, dict[int, str]] = {}
    for cue in cues:
        for at in sentence.places(cue):
            left, right = text.rfind(" ", 0, at) + 1, text.find(" ", at)
            piece = text[left : right if right >= 0 else len(text)]
            behind = piece[len(cue) :]
            if left != at or (behind and behind not in _ENDING):  # "said-by" is one word, "report's" another
                if left not in parted:
                    parts, offsets = cut(piece, left)
                    parted[left] = dict(zip(offsets, parts, strict=True))
                if len(parted[left].get(at, "")) != len(cue):
                    continue
            found.append((start + at, cue))
    return sorted(found) if len(found) > 1 else found


#: A single one of these behind a cue is no part of it.
_ENDING = frozenset(",.;:")


def _verb(reader: Reader, at: int, stop: int, word: str) -> bool:
    """Read the clause of a verb; False if the word is no verb here."""
    subject = subject_before(reader.words, reader.floor(at), at)
    if word in ALSO_NOUNS and not is_verb(word, subject, next_word(reader, stop)):
        return False
    if subject.negated:
        return True
    ing = word.endswith("ing")
    past = not ing and not (word.endswith("s") or word in ALSO_NOUNS)
    if subject.passive and not ing:
        _passive(reader, at, stop, subject, _AGENT)
    elif past and VERBS[word] != "say" and by_follows(reader, stop):
        _passive(reader, at, stop, subject, _JUST_BY)
    elif not _inverted(reader, at, stop, word, subject):
        _active(reader, at, stop, word, subject)
    return True


def _passive(reader: Reader, at: int, stop: int, subject: Subject, pattern: Later) -> bool:
    """Read "was put by the ministry at", "deaths reported by police": who did the saying comes after "by"."""
    by = pattern.match(reader.view, stop, reader.limit(stop))
    if by is None:
        return False
    phrase, end, ends_with = speaker_after(reader.words, by.end(), reader.high)
    name = reader.named(phrase, can_speak=False)
    if name is None or (ends_with == "to" and not subject.passive):
        return False
    back = subject.outer if subject.passive else max(reader.begin(at), at - 100)
    reader.found.append(
        Clause(
            by.end(), subject.verb_from, end, reader.end(at), back, name, inside=reader.inside(at), main=False,
            worded=stop,
        )
    )  # fmt: skip
    reader.done = max(reader.done, end)
    return True


def _inverted(reader: Reader, at: int, stop: int, word: str, subject: Subject) -> bool:
    """Read "said Jane Doe" after quoted words or a comma."""
    attached = reader.attached(at)
    if VERBS[word] == "plan" or not (attached is not None or subject.after_comma) or word.endswith("ing"):
        return False
    if word.startswith(("told", "tell")) or _OUTLET.match(reader.view, stop, reader.limit(stop)):
        return False  # who is told, and where it was written, is no source
    phrase, end, ends_with = speaker_after(reader.words, min(stop + 1, reader.high), reader.high)
    closes = ends_with in (".", "")
    if attached is None and not closes and subject.how == "noun" and reader.named(subject.phrase, can_speak=False):
        return False
    if ends_with not in _ENDS_INVERTED and ends_with not in RELEASED:
        return False
    name = reader.named(phrase, can_speak=attached is not None)
    pronoun = phrase[0].low if len(phrase) == 1 and phrase[0].low in ("he", "she", "they") else None
    if (name is None and pronoun is None) or (attached is None and VERBS[word] not in ("say", "report", "that")):
        return False
    goes_on = reader.view.startswith(_PARTS, end)
    reader.found.append(
        Clause(
            at,
            at,
            end,
            reader.end(at) if goes_on else end,
            reader.begin(at),
            name,
            pronoun,
            quoted=attached,
            inside=reader.inside(at),
            worded=stop,
        )
    )
    reader.done = max(reader.done, end)
    return True


def _active(reader: Reader, at: int, stop: int, word: str, subject: Subject) -> None:
    kind = VERBS[word]
    name, pronoun = _who(reader, at, word, subject)
    if name is None and pronoun is None:
        return
    outer = subject.outer if subject.how in ("noun", "pronoun") else at
    attached = reader.attached(outer)
    near = attached is None and looked_for(reader, stop, word, subject)
    backward = (
        attached is not None
        or near
        or ((subject.before in _BEFORE_ASIDES or follows_aside(reader, outer)) and ends_here(reader, stop, word))
    )
    if not backward and not governs(reader, stop, word, kind, subject):
        return
    if kind in ("quote", "plan") and not near and attached is None and backward:
        return
    reach = reader.end(at)
    if attached is not None:
        reach = stop
    elif subject.relative or subject.before in ("which", "whom", "who", "whose") or reader.after_subordinator(outer):
        reach = reach if as_told(reader, outer, stop) else min(reach, reader.next_comma(stop))
    if kind == "plan":
        semicolon = reader.view.find(";", stop, reach)
        reach = reach if semicolon < 0 else semicolon
    addressed = _ADDRESSED.match(reader.view, stop, reader.limit(stop)) if word.startswith("t") else None
    back = reader.begin(at) if backward else outer
    told = (
        outer,
        subject.verb_from,
        addressed.end() if addressed else stop,
        reach,
        max(back, outer - _NEAR) if near else back,
        name,
        pronoun,
        None,  # via
        attached,
        reader.inside(at),
        kind == "put",
        not near and (kind == "plan" or word in EXPECTING),
        near,
        False,  # blocks
        False,  # citing
        not subject.relative,
        0,  # worded
    )
    reader.found.append(made(Clause, told))


def _who(reader: Reader, at: int, word: str, subject: Subject) -> tuple[str | None, str | None]:
    """Give the name, or the pronoun, of an active verb's subject."""
    kind = VERBS[word]
    if subject.how == "pronoun":
        return None, subject.phrase[0].low
    if subject.how == "elided":
        leads = not word.endswith("ing") or subject.after_comma or subject.before in PARTICIPLE_LEADS
        return reader.earlier(at) if leads and (kind != "plan") else (None, None)
    if subject.how != "noun" or (word.endswith("ing") and not subject.passive and not _participle(subject)):
        return None, None
    name = reader.named(subject.phrase, can_speak=kind in ("say", "quote"))
    if name is None:
        return None, reader.record(subject.phrase)
    if kind == "record" and (is_person(name) and bare(head_of(subject.phrase).low) not in GROUPS):
        return None, None
    return name, None


def _participle(subject: Subject) -> bool:
    return subject.before in ("with", ",", "") or subject.phrase[0].low in GROUPS
