"""The reporting clauses of a sentence: who says something there, and for which part of the sentence."""

from figures.extract.draft import made
from figures.extract.sentence import Sentence
from figures.extract.sources.clauses import Clause, Reader
from figures.extract.sources.grammar_words import PARTICIPLE_LEADS
from figures.extract.sources.names import bare, head_of, is_person
from figures.extract.sources.quotations import Quotations
from figures.extract.sources.reporting_words import (
    AFTER_NOUNS,
    ALSO_NOUNS,
    EXPECTING,
    LOOKED_FOR,
    NEED_THAT,
    NEED_TO,
    SAYINGS,
    VERBS,
)
from figures.extract.sources.source_words import GROUPS, PLURALS, RECORDS, RELEASED
from figures.extract.sources.speakers import speaker_after
from figures.extract.sources.subjects import Subject, subject_before
from figures.extract.sources.wording import according, citing, per, quoted, saying
from figures.extract.sources.words import cut
from seeds.patterns import Later

_ALPHA = Later("[A-Za-z]+")
#: Without one of these words a text has no reporting clause.
CUES = frozenset(VERBS) | SAYINGS | frozenset(("according", "citing", "quoting", "quoted", "per"))
_AGENT = Later(
    r"(?:(?:\s+(?:on|in|late|last|this|earlier|previously|\w+ly|\w+day|week|month|year|[A-Z]\w+)){0,3}"
    r"|\s+at(?:\s+(?!by\b)[^\s,;:]+){1,4})\s+by\s+(?!(?:\d|about|around|more|nearly|almost|at|as)\b)"
)
_JUST_BY = Later(r"\s+by\s+(?!\d)")
_NEXT = Later(r"\s*([\w']+|\S)")
_THAT = Later(r"(?:,?\s+[^\s\"',;]+){0,6}?,?\s+(?:that|how)\b")
_WORDS_QUOTED = Later(r"[^\".;]{0,60}?[:,]?\s*(?<!\w)[\"'](?=\w)|:")
_OBJECT = Later(
    r"\s+(?:it|he|she|they|there|we|the|a|an|its|their|[A-Z]\w*|up|about|around|more|some|between|nearly|almost)\b|"
    r"\s+(?:(?:at\s+least|as\s+many\s+as|over)\s+)?\d"
)
_LIVES = Later(r"(?:\s+[\w,.-]+){0,7}?\s+(?:lives?|victims?|responsibility|titles?|medals?|wins?|victory)\b")
#: What may follow ", X said" up to the next sign: when, where and to whom.
_TAIL = Later(
    r"(?:\s+(?:here|there|on|in|at|to|during|late|early|earlier|this|last|yesterday|today|tonight|via|through|after|by|of|from|"
    r"while|when|as|with|reporters|[A-Z]\w*day)(?:\s+(?!that\b)[^\s,;:\"\d]+){0,12}?(?:\s+\d{1,4}(?:\s+[A-Z]\w+(?:\s+\d{4})?)?)?)?"
    r"\s*(?:[,;\")]|--|[—–]|[.!?]?\s*\Z|[.!?](?=\s))"
)
_TOLD = Later(r"(?:\s+[^\s,;:\"\d]+){1,8}?\s*(?:[,;\"]|[—–]|[.!?]?\s*\Z)")
#: What stands behind the speaker and is still said: "150 lorries came, said a guard, including four with fuel".
_PARTS = (", including ", ", among them ", ", of which ", ", of whom ")
_BEFORE_ASIDES = frozenset((",", "-", "–", "—", '"', "'", "as", ")"))
_ENDS_INVERTED = frozenset(
    (",", ".", "", ";", ":", "in", "on", "at", "after", "during", "as", "of", "-", "–", "—", '"')
)
_OUTLET = Later(r"\s+(?:on|via|to)\s+(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)[A-Z]")
_OF_NUMBER = Later(r"\s+of\s+(?:[a-z]+\s+){0,3}[\"'$£€]{0,2}(?:[a-z]+\s+){0,2}\d")
_OF_WHAT = Later(
    r"[^,;.]{1,60}?\sof\s+"
    r"(?:(?:killing|wounding|injuring|detaining|arresting|holding|abducting|displacing|stealing|looting|embezzling|"
    r"diverting|wasting|spending|owing|taking|losing|firing|launching|sitting\son)\s(?:[\w'-]+\s){0,3}?[\"']?)?(?:(?:more|over|about|at|some|nearly|least|than|up|to)\s+){0,3}[$£€]?\d"
)
_TO_OR_NUMBER = Later(r"\s+(?:to\b|[\d$£€])")
#: "told 300 pilgrims": they listen.
_ADDRESSED = Later(r"\s+(?:(?:about|some|nearly|almost|around|over|up to|more than|a crowd of)\s+)?\d[\d,.]*\s+\w+")
#: How far before its subject a figure may stand that analysts had forecast.
_NEAR = 40
#: "Patients may claim $400": they ask for it.
_MAY = Later(r"\b(?:can|could|may|might|will|would)\b")
_FOR_NUMBER = Later(r"\s+(?:\w+\s+){0,3}for\b")
_OUT = Later(r"\s+(?:out|to)\b")


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
    if word in ALSO_NOUNS and not _is_verb(word, subject, _next_word(reader, stop)):
        return False
    if subject.negated:
        return True
    ing = word.endswith("ing")
    past = not ing and not (word.endswith("s") or word in ALSO_NOUNS)
    if subject.passive and not ing:
        _passive(reader, at, stop, subject, _AGENT)
    elif past and VERBS[word] != "say" and _by_follows(reader, stop):
        _passive(reader, at, stop, subject, _JUST_BY)
    elif not _inverted(reader, at, stop, word, subject):
        _active(reader, at, stop, word, subject)
    return True


