"""Writing files whole or not at all."""

import contextlib
import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def placed(path: Path, *, force: bool = False) -> Iterator[Path]:
    """Give a temporary path in path's folder; what was written there stands at path when the block ends well.

    Raises FileExistsError, leaving the old file as it is, where path exists and `force` is not given. If the block
    raises, nothing is left behind. The file and its folder are synced to the disk.
    """
    # Not made of the file's own name: that may be as long as a name can be.
    temporary = path.parent / f".figcheck-{secrets.token_hex(8)}.tmp"
    try:
        yield temporary
        _sync(temporary)
        if force:
            os.replace(temporary, path)
        else:
            _put(temporary, path)
        _sync_folder(path.parent)
    finally:
        with contextlib.suppress(FileNotFoundError):
            temporary.unlink()


#: Lists the files of a folder that was written whole: what nobody else put anything into may be replaced.
LISTING = ".figcheck-export"


@contextmanager
def placed_folder(path: Path, *, force: bool = False) -> Iterator[Path]:
    """Give an empty temporary folder beside path, which stands at path when the block ends well.

    An empty folder at path is replaced, and with `force` one that was written so and holds no other files since. Raises
    FileExistsError, leaving path as it is, for anything else there. If the block raises, nothing is left behind. The
    files and the folder are synced to the disk.
    """
    temporary = path.parent / f".figcheck-{secrets.token_hex(8)}.tmp"
    old = temporary.with_suffix(".old")
    temporary.mkdir()
    try:
        yield temporary
        names = _names(temporary)
        (temporary / LISTING).write_bytes("".join(f"{name}\n" for name in names).encode("utf-8", "surrogateescape"))
        for name in (*names, LISTING):
            _sync(temporary / name)
        if path.is_symlink() or (path.exists() and not _replaceable(path, force)):
            raise FileExistsError(f"{path} exists")
        _swap(temporary, path, old)
        _sync_folder(path.parent)
    finally:
        shutil.rmtree(temporary, ignore_errors=True)


def _swap(new: Path, path: Path, old: Path) -> None:
    """Put a folder at path; what is there goes to `old` first, and is deleted when the new one stands in its place."""
    if not path.exists():
        os.rename(new, path)
        return
    os.rename(path, old)
    try:
        os.rename(new, path)
    except OSError:
        os.rename(old, path)
        raise
    shutil.rmtree(old, ignore_errors=True)


def _replaceable(folder: Path, force: bool) -> bool:
    found = _names(folder)
    if not found or not force:
        return not found and not any(folder.iterdir())
    try:
        listed = (folder / LISTING).read_bytes().decode("utf-8", "surrogateescape").splitlines()
    except OSError:
        return False
    return set(found) <= {*listed, LISTING}


def _names(folder: Path) -> list[str]:
    """Give the files below a folder, by their paths from there."""
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if not path.is_dir())


def _put(temporary: Path, path: Path) -> None:
    try:
        # A link, unlike a rename, never overwrites a file that came up in the meantime.
        os.link(temporary, path)
    except FileExistsError:
        raise
    except OSError:
        # No hard links on this file system (FAT, some network folders): look first, then rename.
        if path.exists() or path.is_symlink():
            raise FileExistsError(f"{path} exists") from None
        os.rename(temporary, path)


def _sync(path: Path) -> None:
    # Opened for writing, since Windows flushes no file opened for reading.
    with path.open("r+b") as file:
        os.fsync(file.fileno())


def _sync_folder(folder: Path) -> None:
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
