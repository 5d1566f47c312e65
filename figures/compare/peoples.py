"""Whose: countries and armed groups by the words that newspapers have for them and for their people, as data."""

from functools import cache

from figures.extract.places.place_words import COUNTRIES

#: `country or group: other words for it or for its people`. Countries that no row names go by their own name alone.
_PEOPLES = """
afghanistan: afghan; albania: albanian; algeria: algerian; angola: angolan; argentina: argentine, argentinian
armenia: armenian; australia: australian; austria: austrian; azerbaijan: azerbaijani, azeri; bahrain: bahraini
bangladesh: bangladeshi; belarus: belarusian; belgium: belgian; benin: beninese; bolivia: bolivian; bosnia: bosnian
botswana: botswanan; brazil: brazilian; bulgaria: bulgarian; burkina faso: burkinabe; burundi: burundian
cambodia: cambodian; cameroon: cameroonian; canada: canadian; chad: chadian; chile: chilean; china: chinese, beijing
colombia: colombian; congo: congolese, drc, democratic republic of congo, democratic republic of the congo
costa rica: costa rican; croatia: croatian, croat; cuba: cuban; cyprus: cypriot; czech republic: czech, czechia
denmark: danish, dane; ecuador: ecuadorian; egypt: egyptian; el salvador: salvadoran; eritrea: eritrean
estonia: estonian; ethiopia: ethiopian; finland: finnish, finn; france: french; gabon: gabonese; gambia: gambian
germany: german; ghana: ghanaian; greece: greek; guatemala: guatemalan; guinea: guinean; haiti: haitian
honduras: honduran; hungary: hungarian; iceland: icelandic; india: indian; indonesia: indonesian; iran: iranian, tehran
iraq: iraqi; ireland: irish; israel: israeli, idf; italy: italian; jamaica: jamaican; japan: japanese
jordan: jordanian; kazakhstan: kazakh; kenya: kenyan; kosovo: kosovar; kuwait: kuwaiti; kyrgyzstan: kyrgyz; 
laos: laotian
latvia: latvian; lebanon: lebanese; liberia: liberian; libya: libyan; lithuania: lithuanian; madagascar: malagasy
malawi: malawian; malaysia: malaysian; mali: malian; mauritania: mauritanian; mexico: mexican; moldova: moldovan
mongolia: mongolian; montenegro: montenegrin; morocco: moroccan; mozambique: mozambican; myanmar: burmese, burma
namibia: namibian; nepal: nepali, nepalese; netherlands: dutch; new zealand: new zealander; nicaragua: nicaraguan
niger: nigerien; nigeria: nigerian; north korea: north korean, dprk, n korea, n korean, pyongyang
norway: norwegian; oman: omani; pakistan: pakistani; palestine: palestinian; panama: panamanian; paraguay: paraguayan
peru: peruvian; philippines: filipino, philippine; poland: polish, pole; portugal: portuguese; qatar: qatari
romania: romanian; russia: russian, moscow, kremlin; rwanda: rwandan; saudi arabia: saudi; senegal: senegalese
serbia: serbian, serb; sierra leone: sierra leonean; singapore: singaporean; slovakia: slovak; slovenia: slovenian
somalia: somali; south africa: south african; south korea: south korean, s korea, s korean, rok
south sudan: south sudanese; spain: spanish, spaniard; sri lanka: sri lankan; sudan: sudanese; sweden: swedish, swede
switzerland: swiss; syria: syrian; taiwan: taiwanese; tajikistan: tajik; tanzania: tanzanian; thailand: thai
togo: togolese; tunisia: tunisian; turkey: turkish, turk, turkiye; turkmenistan: turkmen; uganda: ugandan
ukraine: ukrainian, kyiv; united arab emirates: emirati, uae
united kingdom: british, uk, britain, great britain, briton
united states: american, us, usa, america; uruguay: uruguayan; uzbekistan: uzbek; venezuela: venezuelan
vietnam: vietnamese; yemen: yemeni; zambia: zambian; zimbabwe: zimbabwean; rohingya: rohingya; kurdistan: kurdish, kurd
hamas: hamas; hezbollah: hezbollah, hizbollah, hizbullah; houthis: houthi, houthis; taliban: taliban
islamic state: islamic state, isis, isil; boko haram: boko haram; al-shabaab: al-shabaab, al-shabab; m23: m23
wagner: wagner; nato: nato; rsf: rsf, rapid support forces; united nations: un
"""
#: Capitals stand for governments, which send and lose; as places they stay themselves.
_GOVERNMENTS = frozenset({"pyongyang", "moscow", "beijing", "tehran", "kyiv"})


@cache
def _tables() -> tuple[dict[str, str], dict[str, str]]:
    """Give name by word, and adjective by name."""
    by_word = {name: name for name in COUNTRIES}
    adjectives: dict[str, str] = {}
    for row in _PEOPLES.replace("\n", ";").split(";"):
        name, _, words = row.strip().partition(": ")
        if not name:
            continue
        for word in words.split(", "):
            by_word[word] = name
        by_word[name] = name
        first = words.split(", ")[0]
        adjectives[name] = first.upper() if len(first) < 4 else first.title()
    return by_word, adjectives


def people_of(word: str) -> str | None:
    """Give the country or group that a word in lower case stands for ("north korean": "north korea"), else None."""
    by_word, _ = _tables()
    found = by_word.get(word)
    return found or (by_word.get(word[:-1]) if word.endswith("s") else None)


def country_of(word: str) -> str | None:
    """Give the country a word names as a place: capitals are not their countries, "Russian territory" is Russia's."""
    return None if word in _GOVERNMENTS else people_of(word)


def adjective_of(name: str) -> str:
    """Give the word for what belongs to a country or group, with a capital: "North Korean"."""
    return _tables()[1].get(name) or name.title()


@cache
def people_words() -> frozenset[str]:
    """Give every single word, in lower case, of the names of countries and groups and of their peoples."""
    return frozenset(part for words in _tables()[0] for part in words.split())
