"""The spellings of units as a tree of words, each branch built from the tables when its first word is met."""

from decimal import Decimal
from functools import cache

from figures.extract.units import currencies
from figures.extract.units import table as unit_table
from figures.extract.units.model import Factor, Leaf, Node, UnitKind

_HUNDREDTH = Decimal("0.01")
_UNIT_TABLES: tuple[tuple[str, UnitKind], ...] = (
    (unit_table.PERCENTS, "percent"),
    (unit_table.DURATIONS, "duration"),
    (unit_table.MEASUREMENTS, "measurement"),
)


def plural(spelling: str) -> str:
    """Give the plural of a unit's singular spelling: "miles per hour", "square feet", "degrees celsius"."""
    head, link, rest = spelling.partition(" per ")
    if not link:
        head, link, rest = spelling.partition(" of ")
    words = head.split(" ")
    place = 0 if words[0] in ("degree", "deg") else len(words) - 1
    last = words[place]
    if last not in unit_table.INVARIABLE:
        words[place] = unit_table.PLURALS.get(last, last + "s")
    return " ".join(words) + link + rest


def add_spelling(root: dict[str, Node], spelling: str, leaf: Leaf) -> None:
    """Put one spelling, its words parted by spaces or hyphens, into the tree; the first unit of a spelling stays."""
    level = root
    node = None
    for word in spelling.lower().replace("-", " ").split():
        node = level.get(word)
        if node is None:
            node = level[word] = Node()
        level = node.following
    if node is not None and node.leaf is None:
        node.leaf = leaf


def _cells(row: str) -> list[str]:
    return [cell.strip() for cell in row.split("|")]


def _add_units(root: dict[str, Node], row: str, kind: UnitKind) -> None:
    name, others, _ = _cells(row)
    for spelling in [name, *filter(None, (other.strip() for other in others.split(",")))]:
        several = plural(spelling)
        guard, guards = unit_table.GUARDS.get(spelling, ""), unit_table.GUARDS.get(several, "")
        if several != spelling:
            add_spelling(root, several, Leaf(name, kind, plural=True, guard=guards))
        add_spelling(root, spelling, Leaf(name, kind, plural=several == spelling, guard=guard))


def _add_currencies(root: dict[str, Node], row: str, factor: Factor) -> None:
    code, nouns, demonyms = _cells(row)
    plain = Leaf(code, "money", factor, plural=True)
    qualifiers = list(filter(None, (demonym.strip() for demonym in demonyms.split(","))))
    for marked in nouns.split():
        noun = marked.removeprefix("*")
        for demonym in qualifiers:
            add_spelling(root, f"{demonym} {noun}", plain)
        if marked != noun:
            add_spelling(root, noun, plain._replace(guard=currencies.NAME_GUARDS.get(noun, "")))


@cache
def _rows() -> dict[str, list[tuple[str, UnitKind, Factor]]]:
    """Give the rows of names by the words that a spelling of theirs can begin with, singular and plural."""
    known: dict[str, list[tuple[str, UnitKind, Factor]]] = {}
    for table, kind in _UNIT_TABLES:
        for row in table.strip().splitlines():
            spellings = row[: row.rindex("|")].lower().replace("|", ",").replace("-", " ").split(",")
            for first in {words[0] for words in map(str.split, spellings) if words}:
                for word in (first, unit_table.PLURALS.get(first, first + "s")):
                    known.setdefault(word, []).append((row, kind, 1))
    for table, factor in ((currencies.NAMES, 1), (currencies.HUNDREDTHS, _HUNDREDTH)):
        for row in table.strip().splitlines():
            _, nouns, demonyms = row.split("|")
            firsts = {words[0] for words in map(str.split, demonyms.split(",")) if words}
            firsts.update(noun[1:].partition("-")[0] for noun in nouns.split() if noun[0] == "*")
            for word in firsts:
                known.setdefault(word, []).append((row, "money", factor))
    return known


_branches: dict[str, Node | None] = {}


def spelling(word: str) -> Node | None:
    """Give the branch of the spellings that begin with a word, lower case; None where none does."""
    if word not in _rows():
        return None
    if word not in _branches:
        root: dict[str, Node] = {}
        for row, kind, factor in _rows()[word]:
            if kind == "money":
                _add_currencies(root, row, factor)
            else:
                _add_units(root, row, kind)
        _branches[word] = root.get(word)
    return _branches[word]


def spellings() -> dict[str, Node]:
    """Give the tree of all full names, lower case: units, durations, percent, currencies."""
    branches = ((word, spelling(word)) for word in _rows())
    return {word: branch for word, branch in branches if branch is not None}


@cache
def symbols() -> dict[str, Leaf]:
    """Give the symbols of units and the letter codes of currencies, in their own case."""
    known: dict[str, Leaf] = {}
    for table, kind in _UNIT_TABLES:
        for name, _, signs in map(_cells, table.strip().splitlines()):
            for marked in signs.split():
                sign = marked.removeprefix("+")
                guard = unit_table.GUARDS.get(sign, "")
                known[sign] = Leaf(name, kind, symbol=True, glued=sign != marked, guard=guard)
    for code in currencies.CODES:
        guard = "large" if code in currencies.WORD_CODES else ""
        known[code] = Leaf(code, "money", symbol=True, guard=guard)
    for letters, code in currencies.LETTERS_AFTER.items():
        known[letters] = Leaf(code, "money", symbol=True)
    known["p"] = Leaf("GBP", "money", _HUNDREDTH, symbol=True, glued=True, guard="pence")
    known["c"] = Leaf("USD", "money", _HUNDREDTH, symbol=True, glued=True)
    return known


@cache
def signs() -> dict[str, Leaf]:
    """Give the signs that stand after a number: percent, degree, prime marks, currencies."""
    known: dict[str, Leaf] = {sign: Leaf(name, kind, symbol=True) for sign, (name, kind) in unit_table.SIGNS.items()}
    known.update((sign, Leaf(code, "money", symbol=True)) for sign, code in currencies.SIGNS.items())
    known["¢"] = Leaf("USD", "money", _HUNDREDTH, symbol=True)
    return known


@cache
def denominators() -> dict[str, Leaf]:
    """Give the single words a rate can be counted by ("a day", "per capita", "/h"), besides the names in the tree."""
    known = {word: Leaf(name, "measurement") for word, name in unit_table.RATE_NOUNS.items()}
    for sign, leaf in symbols().items():
        if leaf.kind in ("measurement", "duration"):
            known.setdefault(sign, leaf)
    return known


@cache
def asked_words() -> frozenset[str]:
    """Give the first words for which quantulum3's table is read; no other noun costs the reading."""
    words = set(unit_table.QUANTULUM_WORDS)
    words.update(
        prefix + root for prefix in unit_table.QUANTULUM_PREFIXES.split() for root in unit_table.QUANTULUM_ROOTS.split()
    )
    return frozenset(words | {plural(word) for word in words})


@cache
def _asked_starts() -> tuple[str, ...]:
    return (*unit_table.QUANTULUM_PREFIXES.split(), *unit_table.QUANTULUM_WORDS)


@cache
def _asked_letters() -> frozenset[str]:
    return frozenset(start[:3] for start in _asked_starts())


def is_asked(word: str) -> bool:
    """Tell whether quantulum3's table is read for what begins with a word."""
    return word[:3] in _asked_letters() and word.startswith(_asked_starts()) and word in asked_words()
