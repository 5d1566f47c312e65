"""Questions on the labelled articles: how well figures of one question are put together, and what is said of them.

    python -m tests.benchmarks.questions [GOLD_FOLDER] [SEEDS_FOLDER] [--all]

GOLD_FOLDER (default ../shared/gold) holds questions-dev.json, SEEDS_FOLDER (default ../shared/seeds) the articles. With
--all every article of the folder is compared, labelled or not: the scores are of the labelled members only. Exits
with 1 where something falls short. B-cubed: for each labelled member the share of its group that is of its question
(precision), and of its question that is in its group (recall), averaged; members that the extractor missed stand alone.
"""

import argparse
import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from figures.compare import Compared, Mention, compare
from figures.compare.copies import copies
from figures.compare.origins import origins
from figures.extract import extract
from seeds.document import Document
from seeds.readers import document_from_text
from tests.benchmarks.extraction import Row, at_least, at_most

Labels = dict[str, Any]


def read_articles(paths: Iterable[Path]) -> list[Document]:
    """Read articles as text, by name."""
    return [document_from_text(path.read_text(encoding="utf-8"), name=path.name) for path in paths]


def mentions_of(document: Document) -> list[Mention]:
    """Extract the checkable figures of a document as mentions, named by document and offset."""
    days = {item.number: item.published for item in document.items}
    return [
        Mention(
            f"{document.name}:{figure.start}",
            document.name,
            figure,
            document.text[figure.sentence_start : figure.sentence_end],
            document.publisher,
            days.get(figure.item) or document.published,
        )
        for figure in extract(document)
        if figure.checkable
    ]


def aligned(labels: Labels, mentions: Sequence[Mention]) -> dict[str, str]:
    """Give for each labelled member the id of the figure found in its place, its own where there is none."""
    found: dict[str, str] = {}
    for question in labels["questions"]:
        for member in question["members"]:
            found[member["id"]] = member["id"]
            for mention in mentions:
                figure = mention.figure
                if mention.document == member["doc"] and figure.start < member["end"] and member["start"] < figure.end:
                    found[member["id"]] = mention.id
    return found


def b_cubed(truth: Sequence[Sequence[str]], groups: Iterable[Iterable[str]]) -> tuple[float, float]:
    """Give B-cubed precision and recall of groups over the members of the true ones, both 0 to 1."""
    question = {name: number for number, members in enumerate(truth) for name in members}
    group: dict[str, object] = dict.fromkeys(question)
    for number, names in enumerate(groups):
        group.update({name: number for name in names if name in question})
    precision = recall = 0.0
    for name in question:
        mine = {other for other in question if group[other] == group[name] and group[name] is not None} | {name}
        true = set(truth[question[name]])
        precision += len(mine & true) / len(mine)
        recall += len(mine & true) / len(true)
    return precision / len(question), recall / len(question)


def rows(labels: Labels, documents: Sequence[Document]) -> Iterator[Row | str]:
    """Compare the articles and hold what is found against the labels."""
    mentions = [mention for document in documents for mention in mentions_of(document)]
    told = copies((document.name, document.text) for document in documents)
    sources = origins(mentions, told)
    found = list(compare(mentions, sources))
    names = aligned(labels, mentions)
    back = {figure: label for label, figure in names.items()}
    truth = [[names[member["id"]] for member in question["members"]] for question in labels["questions"]]
    precision, recall = b_cubed(truth, [one.question.members for one in found])
    yield at_least("B-cubed precision", 0.95, precision)
    yield at_least("B-cubed recall", 0.85, recall)
    together = {member: one.question.id for one in found for member in one.question.members}
    mixed = [
        pair
        for pair in labels["never_together"]
        if names.get(pair["a"]) in together and together[names[pair["a"]]] == together.get(names.get(pair["b"], ""))
    ]
    yield at_most("pairs never together in one question", 0, len(mixed))
    yield from _relations(labels, found, names)
    yield from _origins(labels, sources, names)
    yield from _sums(labels, found, names, back)
    yield from _signs(labels, found, names, back)
    for one in found:
        yield f"  {one.question.title} ({one.question.reason}): " + ", ".join(
            back.get(m, m) for m in one.question.members
        )


