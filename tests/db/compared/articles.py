"""Reviews of short articles, taken in as a user does."""

from pathlib import Path

from db import Review, open_review
from db.comparing import QuestionView, questions
from db.intake import take_in

#: Three papers on one flood: two tolls that differ, one of them copied.
FLOOD = {
    "post.txt": "Flood in Vessen\n\nThe flood in Vessen killed more than 60 people, the interior ministry said.\n"
    "It destroyed 1,200 homes in Vessen, rescuers said.\n",
    "wire.txt": "Vessen under water\n\nThe flood killed 38 people in Vessen, according to the Red Cross.\n",
    "mail.txt": "Vessen counts its dead\n\nThe interior ministry said the flood in Vessen killed more than 60 people.\n"
    "About 400 people were injured in Vessen by the flood.\n",
}
#: A fourth, of the same flood, and a fifth of something else.
LATER = "Vessen mourns\n\nAt least 71 people were killed by the flood in Vessen, the mayor said.\n"
OTHER = "Harvest\n\nFarmers in Orlund brought in 4,200 tonnes of rye, the growers' board said.\n"


def made(path: Path, articles: dict[str, str], reviewer: str = "ana") -> Review:
    """Open the review at path, made if it is new, with these articles taken in."""
    review = open_review(path, reviewer=reviewer, create=not path.exists())
    take(review, articles)
    return review


def take(review: Review, articles: dict[str, str], *, update: bool = False) -> None:
    """Take articles into a review."""
    folder = review.path.parent / "texts"
    folder.mkdir(exist_ok=True)
    for name, text in articles.items():
        (folder / name).write_text(text, encoding="utf-8")
    report = take_in(review, [folder / name for name in articles], update=update)
    assert not report.failures and not [line for line in report.warnings if "compared" in line]


def numbered(review: Review, text: str, document: str | None = None) -> int:
    """Give the row of the figure with this text."""
    found = [
        view.row_id
        for view in review.figures(review.queue(all_figures=True))
        if view.figure.text == text and document in (None, view.document_name)
    ]
    assert found, text
    return found[0]


def told(review: Review) -> dict[str, list[str]]:
    """Give each question's title and the texts of its figures, in order."""
    return {one.title: sorted(member.figure.text for member in one.members) for one in questions(review)}


def holding(review: Review, text: str) -> QuestionView:
    """Give the question of the figure with this text."""
    (found,) = [one for one in questions(review) if text in [member.figure.text for member in one.members]]
    return found


def pairs(review: Review) -> set[tuple[str, str, str]]:
    """Give what any two figures of a question are to each other, by their texts."""
    found: set[tuple[str, str, str]] = set()
    for one in questions(review):
        texts = {member.figure_id: member.figure.text for member in one.members}
        for pair in one.relations:
            first, second = sorted((texts[pair.a], texts[pair.b]))
            found.add((first, second, pair.relation))
    return found
