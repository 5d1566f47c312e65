"""Writing the verdict table: to a file whole or not at all, or to standard output."""

import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields
from pathlib import Path
from typing import BinaryIO

from db.errors import CannotWrite, ReviewError
from db.export import jsonl, markdown, sheet
from db.files import placed
from db.model import VerdictRow
from db.review import Review

#: The columns of the verdict table, in their order.
COLUMNS: tuple[str, ...] = tuple(field.name for field in fields(VerdictRow))

_WRITERS: dict[str, Callable[[Iterable[VerdictRow], tuple[str, ...]], Iterator[str]]] = {
    "csv": sheet.lines,
    "md": markdown.lines,
    "jsonl": jsonl.lines,
}
FORMATS = tuple(_WRITERS)


def write_table(review: Review, form: str, out: Path | None, *, force: bool = False, all_states: bool = False) -> int:
    """Write the verdict table as "csv", "md" or "jsonl" to the file `out` (None: standard output); give its rows.

    It holds the figures confirmed, disputed and misreported, in queue order; `all_states` adds the others. The text
    is UTF-8 and the same, byte for byte, for the same review. Raises CannotWrite, leaving no file and an old one as
    it is, where `out` exists and `force` is not given, or cannot be written.
    """
    if form not in _WRITERS:
        raise ReviewError(f"{form!r} is no format: give one of {', '.join(FORMATS)}")
    rows = _Counted(review.verdict_rows(all_states=all_states))
    parts = _WRITERS[form](rows, COLUMNS)
    if out is None:
        _write_out(parts)
    else:
        _write_file(parts, out, review.path, force)
    return rows.count


class _Counted:
    """Rows that are counted as they pass."""

    def __init__(self, rows: Iterator[VerdictRow]):
        self._rows = rows
        self.count = 0

    def __iter__(self) -> Iterator[VerdictRow]:
        for row in self._rows:
            self.count += 1
            yield row


def _write_out(parts: Iterator[str]) -> None:
    stream: BinaryIO | None = getattr(sys.stdout, "buffer", None)
    sys.stdout.flush()
    for part in parts:
        if stream is None:
            sys.stdout.write(part)
        else:
            stream.write(part.encode("utf-8", "replace"))
    sys.stdout.flush()


def _write_file(parts: Iterator[str], out: Path, review: Path, force: bool) -> None:
    try:
        _check_place(out, review, force)
        with placed(out, force=force) as temporary, temporary.open("xb") as file:
            for part in parts:
                file.write(part.encode("utf-8", "replace"))
    except FileExistsError:
        raise CannotWrite(
            f"{out} exists already and is left as it is: give another name, or --force to replace it"
        ) from None
    except FileNotFoundError:
        raise CannotWrite(f"{out} cannot be written: there is no folder {out.parent}") from None
    except (OSError, ValueError) as error:
        raise CannotWrite(f"{out} cannot be written: {getattr(error, 'strerror', None) or error}") from error


def _check_place(out: Path, review: Path, force: bool) -> None:
    """Find what is wrong with a place before a long table is written for nothing."""
    if out.is_dir():
        raise CannotWrite(f"{out} is a folder: give the name of a file")
    if out.exists() and out.samefile(review):
        raise CannotWrite(f"{out} is the review itself: give another name")
    if not force and (out.exists() or out.is_symlink()):
        raise FileExistsError
