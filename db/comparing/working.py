"""Questions worked out from the figures that they have now."""

import sqlite3
from collections.abc import Collection, Iterable, Sequence

from db.comparing.finding import Found, find, sums_of
from db.comparing.keeping import stored_places
from db.comparing.members import Membership
from db.comparing.mentions import mentions, senses_by_document, slices
from db.comparing.stories import stored_stories
from figures.compare.profile import Outer
from figures.compare.sense import Sense
from figures.compare.spelling import same_spelling
from figures.model import Sum

#: What documents say is kept for so many of them: neighbouring questions stand in the same ones.
_KEPT = 500


class Worker:
    """Works questions out one after the other; what was read of their documents is kept for the next."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._places = stored_places(connection)
        self._read: dict[int, list[Sense]] = {}

    def work_out(self, members: Sequence[Membership]) -> Found:
        """Find what there is between the figures of a question."""
        documents = list(dict.fromkeys(member.document_id for member in members))
        stored = mentions(self._connection, [member.row_id for member in members])
        inside = {one.mention.id for one in stored}
        senses: list[Sense] = []
        sums: list[Sum] = []
        for some in slices(documents):
            for read in self.senses(some):
                senses += [sense for sense in read if sense.id in inside]
                sums += [one for one in sums_of(read) if one.total in inside]
        senses.sort(key=lambda sense: (sense.document, sense.item, sense.start, sense.id))
        spelled, outer = same_spelling(senses)
        stories = stored_stories(self._connection, documents)
        return find(spelled, [one.mention for one in stored], sums, stories, {**self._places, **outer})

    def related_senses(self, documents: Iterable[int], inside: Collection[str]) -> tuple[list[Sense], Outer]:
        """Give what some figures (uids) of these documents say, in one spelling, and which place lies in which."""
        senses = [sense for some in slices(list(documents)) for read in self.senses(some) for sense in read]
        spelled, outer = same_spelling([sense for sense in senses if sense.id in inside])
        return spelled, {**self._places, **outer}

    def senses(self, documents: Iterable[int]) -> list[list[Sense]]:
        """Give what each of these documents says."""
        wanted = list(documents)
        missing = [row_id for row_id in wanted if row_id not in self._read]
        if len(self._read) + len(missing) > _KEPT:
            self._read = {row_id: self._read[row_id] for row_id in wanted if row_id in self._read}
        self._read |= {row_id: [] for row_id in missing} | senses_by_document(self._connection, missing)
        return [self._read[row_id] for row_id in wanted]
