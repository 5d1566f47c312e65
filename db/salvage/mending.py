"""Making a damaged file such that SQLite opens it: header and length (https://www.sqlite.org/fileformat.html)."""

import struct
from dataclasses import dataclass
from pathlib import Path

_MAGIC = b"SQLite format 3\0"
_HEADER = 100
_PAGE_SIZES = tuple(1 << power for power in range(9, 17))
#: What SQLite makes files with, and so figcheck.
_DEFAULT_PAGE_SIZE = 4096
#: A file that is cut to less than this part of what it was is rather one whose number of pages is damaged.
_MOST = 1000


@dataclass(frozen=True, slots=True)
class Mended:
    """What a file looks like: the size of its pages, how many there are and were, and the version of its schema.

    All but the first two are as the header says, which may be damaged.
    """

    page_size: int
    pages: int
    were: int
    schema: int


def mend(path: Path) -> Mended:
    """Put right in place what every review has in its header, and fill up a page that was cut through.

    The pages themselves stay as they are. The file is a copy that SQLite does not have open.
    """
    with path.open("r+b") as file:
        header = bytearray(file.read(_HEADER).ljust(_HEADER, b"\0"))
        page_size = int.from_bytes(header[16:18], "big")
        page_size = 65536 if page_size == 1 else page_size
        if page_size not in _PAGE_SIZES:
            page_size = _DEFAULT_PAGE_SIZE
        whole, part = divmod(file.seek(0, 2), page_size)
        pages = whole + bool(part)
        were = _pages(header)
        file.truncate(pages * page_size)
        header[0:16] = _MAGIC
        header[16:18] = (1 if page_size == 65536 else page_size).to_bytes(2, "big")
        # Rollback journal, no reserved bytes, the only fractions there are.
        header[18:24] = bytes((1, 1, 0, 64, 32, 32))
        # The number of pages is only looked at where the two counters agree.
        header[24:28] = header[92:96] = struct.pack(">I", 1)
        header[28:32] = struct.pack(">I", pages)
        # Schema format 4, no vacuum, UTF-8.
        header[44:48] = struct.pack(">I", 4)
        header[52:60] = struct.pack(">II", 0, 1)
        header[64:68] = struct.pack(">I", 0)
        file.seek(0)
        file.write(header)
    # More than can be is no number but damage.
    known = were if whole < were <= _MOST * pages else pages
    return Mended(page_size, pages, known, int.from_bytes(header[60:64], "big"))


def _pages(header: bytes | bytearray) -> int:
    return int.from_bytes(header[28:32], "big") if header[24:28] == header[92:96] else 0
