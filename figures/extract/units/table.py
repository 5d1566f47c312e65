"""The units that news uses, as data: names, spellings, symbols, and the words that decide doubtful cases.

A row of a unit table is `name | other singular spellings | symbols`, spellings parted by commas, symbols by spaces.
Spellings are read in any case, with spaces or hyphens, singular and plural; symbols in their own case only, and those
marked with + only when glued to the number. Names are singular British English.
"""

from figures.extract.units.model import UnitKind
from figures.extract.vocabulary import word_set

MEASUREMENTS = """
metre | meter | m mtr
kilometre | kilometer | km kms Km
centimetre | centimeter | cm cms
millimetre | millimeter | mm
micrometre | micrometer, micron | μm µm
nanometre | nanometer | nm
mile | statute mile | mi
nautical mile | sea mile | nmi
yard | | yd yds
foot | | ft
inch | | +in
light-year | light year | ly
square metre | square meter, sq metre, sq meter, sq m | sqm m2 m²
square kilometre | square kilometer, sq kilometre, sq kilometer, sq km | sqkm km2 km²
square centimetre | square centimeter, sq cm | cm2 cm²
square mile | sq mile, sq mi | mi2 mi²
square foot | sq foot, sq ft | sqft ft2 ft²
square yard | sq yard, sq yd |
square inch | sq inch |
hectare | | ha
acre | |
litre | liter | l L ltr
millilitre | milliliter | ml mL
centilitre | centiliter | cl cL
hectolitre | hectoliter | hl hL
cubic metre | cubic meter, cu m | m3 m³ cbm
cubic kilometre | cubic kilometer | km3 km³
cubic centimetre | cubic centimeter | cm3 cm³ +cc
cubic foot | cu foot, cu ft | ft3 ft³
cubic yard | cu yd |
cubic mile | |
barrel | | bbl bbls
gallon | | gal
US gallon | american gallon |
imperial gallon | uk gallon |
pint | |
quart | |
fluid ounce | fl oz |
acre foot | acre-foot |
bushel | |
tonne | metric ton, metric tonne | t
ton | |
short ton | us ton |
long ton | imperial ton |
kilotonne | |
megatonne | | Mt
gigatonne | | Gt
kiloton | |
megaton | |
gigaton | |
kilogram | kilogramme, kilo | kg kgs
gram | gramme | g gm
milligram | milligramme | mg
microgram | microgramme | μg µg mcg
ounce | | oz
troy ounce | |
pound | | lb lbs
stone | | +st
quintal | |
carat | karat |
mile per hour | | mph MPH
kilometre per hour | kilometer per hour | kph kmh kmph
metre per second | meter per second |
foot per second | |
knot | | kts
mile per gallon | | mpg
barrel per day | | bpd bopd
barrel of oil equivalent | | boe
barrel of oil equivalent per day | | boepd
degree celsius | celsius, centigrade, degree centigrade, degree c, deg c | +C degC
degree fahrenheit | fahrenheit, degree f, deg f | +F degF
kelvin | |
degree | |
watt | | +W
kilowatt | | kW KW
megawatt | | MW
gigawatt | | GW
terawatt | | TW
horsepower | | hp +HP
brake horsepower | | bhp
joule | |
kilojoule | | kJ
megajoule | | MJ
gigajoule | | GJ
terajoule | | TJ
watt hour | | Wh
kilowatt hour | kw hour | kWh KWh kwh
megawatt hour | | MWh
gigawatt hour | | GWh
terawatt hour | | TWh
calorie | | cal
kilocalorie | | kcal
british thermal unit | | Btu BTU
million british thermal unit | | mmBtu MMBtu mmbtu
volt | | +V
kilovolt | | kV
ampere | amp |
milliampere-hour | milliampere hour, milliamp hour | mAh
ampere-hour | ampere hour, amp hour | Ah
ohm | | Ω
hertz | | Hz HZ
kilohertz | | kHz
megahertz | | MHz
gigahertz | | GHz
pascal | |
hectopascal | | hPa
kilopascal | | kPa
megapascal | | MPa
gigapascal | | GPa
millibar | | mbar
pound per square inch | | psi
newton metre | newton meter | Nm
pound-foot | pound foot, foot pound |
decibel | | dB
bit | |
byte | |
kilobyte | | kB KB
megabyte | | MB
gigabyte | | GB
terabyte | | TB
petabyte | | +PB
kilobit | | kbit
megabit | | Mbit Mb
gigabit | | Gbit Gb
kilobit per second | | kbps Kbps
megabit per second | | Mbps
gigabit per second | | Gbps
pixel | |
megapixel | | +MP
part per million | | ppm
part per billion | | ppb
sievert | | Sv
millisievert | | mSv
microsievert | | μSv µSv
becquerel | | Bq
revolution per minute | | rpm RPM
astronomical unit | |
"""

