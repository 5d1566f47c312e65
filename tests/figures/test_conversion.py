from decimal import Decimal

import pint
import pytest

from figures.conversion import convertible, to_base

#: pint's names, where they are not ours with underscores.
PINT = {
    "degree celsius": "degC",
    "degree fahrenheit": "degF",
    "tonne": "metric_ton",
    "kilotonne": "kilometric_ton",
    "megatonne": "megametric_ton",
    "gigatonne": "gigametric_ton",
    "short ton": "short_ton",
    "barrel": "oil_bbl",
    "US gallon": "gallon",
    "acre foot": "acre_foot",
    "brake horsepower": "horsepower",
    "british thermal unit": "Btu_it",
    "million british thermal unit": "Btu_it * 1000000",
    "watt hour": "watt_hour",
    "light-year": "light_year",
    "quintal": "kilogram * 100",
    "decade": "year * 10",
}
#: Measures that pint takes from the US survey foot, two parts in a million longer.
SURVEY = {"acre", "acre foot", "furlong", "fathom"}
NOT_IN_PINT = {"percentage point", "basis point"}


def pint_name(unit: str) -> str:
    if unit in PINT:
        return PINT[unit]
    over, _, under = unit.partition(" per ")
    if under:
        return f"{over} / {under}"
    for word, power in (("square ", 2), ("cubic ", 3)):
        if unit.startswith(word):
            return f"{unit.removeprefix(word)} ** {power}"
    for prefix in ("kilo", "mega", "giga", "tera"):
        if unit.startswith(prefix) and unit.endswith(" hour"):
            return unit.replace(" ", "_")
    return unit.replace(" ", "_")


@pytest.fixture(scope="module")
def registry() -> pint.UnitRegistry[float]:
    return pint.UnitRegistry(autoconvert_offset_to_baseunit=True)


@pytest.mark.parametrize("unit", [unit for unit in convertible() if unit not in NOT_IN_PINT])
def test_the_table_agrees_with_pint(unit: str, registry: pint.UnitRegistry[float]) -> None:
    converted = to_base(Decimal("37.5"), unit)
    assert converted is not None
    value, base = converted
    if base == "kelvin":
        expected = registry.Quantity(37.5, pint_name(unit)).to("kelvin")
    else:
        expected = (37.5 * registry.parse_expression(pint_name(unit))).to(
            registry.parse_expression(pint_name(base)).units
        )
    assert float(value) == pytest.approx(expected.magnitude, rel=1e-5 if unit in SURVEY else 1e-9)


def test_twenty_miles_are_about_thirty_two_kilometres() -> None:
    miles, kilometres = to_base(20, "mile"), to_base(32, "kilometre")
    assert miles is not None and kilometres is not None
    assert miles[1] == kilometres[1] == "metre"
    assert abs(miles[0] / kilometres[0] - 1) < Decimal("0.01")


@pytest.mark.parametrize(
    ("value", "unit", "expected"),
    [
        (20, "mile", (Decimal("32186.88"), "metre")),
        (Decimal("1.5"), "tonne", (Decimal(1500), "kilogram")),
        (90, "kilometre per hour", (Decimal(25), "metre per second")),
        (25, "basis point", (Decimal("0.25"), "percentage point")),
        (212, "degree fahrenheit", (Decimal("373.15"), "kelvin")),
        (0, "degree celsius", (Decimal("273.15"), "kelvin")),
        (3, "percentage point", (Decimal(3), "percentage point")),
    ],
)
def test_values_come_out_exact(value: int | Decimal, unit: str, expected: tuple[Decimal, str]) -> None:
    assert to_base(value, unit) == expected


@pytest.mark.parametrize("unit", ["USD", "ton", "gallon", "degree", "calorie", "percent", "soldier", ""])
def test_money_counts_and_ambiguous_units_are_not_converted(unit: str) -> None:
    assert to_base(5, unit) is None
