"""Measurements in base units, so that 20 miles and 32 km can be compared.

The factors are the exact definitions (international yard and pound of 1959, SI brochure 9th edition, IEC 80000-13),
with the Julian year of 365.25 days and its twelfth as the month. Units that news leaves open have no factor: ton
(short, long or metric), gallon, pint, quart and fluid ounce (US or imperial), calorie (small or large), kiloton and
megaton (mass or explosive energy), degree (angle or temperature). Barrels are barrels of oil of 42 US gallons.
"""

from decimal import Decimal
from functools import cache

from figures.model import Number

#: `base unit: unit factor, ...`, where value * factor is in the base unit. A fraction a/b stays exact in the division.
_FACTORS = """
metre: metre 1, kilometre 1000, centimetre 0.01, millimetre 0.001, micrometre 0.000001, nanometre 0.000000001,
  mile 1609.344, nautical mile 1852, yard 0.9144, foot 0.3048, inch 0.0254, furlong 201.168, fathom 1.8288,
  light-year 9460730472580800, astronomical unit 149597870700
square metre: square metre 1, square kilometre 1000000, square centimetre 0.0001, hectare 10000, acre 4046.8564224,
  square mile 2589988.110336, square yard 0.83612736, square foot 0.09290304, square inch 0.00064516
litre: litre 1, millilitre 0.001, centilitre 0.01, hectolitre 100, cubic metre 1000, cubic kilometre 1000000000000,
  cubic centimetre 0.001, cubic foot 28.316846592, cubic yard 764.554857984, cubic mile 4168181825440.579584,
  cubic inch 0.016387064, barrel 158.987294928, US gallon 3.785411784, imperial gallon 4.54609,
  acre foot 1233481.83754752
kilogram: kilogram 1, gram 0.001, milligram 0.000001, microgram 0.000000001, tonne 1000, kilotonne 1000000,
  megatonne 1000000000, gigatonne 1000000000000, pound 0.45359237, ounce 0.028349523125, troy ounce 0.0311034768,
  stone 6.35029318, short ton 907.18474, long ton 1016.0469088, quintal 100, carat 0.0002
metre per second: metre per second 1, kilometre per hour 5/18, mile per hour 0.44704, foot per second 0.3048,
  knot 463/900, kilometre per second 1000
second: second 1, millisecond 0.001, minute 60, hour 3600, day 86400, week 604800, fortnight 1209600, month 2629800,
  year 31557600, decade 315576000, century 3155760000, millennium 31557600000
joule: joule 1, kilojoule 1000, megajoule 1000000, gigajoule 1000000000, terajoule 1000000000000, watt hour 3600,
  kilowatt hour 3600000, megawatt hour 3600000000, gigawatt hour 3600000000000, terawatt hour 3600000000000000,
  kilocalorie 4184, british thermal unit 1055.05585262, million british thermal unit 1055055852.62
watt: watt 1, kilowatt 1000, megawatt 1000000, gigawatt 1000000000, terawatt 1000000000000,
  horsepower 745.69987158227022, brake horsepower 745.69987158227022
byte: byte 1, kilobyte 1000, megabyte 1000000, gigabyte 1000000000, terabyte 1000000000000, petabyte 1000000000000000,
  bit 0.125, kilobit 125, megabit 125000, gigabit 125000000
percentage point: percentage point 1, basis point 0.01
"""

#: Temperatures in kelvin: (value + shift) * numerator / denominator. A difference ("warmed by 2 C") is not one.
_TEMPERATURES = {
    "kelvin": (Decimal(0), 1, 1),
    "degree celsius": (Decimal("273.15"), 1, 1),
    "degree fahrenheit": (Decimal("459.67"), 5, 9),
}


@cache
def _factors() -> dict[str, tuple[str, Decimal, Decimal]]:
    """Give for each unit its base unit, numerator and denominator."""
    known: dict[str, tuple[str, Decimal, Decimal]] = {}
    for row in _FACTORS.strip().replace("\n  ", " ").splitlines():
        base, _, entries = row.partition(": ")
        for entry in entries.split(", "):
            unit, _, factor = entry.strip().rpartition(" ")
            numerator, _, denominator = factor.partition("/")
            known[unit] = base, Decimal(numerator), Decimal(denominator or 1)
    return known


def convertible() -> tuple[str, ...]:
    """Give the names of all units that can be turned into a base unit."""
    return (*_factors(), *_TEMPERATURES)


def to_base(value: Number, unit: str) -> tuple[Decimal, str] | None:
    """Give a measurement in its base unit with that unit's name; None for money, counts and ambiguous units.

    Base units: metre, square metre, litre, kilogram, metre per second, second, joule, watt, byte, kelvin, percentage
    point. The value is rounded to 28 digits only where it does not come out even.
    """
    if unit in _TEMPERATURES:
        shift, numerator, denominator = _TEMPERATURES[unit]
        return (value + shift) * numerator / denominator, "kelvin"
    found = _factors().get(unit)
    if found is None:
        return None
    base, multiplier, divisor = found
    return value * multiplier / divisor, base
