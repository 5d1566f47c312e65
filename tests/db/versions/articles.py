"""Generated articles that look alike, and edits of them that remember which number is which."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import count
from random import Random

#: Few numbers, so that every one of them stands at several places of an article.
NUMBERS = ("12", "38", "140", "600", "1,200", "3,800", "6,000", "16,500")
PLACES = ("Arvik", "Belmora", "Castrel", "Dunholm", "Eskary", "Fenwold", "Gorsk", "Halvern")
SOURCES = ("the harbour office", "the rescue service", "the relief board", "the county", "the grid operator")

# A sentence in two wordings that say the same; N is the number.
WORDINGS = (
    (
        "In {place}, N houses were flooded, {source} said.",
        "N houses were flooded in {place} when the river rose, {source} said.",
    ),
    (
        "The storm left N families without power in {place}, according to {source}.",
        "The storm left N families without power in {place} and in the farms around it, according to {source}.",
    ),
    (
        "More than N residents were evacuated from {place} by boat, {source} said.",
        "By boat, more than N residents were evacuated from {place} before nightfall, {source} said.",
    ),
    (
        "Crews in {place} cleared N trees from the roads.",
        "Working through the night, crews in {place} cleared N trees from the roads.",
    ),
    (
        "At least N animals drowned on farms near {place}, {source} said.",
        "At least N animals drowned on low farms near {place} as the dykes gave way, {source} said.",
    ),
    (
        "{place} has asked for N pumps and N tents.",
        "Its mayor says that {place} has asked for N pumps and N tents.",
    ),
)
PLAIN = (
    "Nobody expected the water to come so fast.",
    "Schools stay closed until further notice.",
    "The road along the coast is still blocked.",
    "It was the worst storm that anyone could remember.",
    "Trains run again on most lines.",
)

Numbered = tuple[int, str]


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: its wordings without their numbers, which of them it has, and its numbers with their ids."""

    wordings: tuple[str, ...]
    wording: int
    numbers: tuple[Numbered, ...]


Paragraph = tuple[Sentence, ...]
Article = tuple[Paragraph, ...]
Spans = dict[tuple[int, int], int]


class Newsroom:
    """Writes articles and edits them; every number it puts in a text has an id of its own for good."""

    def __init__(self, seed: int):
        self.random = Random(seed)
        self._ids = count(1)

    def article(self) -> Article:
        return tuple(self.paragraph() for _ in range(self.random.randint(4, 7)))

    def paragraph(self) -> Paragraph:
        return tuple(self.sentence() for _ in range(self.random.randint(2, 4)))

    def sentence(self) -> Sentence:
        if self.random.random() < 0.2:
            return Sentence((self.random.choice(PLAIN),), 0, ())
        place, source = self.random.choice(PLACES), self.random.choice(SOURCES)
        wordings = tuple(form.format(place=place, source=source) for form in self.random.choice(WORDINGS))
        numbers = tuple((next(self._ids), self.random.choice(NUMBERS)) for _ in range(wordings[0].count("N ")))
        return Sentence(wordings, 0, numbers)

    def insert_before(self, article: Article) -> Article:
        at = self.random.randrange(len(article))
        return (*article[:at], self.paragraph(), *article[at:])

    def reword(self, article: Article) -> Article:
        return self._edit(article, lambda sentence: replace(sentence, wording=len(sentence.wordings) - 1))

    def change_number(self, article: Article) -> Article:
        return self._edit(article, self._with_other_number)

    def remove(self, article: Article) -> Article:
        at = self.random.randrange(len(article))
        return (*article[:at], *article[at + 1 :])

    def swap(self, article: Article) -> Article:
        one, other = sorted(self.random.sample(range(len(article)), 2))
        swapped = list(article)
        swapped[one], swapped[other] = swapped[other], swapped[one]
        return tuple(swapped)

    def duplicate(self, article: Article) -> Article:
        """Put a copy of a sentence into another paragraph: it says the same, and is another figure."""
        source, target = self.random.sample(range(len(article)), 2)
        sentence = self.random.choice(article[source])
        copy = replace(sentence, numbers=tuple((next(self._ids), number) for _, number in sentence.numbers))
        at = self.random.randint(0, len(article[target]))
        paragraph = (*article[target][:at], copy, *article[target][at:])
        return (*article[:target], paragraph, *article[target + 1 :])

    def _with_other_number(self, sentence: Sentence) -> Sentence:
        if not sentence.numbers:
            return sentence
        at = self.random.randrange(len(sentence.numbers))
        other = self.random.choice([number for number in NUMBERS if number != sentence.numbers[at][1]])
        numbers = (*sentence.numbers[:at], (next(self._ids), other), *sentence.numbers[at + 1 :])
        return replace(sentence, numbers=numbers)

    def _edit(self, article: Article, change: Callable[[Sentence], Sentence]) -> Article:
        """Change some of the sentences that have numbers, one at least."""
        places = [(row, at) for row, paragraph in enumerate(article) for at, one in enumerate(paragraph) if one.numbers]
        chosen = set(self.random.sample(places, max(1, len(places) // 5))) if places else set()
        return tuple(
            tuple(change(one) if (row, at) in chosen else one for at, one in enumerate(paragraph))
            for row, paragraph in enumerate(article)
        )


def text_of(article: Article) -> tuple[str, Spans]:
    """Give an article's text, and the id of the number at each span."""
    text, spans = "", {}
    for paragraph in article:
        for at, sentence in enumerate(paragraph):
            text += " " if at else ""
            for part, number in _parts(sentence):
                text += part
                if number is not None:
                    spans[len(text), len(text) + len(number[1])] = number[0]
                    text += number[1]
        text += "\n\n"
    return text, spans


def typographic(text: str) -> str:
    """Set a text with other quotes, dashes and spaces."""
    return text.replace(", ", ",\u00a0").replace("'", "\u2019").replace(" the ", "  the ").replace("\n\n", "\n \n")


def numbers_of(article: Article) -> set[int]:
    """Give the ids of the numbers of an article."""
    return {number for paragraph in article for sentence in paragraph for number, _ in sentence.numbers}


def _parts(sentence: Sentence) -> Iterator[tuple[str, Numbered | None]]:
    first, *rest = sentence.wordings[sentence.wording].split("N ")
    yield from zip([first, *(f" {part}" for part in rest[:-1])], sentence.numbers, strict=False)
    yield f" {rest[-1]}" if rest else first, None
