"""The unit of a number: the currency before it, or what stands after it.

A number's unit may be glued to it, follow a space or a hyphen, and be several words long. The tables answer at the
price of a dictionary look-up a word; quantulum3 is asked for the rest (`quantulum`). Every window is
bounded, so the cost of a call does not depend on the text.
"""

from figures.extract.draft import made
from figures.extract.units.context import AFTER_A_TIME, BETWEEN, LITTLE_WORDS
from figures.extract.units.currency_signs import currency_before
from figures.extract.units.guards import decide, metres_not_millions, next_word
from figures.extract.units.model import Leaf, Node, Unit, UnitKind
from figures.extract.units.tree import denominators, is_asked, signs, spelling, symbols
from seeds.patterns import Later

__all__ = ["Unit", "UnitKind", "currency_before", "glued_letter_is_unit", "rate_after", "unit_after"]

_GAP = r"(?:[ \xa0]{1,2}\n?|\n[ \xa0]?|-)"
# Any letters: the tables know the words. Sets of letters beyond Latin-1 take long to compile.
_LONGEST = 20
_LETTERS = rf"[^\W\d_º²³]{{1,{_LONGEST}}}+(?:[23²³]|(?![×÷]))(?!\w)"
_WORD = rf"(?:(?:[A-Za-z]\.){{2,4}}+|(?:[Ss]q|[Cc]u|fl|deg)\.|{_LETTERS})"

#: The word or the sign after a number.
_FIRST = Later(rf"{_GAP}?+(?:({_WORD})|([^\w\s]|º))")
_MORE = Later(rf"(?:{_GAP}|(?<=\.))({_WORD})")
#: How what an amount is counted by begins; `_RATE` reads it.
_COUNTED_BY = ("/", *(word + end for word in ("per", "a", "an", "each", "every") for end in " \xa0\n-"))
_RATE = Later(r"(?:[ \xa0]{1,2}\n?|\n|-)(per|an?|each|every)(?=[ \xa0\n-])|[ \xa0]?(/)(?=[^\W\d_])")
_OF_OIL = Later(r"[ \xa0\n]of(?:[ \xa0\n](?:crude|oil|equivalent)){1,3}(?=[ \xa0\n](?:per|an?)[ \xa0\n])")
_POINTS = Later(r"[ \xa0-]?(?:points?|pts?)(?!\w)")
_DEGREE_SCALE = Later(r"[ \xa0]?([CF])(?!\w)")
_SYMBOL_COMPOUND = Later(r"[A-Za-zΩµμ]{1,4}+[23²³]?+(?:[/·⋅][A-Za-zΩµμ]{1,4}+[23²³]?+){1,3}+(?![\w/])")
_SYMBOL_PART = Later(r"[A-Za-zΩµμ]+")
_DIGIT_NEXT = Later(r"[ \xa0]?\d")
_FEET_AND_INCHES = Later(r"'[ \xa0]?\d{1,2}\"")
_LINKS = " \xa0\n-/·⋅"
_SCALE_NAMES = {"C": "degree celsius", "F": "degree fahrenheit"}

#: How far back an opening quotation mark is looked for where a double quote may be the sign of inches.
_QUOTE_WINDOW = 400


def unit_after(view: str, pos: int, limit: int) -> Unit | None:
    """Give the unit of the number that ends at `pos` (scale word included) from what follows, before `limit`.

    None for a counted noun ("5 people", "12 bars") and for a describing word ("two second homes").
    """
    # A word between blanks needs no pattern.
    start, end = pos + 1, view.find(" ", pos + 1, limit)
    word: str | None = view[start:end] if 0 < end - start <= _LONGEST else ""
    if not (word and word.isalpha() and word.isascii() and view[pos] == " "):
        found = _FIRST.match(view, pos, limit)
        if found is None:
            return None
        word = found[1]
        if word is None:
            return _sign(view, pos, found.start(2), limit)
        start, end = found.span(1)
        if "." in word:
            word = word.replace(".", "")
    leaf = symbols().get(word)
    if leaf is not None and _symbol_fits(leaf, view, pos, start, end):
        return _finish(view, pos, start, end, limit, leaf)
    key = word.lower()
    node = spelling(key)
    ending = None if node is None else _longest(node, view, end, limit)
    if ending is None and is_asked(word):
        ending = _by_quantulum(word, view, end, limit)
    if ending is not None:
        return _finish(view, pos, start, ending[1], limit, ending[0])
    if key in BETWEEN and start > pos and view[pos] != "-":
        return _after_adjective(view, end, limit)
    return None


