"""Every row of the unit and currency tables is read from a sentence, with its name and its span."""

from collections.abc import Iterator

import pytest
from babel.core import Locale
from babel.numbers import get_currency_name, list_currencies

from figures.extract.units import context as unit_context
from figures.extract.units import currencies, quantulum
from figures.extract.units import guards as unit_guards
from figures.extract.units import table as unit_table
from figures.extract.units.after_number import currency_before, rate_after, unit_after
from figures.extract.units.model import Leaf, Node
from figures.extract.units.tree import asked_words, plural, signs, spellings, symbols


def leaves(tree: dict[str, Node], before: str = "") -> Iterator[tuple[str, Leaf]]:
    for word, node in tree.items():
        spelling = f"{before} {word}".lstrip()
        if node.leaf is not None:
            yield spelling, node.leaf
        yield from leaves(node.following, spelling)


def read(number: str, rest: str) -> tuple[str, str, str] | None:
    """Give the unit's text, name and kind after a number that `rest` follows."""
    sentence = f"It came to {number}{rest}"
    unit = unit_after(sentence, len(sentence) - len(rest), len(sentence))
    return None if unit is None else (sentence[unit.start : unit.end], unit.name, unit.kind)


@pytest.mark.parametrize(("spelling", "leaf"), sorted(leaves(spellings()), key=str))
def test_every_spelling_is_read(spelling: str, leaf: Leaf) -> None:
    number, joint = ("7,500", "-") if leaf.guard in ("compound", "degree", "stone", "second") else ("7,500", " ")
    tail = " of it" if leaf.name == "pound" else ", they said."
    assert read(number, f"{joint}{spelling}{tail}") == (spelling, leaf.name, leaf.kind)
    if not leaf.guard:
        assert read("7.5", f"-{spelling.replace(' ', '-')}.") == (spelling.replace(" ", "-"), leaf.name, leaf.kind)
        assert read("7.5", f"\n{spelling}") == (spelling, leaf.name, leaf.kind)


@pytest.mark.parametrize(("symbol", "leaf"), sorted(symbols().items(), key=str))
def test_every_symbol_is_read(symbol: str, leaf: Leaf) -> None:
    number = "-7.5" if leaf.guard == "decimal" else "5,012"
    if leaf.guard == "warm":
        number = "-5"
    assert read(number, f"{symbol}, they said.") == (symbol, leaf.name, leaf.kind)
    spaced = read(number, f" {symbol}, they said.")
    assert spaced == (None if leaf.glued else (symbol, leaf.name, leaf.kind))
    assert read(number, f"{symbol}x") is None


@pytest.mark.parametrize(("sign", "leaf"), sorted(signs().items(), key=str))
def test_every_sign_is_read(sign: str, leaf: Leaf) -> None:
    assert read("75", f"{sign}, they said.") == (sign, leaf.name, leaf.kind)
    assert read("75", f" {sign}.") == (sign, leaf.name, leaf.kind)
    assert read("75", f"-{sign}") is None


@pytest.mark.parametrize("word", sorted(unit_table.RATE_NOUNS))
def test_every_rate_noun_is_read(word: str) -> None:
    rest = f" per {word}, they said."
    assert rate_after(rest, 0, len(rest)) == (unit_table.RATE_NOUNS[word], len(f" per {word}"))


@pytest.mark.parametrize("word", sorted(unit_context.BETWEEN))
def test_every_word_between_is_passed_over(word: str) -> None:
    assert read("7", f" {word} days") == ("days", "day", "duration")
    assert read("7", f" {word} soldiers") is None


def test_no_spelling_belongs_to_two_units() -> None:
    seen: dict[str, str] = {}
    for table in (unit_table.PERCENTS, unit_table.DURATIONS, unit_table.MEASUREMENTS):
        for row in table.strip().splitlines():
            name, others, _ = (cell.strip() for cell in row.split("|"))
            for spelling in filter(None, (name, *(other.strip() for other in others.split(",")))):
                for form in {spelling, plural(spelling)}:
                    key = form.replace("-", " ")
                    assert seen.setdefault(key, name) == name
    for row in currencies.NAMES.strip().splitlines():
        code, nouns, _ = (cell.strip() for cell in row.split("|"))
        for noun in nouns.split():
            if noun.startswith("*"):
                assert seen.setdefault(noun[1:].replace("-", " "), code) == code or noun == "*pound"


@pytest.mark.parametrize("symbol", [sign for sign in sorted(unit_table.GUARDS) if sign in symbols()])
def test_guarded_symbols_carry_their_rule(symbol: str) -> None:
    assert symbols()[symbol].guard == unit_table.GUARDS[symbol]


