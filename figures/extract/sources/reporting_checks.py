"""Whether a verb reports, and which side of it: what its subject and the words behind it tell."""

from figures.extract.sources.clauses import Reader
from figures.extract.sources.names import bare, head_of
from figures.extract.sources.reporting_words import AFTER_NOUNS, LOOKED_FOR, NEED_THAT, NEED_TO
from figures.extract.sources.source_words import GROUPS, PLURALS, RECORDS
from figures.extract.sources.subjects import Subject
from seeds.patterns import Later

_ALPHA = Later("[A-Za-z]+")
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
_OF_NUMBER = Later(r"\s+of\s+(?:[a-z]+\s+){0,3}[\"'$£€]{0,2}(?:[a-z]+\s+){0,2}\d")
_OF_WHAT = Later(
    r"[^,;.]{1,60}?\sof\s+"
    r"(?:(?:killing|wounding|injuring|detaining|arresting|holding|abducting|displacing|stealing|looting|embezzling|"
    r"diverting|wasting|spending|owing|taking|losing|firing|launching|sitting\son)\s(?:[\w'-]+\s){0,3}?[\"']?)?(?:(?:more|over|about|at|some|nearly|least|than|up|to)\s+){0,3}[$£€]?\d"
)
_TO_OR_NUMBER = Later(r"\s+(?:to\b|[\d$£€])")
#: "Patients may claim $400": they ask for it.
_MAY = Later(r"\b(?:can|could|may|might|will|would)\b")
_FOR_NUMBER = Later(r"\s+(?:\w+\s+){0,3}for\b")
_OUT = Later(r"\s+(?:out|to)\b")


def next_word(reader: Reader, at: int) -> str:
    """Give the word or the sign that follows; "" where none does."""
    following = _NEXT.match(reader.view, at, reader.limit(at))
    return following.group(1) if following else ""


def by_follows(reader: Reader, at: int) -> bool:
    """See whether "by" follows; of most words one sign tells that it does not."""
    sign = reader.view[at + 1 : at + 2]
    return (sign == "b" or sign.isspace()) and next_word(reader, at) == "by"


def is_verb(word: str, subject: Subject, following: str) -> bool:
    """Tell "officials estimate", "the bank forecasts growth" from "an official estimate of", "forecasts by it"."""
    if subject.how == "pronoun":
        return True
    if following.lower() in AFTER_NOUNS:
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


def as_told(reader: Reader, outer: int, stop: int) -> bool:
    """See whether "As the ministry reported," opens the piece: then all of it is reported."""
    return outer - reader.low < 12 and reader.view.startswith(("As ", "as "), reader.low) and reader.view[stop] == ","


def follows_aside(reader: Reader, outer: int) -> bool:
    """See whether a comma or a dash stands just before the subject that begins at `outer`."""
    return (
        reader.view[reader.low : outer].rstrip()[-1:] in (",", "-", "–", "—")
        if outer - reader.low < 400
        else (reader.view[max(reader.low, outer - 4) : outer].rstrip()[-1:] in (",", "-", "–", "—"))
    )


def governs(reader: Reader, stop: int, word: str, kind: str, subject: Subject) -> bool:
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


def looked_for(reader: Reader, stop: int, word: str, subject: Subject) -> bool:
    """See whether a clause like "than the 3% analysts had forecast" stands close behind its number."""
    if word not in LOOKED_FOR:
        return False
    numbered = subject.before in ("%", "percent", "cent") or subject.before[-1:].isdigit()
    return numbered and ends_here(reader, stop, word)


def ends_here(reader: Reader, stop: int, word: str) -> bool:
    """See whether a clause like ", X said on Monday" ends after its verb."""
    view, limit = reader.view, reader.limit(stop)
    return _TAIL.match(view, stop, limit) is not None or (
        word.startswith("t") and _TOLD.match(view, stop, limit) is not None
    )
