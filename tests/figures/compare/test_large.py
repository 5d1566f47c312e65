"""Very many figures: bounded work, whatever they say."""

from dataclasses import replace

from figures.compare import Mention, compare
from figures.compare.relations import MOST
from tests.figures.compare.reports import mentions_of_all


def _many(report: str, count: int, *, documents: int) -> list[Mention]:
    (mention,) = mentions_of_all([report])
    figure = mention.figure
    return [
        replace(
            mention,
            id=f"{at}",
            document=f"{at % documents}",
            figure=replace(figure, start=figure.start + 80 * at, sentence_start=80 * at, low=at, high=at, text=f"{at}"),
        )
        for at in range(1, count + 1)
    ]


def test_a_question_of_very_many_documents_is_one_question_with_bounded_relations() -> None:
    (found,) = compare(_many("2024-05-01 | The flood in Riga killed 40 people.", 5_000, documents=5_000))
    assert len(found.question.members) == 5_000
    assert len(found.related.relations) == MOST * (MOST - 1) // 2
    assert found.related.note is not None
    assert found.signs == ()


def test_one_document_of_very_many_figures_is_one_question_with_bounded_signs() -> None:
    (found,) = compare(_many("2024-05-01 | The flood in Riga killed 40 people.", 3_000, documents=1))
    assert len(found.question.members) == 3_000
    assert len(found.signs) < MOST
