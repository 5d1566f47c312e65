"""Everything that is promised of the extractor, measured and printed in one run, quantulum3 beside it.

usage: python -m tests.benchmarks.extraction [GOLD_FOLDER] [SEEDS_FOLDER] [--only PART ...] [--quick]
"""

import argparse
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.benchmarks import labels, newsquant, peers, speed, start, texts

#: CQE 2.0.3 takes spaCy and a model to run: its figures are those of the gold folder's README, same scorers.
CQE = {
    "right": 61.9,
    "missed": 2,
    "spurious": 18,
    "wrong": 6,
    "value": 91.5,
    "unit_std": 86.8,
    "bound": 89.0,
    "noun": 87.1,
}
#: MB/s of CQE on news, from the same place.
CQE_SPEED = 0.006
PARTS = ("labels", "newsquant", "speed", "growth", "start")
#: Slower than 0.3 MB/s, yet no more than this for each figure in it: a string of nothing but figures.
_DENSE = 80e-6
#: Four times the text may take this many times as long: noise, and no more.
_LINEAR = 6


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table: what is measured, what it must reach, what it reached, and what others do."""

    what: str
    target: str
    reached: str
    met: bool | None
    peer: str = ""
    cqe: str = ""

    def line(self) -> str:
        """Give the row with its columns aligned."""
        mark = {True: "ok", False: "MISSED", None: ""}[self.met]
        return f"{self.what:<50.50} {self.target:>12} {self.reached:>12} {mark:<7}{self.peer:>12} {self.cqe:>8}"


def at_least(what: str, least: float, value: float, peer: object = "", cqe: object = "") -> Row:
    """Make the row of a value that must not be smaller."""
    return Row(what, f">= {least:g}", f"{value:.4g}", value >= least, str(peer), str(cqe))


def at_most(what: str, most: float, value: float, peer: object = "", cqe: object = "") -> Row:
    """Make the row of a value that must not be larger."""
    return Row(what, f"<= {most:g}", f"{value:.4g}", value <= most, str(peer), str(cqe))


def by_labels(options: argparse.Namespace) -> Iterator[Row | str]:
    """Score the labelled articles, and tell each error."""
    paths = labels.articles_of(options.gold, options.seeds)
    records = labels.extracted(paths)
    counts, errors, printed = labels.score(options.gold, records)
    others = [record for path in paths for record in peers.figure_records(path.read_text(encoding="utf-8"), path.name)]
    other, other_errors, _ = labels.score(options.gold, others)
    for what, most in (("missed", 1), ("spurious", 1), ("wrong", 1)):
        mine, his = (sum(error["what"] == what for error in found) for found in (errors, other_errors))
        name = "wrong in value, bound or noun" if what == "wrong" else what
        yield at_most(f"{name}, of {counts['gold']} labels", most, mine, his, CQE[what])
    yield at_least("right F1", 94, counts["right_f1"], f"{other['right_f1']:.1f}", CQE["right"])
    sources, silents = counts["sources"], counts["silents"]
    yield at_most(f"source named wrongly or missed, of {sources}", 2, sources - counts["source"], "all", "all")
    yield at_most(f"source named where none is, of {silents}", 1, silents - counts["silent"], 0, 0)
    yield from ("  " + line for line in printed.splitlines())
    yield from ("  " + line for line in labels.told(errors))
    yield from ("  " + line for line in labels.source_errors(options.gold, records))


def by_newsquant(options: argparse.Namespace) -> Iterator[Row | str]:
    """Score NewsQuant's sentences."""
    mine, _, printed = newsquant.score(options.gold, newsquant.quantities)
    other, _, _ = newsquant.score(options.gold, peers.quantities)
    for name, key, least in (("value", "value", 94), ("value + unit", "unit_std", 90), ("value + bound", "bound", 92)):
        yield at_least(f"{name} F1", least, mine[key]["F1"], other[key]["F1"], CQE[key])
    yield at_least("noun head, %", 90, mine["counted"]["head"], other["counted"]["head"], CQE["noun"])
    yield from ("  " + line for line in printed.splitlines())


def by_speed(options: argparse.Namespace) -> Iterator[Row | str]:
    """Time news text of three kinds, in processes of their own: the first text of a process, and later ones."""
    # An installed package has its bytecode; a working copy may not, or may not be let write it.
    with tempfile.TemporaryDirectory() as bytecode:
        speed.measure("figcheck", "articles", 10_000, options.seeds, bytecode=bytecode)
        yield from _speeds(options, bytecode)


def _speeds(options: argparse.Namespace, bytecode: str) -> Iterator[Row | str]:
    size, sample = (400_000, 10_000) if options.quick else (2_500_000, 30_000)
    for kind, name in (("articles", "articles, varied"), ("generated", "generated"), ("dense", "generated, dense")):
        mine = speed.measure("figcheck", kind, size, options.seeds, bytecode=bytecode)
        other = speed.measure("quantulum3", kind, sample, options.seeds, bytecode=bytecode)
        if mine is None or other is None:
            yield Row(f"{name}, MB/s", ">= 1.5", "time out", False)
            continue
        # Always against quantulum3 warm: its start of seconds, spread over a short sample, would flatter us.
        his = other["warm_bytes"] / other["warm"] / 1e6
        for phase, length in (("cold", "bytes"), ("warm", "warm_bytes")):
            rate = mine[length] / mine[phase] / 1e6
            row = at_least(f"{name}, {phase}, MB/s", 1.5, rate, f"{his:.3f}", CQE_SPEED)
            yield row if kind != "dense" else Row(row.what, "", row.reached, None, row.peer, row.cqe)
            yield at_least(f"{name}, {phase}, times quantulum3", 30, rate / his)
        density = mine["found"] / mine["warm_bytes"] * 1000
        reading = mine["bytes"] / mine["reading"] / 1e6
        yield f"  {density:.1f} figures a kB; reading in (text, zones, items) on its own: {reading:.1f} MB/s"


