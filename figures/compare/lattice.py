"""Lattices: classes of acts, things and events with the words for them, as kept in scope.toml."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Entry:
    """One class of the data file: its title, the classes above it, and what questions it belongs to."""

    title: str
    above: frozenset[str]
    family: str | None
    repeated: bool


@dataclass(frozen=True, slots=True)
class Lattice:
    """The classes of one kind (act, thing or event) by name, and the name of the class of each word or words."""

    entries: dict[str, Entry]
    words: dict[str, str]
    openers: frozenset[str]

    def holds(self, whole: str, part: str) -> bool:
        """Say whether a class is another or lies above it."""
        return whole == part or (part in self.entries and whole in self.entries[part].above)

    def join(self, names: Iterable[str]) -> str | None:
        """Give the lowest class that holds all of the names, None without one."""
        given = set(names)
        if len(given) == 1:
            return given.pop()
        shared: set[str] | None = None
        for name in given:
            above = self.entries[name].above | {name} if name in self.entries else {name}
            shared = set(above) if shared is None else shared & above
        lowest = [name for name in shared or () if not any(name in self.entries[o].above for o in shared or ())]
        return min(lowest, default=None)

    def top(self, name: str) -> str:
        """Give the highest class above a name, itself where none is."""
        tops = (
            [above for above in self.entries[name].above if not self.entries[above].above]
            if name in self.entries
            else []
        )
        return min(tops, default=name)


@cache
def lattice(kind: str) -> Lattice:
    """Give the lattice of "act", "thing" or "event"."""
    import tomllib

    data = tomllib.loads((files("figures.compare") / "scope.toml").read_text(encoding="utf-8"))[kind]
    above: dict[str, frozenset[str]] = {}

    def climb(name: str) -> frozenset[str]:
        if name not in above:
            parents = data[name].get("part_of", [])
            above[name] = frozenset(parents).union(*(climb(parent) for parent in parents))
        return above[name]

    entries = {
        name: Entry(row["title"], climb(name), row.get("family"), row.get("repeated", False))
        for name, row in data.items()
    }
    words = {word: name for name, row in data.items() for word in row["words"]}
    return Lattice(entries, words, frozenset(word.split()[0] for word in words if " " in word))


#: Plurals that no ending tells.
_SINGULARS = {
    "men": "man", "women": "woman", "children": "child", "people": "people", "wives": "wife", "lives": "life",
    "police": "police", "personnel": "personnel", "families": "family", "servicemen": "serviceman",
    "policemen": "policeman", "gunmen": "gunman", "crewmen": "crewman", "seamen": "seaman",
    "servicewomen": "servicewoman",
    "cattle": "cattle", "series": "series", "species": "species", "gas": "gas", "bus": "bus", "buses": "bus",
    "news": "news", "crises": "crisis", "feet": "foot", "teeth": "tooth", "mice": "mouse", "geese": "goose",
    "calves": "calf",
    "halves": "half", "knives": "knife", "leaves": "leaf", "wolves": "wolf", "shelves": "shelf", "earnings": "earnings",
    "data": "data", "aircraft": "aircraft", "always": "always", "us": "us", "uas": "uas", "this": "this",
}  # fmt: skip
_TOKEN = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")


@lru_cache(maxsize=65536)
def singular(word: str) -> str:
    """Give the singular of an English noun in lower case: "ferries" is "ferry"; a word that is no plural stays."""
    if word in _SINGULARS:
        return _SINGULARS[word]
    if len(word) < 4 or not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "sses", "xes", "zes")):
        return word[:-2]
    return word[:-1]


def tokens(text: str) -> list[str]:
    """Give the words of a phrase as written, without possessive endings and stops: "U.S. army's" is US, army."""
    found = []
    for word in _TOKEN.findall(text):
        word = word[:-2] if word.endswith(("'s", "’s")) else word
        found.append(word.replace(".", "") if "." in word else word)
    return found


def classes_in(words: list[str], kind: str) -> Iterator[tuple[int, int, str]]:
    """Yield each class that words in lower case name, with first word and end, the longest run of words winning."""
    table = lattice(kind)
    single = [singular(word) for word in words]
    at = 0
    while at < len(words):
        for length in (3, 2, 1) if words[at] in table.openers or single[at] in table.openers else (1,):
            if at + length > len(words):
                continue
            last = at + length - 1
            for end in (single[last], words[last]):
                name = table.words.get(" ".join([*words[at:last], end]))
                if name:
                    yield at, at + length, name
                    break
            else:
                continue
            at += length - 1
            break
        at += 1
