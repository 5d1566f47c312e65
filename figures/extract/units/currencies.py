"""Currencies as data: ISO 4217 codes and the names, signs and letters by which news gives them."""

from figures.extract.vocabulary import word_set

#: `code | nouns, singular and plural | demonyms`. A noun marked with * means this currency also without a demonym: the
#: one that English news leaves unqualified. Plain "pounds" may be weight (unit_guards.py); plain "dinars" are nobody's.
NAMES = """
AED | *dirham *dirhams | uae, emirati
AFN | afghani *afghanis | afghan
ALL | *lek *leke lekë | albanian
AMD | dram drams | armenian
AOA | *kwanza *kwanzas | angolan
ARS | peso pesos | argentine, argentinian
AUD | dollar dollars | australian, aussie
AZN | *manat *manats | azerbaijani
BBD | dollar dollars | barbadian, barbados
BDT | *taka *takas | bangladeshi
BGN | *lev *leva | bulgarian
BHD | dinar dinars | bahraini
BIF | franc francs | burundian, burundi
BMD | dollar dollars | bermudan, bermudian
BND | dollar dollars | brunei
BOB | *boliviano *bolivianos | bolivian
BRL | real reals *reais | brazilian
BSD | dollar dollars | bahamian
BTN | *ngultrum *ngultrums | bhutanese
BWP | *pula *pulas | botswanan, botswana
BYN | ruble rubles rouble roubles | belarusian, belarus
BZD | dollar dollars | belize
CAD | dollar dollars | canadian
CDF | franc francs | congolese
CHF | *franc *francs | swiss
CLP | peso pesos | chilean
CNY | *yuan *renminbi | chinese
COP | peso pesos | colombian
CRC | *colones colons colóns | costa rican
CUP | peso pesos | cuban
CVE | escudo escudos | cape verdean
CZK | *koruna *korunas crown crowns | czech
DJF | franc francs | djiboutian
DKK | krone kroner crown crowns | danish
DOP | peso pesos | dominican
DZD | dinar dinars | algerian
EGP | pound pounds | egyptian
ERN | *nakfa *nakfas | eritrean
ETB | *birr *birrs | ethiopian
EUR | *euro *euros |
FJD | dollar dollars | fijian, fiji
GBP | pound pounds | british, uk
GBP | *quid |
GBP | *pound-sterling *pounds-sterling |
GEL | *lari *laris | georgian
GHS | *cedi *cedis | ghanaian, ghana
GMD | *dalasi *dalasis | gambian
GNF | franc francs | guinean
GTQ | *quetzales quetzals quetzal | guatemalan
GYD | dollar dollars | guyanese, guyanaese
HKD | dollar dollars | hong kong
HNL | *lempira *lempiras | honduran
HTG | *gourde *gourdes | haitian
HUF | *forint *forints | hungarian
IDR | *rupiah *rupiahs | indonesian
ILS | *shekel *shekels | israeli, new, israeli new, new israeli
INR | *rupee *rupees | indian
IQD | dinar dinars | iraqi
IRR | *rial *rials | iranian
ISK | króna krona krónur kronur | icelandic
JMD | dollar dollars | jamaican
JOD | dinar dinars | jordanian
JPY | *yen | japanese
KES | *shilling *shillings | kenyan, kenya
KGS | som soms | kyrgyz, kyrgyzstani, kyrgystani
KHR | *riel *riels | cambodian
KMF | franc francs | comorian
KPW | won | north korean
KRW | *won | south korean, korean
KWD | dinar dinars | kuwaiti
KYD | dollar dollars | cayman, cayman islands
KZT | *tenge *tenges | kazakhstani, kazakh
LAK | *kip *kips | lao, laotian
LBP | pound pounds lira liras | lebanese
LKR | rupee rupees | sri lankan
LRD | dollar dollars | liberian
LYD | dinar dinars | libyan
MAD | dirham dirhams | moroccan
MDL | leu lei | moldovan
MGA | *ariary *ariaries | malagasy
MKD | *denar *denars denari | macedonian
MMK | *kyat *kyats | myanmar, burmese
MNT | *tugrik *tugriks *tögrög | mongolian
MOP | *pataca *patacas | macanese, macau
MUR | rupee rupees | mauritian
MVR | *rufiyaa *rufiyaas | maldivian
MWK | kwacha kwachas | malawian, malawi
MXN | *peso *pesos | mexican
MYR | *ringgit *ringgits | malaysian
MZN | *metical *meticals *meticais | mozambican
NAD | dollar dollars | namibian
NGN | *naira *nairas | nigerian
NIO | *córdobas córdoba cordoba *cordobas | nicaraguan
NOK | *krone *kroner *kroners crown crowns | norwegian
NPR | rupee rupees | nepalese, nepali
NZD | dollar dollars | new zealand, kiwi
OMR | rial rials riyal riyals | omani
PAB | *balboas balboa | panamanian
PEN | *soles sol | peruvian
PGK | kina | papua new guinean
PHP | peso pesos | philippine, filipino
PKR | rupee rupees | pakistani, pakistan
PLN | *zloty *zlotys *zlotych *złoty *złotych | polish
PYG | guarani *guaranis *guaranies | paraguayan
QAR | riyal riyals rial rials | qatari
RON | *leu *lei | romanian
RSD | dinar dinars | serbian
RUB | *ruble *rubles *rouble *roubles | russian
RWF | franc francs | rwandan
SAR | *riyal *riyals rial rials | saudi, saudi arabian
SBD | dollar dollars | solomon islands
SCR | rupee rupees | seychellois
SDG | pound pounds | sudanese
SEK | *krona *kronor *kronas crown crowns | swedish
SGD | dollar dollars | singapore, singaporean
SLE | *leone *leones | sierra leonean
SOS | shilling shillings | somali
SRD | dollar dollars | surinamese
SSP | pound pounds | south sudanese
SYP | pound pounds lira liras | syrian
THB | *baht *bahts | thai
TJS | *somoni *somonis | tajik, tajikistani
TMT | manat manats | turkmen, turkmenistani
TND | dinar dinars | tunisian
TRY | *lira *liras | turkish
TTD | dollar dollars | trinidad and tobago, trinidadian
TWD | dollar dollars | taiwan, taiwanese, new taiwan
TZS | shilling shillings | tanzanian
UAH | *hryvnia *hryvnias *hryvnya *hryvnyas *hryven | ukrainian
UGX | shilling shillings | ugandan
USD | *dollar *dollars | us, american, united states
USD | *bucks |
UYU | peso pesos | uruguayan
UZS | som soms soum soums sum sums | uzbek, uzbekistani
VES | *bolívars *bolívares *bolivar *bolivars *bolivares | venezuelan
VND | *dong | vietnamese
VUV | vatu vatus | vanuatu
WST | tala | samoan
XAF | franc francs | central african cfa
XCD | dollar dollars | east caribbean
XOF | franc francs | cfa, west african cfa
XPF | franc francs | cfp
YER | rial rials riyal riyals | yemeni
ZAR | *rand *rands | south african
ZMW | *kwacha *kwachas | zambian
ZWL | dollar dollars | zimbabwean, zimbabwe
"""

