"""What records call the things a document has: guessed from the usual names, or set."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

#: What a document has, and the names it goes by in exports and archives; the first that has a value counts.
FIELDS: dict[str, tuple[str, ...]] = {
    "text": (
        *("text", "body", "content", "article", "articlebody", "articletext", "fulltext", "maintext", "bodytext"),
        *("contenttext", "storytext", "story", "contenthtml", "html", "description"),
    ),
    "title": ("title", "headline", "heading", "articletitle", "name"),
    "url": ("url", "link", "canonicalurl", "canonical", "permalink", "weburl", "sourceurl", "href", "uri"),
    "published": (
        *("published", "publishedat", "publisheddate", "publisheddatetime", "datepublished", "publicationdate"),
        *("publishdate", "pubdate", "date", "datepublish", "datetime", "created", "createdat", "timestamp"),
    ),
    "author": ("author", "authors", "byline", "creator", "writer"),
    "publisher": ("publisher", "source", "outlet", "publication", "sitename", "newspaper", "sourcename", "domain"),
    "language": ("language", "lang", "locale"),
    "id": ("id", "uid", "uuid", "guid", "articleid", "docid", "documentid", "recordid"),
    "retrieved": ("retrieved", "retrievedat", "crawled", "crawledat", "scrapedat", "fetchedat", "datedownload"),
    "archived": ("archived", "archivedat", "archiveurl", "archivedurl", "archivelink"),
}


class WrongField(ValueError):
    """A --field that cannot be meant; the message is the one line a person reads."""


def fields_given(pairs: Iterable[str]) -> dict[str, str]:
    """Read what was given as FIELD=NAME ("text=content"); raises WrongField."""
    found: dict[str, str] = {}
    for pair in pairs:
        field, sign, name = pair.partition("=")
        field = field.strip().lower()
        if not sign or not name.strip() or field not in FIELDS:
            raise WrongField(f"{pair!r} is no FIELD=NAME; FIELD is one of {', '.join(FIELDS)}, as in text=content")
        if field in found:
            raise WrongField(f"{field} is given twice; one name for each field")
        found[field] = name.strip()
    return found


def folded(name: str) -> str:
    """Fold a name for comparing: "Published At", "published_at" and "publishedAt" are one."""
    return "".join(c for c in name.casefold() if c.isalnum())


def value_of(record: Mapping[str, object], field: str, given: Mapping[str, str] | None) -> object:
    """Give what a record says under a field's given name, else under its usual ones; None for nothing."""
    if given and field in given:
        return _under(record, given[field])
    by_name: dict[str, object] = {}
    for key, value in record.items():
        if value not in (None, "", [], {}):
            by_name.setdefault(folded(key), value)
    return next((by_name[name] for name in FIELDS[field] if name in by_name), None)


def _under(record: Mapping[str, object], name: str) -> object:
    """Give the value under a name, or under a path of them ("data.body")."""
    if name in record:
        return record[name]
    value: object = record
    for part in name.split("."):
        if not isinstance(value, Mapping):
            return None
        value = value.get(part)
    return value


def text_of(value: object) -> str | None:
    """Give the text of a value: a text, a list of paragraphs, or a thing that holds one; None for anything else."""
    if isinstance(value, str):
        return value if value.strip() else None
    if isinstance(value, list):
        parts = [part for one in value if (part := text_of(one))]
        return "\n\n".join(parts) or None
    if isinstance(value, dict):
        return next(
            (text for key in ("text", "rendered", "value", "content") if (text := text_of(value.get(key)))), None
        )
    return None
