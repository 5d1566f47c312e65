"""How what is between rival figures is said on the desk: by shape and word as well as colour."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from figures.model import RelationKind

#: The shape of each relation; none is that of a verdict.
RELATION_SHAPES: dict[RelationKind, str] = {"conflict": "↯", "equal": "=", "compatible": "≈", "not_comparable": "·"}
#: The colour of each, as variables of the theme.
RELATION_COLOURS: dict[RelationKind, str] = {
    "conflict": "$text-error",
    "equal": "$text-success",
    "compatible": "$text-primary",
    "not_comparable": "$faint",
}
#: The shapes of a sign of a misreport and of a sum.
SIGN_SHAPE, SUM_SHAPE = "⚑", "Σ"

#: What each means, in the order in which one counts before the other, as the help says it.
RELATION_MEANINGS: tuple[tuple[RelationKind, str], ...] = (
    ("conflict", "no number fits both: by their bounds, of the same thing. A known difference of time is said"),
    ("equal", "the same number, bound and thing"),
    ("compatible", "some number fits both, or one can be a part of the other"),
    ("not_comparable", "of different things, or it is not known whether of the same; never a conflict"),
)
SIGN_MEANING = "a sign of a misreport: the figure strays from another of its story or origin. A proposal, no verdict"

#: In which order lines of one value stand, and the things said about them.
RELATION_ORDER: tuple[RelationKind, ...] = tuple(kind for kind, _ in RELATION_MEANINGS)


def relation_said(kind: RelationKind) -> str:
    """Give a relation with its shape: "↯ conflict"."""
    return f"{RELATION_SHAPES[kind]} {kind.replace('_', ' ')}"
