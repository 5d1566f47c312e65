"""Sentences with their offsets."""

from collections.abc import Iterator

from figures.extract.vocabulary import word_set
from seeds.patterns import Later

#: What may end a sentence, and how a run of such signs goes on, with the quotes behind it; whether white space follows
#: is seen afterwards, so that no sign of a run is tried anew.
_SIGNS = ".!?…\n"
_RUN = Later(r"[.!?…]*+[\"')\]]{0,3}+")
#: So many characters are searched for the signs at a time.
_STRIDE = 1 << 16
_LONGEST = 2000
_NEXT = Later(r"\s*([\"'(\[]*)(\S?)")
#: After these a full stop does not end a sentence, whatever follows: titles and money stand before a name or number.
_BEFORE_NAMES = word_set(
    """
    mr mrs ms dr prof rev hon gen lt col maj capt cpl sgt adm cmdr brig gov sen rep pres amb supt insp st ste vs
    approx ca cf eg e.g ie i.e dept est lt.-gen maj.-gen jan feb apr jun jul aug sept sep oct nov dec tue tues wed
    thu thur thurs fri rs rp tk ksh s/
    """
)
#: These are words as well: only before a number are they abbreviations.
_BEFORE_NUMBERS = word_set("no nos fig figs op pp vol art mar sec mt ft sat sun mon v det")
#: After these it may: then a common first word must follow.
_MAY_END = word_set(
    """
    u.s u.k u.n e.u d.c u.s.a u.a.e a.m p.m inc ltd co corp jr sr bros etc ph.d m.p b.c a.d plc anniv dist km kg lb
    lbs oz ft mi hr hrs min m.p.h
    """
)
_ABBREVIATIONS = _BEFORE_NAMES | _BEFORE_NUMBERS | _MAY_END
_STARTERS = word_set(
    """
    the a an in on at it he she they we you i this that these those but and as if when while after before for by
    with from his her its their our some many most more all no not there then here however meanwhile according under
    since although though despite during about over both each one two three several last next officials police
    """
)
_MONTH = Later("(?:January|February|March|April|May|June|July|August|September|October|November|December)\\b")
_INITIALS = Later(r"[A-Z](?:\.[A-Z]){0,3}")
_FIRST_WORD = Later(r"[A-Za-z']+")


def sentences(view: str, start: int, end: int) -> list[tuple[int, int]]:
    """Give the spans of the sentences of view[start:end], in order, without the white space between them.

    A line end also ends a sentence, unless its paragraph was wrapped by hand. Linear in the length.
    """
    found: list[tuple[int, int]] = []
    begin = stop = start
    for at in _signs(view, start, end):
        if at < stop:
            continue
        stop = at + 1
        if view[at] == "\n":
            if _wrapped(view, at, start, end):
                continue
            _append(view, found, begin, at)
        else:
            if not view[stop : stop + 1].isspace():
                run = _RUN.match(view, stop, end)
                stop = run.end() if run is not None else stop
                if not view[stop : stop + 1].isspace():
                    continue
            if stop >= end or not _ends(view, at, stop, begin, end):
                continue
            _append(view, found, begin, stop)
        begin = stop
    _append(view, found, begin, end)
    return found


def _signs(view: str, start: int, end: int) -> Iterator[int]:
    """Yield where signs stand that may end a sentence, in order; `str` finds them several times faster than `re`."""
    for low in range(start, end, _STRIDE):
        high = min(end, low + _STRIDE)
        found: list[int] = []
        for sign in _SIGNS:
            at = view.find(sign, low, high)
            while at >= 0:
                found.append(at)
                at = view.find(sign, at + 1, high)
        found.sort()
        yield from found


def _append(view: str, found: list[tuple[int, int]], begin: int, stop: int) -> None:
    while begin < stop and view[begin].isspace():
        begin += 1
    while begin < stop and view[stop - 1].isspace():
        stop -= 1
    while stop - begin > _LONGEST:
        # No sentence is that long: a list or a table. Cut, so that what is done a sentence at a time stays linear.
        cut = max(view.rfind(mark, begin + _LONGEST // 2, begin + _LONGEST) for mark in ";,\u00a0 ") + 1
        cut = cut or begin + _LONGEST
        found.append((begin, cut))
        begin = cut
        while begin < stop and view[begin].isspace():
            begin += 1
    if begin < stop:
        found.append((begin, stop))


def _ends(view: str, at: int, stop: int, begin: int, end: int) -> bool:
    """See whether the marks view[at:stop], which white space follows, end the sentence from `begin`."""
    behind, quoted = stop + 1, False
    first = view[behind : behind + 1] if behind < end else ""
    if not first.isalnum():
        after = _NEXT.match(view, stop, end)
        if after is not None:
            behind, first, quoted = after.start(2), after.group(2), after.start(1) < after.end(1)
        if not first:
            return True
    if first.islower():
        return False
    if view[at] != "." or stop - at > 1:
        # A question or an ellipsis inside a sentence goes on in lower case; a closing quote settles it.
        return view[at] in "!?" or view[stop - 1] in "\"')]" or first.isupper()
    words = view[at - 20 if at - 20 > begin else begin : at].rsplit(None, 1)
    if not words:
        return True
    word = words[-1].lstrip("'\"([-–—")
    last = word.lower()
    if last not in _ABBREVIATIONS and word[-1:].islower():
        return True  # as most words do
    if last in _BEFORE_NAMES:
        return False
    if last in _BEFORE_NUMBERS:
        return not first.isdigit()
    capital = first.isupper()
    if capital and last[-1:].isnumeric() and _MONTH.match(view, behind, end):
        return False  # "on 4. June"
    if last in _MAY_END:
        return quoted or _starts_sentence(view, behind, end)
    return not (capital and word[-1:].isupper() and _INITIALS.fullmatch(word))


def _starts_sentence(view: str, position: int, end: int) -> bool:
    word = _FIRST_WORD.match(view, position, end)
    return word is not None and word.group().lower() in _STARTERS


#: Lines wrapped by hand are about this long.
_NARROWEST, _WIDEST = 45, 110


def _wrapped(view: str, at: int, start: int, end: int) -> bool:
    """See whether the line end at `at` was only made by wrapping: the sentence goes on in the next line."""
    if at + 1 >= end or view[at + 1] in "\n \u00a0#*->•|" or at == start:
        return False
    if view[at - 1] in ".!?:;\"'\n":
        return False
    if view[at + 1].islower():
        return True
    lines = list(_around(view, at, start, end))
    full = lines[:-1]
    return len(lines) >= 3 and all(_NARROWEST <= length <= _WIDEST for length in full) and max(full) - min(full) <= 25


def _around(view: str, at: int, start: int, end: int) -> Iterator[int]:
    """Give the lengths of the lines about a line end, at most four either way, within its paragraph."""
    before: list[int] = []
    right = at
    for _ in range(4):
        left = view.rfind("\n", max(start, right - _WIDEST - 1), right)
        if left < 0:
            before.append(right - max(start, right - _WIDEST - 1))
            break
        if right - left <= 1:
            break
        before.append(right - left - 1)
        right = left
    yield from reversed(before)
    left = at + 1
    for _ in range(4):
        right = view.find("\n", left, min(end, left + _WIDEST + 1))
        if right < 0 or right == left:
            yield min(end, left + _WIDEST + 1) - left if right < 0 else 0
            break
        yield right - left
        left = right + 1
