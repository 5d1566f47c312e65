"""Words that tell where a counted noun ends, and what may be its head, as data."""

from figures.extract.vocabulary import word_set

#: Plurals and collectives without the ending -s.
PLURALS = word_set(
    """
    people personnel troops dead wounded injured missing men women children police staff crew cattle livestock sheep
    deer fish aircraft spacecraft hovercraft youth infantry cavalry manpower workforce refugees militia folk clergy
    elderly homeless unemployed poor fatalities media data criteria phenomena bacteria alumni feet teeth geese mice
    policemen policewomen firemen servicemen servicewomen fishermen congressmen businessmen gunmen horsemen
    grandchildren schoolchildren stepchildren salespeople townspeople tradespeople countrymen midwives lives wives
    knives wolves leaves halves shelves thieves loaves species series headquarters barracks crossroads artillery
    ammunition equipment evidence cash aid
    """
)
#: Words in -s that are no plurals.
SINGULARS = word_set(
    """
    this his its is was has as us plus thus less class glass gas bus process business press success access loss pass
    cross mass address congress progress illness witness express princess boss mess stress dress grass campus status
    virus census consensus bonus focus minus versus previous various serious religious dangerous numerous famous
    enormous indigenous ambitious suspicious precious obvious anxious furious generous jealous nervous tremendous
    vicious crisis basis analysis diagnosis hypothesis emphasis thesis oasis chaos cosmos texas paris kansas
    arkansas illinois dallas brussels athens wales hamas laos cyprus honduras los las perhaps always sometimes
    besides overseas towards afterwards upwards downwards needs says does goes lens canvas atlas christmas alias
    bias united nations nationals mr mrs ms dr yes across unless nonetheless nevertheless regardless whereas
    politics economics physics mathematics athletics ethics tennis measles mumps rabies diabetes rickets shingles
    herpes tetanus aids hepatitis meningitis arthritis bronchitis encephalitis
    """
) - {"nationals", "needs"}

#: "I'll open it": what is short for a verb behind a pronoun.
_SHORT_VERBS = ("'ll", "'d", "'ve", "'re", "'m", "'s")
#: The phrase ends before these.
STOPS = word_set(
    """
    of in on at by for from to with within without into onto upon over under above below between among amid across
    after before during since until till through throughout against along around about near off out up down as than
    like per via and or but nor yet so if when while where because although though unless whether that which who
    whom whose what how why plus including excluding except besides despite towards toward inside outside behind
    beyond beneath beside following according compared versus vs amongst alongside aboard apart aside the a an this
    these those his her its their our my your some any each every both all no another such he she it they we you i
    him them us me himself herself itself themselves one ones someone nobody anyone everyone anything something nothing
    everything far two three four five six seven eight nine ten eleven twelve is are was were be been being am has
    have had having do does did will would shall should can could may might must isn't aren't wasn't weren't hasn't
    haven't hadn't don't doesn't didn't won't wouldn't can't couldn't cannot not never only also still now then
    there here already soon later earlier ago again away back together instead too very just even ever once twice
    today yesterday tomorrow tonight monday tuesday wednesday thursday friday saturday sunday last next early late
    else more most less fewer least altogether overall nationwide worldwide abroad overseas alone daily weekly
    monthly annually yearly apiece total respectively however meanwhile onwards
    """
) | {
    pronoun + verb
    for pronoun in ("i", "you", "he", "she", "it", "we", "they", "that", "there", "who")
    for verb in _SHORT_VERBS
}
#: Written so they are names, and end no phrase: "300 US troops", "two WHO doctors".
ACRONYMS = frozenset({"US", "WHO", "IT"})
#: Verbs end the phrase too, but directly behind a number a form in -s is a noun ("12 lives", "four wins").
VERBS = word_set(
    """
    spoke spoken speak speaks talked expect expects expected predict predicts predicted suggest suggests suggested grow
    became become becomes remain remains remained came come comes went go goes got get gets made make makes took take
    takes gave give gives left lost saw see sees said say says told tell tells fell fall falls rose rise rises grew
    grows hit hits kept keep keeps held hold holds began begin begins fled flee found find finds died die dies lived
    live lives work works worked show shows showed shown won win wins beat beats sat stood spent met led ran run runs
    broke brought bought sold sent paid put set cut want wants wanted need needs needed seem seems appear appears
    appeared carry carries carried help helps helped use uses used believe believes think thinks call calls called ask
    asks asked face faces faced join joins joined leave leaves voted vote votes claim claims claimed according stay
    stays stayed start starts started move moves moved suffer suffers suffered suffering sustained receive receives
    received arrive arrives arrived returned survive survives survived succumbed refused lacked belonged underwent
    attended travelled traveled happened occurred complained testified pleaded appealed responded abstained perished
    emigrated migrated gathered marched protested rallied camped awaiting seeking needing facing fleeing requesting
    requiring attending
    sought fought caught taught drew flew threw knew froze chose wore swore drove wrote shook stole stuck swam swept
    sank drank slept felt fed bit hid forgot understood withdrew overtook arose serve serves enter enters entered sign
    signs signed struck woke rode tore dug hung clung swung includes contains consists comprises involves provides
    requires allows enables represents
    carrying transporting bringing delivering wearing leaving sheltering receiving containing involving trying hoping
    sleeping hiding
    """
)
#: These forms in -s are never nouns.
NEVER_NOUNS = word_set(
    """
    says goes does becomes remains comes gets makes takes gives seems appears wants tells sees carries believes thinks
    asks joins includes contains consists comprises involves provides requires allows enables represents
    """
)