def test_every_rule_named_in_the_tables_is_known_and_used() -> None:
    named = {leaf.guard for _, leaf in leaves(spellings())} | {leaf.guard for leaf in symbols().values()}
    assert named - {"", "pounds"} == set(unit_guards.RULES)
    words = {spelling for spelling, _ in leaves(spellings())} | set(symbols())
    assert set(unit_table.GUARDS) <= words
    assert set(currencies.NAME_GUARDS) <= words


@pytest.mark.parametrize(
    ("word", "follower"), [(word, noun) for word, nouns in unit_context.FOLLOWERS.items() for noun in nouns.split()]
)
def test_every_follower_makes_a_describing_word(word: str, follower: str) -> None:
    assert read("40", f" {word} {follower} came.") is None


@pytest.mark.parametrize("noun", sorted(unit_context.SECOND_NOUNS))
def test_every_second_noun_takes_a_time(noun: str) -> None:
    assert read("30", f" second {noun}") == ("second", "second", "duration")


@pytest.mark.parametrize("word", sorted(unit_context.LITTLE_WORDS))
def test_little_words_may_follow_one_second(word: str) -> None:
    assert read("just 1", f" second {word} that") == ("second", "second", "duration")


@pytest.mark.parametrize("word", sorted(unit_context.AFTER_A_TIME))
def test_a_year_later_is_no_rate(word: str) -> None:
    rest = f" a year {word}"
    assert rate_after(rest, 0, len(rest)) is None


@pytest.mark.parametrize("word", sorted(unit_context.STONE_WORDS))
def test_words_of_weight_make_stone_a_unit(word: str) -> None:
    sentence = f"they {word} 12 stone"
    assert unit_after(sentence, len(sentence) - 6, len(sentence)) is not None


@pytest.mark.parametrize("word", sorted(unit_context.MONEY_WORDS))
def test_words_of_money_make_pounds_money(word: str) -> None:
    assert read("300", f" pounds for the {word}") == ("pounds", "GBP", "money")


@pytest.mark.parametrize("word", sorted(unit_context.WEIGHT_WORDS))
def test_words_of_weight_keep_millions_of_pounds_weight(word: str) -> None:
    assert read("3 million", f" pounds, all {word}") == ("pounds", "pound", "measurement")


@pytest.mark.parametrize("word", sorted(unit_context.METRE_AFTER))
def test_words_after_a_glued_m_make_metres(word: str) -> None:
    assert unit_guards.metres_not_millions(f"5m {word}", 1, 30)


@pytest.mark.parametrize("word", sorted(unit_context.METRE_BEFORE - unit_context.MILLION_BEFORE))
def test_words_before_a_glued_m_make_metres(word: str) -> None:
    view = f"Sales {word} 5m in"
    assert unit_guards.metres_not_millions(view, view.index("m in"), len(view))


@pytest.mark.parametrize("word", sorted(unit_context.MILLION_BEFORE))
def test_words_before_a_glued_m_make_millions(word: str) -> None:
    view = f"Its {word} 5m."
    assert not unit_guards.metres_not_millions(view, view.index("m."), len(view))


# Currencies


def money_before(before: str, number: str) -> tuple[str, str] | None:
    view = f"They got {before}{number} from it"
    pos = len("They got ") + len(before)
    unit = currency_before(view, pos, 0)
    return None if unit is None else (view[unit.start : unit.end], unit.name)


@pytest.mark.parametrize("code", sorted(currencies.CODES))
def test_every_code_is_read_before_and_after_a_number(code: str) -> None:
    assert money_before(f"{code} ", "12,500") == (code, code)
    assert money_before(code, "12.5bn") == (code, code)
    assert read("12,500", f" {code} more") == (code, code, "money")
    assert code in set(list_currencies())


@pytest.mark.parametrize("code", sorted(currencies.WORD_CODES))
def test_codes_that_are_words_need_a_large_number(code: str) -> None:
    assert money_before(f"{code} ", "12") is None
    assert read("12", f" {code} more") is None


@pytest.mark.parametrize("sign", sorted(currencies.SIGNS))
def test_every_sign_is_read_before_a_number(sign: str) -> None:
    assert money_before(sign, "5") == (sign, currencies.SIGNS[sign])
    assert money_before(f"{sign} ", "5") == (sign, currencies.SIGNS[sign])
    assert read("5", f" {sign}10 notes") is None


@pytest.mark.parametrize(
    ("sign", "letters", "code"),
    [(sign, letters, code) for sign, row in currencies.SIGN_PREFIXES.items() for letters, code in row.items()],
)
def test_letters_before_a_sign_tell_which(sign: str, letters: str, code: str) -> None:
    assert money_before(f"{letters}{sign}", "5") == (f"{letters}{sign}", code)
    assert money_before(f"x{letters}{sign}", "5") == (sign, currencies.SIGNS[sign])


@pytest.mark.parametrize("letters", list(currencies.SIGN_SUFFIXES))
def test_letters_after_a_dollar_sign_tell_which(letters: str) -> None:
    assert money_before(f"${letters}", "5") == (f"${letters}", currencies.SIGN_SUFFIXES[letters])


