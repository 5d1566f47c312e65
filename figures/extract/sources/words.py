"""The words and signs of a sentence with their offsets, as the search for sources reads them."""

from bisect import bisect_left
from typing import NamedTuple

from figures.extract.vocabulary import word_set
from seeds.patterns import Later

#: To split by, so that words and what lies between them alternate.
_WORD = Later(r"(\w++(?:(?:[&/.'-]++|(?<=\d),(?=\d\d\d))\w++)*+(?:\.|(?<=s)'(?!\w))?|[^\w\s])")
#: A dot belongs to its word after these, after one letter and where there is another: "Gov.", "J.", "U.S.".
_ABBREVIATIONS = word_set("mr mrs ms dr prof rev gen lt col maj capt sgt adm gov sen rep st inc corp co ltd jr sr hon")
_INNER_DOT = Later(r"\w\.\w")

#: So many words are looked at on either side of a verb; they are looked for in so many characters first.
MOST = 40
_FAR = 320
#: After so many questions about a sentence all its words are read.
_OFTEN = 3


class Word(NamedTuple):
    """A word or sign with its offsets in the view; a tuple, because there are so many.

    `capital`: it is written like a name; `is_word`: it is no sign.
    """

    text: str
    low: str
    start: int
    end: int
    capital: bool
    is_word: bool


class Run:
    """Some words in a row, as columns: as written, in lower case, and where each begins."""

    __slots__ = ("lows", "starts", "texts")

    def __init__(self, texts: list[str], lows: list[str], starts: list[int]) -> None:
        self.texts = texts
        self.lows = lows
        self.starts = starts

    def part(self, first: int, stop: int) -> "Run":
        """Give the words first..stop - 1 as a run of their own."""
        return Run(self.texts[first:stop], self.lows[first:stop], self.starts[first:stop])

    def capital(self, at: int) -> bool:
        """Whether a word is written like a name."""
        return self.texts[at] != self.lows[at]

    def is_word(self, at: int) -> bool:
        """Whether a word is one, and no sign."""
        return self.lows[at][0].isalnum()

    def phrase(self, first: int, stop: int) -> tuple[Word, ...]:
        """Give the words first..stop - 1."""
        return tuple([self.word(at) for at in range(first, stop)])

    def word(self, at: int) -> Word:
        """Give a word with all that is known of it."""
        text, low, start = self.texts[at], self.lows[at], self.starts[at]
        return _word(Word, (text, low, start, start + len(text), low != text, text[0].isalnum()))


#: Half the cost of calling the class, in the one place where that counts.
_word = tuple.__new__


class Words:
    """The words and signs of a span of the view, in order; a stop that ends a sentence is a sign of its own.

    They are read where they are asked for: of most sentences only a few about one verb are. Where more are, all of
    them are read, once.
    """

    __slots__ = ("_asked", "_run", "end", "start", "view")

    def __init__(self, view: str, start: int, end: int) -> None:
        self.view = view
        self.start = start
        self.end = end
        self._asked = 0
        self._run: Run | None = None

    def before(self, at: int, floor: int) -> Run:
        """Give the words that lie between `floor` and `at`, the last MOST of them."""
        run = self._run or self._whole()
        if run is not None:
            stop = bisect_left(run.starts, at)
            if stop and run.starts[stop - 1] + len(run.texts[stop - 1]) > at:
                stop -= 1
            first = bisect_left(run.starts, floor, max(0, stop - MOST), stop)
            return run.part(first, stop)
        begin = floor
        if at - floor > 2 * _FAR:
            begin = self.view.rfind(" ", at - 2 * _FAR, at - _FAR) + 1 or at - _FAR
        run = _read(self.view, begin, at)
        if len(run.texts) < MOST and begin > floor:
            run = _read(self.view, floor, at)
        return run if len(run.texts) <= MOST else run.part(len(run.texts) - MOST, len(run.texts))

    def after(self, at: int, limit: int, most: int = MOST) -> Run:
        """Give the words that begin at `at` or later and end by `limit`, the first `most` of them."""
        run = self._run or self._whole()
        if run is not None:
            first = bisect_left(run.starts, at)
            stop = min(first + most, len(run.starts))
            while stop > first and run.starts[stop - 1] + len(run.texts[stop - 1]) > limit:
                stop -= 1
            return run.part(first, stop)
        end = limit = min(limit, self.end)
        if limit - at > 20 * most:
            end = self.view.find(" ", at + 10 * most, at + 20 * most)
            end = at + 20 * most if end < 0 else end
        run = _read(self.view, at, end, most)
        if len(run.texts) < most and (end < limit or self.view.count(" ", at, end) >= most):
            run = _read(self.view, at, limit)
        return run if len(run.texts) <= most else run.part(0, most)

    def _whole(self) -> Run | None:
        self._asked += 1
        if self._asked > _OFTEN:
            self._run = _read(self.view, self.start, self.end)
        return self._run


