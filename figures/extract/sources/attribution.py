"""Who says a figure, as the text names them, and the wording that hedges it."""

from bisect import bisect_left, bisect_right
from operator import itemgetter
from typing import NamedTuple

from figures.extract.draft import made
from figures.extract.sources.antecedents import may_speak, resolve
from figures.extract.sources.clauses import Clause, opening
from figures.extract.sources.hedges import ALL_HEDGING, hedge_words
from figures.extract.sources.names import bare, denotes, is_person, name_in
from figures.extract.sources.source_words import GROUPS, ORG_WORDS, RECORDS
from figures.extract.sources.speakers import speaker_after
from figures.extract.sources.voices import PART, Voices, voices
from figures.extract.sources.words import Words
from seeds.patterns import Later

__all__ = ["Attribution", "Voices", "attribute", "voices"]

#: Between a verb of putting and its figure: "put the toll at".
#: It begins with a class, for which `re` looks quickly.
_AT = Later(r"[at](?<!\w.)(?:(?<=a)t|(?<=t)o|(?<=a)s\s+\w+\s+as)\b(?:(?!,\s+(?:and|but|while)\b)[^.;:]){0,80}\Z")
#: Here a second statement begins, which a clause after it may claim for itself.
_NEW_STATEMENT = Later(r";|,\s+(?:while|but|whereas|although|though)\b")
_JOINED = Later(r";|,\s+(?:and|while|but|whereas|although|though)\b")
#: How many clauses either side of a figure are asked, and how many quotations back one speaker may go on.
_NEAREST = 12
_QUOTES_BACK = 8
#: How far from its verb quoted words may begin: `said on Tuesday: "`.
_NEAR = 60
#: A headline is no longer than this. Its source after its news: "24 dead: officials".
_HEADLINE = 200
_AFTER_NEWS = Later(r"\s*(?::|[–—]|\s-)\s+(?=[^:–—\n]{2,60}\Z)")

_START = itemgetter(Clause._fields.index("start"))

Said = tuple[str | None, Clause | None]


class Attribution(NamedTuple):
    """`name`: the source as named in the text, None where nobody is; `hedge`: the wording, parts joined by " … "."""

    name: str | None
    hedge: str | None


def attribute(voices: Voices, index: int, figure: tuple[int, int]) -> Attribution:
    """Say who answers for the figure at the span `figure` of sentence number `index`."""
    start, end = voices.sentences[index]
    part = voices.part(index, figure[0])
    said: Said = (None, None)
    number = voices.quotes.at(figure[0])
    if number is not None:
        said = _speaker(voices, number)
        if said[0] is None:
            said = _governing(voices, index, part.clauses, figure, number)
    if said[0] is None:
        said = _governing(voices, index, part.clauses, figure, None)
    if said[0] is None and said[1] is None:
        said = _announced(voices, index) or _headline(voices, index, figure), None
    name, clause = said
    if clause is not None and not start <= clause.start < end:
        clause = None
    hedge: str | None = None
    if clause is not None or part.hedging:
        hedging = part.hedging if end - start <= PART else ALL_HEDGING
        hedge = hedge_words(voices.view, (start, end), figure, clause, hedging)
    return made(Attribution, (name, hedge))


def _governing(
    voices: Voices, index: int, found: tuple[Clause, ...], figure: tuple[int, int], inside: int | None
) -> Said:
    """Find the clause of the sentence that answers for the figure: the innermost before it, else the next after it."""
    if not found:
        return None, None
    near = _after(voices, index, found, figure, inside, near=True)
    if near[0] is not None:
        return near
    before, blocked = _before(voices, index, found, figure, inside)
    after: Said = (None, None)
    if before[1] is None or before[1].weak or _NEW_STATEMENT.search(voices.view, before[1].verb_end, figure[0]):
        after = _after(voices, index, found, figure, inside)
    said = after if after[0] is not None else before
    said = _with_citation(found, figure, inside, said)
    return said if said[0] is not None else (None, blocked)


