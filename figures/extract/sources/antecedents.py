"""Whom "he", "it", "the ministry" and a bare surname mean: somebody named before in the same stretch, or nobody."""

from collections.abc import Iterator

from figures.extract.sources.clauses import Clause
from figures.extract.sources.grammar_words import (
    ASIDES,
    AUXILIARIES,
    BREAKS,
    DATE_WORDS,
    DETERMINERS,
    LEAD_INS,
    LINKS,
    NO_FORENAMES,
    PREPOSITIONS,
)
from figures.extract.sources.names import bare, is_person
from figures.extract.sources.source_words import BODIES, FIRMS, GROUPS, ORG_WORDS, PLACES, RECORDS, TITLES
from figures.extract.sources.voices import Voices
from seeds.patterns import Later

#: How many sentences back somebody may be meant, and how many characters back a full name is looked for.
_SENTENCES_BACK = 8
_NAME_BACK = 4000
_STATED_BACK = 3
_HITS = 8
_BEFORE = Later(r"\b([A-Z][\w'-]*\w|[A-Z]\.)\s\Z")
_FIRST_WORDS = (
    TITLES | ORG_WORDS | PLACES | DATE_WORDS | GROUPS | BREAKS | DETERMINERS | PREPOSITIONS | ASIDES | AUXILIARIES
    | LINKS | LEAD_INS | NO_FORENAMES
)  # fmt: skip
#: What `_fits` does not look for in a name.
_PERSONAL = frozenset(("he", "she", "i"))
_PRONOUNS = _PERSONAL | frozenset(("it", "they", "we"))
_OF_NAMES = Later(r"\s+of\s+(?:[A-Z]\w*)(?:\s+(?:and\s+)?[A-Z]\w*){0,3}")
_LEAD = Later(r"^(?:The|A|An|In|At|And|But|For)\s+")
_CAPITALS = Later(r"(?:[A-Z][\w.'&-]*\s+(?:(?:of|for|and)\s+)?){1,6}\Z")


def resolve(voices: Voices, index: int, clause: Clause) -> str | None:
    """Give the source of a clause of sentence number `index` by name, or None where nobody can be named."""
    if clause.start not in voices.names:
        voices.names[clause.start] = _resolve(voices, index, clause)
    return voices.names[clause.start]


def _resolve(voices: Voices, index: int, clause: Clause) -> str | None:
    if clause.name is not None:
        return _full(voices, index, clause, clause.name)
    if clause.pronoun is None:
        return None
    part = "" if clause.pronoun in _PRONOUNS else clause.pronoun
    for name in _before(voices, index, clause.start, part, person=clause.pronoun in _PERSONAL):
        if _fits(clause.pronoun, name) or (clause.pronoun == "it" and _may_be_firm(voices, name, clause.start)):
            short = name.islower() and " " not in name
            return (_definite(voices, index, clause.start, name) or name) if short else name
    return _stated(voices, index, clause.pronoun) if clause.pronoun in RECORDS else None


def _stated(voices: Voices, index: int, noun: str) -> str | None:
    """Find who made "the statement", "the report": the sentence before says "the agency said in a statement"."""
    for back in range(index - 1, max(-1, index - 1 - _STATED_BACK), -1):
        start, end = voices.sentences[back]
        if f" a {noun}" in voices.view[start:end]:
            for clause in reversed(voices.last_clauses(back)):
                if clause.main and not clause.blocks and clause.pronoun not in RECORDS:
                    return resolve(voices, back, clause)
    return None


def _may_be_firm(voices: Voices, name: str, position: int) -> bool:
    """See whether a single capitalised word may be a company: no forename was ever put before it."""
    return " " not in name and name[0].isupper() and _with_forename(voices, name, position) is None


def _fits(pronoun: str, name: str) -> bool:
    if pronoun in _PERSONAL:
        return is_person(name)
    if pronoun == "it":
        return not is_person(name) and not (name.islower() and name.endswith("s"))
    if pronoun in ("they", "we"):
        return not is_person(name)
    return pronoun in name.lower().split()


def _before(voices: Voices, index: int, position: int, part: str = "", *, person: bool = False) -> Iterator[str]:
    """Yield the sources named before a position, the nearest first, and the subjects with which sentences open.

    Sentences in which `part`, a part of the name, does not stand are not asked; letter case does not count. If a
    `person` is looked for, a word that only ever begins a sentence is none ("Bail was set. He said").
    """
    for back in range(index, max(-1, index - _SENTENCES_BACK), -1):
        if part:
            start, end = voices.sentences[back]
            if part not in voices.view[start:end].lower():
                continue
        found = voices.clauses(index, position) if back == index else voices.last_clauses(back)
        for clause in reversed(found[-12:] if back != index else [c for c in found if c.start < position][-12:]):
            if clause.name is not None:
                yield clause.name
        subject = voices.opening(back)
        if (
            subject is not None
            and may_speak(voices, subject, person=person)
            and (back != index or voices.view.find(subject, *voices.sentences[back]) < position)
        ):
            yield subject


