"""Views for people and for other programs, and the index for searching."""

from db.schema.comparing import ANSWERS
from db.schema.desk import COUNTERS

#: Searched by MATCH; its rowid is figures.id, its text stays in figures alone. The starts of words are as large as the
#: words and take as long to store; without them the first hits of "com*" come only when all are found, at a million
#: figures after 50 ms.
SEARCH = """
    CREATE VIRTUAL TABLE figures_fts USING fts5 (
        sentence, noun, content="figures", content_rowid='id', columnsize=0,
        tokenize='unicode61 remove_diacritics 2', prefix='3'
    )
"""

#: Sixteen pieces of the search index of one size are merged at a time, a little with each batch of documents: with 4,
#: as FTS5 has it, a batch takes a tenth longer to store. All of a size at once, for which everybody would have to wait,
#: only when there are 64 of it.
MERGED = "INSERT INTO figures_fts (figures_fts, rank) VALUES ('automerge', 16), ('crisismerge', 64)"

_CORRECTED = ("low", "high", "bound", "unit", "noun", "attribution", "as_of")


def _value(field: str) -> str:
    """Give a field as a reviewer corrected it, else as extracted."""
    return f"CASE WHEN c_{field}.field IS NULL THEN f.{field} ELSE c_{field}.value END AS {field}"


def _join(field: str) -> str:
    return f"LEFT JOIN corrections AS c_{field} ON c_{field}.figure_id = f.id AND c_{field}.field = '{field}'"


def _verdict_table() -> str:
    value = {field: _value(field) for field in _CORRECTED}
    return f"""
    SELECT f.uid AS figure_id, d.publisher, coalesce(i.title, CASE WHEN f.item = 0 THEN d.title END) AS title, d.url,
        coalesce(i.published, CASE WHEN f.item = 0 THEN d.published END) AS published,
        f.text, {value["low"]},
        {value["high"]},
        {value["bound"]}, f.kind,
        {value["unit"]},
        {value["noun"]},
        {value["attribution"]},
        {value["as_of"]},
        f.sentence, f.state AS verdict, f.reason, f.note,
        (SELECT group_concat(coalesce(e.link, e.title), ' ') FROM
            (SELECT link, title FROM evidence WHERE figure_id = f.id ORDER BY added_at, id) AS e) AS evidence,
        r.name AS reviewer, f.decided_at,
        coalesce(q.renamed, q.title) AS question, n.relation, n.support AS origins
    FROM figures AS f
    JOIN documents AS d ON d.id = f.document_id
    JOIN items AS i ON i.document_id = f.document_id AND i.number = f.item
    {" ".join(_join(field) for field in _CORRECTED)}
    LEFT JOIN reviewers AS r ON r.id = f.decided_by
    LEFT JOIN questions AS q ON f.status = 'live' AND q.id =
        (SELECT min(m.question_id) FROM memberships AS m WHERE m.figure_id = f.id AND {ANSWERS})
    LEFT JOIN outcomes AS o ON o.question_id = q.id
    LEFT JOIN comparisons AS n ON n.question_id = o.question_id AND n.figure_id = f.id
    WHERE f.state IN ('confirmed', 'disputed', 'misreported') AND f.status <> 'retired'
    ORDER BY f.document_id, f.teaser, f.start, f.id
"""


def _progress() -> str:
    counts = (f"(SELECT value FROM counters WHERE name = '{name}') AS {name}" for name in COUNTERS)
    return f"SELECT {', '.join(counts)}"


#: Each view's name and what it selects.
VIEWS = {"verdict_table": _verdict_table(), "progress": _progress()}