@pytest.mark.parametrize("letters", list(currencies.LETTERS))
def test_every_letter_form_is_read_before_a_number(letters: str) -> None:
    assert money_before(letters, "5") == (letters, currencies.LETTERS[letters])
    assert money_before(f"{letters} ", "5") == (letters, currencies.LETTERS[letters])
    assert money_before(f"x{letters} ", "5") is None


@pytest.mark.parametrize("letter", list(currencies.SINGLE_LETTERS))
def test_single_letters_are_money_before_a_large_number_only(letter: str) -> None:
    assert money_before(letter, "1.2bn") == (letter, currencies.SINGLE_LETTERS[letter])
    assert money_before(letter, "500,000") == (letter, currencies.SINGLE_LETTERS[letter])
    for doubtful in (
        money_before(letter, "5"),
        money_before(f"{letter} ", "500,000"),
        money_before(f"S&{letter}", "500,000"),
    ):
        assert doubtful is None


@pytest.mark.parametrize(
    ("before", "number", "expected"),
    [
        ("US $", "5", ("US $", "USD")),
        ("NZ $", "5", ("NZ $", "NZD")),
        ("class A $", "5", ("$", "USD")),
        ("U.S. $", "5", ("$", "USD")),
        ("AUD$", "5", ("AUD$", "AUD")),
        ("the ", "5", None),
        ("Boeing ", "737", None),
        ("in Euros ", "5", None),
        ("EUR\xa0", "5", ("EUR", "EUR")),
    ],
)
def test_what_stands_before_a_number(before: str, number: str, expected: tuple[str, str] | None) -> None:
    assert money_before(before, number) == expected


def test_nothing_before_the_floor_is_read() -> None:
    assert currency_before("US$5", 3, 3) is None
    found = currency_before("US$5", 3, 2)
    assert found is not None and (found.start, found.name) == (2, "USD")


#: Spelled with a sign or under another name in the CLDR.
UNLIKE_THE_CLDR = {"TTD", "ZWL"}
NAMED = {row.split("|")[0].strip() for row in currencies.NAMES.strip().splitlines()}


@pytest.mark.parametrize("code", sorted(NAMED - UNLIKE_THE_CLDR))
def test_names_agree_with_the_cldr(code: str) -> None:
    name = get_currency_name(code, count=2, locale=Locale("en"))
    assert read("7,500", f" {name}, they said.") == (name, code, "money")


def test_every_currency_named_has_its_code() -> None:
    assert NAMED <= currencies.CODES


@pytest.mark.parametrize(
    ("rest", "code", "value"),
    [
        (" cents", "USD", 1),
        ("¢", "USD", 1),
        ("p", "GBP", 1),
        (" pence", "GBP", 1),
        (" euro cents", "EUR", 1),
        (" sen", "MYR", 1),
    ],
)
def test_parts_of_a_currency_count_as_hundredths(rest: str, code: str, value: int) -> None:
    unit = unit_after(f"50{rest}", 2, 2 + len(rest))
    assert unit is not None and (unit.name, unit.factor * 100) == (code, value)


# quantulum3's table


@pytest.mark.parametrize("word", sorted(unit_table.QUANTULUM_WORDS))
def test_every_word_asked_for_is_in_the_table_of_quantulum3(word: str) -> None:
    assert word in quantulum.surfaces()


def test_every_prefix_and_root_asked_for_is_in_the_table_of_quantulum3() -> None:
    known = set(quantulum.surfaces())
    for prefix in unit_table.QUANTULUM_PREFIXES.split():
        assert any(prefix + root in known for root in unit_table.QUANTULUM_ROOTS.split()), prefix
    for root in unit_table.QUANTULUM_ROOTS.split():
        assert any(prefix + root in known for prefix in unit_table.QUANTULUM_PREFIXES.split()), root
    assert {"fathoms", "gigajoules", "nanometres"} <= asked_words()


@pytest.mark.parametrize(
    ("rest", "name", "kind"),
    [
        (" fathoms", "fathom", "measurement"),
        (" cubic inches of it", "cubic inch", "measurement"),
        (" astronomical units", "astronomical unit", "measurement"),
        (" gigaelectronvolts", "gigaelectronvolt", "measurement"),
        (" microseconds", "microsecond", "duration"),
        (" nanojoules", None, None),
        (" newton metres", "newton metre", "measurement"),
        (" m/s²", "metre per square second", "measurement"),
        (" kV/cm", "kilovolt per centimetre", "measurement"),
        (" mile hours", "mile hour", "measurement"),
    ],
)
def test_rarer_units_come_from_quantulum3(rest: str, name: str | None, kind: str | None) -> None:
    found = read("5", rest)
    assert (found and found[1:]) == ((name, kind) if name else None)