#: Hundredths, in the form of the table above. Plain cents are taken for American, as plain dollars are.
HUNDREDTHS = """
AUD | cent cents | australian
CAD | cent cents | canadian
EUR | cent cents | euro
EUR | *eurocent *eurocents |
GBP | *pence *penny |
HKD | cent cents | hong kong
ILS | *agorot |
INR | *paise |
MYR | *sen | malaysian
NZD | cent cents | new zealand
RUB | *kopeck *kopecks *kopek *kopeks |
USD | *cent *cents | us, american
ZAR | cent cents | south african
"""

#: Letter codes that stand for a currency beside a number.
CODES = word_set(
    """AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP
    CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HRK HTG HUF
    IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK
    MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR
    SBD SCR SDG SEK SGD SHP SLE SLL SOS SRD SSP STN SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VES
    VND VUV WST XAF XCD XOF XPF YER ZAR ZMW ZWL"""
)

#: Codes that are words in capitals: they count only beside a number as large as money (`currency_signs`).
WORD_CODES = word_set("ALL AMD BAM BOB COP CUP GEL GIP LAK MAD MOP PEN RON SOS STN TOP TRY")

#: Signs that stand before a number or after it.
SIGNS = {
    "$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR", "₨": "INR", "₩": "KRW", "₽": "RUB", "₺": "TRY",
    "₪": "ILS", "₫": "VND", "₴": "UAH", "₦": "NGN", "₱": "PHP", "฿": "THB", "₡": "CRC", "₲": "PYG", "₵": "GHS",
    "₸": "KZT", "₮": "MNT", "₾": "GEL", "₼": "AZN", "৳": "BDT", "₭": "LAK", "៛": "KHR",
}  # fmt: skip

