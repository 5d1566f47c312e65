"""Bulletins of two days on one template, beside edits of one article: how far each look like one text.

    python -m tests.benchmarks.templates

Prints least, median and greatest part of: the wording in runs of three words without numbers, the same with numbers,
and the sentences with numbers that stand word for word, by which db/versions/earlier.py tells them apart.
"""

import re
from collections.abc import Set
from random import Random
from statistics import median

from tests.db.versions.articles import Newsroom, text_of

DAYS = ("Monday", "Tuesday")
EDITS = ("insert_before", "reword", "change_number", "remove", "swap", "duplicate")
PAIRS = 40

#: N is a number, D the day.
TEMPLATES = (
    "Daily water bulletin\n\nD. The level at Arvik weir was N cm, at Belmora N cm. The rescue service made N calls. "
    "N homes were without power in the evening. The next bulletin comes tomorrow at noon.\n",
    "As of D morning:\npumps: N (+N)\nboats: N (+N)\ntents: N (+N)\nlorries: N (+N)\nThe counting goes on.\n",
    "The health office reported N new cases on D, and N deaths. N people are in hospital, N of them in intensive care. "
    "Since the beginning N cases were counted. The office asks everybody to keep away from the sick. Questions are "
    "answered on weekdays from 8 to 16 under the number 1166. The bulletin appears every day.\n",
)


def bulletin(template: str, random: Random, day: str) -> str:
    return re.sub(r"\b[ND]\b", lambda found: day if found[0] == "D" else f"{random.randrange(3, 9000):,}", template)


def runs(text: str, word: str) -> set[tuple[str, ...]]:
    words = [found.casefold() for found in re.findall(word, text)]
    return {tuple(words[start : start + 3]) for start in range(max(1, len(words) - 2))}


def sentences(text: str) -> set[str]:
    return {piece for piece in re.split(r"(?<=[.!?])\s+|\n+", text) if re.search(r"\d", piece)}


def likeness(one: str, other: str) -> tuple[float, ...]:
    words, numbers = r"[^\W\d_]+", r"\d[\d,.]*\d|\d|[^\W\d_]+"
    return (
        shared(runs(one, words), runs(other, words)),
        shared(runs(one, numbers), runs(other, numbers)),
        shared(sentences(one), sentences(other)),
    )


def shared(mine: Set[object], theirs: Set[object]) -> float:
    return len(mine & theirs) / max(1, min(len(mine), len(theirs)))


def edited(edit: str, seed: int, times: int) -> tuple[str, str]:
    room = Newsroom(seed)
    article = changed = room.article()
    for _ in range(times):
        changed = getattr(room, edit)(changed)
    return text_of(article)[0], text_of(changed)[0]


def show(what: str, found: list[tuple[float, ...]]) -> None:
    columns = (f"{min(part):5.2f} {median(part):5.2f} {max(part):5.2f}" for part in zip(*found, strict=True))
    print(f"{what:24}", "   ".join(columns))


def main() -> None:
    print(f"{'':24} {'wording':17}   {'with numbers':17}   sentences with numbers")
    for number, template in enumerate(TEMPLATES, start=1):
        days = [
            [bulletin(template, Random(2 * seed + place), day) for place, day in enumerate(DAYS)]
            for seed in range(PAIRS)
        ]
        show(f"bulletin {number}", [likeness(*pair) for pair in days])
    for edit in EDITS:
        for times in (1, 3):
            show(f"{edit} x {times}", [likeness(*edited(edit, seed, times)) for seed in range(PAIRS)])


if __name__ == "__main__":
    main()
