"""quantulum3 as the authority on rarer units: its table read as data, its parser asked for compounds only.

The table is its two JSON files, read on first need without importing the package. The parser is imported on first
need, about 0.7 s, and its answers are kept. It is asked only for a compound of units both known by surface.
"""

import json
import logging
import sys
import threading
import warnings
from collections.abc import Callable, Iterator
from functools import cache, lru_cache
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from figures.extract.units import table as unit_table
from figures.extract.units.model import Leaf, Node, UnitKind
from figures.extract.units.tree import add_spelling, plural

_LOCK = threading.Lock()


def _with_prefixes(name: str, entry: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield (surface, unit name) of one entry of the table, with its SI prefixes."""
    for surface in entry.get("surfaces", ()):
        yield surface, name
        for sign in entry.get("prefixes") or ():
            prefix = unit_table.SI_PREFIXES.get(sign)
            if prefix is not None:
                yield prefix + surface, prefix + name


@cache
def surfaces() -> dict[str, Node]:
    """Give quantulum3's unit names as a tree of words, lower case, without currencies and bare numbers.

    Takes about 30 ms once.
    """
    spec = find_spec("quantulum3")
    root: dict[str, Node] = {}
    for folder in spec.submodule_search_locations or () if spec else ():
        table = json.loads(Path(folder, "units.json").read_text(encoding="utf-8"))
        for name, entry in table.items():
            entity = entry["entity"]
            if entity in ("currency", "dimensionless"):
                continue
            for surface, prefixed in _with_prefixes(name, entry):
                ours = unit_table.HOUSE_NAMES.get(prefixed, prefixed)
                kind: UnitKind = "duration" if entity == "time" else "measurement"
                add_spelling(root, surface, Leaf(ours, kind))
                add_spelling(root, plural(surface), Leaf(ours, kind, plural=True))
    return root


def _undecorated(target: Any = None, **_: Any) -> Any:
    """Stand in for typeguard.typechecked: the function as it is."""
    return (lambda function: function) if target is None else target


def _import_inflect() -> None:
    """Import inflect without its run-time type checks, which cost 1.9 s."""
    if "inflect" in sys.modules:
        return
    try:
        typeguard: Any = import_module("typeguard")
    except ImportError:
        # Older releases of inflect do without it.
        return
    checked = typeguard.typechecked
    typeguard.typechecked = _undecorated
    try:
        import_module("inflect")
    finally:
        typeguard.typechecked = checked


@cache
def _parser() -> Callable[[str], list[Any]]:
    """Import the parser quietly, without its classifier; it would set up logging to standard error by itself."""
    root = logging.getLogger()
    if not root.handlers:
        root.addHandler(logging.NullHandler())
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        _import_inflect()
        from quantulum3 import classifier, parser
    classifier.USE_CLF = False
    parse: Callable[[str], list[Any]] = parser.parse
    return parse


@lru_cache(maxsize=2048)
def compound(words: str) -> str | None:
    """Give the name of a compound unit ("newton metres", "m/s²") if the parser reads all of `words` as one unit."""
    try:
        with _LOCK:
            found = _parser()(f"1 {words}")
    except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError):
        # What the parser trips over it does not know either.
        return None
    if len(found) != 1 or found[0].span != (0, len(words) + 2):
        return None
    name = str(found[0].unit.name)
    return unit_table.HOUSE_NAMES.get(name, name)
