"""What a number counts: the noun behind it, before it, and where there is none."""

import pytest

from tests.figures.reading import figures, queue


@pytest.mark.parametrize(
    ("sentence", "noun"),
    [
        # A collective describes the plural behind it, and stands alone elsewhere.
        ("The blast hurt three police officers.", "police officers"),
        ("Some 40 police were hurt.", "police"),
        ("Two aid workers, both from Oslo, are missing.", "aid workers"),
        ("The navy lost 32 artillery systems and a radar.", "artillery systems"),
        ("They freed 9 crew members on Monday.", "crew members"),
        ("It has 300 staff in the port.", "staff"),
        ("He sold 30 cattle and a horse.", "cattle"),
        # A pronoun with its verb, a second number and "anything" are no things that are counted.
        ("We had 170 I'd say.", None),
        ("They sold 90 they'd kept.", None),
        ("The guards held 40 two hours later.", "guards"),
        ("The board considers anything over 1% a risk.", None),
        ("The port has 40 two-storey sheds.", "two-storey sheds"),
        # One thing is no plural: what ends in s is its verb.
        ("One well serves the whole village.", "well"),
        ("One bus carries all the pupils.", "bus"),
        ("They won 40 serves.", "serves"),
        ("A single dose costs too much.", "dose"),
        ("One series ran for years.", "series"),
        # Votes of a kind; and people who vote.
        ("She won 51 percent of the popular vote.", "popular vote"),
        ("They need 5% of the list vote or one seat.", "list vote"),
        ("Some 30 percent of the public vote for him.", "public"),
        # What is left of what was pointed at.
        ("About 8 percent of that ice is thin.", "ice"),
        ("About 8 percent of this was lost.", None),
        # Verbs of the past are no nouns.
        ("After the storm 27 sought shelter.", None),
        ("In all 12 drank from the well.", None),
    ],
)
def test_the_noun_behind_the_number(sentence: str, noun: str | None) -> None:
    assert queue(sentence)[0].noun == noun


@pytest.mark.parametrize(
    ("sentence", "nouns"),
    [
        ('"Of the dead, 33 are women and 12 are children," she said.', ["women", "children"]),
        ("Of the survivors, 40 were taken to Oslo.", ["survivors"]),
        ("The town took in 900 migrants, 62% of them children.", ["migrants", "children"]),
        ("The town took in 900 migrants, 30 percent of them by bus.", ["migrants", "migrants"]),
    ],
)
def test_parts_of_those_named_before(sentence: str, nouns: list[str]) -> None:
    assert [figure.noun for figure in queue(sentence)] == nouns


@pytest.mark.parametrize(
    ("sentence", "noun"),
    [
        # A relative clause hands its verb's number to what it describes.
        ("They scrapped a barrier that cost £40m.", "barrier"),
        ("The new bridge, which cost $40m, is shut.", "new bridge"),
        ("The families, who number 300, were moved.", "families"),
        ("She said that cost $40m.", None),
        # "of", also before quoted words.
        ("The town has debts of \"at least £31m\".", "debts"),
        ("The chief gave a forecast of $4bn.", "forecast"),
        ('She put output at "maybe 30%".', "output"),
        ("They have lost about $13,000 so far.", None),
        # Words between the verb and its number.
        ("Appeals rose to a record 41,987.", "Appeals"),
        ("Prices hit an all-time high of $300.", "Prices"),
        ("Arrests fell to just 40.", "Arrests"),
        ("The harvest came to only $3m.", "harvest"),
        ("Layoffs could go above 40.", "Layoffs"),
        ("The town lives on aid amounting to $350 million.", "aid"),
        # A period is not what a verb tells of.
        ("Revenue in the six months to 30 June slipped to £1.8bn.", "Revenue"),
        ("Profit in the year to March rose to $3bn.", "Profit"),
        ("Orders for the three months ended June 30 rose to 300.", "Orders"),
        ("Sales in the first nine months of 2024 fell to $40m.", "Sales"),
        # A total of something, and one of nothing.
        ("The landing brought the total number of refugees in the port to 8,500.", "refugees"),
        ("It brought the provisional total for the season to 11,074.", "provisional total"),
        # How often money is paid stands before what it is paid in.
        ("They pay $55 million a year in property taxes.", "property taxes"),
        ("They pay €3m per month in rent.", "rent"),
        ("It costs $40 a day in summer.", None),
        ("The firm got $40m in return.", None),
        # Who looks ahead is not what is measured.
        ("It missed the £1.9bn analysts had pencilled in.", None),
        ("The fund runs $3bn investors gave it.", "investors"),
        ("The families number 412.", "families"),
        # What moved, and what somebody moved.
        ("Hospital admissions peaked at 212 in May.", "Hospital admissions"),
        ("Rents here went up 38 percent.", "Rents"),
        ("The offer would raise wages 11% by May.", "wages"),
        ("They cut their output 10 percent.", "output"),
    ],
)  # fmt: skip
def test_the_noun_before_the_number(sentence: str, noun: str | None) -> None:
    assert queue(sentence)[-1].noun == noun


