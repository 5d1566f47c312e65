"""The NewsQuant benchmark: figures told by that data set's conventions, and its scorer run on them.

NewsQuant (Almasian et al., EMNLP 2023) counts "one of the X" as 1, "a third" as 0.333 and "dozens" as 12 to 120; it
takes the counted noun or "dollar per barrel" for the unit, ages for quantities of years, "from A to B" for a range, "8
or 9" for two numbers, and a bracketed conversion for a quantity of its own. The product does none of that, so it is
done here, and only here.

usage: python -m tests.benchmarks.newsquant [GOLD_FOLDER] [--errors] [--predictions FILE]
"""

import argparse
import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import zip_longest
from pathlib import Path
from typing import Any

from figures.extract import extract
from figures.model import Figure
from figures.record import json_number
from tests.factories import make_document

Record = dict[str, Any]
Reader = Callable[[str], list[Record]]

GOLD = Path("../shared/gold")
#: Not quantities to NewsQuant: it leaves out dates, ordinals and names with numbers, and so idioms but "one of".
_LEFT_OUT = {"date", "clock", "ordinal", "identifier", "idiom", "pronoun", "boilerplate"}
_BOUNDS = {"over": "over", "at_least": "over", "under": "under", "up_to": "under"}
_SCALES = {
    "tens": 10, "dozens": 12, "scores": 20, "hundreds": 100, "thousands": 1000, "lakhs": 10**5, "millions": 10**6,
    "crores": 10**7, "billions": 10**9, "trillions": 10**12,
}  # fmt: skip
#: Parts of a currency, which the product turns into the whole: NewsQuant keeps them.
_PARTS = re.compile(r"(?<![^\W\d])(cents?|pence|penny|p|sen)$", re.IGNORECASE)
_PART_NAMES = {"cents": "cent", "cent": "cent", "sen": "sen"}
_FRACTION = re.compile(r"\b(?:half|halves|thirds?|quarters?|\w+ths?|in|of)\b|[/⁄¼½¾⅐-⅞]", re.IGNORECASE)
_TIMES = "second|minute|hour|day|night|week|month|quarter|year|annum"
_MEASURES = (
    "barrel|gallon|litre|liter|gram|kilogram|kilo|kg|pound|ounce|tonne|ton|acre|hectare|mile|km|kilometre|kilometer|"
    "metre|meter|square foot|square metre|square meter|square mile|sq ft|sq m|share|person|head|unit|game|cm|mm|m"
)
_RATE = re.compile(
    rf"\s?(?:(?:per|/)\s?({_TIMES}|{_MEASURES})s?|(?:an?|each|every)\s({_TIMES}))\b(?!\s(?:ago|later|earlier|before|after))",
    re.IGNORECASE,
)
_ASIDE = re.compile(r"\s(?:\([^()]{1,30}\)|U\.?S\.?(?=\s))")
_ONE_OF = re.compile(
    r"\bone of (?=(?:the|his|her|its|their|our|my|your|these|those)\b|[\w’']+[’']s\b)(.{0,60})", re.IGNORECASE
)
_FOLD = re.compile(r"\b(two|three|four|five|six|seven|eight|nine|ten)-?fold\b", re.IGNORECASE)
_FOLDS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10}
_NETWORK = re.compile(r"\b([2-6])G\b")
_BRACKET = re.compile(r"\(([^()]{1,40})\)")
_SCORE = re.compile(r"(\d{1,3})\s?[-–]\s?(\d{1,3})$")
_SCORE_SAID = re.compile(r"\s(?:down|up|(lead|win|victory|loss|defeat|deficit|advantage))\b")
_TO = re.compile(r"\s(?:[a-zA-Z.$/]{1,9}\s){0,4}to\s(?:(?:just|only|about|around|between)\s)?", re.IGNORECASE)
_FROM = re.compile(r"\bfrom\s(?:(?:about|around|roughly|just|nearly|between|an?)\s)?$", re.IGNORECASE)
#: "five-year deal": a length of time as an adjective is no quantity to NewsQuant, but "15 year-old" is.
_ADJECTIVE_OF_TIME = re.compile(rf"(?:-|\s?-\s?)(?:{_TIMES})\b(?![\s-]olds?)", re.IGNORECASE)
#: "Name, 65," and "aged 18 to 34" are no quantities to NewsQuant, other ages are.
_AGE_LEFT_OUT = re.compile(r"(?:,|\baged(?:\sbetween)?(?:\s\d{1,3}\s(?:to|and))?|\b[A-Z][\w’']*)\s$")
_FRACTION_OF_UNIT = re.compile(r"\sof an?\s((?:\w+\s){0,2}?\w+)(?=[,.;]|\s(?:in|is|and|or)\b|$)")
_MEASURE = re.compile(rf"(?:{_TIMES}|{_MEASURES}|foot|feet|yard|inch|inches|dollar|degree)s?$", re.IGNORECASE)
_AVERAGED = re.compile(r"\baverag(?:ed|es|ing)\s$", re.IGNORECASE)
#: Words that bound a number in the product and not in NewsQuant.
_NO_BOUNDS = ("within", "starting at", "starting from")
_OLD = re.compile(r"[\s-]*(?:years?|months?|weeks?|days?)?[\s-]*(?:olds?|of age)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A quantity as NewsQuant tells it; low equals high but in ranges, start and end as in the figure."""

    start: int
    end: int
    low: Decimal | int
    high: Decimal | int
    bound: str
    unit: str | None = None
    concept: str | None = None
    ranged: bool = False

    def record(self) -> Record:
        """Give the JSON object that the scorer reads."""
        said: Record = {"unit": self.unit, "bound": self.bound, "concept": self.concept}
        if self.ranged:
            return {"low": json_number(self.low), "high": json_number(self.high), **said}
        return {"value": json_number(self.low), **said}


def quantities(text: str) -> list[Record]:
    """Read a sentence and give its quantities as the scorer takes them."""
    return [quantity.record() for quantity in _quantities(text)]


def _quantities(text: str) -> list[Quantity]:
    figures = extract(make_document(text))
    found = [quantity for figure in figures if (quantity := _quantity(figure, text)) is not None]
    found = [part for quantity in _changes(text, found) for part in _apart(text, quantity)]
    for extra in (*_ones(text), *_folds(text), *_networks(text), *_conversions(text)):
        if not any(extra.start < known.end and known.start < extra.end for known in found):
            found.append(extra)
    return sorted(found, key=lambda quantity: quantity.start)


def _quantity(figure: Figure, text: str) -> Quantity | None:
    if figure.why_not == "score":
        return _score(figure, text)
    if figure.why_not in _LEFT_OUT:
        return None
    bare_age = figure.kind == "count" and figure.why_not == "age"
    if figure.text.lower() == "single" or (bare_age and _AGE_LEFT_OUT.search(text, 0, figure.start)):
        return None
    low = figure.low if figure.low is not None else figure.high
    high = figure.high if figure.high is not None else low
    if low is None or high is None:
        return None
    if figure.kind == "duration" and _ADJECTIVE_OF_TIME.match(text, figure.end):
        return None
    bound = _bound(figure, text)
    quantity = Quantity(figure.start, figure.end, low, high, bound, figure.unit, figure.noun, bound == "range")
    if figure.vague:
        return _vague(quantity, figure)
    if figure.kind == "percent" and _FRACTION.search(figure.text):
        unit = _FRACTION_OF_UNIT.match(text, figure.end)
        said = unit.group(1) if unit is not None else figure.noun
        return replace(quantity, low=low / Decimal(100), high=high / Decimal(100), unit=said)
    if figure.why_not == "age" or (figure.kind in {"count", "duration"} and _OLD.match(text, figure.end)):
        return replace(quantity, unit="month of age" if figure.unit == "month" else "year of age")
    part = _PARTS.search(figure.text) if figure.kind == "money" else None
    if part is not None:
        name = _PART_NAMES.get(part.group(1).lower(), "penny")
        quantity = replace(quantity, low=low * 100, high=high * 100, unit=name)
    return replace(quantity, unit=_unit(quantity, figure, text))


def _bound(figure: Figure, text: str) -> str:
    """Give the one bound that NewsQuant allows: what stands nearest to the number."""
    if figure.bound == "range" or figure.vague:
        return "range"
    if figure.approximate or _AVERAGED.search(text, 0, figure.start):
        return "approx"
    if figure.modifier is not None and figure.modifier.lower() in _NO_BOUNDS:
        return "exact"
    return _BOUNDS.get(figure.bound, figure.bound)


def _unit(quantity: Quantity, figure: Figure, text: str) -> str | None:
    """Give the unit with what it is counted by; that of a count is its noun."""
    unit, after = quantity.unit, figure.end
    if figure.kind == "count" and figure.noun is not None and figure.noun in text[figure.end :]:
        last = figure.noun.split()[-1]
        unit = last if _MEASURE.match(last) else figure.noun
        if text.startswith(figure.noun, figure.end + 1):
            after += 1 + len(figure.noun)
    part = _FRACTION_OF_UNIT.match(text, after) if unit is None else None
    if part is not None and ("/" in figure.text or "⁄" in figure.text):
        return part.group(1)
    if unit is None or " per " in unit or figure.kind == "percent":
        return unit
    # "C$6 (US$4.46) per share": the rate follows the bracket.
    closed = _ASIDE.match(text, after)
    rate = _RATE.match(text, closed.end() if closed is not None else after)
    return f"{unit} per {(rate.group(1) or rate.group(2)).lower()}" if rate is not None else unit


def _vague(quantity: Quantity, figure: Figure) -> Quantity:
    """Give "dozens" as 12 to 120, "tens of thousands" as 10,000 to 100,000."""
    least = 1
    for word in figure.text.lower().split():
        least *= _SCALES.get(word, 1)
    low = least if least > 1 else quantity.low
    unit = figure.unit if figure.unit is not None else figure.noun
    return replace(quantity, low=low, high=low * 10, bound="range", ranged=True, unit=unit)


def _score(figure: Figure, text: str) -> Quantity | None:
    """Give a score as a range where it says something of a team or a lead; the result of a match is none."""
    sides, said = _SCORE.search(figure.text), _SCORE_SAID.match(text, figure.end)
    if sides is None or said is None or sides.group(1) == sides.group(2):
        return None
    low, high = sorted(int(side) for side in sides.groups())
    return Quantity(figure.start, figure.end, low, high, "range", said.group(1), None, True)


def _changes(text: str, found: list[Quantity]) -> Iterator[Quantity]:
    """Join the two ends of a change ("from 21 to 23 mpg"), which the product keeps apart, into a range."""
    chained = False
    for here, then in zip_longest(found, found[1:]):
        begins = chained or _FROM.search(text, 0, here.start) is not None
        if then is not None and begins and _changes_to(text, here, then) and not (chained and then.ranged):
            yield from _change(text, here, then)
            chained = True
            continue
        if not chained:
            yield here
        chained = False


def _apart(text: str, quantity: Quantity) -> Iterator[Quantity]:
    """Give "eight or nine", which the product takes for a range, as its two ends."""
    first, link, _ = text[quantity.start : quantity.end].partition(" or ")
    if not (link and quantity.ranged):
        yield quantity
        return
    at = quantity.start + len(first)
    ends = (quantity.start, at, quantity.low), (at + len(link), quantity.end, quantity.high)
    for start, end, value in ends:
        yield replace(quantity, start=start, end=end, low=value, high=value, bound="exact", ranged=False)


def _changes_to(text: str, here: Quantity, then: Quantity) -> bool:
    return not here.ranged and _TO.fullmatch(text, here.end, then.start) is not None


def _change(text: str, here: Quantity, then: Quantity) -> Iterator[Quantity]:
    """Give a change as ranges: "from 24 to 33-35" ends in two ways, "from 160 to 180 to 200" changes twice."""
    unit = here.unit if here.unit is not None and here.concept != here.unit else then.unit
    ends = [(here.low, then.low)]
    if then.ranged:
        ends.append((then.low if " to " in text[then.start : then.end] else here.low, then.high))
    for pair in ends:
        yield Quantity(here.start, then.end, min(pair), max(pair), "range", unit, here.concept, True)


def _ones(text: str) -> Iterator[Quantity]:
    for match in _ONE_OF.finditer(text):
        words = re.split(r"\s(?:in|at|on|for|to|from|who|which|that|with|around|of|several)\b|[,.?]", match.group(1))[0]
        yield Quantity(match.start(), match.start() + 3, 1, 1, "exact", words)


def _folds(text: str) -> Iterator[Quantity]:
    for match in _FOLD.finditer(text):
        value = _FOLDS[match.group(1).lower()]
        bound = "over" if text[: match.start()].endswith("more than ") else "exact"
        yield Quantity(match.start(), match.end(), value, value, bound, "fold")


def _networks(text: str) -> Iterator[Quantity]:
    for match in _NETWORK.finditer(text):
        value = int(match.group(1))
        yield Quantity(match.start(), match.end(), value, value, "exact", "generation wireless")


def _conversions(text: str) -> Iterator[Quantity]:
    for match in _BRACKET.finditer(text):
        for quantity in _quantities(match.group(1)):
            if quantity.unit is not None:
                yield replace(quantity, start=quantity.start + match.start(1), end=quantity.end + match.start(1))


def read_gold(folder: Path) -> list[Record]:
    """Read the sentences of the development part."""
    with (folder / "newsquant-dev.jsonl").open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def write_predictions(gold: Iterable[Record], reader: Reader, out: Path) -> None:
    """Write what a reader finds in each sentence, one line a sentence."""
    with out.open("w", encoding="utf-8") as lines:
        for sentence in gold:
            line = {"id": sentence["id"], "quantities": reader(sentence["text"])}
            lines.write(json.dumps(line, ensure_ascii=False) + "\n")


def score(folder: Path, reader: Reader, predictions: Path | None = None) -> tuple[Record, list[Record], str]:
    """Run the scorer as a program: its summary, its list of errors and what it prints."""
    with tempfile.TemporaryDirectory() as scratch:
        out = predictions or Path(scratch) / "predictions.jsonl"
        summary, errors = Path(scratch) / "summary.json", Path(scratch) / "errors.jsonl"
        write_predictions(read_gold(folder), reader, out)
        command = [sys.executable, str(folder / "score_newsquant.py"), str(folder / "newsquant-dev.jsonl"), str(out)]
        options = ["--json", str(summary), "--errors", str(errors), "--name", "NewsQuant"]
        printed = subprocess.run([*command, *options], check=True, capture_output=True, text=True).stdout
        listed = [json.loads(line) for line in errors.read_text(encoding="utf-8").splitlines()]
        return json.loads(summary.read_text(encoding="utf-8")), listed, printed


def main(arguments: list[str] | None = None) -> int:
    """Score the extractor, with each error on request."""
    parser = argparse.ArgumentParser(description="Score the extractor on NewsQuant's development part.")
    parser.add_argument(
        "gold", nargs="?", type=Path, default=GOLD, help="folder with newsquant-dev.jsonl and its scorer"
    )
    parser.add_argument("--errors", action="store_true", help="print every error as JSON, one sentence a line")
    parser.add_argument("--predictions", type=Path, metavar="FILE", help="keep the predictions")
    options = parser.parse_args(arguments)
    _, errors, printed = score(options.gold, quantities, options.predictions)
    print(printed, end="")
    if options.errors:
        for error in errors:
            print(json.dumps(error, ensure_ascii=False))
    return 0


if __name__ == "__main__":
    sys.exit(main())
