"""PDF files (extra `pdf`): the text that is in them, page by page, as paragraphs without their running heads."""

from __future__ import annotations

import time
from io import BytesIO
from typing import TYPE_CHECKING, Any

from seeds.readers import metadata
from seeds.readers.compose import compose
from seeds.readers.extras import MissingExtra, missing, quiet
from seeds.readers.metadata import Metadata
from seeds.readers.page_lines import pieces_of
from seeds.readers.reading import Failure, Reading, Source

if TYPE_CHECKING:
    from pypdf import PdfReader

#: Pages beyond these, and pages whose drawing takes more bytes than this, are left out, and that is told.
_MOST_PAGES, _LARGEST_PAGE = 2_000, 8_000_000
#: Seconds that one page, and a whole file, may take.
_PAGE_SECONDS, _FILE_SECONDS = 20.0, 120.0
#: With fewer letters and digits a page has no text of its own.
_LEAST = 20
_NO_TITLES = ("untitled", "microsoft word", "powerpoint", "document", "layout 1", "slide 1")
_OCR = "a scan: its pages are pictures without text; run text recognition (OCR) on it and add what that gives"


class _Slow(Exception):
    """A page takes longer than it may."""


def reading_from_pdf(data: bytes, source: Source) -> Reading | Failure:
    """Make a document of the bytes of a PDF file."""
    try:
        reader = _opened(data)
    except MissingExtra as error:
        return Failure(source.given, str(error))
    except Exception as error:  # pypdf raises errors of many kinds on damaged files
        return Failure(source.given, _damaged(error))
    if reader is None:
        return Failure(source.given, "encrypted: open it with its password, save it without one and add that")
    warnings: list[str] = []
    try:
        pages = _pages(reader, warnings)
        about = _about(reader, source.url)
    except Exception as error:  # as above
        return Failure(source.given, _damaged(error))
    if sum(map(str.isalnum, "".join(map("".join, pages)))) < _LEAST:
        return Failure(source.given, warnings[0] if warnings else _OCR)
    pieces = pieces_of(pages)
    document = compose(pieces, name=source.name, source=data, about=about, retrieved=source.retrieved)
    return Reading(document, tuple(warnings))


def _damaged(error: Exception) -> str:
    return f"a damaged PDF file ({type(error).__name__}); open it in a viewer, save it anew and add that"


def _opened(data: bytes) -> PdfReader | None:
    """Open a file; None where it needs a password. Raises MissingExtra, and what pypdf raises."""
    try:
        import pypdf
    except ImportError:
        raise missing("PDF files", "pdf") from None
    quiet("pypdf")
    reader = pypdf.PdfReader(BytesIO(data), strict=False)
    if reader.is_encrypted:
        try:
            if not reader.decrypt(""):
                return None
        except Exception:  # a cipher that is not known, or whose library is not installed
            return None
    return reader


def _pages(reader: PdfReader, warnings: list[str]) -> list[list[str]]:
    """Give the lines of each page; what is left out is told in `warnings`."""
    count = len(reader.pages)
    if count > _MOST_PAGES:
        warnings.append(f"only its first {_MOST_PAGES:,} pages are read, of {count:,}; split it")
    pages: list[list[str]] = []
    left_out: list[int] = []
    end = time.monotonic() + _FILE_SECONDS
    for number in range(min(count, _MOST_PAGES)):
        if time.monotonic() > end:
            warnings.append(f"its pages from {number + 1:,} on are left out, since they take too long; split it")
            break
        try:
            pages.append(_lines(reader.pages[number]))
        except Exception:  # one page that cannot be read does not cost the others
            left_out.append(number + 1)
            pages.append([])
    if left_out:
        named = ", ".join(map(str, left_out[:5])) + ("…" if len(left_out) > 5 else "")
        pages_word = "page" if len(left_out) == 1 else "pages"
        warnings.append(f"{pages_word} {named} could not be read, and left out; look at them in a viewer")
    return pages


def _lines(page: Any) -> list[str]:
    contents = page.get_contents()
    if contents is not None and len(contents.get_data()) > _LARGEST_PAGE:
        raise _Slow
    end = time.monotonic() + _PAGE_SECONDS

    def watch(*_: object) -> None:
        if time.monotonic() > end:
            raise _Slow

    text: str = page.extract_text(visitor_operand_before=watch)
    return text.split("\n")


def _about(reader: PdfReader, url: str | None) -> Metadata:
    """Read what a file says of itself; when it was made says nothing of when its text was published."""
    information: Any = reader.metadata or {}
    title = metadata.tidy_title(information.get("/Title"))
    if title and (title.lower().startswith(_NO_TITLES) or title.lower().endswith((".doc", ".docx", ".indd", ".pdf"))):
        title = None
    root: Any = reader.trailer.get("/Root", {})
    return Metadata(
        title=title,
        author=metadata.names(information.get("/Author")),
        url=url,
        language=metadata.language(root.get("/Lang") if hasattr(root, "get") else None),
    )
