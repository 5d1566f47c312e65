"""How long comparing takes, how much memory, and how right it is, on generated documents of which the truth is known.

    python -m tests.benchmarks.comparing [--documents 10000] [--once]

About ten figures a document, of events that several documents report and that others copy. Each size is measured in a
process of its own; without --once twice the documents are measured too. Exits with 1 where something falls short.
"""

import argparse
import json
import random
import resource
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence

from figures.compare import Mention
from tests.benchmarks.extraction import Row, at_least, at_most
from tests.benchmarks.texts import made_up

#: Seconds and MB for 10,000 documents, and how many times as long twice as many may take.
_SECONDS, _MEGABYTES, _GROWTH = 60, 300, 2.3
_EVENTS = {
    "earthquake": "The earthquake",
    "flood": "The flood",
    "fire": "The fire",
    "strike": "The missile strike",
    "sinking": "The ferry that sank",
    "outbreak": "The cholera outbreak",
}
#: What documents say of an event, with the question that the figure answers.
_SENTENCES = (
    ("toll", "{What} in {place} killed {n} people, {who} said."),
    ("toll", "{who} put the death toll in {place} at {n}."),
    ("toll", "At least {n} people were killed in {place} by the {event}, according to {who}."),
    ("toll", "{n} people were injured in {place}, {who} said after the {event}."),
    ("displaced", "The {event} displaced about {n} people in {place}, {who} said."),
    ("homes", "{who} said the {event} destroyed {n} homes in {place}."),
    ("homes", "More than {n} homes were damaged in {place} by the {event}."),
    ("aid", "{who} sent {n} {thing} to {place}."),
)
_SPEAKERS = ("the governor", "rescuers", "the interior ministry", "the Red Cross", "the army", "officials", "the mayor")


def documents(count: int, seed: int = 1) -> Iterator[tuple[str, str, str, list[str]]]:
    """Yield uid, day, text and the true question of each sentence, one figure a sentence; a tenth are copies."""
    chance = random.Random(seed)
    events = [_event(chance, number) for number in range(max(1, count // 5))]
    kept: list[tuple[str, list[str]]] = []
    for number in range(count):
        event = chance.choice(events)
        if kept and chance.random() < 0.1:
            text, truth = chance.choice(kept)
        else:
            chosen = [_sentence(chance, event) for _ in range(chance.randint(6, 14))]
            text, truth = " ".join(words for words, _ in chosen), [question for _, question in chosen]
            if len(kept) < 2000:
                kept.append((text, truth))
        yield f"d{number:06}", event["day"], text, truth


def _event(chance: random.Random, number: int) -> dict[str, str]:
    kind = chance.choice(sorted(_EVENTS))
    place = made_up(chance).capitalize()
    day = f"{chance.choice((2021, 2022, 2023, 2024))}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
    thing = chance.choice(("tents", "blankets", "pumps", "trucks", "doctors", f"{made_up(chance)}s"))
    return {"id": str(number), "event": kind, "What": _EVENTS[kind], "place": place, "day": day, "thing": thing}


def _sentence(chance: random.Random, event: dict[str, str]) -> tuple[str, str]:
    question, template = chance.choice(_SENTENCES)
    words = template.format(n=f"{chance.randint(11, 9_999):,}", who=chance.choice(_SPEAKERS), **event)
    return words[:1].upper() + words[1:], f"{event['id']} {question}"


def mentions(count: int) -> Iterator[tuple[Mention, str]]:
    """Yield the figures of generated documents as mentions, each with its true question."""
    from figures.extract import extract
    from seeds.readers import document_from_text

    for uid, day, text, truth in documents(count):
        document = document_from_text(text, name=uid, published=day)
        starts: list[int] = []
        for figure in extract(document):
            if figure.sentence_start not in starts:
                starts.append(figure.sentence_start)
            if figure.checkable and len(starts) <= len(truth):
                sentence = text[figure.sentence_start : figure.sentence_end]
                mention = Mention(f"{uid}:{figure.start}", uid, figure, sentence, None, day)
                yield mention, truth[len(starts) - 1]


def measure(count: int) -> dict[str, float]:
    """Compare generated documents in this process: seconds, MB (all of the process), figures, questions and B-cubed."""
    from figures.compare import compare

    truth: dict[str, str] = {}
    given: list[Mention] = []
    for mention, question in mentions(count):
        given.append(mention)
        truth[mention.id] = question
    before = time.process_time()
    found = []
    for one in compare(given):
        found.append(one.question.members)
    seconds = time.process_time() - before
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    precision, recall = _b_cubed(truth, found)
    return {
        "seconds": seconds,
        "megabytes": memory,
        "figures": len(given),
        "questions": len(found),
        "precision": precision,
        "recall": recall,
    }


def _b_cubed(truth: dict[str, str], groups: Sequence[Sequence[str]]) -> tuple[float, float]:
    """Give B-cubed precision and recall in one pass over groups; mentions in none stand alone."""
    sizes: dict[str, int] = {}
    for question in truth.values():
        sizes[question] = sizes.get(question, 0) + 1
    precision = recall = 0.0
    grouped = 0
    for members in groups:
        counts: dict[str, int] = {}
        for name in members:
            counts[truth[name]] = counts.get(truth[name], 0) + 1
        grouped += len(members)
        for question, number in counts.items():
            precision += number * number / len(members)
            recall += number * number / sizes[question]
    inside = {name for members in groups for name in members}
    recall += sum(1 / sizes[question] for name, question in truth.items() if name not in inside)
    return (precision + len(truth) - grouped) / len(truth), recall / len(truth)


def _apart(count: int) -> dict[str, float]:
    command = [sys.executable, "-m", "tests.benchmarks.comparing", "--measure", "--documents", str(count)]
    printed = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    values: dict[str, float] = json.loads(printed)
    return values


def rows(count: int, *, once: bool) -> Iterator[Row | str]:
    """Measure `count` documents and, unless `once`, twice as many."""
    one = _apart(count)
    share = count / 10_000
    yield f"  {one['figures']:,.0f} figures of {count:,} documents, {one['questions']:,.0f} questions"
    yield at_most("seconds", _SECONDS * share, one["seconds"])
    yield at_most("MB, with the figures themselves", _MEGABYTES, one["megabytes"])
    yield at_least("B-cubed precision", 0.95, one["precision"])
    yield at_least("B-cubed recall", 0.85, one["recall"])
    if not once:
        two = _apart(2 * count)
        yield at_most("twice the documents, times as long", _GROWTH, two["seconds"] / one["seconds"])


def main(argv: Sequence[str] | None = None) -> int:
    """Run the measurement; 1 where something falls short."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--documents", type=int, default=10_000)
    parser.add_argument("--once", action="store_true", help="leave out twice as many")
    parser.add_argument("--measure", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args(argv)
    if options.measure:
        print(json.dumps(measure(options.documents)))
        return 0
    short = 0
    for row in rows(options.documents, once=options.once):
        print(row if isinstance(row, str) else row.line())
        short += isinstance(row, Row) and row.met is False
    return 1 if short else 0


if __name__ == "__main__":
    sys.exit(main())
