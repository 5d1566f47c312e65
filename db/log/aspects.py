"""What a figure's standing events come to, as rows: plain functions of the events."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from db.log.standing import Standing

Row = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Aspect:
    """A table that holds what events of some kinds come to.

    `rows` takes a figure's standing events of these kinds, oldest first, and gives the values of `columns` in rows;
    each row also has the figure's id.
    """

    table: str
    kinds: tuple[str, ...]
    columns: tuple[str, ...]
    rows: Callable[[Sequence[Standing]], list[Row]]


@dataclass(frozen=True, slots=True)
class Decision:
    """What a figure comes to: its state, and by whom and when where one reviewer's word made it so."""

    state: str = "unreviewed"
    reason: str | None = None
    reviewer_id: int | None = None
    at: str | None = None


def decision(events: Iterable[Standing]) -> Decision:
    """Give a figure's state by its verdicts and adjudications, oldest first.

    One reviewer's verdict is the figure's; two who differ make it unresolved, until somebody adjudicates; another
    verdict given after that opens it again.
    """
    latest: dict[int, Standing] = {}
    settled: Standing | None = None
    since: set[int] = set()  # who gave a verdict after the adjudication
    for event in events:
        if event.kind == "adjudication":
            settled, since = (event if _decided(event) else None), set()
            continue
        latest.pop(event.reviewer_id, None)
        since.discard(event.reviewer_id)
        if _decided(event):
            latest[event.reviewer_id] = event
            since.add(event.reviewer_id)
    if settled is not None and all(_verdict(latest[reviewer]) == _verdict(settled) for reviewer in since):
        return _said(settled)
    if not latest:
        return Decision()
    if len({_verdict(event) for event in latest.values()}) > 1:
        return Decision("unresolved")
    return _said(next(reversed(latest.values())))


def note(events: Sequence[Standing]) -> str | None:
    """Give a figure's note: the newest that anybody wrote; None where that took it away."""
    return (events[-1].values["note"] or None) if events else None


def _said(event: Standing) -> Decision:
    return Decision(_verdict(event), event.values["reason"], event.reviewer_id, event.at)


def _verdict(event: Standing) -> str:
    return str(event.values["verdict"])


def _decided(event: Standing) -> bool:
    return _verdict(event) != "unreviewed"


def _verdicts(events: Sequence[Standing]) -> list[Row]:
    latest = {event.reviewer_id: event for event in events}
    return [
        (event.reviewer_id, event.values["verdict"], event.values["reason"], event.at, event.id)
        for event in latest.values()
        if _decided(event)
    ]


def _adjudications(events: Sequence[Standing]) -> list[Row]:
    return [
        (event.reviewer_id, event.values["verdict"], event.values["reason"], event.at, event.id)
        for event in events[-1:]
        if _decided(event)
    ]


def _notes(events: Sequence[Standing]) -> list[Row]:
    latest = {event.reviewer_id: event for event in events}
    return [
        (event.reviewer_id, event.values["note"], event.at, event.id)
        for event in latest.values()
        if event.values["note"]
    ]


_EVIDENCE_VALUES = ("link", "title", "quote", "stance", "seen_on", "archived_link")


def _evidence(events: Sequence[Standing]) -> list[Row]:
    return [
        (
            event.id,
            event.values.get("kind", "link"),
            *(event.values.get(name) for name in _EVIDENCE_VALUES),
            event.reviewer_id,
            event.at,
        )
        for event in events
    ]


def _tags(events: Sequence[Standing]) -> list[Row]:
    latest = {event.values["tag"]: event for event in events}
    return [(tag, event.reviewer_id, event.at, event.id) for tag, event in latest.items() if event.values["on"]]


def _corrections(events: Sequence[Standing]) -> list[Row]:
    latest = {event.values["field"]: event for event in events}
    return [
        (field, event.values["value"], event.reviewer_id, event.at, event.id)
        for field, event in latest.items()
        if not event.values.get("withdrawn")
    ]


_SAID = ("reviewer_id", "verdict", "reason", "decided_at", "event_id")

#: Every table that is worked out figure by figure.
ASPECTS: tuple[Aspect, ...] = (
    Aspect("verdicts", ("verdict",), _SAID, _verdicts),
    Aspect("adjudications", ("adjudication",), _SAID, _adjudications),
    Aspect("notes", ("note",), ("reviewer_id", "note", "written_at", "event_id"), _notes),
    Aspect("evidence", ("evidence",), ("id", "kind", *_EVIDENCE_VALUES, "reviewer_id", "added_at"), _evidence),
    Aspect("tags", ("tag",), ("tag", "reviewer_id", "tagged_at", "event_id"), _tags),
    Aspect("corrections", ("correction",), ("field", "value", "reviewer_id", "corrected_at", "event_id"), _corrections),
)
