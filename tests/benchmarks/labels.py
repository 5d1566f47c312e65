"""The articles labelled by hand: figures as `figcheck extract` prints them, put to the scorer, every error told."""

import importlib.util
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

Record = dict[str, Any]


def labelled(gold: Path) -> list[Record]:
    """Read the labels of the development part."""
    with (gold / "seeds-dev.jsonl").open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def articles_of(gold: Path, seeds: Path) -> list[Path]:
    """Give the labelled articles."""
    return [seeds / name for name in sorted({label["doc"] for label in labelled(gold)})]


def extracted(paths: Sequence[Path]) -> list[Record]:
    """Run `figcheck extract` on files and give the records it prints."""
    command = [sys.executable, "-m", "tui", "extract", *map(str, paths), "--format", "jsonl"]
    printed = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return [json.loads(line) for line in printed.splitlines()]


def score(gold: Path, records: Sequence[Record]) -> tuple[Record, list[Record], str]:
    """Run the scorer as a program: its counts, its list of errors and what it prints."""
    with tempfile.TemporaryDirectory() as scratch:
        predictions, counts, errors = (
            Path(scratch) / name for name in ("figures.jsonl", "counts.json", "errors.jsonl")
        )
        predictions.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
        command = [sys.executable, str(gold / "score_figures.py"), str(gold / "seeds-dev.jsonl"), str(predictions)]
        options = ["--json", str(counts), "--errors", str(errors)]
        printed = subprocess.run([*command, *options], check=True, capture_output=True, text=True).stdout
        listed = [json.loads(line) for line in errors.read_text(encoding="utf-8").splitlines()]
        return json.loads(counts.read_text(encoding="utf-8")), listed, printed


def told(errors: Sequence[Record]) -> Iterator[str]:
    """Tell the scorer's errors, one a line."""
    for error in errors:
        gold: Record = error.get("gold") or {}
        found: Record = error.get("pred") or {}
        where = (gold or found)["doc"][:3]
        if error["what"] == "missed":
            yield f"missed    {where} {_label(gold)}"
        elif error["what"] == "spurious":
            why = f"label: {gold['why_not']}" if gold else "no label"
            yield f"spurious  {where} {_label(found)} ({why})"
        else:
            parts = ", ".join(part for part in ("value", "bound", "noun") if not error[part])
            yield f"wrong     {where} {parts}: label {_label(gold)}; found {_label(found)}"


def _label(record: Record) -> str:
    value = f"{record['low']}..{record['high']} {record['bound']}"
    return f"{record['text']!r} at {record['start']}: {value}, noun {record['noun']!r}"


def source_errors(gold: Path, records: Sequence[Record]) -> Iterator[str]:
    """Tell the figures whose source is named wrongly, missed, or named where none is; the scorer only counts them."""
    spec = importlib.util.spec_from_file_location("score_figures", gold / "score_figures.py")
    if spec is None or spec.loader is None:
        return
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    labels = labelled(gold)
    for doc in sorted({label["doc"] for label in labels}):
        there = [label for label in labels if label["doc"] == doc]
        queue = [record for record in records if record["checkable"] and Path(record["doc"]).name == doc]
        for label, record in scorer.match(there, queue):
            if not label["checkable"] or label["implicit"] or label["vague"] or label["priority"] == 3:
                continue
            named, source = label["attribution"], record["attribution"]
            right = scorer.token_f1(named, source) >= 0.5 if named else not source
            if not right:
                yield f"source    {doc[:3]} {record['text']!r} at {record['start']}: label {named!r}, found {source!r}"
