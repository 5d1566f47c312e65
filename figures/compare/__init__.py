"""From figures to questions, relations, origins, sums and signs: pure functions on plain values.

`compare` finds everything but origins at once, `suggest` only the questions. What has the name of its
own module is taken from there: `copies.copies`, `origins.origins`, `relations.relations`.
"""

from typing import TYPE_CHECKING

from seeds.lazy import loading

if TYPE_CHECKING:
    from figures.compare.compared import Compared, compare
    from figures.compare.mention import Mention
    from figures.compare.questions import Settled, suggest

_WHERE = {
    "Compared": "compared",
    "Mention": "mention",
    "Settled": "questions",
    "compare": "compared",
    "suggest": "questions",
}

__all__ = ["Compared", "Mention", "Settled", "compare", "suggest"]

__getattr__ = loading("figures.compare", _WHERE)