#: Without a noun behind them these compare, and name nothing: "a fifth lower".
COMPARATIVES = word_set(
    "lower higher larger smaller bigger cheaper dearer older younger longer shorter faster slower better worse greater "
    "taller heavier lighter stronger weaker richer poorer clear ahead apart short"
)

#: Plurals that describe the noun behind them: "arms dealers", "sports cars".
ATTRIBUTIVE = word_set(
    """
    arms sports goods sales savings women men systems operations communications human rights troops customs
    securities bonds services weapons news drugs jobs parts narcotics forces games police staff crew aid artillery
    cattle livestock sheep deer fish aircraft spacecraft youth infantry cavalry militia media data ammunition equipment
    cash evidence refugees series headquarters children workforce
    """
)
#: Behind one of these a length of time only tells since when nothing was like it.
SUPERLATIVES = word_set(
    """
    biggest bloodiest busiest coldest costliest deadliest driest fiercest first greatest hardest heaviest highest
    hottest largest longest lowest most poorest sharpest steepest strongest warmest weakest wettest worst
    """
)
#: Nouns without a singular that describe what is counted as often as they are it: "aid distribution points".
MASS = word_set("aid police media infantry artillery ammunition equipment cash data staff crew")
#: Plurals that are adjectives where a noun follows: "30 injured passengers".
ADJECTIVES = word_set("dead wounded injured missing elderly homeless unemployed poor")
#: Hyphened to a number, these describe what is counted: "a 300-strong crowd".
TIED_ADJECTIVES = frozenset({"strong", "magnitude"})
#: What a number marks rather than counts: "passed the 20,000 mark".
MARKS = word_set("mark milestone threshold barrier")
#: Behind "of", these open a phrase: "half of all tenants".
WHOLES = frozenset({"all", "both"})
#: "The first 24 days": they pick out what is counted.
BEFORE_COUNTS = frozenset({"first", "last", "past", "next", "final", "previous", "opening"})
#: Adjectives before a preposition, which no phrase hangs on: "close to the record of 3 million".
PREDICATIVE = word_set("close similar equal equivalent due prior subject opposed compared related owing next near")
#: Words directly behind a number that are flags or fillers and no part of what it counts.
SKIPPED = word_set("more additional further extra or so odd plus some")

#: Prepositions inside a subject: "casualties in the region", "the price of bread".
INNER_PREPOSITIONS = word_set(
    """
    of in on at for from by to with among between near over under across during since
    """
)

#: Nor is money what money is: "three of the 18 billion euros".
MONEY = word_set("euros dollars pounds yen yuan rupees roubles rubles pesos francs crowns")
#: What was done with money is no name for it: "of the 18 billion euros planned".
PROMISED = word_set("planned promised pledged proposed requested needed required allocated committed")
#: Units are not what is counted: "gained 0.68 per cent to 3,005".
UNIT_WORDS = word_set("cent percent percentage per pct points point")

#: Inside a noun phrase these go on although they look like stops or verbs.
LEADING = word_set("of the its his her their our these those this that such other same new total")

