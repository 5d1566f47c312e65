"""The spellings of units as a tree of words, built once from the tables."""

from decimal import Decimal
from functools import cache

from figures.extract.units import currencies
from figures.extract.units import table as unit_table
from figures.extract.units.model import Factor, Leaf, Node, UnitKind

_HUNDREDTH = Decimal("0.01")


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
    words = spelling.lower().replace("-", " ").split()
    level = root
    for word in words[:-1]:
        level = level.setdefault(word, Node()).following
    node = level.setdefault(words[-1], Node())
    if node.leaf is None:
        node.leaf = leaf


def _rows(table: str) -> list[list[str]]:
    return [[cell.strip() for cell in row.split("|")] for row in table.strip().splitlines()]


def _add_units(root: dict[str, Node], table: str, kind: UnitKind) -> None:
    for name, others, _ in _rows(table):
        for spelling in [name, *filter(None, (other.strip() for other in others.split(",")))]:
            several = plural(spelling)
            guard, guards = unit_table.GUARDS.get(spelling, ""), unit_table.GUARDS.get(several, "")
            if several != spelling:
                add_spelling(root, several, Leaf(name, kind, plural=True, guard=guards))
            add_spelling(root, spelling, Leaf(name, kind, plural=several == spelling, guard=guard))


def _add_currencies(root: dict[str, Node], table: str, factor: Factor) -> None:
    for code, nouns, demonyms in _rows(table):
        qualifiers = list(filter(None, (demonym.strip() for demonym in demonyms.split(","))))
        for marked in nouns.split():
            noun = marked.removeprefix("*")
            qualified = Leaf(code, "money", factor, plural=True)
            for demonym in qualifiers:
                add_spelling(root, f"{demonym} {noun}", qualified)
            if marked != noun:
                guard = currencies.NAME_GUARDS.get(noun, "")
                add_spelling(root, noun, Leaf(code, "money", factor, plural=True, guard=guard))


@cache
def spellings() -> dict[str, Node]:
    """Give the tree of all full names, lower case: units, durations, percent, currencies."""
    root: dict[str, Node] = {}
    _add_units(root, unit_table.PERCENTS, "percent")
    _add_units(root, unit_table.DURATIONS, "duration")
    _add_units(root, unit_table.MEASUREMENTS, "measurement")
    _add_currencies(root, currencies.NAMES, 1)
    _add_currencies(root, currencies.HUNDREDTHS, _HUNDREDTH)
    return root


@cache
def symbols() -> dict[str, Leaf]:
    """Give the symbols of units and the letter codes of currencies, in their own case."""
    known: dict[str, Leaf] = {}
    tables: tuple[tuple[str, UnitKind], ...] = (
        (unit_table.PERCENTS, "percent"),
        (unit_table.DURATIONS, "duration"),
        (unit_table.MEASUREMENTS, "measurement"),
    )
    for table, kind in tables:
        for name, _, signs in _rows(table):
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
