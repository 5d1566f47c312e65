"""Scopes: what happened to the things counted and what they are, as classes of two lattices kept in scope.toml."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from figures.compare.lattice import classes_in, lattice, singular, tokens
from figures.compare.peoples import people_of
from figures.extract.places.place_words import COUNTRIES
from figures.extract.vocabulary import word_set

#: How scope a stands to scope b: the same, a part of it, the whole of which it is a part, not known, or neither.
Standing = Literal["same", "part", "whole", "unknown", "different"]


@dataclass(frozen=True, slots=True)
class Scope:
    """What a figure counts: an act class, a thing class, and for other nouns their head and what describes it.

    `act` is a class, "~" and a predicate that no class has, or None; `thing` a class, "=" and a head noun, or None.
    `people` is whose they are, by `figures.compare.peoples`; `marks` are the words before an unknown head.
    """

    act: str | None
    thing: str | None
    people: frozenset[str]
    marks: frozenset[str]


NOWHERE = Scope(None, None, frozenset(), frozenset())


#: Words in a noun that tell nothing of what is counted.
_EMPTY = word_set(
    """
    the a an of its his her their our these those such other same new total more another additional further extra some
    all any many both first second last next latest earlier previous former current recent reported estimated
    confirmed overall official average annual yearly monthly weekly daily around about nearly almost roughly different
    various several large small big major huge single s and or number figure toll count tally
    """
)
#: Predicates that say how a number is known or moves, not what happened to the things.
_TELLING = word_set(
    "reported confirmed estimated said recorded counted registered expected believed known exceeded reached rose risen "
    "climbed fallen fell dropped increased decreased grown rise announced claimed put placed set totalled totaled hit "
    "topped included including involved stood made seen given found based left taken held listed verified documented"
)


@lru_cache(maxsize=65536)
def scope_of(noun: str | None, predicate: str | None) -> Scope:
    """Give the scope of a noun and what happened to it; nonsense makes a thing of its own, nothing makes NOWHERE."""
    written = tokens(noun[:200]) if noun else []
    lows = [word.lower() for word in written]
    people, taken = _peoples(written, lows)
    if len(written) > 2 and written[0][0].isupper() and _is_verb(lows[0], written[1]):
        taken |= {0, 1}  # "Siemens reported revenue": who and what they did
    rest = _head_phrase([low for at, low in enumerate(lows) if at not in taken])
    acts = _tail_acts(rest)
    done = tokens(predicate.lower())[:8] if predicate else []
    happened = {name for _, _, name in classes_in(done, "act")}
    act = _joint_act(happened, {name for _, _, name in acts}) or _other_act(done)
    thing, marks = _thing(rest, {at for first, end, _ in acts for at in range(first, end)})
    if thing is None and written and len(written) - 1 in taken and lows[-1].endswith("s"):
        thing = "people"  # "18 Palestinians"
    if done and (done[0] in _BY_THING or done[0] in _GOING):
        act = _by_thing(done[0], thing) or act
    return Scope(act, thing, people, marks)


_PREPOSITIONS = frozenset(
    {"of", "in", "on", "for", "from", "with", "at", "to", "by", "who", "that", "under", "against"}
)
#: Verbs that mean one thing of people and another of things.
_BY_THING = frozenset({"lost", "lose", "loses", "losing", "shot"})
#: Verbs of going: troops that arrive were sent, migrants that do are displaced.
_GOING = frozenset(
    {"gone", "went", "arrived", "reached", "came", "come", "joined", "followed", "travelled", "moved", "left"}
)


def _is_verb(first: str, word: str) -> bool:
    """Say whether a word in -ed is a verb behind a name, not an adjective behind another: "Norwegian armoured cars"."""
    return word.endswith("ed") and word.islower() and (first in COUNTRIES or people_of(first) is None)


def _head_phrase(words: list[str]) -> list[str]:
    """Give the words before the first preposition, those behind it where they say nothing: "number of homes"."""
    for at, word in enumerate(words):
        phrase = " ".join(words[max(0, at - 1) : at + 2])
        if (
            word in _PREPOSITIONS
            and phrase not in lattice("act").words
            and singular(phrase) not in lattice("act").words
        ):
            before = [one for one in words[:at] if one not in _EMPTY]
            return words[:at] if before else _head_phrase(words[at + 1 :])
    return words


def _tail_acts(words: list[str]) -> list[tuple[int, int, str]]:
    """Give the acts that a noun phrase ends with: "civilian deaths", "men killed or wounded", no "case workers"."""
    found = list(classes_in(words, "act"))
    tail: list[tuple[int, int, str]] = []
    stop = len(words)
    for first, end, name in reversed(found):
        if any(word not in _EMPTY for word in words[end:stop]):
            break
        tail.append((first, end, name))
        stop = first
    return tail


def _joint_act(happened: set[str], named: set[str]) -> str | None:
    """Give the act of predicate and noun: the predicate's, unless the noun names a whole of it ("casualties")."""
    table = lattice("act")
    done, noun = table.join(happened), table.join(named)
    return noun if done is None or (noun and table.holds(noun, done)) else done


