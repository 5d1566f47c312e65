"""Finding figures by a small query: it is read, turned into SQL, carried out a little at a time, and completed.

Each name loads when it is first used.
"""

from typing import TYPE_CHECKING

from seeds.lazy import loading

if TYPE_CHECKING:
    from db.query.completing import Completion, completions
    from db.query.first import leading
    from db.query.keys import KEYS, READY, Key, Ready
    from db.query.model import Query, QueryError
    from db.query.orders import ORDERS, Order, following
    from db.query.parsing import parse
    from db.query.searching import Search, find_all
    from db.query.surroundings import around

_WHERE = {
    **dict.fromkeys(("Completion", "completions"), "completing"),
    **dict.fromkeys(("KEYS", "READY", "Key", "Ready"), "keys"),
    **dict.fromkeys(("leading",), "first"),
    **dict.fromkeys(("Query", "QueryError"), "model"),
    **dict.fromkeys(("ORDERS", "Order", "following"), "orders"),
    **dict.fromkeys(("parse",), "parsing"),
    **dict.fromkeys(("Search", "find_all"), "searching"),
    **dict.fromkeys(("around",), "surroundings"),
}

__all__ = [
    "KEYS",
    "ORDERS",
    "READY",
    "Completion",
    "Key",
    "Order",
    "Query",
    "QueryError",
    "Ready",
    "Search",
    "around",
    "completions",
    "find_all",
    "following",
    "leading",
    "parse",
]

__getattr__ = loading("db.query", _WHERE)
