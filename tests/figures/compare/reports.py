"""Short reports as mentions, for tests."""

from collections.abc import Iterable

from figures.compare import Mention
from figures.extract import extract
from seeds.readers import document_from_text


def mentions_of(text: str, name: str = "0", published: str | None = None) -> list[Mention]:
    """Extract the checkable figures of a text; ids are "name:number as written", and "#2" for a number's second."""
    document = document_from_text(text, name=f"{name}.txt", published=published)
    found: list[Mention] = []
    counted: dict[str, int] = {}
    for figure in extract(document):
        if figure.checkable:
            counted[figure.text] = number = counted.get(figure.text, 0) + 1
            key = f"{name}:{figure.text}" + (f"#{number}" if number > 1 else "")
            sentence = document.text[figure.sentence_start : figure.sentence_end]
            found.append(Mention(key, name, figure, sentence, None, published))
    return found


def mentions_of_all(documents: Iterable[str]) -> list[Mention]:
    """Extract the figures of documents written as "day | text", named by their number."""
    found: list[Mention] = []
    for number, document in enumerate(documents):
        day, _, text = document.partition(" | ")
        found += mentions_of(text, str(number), day)
    return found