def _inside(voices: Voices, name: str) -> bool:
    """See whether a name stands behind another word somewhere."""
    return any(
        voices.view[at - 1].isalnum() or voices.view[at - 1] == ","
        for at in _places(voices, " " + name, len(voices.view))
        if at
    )


def may_speak(voices: Voices, subject: str, *, person: bool) -> bool:
    """See whether the subject of a sentence is more than a noun that only its place has capitalised: "Tickets".

    Of a single word that is no plural only persons need prove it: "Output fell", but "Lukoil cut jobs".
    """
    if " " in subject or subject.isupper() or not (person or subject[-1] == "s"):
        return True
    return _inside(voices, subject)


def _full(voices: Voices, index: int, clause: Clause, name: str) -> str:
    """Give the fuller form of a name that was introduced before: "Doe", "the ministry"."""
    if " " in name or name.isupper():
        return name
    if name.islower():
        definite = f"the {name}" in voices.view[clause.start : clause.verb_end].lower()
        return (_definite(voices, index, clause.start, name) or name) if definite else name
    if not name[0].isupper() or not is_person(name) or name.lower() in GROUPS or name.lower() in TITLES:
        return name
    return _with_forename(voices, name, clause.start) or _begins_with(voices, index, clause.start, name) or name


def _definite(voices: Voices, index: int, position: int, noun: str) -> str | None:
    """Find what "the ministry", "the official" was called before."""
    if noun in BODIES:
        known = next(_before(voices, index, position), "")
        if known.isupper() and len(known) > 2:  # "UNHCR said. The agency warned"
            return known
    for name in _before(voices, index, position, noun):
        if name == noun:
            continue
        parts = [bare(part) for part in name.lower().split()]
        if noun in parts and (parts[-1] == noun or parts[parts.index(noun) + 1] in LINKS):
            return name
    if noun in ORG_WORDS:
        found = _capitalised(voices, position, noun.capitalize())
        if found is not None:
            return found
    if noun in FIRMS:
        openings = {voices.opening(back) for back in range(max(0, index - _SENTENCES_BACK), index)}
        firms = [name for name in openings if name is not None and _is_firm(voices, name, position)]
        return firms[0] if len(firms) == 1 else None
    return None


def _is_firm(voices: Voices, name: str, position: int) -> bool:
    if " " not in name and not any(voices.view[at - 1].isalnum() for at in _places(voices, " " + name, position) if at):
        # Capitalised only because it begins a sentence, for all that can be seen.
        return False
    if not name[0].isupper() or name.lower() in GROUPS:
        return False
    if is_person(name) and not _may_be_firm(voices, name, position):
        return False
    return not any(bare(part) in PLACES or bare(part) in RECORDS for part in name.lower().split())


def _floor(voices: Voices, position: int) -> int:
    return max(voices.starts[0] if voices.starts else 0, position - _NAME_BACK)


def _places(voices: Voices, text: str, position: int) -> Iterator[int]:
    """Yield where a text stands before a position, the nearest first, a few times."""
    floor = _floor(voices, position)
    for _ in range(_HITS):
        position = voices.view.rfind(text, floor, position)
        if position < 0:
            return
        yield position


def _capitalised(voices: Voices, position: int, noun: str) -> str | None:
    """Find the last name that ends in a noun: "Defence Ministry" for "Ministry"."""
    view, floor = voices.view, _floor(voices, position)
    for at in _places(voices, noun, position):
        before = _CAPITALS.search(view, max(floor, at - 80), at)
        after = _OF_NAMES.match(view, at + len(noun), at + 120)
        if before is not None or after is not None:
            start = before.start() if before is not None else at
            name = view[start : after.end() if after is not None else at + len(noun)]
            name = _LEAD.sub("", name)
            if "\n" not in name and name != noun:
                return name
    return None


def _with_forename(voices: Voices, name: str, position: int) -> str | None:
    view, floor = voices.view, _floor(voices, position)
    for at in _places(voices, name, position):
        after = view[at + len(name) : at + len(name) + 1]
        before = _BEFORE.search(view, max(floor, at - 30), at)
        if before is not None and not (after.isalnum() or after in "-"):
            forename = before.group(1)
            if bare(forename.lower()) not in _FIRST_WORDS and not forename.endswith("'s"):
                return view[before.start() : at + len(name)]
    return None


def _begins_with(voices: Voices, index: int, position: int, name: str) -> str | None:
    after = len(name) + 1
    if not any(voices.view[at + after : at + after + 1].isupper() for at in _places(voices, name + " ", position)):
        return None
    for known in _before(voices, index, position, name.lower()):
        if known.startswith(name + " ") and is_person(known):
            return known
    return None
