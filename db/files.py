"""Writing files whole or not at all."""

import contextlib
import os
import secrets
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
