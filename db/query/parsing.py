"""Reading a query: text to terms, or one line that says what is wrong and where."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from db.query.keys import BY_NAME
from db.query.model import Comparison, Field, Query, QueryError, Term, Words
from db.query.numbers import amount
from seeds.patterns import Later
from seeds.visible import visible

#: The longest query, in characters, and the most terms: more is a text that was pasted by mistake.
LONGEST, MOST_TERMS = 1000, 50

_SIGNS = {">=": ">=", "≥": ">=", ">": ">", "<=": "<=", "≤": "<=", "<": "<", "=": "="}
_SIGN = Later("|".join(_SIGNS))
_KEY = Later(r"([A-Za-z_]+):")
_SPACE = Later(r"\s*")
_TO_SPACE = Later(r"\S+")
#: A word ends at a quotation mark, one of several values at what parts them too.
_WORD = Later(r'[^\s"]+')
_VALUE = Later(r'[^\s",|]+')
_CURLY = str.maketrans("“”„", '"""')


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a query: what it says, where it stands, and whether it was quoted."""

    text: str
    start: int
    end: int
    quoted: bool


def parse(text: str) -> Query:
    """Read a query; an empty one has no terms. Raises QueryError."""
    text = text.translate(_CURLY)
    if len(text) > LONGEST:
        raise QueryError(f"the query is too long: {len(text):,} characters, at most {LONGEST:,}", LONGEST, len(text))
    terms = tuple(_terms(text))
    if len(terms) > MOST_TERMS:
        raise QueryError(f"the query has too many terms: {len(terms)}, at most {MOST_TERMS}", 0, len(text))
    return Query(terms)


def _terms(text: str) -> Iterator[Term]:
    at = _skip(text, 0)
    while at < len(text):
        negated = text[at] == "-"
        if negated:
            at += 1
            if at == len(text) or text[at].isspace():
                raise QueryError("nothing stands behind the minus: put it right before a term", at - 1, at)
        term, at = _term(text, at, negated)
        yield term
        at = _skip(text, at)


def _term(text: str, at: int, negated: bool) -> tuple[Term, int]:
    sign = _SIGN.match(text, at)
    if sign is not None:
        return _comparison(text, at, sign[0], negated)
    key = _KEY.match(text, at)
    if key is not None:
        return _field(text, at, key[1].lower(), key.end(), negated)
    piece = _piece(text, at, _WORD)
    return _words(piece, negated), piece.end


def _comparison(text: str, at: int, sign: str, negated: bool) -> tuple[Term, int]:
    start = at + len(sign)
    found = _TO_SPACE.match(text, start)
    if found is None:
        raise QueryError(f"no number behind {sign}: give one right after it, as in {sign}5000", at, start)
    read = amount(found[0])
    if read is None:
        raise QueryError(
            f"{_quoted(found[0])} is no number: give one as in {sign}5000, {sign}1.5m or {sign}2%", start, found.end()
        )
    return Comparison(_SIGNS[sign], read.number, read.kind, read.unit, negated), found.end()


def _field(text: str, start: int, name: str, at: int, negated: bool) -> tuple[Term, int]:
    key = BY_NAME.get(name)
    if key is None:
        hint = _meant(name, BY_NAME)
        raise QueryError(
            f"no key {_quoted(name)}{hint}: keys are {', '.join(BY_NAME)}; to search for the word, quote it", start, at
        )
    known = [value for value, _ in key.values]
    what = f"one of {', '.join(known)}" if known else "a word, or several in quotation marks"
    values: list[str] = []
    while True:
        if at == len(text) or text[at].isspace() or text[at] in ",|":
            raise QueryError(f"{name}: needs {'a' if not values else 'another'} value here: {what}", at - 1, at)
        piece = _piece(text, at, _VALUE)
        value = piece.text.casefold() if known else piece.text
        if known and value not in known:
            raise QueryError(f"no {name} {_quoted(piece.text)}{_meant(value, known)}: {what}", piece.start, piece.end)
        if not value.strip():
            raise QueryError(f"{name}: needs a value here: {what}", piece.start, piece.end)
        values.append(value)
        at = piece.end
        if at == len(text) or text[at] not in ",|":
            return Field(name, tuple(values), negated), at
        at += 1


def _words(piece: Piece, negated: bool) -> Words:
    text = piece.text
    begins = text.endswith("*") and not piece.quoted
    if not any(character.isalnum() for character in text):
        raise QueryError(f"nothing to search for in {_quoted(text)}: give words or a key", piece.start, piece.end)
    return Words(text, exact=piece.quoted, begins=begins, negated=negated)


def _piece(text: str, at: int, plain: Later) -> Piece:
    """Read what was quoted, or up to where something plain ends."""
    if text[at] == '"':
        end = text.find('"', at + 1)
        if end < 0:
            raise QueryError("this quotation mark has no second one: put one at the end", at, len(text))
        return Piece(text[at + 1 : end], at, end + 1, quoted=True)
    found = plain.match(text, at)
    assert found is not None  # the caller has seen that something else stands here
    return Piece(found[0], at, found.end(), quoted=False)


def _skip(text: str, at: int) -> int:
    found = _SPACE.match(text, at)
    return found.end() if found else at


def _meant(word: str, known: Iterable[str]) -> str:
    from difflib import get_close_matches

    close = get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f" (did you mean {close[0]}?)" if close else ""


def _quoted(text: str) -> str:
    shown = visible(text)
    return f'"{shown if len(shown) <= 40 else shown[:40] + "…"}"'
