"""What the worker processes of these tests do, articles for them, and what a review holds in the end."""

import os
import signal
import sqlite3
from collections.abc import Sequence
from pathlib import Path

from db.crew.processes import Processes
from db.crew.work import Read, extract_all, read_and_extract_all
from db.figure_rows import Rows
from seeds.document import Document
from seeds.readers import Failure, Source

#: Columns that tell when something was done.
_TIMES = ("retrieved", "failed_at")
#: What the order of comparing mints at random or by time.
_LEFT_OUT = ("events", "actions", "desk", "sqlite_sequence")


def eager(size: int) -> Processes:
    """Give processes that are asked about the smallest input too."""
    crew = Processes(size)
    crew.small = 0
    return crew


def write_articles(folder: Path, count: int) -> None:
    """Write articles with figures into a folder, and among them what cannot be read or is there already."""
    folder.mkdir()
    for number in range(count):
        text = (
            f"The weir at Arvik {number}\n\nOfficials in Arvik said on Monday that {number + 40:,} sheep had drowned, "
            f"and at least {number + 3} people left the valley. The repair may cost ${number + 2} million.\n"
        )
        (folder / f"{number:03}.txt").write_text(text, encoding="utf-8")
    (folder / "005.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(50))
    (folder / "007.txt").write_bytes((folder / "006.txt").read_bytes())
    (folder / "009.txt").write_bytes(b"Forty, or 41, caf\xe9s closed.\n")


def content(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """Give every row of a review, in order, but for times."""
    connection = sqlite3.connect(path)
    try:
        found = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        tables = [name for (name,) in found if name not in _LEFT_OUT and not name.startswith("figures_fts_")]
        rows = {}
        for table in tables:
            columns = [name for (name,) in connection.execute("SELECT name FROM pragma_table_info(?)", (table,))]
            names = ", ".join(f'"{name}"' for name in columns if name not in _TIMES)
            rows[table] = sorted(connection.execute(f'SELECT {names} FROM "{table}"').fetchall(), key=repr)
        return rows
    finally:
        connection.close()


def doubled(items: Sequence[int]) -> list[int]:
    """Give twice each number; at 13 the process dies, at 14 it raises."""
    if 13 in items:
        os.kill(os.getpid(), signal.SIGKILL)
    if 14 in items:
        raise MemoryError
    return [2 * item for item in items]


def dying(documents: Sequence[Document]) -> list[Rows | Failure]:
    """Extract, and die of a document that says so."""
    if any("trap" in document.text for document in documents):
        os._exit(9)
    return extract_all(documents)


def dying_first(sources: Sequence[Source]) -> list[list[Read]]:
    """Read and extract, and die of a source that says so."""
    if any(source.path is not None and b"trap" in Path(source.path).read_bytes() for source in sources):
        os._exit(9)
    return read_and_extract_all(sources)


def hold(fifos: Sequence[str]) -> list[None]:
    """Hold the writing end of a pipe, by its name, for as long as the process lives."""
    _held.extend(os.open(fifo, os.O_WRONLY) for fifo in fifos)
    return [None for _ in fifos]


_held: list[int] = []