def _symbol_fits(leaf: Leaf, view: str, pos: int, start: int, end: int) -> bool:
    """Hold symbols to their place: some stand only glued to the number, single letters only after a digit."""
    if leaf.glued:
        return start == pos
    return end - start > 1 or view[pos - 1 : pos].isnumeric()


def _by_quantulum(word: str, view: str, end: int, limit: int) -> tuple[Leaf, int] | None:
    """Look a word and those after it up in quantulum3's table."""
    from figures.extract.units import quantulum

    node = quantulum.surfaces().get(word)
    return None if node is None else _longest(node, view, end, limit)


def _longest(node: Node, view: str, end: int, limit: int) -> tuple[Leaf, int] | None:
    """Follow the words of a spelling as far as they go; give the last unit passed and where it ends."""
    best = None if node.leaf is None else (node.leaf, end)
    while node.following:
        step = _MORE.match(view, end, limit)
        following = None if step is None else node.following.get(step[1].lower().replace(".", ""))
        if step is None or following is None:
            break
        node, end = following, step.end(1)
        if node.leaf is not None:
            best = node.leaf, end
    return best


def _after_adjective(view: str, end: int, limit: int) -> Unit | None:
    """Give the unit after one word that only says how many more or which ("three consecutive days")."""
    step = _MORE.match(view, end, limit)
    node = None if step is None else spelling(step[1].lower())
    ending = None if step is None or node is None else _longest(node, view, step.end(1), limit)
    if step is None or ending is None or not ending[0].plural:
        return None
    return _finish(view, end, step.start(1), ending[1], limit, ending[0])


def _finish(view: str, pos: int, start: int, end: int, limit: int, leaf: Leaf) -> Unit | None:
    """Decide a doubtful spelling by its surroundings, then take in what it is counted by ("miles per hour")."""
    if leaf.guard:
        decided = decide(leaf, view, pos, start, end, limit)
        if decided is None:
            return None
        leaf = decided
    plain = made(Unit, (start, end, leaf.name, leaf.kind, leaf.factor))
    if leaf.kind in ("money", "percent") or end >= limit or view[end] not in _LINKS:
        return plain
    return _rate(view, plain, leaf, limit) or _compound(view, plain, leaf, limit) or plain


def _rate(view: str, plain: Unit, leaf: Leaf, limit: int) -> Unit | None:
    oil = _OF_OIL.match(view, plain.end, limit) if leaf.name == "barrel" else None
    counted = rate_after(view, oil.end() if oil else plain.end, limit)
    if counted is None or (counted[0] == "second" and leaf.kind == "duration"):
        return None
    return Unit(plain.start, counted[1], f"{leaf.name} per {counted[0]}", leaf.kind, leaf.factor)


def rate_after(view: str, pos: int, limit: int) -> tuple[str, int] | None:
    """Give what an amount that ends at `pos` is counted by, and where that ends: "a day", "per barrel", "/h".

    The name is that of a unit, or "person", "share" and the like.
    """
    if not view[pos : min(pos + 9, limit)].lstrip(" \xa0\n-").startswith(_COUNTED_BY):
        return None
    link = _RATE.match(view, pos, limit)
    word = None if link is None else _FIRST.match(view, link.end(), limit)
    if link is None or word is None or word[1] is None:
        return None
    article = link[1] in ("a", "an", "each", "every")
    name, end = _denominator(word[1], view, word.end(1), limit, symbol=not article)
    if name is None:
        return None
    following = next_word(view, end, limit)
    if article and (following in AFTER_A_TIME or (name == "second" and following and following not in LITTLE_WORDS)):
        return None
    return name, end