#: -ly words that are no adverbs.
LY_ADJECTIVES = word_set(
    """
    family families elderly friendly daily monthly weekly yearly early likely deadly only lovely lonely ally allies
    italy july assembly supply reply bully belly anomaly monopoly fly rally orderly unfriendly costly
    """
)
#: "A force of 3,000": these are counted by their members.
COLLECTIVES = word_set(
    "force team fleet crew group crowd garrison unit brigade battalion regiment army workforce staff delegation convoy "
    "contingent crowd audience membership population flotilla squad gang herd flock bodies corpses remains"
)
#: -ed and -ing words that stand inside a noun phrase before its head.
PARTICIPLE_ADJECTIVES = word_set(
    """
    armed combined united wanted unmanned unarmed masked uniformed trained experienced skilled educated retired
    disabled married registered licensed limited unidentified unnamed alleged suspected confirmed reported planned
    proposed estimated listed related dedicated sophisticated advanced guided abandoned damaged destroyed detained
    displaced wounded injured captured kidnapped uprooted infected vaccinated unvaccinated hundred red naked sacred
    building buildings wing king ring meeting meetings training fighting mining farming housing clothing shipping
    working serving remaining missing living leading existing surviving starting flying holding growing voting
    standing burning warring manufacturing engineering processing banking trading landing fishing parking testing
    reading polling hearing sitting outstanding ruling filing offering opening closing warning beginning bombing
    shooting stabbing killing crossing undocumented unemployed employed occupied mixed used unused mobilised
    mobilized conscripted mechanised mechanized motorised motorized airing setting seating launching funding spending
    lending borrowing financing shelling flooding
    """
)
#: Harm said of people who are not named by a noun: "24 dead", "150 injured".
HARMED = word_set(
    """
    killed dead wounded injured missing hurt displaced arrested detained hospitalised hospitalized evacuated rescued
    stranded trapped homeless captured abducted kidnapped infected drowned executed sickened buried shot
    """
)
#: Harm that only bodies suffer, and what has none.
BODILY = word_set("killed dead wounded injured hurt hospitalised hospitalized sickened died drowned perished fled")
THINGS = word_set(
    """
    attacks boats buildings buses cars cases cities countries deaths districts drones flights homes hospitals houses
    incidents missiles places raids regions rockets schools shells ships shops states strikes tanks towns trucks
    vehicles villages
    """
)
#: Harm that is counted itself, not those who suffer it.
HARMS = frozenset({"deaths", "fatalities", "injuries", "casualties"})
#: Nouns that stand for a count, and where the number comes after them.
TALLIES = (
    "death toll",
    "toll",
    "tally",
    "total",
    "number",
    "count",
    "headcount",
    "population",
    "casualties",
    "fatalities",
)

#: Words that tie a following number to its subject: "casualties have exceeded 6,000".
LINKS = word_set(
    """
    exceeded exceed exceeds exceeding reached reach reaches reaching hit hits hitting topped top tops topping
    surpassed surpass surpasses surpassing passed passes totaled totalled total totals totaling totalling numbered
    number numbers numbering equalled equaled equals averaged averages average averaging breached breaches breach is
    was are were be been cost costs costing fetch fetched measuring measured covering covers covered spanning
    weighing weighs firmed eased gained added shed lost strengthened weakened dipped rallied edged inched advanced
    slipped dropped swallow swallows crossed crosses nears neared approached approaching
    """
)
#: The same with "to", "at", "by" or "from" behind them: "rose to", "stands at", "grew by".
LINKS_TO = word_set(
    """
    rose rise rises risen rising climbed climb climbs climbing grew grow grows grown growing increased increase
    increases increasing jumped jump jumps surged soared swelled swell fell fall falls fallen falling dropped drop
    drops dropping declined decline declines decreased decrease shrank slid slipped tumbled plunged plummeted
    narrowed widened stood stands stand standing put estimated set fixed amounted amounts amount amounting came comes
    come went gone
    go goes up down raised raising raises lowered cut reduced bringing brought brings expanded expand doubled tripled
    quadrupled peaked peaks bottomed hovered hovers hovering settled rebounded extended
    ended end closed close opened traded valued priced listed unchanged capped limited according
    revised expected projected forecast pegged kept held
    """
)
#: Verbs of those who look ahead, whose subject is not what is counted.
FORESEEING = word_set("projected forecast expected estimated")
#: Tallies that name nothing by themselves: "the number of people" counts people.
BARE_TALLIES = word_set("number numbers total count amount size level share proportion percentage")
ARTICLES = word_set("the a an its their his her this that all our")
#: "this year", "on Monday": they only tell when.
TIMES = word_set("year month week quarter season decade century summer winter spring autumn night morning")
#: "in the six months to June", "for the two years that ended in March".
PERIODS = word_set("months weeks days years quarters hours")
TO_TIMES = word_set("to ended ending through until till")
IN_PERIODS = word_set("in for over during within")
FIRST_OR_LAST = word_set("first last past next final the")
WHICH_TIME = word_set("this last next each every past same that")
DAYS = word_set("monday tuesday wednesday thursday friday saturday sunday today yesterday overnight tonight")
PREPOSITIONS_OF_LINKS = frozenset({"to", "at", "by", "from"})

#: What may stand directly before a number that is tied to a noun before it.
TYING = LINKS | LINKS_TO | PREPOSITIONS_OF_LINKS

#: Auxiliaries and adverbs between a subject and its verb.
AUXILIARIES = word_set(
    """
    has have had is are was were be been being will would could may might can should must to now likely probably
    also already reportedly since then still not currently expected estimated believed thought said set due
    projected forecast here steadily sharply further recently only just even
    """
)
