"""Copies among generated documents: how many are found, how many wrongly, how fast, with how much memory.

usage: python -m tests.benchmarks.copies [--documents 10000] [--seed 1]

Every story is written once and then edited into copies: heads and tails cut, sentences dropped, paragraphs in another
order, words and numbers changed, bylines added, type set otherwise, lines wrapped, notes of the site put around. Among
them stand what looks like copies and is none: follow-up stories with the background of another, forms filled in with
other numbers, and pages that share a site's notes. Exits with 1 where it falls short of what it must reach.
"""

import argparse
import random
import resource
import sys
import textwrap
from collections import Counter
from collections.abc import Iterator
from time import process_time

from tests.benchmarks import texts

RECALL, PRECISION, MILLISECONDS = 0.99, 1.0, 0.5
_NOTES = (
    "Sign up to the morning letter to read all that matters before your day begins.",
    "All rights reserved. Nothing on this page may be stored or passed on without leave in writing.",
    "This article was first published elsewhere and has been edited for length and house style.",
    "Readers who know more about this can write to the desk at any hour of the day.",
)
_FORM = (
    "The river stood at {} centimetres at the upper gauge at six in the morning.",
    "At the lower gauge {} centimetres were read, after {} the day before.",
    "The office expects {} millimetres of rain in the hills and {} on the coast by the evening.",
    "Ferries run every {} minutes, and the lock takes {} barges at a time.",
    "The next reading of the gauges is due at {} minutes past the hour.",
    "In the {} years of these records the river has been higher on {} days.",
    "The upper reservoir holds {} million cubic metres, the lower one {} million.",
    "Barrier {} stays shut for {} hours, and boats wait at the jetty for a signal.",
)
#: Of a story's copies: one, a few, and once in a while very many.
_SIZES = (1, 1, 1, 1, 2, 2, 3, 4, 5, 8, 12)
_MANY = 400

Paragraphs = list[list[str]]


def documents(count: int, seed: int) -> Iterator[tuple[str, int, str]]:
    """Yield documents: uid, number of the story (the same for its copies), text; the copies of a story far apart."""
    chance = random.Random(seed)
    planned: list[int] = []
    while len(planned) < count:
        size = _MANY if len(planned) == 0 and count > 4 * _MANY else chance.choice(_SIZES)
        planned += [max(planned, default=-1) + 1] * size
    stories = planned[:count]
    copies_of = Counter(stories)
    chance.shuffle(stories)
    written: dict[int, Paragraphs] = {}
    earlier: Paragraphs = []
    for at, story in enumerate(stories):
        if story not in written:
            written[story] = _story(chance, seed * 1_000_000 + story, earlier)
            earlier = written[story]
        text = _edited(written[story], chance) if copies_of[story] > 1 else _set("\n\n", written[story], chance)
        yield f"d{at:06}", story, text


def _story(chance: random.Random, seed: int, earlier: Paragraphs) -> Paragraphs:
    if chance.random() < 0.1:
        filled = [form.format(*(chance.randint(2, 999) for _ in range(3))) for form in _FORM]
        return [filled[at : at + 2] for at in range(0, len(filled), 2)]
    text = texts.generated(1, seed)[0]
    paragraphs = [paragraph.split(". ") for paragraph in text.strip().split("\n\n")]
    paragraphs = [[sentence.rstrip(".") + "." for sentence in paragraph] for paragraph in paragraphs]
    paragraphs = paragraphs[: chance.randint(5, 12)]
    if earlier and chance.random() < 0.3:
        # Two paragraphs of background, as follow-up stories have them.
        paragraphs += earlier[-2:] if len(paragraphs) > 7 else earlier[-1:]
    return paragraphs


def _edited(paragraphs: Paragraphs, chance: random.Random) -> str:
    """Make a copy that has been through an editor's hands: up to a third cut, of the rest up to 40 % touched."""
    kept = [list(paragraph) for paragraph in paragraphs]
    if chance.random() < 0.4:
        cut = chance.randint(0, len(kept) // 3)
        kept = kept[cut:] if chance.random() < 0.5 else kept[: len(kept) - cut]
    if chance.random() < 0.3:
        chance.shuffle(kept)
    places = [(row, at) for row, paragraph in enumerate(kept) for at in range(len(paragraph))]
    dropped = chance.sample(places, int(len(places) * chance.choice((0, 0.05, 0.1))))
    changed = chance.sample(places, int(len(places) * chance.choice((0, 0.1, 0.2, 0.3))))
    for row, at in changed:
        kept[row][at] = _changed(kept[row][at], chance)
    for row, at in sorted(dropped, reverse=True):
        del kept[row][at]
    if chance.random() < 0.5:
        name = " ".join(texts.made_up(chance, 2).title() for _ in range(2))
        kept.insert(0, [f"By {name}, {texts.made_up(chance).title()} Desk"])
    return _set(chance.choice(("\n\n", "\n\n", "\n")), kept, chance)


def _changed(sentence: str, chance: random.Random) -> str:
    words = sentence.split()
    at = chance.randrange(len(words))
    words[at] = str(chance.randint(2, 9999)) if words[at][0].isdigit() else texts.made_up(chance, 2)
    return " ".join(words)


def _set(gap: str, paragraphs: Paragraphs, chance: random.Random) -> str:
    """Set a story in type, with notes of the site around it."""
    lines = [" ".join(paragraph) for paragraph in paragraphs if paragraph]
    if chance.random() < 0.3:
        lines += chance.sample(_NOTES, chance.randint(1, 2))
    if gap == "\n\n" and chance.random() < 0.2:
        lines = [textwrap.fill(line, 72) for line in lines]
    text = gap.join(lines)
    if chance.random() < 0.5:
        text = text.replace("“", '"').replace("”", '"').replace(" – ", " - ")
    return text


def pairs(sizes: Counter[object]) -> int:
    """Give how many pairs there are in groups of these sizes."""
    return sum(size * (size - 1) // 2 for size in sizes.values())


def main(arguments: list[str]) -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--documents", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args(arguments)
    from figures.compare.copies import Copies

    index, stories = Copies(), {}
    spent, length = 0.0, 0
    before = _memory()
    for uid, story, text in documents(chosen.documents, chosen.seed):
        stories[uid], length = story, length + len(text)
        began = process_time()
        index.add(uid, text)
        spent += process_time() - began
    began = process_time()
    groups = index.groups()
    spent += process_time() - began
    began = process_time()
    index.add("one more", "\n\n".join(_NOTES))
    index.groups()
    again = process_time() - began
    recall, precision = _scores(groups, stories)
    each = spent * 1000 / chosen.documents
    number = len(set(stories.values()))
    print(f"{chosen.documents:,} documents of {length / chosen.documents:,.0f} characters, {number:,} stories")
    print(f"recall     {recall:8.4f}   at least {RECALL}")
    print(f"precision  {precision:8.4f}   at least {PRECISION}")
    print(f"each       {each:8.3f} ms at most {MILLISECONDS}")
    print(f"one more   {again * 1000:8.1f} ms")
    print(f"memory     {_memory() - before:8.0f} MB")
    return 0 if recall >= RECALL and precision >= PRECISION and each <= MILLISECONDS else 1


def _scores(groups: list[tuple[str, ...]], stories: dict[str, int]) -> tuple[float, float]:
    found = pairs(Counter(at for at, group in enumerate(groups) for _ in group))
    right = pairs(Counter((at, stories[uid]) for at, group in enumerate(groups) for uid in group))
    there = pairs(Counter(stories.values()))
    return (right / there if there else 1.0), (right / found if found else 1.0)


def _memory() -> float:
    """Give the peak memory of this process in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