def _denominator(word: str, view: str, end: int, limit: int, *, symbol: bool) -> tuple[str | None, int]:
    """Give the name of a singular unit or counted thing at `word`, and its end."""
    leaf = denominators().get(word)
    if leaf is not None and (symbol or not leaf.symbol):
        return leaf.name, end
    node = spelling(word.lower().replace(".", ""))
    ending = None if node is None else _longest(node, view, end, limit)
    if ending is None or ending[0].plural or ending[0].kind not in ("measurement", "duration"):
        return None, end
    return ending[0].name, ending[1]


def _compound(view: str, plain: Unit, leaf: Leaf, limit: int) -> Unit | None:
    """Ask quantulum3 for a compound of two known units: "newton metres", "kg·m/s"."""
    if leaf.symbol:
        found = _SYMBOL_COMPOUND.match(view, plain.start, limit) if view[plain.end] in "/·⋅" else None
        if found is None:
            return None
        parts = [symbols().get(part) for part in _SYMBOL_PART.findall(found[0])]
        names = [part.name for part in parts if part is not None and part.kind != "money"]
        return _asked(plain, found[0], found.end(), names) if len(names) == len(parts) else None
    step = None if leaf.plural or leaf.kind != "measurement" else _MORE.match(view, plain.end, limit)
    node = None if step is None else spelling(step[1].lower())
    second = None if node is None else node.leaf
    if step is None or second is None or not second.plural or second.kind not in ("measurement", "duration"):
        return None
    return _asked(plain, f"{view[plain.start : plain.end]} {step[1]}", step.end(1), [leaf.name, second.name])


def _asked(plain: Unit, words: str, end: int, names: list[str]) -> Unit | None:
    """Take the parser's answer only if it names every part; it reads some symbols as something else."""
    from figures.extract.units import quantulum

    name = quantulum.compound(" ".join(words.replace("-", " ").split()))
    if name is None or not all(part in name for part in names):
        return None
    return Unit(plain.start, end, name, "measurement")


def _sign(view: str, pos: int, start: int, limit: int) -> Unit | None:
    """Read the sign at `start`; quotation marks are feet and inches only where they can be nothing else."""
    if start > pos and view[pos] == "-":
        return None
    sign, end = view[start], start + 1
    if sign in "'\"":
        return _prime(view, pos, start, limit)
    if sign in "′″" and view[end : min(end + 1, limit)].isalpha():
        return None
    leaf = signs().get(sign)
    if leaf is None:
        return None
    name = leaf.name
    if leaf.kind == "money" and _DIGIT_NEXT.match(view, end, limit):
        return None
    points = _POINTS.match(view, end, limit) if name == "percent" and "p" in view[end : min(end + 2, limit)] else None
    if points:
        name, end = "percentage point", points.end()
    elif name == "degree" and (scale := _DEGREE_SCALE.match(view, end, limit)):
        name, end = _SCALE_NAMES[scale[1]], scale.end()
    return made(Unit, (start, end, name, leaf.kind, leaf.factor))


def _prime(view: str, pos: int, start: int, limit: int) -> Unit | None:
    """Read 6'2" and 55" as feet and inches where no quotation is open."""
    if start > pos:
        return None
    if view[start] == "'":
        return Unit(start, start + 1, "foot", "measurement") if _FEET_AND_INCHES.match(view, start, limit) else None
    if view.count('"', max(0, start - _QUOTE_WINDOW), start) % 2 or not next_word(view, start + 1, limit):
        return None
    return Unit(start, start + 1, "inch", "measurement")


def glued_letter_is_unit(view: str, pos: int, limit: int) -> bool:
    """Whether the single letter glued to the number that ends at `pos` is a unit: "5m wide", not "5m people".

    Never a unit beside a currency sign.
    """
    letter = view[pos : min(pos + 1, limit)]
    if not letter or letter not in symbols():
        return False
    start = pos
    while start > max(0, pos - 20) and (view[start - 1].isdigit() or view[start - 1] in ".,"):
        start -= 1
    if currency_before(view, start, max(0, start - 6)) is not None:
        return False
    return metres_not_millions(view, pos, limit) if letter == "m" else True