def _relations(labels: Labels, found: Sequence[Compared], names: dict[str, str]) -> Iterator[Row | str]:
    told = {frozenset((pair.a, pair.b)): pair for one in found for pair in one.related.relations}
    for kind, wanted in (("conflict", True), ("no_conflict", False)):
        wrong = []
        for question in labels["questions"]:
            for a, b in question[kind]:
                pair = told.get(frozenset((names[a], names[b])))
                if (pair is not None and pair.relation == "conflict") is not wanted:
                    wrong.append(f"  {a} {b}: {pair.relation if pair else 'not related'}, {pair.why if pair else ''}")
        yield at_most(f"pairs under {kind} that are told otherwise", 0, len(wrong))
        yield from wrong


def _origins(labels: Labels, sources: Sequence[Sequence[str]], names: dict[str, str]) -> Iterator[Row | str]:
    of = {name: number for number, group in enumerate(sources) for name in group}
    wrong = []
    for question in labels["questions"]:
        first = [of.get(names[group[0]], group[0]) for group in question["origins"]]
        for group, origin in zip(question["origins"], first, strict=True):
            if any(of.get(names[label], label) != origin for label in group):
                wrong.append(f"  {question['id']}: of more than one origin: {' '.join(group)}")
        if len(set(first)) < len(first):
            wrong.append(f"  {question['id']}: origins run together")
    yield at_most("origins told otherwise", 0, len(wrong))
    yield from wrong


def _sums(
    labels: Labels, found: Sequence[Compared], names: dict[str, str], back: dict[str, str]
) -> Iterator[Row | str]:
    wanted = {
        (frozenset(names[part] for part in one["parts"]), names[one["total"]], one["holds"])
        for question in labels["questions"]
        for one in question["sums"]
    }
    sums = {(frozenset(one.parts), one.total, one.holds): one for compared in found for one in compared.sums}
    yield at_most("listed sums not found", 0, len(wanted - sums.keys()))
    yield from _further([(one.total, f"sum: {one.why}") for key, one in sums.items() if key not in wanted], back)


def _signs(
    labels: Labels, found: Sequence[Compared], names: dict[str, str], back: dict[str, str]
) -> Iterator[Row | str]:
    wanted = {
        (names[one["figure"]], names[one["against"]], one["kind"].replace(" ", "_"))
        for question in labels["questions"]
        for one in question["signs"]
    }
    signs = {(one.figure_id, one.against, one.kind): one for compared in found for one in compared.signs}
    yield at_most("listed signs not found", 0, len(wanted - signs.keys()))
    further = [(one.figure_id, f"{one.kind}: {one.why}") for key, one in signs.items() if key not in wanted]
    yield from _further(further, back)


def _further(found: Sequence[tuple[str, str]], back: dict[str, str]) -> Iterator[Row | str]:
    articles = [name.partition(":")[0] for name, _ in found]
    yield at_most("most not listed in one article", 1, max(map(articles.count, articles), default=0))
    yield from (f"  {back.get(name, name)} {why}" for name, why in found)


def main(argv: Sequence[str] | None = None) -> int:
    """Run the measurement; 1 where something falls short."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("gold", nargs="?", type=Path, default=Path("../shared/gold"))
    parser.add_argument("seeds", nargs="?", type=Path, default=Path("../shared/seeds"))
    parser.add_argument("--all", action="store_true", help="compare every article of the folder")
    options = parser.parse_args(argv)
    labels = json.loads((options.gold / "questions-dev.json").read_text(encoding="utf-8"))
    labelled = {member["doc"] for question in labels["questions"] for member in question["members"]}
    paths = [path for path in sorted(options.seeds.glob("*.txt")) if options.all or path.name in labelled]
    short = 0
    for row in rows(labels, read_articles(paths)):
        print(row if isinstance(row, str) else row.line())
        short += isinstance(row, Row) and row.met is False
    return 1 if short else 0


if __name__ == "__main__":
    sys.exit(main())
