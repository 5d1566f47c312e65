"""The words around a number that decide doubtful units, as data."""

from figures.extract.vocabulary import word_set

#: Words between a number and its unit that say how many or which, not what ("three consecutive days").
BETWEEN = word_set(
    """more full long whole entire additional extra further consecutive straight successive solid continuous working
    business calendar short"""
)

#: Words after which "5 miles a day" is no rate: "for 5 miles a day later".
AFTER_A_TIME = word_set("after later before earlier ago")

#: Words that make the one before them a describing word, not a unit ("12 foot soldiers", "two minute details").
FOLLOWERS = {
    "minute": "amount amounts detail details difference differences particle particles fragments trace traces doses",
    "day": """visitor visitors tripper trippers pupil pupils student students labourer labourers laborer laborers care
        nursery nurseries centre centres center centers school schools trader traders boarders""",
    "foot": """soldier soldiers patrol patrols guard guards officer officers police traffic passengers bridge bridges
        messengers locker""",
    "meter": "reader readers maid maids boxes",
    "yard": "worker workers sale sales sign signs",
    "cal": "calibre caliber gun guns machine rifle rifles rounds bullets",
    "TB": "case cases death deaths patient patients vaccine vaccines clinics infections",
    "GB": "athlete athletes player players rower rowers swimmers cyclists medals",
    "g": "network networks mobile phone phones technology service services tower towers mast masts signal connection",
}

#: "30 second clip": nouns before which "second" is a time though the number is not one.
SECOND_NOUNS = word_set(
    """ad ads advert adverts advantage bulletin burst bursts clip clips commercial commercials countdown delay delays
    gap intervals lead margin pause penalty silence slot slots spot spots sprint timeout video videos"""
)

#: Little words that may follow "one second" or "litres a second"; before others "second" is an ordinal.
LITTLE_WORDS = word_set(
    """a about after ago ahead and apart as at before behind between but by during each earlier every faster for from
    if in into is later left less longer more on or out over per remaining slower than that the to too under until
    was when where which while who with"""
)

#: Words around plain "pounds" that speak of money; without one of them, or of weight before all, see unit_guards.
MONEY_WORDS = word_set(
    """£ account award awarded bill bills bonus borrowed budget cash charity compensation contract cost costing costs
    damages debt debts donated donation earn earned earning earnings economy fee fees fine fined fines fund funding
    funds grant grants income invest invested investment loan loans loss losses money note notes owed paid pay paying
    payment payments pension price priced prices profit profits raise raised raising rent revenue reward salary sale
    sales savings sell selling sold spend spending spent sterling stolen tax taxes taxpayers turnover value valued
    wage wages win won worth"""
)
WEIGHT_WORDS = word_set(
    """beef bomb bombs cargo carried carrying coffee cocaine drugs explosives fat fish force gained gold grain heavier
    heroin lift lifted lifting lighter lose losing lost luggage marijuana meat overweight packed payload shed thrust
    tnt warhead weigh weighed weighing weighs weight weights"""
)

#: Words around "12 stone" that speak of weight, not of walls.
STONE_WORDS = word_set(
    "gain gained heavier lighter lose losing lost overweight shed weigh weighed weighing weighs weight"
)

#: After a glued m these words read it as metres ("5m high"), these before it too; those say millions.
METRE_AFTER = word_set(
    """above across ahead apart away backstroke beam behind below beneath breadth breaststroke butterfly deep depth
    diameter distance down downstream dash diving final finals flat fly freestyle from heats heat height high
    hurdle hurdles individual long medley off platform pistol pole pool race races rifle relay runner sea sprint
    sprinter sprints springboard square sq steeplechase swim tall thick title tower underwater up upstream wave waves
    wide women's men's x"""
)
METRE_BEFORE = word_set(
    """cleared climbed deep depth distance feet ft height high jumped jump km leap leapt length long metres ran radius
    run sprinted stands stood swam tall threw throw thrown vault vaulted wide width within"""
)
MILLION_BEFORE = word_set(
    """audience budget circulation copies cost costs customers debt debts deficit downloads earnings fee fell figure
    followers grew homes households income jobs listeners loss losses members passengers pay people population price
    profit profits readers revenue revenues rose sales sold streams subscribers total turnover units users valued
    viewers visitors visits votes worth"""
)
