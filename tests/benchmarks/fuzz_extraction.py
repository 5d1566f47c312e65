"""Short mutated inputs by the hundred thousand: none may make the extractor raise or give figures that are not sound.

usage: python -m tests.benchmarks.fuzz_extraction [--count N] [--seed N] [--workers N]
"""

import argparse
import importlib
import math
import pkgutil
import random
import re
import sys
import traceback
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache
from time import perf_counter

import figures.extract
from figures.extract import extract
from figures.model import CONTEXT, Figure
from seeds.document import Document, Item, Zone, ZoneKind, stored_text
from seeds.readers import document_from_text
from tests.factories import make_document

LARGEST = 10**18
_TEMPLATES = (
    "More than 6,000 people fled Alba on June 15, the ministry said.",
    "“We lost around 3,800 to 4,000 men,” Ms. Orin told reporters in late 2024.",
    "The bridge cost $1.2bn (£0.9bn), up from US$400 to $500 million a year earlier.",
    "One in five of the 12-year-olds, or 20.5 per cent, ran 5 miles (8 km) in under 50 minutes.",
    "Dozens were hurt; hundreds of thousands more, according to Dr. A. B. Kole, had no power.",
    "Rs 36 lakh crore was spent on 1,13,485 homes between 4,000 and 5,000 ft up.",
    "- 600 killed\n- 1½ tonnes of grain\n- half a million euros\n\nRead more: 3 days ago",
    "It rose 0.3% to 27,349.19 by 08:34 pm on 9/11, while the S-300 unit won 2-1.",
    "He, 47, said “at least two-thirds” — not 1.99×10−30 — of v2.0.1 were gone. Call 555-1234.",
    "Twenty-eight thousand six hundred and forty-two troops, the second largest such force, left.",
    "date 2025-06-18 Herald3 days ago The 2000-2001 season: up to 15,000 (or so) tickets.",
    "minus 40 degrees Celsius; -1.5 percentage points; 50mph; 32m2; 4.3M users; a $3-a-month plan",
)
_NUMERALS = (
    *("6,000", "1.5", "3.8K", "¼", "3⁄4", "٣٤٥", "１２", "1’234", "6 000", "1e400", "nan", "inf", "-0", "007", "10^18"),
    *(
        "9" * 400,
        "1" * 19,
        "9.9" * 30,
        "million",
        "half a",
        "two",
        "dozens of",
        "hundred thousand",
        "$",
        "€5",
        "5%",
        "M",
    ),
    *(
        "trillion trillion",
        "between",
        "one in",
        "to",
        "-",
        "–",
        "May 3",
        "2024",
        "31/12/99",
        "12:60",
        "1,13,485",
        ".5",
        "5.",
    ),
)
_MARKS = (
    "“",
    "”",
    "‘",
    "’",
    '"',
    "'",
    "''",
    "—",
    "–",
    "−",
    "-",
    "…",
    "(",
    ")",
    "[",
    ",",
    ".",
    ";",
    ":",
    "?!",
    "/",
    "\\",
    "\n",
)
_HIDDEN = (
    *("\u200b", "\u200d", "\u00ad", "\u2060", "\ufeff", "\u202e", "\u2066", "\u0301", "\u20dd", "\ufe0f"),
    *(
        "\u00a0",
        "\u2009",
        "\u202f",
        "\u3000",
        "\t",
        "\x0b",
        "\x0c",
        "\x1c",
        "\x85",
        "\u2028",
        "\u2029",
        "\0",
        "\x1b[31m",
    ),
)
_PICTURES = ("😀", "👩‍👩‍👧", "5️⃣", "🇫🇷", "①", "Ⅻ", "㊿", "𝟙𝟚", "²", "₃", "％", "＄", "‰", "℃", "㎞", "İ", "ß", "ǆ", "ﬁ")
_KINDS: tuple[ZoneKind, ...] = ("headline", "caption", "body", "teaser", "boilerplate")
Mutation = Callable[[str, random.Random], str]