def _before(
    voices: Voices, index: int, found: tuple[Clause, ...], figure: tuple[int, int], inside: int | None
) -> tuple[Said, Clause | None]:
    weak: Said = (None, None)
    # Where data of nobody's begin to speak: "the party says 44, but exit polls suggest".
    barrier: int | None = None
    last = int(found[0].start <= figure[0]) if len(found) == 1 else bisect_right(found, figure[0], key=_START)
    for clause in reversed(found[last - _NEAREST if last > _NEAREST else 0 : last]):
        if clause.inside != inside or clause.citing or not clause.verb_end <= figure[0] < clause.reach:
            continue
        if clause.needs_at and not _AT.search(voices.view, clause.verb_end, min(figure[0], clause.verb_end + 160)):
            continue
        if clause.blocks:
            return (None, None), clause
        if barrier is not None and _NEW_STATEMENT.search(voices.view, clause.verb_end, barrier):
            return weak, None
        name = resolve(voices, index, clause)
        if name is None:
            barrier = clause.start if clause.pronoun in RECORDS else barrier
            continue
        if not clause.weak:
            own = weak[1] is not None and _JOINED.search(voices.view, clause.verb_end, weak[1].start)
            return (weak if own else (name, clause)), None
        if weak[0] is None:
            weak = name, clause
    return weak, None


def _after(
    voices: Voices, index: int, found: tuple[Clause, ...], figure: tuple[int, int], inside: int | None,
    *, near: bool = False,
) -> Said:  # fmt: skip
    first = int(found[0].start < figure[1]) if len(found) == 1 else bisect_left(found, figure[1], key=_START)
    for clause in found[first : first + _NEAREST]:
        if clause.inside == inside and not clause.citing and clause.near == near and clause.back <= figure[0]:
            name = resolve(voices, index, clause)
            if name is not None:
                return name, clause
    return None, None


def _with_citation(found: tuple[Clause, ...], figure: tuple[int, int], inside: int | None, said: Said) -> Said:
    """Add who quotes whom: "Reuters reported, citing officials" is officials, quoted by Reuters."""
    name, clause = said
    via = clause.via if clause is not None else None
    for cited in found:
        if cited.citing and cited.inside == inside and cited.back <= figure[0] < cited.reach:
            name, via = cited.name, name
            clause = clause or cited
    return (f"{name}, quoted by {via}" if name and via and via not in name else name), clause


def _speaker(voices: Voices, number: int) -> Said:
    """Find who speaks the quoted words: named beside them, or going on from the quotation before."""
    said = _own_speaker(voices, number)
    if said[0] is not None:
        return said
    quotes, ahead = voices.quotes, number
    while quotes.torn[ahead] and ahead + 1 < len(quotes.starts) and ahead - number < _QUOTES_BACK:
        ahead += 1
        said = _own_speaker(voices, ahead)
        if said[0] is not None:
            return said
    back = number
    while back and number - back < _QUOTES_BACK and _goes_on(voices, back - 1, back):
        back -= 1
        said = _own_speaker(voices, back)
        if said[0] is not None:
            return said
    said = _introduced(voices, back)
    if said[0] is not None:
        return said
    if number + 1 < len(quotes.starts) and not voices.view[quotes.ends[number] : quotes.starts[number + 1]].strip():
        return _own_speaker(voices, number + 1)
    return None, None


def _own_speaker(voices: Voices, number: int) -> Said:
    """Find the speaker named in the sentences of the quotation itself, outside it; remembered."""
    known = voices.speakers.get(number)
    if known is None:
        known = voices.speakers[number] = _beside(voices, number)
    return known