def by_growth(options: argparse.Namespace) -> Iterator[Row | str]:
    """Time larger documents, and strings made to hurt."""
    unit = 200_000 if options.quick else texts.MEGABYTE
    small, large = (speed.measure("growth", "articles", unit * times, options.seeds) for times in (1, 10))
    if small is None or large is None:
        yield Row("10 MB against 1 MB, times", "<= 11", "time out", False)
    else:
        yield at_most("10 MB against 1 MB, times", 11, large["warm"] / small["warm"])
    line = speed.measure("growth", "line", unit * 5, options.seeds)
    yield _rate("one line of 5 MB, MB/s", line)
    for name in texts.REQUIRED:
        yield _rate(f"{name}, MB/s", speed.measure("hurtful", name, unit, timeout=60))
    yield f"  other strings of {unit // 5:,} characters, those slower than 0.3 MB/s:"
    names = [name for name in texts.hurtful(1000) if name not in texts.REQUIRED]
    bad = 0
    for name in names:
        times = speed.measure("hurtful", name, unit // 5, timeout=20)
        if times is None or times["bytes"] / times["warm"] < 0.3e6:
            told, harmless = _slow(name, unit // 20, times)
            bad += not harmless
            yield f"    {name:<32} {told}"
    yield at_most(f"of {len(names)} strings, not linear, or slow and not dense", 0, bad)


def _slow(name: str, quarter: int, times: speed.Times | None) -> tuple[str, bool]:
    """Tell of a slow string how slow it is, and whether that is only because it holds nothing but figures."""
    if times is None:
        return "time out", False
    fewer = speed.measure("hurtful", name, quarter, timeout=20)
    growth = times["warm"] / fewer["warm"] if fewer is not None else 0.0
    each = times["warm"] / max(times["found"], 1)
    linear = growth <= _LINEAR
    words = (
        f"{times['bytes'] / times['warm'] / 1e6:.3f} MB/s, {each * 1e6:.0f} us a figure, 4 times the text {growth:.1f}"
    )
    if not linear:
        return f"{words} NOT LINEAR", False
    return (f"{words} (dense)", True) if each <= _DENSE else (words, False)


def _rate(what: str, times: speed.Times | None) -> Row:
    if times is None:
        return Row(what, ">= 0.3", "time out", False)
    return at_least(what, 0.3, times["bytes"] / times["warm"] / 1e6)


def by_start(options: argparse.Namespace) -> Iterator[Row | str]:
    """Time whole processes: extracting one article against imports alone."""
    worst: list[tuple[float, float]] = []
    for article in labels.articles_of(options.gold, options.seeds):
        mine, imports = start.compare(article, 3 if options.quick else 9)
        worst.append((mine[0] / imports[0], mine[1] / imports[1]))
        yield f"  {article.name}: {mine[0] * 1e3:.0f} ms, {mine[1] * 1e3:.0f} ms CPU; imports " + (
            f"{imports[0] * 1e3:.0f} ms, {imports[1] * 1e3:.0f} ms CPU"
        )
        loaded = start.heavy_modules(article)
        yield Row("  imported without need", "none", loaded, loaded == "none")
    yield at_most("first answer, times the imports alone (elapsed)", 3, max(wall for wall, _ in worst))
    yield at_most("first answer, times the imports alone (CPU)", 3, max(cpu for _, cpu in worst))


_MEASURES: dict[str, tuple[str, Callable[[argparse.Namespace], Iterator[Row | str]]]] = {
    "labels": ("Articles labelled by hand", by_labels),
    "newsquant": ("NewsQuant, development part", by_newsquant),
    "speed": ("Speed, one core, CPU time", by_speed),
    "growth": ("Growth and strings made to hurt, CPU time", by_growth),
    "start": ("From start to first answer, whole processes", by_start),
}


def main(arguments: list[str] | None = None) -> int:
    """Measure the parts asked for; exit code 1 where something falls short."""
    parser = argparse.ArgumentParser(description="Measure the extractor against its targets and quantulum3.")
    parser.add_argument(
        "gold", nargs="?", type=Path, default=Path("../shared/gold"), help="folder of labels and scorers"
    )
    parser.add_argument("seeds", nargs="?", type=Path, default=Path("../shared/seeds"), help="folder of the articles")
    parser.add_argument("--only", nargs="+", choices=PARTS, default=PARTS, metavar="PART", help=", ".join(PARTS))
    parser.add_argument("--quick", action="store_true", help="smaller texts: for developing, not for recording")
    options = parser.parse_args(arguments)
    short = 0
    header: Any = Row("", "must reach", "figcheck", None, "quantulum3", "CQE").line()
    for part in options.only:
        title, measure = _MEASURES[part]
        print(f"{title}\n{header}", flush=True)
        for row in measure(options):
            print(row if isinstance(row, str) else row.line(), flush=True)
            short += isinstance(row, Row) and row.met is False
        print(flush=True)
    print("everything reached" if not short else f"{short} short of what they must reach")
    return 1 if short else 0


if __name__ == "__main__":
    sys.exit(main())