def _splice(choices: tuple[str, ...]) -> Mutation:
    def mutate(text: str, chance: random.Random) -> str:
        at = chance.randrange(len(text) + 1)
        return text[:at] + chance.choice(choices) + text[at:]

    return mutate


@cache
def _vocabulary() -> tuple[str, ...]:
    """Give every word and phrase of the extractor's own tables: what its rules look for."""
    words: set[str] = set()
    for module in pkgutil.walk_packages(figures.extract.__path__, "figures.extract."):
        for table in vars(importlib.import_module(module.name)).values():
            if isinstance(table, frozenset | tuple | dict):
                words.update(entry for entry in table if isinstance(entry, str) and entry)
    return tuple(sorted(words))


def _word(text: str, chance: random.Random) -> str:
    """Put a word of the extractor's tables, or several, between two words or beside a number."""
    places = [at.start() for at in re.finditer(r"\b", text)] or [0]
    at = chance.choice(places)
    said = " ".join(chance.choice(_vocabulary()) for _ in range(chance.choice((1, 1, 1, 2, 3))))
    if chance.random() < 0.1:
        said = chance.choice((said.title(), said.upper(), said.replace("i", "ı"), said.replace("s", "ſ")))
    return f"{text[:at]}{chance.choice((' ', ' ', '-', ''))}{said}{chance.choice((' ', ' ', '-', ', '))}{text[at:]}"


def _unicode(text: str, chance: random.Random) -> str:
    at = chance.randrange(len(text) + 1)
    made = "".join(chr(chance.randrange(0x110000)) for _ in range(chance.randint(1, 4)))
    return text[:at] + made + text[at:]


def _delete(text: str, chance: random.Random) -> str:
    at = chance.randrange(len(text) + 1)
    return text[:at] + text[at + chance.randint(1, 12) :]


def _repeat(text: str, chance: random.Random) -> str:
    at = chance.randrange(len(text) + 1)
    piece = text[at : at + chance.randint(1, 9)]
    return text[:at] + piece * chance.randint(2, 6) + text[at:]


def _swap(text: str, chance: random.Random) -> str:
    words = text.split(" ")
    chance.shuffle(words)
    return " ".join(words)


def _cut(text: str, chance: random.Random) -> str:
    return text[chance.randrange(len(text) + 1) :]


def _case(text: str, chance: random.Random) -> str:
    return chance.choice((text.upper(), text.lower(), text.title(), text.swapcase()))


_MUTATIONS: tuple[Mutation, ...] = (
    *(_splice(_NUMERALS), _splice(_NUMERALS), _splice(_MARKS), _splice(_HIDDEN), _splice(_PICTURES)),
    *(_word, _word, _word, _unicode, _delete, _delete, _repeat, _swap, _cut, _case),
)


def mutated(chance: random.Random) -> str:
    """Make one input: one or two templates, mutated up to eight times, as text is stored."""
    text = chance.choice(_TEMPLATES)
    if chance.random() < 0.3:
        text += chance.choice(("", " ", "\n", "\n\n")) + chance.choice(_TEMPLATES)
    for _ in range(chance.randint(1, 8)):
        text = chance.choice(_MUTATIONS)(text, chance)
    return stored_text(text)


def document_of(text: str, chance: random.Random) -> Document:
    """Make a document of a text: one zone of body, zones cut anywhere, or as the reader of files sees it."""
    way = chance.random()
    if way < 0.4 or len(text) < 4:
        return make_document(text, published="2025-06-18")
    if way < 0.6:
        return document_from_text(text, name="fuzz.txt")
    cuts = sorted({0, len(text), *(chance.randrange(len(text)) for _ in range(3))})
    kinds = [chance.choice(_KINDS) for _ in cuts]
    zones = tuple(
        Zone(start, end, kind, chance.randint(0, 1))
        for start, end, kind in zip(cuts[:-1], cuts[1:], kinds[:-1], strict=True)
    )
    return make_document(text, zones=zones, items=(Item(0, None, "2025-06-18"), Item(1)))


