"""Whatever reviewers do, counters and state are what the log comes to, and undo gives back what was."""

import json
import sqlite3
import tempfile
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from db import Review, open_review
from db.model import REASONS, VERDICTS
from tests.factories import sample

# What the desk can show of every figure: state, reason, note, links.
Shown = dict[int, tuple[str, str | None, str | None, tuple[str, ...]]]

_STATES = [*(choice.code for choice in VERDICTS), "unresolved"]
_FIGURES = st.lists(st.integers(1, 8), min_size=1, max_size=5)
_VERDICTS = st.sampled_from([choice.code for choice in VERDICTS if choice.code != "misreported"])


class Reviewing(RuleBasedStateMachine):
    """Two reviewers on two connections of one file, held against the log and a recount after every step."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.path = Path(self.folder.name) / "kursk.db"
        self.reviews = {"ana": self._open("ana"), "ben": self._open("ben")}
        self.undone = {"ana": 0, "ben": 0}
        self.last: str | None = None
        for number in (1, 2):
            self.reviews["ana"].add(*sample(number))

    def _open(self, name: str) -> Review:
        review = open_review(self.path, reviewer=name, create=True)
        # The disk's part is tested elsewhere; without waiting for it many more steps fit.
        review.connection.execute("PRAGMA synchronous = OFF")
        return review

    def teardown(self) -> None:
        for review in self.reviews.values():
            review.close()
        self.folder.cleanup()

    def shown(self) -> Shown:
        views = self.reviews["ana"].figures(range(1, 9))
        return {
            view.row_id: (view.state, view.reason, view.note, tuple(item.name for item in view.evidence))
            for view in views
        }

    def acted(self, name: str) -> None:
        self.undone[name] = 0
        self.last = name

    names = st.sampled_from(["ana", "ben"])

    @rule(name=names, figures=_FIGURES, verdict=_VERDICTS, note=st.none() | st.text(max_size=5))
    def decide(self, name: str, figures: list[int], verdict: str, note: str | None) -> None:
        self.reviews[name].decide(figures, verdict, note=note)
        self.acted(name)

    @rule(name=names, figures=_FIGURES, reason=st.sampled_from([choice.code for choice in REASONS]))
    def misreport(self, name: str, figures: list[int], reason: str) -> None:
        self.reviews[name].decide(figures, "misreported", reason=reason, evidence=["https://example.org/"])
        self.acted(name)

    @rule(name=names, figure=st.integers(1, 8), number=st.integers(0, 9))
    def add_evidence(self, name: str, figure: int, number: int) -> None:
        self.reviews[name].add_evidence(figure, f"https://example.org/{number}")
        self.acted(name)

    @rule(name=names)
    def undo(self, name: str) -> None:
        before = self.shown()
        if self.reviews[name].undo() is not None:
            self.undone[name] += 1
            self.last = name
        else:
            assert self.shown() == before

    @rule(name=names)
    def redo(self, name: str) -> None:
        before = self.shown()
        action = self.reviews[name].redo()
        assert (action is not None) == (self.undone[name] > 0)
        if action is not None:
            self.undone[name] -= 1
        else:
            assert self.shown() == before

    @precondition(lambda self: self.last is not None)
    @rule()
    def the_last_one_goes_back_and_forth(self) -> None:
        before = self.shown()
        review = self.reviews[str(self.last)]
        if review.undo() is not None:
            assert review.redo() is not None
        assert self.shown() == before

    @rule(name=names)
    def reopen(self, name: str) -> None:
        self.reviews[name].close()
        self.reviews[name] = self._open(name)

    @rule(name=names, figure=st.none() | st.text(max_size=3), everything=st.booleans())
    def leave_the_desk(self, name: str, figure: str | None, everything: bool) -> None:
        from db.model import DeskState

        state = DeskState(None if figure is None else figure.encode("utf-8", "replace").decode(), show_all=everything)
        self.reviews[name].save_desk(state)
        assert self.reviews[name].desk() == state

    @invariant()
    def counters_are_a_recount(self) -> None:
        connection = sqlite3.connect(self.path)
        counted = dict(
            connection.execute("SELECT state, count(*) FROM figures WHERE checkable = 1 GROUP BY state").fetchall()
        )
        connection.close()
        progress = self.reviews["ben"].progress()
        states = {name: getattr(progress, name) for name in _STATES}
        assert states == {name: counted.get(name, 0) for name in _STATES}
        assert progress.queue == sum(states.values()) == 6
        assert (progress.documents, progress.figures) == (2, 8)

    @invariant()
    def state_is_what_the_log_comes_to(self) -> None:
        assert self.shown() == self._replayed()

    def _replayed(self) -> Shown:
        """Work every figure's state out again, from the events alone."""
        connection = sqlite3.connect(self.path)
        events = connection.execute(
            "SELECT action_uid, kind, figure_id, reviewer_id, payload FROM events ORDER BY id"
        ).fetchall()
        connection.close()
        reversed_by = {json.loads(event[4])["action"]: event[1] for event in events if event[1] in ("undo", "redo")}
        verdicts: dict[int, dict[int, tuple[str, str | None]]] = {row_id: {} for row_id in range(1, 9)}
        notes: dict[int, str | None] = dict.fromkeys(verdicts)
        links: dict[int, tuple[str, ...]] = dict.fromkeys(verdicts, ())
        for action, kind, row_id, reviewer, payload in events:
            if reversed_by.get(action) == "undo":
                continue
            values = json.loads(payload)
            if kind == "verdict":
                verdicts[row_id].pop(reviewer, None)
                if values["verdict"] != "unreviewed":
                    verdicts[row_id][reviewer] = (values["verdict"], values["reason"])
            elif kind == "note":
                notes[row_id] = values["note"] or None
            elif kind == "evidence":
                links[row_id] = (*links[row_id], values["link"])
        return {row_id: (*_agreed(verdicts[row_id]), notes[row_id], links[row_id]) for row_id in verdicts}


def _agreed(verdicts: dict[int, tuple[str, str | None]]) -> tuple[str, str | None]:
    """Give state and reason where reviewers, oldest verdict first, say this."""
    if not verdicts:
        return "unreviewed", None
    if len({verdict for verdict, _ in verdicts.values()}) > 1:
        return "unresolved", None
    return list(verdicts.values())[-1]


TestReviewing = Reviewing.TestCase
TestReviewing.settings = settings(max_examples=30, stateful_step_count=25)
