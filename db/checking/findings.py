"""What a check finds."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

#: So many of one sort are told one by one.
SHOWN = 10


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that is wrong, in a plain line; `repairable` if it can be worked out again from what is right."""

    message: str
    repairable: bool = False


def shortened(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Give the first findings of a sort, and how many more there are."""
    rest = iter(findings)
    yield from islice(rest, SHOWN)
    left = list(rest)
    if left:
        yield Finding(f"... and {len(left):,} more like that", all(finding.repairable for finding in left))
