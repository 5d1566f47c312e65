"""Groups that grow together."""

from collections.abc import Hashable, Iterable
from typing import Generic, TypeVar

Member = TypeVar("Member", bound=Hashable)


class Unions(Generic[Member]):
    """Sets without overlap, of members named as they come; joining and finding take next to constant time."""

    def __init__(self, members: Iterable[Member] = ()) -> None:
        self._above: dict[Member, Member] = {member: member for member in members}

    def root(self, member: Member) -> Member:
        """Give the member that stands for the set of this one; unknown members are sets of their own."""
        above = self._above
        if member not in above:
            above[member] = member
            return member
        while above[member] != member:
            above[member] = above[above[member]]
            member = above[member]
        return member

    def join(self, one: Member, other: Member) -> None:
        """Make one set of two; the root of the first stands for both."""
        first, second = self.root(one), self.root(other)
        if first != second:
            self._above[second] = first

    def sets(self) -> list[list[Member]]:
        """Give the sets, each with its members and all of them in the order in which they came."""
        found: dict[Member, list[Member]] = {}
        for member in list(self._above):
            found.setdefault(self.root(member), []).append(member)
        return list(found.values())