def _next_word(reader: Reader, at: int) -> str:
    """Give the word or the sign that follows; "" where none does."""
    following = _NEXT.match(reader.view, at, reader.limit(at))
    return following.group(1) if following else ""


def _by_follows(reader: Reader, at: int) -> bool:
    """See whether "by" follows; of most words one sign tells that it does not."""
    sign = reader.view[at + 1 : at + 2]
    return (sign == "b" or sign.isspace()) and _next_word(reader, at) == "by"


def _is_verb(word: str, subject: Subject, next_word: str) -> bool:
    """Tell "officials estimate", "the bank forecasts growth" from "an official estimate of", "forecasts by it"."""
    if subject.how == "pronoun":
        return True
    if next_word.lower() in AFTER_NOUNS:
        return False
    if subject.how != "noun":
        return subject.how == "elided" and word.endswith("ing")
    last = subject.phrase[-1]
    if last.low.endswith(("'s", "s'")):
        return False
    plural = any(word.low.endswith("s") or word.low in PLURALS for word in (last, head_of(subject.phrase)))
    known = bare(last.low) in GROUPS or bare(last.low) in RECORDS or last.capital
    if word.endswith("s"):
        return known and not (plural and not last.capital and last.low != "data")
    return word.endswith("ing") or (known and (plural or any(part.low == "and" for part in subject.phrase)))


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
    near = attached is None and _looked_for(reader, stop, word, subject)
    backward = (
        attached is not None
        or near
        or ((subject.before in _BEFORE_ASIDES or _follows_aside(reader, outer)) and _ends_here(reader, stop, word))
    )
    if not backward and not _governs(reader, stop, word, kind, subject):
        return
    if kind in ("quote", "plan") and not near and attached is None and backward:
        return
    reach = reader.end(at)
    if attached is not None:
        reach = stop
    elif subject.relative or subject.before in ("which", "whom", "who", "whose") or reader.after_subordinator(outer):
        reach = reach if _as_told(reader, outer, stop) else min(reach, reader.next_comma(stop))
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


def _as_told(reader: Reader, outer: int, stop: int) -> bool:
    """See whether "As the ministry reported," opens the piece: then all of it is reported."""
    return outer - reader.low < 12 and reader.view.startswith(("As ", "as "), reader.low) and reader.view[stop] == ","


def _follows_aside(reader: Reader, outer: int) -> bool:
    return (
        reader.view[reader.low : outer].rstrip()[-1:] in (",", "-", "–", "—")
        if outer - reader.low < 400
        else (reader.view[max(reader.low, outer - 4) : outer].rstrip()[-1:] in (",", "-", "–", "—"))
    )


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


def _governs(reader: Reader, stop: int, word: str, kind: str, subject: Subject) -> bool:
    """See whether what follows the verb is what is said."""
    view, limit = reader.view, reader.limit(stop)
    if word.startswith("claim"):
        if _LIVES.match(view, stop, limit) or (word == "claim" and _MAY.search(view, subject.verb_from, stop)):
            return False
    elif word.startswith("appeal"):
        return _FOR_NUMBER.match(view, stop, limit) is not None
    if word.startswith("point"):
        return _OUT.match(view, stop, limit) is not None
    if word.startswith("accus"):  # "accuses the army of 1,925 breaches", not "of ignoring warnings"
        return _OF_WHAT.match(view, stop, limit) is not None
    if word.startswith("spo"):  # "spoke of 300 victims"
        return _OF_NUMBER.match(view, stop, limit) is not None
    if word in NEED_TO:
        return _TO_OR_NUMBER.match(view, stop, limit) is not None
    if subject.phrase and (bare(head_of(subject.phrase).low) in RECORDS or _releases(reader, subject)):
        return True
    if kind == "quote":
        return _WORDS_QUOTED.match(view, stop, limit) is not None or _THAT.match(view, stop, limit) is not None
    if kind not in ("that", "show"):
        return True
    if _THAT.match(view, stop, limit) or _WORDS_QUOTED.match(view, stop, limit):
        return True
    return word not in NEED_THAT and _OBJECT.match(view, stop, limit) is not None


def _releases(reader: Reader, subject: Subject) -> bool:
    """See whether the subject is who released data: "figures released on Monday by the ministry show"."""
    if subject.before not in ("by", "from"):
        return False
    before = _ALPHA.findall(reader.view[max(reader.low, subject.outer - 80) : subject.outer].lower())
    return not RECORDS.isdisjoint(before)


def _looked_for(reader: Reader, stop: int, word: str, subject: Subject) -> bool:
    """See whether a clause like "than the 3% analysts had forecast" stands close behind its number."""
    if word not in LOOKED_FOR:
        return False
    numbered = subject.before in ("%", "percent", "cent") or subject.before[-1:].isdigit()
    return numbered and _ends_here(reader, stop, word)


def _ends_here(reader: Reader, stop: int, word: str) -> bool:
    """See whether a clause like ", X said on Monday" ends after its verb."""
    view, limit = reader.view, reader.limit(stop)
    return _TAIL.match(view, stop, limit) is not None or (
        word.startswith("t") and _TOLD.match(view, stop, limit) is not None
    )
