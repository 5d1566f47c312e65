"""From figures to questions, relations, origins, sums and signs: pure functions on plain values.

`compare` finds everything but origins at once, `suggest` only the questions. What has the name of its
own module is taken from there: `copies.copies`, `origins.origins`, `relations.relations`.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from figures.compare.compared import Compared, compare
    from figures.compare.mention import Mention
    from figures.compare.questions import Settled, suggest

_WHERE = {
    "Compared": "figures.compare.compared",
    "Mention": "figures.compare.mention",
    "Settled": "figures.compare.questions",
    "compare": "figures.compare.compared",
    "suggest": "figures.compare.questions",
}

__all__ = ["Compared", "Mention", "Settled", "compare", "suggest"]


def __getattr__(name: str) -> object:
    """Load what is asked for by name."""
    if name not in _WHERE:
        raise AttributeError(f"module 'figures.compare' has no attribute '{name}'")
    from importlib import import_module

    return getattr(import_module(_WHERE[name]), name)
