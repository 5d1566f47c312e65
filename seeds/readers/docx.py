"""Word documents (.docx): paragraphs, headings, tables row by row, footnotes, and what the file says of itself.

A .docx is a zip file of XML. It is read with the standard library: expat, which is told to stop at any document type,
so that no entity is ever defined or fetched, and which builds no tree, so that depth costs nothing.
"""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from io import BytesIO
from typing import TYPE_CHECKING
from xml.parsers import expat

from seeds.document import ZoneKind, stored_text
from seeds.readers import metadata, reading
from seeds.readers.compose import Piece, compose
from seeds.readers.metadata import Metadata
from seeds.readers.reading import EMPTY, Failure, Reading, Source

if TYPE_CHECKING:
    from zipfile import ZipFile

_OLD_WORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_DOCUMENT, _STYLES, _NOTES, _CORE = "word/document.xml", "word/styles.xml", "word/footnotes.xml", "docProps/core.xml"
#: A title in the first paragraph has at most so many characters.
_LONGEST_TITLE = 180
#: What a style is called in the file, whatever the language of the program: the beginnings of its names.
_STYLE_KINDS: tuple[tuple[str, ZoneKind], ...] = (
    ("heading", "headline"),
    ("title", "headline"),
    ("caption", "caption"),
)
_BREAKS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad"}


class _Refused(Exception):
    """A file that is not read; the message says why and what to do."""


def reading_from_docx(data: bytes, source: Source) -> Reading | Failure:
    """Make a document of the bytes of a Word file."""
    if data.startswith(_OLD_WORD):
        return Failure(source.given, "an old or encrypted Word file; save it as .docx without a password and add that")
    try:
        with zipfile.ZipFile(BytesIO(data)) as file:
            pieces, about = _contents(file)
    except _Refused as refused:
        return Failure(source.given, str(refused))
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, EOFError, ValueError) as error:
        return Failure(
            source.given, f"a damaged or unusual zip file ({type(error).__name__}); save it anew and add that"
        )
    except Exception as error:  # zlib and lzma raise errors of their own
        return Failure(source.given, f"a damaged zip file ({type(error).__name__}); save it anew and add that")
    if not any(any(map(str.isalnum, piece.text)) for piece in pieces):
        return Failure(source.given, EMPTY)
    about = about if about.url else metadata.merged(about, Metadata(url=source.url))
    document = compose(pieces, name=source.name, source=data, about=about, retrieved=source.retrieved)
    return Reading(document)


def _contents(file: ZipFile) -> tuple[list[Piece], Metadata]:
    names = set(file.namelist())
    if _DOCUMENT not in names:
        raise _Refused("a zip file that is no Word document; unpack it and add what is in it")
    wanted = [name for name in (_DOCUMENT, _STYLES, _NOTES, _CORE) if name in names]
    if sum(file.getinfo(name).file_size for name in wanted) > reading.LARGEST:
        raise _Refused(f"larger than figcheck reads when unpacked (at most {reading.LARGEST // 2**20} MB); split it")
    about = _core(_part(file, _CORE)) if _CORE in names else Metadata()
    styles = _styles(_part(file, _STYLES)) if _STYLES in names else {}
    body = _Body(styles)
    _parse(_part(file, _DOCUMENT), body.start, body.end, body.text)
    if _NOTES in names:
        _parse(_part(file, _NOTES), body.start, body.end, body.text)
    pieces = _titled(body.pieces)
    title = about.title or next((piece.text for piece in pieces if piece.kind == "headline"), None)
    return pieces, metadata.merged(Metadata(title=metadata.tidy_title(title)), about)


def _part(file: ZipFile, name: str) -> bytes:
    """Unpack one file of the zip, no more of it than is read, whatever size it says it has."""
    with file.open(name) as part:
        data = part.read(reading.LARGEST + 1)
    if len(data) > reading.LARGEST:
        raise _Refused(f"larger than figcheck reads when unpacked (at most {reading.LARGEST // 2**20} MB); split it")
    return data


def _parse(
    data: bytes,
    start: Callable[[str, dict[str, str]], None],
    end: Callable[[str], None],
    text: Callable[[str], None],
) -> None:
    """Read XML; the names of elements and attributes come without their namespaces."""
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True

    def refuse(*_: object) -> None:
        raise _Refused("a Word file with definitions of its own (a document type), which none needs; not read")

    parser.StartDoctypeDeclHandler = refuse
    parser.EntityDeclHandler = refuse
    parser.StartElementHandler = lambda name, attributes: start(
        _local(name), {_local(key): value for key, value in attributes.items()}
    )
    parser.EndElementHandler = lambda name: end(_local(name))
    parser.CharacterDataHandler = text
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        raise _Refused(f"a damaged Word file ({expat.ErrorString(error.code)}); save it anew and add that") from error


