"""Times of one kind of work in one fresh process, told as JSON: the processes that `extraction` starts and compares.

usage: python -m tests.benchmarks.speed figcheck|quantulum3 articles|generated|dense BYTES SEEDS_FOLDER
       python -m tests.benchmarks.speed growth articles BYTES SEEDS_FOLDER
       python -m tests.benchmarks.speed hurtful NAME BYTES

All times are CPU seconds of the process, so that neighbours on the machine count for nothing.
"""

import json
import os
import subprocess
import sys
from pathlib import Path
from time import process_time
from typing import Any

from tests.benchmarks import texts
from tests.factories import make_document

Times = dict[str, Any]


def texts_of(kind: str, size: int, seeds: Path, seed: int) -> list[str]:
    """Give texts of one kind; another seed, other texts."""
    if kind == "articles":
        return texts.varied(texts.articles(seeds), size, seed)
    return texts.generated(size, seed, dense=kind == "dense")


def _length(several: list[str]) -> int:
    return sum(len(text.encode("utf-8")) for text in several)


def figcheck(kind: str, size: int, seeds: Path) -> Times:
    """Extract from texts read for the first time in this process, imports included, then from others."""
    first, second = texts_of(kind, size, seeds, 1), texts_of(kind, size, seeds, 2)
    from seeds.readers import document_from_text

    began = process_time()
    documents = [[document_from_text(text, name="report.txt") for text in several] for several in (first, second)]
    reading = (process_time() - began) / 2
    began = process_time()
    from figures.extract import extract

    for document in documents[0]:
        extract(document)
    cold = process_time() - began
    began = process_time()
    found = sum(len(extract(document)) for document in documents[1])
    warm = process_time() - began
    sizes = {"bytes": _length(first), "warm_bytes": _length(second)}
    return {**sizes, "cold": cold, "warm": warm, "reading": reading, "found": found}


def quantulum3(kind: str, size: int, seeds: Path) -> Times:
    """Parse sentence by sentence, the first time with the imports, then other sentences."""
    first, second = texts_of(kind, size, seeds, 1), texts_of(kind, size, seeds, 2)
    first, second = ["".join(first)[:size]], ["".join(second)[:size]]
    began = process_time()
    from tests.benchmarks import peers

    for text in first:
        for _, sentence in peers.sentences(text):
            peers.parse(sentence)
    cold = process_time() - began
    began = process_time()
    found = sum(len(peers.parse(sentence)) for text in second for _, sentence in peers.sentences(text))
    warm = process_time() - began
    return {"bytes": _length(first), "warm_bytes": _length(second), "cold": cold, "warm": warm, "found": found}


def growth(kind: str, size: int, seeds: Path) -> Times:
    """Extract from one document of `size` bytes, warm; `line` has all of it on one line."""
    text = "\n\n".join(texts_of("articles", size, seeds, 1))[:size]
    return _one(text if kind == "articles" else text.replace("\n", " "))


def hurtful(name: str, size: int) -> Times:
    """Extract from one of the strings made to hurt, warm."""
    return _one(texts.hurtful(size)[name])


def _one(text: str) -> Times:
    from figures.extract import extract

    extract(make_document("About 5 people paid $3 on 5 May, he said."))
    document = make_document(text)
    began = process_time()
    found = len(extract(document))
    return {"bytes": len(text.encode("utf-8")), "warm": process_time() - began, "found": found}


def measure(*arguments: object, timeout: float = 300, bytecode: str | None = None) -> Times | None:
    """Run one measurement in a process of its own; None where it takes longer than `timeout` seconds.

    `bytecode` is a folder in which it finds and leaves what Python compiles.
    """
    environment = dict(os.environ)
    if bytecode is not None:
        environment |= {"PYTHONPYCACHEPREFIX": bytecode, "PYTHONDONTWRITEBYTECODE": ""}
    command = [sys.executable, "-m", "tests.benchmarks.speed", *(str(argument) for argument in arguments)]
    try:
        done = subprocess.run(command, check=False, capture_output=True, text=True, timeout=timeout, env=environment)
    except subprocess.TimeoutExpired:
        return None
    if done.returncode:
        raise SystemExit(f"{' '.join(command)} failed:\n{done.stderr[-2000:]}")
    times: Times = json.loads(done.stdout)
    return times


def main(arguments: list[str]) -> int:
    """Make one measurement and print it."""
    work, kind, size, *rest = arguments
    if work == "hurtful":
        print(json.dumps(hurtful(kind, int(size))))
    else:
        jobs = {"figcheck": figcheck, "quantulum3": quantulum3, "growth": growth}
        print(json.dumps(jobs[work](kind, int(size), Path(rest[0]))))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
