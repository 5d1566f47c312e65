"""What reading costs, by kind of file: MB of the files a second of CPU time, and the peak memory of the process.

    python -m tests.benchmarks.readers [--megabytes 4] [--seed 1] [--only KIND ...]

Each kind is read in a process of its own, from files of generated articles; reading only, no figures. A line a kind.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from html import escape
from pathlib import Path
from textwrap import wrap
from typing import NamedTuple

from tests.benchmarks.texts import MEGABYTE, generated
from tests.seeds import files

#: What stands around the story on a page that no mark-up tells, in a made-up site.
_AROUND = (
    "<div><div><a href=/{n}>Council puts off the new bridge by 14 months</a></div><div>2 days ago</div>"
    "<div>The road office says that 8,000 cars a day will have to take the other one.</div></div>",
    "<div><div>riverman{n}</div><div>They have known it for 10 years, and nobody did anything at all.</div></div>",
)
_LINES = 50


class Kind(NamedTuple):
    """A kind of file: its ending, what makes one of an article, and libraries that must not be seen."""

    ending: str
    make: Callable[[str, int], bytes]
    without: tuple[str, ...] = ()


def _markdown(text: str, number: int) -> bytes:
    return f"---\ntitle: Report {number}\npublished: 2026-03-18\n---\n\n# Report {number}\n\n{text}".encode()


def _page(text: str, number: int) -> bytes:
    story = "".join(f"<div>{escape(part)}</div>" for part in text.strip().split("\n\n"))
    around = "".join(f"<div>{one.format(n=number) * 8}</div>" for one in _AROUND)
    head = f"<!DOCTYPE html><html><head><meta charset=utf-8><title>Report {number} of the day</title></head>"
    return f"{head}<body><div><div>Report {number} of the day</div>{story}</div>{around}</body></html>".encode()


def _pdf(text: str, number: int) -> bytes:
    plain = text.encode("cp1252", "replace").decode("cp1252")
    lines = [line for part in plain.split("\n\n") for line in wrap(part, 90)]
    pages = [files.column(lines[at : at + _LINES], 60) for at in range(0, len(lines), _LINES)]
    return files.pdf(pages, f"Report {number}")


def _docx(text: str, number: int) -> bytes:
    return files.docx("".join(map(files.paragraph, text.strip().split("\n\n"))), title=f"Report {number}")


def _record(text: str, number: int) -> bytes:
    return (json.dumps({"id": number, "title": f"Report {number}", "text": text}) + "\n").encode()


_WEB = ("trafilatura", "justext", "charset_normalizer")
KINDS = {
    "Markdown": Kind(".md", _markdown),
    "HTML, by figcheck alone": Kind(".html", _page, _WEB),
    "HTML, with the extra web": Kind(".html", _page),
    "PDF": Kind(".pdf", _pdf),
    "Word": Kind(".docx", _docx),
    "JSON Lines": Kind(".jsonl", _record),
}

# Reads a folder; says how many documents, in how many CPU seconds, and the peak of its memory in MB.
_CHILD = """
import json, sys
from pathlib import Path
from time import process_time
for library in sys.argv[2:]:
    sys.modules[library] = None
from seeds.readers import Failure, read_inputs
first, *rest = sorted(Path(sys.argv[1]).iterdir())
next(iter(read_inputs([first])))
began, count = process_time(), 0
for found in read_inputs([first, *rest]):
    assert not isinstance(found, Failure), found
    count += 1
used = process_time() - began
peak = next(line for line in open("/proc/self/status") if line.startswith("VmHWM:"))
print(json.dumps([count, used, int(peak.split()[1]) / 1024]))
"""


def measure(name: str, texts: Sequence[str], folder: Path) -> str:
    """Write articles as files of one kind, read them, and give the line of it."""
    kind = KINDS[name]
    folder.mkdir()
    made = [kind.make(text, number) for number, text in enumerate(texts)]
    # Records share a file, as they do in archives.
    if kind.ending == ".jsonl":
        made = [b"".join(made)]
    for number, data in enumerate(made):
        (folder / f"{number:06}{kind.ending}").write_bytes(data)
    command = [sys.executable, "-c", _CHILD, str(folder), *kind.without]
    done = subprocess.run(command, check=True, capture_output=True, text=True, cwd=Path(__file__).parents[2])
    count, used, peak = json.loads(done.stdout)
    size = sum(map(len, made)) / MEGABYTE
    each = f"{count:,} documents, {1000 * used / count:.2f} ms each"
    return f"{name:<26} {size / used:>8.2f} MB/s {peak:>6.0f} MB peak   {size:.1f} MB, {each}"


def main() -> int:
    """Measure the kinds asked for."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--megabytes", type=float, default=4)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", nargs="+", choices=KINDS, default=list(KINDS), metavar="KIND")
    arguments = parser.parse_args()
    texts = generated(round(arguments.megabytes * MEGABYTE), arguments.seed)
    with tempfile.TemporaryDirectory() as made:
        for place, name in enumerate(arguments.only):
            print(measure(name, texts, Path(made) / str(place)), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