def _beside(voices: Voices, number: int) -> Said:
    start, end = voices.quotes.starts[number], voices.quotes.ends[number]
    last = voices.sentence_at(end - 1)
    for index in range(last, min(last + 2, len(voices.sentences))):
        for clause in voices.clauses(index, end):
            if clause.quoted == number:
                name = resolve(voices, index, clause)
                if name is not None:
                    return _quoting(name, clause), clause
    index = voices.sentence_at(start)
    sentence = voices.sentences[index]
    for clause in reversed(voices.clauses(index, start)):
        near = clause.reach > start or start - clause.verb_end <= _NEAR
        if clause.inside is None and clause.verb_end <= start and near and not clause.weak:
            name = resolve(voices, index, clause)
            if name is not None:
                return _quoting(name, clause), clause
    after = _after(voices, last, voices.clauses(last, end), (max(start, voices.sentences[last][0]), end), None)
    if after[0] is None and voices.view[sentence[0] : start].rstrip().endswith(":"):
        return opening(voices.view, sentence[0], start, sentence[0]), None
    return after


def _quoting(name: str, clause: Clause) -> str:
    return f"{name}, quoted by {clause.via}" if clause.via and clause.via not in name else name


def _goes_on(voices: Voices, earlier: int, later: int) -> bool:
    """See whether a quotation follows another in the next sentence, beginning it, or is its next paragraph."""
    quotes = voices.quotes
    if quotes.torn[earlier]:
        return True
    index = voices.sentence_at(quotes.starts[later])
    first = voices.sentence_at(quotes.ends[earlier] - 1)
    return index - first <= 1 and quotes.starts[later] == voices.sentences[index][0]


def _introduced(voices: Voices, number: int) -> Said:
    """Find the person whom the sentence before is about, if the quotation begins the next one of its paragraph."""
    start = voices.quotes.starts[number]
    index = voices.sentence_at(start)
    if not index or voices.sentences[index][0] != start:
        return None, None
    before = voices.sentences[index - 1]
    if voices.view.find("\n", before[1], start) >= 0 or voices.quotes.at(before[1] - 1) is not None:
        return None, None
    for clause in reversed(voices.last_clauses(index - 1)):
        name = resolve(voices, index - 1, clause) if clause.main else None
        if name is not None:
            return (name, clause) if is_person(name) else (None, None)
    name = voices.opening(index - 1)
    if name is None or not is_person(name) or not may_speak(voices, name, person=True):
        return None, None
    return name, None


def _announced(voices: Voices, index: int) -> str | None:
    """Give who says what stands behind the colon of the sentence before: "The army reports:", "Police said:"."""
    if not index or voices.view[voices.sentences[index - 1][1] - 1] != ":":
        return None
    end = voices.sentences[index - 1][1]
    clauses = voices.last_clauses(index - 1)
    clause = clauses[-1] if clauses else None
    if clause is None or clause.weak or clause.blocks or clause.quoted is not None or end - clause.verb_end > _NEAR:
        return None
    return resolve(voices, index - 1, clause)


def _headline(voices: Voices, index: int, figure: tuple[int, int]) -> str | None:
    """Give the source at either end of a headline: "24 dead after blast: officials", "Police: 3 held in raid"."""
    view, (start, end) = voices.view, voices.sentences[index]
    if end - start > _HEADLINE or view[end - 1] in ".!?\"'":
        return None
    after = _AFTER_NEWS.search(view, figure[1], end)
    if after is not None:
        name = _group(view, after.end(), end)
        if name is not None:
            return name
    colon = view.find(":", start, figure[0])
    return _group(view, start, colon) if colon > start else None


def _group(view: str, start: int, end: int) -> str | None:
    """Give the name of the group or institution that all of view[start:end] names, else None."""
    phrase, phrase_end, _ = speaker_after(Words(view, start, end), start, end)
    if phrase_end != end or not denotes(phrase, start, can_speak=False):
        return None
    if all(bare(word.low) not in GROUPS | ORG_WORDS for word in phrase):
        return None
    span = name_in(phrase)
    return None if span is None else view[span[0] : span[1]]