def _read(view: str, start: int, end: int, most: int = -1) -> Run:
    """Read the words of a span, or of its first `most` pieces between blanks."""
    pieces = view[start:end].split(" ", most)
    if len(pieces) > most >= 0:
        pieces.pop()
    texts: list[str] = []
    starts: list[int] = []
    at = start
    # A pattern over all of it would cost ten times as much: most of it is words and nothing else.
    for piece in pieces:
        if piece.isalnum() or _is_joined(piece):
            texts.append(piece)
            starts.append(at)
        elif piece:
            parts, offsets = cut(piece, at)
            texts += parts
            starts += offsets
        at += len(piece) + 1
    return Run(texts, [text.lower() for text in texts], starts)


def _keeps_dot(word: str) -> bool:
    """See whether a dot behind a word is part of it: "Gov.", "J."."""
    return len(word) == 1 or word.lower() in _ABBREVIATIONS


#: Signs that news puts around words.
_AROUND = "\"'(),;:.!?"


def cut(text: str, at: int) -> tuple[list[str], list[int]]:
    """Split a text without blanks that begins at `at` into its words and signs; give them and where they begin.

    Most are one word with signs around it, whose parts `str` finds quicker than `re`.
    """
    word, sign = text[:-1], text[-1:]
    if word.isalnum() and (sign in ",;:" or (sign == "." and not _keeps_dot(word))):
        return [word, sign], [at, at + len(word)]
    parts: list[str] = []
    offsets: list[int] = []
    word = text.strip(_AROUND)
    if word.isalnum() or (word and _is_joined(word)):
        lead = text.index(word)
        tail = text[lead + len(word) :]
        sign = tail[:1]
        if (sign == "'" and word[-1] == "s") or (sign == "." and _keeps_dot(word)):
            word, tail = word + sign, tail[1:]
        first = at + lead
        if lead:
            parts = [*text[:lead], word, *tail]
            return parts, [*range(at, first + 1), *range(first + len(word), at + len(text))]
        return [word, *tail], [first, *range(first + len(word), at + len(text))]
    for number, part in enumerate(_WORD.split(text)):
        if number % 2:
            word = part[:-1] if part[-1] == "." else ""
            if word and not (_keeps_dot(word) or _INNER_DOT.search(word)):
                parts += (word, ".")
                offsets += (at, at + len(word))
            else:
                parts.append(part)
                offsets.append(at)
        at += len(part)
    return parts, offsets


def _is_joined(word: str) -> bool:
    """See whether hyphens, apostrophes or a comma between thousands make one word: "24-year-old", "3,800"."""
    if not (word[-1:].isalnum() and word[0].isalnum()):
        return False
    if word.replace("-", "").replace("'", "").isalnum():
        return True
    head, _, tail = word.partition(",")
    return len(tail) == 3 and head.isdecimal() and tail.isdecimal()