def _other_act(done: list[str]) -> str | None:
    words = [word for word in done if word not in _TELLING and word not in ("and", "or")]
    return "~" + singular(words[0]) if words else None


def _by_thing(verb: str, thing: str | None) -> str | None:
    table = lattice("thing")
    if verb in _GOING:
        forces = thing in table.entries and table.entries[thing or ""].family == "forces"
        return "sent" if forces else "displaced" if thing == "migrants" else None
    if verb == "shot":
        return "downed" if thing and table.top(thing) in ("aircraft", "projectiles") else None
    if thing is None or table.holds("people", thing):
        return "casualties"
    return "cut" if thing == "jobs" else "destroyed"


def _peoples(written: list[str], lows: list[str]) -> tuple[frozenset[str], set[int]]:
    """Give whose the things are, and which words say so: only words with a capital do."""
    found: set[str] = set()
    taken: set[int] = set()
    for at, word in enumerate(written):
        if not word[:1].isupper() or at in taken:
            continue
        two = people_of(" ".join(lows[at : at + 2])) if at + 1 < len(lows) else None
        one = None if two else people_of(lows[at]) if len(word) > 3 or word.isupper() else None
        if two or one:
            found.add(two or one or "")
            taken.update((at, at + 1) if two else (at,))
    return frozenset(found), taken


def _thing(words: list[str], acts: set[int]) -> tuple[str | None, frozenset[str]]:
    """Give the thing of a noun phrase's words: the join of its coordinated parts, else the last of them that is one."""
    parts: list[list[str]] = [[]]
    for at, word in enumerate(words):
        if word in ("and", "or"):
            parts.append([])
        elif at not in acts or lattice("thing").words.get(singular(word)):  # "harvest" is an act and a thing
            parts[-1].append(word)
    named = [pair for pair in map(_part_thing, parts) if pair[0]]
    known = [thing for thing, _ in named if thing and not thing.startswith("=")]
    if len(known) > 1:
        return lattice("thing").join(known) or known[-1], frozenset()
    unknown = bool(named) and not known
    if unknown and acts and named[-1][0] and singular(words[-1 if not acts else min(acts) - 1]) == words[min(acts) - 1]:
        named = []  # "road deaths" are no roads
    if named:
        return next((pair for pair in reversed(named) if pair[0] in known), named[-1])
    marks = {singular(word) for at, word in enumerate(words) if at not in acts and word not in _EMPTY}
    return None, frozenset(marks)


def _part_thing(words: list[str]) -> tuple[str | None, frozenset[str]]:
    words = [word for word in words if word not in _EMPTY]
    if not words:
        return None, frozenset()
    last = next((found for found in classes_in(words, "thing") if found[1] == len(words)), None)
    if last:
        return last[2], frozenset(singular(word) for word in words[: last[0]])
    return "=" + singular(words[-1]), frozenset(singular(word) for word in words[:-1])


def compare_scopes(a: Scope, b: Scope) -> Standing:
    """Say how scope a stands to scope b, whoever they belong to and wherever they are."""
    act = "same" if _default_act(a, b) or _default_act(b, a) else _standing(a.act, b.act, "act")
    if a.thing is None or b.thing is None:  # "casualties" and "deaths" say enough without a thing
        apart = a.marks and b.marks and not a.marks & b.marks
        thing: Standing = "same" if a.act and b.act and not apart else "unknown"
    elif a.thing == b.thing and not lattice("thing").holds("people", a.thing):
        thing = _by_marks(a.marks, b.marks)
    else:
        thing = _standing(a.thing, b.thing, "thing")
    both = {act, thing}
    if a.act is None and b.act is None and a.thing == b.thing == "people":
        return "unknown"  # people are many things
    if "different" in both or both >= {"part", "whole"}:
        return "different"
    if "unknown" in both:
        return "unknown"
    return "part" if "part" in both else "whole" if "whole" in both else "same"


def _default_act(bare: Scope, told: Scope) -> bool:
    """Say whether one names only troops and the other what troops are counted for: sent, deployed."""
    if bare.act is not None or bare.thing is None or told.act is None:
        return False
    thing, act = lattice("thing").entries.get(bare.thing), lattice("act").entries.get(told.act)
    return thing is not None and act is not None and act.family is not None and thing.family == act.family


def _by_marks(a: frozenset[str], b: frozenset[str]) -> Standing:
    """Compare two phrases of one unknown head: "wind turbines" are turbines, and no steam turbines."""
    if a == b:
        return "same"
    if a > b:
        return "part"
    return "whole" if a < b else "unknown" if a & b else "different"


def _standing(a: str | None, b: str | None, kind: str) -> Standing:
    if a == b:
        return "same"
    if a is None or b is None:
        return "unknown"
    table = lattice(kind)
    if table.holds(b, a):
        return "part"
    return "whole" if table.holds(a, b) else "different"
