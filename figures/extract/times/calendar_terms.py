"""Words of the calendar and of its neighbourhood: the tables that dates, years and as-of wording are read by."""

from figures.extract.vocabulary import word_set

MONTHS: dict[str, int] = {
    **{"january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8},
    **{"september": 9, "october": 10, "november": 11, "december": 12},
    **{"jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9},
    **{"oct": 10, "nov": 11, "dec": 12},
}

#: Month names of other languages, read only after a day and before a year ("21 Agustus 2025").
FOREIGN_MONTHS: dict[str, int] = {
    word: number
    for number, words in enumerate(
        (
            "januari januar janvier enero gennaio janeiro",
            "februari februar février febrero febbraio fevereiro",
            "maret märz mars marzo março maart",
            "avril abril aprile",
            "mei mai mayo maggio maio",
            "juni juin junio giugno junho",
            "juli juillet julio luglio julho",
            "agustus août agosto augustus",
            "septembre septiembre settembre setembro",
            "oktober octobre octubre ottobre outubro",
            "novembre noviembre novembro",
            "desember dezember décembre diciembre dicembre dezembro",
        ),
        start=1,
    )
    for word in words.split()
}

WEEKDAYS: dict[str, int] = {
    day: number
    for number, day in enumerate(("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"))
}

SEASONS = frozenset({"spring", "summer", "autumn", "fall", "winter"})

#: English words before the month's name that leave the month without a day: "in March 12 people died".
MONTH_WITHOUT_DAY = frozenset({"in", "during", "throughout", "last", "this", "next", "early", "late", "mid", "every"})

#: Units of "3 weeks ago" as ISO 8601 duration letters ("H" and "TM" need the time mark).
AGO_UNITS: dict[str, str] = {
    word: unit
    for unit, words in {
        "TS": "second seconds sec secs s detik segundos secondes sekunden secondi",
        "TM": "minute minutes min mins menit minuto minutos minuten minuti minut dakika минут",
        "TH": "hour hours hr hrs h jam hora horas heure heures stunde stunden ora ore uur godzin saat часов часа час",
        "D": "day days d hari día días dia dias jour jours tag tagen giorno giorni dag dagen dni gün день дня дней",
        "W": "week weeks wk wks w minggu pekan semana semanas semaine semaines woche wochen settimane weken hafta "
        "недели",
        "M": "month months mo mos bulan mes meses mois monat monaten mesi maanden miesiące ay месяца месяцев",
        "Y": "year years yr yrs y tahun año años ano anos an ans jahr jahren anni jaar lata lat yıl лет года год",
        "DECADE": "decade decades",
        "CENTURY": "century centuries",
    }.items()
    for word in words.split()
}

#: "ago" after its unit, in the languages of common page furniture ...
AGO_AFTER = ("ago", "lalu", "yang lalu", "atrás", "fa", "geleden", "temu", "önce", "назад")
#: ... and before its number.
AGO_BEFORE = ("hace", "há", "il y a", "vor")
#: Without one of these words in a text none of its numbers is a distance in time, nor an hour in words ("o'clock").
AGO_WORDS = frozenset({"clock", *(wording.partition(" ")[0] for wording in AGO_AFTER + AGO_BEFORE)})

#: English numerals that stand in "three weeks ago" and "eight o'clock".
NUMBER_WORDS: dict[str, int] = {
    **{"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10},
    **{"eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17},
    **{"eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60},
    **{"seventy": 70, "eighty": 80, "ninety": 90},
}
NUMBER_SCALES: dict[str, int] = {
    "dozen": 12,
    "hundred": 100,
    "thousand": 1_000,
    "million": 1_000_000,
    "billion": 1_000_000_000,
}

#: Time zones that may follow a clock time and belong to it.
ZONES = (
    *("GMT", "UTC", "BST", "CET", "CEST", "EET", "MSK", "IST", "JST", "KST", "ET", "EST", "EDT"),
    *("CT", "CST", "CDT", "MT", "MST", "MDT", "PT", "PST", "PDT", "AEST", "AEDT", "WIB"),
)

#: After one of these a four-digit number is a number, whatever it looks like.
NUMBER_BEFORE = word_set(
    "than least some nearly almost approximately roughly exactly another additional fewer under exceed exceeds "
    "exceeded exceeding totaled totalled totaling totalling numbered numbering averaging averaged killed killing "
    "wounded injured arrested detained no. nos. no number flight section room route channel article resolution "
    "highway boeing airbus page chapter suite unit model apollo usd eur gbp us$ rs rs. rm inr cad aud"
)
#: After one of these it is one when it is round (2000) or something countable follows.
NUMBER_LIKELY_BEFORE = word_set("over around about to only just reached reach reaching all total below above up")

#: After one of these a four-digit number is a year unless something countable follows.
YEAR_BEFORE = word_set(
    "in since by until till before after during from circa ca. c. of for throughout between through the a an this "
    "that its their his her our my your early mid late end fiscal calendar financial year season spring summer autumn "
    "fall winter election elections copyright © and or as"
)
#: After one of these even a plural does not make a non-round year a count: "In 2011 people took to the streets".
YEAR_FIRM_BEFORE = word_set("in since the a an its their his her our early mid late fiscal during by year")

#: A round year before one of these names an event: "the 2000 elections".
YEAR_EVENTS = word_set(
    "elections election olympics games attacks talks floods sales results polls protests riots hearings championships "
    "finals awards levels"
)
#: Words in -s that count nothing: verbs and function words that follow a year.
NOT_PLURAL = word_set(
    "was is has as its this his does us across versus unless always besides perhaps towards afterwards plus marks "
    "sees brings shows remains looks starts begins ends comes goes makes gives takes appears seems promises"
)
PEOPLE = word_set(
    "people men women children troops personnel soldiers civilians workers residents patients students police "
    "officers employees staff fighters migrants refugees prisoners protesters voters victims passengers members "
    "inmates"
)
#: Units and scale words: a four-digit number before one of them is never a year.
MEASURES = word_set(
    "percent per % hundred thousand million billion trillion bn mn k km kms kilometres kilometers metres meters m "
    "mile miles feet foot ft inches yards sq square cubic kg kilograms kilos lb lbs pounds tonnes tons litres liters "
    "gallons barrels acres hectares degrees celsius hours minutes seconds days weeks months years dollars euros yuan "
    "yen rubles roubles rupees won francs mw gw kw mwh kwh gwh watts volts calories x × mph kph rpm hp"
)
#: "2019-era" is a year, "2000-strong" is a number.
YEAR_COMPOUNDS = word_set("era style built born vintage present based dated only on bound made founded spec")
#: "mid-2019": what may be joined to a year by a hyphen.
YEAR_PREFIXES = word_set("mid late early pre post non end")
#: Before an apostrophe and two digits that mean a year: "the class of '98".
SHORT_YEAR_BEFORE = word_set("of in since by from until spring summer autumn fall winter")
TEMPERATURE = ("temperature", "degrees", "highs", "lows", "fahrenheit", "thermometer")

#: A year before one of these is the time of a figure: "its 2018 sales jumped 90 percent".
YEARLY_NOUNS = word_set(
    "sales revenue revenues profit profits earnings results output production budget turnover exports imports deficit "
    "spending income harvest crop census survey study poll level levels total figure average"
)
