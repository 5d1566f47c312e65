"""Writing an export: to a file or folder whole or not at all, or to standard output."""

import sys
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from typing import BinaryIO

from db.errors import CannotWrite
from db.export.formats import Format
from db.export.options import Export, checked
from db.export.table import Table
from db.files import placed, placed_folder
from db.review import Review


def write_table(review: Review, export: Export, tell: Callable[[str], None] | None = None) -> int:
    """Write the verdict table as asked; gives how many figures it has.

    Without verdicts, filter or `all_states` it holds the figures confirmed, disputed and misreported, in queue order.
    Text is UTF-8; all is the same, byte for byte, for the same review. `tell` is given a line about what is not in the
    file as somebody would expect it, such as a text cut to what the format can hold.

    Raises BadExport or QueryError for what makes no sense, and CannotWrite, leaving nothing and what was there as it
    is, where `out` exists and `force` is not given, or cannot be written.
    """
    form = checked(export)
    table = Table(review, export, tell)
    if export.out is None:
        _write_out(_pieces(form, table))
    else:
        _write_to(form, table, export.out)
    return table.count


def _pieces(form: Format, table: Table) -> Iterator[str]:
    found: Iterator[str] = import_module(form.module).pieces(table)
    return found


def _write_out(parts: Iterator[str]) -> None:
    stream: BinaryIO | None = getattr(sys.stdout, "buffer", None)
    sys.stdout.flush()
    for part in parts:
        if stream is None:
            sys.stdout.write(part)
        else:
            stream.write(part.encode("utf-8", "replace"))
    sys.stdout.flush()


def _write_to(form: Format, table: Table, out: Path) -> None:
    force = table.export.force
    try:
        _check_place(out, table.review.path, form, force)
        if form.makes == "folder":
            with placed_folder(out, force=force) as folder:
                import_module(form.module).write(table, folder)
            return
        with placed(out, force=force) as temporary:
            if form.makes == "file":
                import_module(form.module).write(table, temporary)
            else:
                with temporary.open("xb") as file:
                    for part in _pieces(form, table):
                        file.write(part.encode("utf-8", "replace"))
    except FileExistsError:
        raise CannotWrite(
            f"{out} exists already and is left as it is: give another name, or --force to replace it"
        ) from None
    except FileNotFoundError:
        raise CannotWrite(f"{out} cannot be written: there is no folder {out.parent}") from None
    except (OSError, ValueError) as error:
        raise CannotWrite(f"{out} cannot be written: {getattr(error, 'strerror', None) or error}") from error


def _check_place(out: Path, review: Path, form: Format, force: bool) -> None:
    """Find what is wrong with a place before a long table is written for nothing."""
    if form.makes != "folder" and out.is_dir():
        raise CannotWrite(f"{out} is a folder: give the name of a file")
    if out.exists() and not out.is_dir() and not out.is_file():
        raise CannotWrite(f"{out} is no ordinary file: give the name of one, or write to standard output")
    if out.exists() and out.samefile(review):
        raise CannotWrite(f"{out} is the review itself: give another name")
    if form.makes == "folder" and out.exists() and not out.is_dir():
        raise CannotWrite(f"{out} is a file: give the name of a folder")
    empty = out.is_dir() and not any(out.iterdir())
    if not force and (out.is_symlink() or (out.exists() and not empty)):
        raise FileExistsError
