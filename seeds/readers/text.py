"""A text or Markdown file to a document: stored text, front matter, zones and items."""

from seeds.dates import iso_date
from seeds.document import Zone, stored_text
from seeds.frontmatter import FrontMatter, front_matter
from seeds.readers.metadata import Metadata
from seeds.readers.pinned import pinned
from seeds.readers.reading import Reading
from seeds.zones import same_headline, zones_of


def reading_from_text(
    text: str,
    *,
    name: str,
    source: bytes | None = None,
    retrieved: str | None = None,
    title: str | None = None,
    publisher: str | None = None,
    author: str | None = None,
    url: str | None = None,
    published: str | None = None,
    language: str | None = None,
    archived: str | None = None,
) -> Reading:
    """Make a document of a decoded text; what the caller knows wins over the text's front matter.

    `source` are the bytes received; without them the text's UTF-8 counts. `retrieved` is a UTC timestamp, the present
    where it is not given. `published` may be any date that `seeds.dates.iso_date` reads.
    """
    received = source if source is not None else text.encode("utf-8", "surrogatepass")
    stored = stored_text(text)
    front = front_matter(stored)
    known_title = title or front.title
    day = (iso_date(published) if published else None) or front.published
    items, zones = zones_of(stored, title=known_title, published=day, body_start=front.end, base=retrieved)
    about = Metadata(
        publisher=publisher or front.publisher,
        author=author or front.author,
        url=url or front.url,
        language=language or front.language,
        archived=archived or front.archived,
    )
    front_zones = _front_zones(stored, front, same_headline(stored, known_title or "", zones))
    document = pinned(
        stored, items, (*front_zones, *zones), name=name, source=received, about=about, retrieved=retrieved
    )
    return Reading(document, front.warnings)


def reading_from_record(
    text: str, *, name: str, source: bytes, about: Metadata, retrieved: str | None = None
) -> Reading:
    """Make a document of the text of a record, which says beside it where it comes from.

    A title that the text does not print stands behind it, as a headline: its figures are read, and places in the text
    are those in the record.
    """
    stored = stored_text(text)
    items, zones = zones_of(stored, title=about.title, published=about.published, base=retrieved)
    if about.title and not same_headline(stored, about.title, zones):
        start = len(stored.rstrip()) + 2
        stored = f"{stored.rstrip()}\n\n{about.title}"
        zones = (*zones, Zone(start, len(stored), "headline"))
    return Reading(pinned(stored, items, zones, name=name, source=source, about=about, retrieved=retrieved))


def _front_zones(text: str, front: FrontMatter, printed: bool) -> list[Zone]:
    """Label the front matter; its title is the headline where the text below does not print it."""
    if not front.end:
        return []
    end = len(text[: front.end].rstrip())
    if front.title_at is None or printed:
        return [Zone(0, end, "boilerplate")]
    first, last = front.title_at
    rest = last + len(text[last:end]) - len(text[last:end].lstrip())
    return [Zone(0, first, "boilerplate"), Zone(first, last, "headline"), Zone(rest, end, "boilerplate")]
