"""Finding figures by a small query: it is read, turned into SQL, carried out a little at a time, and completed."""

from db.query.completing import Completion, completions
from db.query.keys import KEYS, READY, Key, Ready
from db.query.model import Query, QueryError
from db.query.orders import ORDERS, Order, following
from db.query.parsing import parse
from db.query.searching import Search, find_all
from db.query.surroundings import around

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
    "parse",
]
