"""Texts to measure on: articles with variation, generated news, and strings made to hurt. All seeded, none repeats."""

import random
import re
from collections.abc import Sequence
from pathlib import Path

MEGABYTE = 1_000_000
_ONSETS = re.findall(
    r"\w+", "b bl br c ch cl cr d dr f fl fr g gl gr h j k l m n p pl pr r s sh sk sl sn sp st t th tr v w"
)
_VOWELS = ("a", "e", "i", "o", "u", "ai", "ea", "ee", "oa", "oo", "ou")
_CODAS = ("", "", "", "b", "ck", "d", "ft", "g", "k", "l", "lt", "m", "mp", "n", "nd", "nk", "p", "r", "rd", "st", "t")
_NUMBER = re.compile(r"\d+")
_WORD = re.compile(r"\b[a-z]{6,}\b")


def articles(folder: Path) -> list[str]:
    """Read the articles of a folder, in order of name."""
    return [path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.txt"))]


def varied(originals: Sequence[str], size: int, seed: int = 1) -> list[str]:
    """Repeat articles up to `size` bytes with other digits and, for a word in twelve, other words each time."""
    chance = random.Random(seed)
    texts: list[str] = []
    length = 0
    while length < size:
        text = _varied(originals[len(texts) % len(originals)], chance)
        texts.append(text)
        length += len(text.encode("utf-8"))
    return texts


def _varied(text: str, chance: random.Random) -> str:
    def digits(match: re.Match[str]) -> str:
        run = match.group()
        # Years and parts of dates stay, or the text would no longer read as dated news.
        if len(run) < 3 or (len(run) == 4 and run[:2] in ("19", "20")):
            return run
        return str(chance.randint(1, 9)) + "".join(chance.choice("0123456789") for _ in run[1:])

    def word(match: re.Match[str]) -> str:
        if chance.random() > 1 / 12:
            return match.group()
        return made_up(chance) + ("s" if match.group().endswith("s") else "")

    return _WORD.sub(word, _NUMBER.sub(digits, text))


def made_up(chance: random.Random, syllables: int = 3) -> str:
    """Make up a word."""
    return "".join(chance.choice(_ONSETS) + chance.choice(_VOWELS) + chance.choice(_CODAS) for _ in range(syllables))


_TEMPLATES = (
    "{Name} said on {day} that {bound} {n} {noun} had been sent to {Place}.",
    "The {adj} survey counted {n} {noun}, up from {m} a year earlier, according to {Name} of the {Place} office.",
    "{Name}, director of the {adj} agency, put the cost at ${small} million, or {small2} {unit} per {adj}.",
    "At least {n} {noun} and {small} {adj} {noun2} were damaged in {Place} on {day}, {Name} reported.",
    "“We have {bound} {n} {noun},” {Name} told reporters, adding that the {adj} needed {small2}{symbol} by May {dom}.",
    "The {Place} council, which meets twice a year, has not said when the {adj} would reopen.",
    "Between {small} and {n} {noun} rely on the {adj}, and {pct}% of them pay {small2} {unit} a month.",
    "Officials in {Place} expect {small}-{n} {noun} by 2027; {Name} called the {adj} “a {noun2} too far”.",
    "It rose {pct} per cent to {m} {unit} in {Place}, while {small} {noun2} closed.",
    "Nobody at the {adj} in {Place} would comment, and {Name} did not answer a letter sent in late 2024.",
)
#: Sentences between the figures, as in articles: two for one with figures.
_FILLERS = (
    "{Name} said the {adj} had been “a {adj2} for the whole of {Place}”, and thanked those who had helped.",
    "The {adj} stands on the edge of {Place}, where the road to the {adj2} bends away from the river.",
    "It is not known whether the {Place} office had been told, though {Name} hinted that it had.",
    "People there remember the {adj} well, and few of them would want to see the {adj2} go.",
    "In a statement, the {Place} agency called the {adj} unfounded and asked the {adj2} to withdraw it.",
    "{Name} did not answer a letter, but a friend of the {adj} said on {day} that talks would go on.",
)
_DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
_BOUND_WORDS = ("more than", "about", "nearly", "at least", "up to", "another", "some", "an estimated", "", "", "")


def generated(size: int, seed: int = 1, *, dense: bool = False) -> list[str]:
    """Make news reports of about 4 kB up to `size` bytes whose noun phrases, names and units never come twice.

    With about as many figures as articles have, or, `dense`, with figures in every sentence.
    """
    chance = random.Random(seed)
    seen: set[str] = set()
    texts: list[str] = []
    length = 0
    while length < size:
        sentences = [_sentence(chance, seen, dense or at % 3 == 0) for at in range(36)]
        paragraphs = [" ".join(sentences[at : at + 3]) for at in range(0, 36, 3)]
        text = "\n\n".join(paragraphs) + "\n"
        texts.append(text)
        length += len(text.encode("utf-8"))
    return texts


def _sentence(chance: random.Random, seen: set[str], figures: bool) -> str:
    def fresh(syllables: int) -> str:
        while (word := made_up(chance, syllables)) in seen:
            pass
        seen.add(word)
        return word

    return chance.choice(_TEMPLATES if figures else _FILLERS).format(
        Name=f"{fresh(2).capitalize()} {fresh(3).capitalize()}",
        Place=fresh(3).capitalize(),
        day=chance.choice(_DAYS),
        dom=chance.randint(1, 30),
        bound=chance.choice(_BOUND_WORDS),
        n=f"{chance.randint(1_000, 999_999):,}",
        m=f"{chance.randint(200, 99_999)}",
        small=chance.randint(2, 999),
        small2=f"{chance.randint(2, 99)}.{chance.randint(1, 9)}",
        pct=chance.randint(1, 99),
        noun=f"{fresh(2)} {fresh(2)}s",
        noun2=fresh(3) + "s",
        adj=fresh(2),
        adj2=fresh(2),
        unit=fresh(2) + chance.choice(("s", "")),
        symbol=fresh(2)[:5],
    )


def hurtful(size: int = MEGABYTE) -> dict[str, str]:
    """Give strings of about `size` characters, by name, that punish patterns which look back or try twice."""
    strings = {name: piece * max(1, size // len(piece)) for name, piece in REQUIRED.items()}
    strings["400 nines"] = "9" * 400
    strings |= {repr(piece): piece * (size // len(piece)) for piece in _PIECES}
    chance = random.Random(3)
    strings["random Unicode"] = "".join(chr(chance.choice(_BLOCKS) + chance.randrange(128)) for _ in range(size // 2))
    strings["open quotation"] = '"He said ' + "5 men " * (size // 6)
    return strings


#: These must not be slower than 0.3 MB/s whatever they hold; of the others the dense ones are judged by the figure.
REQUIRED = {"400 nines": "9", "'one and '": "one and ", "'('": "(", "'$1-'": "$1-"}
# fmt: off
_PIECES = (
    "9", "1,", "1,1,1,", "1.1.", "1/1/1/", "1 to 1 to ", "1-1-1-", "1 1 1 ", " .5", "–5", "6 000 ", "½", "1⁄2 ",
    "million ", "hundred and two ", "between 1 and ", "more than ", "up to about ", "dozens of ", "one in ", "half a ",
    "'' '' ", '" ', "“", "”", "'s", "‘5 men’ ", "“5 men,” he said. ", '"5 men" said said ',
    "said said ", "said 5 men ", "He said. ", "he said 5 ", "according to ", "according to Al Bo 5 ", "Al Bo said 5 ",
    "May May ", "May 1, ", "on Monday ", "on Monday 5 men ", "last year ", "last year 5 men ", "2024 ", "5 days ago ",
    "a a a ", "Al Bo ", "Al Bo 5 ", "U.S. ", "U.S.", "A. B. ", "Mr. ", ". ", ".", "?!", "\n", "5\n", "- 5 men\n", "5. ",
    "in Rome ", "in Rome 5 men ", "Kursk region ", "killed ", "killed 5 ", "the number of ", "the number of 5 ",
    "5 of the ", "5-year-", "5 kg ", "5 kg/", "5 kg per ", "$5m (£4m) ", "5%", "$", "US$ ", "5 m", "(5) ", "5m2 ",
    "5\u200b", "\u200b\u00ad", "\u00a0", " ", "\t ", "-", "e\u0301", "😀5", "5️⃣", "ab", "٣", "ＡＢ５", "\ufffd5",
    "who, which, 5 men, ", "5 men, 6 men and ", "men and women and 5 ", "5; ", "5: ", "he she it 5 ", "-5 -5 ", "x5x ",
)
# fmt: on
_BLOCKS = (0x20, 0x20, 0x20, 0xA0, 0x2000, 0x2080, 0x600, 0x660, 0x900, 0x1F600, 0xFF00)