def _local(name: str) -> str:
    return name.rpartition(" ")[2]


class _Body:
    """The paragraphs of a text part, while they are read; a row of a table is one."""

    def __init__(self, styles: dict[str, ZoneKind]) -> None:
        self.pieces: list[Piece] = []
        self._styles = styles
        #: The paragraphs that are open (a text box stands in one), each with its parts and style.
        self._open: list[tuple[list[str], list[str]]] = []
        self._cells: list[list[str]] = []
        self._tables = self._fallbacks = self._texts = self._notes = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Take the start of an element."""
        if name == "Fallback":  # the same text box once more, for old programs
            self._fallbacks += 1
        elif name == "p":
            self._open.append(([], []))
        elif name == "pStyle" and self._open:
            self._open[-1][1].append(attributes.get("val", ""))
        elif name == "t":
            self._texts += 1
        elif name in _BREAKS and self._open and not self._fallbacks and "val" not in attributes:
            self._open[-1][0].append(_BREAKS[name])
        elif name == "tbl":
            self._tables += 1
        elif name == "tr" and self._tables == 1:
            self._cells = []
        elif name == "tc" and self._tables == 1:
            self._cells.append([])

    def end(self, name: str) -> None:
        """Take the end of an element."""
        if name == "Fallback":
            self._fallbacks -= 1
        elif name == "t":
            self._texts -= 1
        elif name == "p" and self._open:
            self._paragraph(*self._open.pop())
        elif name == "tbl":
            self._tables -= 1
        elif name == "tr" and self._tables == 1:
            self._put("\t".join(" ".join(cell) for cell in self._cells), "body")

    def text(self, text: str) -> None:
        """Take characters; only those of runs of text count, not deleted ones or fields."""
        if self._texts and self._open and not self._fallbacks:
            self._open[-1][0].append(text)

    def _paragraph(self, parts: list[str], style: list[str]) -> None:
        text = "".join(parts)
        if self._tables and self._cells:
            self._cells[-1].extend(text.split())
            return
        kind = self._styles.get(style[0]) if style else None
        self._put(text, kind or "body")

    def _put(self, text: str, kind: ZoneKind) -> None:
        stored = stored_text(text).strip()
        if stored:
            self.pieces.append(Piece(stored, kind))


def _titled(pieces: list[Piece]) -> list[Piece]:
    """Take a first paragraph that ends without full stop for the title where no style says what is one."""
    if not pieces or any(piece.kind == "headline" for piece in pieces) or len(pieces) < 2:
        return pieces
    first = pieces[0]
    short = len(first.text) <= _LONGEST_TITLE and "\n" not in first.text and "\t" not in first.text
    return [first._replace(kind="headline"), *pieces[1:]] if short and first.text[-1] not in ".!…:;," else pieces


def _styles(data: bytes) -> dict[str, ZoneKind]:
    """Give what the styles of a file stand for, by their ids."""
    found: dict[str, ZoneKind] = {}
    current = [""]

    def start(name: str, attributes: dict[str, str]) -> None:
        if name == "style":
            current[0] = attributes.get("styleId", "")
        elif name == "name" and current[0]:
            called = attributes.get("val", "").lower()
            kind = next((kind for beginning, kind in _STYLE_KINDS if called.startswith(beginning)), None)
            if kind:
                found[current[0]] = kind
            current[0] = ""

    _parse(data, start, lambda _: None, lambda _: None)
    return found


def _core(data: bytes) -> Metadata:
    """Read the core properties; when a file was saved says nothing of when its text was published."""
    found: dict[str, str] = {}
    current = [""]

    def start(name: str, _: dict[str, str]) -> None:
        current[0] = name

    def text(text: str) -> None:
        if current[0] in ("title", "creator", "language"):
            found[current[0]] = (found.get(current[0], "") + text)[: metadata.LONGEST_ADDRESS]

    def end(_: str) -> None:
        current[0] = ""

    _parse(data, start, end, text)
    return Metadata(
        title=metadata.tidy_title(found.get("title")),
        author=metadata.names(found.get("creator")),
        language=metadata.language(found.get("language")),
    )