def faults(document: Document, figures: list[Figure]) -> list[str]:
    """Tell what is unsound about the figures of a document."""
    text = document.text
    found: list[str] = []
    last = -1
    for figure in figures:
        at = f"{figure.text!r} at {figure.start}:{figure.end}"
        if text[figure.start : figure.end] != figure.text or figure.start >= figure.end:
            found.append(f"{at}: the offsets do not give the text back")
        if figure.start < last:
            found.append(f"{at}: not sorted, or it overlaps the figure before")
        last = max(last, figure.end)
        if not figure.sentence_start <= figure.start < figure.end <= figure.sentence_end:
            found.append(f"{at}: outside its sentence {figure.sentence_start}:{figure.sentence_end}")
        if not any(
            zone.start <= figure.start
            and figure.end <= zone.end
            and (zone.kind, zone.item) == (figure.zone, figure.item)
            for zone in document.zones
        ):
            found.append(f"{at}: outside its zone")
        numbers = [Decimal(number) for number in (figure.low, figure.high) if number is not None]
        if any(not math.isfinite(number) or abs(number) > LARGEST for number in numbers):
            found.append(f"{at}: {numbers} is absurd")
        elif len(numbers) == 2 and numbers[1] < numbers[0]:
            found.append(f"{at}: low {numbers[0]} above high {numbers[1]}")
        if figure.checkable and (figure.why_not is not None or not numbers):
            found.append(f"{at}: checkable, with {figure.why_not} and {numbers}")
        if not figure.checkable and figure.why_not is None:
            found.append(f"{at}: not checkable and no reason")
        before, after = text[max(0, figure.start - CONTEXT) : figure.start], text[figure.end : figure.end + CONTEXT]
        if (figure.prefix, figure.suffix) != (before, after):
            found.append(f"{at}: prefix or suffix is not what stands beside it")
    return found


@dataclass(slots=True)
class Tally:
    """What a run found; `bad` holds the first few bad inputs with what is wrong with them."""

    inputs: int = 0
    figures: int = 0
    failed: int = 0
    bad: list[tuple[str, str]] = field(default_factory=list)


def run(seed: int, count: int) -> Tally:
    """Try `count` inputs of one seed."""
    chance = random.Random(seed)
    tally = Tally()
    for _ in range(count):
        text = mutated(chance)
        tally.inputs += 1
        try:
            document = document_of(text, chance)
            figures = extract(document)
            wrong = faults(document, figures)
            tally.figures += len(figures)
        except Exception:
            wrong = [traceback.format_exc(limit=-3)]
        if wrong:
            tally.failed += 1
            if len(tally.bad) < 5:
                tally.bad.append((text, "; ".join(wrong[:3])))
    return tally


def main(arguments: list[str] | None = None) -> int:
    """Run the fuzzer over some processes; exit code 1 where an input failed."""
    parser = argparse.ArgumentParser(description="Try the extractor on mutated inputs.")
    parser.add_argument("--count", type=int, default=200_000, help="inputs in all (default 200,000)")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--workers", type=int, default=1, help="processes (default 1)")
    options = parser.parse_args(arguments)
    began = perf_counter()
    share = -(-options.count // (options.workers * 20))
    jobs = [(options.seed * 1_000_003 + number, share) for number in range(options.workers * 20)]
    total = Tally()
    with ProcessPoolExecutor(options.workers) as pool:
        for tally in pool.map(run, *zip(*jobs, strict=True)):
            total.inputs += tally.inputs
            total.figures += tally.figures
            total.failed += tally.failed
            total.bad += tally.bad
    seconds = perf_counter() - began
    for text, wrong in total.bad[:10]:
        print(f"{text!r}\n    {wrong}")
    print(
        f"{total.inputs:,} inputs, {total.figures:,} figures, {total.failed:,} failed, seed {options.seed}, "
        f"{total.inputs / seconds:,.0f} inputs a second"
    )
    return 1 if total.failed else 0


if __name__ == "__main__":
    sys.exit(main())
