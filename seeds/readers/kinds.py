"""The kinds of files that are read, and their bytes to documents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from seeds.readers import Failure
from seeds.readers.decode import decoded, is_binary
from seeds.readers.text import Reading, reading_from_text

if TYPE_CHECKING:
    from collections.abc import Iterator


def read_bytes(
    data: bytes,
    *,
    name: str,
    given: str,
    kind: str | None = None,
    charset: str | None = None,
    url: str | None = None,
    retrieved: str | None = None,
) -> Iterator[Reading | Failure]:
    """Read the bytes of one file or page; never raises for what is in them.

    `kind` is what they are said to be (None: they tell themselves), `charset` what their sender says, `url` where they
    were fetched and `retrieved` when. `given` is the name that a failure is told under.
    """
    if kind not in (None, "text") or is_binary(data) or data[:1000].lstrip().startswith(b"<"):
        yield Failure(given, "not a text; save its text to a .txt file and add that")
        return
    try:
        text, doubt = data.decode(charset or "utf-8"), None
    except (LookupError, UnicodeError):
        text, doubt = decoded(data)
    if not any(map(str.isalnum, text)):
        yield Failure(given, "empty: there is no text in it; give it some or leave it out")
        return
    reading = reading_from_text(text, name=name, source=data, url=url, retrieved=retrieved)
    yield Reading(reading.document, (doubt, *reading.warnings)) if doubt else reading