DURATIONS = """
second | sec | +s
millisecond | | ms
minute | min |
hour | hr | +h
day | |
week | wk |
fortnight | |
month | |
year | yr |
decade | |
century | |
millennium | |
"""

PERCENTS = """
percent | per cent, pct | pc
percentage point | percent point, per cent point | +pp +ppt +ppts
basis point | | bps +bp
per mille | per mil |
"""

#: Signs that stand right after a number or one space away.
SIGNS: dict[str, tuple[str, UnitKind]] = {
    "%": ("percent", "percent"),
    "‰": ("per mille", "percent"),
    "°": ("degree", "measurement"),
    "º": ("degree", "measurement"),
    "℃": ("degree celsius", "measurement"),
    "℉": ("degree fahrenheit", "measurement"),
    "′": ("foot", "measurement"),
    "″": ("inch", "measurement"),
}

#: Last words whose plural is not a letter s more.
PLURALS = {"foot": "feet", "inch": "inches", "century": "centuries", "millennium": "millennia"}
INVARIABLE = word_set(
    """c celsius cent centigrade cm equivalent f fahrenheit ft hertz horsepower km m mi mil mille oz pct percent stone
    yd"""
)

#: What a rate can be counted by besides units: the word in the text and the name it is given.
RATE_NOUNS = {
    **{word: word for word in word_set("person household share vehicle passenger inhabitant night unit student pupil")},
    "capita": "person",
    "head": "person",
}

#: Spellings that need the words around them, and the rule of unit_guards that looks at these.
GUARDS = {
    **{word: "followed" for word in word_set("minute day foot meter yard cal TB GB g")},
    **{word: "lower" for word in word_set("min mins sec secs kelvin kelvins")},
    "m": "metre",
    "second": "second",
    "year": "year",
    "pound": "pounds",
    "pounds": "pounds",
    "stone": "stone",
    "st": "stone_symbol",
    "degree": "degree",
    "degrees": "degrees",
    "bit": "compound",
    "bits": "compound",
    "Mt": "no_mountain",
    "s": "decimal",
    "ha": "digit",
    "C": "warm",
    "F": "warm",
}

#: Which words are looked up in quantulum3's table: a prefix with a unit, or one of the whole words. Its other names are
#: ordinary nouns in news (bar, barn, cup, drop, key, league, mole, pack, point, quarter, span, tesla, turn), surnames
#: (curie, henry, siemens) or stand in the tables above.
QUANTULUM_PREFIXES = (
    "yotta zetta exa peta tera giga mega kilo hecto deca deka deci centi milli micro nano pico femto atto "
    "kibi mebi gibi tebi pebi exbi zebi yobi"
)
QUANTULUM_ROOTS = (
    "metre meter litre liter gram gramme watt volt ampere ohm farad joule byte bit hertz pascal becquerel gray "
    "coulomb weber electronvolt newton second year"
)
QUANTULUM_WORDS = word_set(
    """angstrom astronomical atomic board candela coulomb cubic cubit cumec decitex dyne electronvolt erg farad
    fathom furlong gauss jansky lumen lux maxwell newton oersted poundal qubit radian roentgen röntgen solar
    steradian tablespoon teaspoon torr ångström"""
)

#: SI prefixes by which quantulum3 shortens its table.
SI_PREFIXES = {
    "E": "exa",
    "P": "peta",
    "T": "tera",
    "G": "giga",
    "M": "mega",
    "k": "kilo",
    "d": "deci",
    "c": "centi",
    "m": "milli",
    "µ": "micro",
    "n": "nano",
    "p": "pico",
    "f": "femto",
    "a": "atto",
    "z": "zepto",
    "y": "yocto",
}

#: quantulum3's names of units against ours, where they differ.
HOUSE_NAMES = {
    "degree Celsius": "degree celsius",
    "degree angle": "degree",
    "pound-mass": "pound",
    "revolutions per minute": "revolution per minute",
}
