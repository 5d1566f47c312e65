"""Groups grown from single mentions: the strongest ties first, and never across a contradiction."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import replace
from typing import Any

from figures.compare.profile import Outer, Profile, affinity, contradiction, profile_of, united
from figures.compare.sense import Sense
from figures.model import Sum

#: How many groups with one key stay open for the next mention: a bound, so that no key costs more than its mentions.
_OPEN = 8
#: Whether two mentions cannot be of one question though nothing else parts them.
Clash = Callable[[Sense, Sense], bool]


class Groups:
    """Mentions by number, put together two groups at a time; each group has a profile."""

    def __init__(self, senses: Sequence[Sense], outer: Outer) -> None:
        self.senses = senses
        self.outer = outer
        self._parent = list(range(len(senses)))
        self._size = [1] * len(senses)
        self._profiles: list[Profile | None] = [profile_of(sense) for sense in senses]
        self._apart: dict[str, set[str]] = {}

    def root(self, at: int) -> int:
        """Give the number that stands for a mention's group."""
        parent = self._parent
        while parent[at] != at:
            parent[at] = parent[parent[at]]
            at = parent[at]
        return at

    def profile(self, at: int) -> Profile:
        """Give the profile of a mention's group."""
        found = self._profiles[self.root(at)]
        assert found is not None
        return found

    def settle(self, number: int, question: str) -> None:
        """Mark a mention as a member of a question that a reviewer set."""
        root = self.root(number)
        self._profiles[root] = replace(self.profile(root), fixed=question)

    def keep_apart(self, pairs: Iterable[tuple[str, str]]) -> None:
        """Never put the two mentions (ids) of a pair into one group."""
        for a, b in pairs:
            self._apart.setdefault(a, set()).add(b)
            self._apart.setdefault(b, set()).add(a)
        for at, sense in enumerate(self.senses):
            if sense.id in self._apart:
                self._profiles[at] = replace(self.profile(at), guarded=frozenset([sense.id]))

    def allowed(self, a: int, b: int) -> bool:
        """Say whether the reviewers' decisions leave two groups free to be one."""
        one, other = self.profile(a), self.profile(b)
        if one.fixed and other.fixed and one.fixed != other.fixed:
            return False
        return not any(self._apart[name] & other.guarded for name in one.guarded)

    def unite(self, a: int, b: int) -> int:
        """Put two groups together, whatever speaks against it, and give the number of the new one."""
        a, b = self.root(a), self.root(b)
        if a == b:
            return a
        if (self._size[a], -a) < (self._size[b], -b):
            a, b = b, a
        self._profiles[a] = united(self.profile(a), self.profile(b))
        self._profiles[b] = None
        self._parent[b] = a
        self._size[a] += self._size[b]
        return a

    def tie(self, numbers: Iterable[int], *, loose: bool = False, least: int = 0, clash: Clash | None = None) -> None:
        """Put the groups of mentions that share a key together, in order, each with the one that it fits best.

        `least` is the affinity that two groups must have; the last few groups stay open. Where people and place do not
        speak for a group, none of its last few mentions may have a `clash` with the next.
        """
        opened: dict[int, list[int]] = {}
        for number in numbers:
            mine = self.root(number)
            opened = self._regrouped(opened)
            best, most = -1, least
            for other, members in opened.items():
                if other == mine:
                    best = other
                    break
                liking = self._liking(mine, other, loose=loose)
                calm = (
                    clash is None
                    or self._vouched(mine, other)
                    or not any(clash(self.senses[number], self.senses[one]) for one in members)
                )
                if liking >= most and calm:  # the nearest of equals
                    best, most = other, liking
            if best >= 0:
                members = opened.pop(best)
                opened[self.unite(mine, best)] = [*members[1 - _OPEN :], number]
            else:
                if len(opened) >= _OPEN:
                    del opened[next(iter(opened))]
                opened[mine] = [number]

    def _vouched(self, a: int, b: int) -> bool:
        one, other = self.profile(a), self.profile(b)
        return bool(one.people & other.people or one.places & other.places)

    def _regrouped(self, opened: dict[int, list[int]]) -> dict[int, list[int]]:
        """Give the open groups by their present numbers, as ties of others may have made one of two."""
        if all(self.root(other) == other for other in opened):
            return opened
        found: dict[int, list[int]] = {}
        for other, members in opened.items():
            found.setdefault(self.root(other), []).extend(members)
        return found

    def _liking(self, a: int, b: int, *, loose: bool) -> int:
        """Give the affinity of two groups, below zero where they cannot be one."""
        one, other = self.profile(a), self.profile(b)
        if not self.allowed(a, b) or contradiction(one, other, self.outer, loose=loose):
            return -1
        return affinity(one, other, self.outer)

    def tie_by(
        self,
        key: Callable[[Sense], Iterable[Hashable]],
        order: Callable[[Sense], tuple[Any, ...]],
        *,
        loose: bool = False,
        least: int = 0,
        clash: Clash | None = None,
    ) -> None:
        """Tie the mentions of each key that `key` gives; what comes first does not hang on the input's order."""
        # Keys by their hash, and no list for the many that one mention has alone: a million of them stay small.
        buckets: dict[int, int | list[int]] = {}
        for number, sense in enumerate(self.senses):
            for one in key(sense):
                held = buckets.setdefault(hash(one), number)
                if isinstance(held, list):
                    held.append(number)
                elif held != number:
                    buckets[hash(one)] = [held, number]
        many = [members for members in buckets.values() if isinstance(members, list)]
        del buckets
        many.sort()
        for members in many:
            members.sort(key=lambda number: order(self.senses[number]))
            self.tie(members, loose=loose, least=least, clash=clash)

    def tie_copies(self) -> None:
        """Put the same figure of the same sentence together wherever that sentence is printed."""
        first: dict[int, int] = {}
        for number, sense in enumerate(self.senses):
            other = first.setdefault(hash((sense.copy, sense.start - sense.sentence, sense.text)), number)
            if other != number and self.allowed(number, other):
                self.unite(number, other)

    def tie_sums(self, sums: Iterable[Sum]) -> None:
        """Put the parts of a sum and its total together."""
        numbers = {sense.id: at for at, sense in enumerate(self.senses)}
        for one in sums:
            for part in one.parts:
                a, b = numbers[part], numbers[one.total]
                why_not = contradiction(self.profile(a), self.profile(b), self.outer, loose=True)
                if self.allowed(a, b) and why_not not in ("people", "time", "date"):
                    self.unite(a, b)  # parts may lie in several places, and have several things happen to them

    def groups(self) -> list[list[int]]:
        """Give the groups of two and more, and those a reviewer set, each in order of its mentions."""
        found: dict[int, list[int]] = {}
        for number in range(len(self.senses)):
            found.setdefault(self.root(number), []).append(number)
        return [members for root, members in found.items() if len(members) > 1 or self.profile(root).fixed]