#: Letters that tell a shared sign apart: "A$5", "NZ$ 5", "CN¥5", "AUD$5"; then those that may stand after it: "$US5".
SIGN_PREFIXES = {
    "$": {
        "US": "USD", "U.S.": "USD", "A": "AUD", "AU": "AUD", "Aus": "AUD", "C": "CAD", "CA": "CAD", "Can": "CAD",
        "Cdn": "CAD", "CDN": "CAD", "HK": "HKD", "NZ": "NZD", "S": "SGD", "SG": "SGD", "R": "BRL", "NT": "TWD",
        "J": "JMD", "JA": "JMD", "MX": "MXN", "Mex": "MXN", "TT": "TTD", "N": "NAD", "FJ": "FJD", "EC": "XCD",
        "MOP": "MOP", "Z": "ZWL", "Bds": "BBD",
    },
    "£": {"E": "EGP", "LE": "EGP", "UK": "GBP", "S": "SYP", "L": "LBP"},
    "¥": {"CN": "CNY", "RMB": "CNY", "JP": "JPY"},
    "₵": {"GH": "GHS"},
}  # fmt: skip
SIGN_SUFFIXES = {"US": "USD", "A": "AUD", "AU": "AUD", "CA": "CAD", "C": "CAD", "NZ": "NZD", "HK": "HKD"}

#: Letters before a number. "kr" is taken for Swedish, "Rs" for Indian, "Sh" for Kenyan, "Fr" for Swiss money; "Y="
#: is how wire services type ¥.
LETTERS = {
    "RM": "MYR", "Rs": "INR", "Rs.": "INR", "Rp": "IDR", "Rp.": "IDR", "kr": "SEK", "Kr": "SEK", "SKr": "SEK",
    "DKr": "DKK", "NKr": "NOK", "Fr": "CHF", "SFr": "CHF", "Sfr": "CHF", "Sh": "KES", "KSh": "KES", "Ksh": "KES",
    "Kshs": "KES", "KSh.": "KES", "USh": "UGX", "Ush": "UGX", "TSh": "TZS", "Tsh": "TZS", "Tk": "BDT",
    "Tk.": "BDT", "NIS": "ILS", "RMB": "CNY", "Dh": "AED", "Dhs": "AED", "Php": "PHP", "PhP": "PHP", "GHS": "GHS",
    "LE": "EGP", "FCFA": "XOF", "CFA": "XOF", "Y=": "JPY", "S/": "PEN", "S/.": "PEN",
}  # fmt: skip

#: Single letters that are money only glued to a number as large as money: "R1.2bn", "N500,000", "Y590 billion".
SINGLE_LETTERS = {"R": "ZAR", "N": "NGN", "Y": "JPY", "P": "PHP"}

#: Letters after a number, as written.
LETTERS_AFTER = {
    "RMB": "CNY", "NIS": "ILS", "kr": "SEK", "kn": "HRK", "zł": "PLN", "Kč": "CZK", "FCFA": "XOF", "Dhs": "AED",
}  # fmt: skip

#: Names that are also other things, and the rule of unit_guards.py that looks at them.
NAME_GUARDS = {
    **{word: "large" for word in word_set("won soles lev lek kip kips pula dong")},
    **{word: "lower" for word in word_set("sen pence penny bucks quid afghanis leone leones guaranis")},
    **{word: "not_a_name" for word in word_set("euro rand")},
}
