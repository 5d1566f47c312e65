"""The keys of the query language, what they take, and the queries that are offered ready-made."""

from dataclasses import dataclass
from typing import get_args

from db.model import DISMISSALS, LATER, REASONS, VERDICTS
from figures.model import Kind, RelationKind, SignKind
from seeds.document import ZoneKind


@dataclass(frozen=True, slots=True)
class Key:
    """One key: what it asks, and the values it takes with what each means; without values it takes any text."""

    name: str
    help: str
    values: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Ready:
    """A query to choose instead of writing it."""

    query: str
    help: str


_STATES = (*((choice.code, choice.label) for choice in VERDICTS), ("unresolved", "reviewers differ"))

#: What `is:` takes. Those of BEYOND are looked for outside the queue too.
_IS = (
    ("undecided", "no verdict yet, or reviewers differ"),
    ("decided", "confirmed, disputed, misreported or dismissed"),
    ("mine", "with a verdict of your own"),
    ("later", f"put off: tagged {LATER}"),
    ("tagged", "with any tag"),
    ("noted", "with a note"),
    ("corrected", "put right by a reviewer"),
    ("added", "missed by the extractor, added by a reviewer"),
    ("teaser", "of another story on the same page"),
    ("headline", "in a headline"),
    ("approximate", "around, some, about"),
    ("vague", "dozens, hundreds"),
    ("increment", "another 3,000, 3,000 more"),
    ("changed", "took the place of another number in a newer version"),
    ("orphaned", "judged, and gone from the newest version"),
    ("checkable", "in need of a check; -is:checkable shows the rest"),
)
BEYOND = ("orphaned", "checkable")

_HAS = (
    ("evidence", "a link, document or conversation"),
    ("note", "a note"),
    ("tag", "a tag"),
    ("correction", "a value put right"),
    ("noun", "a thing that is counted"),
    ("source", "somebody named for it"),
    ("date", "as of when"),
    ("question", "others that answer the same question"),
    ("sign", "a sign that it is misreported"),
)

_RELATIONS: tuple[tuple[RelationKind, str], ...] = (
    ("conflict", "no number fits it and another of its question"),
    ("equal", "another says the same, and none conflicts"),
    ("compatible", "it fits those with which it can be compared"),
    ("not_comparable", "it can be compared with none"),
)

KEYS: tuple[Key, ...] = (
    Key("state", "the verdict", _STATES),
    Key("is", "what it is", _IS),
    Key("has", "what it has", _HAS),
    Key("without", "what it lacks", _HAS),
    Key("kind", "count, money, percent ...", tuple((kind, "") for kind in get_args(Kind))),
    Key("noun", "words of the thing counted"),
    Key("source", "who says so"),
    Key("publisher", "who published it"),
    Key("document", "name, title or link of the document"),
    Key("unit", "the unit, from its start: usd, kilo"),
    Key("tag", "a tag, exactly"),
    Key(
        "reason",
        "why misreported or dismissed",
        tuple((choice.code, choice.label) for choice in (*REASONS, *DISMISSALS)),
    ),
    Key("question", "words of its question's title"),
    Key("relation", "what it is to the others of its question", _RELATIONS),
    Key(
        "sign",
        "of which misreport it has a sign",
        tuple((choice.code, choice.label) for choice in REASONS if choice.code in get_args(SignKind)),
    ),
    Key("zone", "the part of the page", tuple((zone, "") for zone in get_args(ZoneKind))),
)

BY_NAME = {key.name: key for key in KEYS}

READY: tuple[Ready, ...] = (
    Ready("is:undecided", "what is left to do"),
    Ready("state:confirmed,disputed,misreported without:evidence", "decided without evidence"),
    Ready("is:undecided relation:conflict", "undecided, and in a conflict"),
    Ready("has:sign", "with a sign of a misreport"),
    Ready("is:undecided without:source", "undecided, and nobody is named"),
    Ready("state:unresolved", "reviewers differ"),
    Ready("is:later", "put off for later"),
    Ready("state:misreported", "misreported"),
    Ready("has:note", "with a note"),
    Ready("kind:money", "sums of money"),
    Ready("kind:count >=1000", "counts from a thousand on"),
    Ready("zone:headline", "in headlines"),
    Ready("is:orphaned", "judged, and gone from the newest version"),
)