@pytest.mark.parametrize(
    ("sentence", "why_not"),
    [
        ("See item 7 on the agenda.", "identifier"),
        ("Paragraph 32 of the act was cut.", "identifier"),
        ("Annex 3 lists the ports.", "identifier"),
        ("Regulation 14 of the act was cut.", "identifier"),
        ("House number 12 burned.", "identifier"),
        ("One told me to leave.", "idiom"),
        ("One said nothing.", "idiom"),
    ],
)
def test_numbers_that_count_nothing(sentence: str, why_not: str) -> None:
    assert [figure.why_not for figure in figures(sentence)] == [why_not]


@pytest.mark.parametrize("sentence", ["They sold the item 40 times.", "One vote was lost.", "One person fled."])
def test_numbers_that_look_like_names_or_idioms(sentence: str) -> None:
    assert len(queue(sentence)) == 1


_CASES = [
    # Acronyms that are written like little words.
    ("Two US engineers and 300 US troops left.", ["US engineers", "US troops"]),
    ("The plan covers three WHO regions.", ["WHO regions"]),
    ("They told us 40 lorries came.", ["lorries"]),
    ("Of those who came, 12 who stayed were fined.", [None]),
    # Those who are called by a plural of their own, and what it describes.
    ("Nine police officers were hurt.", ["police officers"]),
    ("Some 40 crew members swam ashore.", ["crew members"]),
    ("The state sent 900 police.", ["police"]),
    # A verb behind a bare number is no noun.
    ("Three firemen fell. Two suffered burns.", ["firemen", "firemen"]),
    ("Sixty riders set off. About 50 arrived before dark.", ["riders", "riders"]),
    ("There are 35,000 more awaiting a bed.", [None]),
    # What a number marks is not what it counts.
    ("Sales of e-bikes passed the 20,000 mark last week.", ["Sales"]),
    ("Cyclists top 3 million mark.", ["Cyclists"]),
    ("The river left 40 flood marks.", ["flood marks"]),
    # The number of them, whatever stands between.
    ("The number of riders who have signed up since the scheme began has hit 5,000.", ["riders"]),
    ("The number of riders grew, and fares rose to 4,000.", ["fares"]),
    # Shares of a whole.
    ("Almost half of all tenants have left.", ["tenants"]),
    ("Half of both crews fell ill.", ["crews"]),
    # What tells where is not what goes on being counted.
    ("Some 55,000 people slept in 53 halls, while another 30,000 stayed with kin.", ["people", "halls", "people"]),
    ("The storm hit five farms in two valleys and wrecked 12.", ["farms", "valleys", "farms"]),
    # One number behind another, and what a change is of.
    ("Crafts and building, which added 407,000 and 59,000 jobs, did well.", ["jobs", "jobs"]),
    ("It killed 12 and 15 were hurt.", ["people killed", "people hurt"]),
    ("They spoke of the decline of the jobless rate to 4.6 percent.", ["jobless rate"]),
    ("They saw a sharp rise in fares to $4.", ["fares"]),
    ("Prices fell in May to $40.", ["Prices"]),
    ("At least one more diver was hurt.", ["diver"]),
    ("The fire burned 150 miles (241 km) southeast of the town.", [None]),
    # Another quantity, or an adjective, is no name for this one.
    ("The dairy sold 69.1 million litres of milk for an average of 2.2 million litres a day.", ["milk", "milk"]),
    ("That is close to the record of 3.4 million tonnes.", ["record"]),
    # What is hyphened to the number describes the noun.
    ("A 6.1-magnitude tremor and a 300-strong crowd woke the town.", ["tremor", "crowd"]),
    ("A magnitude 5.3 tremor struck early near the port.", ["tremor"]),
    # A verb behind one thing, or behind no noun at all, ends it.
    ("The $20 million package includes trucks and tents.", ["package"]),
    ("They counted 400 boats, including 120 carrying grain.", ["boats", "boats"]),
    ("Clinics logged 800 cases of fever (including 95 confirmed).", ["cases", "cases"]),
    ("Of 900 pupils tested, 300 of these need glasses.", ["pupils", "pupils"]),
    ("Three of those killed were miners.", ["people killed"]),
    ("They freed 60 of these 90 captives.", ["captives", "captives"]),
    # A toll is what rises, not what caused it.
    ("The death toll from mudslides and heavy storms in the eastern hills rose to 61.", ["death toll"]),
    ("The toll of bodies from the slide that hit the Ostrel valley near Brenn in January stood at 412.", ["toll"]),
    ("The death toll in the valley was high, and fares in the hills rose to 61.", ["fares"]),
    # Money for which somebody asks, and what is worth it.
    ("The charity is appealing for $40 million.", [None]),
    ("Norway will supply Malta with a new radar system worth up to $90 million.", ["new radar system"]),
    ("A radar system worth $90 million was sold.", ["radar system"]),
    # What an earlier number counted may have another name in this one.
    ("Of the deaths, 700 were in the north. In the capital, 200 died.", ["deaths", "people"]),
    ("They treated the hundreds injured and dozens left homeless.", ["people injured", "people"]),
    (
        "The number of patients stands at 900. That is up from the clinic's estimate of 700.",
        ["patients", "patients"],
    ),
    # Plurals that are adjectives, and plurals that look like verbs.
    ("The ferry carried 30 injured passengers and 17 dead bodies.", ["injured passengers", "dead bodies"]),
    ("Of the 30 injured, 12 went home.", ["people injured", "people"]),
    ("They handled 300 rescue calls and 60 farm claims in May.", ["rescue calls", "farm claims"]),
    # Models, and mass nouns before what they describe.
    ("They sent 14 Leopard 2A6 tanks and 12 Mirage 2000 jets.", ["Leopard 2A6 tanks", "Mirage 2000 jets"]),
    ("They sent 40 Marder infantry fighting vehicles.", ["Marder infantry fighting vehicles"]),
    ("It has 58 such main battle tanks.", ["main battle tanks"]),
    ("They opened four aid distribution points.", ["aid distribution points"]),
    ("Some 300 troops fighting rebels and 200 police holding banners came.", ["troops", "police"]),
    # A number of those who were harmed.
    ("Reports put the number trapped at 50.", ["people trapped"]),
    ("The number killed rose to 40, bringing the number injured to 90.", ["people killed", "people injured"]),
    ("In the port, 12 died.", ["people"]),
    # Who can be hurt.
    ("The storm hit 40 villages and 12 were killed.", ["villages", "people killed"]),
    ("It burned 300 homes and injured 40.", ["homes", "people injured"]),
    ("They sent 12 boats and 4 were missing.", ["boats", "boats"]),
    ("He announced $60 million in funding to help.", ["funding"]),
    ("The fall was steep, with 20 recorded past noon.", [None]),
    # The number of them, wherever the sentence says so.
    ("As of May, the total number of riders reaching the coast is 2,100.", ["riders"]),
    ("It rained; as of Friday, the total number of riders reaching the coast is 2,100.", ["riders"]),
    ("By then the estimated number of riders arriving by sea is now over 4,000.", ["riders"]),
    ("The raids bring the total number of riders killed by fire in the hills since May to 144.", ["riders"]),
    ('The army said it shot 15 "hostile fighters" on Monday.', ["hostile fighters"]),
    ("A rise in the number of riders brought fares to 4,000.", ["fares"]),
    # Money is not what money is, nor is who looks ahead.
    ("It paid a tranche of three billion euros out of the 18 billion euros planned.", ["tranche", None]),
    ("The broker projected almost $14 billion.", [None]),
    ("Costs are projected at $14 billion.", ["Costs"]),
    ("The storm did damage estimated at between $7 billion and $10 billion.", ["damage"]),
    ("The storm did hundreds of millions of dollars in damage.", ["damage"]),
    # Those who are dead, and bodies.
    ("At least 50 were dead.", ["people dead"]),
    ("They rescued 36 people and found the bodies of another 25.", ["people", "bodies"]),
    ("More than 600 had been killed. Officials spoke of 400 to 500.", ["people killed", "people killed"]),
    # How long nothing was like it.
    ("Some 300 farmers lost crops in the driest spring in 40 years.", ["farmers", None]),
    ("Some 300 farmers lost crops in two years.", ["farmers", "farmers"]),
]


@pytest.mark.parametrize(("text", "nouns"), _CASES)
def test_every_noun_of_a_sentence(text: str, nouns: list[str | None]) -> None:
    assert [figure.noun for figure in queue(text)] == nouns
