"""The nouns of English news that tell who is a source, who is a person, and what names nobody, as data."""

from figures.extract.vocabulary import word_set

#: Texts and tables: they name a source only with an owner ("data from the ministry", "a Reuters poll").
RECORDS = word_set(
    "account accounts analysis announcement article assessment assessments audit briefing bulletin census count data "
    "database dispatch document documents estimate estimates figure figures filing filings findings footage forecast "
    "forecasts image imagery images index information letter memo numbers photo photos poll polls projection "
    "projections records release report reports research results review statement statements statistics studies study "
    "survey surveys tables tally tracker transcript video videos website"
)
#: What somebody says in writing: not it is the source, but whoever it is from.
STATEMENTS = word_set("announcement letter memo statement statements")
#: Who is no source by itself, and things that say nothing.
NOBODY = word_set(
    "about accident all almost another anyone approximately around attack blast both cost crash critics custom deal "
    "deaths disease dozens each earthquake everyone evidence explosion few figure figures fire flood floods growth "
    "half hundreds it law legend loss losses many millions most move nearly news nobody none number observers one "
    "others outbreak people plan price prices profit profits quake reason report reports revenue roughly rules rumors "
    "rumours sales schedule several shares some someone speculation stories storm story strike strikes that there "
    "these they this those thousands toll total tradition virus war what which word"
)
#: A person by office, trade or part; "a ministry official", "Fed Chair Jerome Powell".
TITLES = word_set(
    "activist actor actress adm administrator admiral adviser advisor aide ambassador analyst archbishop attorney "
    "author ayatollah baroness billionaire bishop boss brigadier candidate capt captain cardinal ceo cfo chair "
    "chairman chairperson chairwoman chancellor chief co-author co-founder coach cofounder col colonel commander "
    "commissioner congressman congresswoman constable consul coo coordinator coroner correspondent councillor counsel "
    "critic cto dame delegate defender deputy detective developer dictator diplomat director doctor dr driver "
    "economist editor engineer envoy epidemiologist executive expert farmer fellow forecaster founder gen general "
    "goalkeeper governor head historian imam inspector investigator journalist judge justice king lady lawmaker "
    "lawyer leader lieutenant lord lt magistrate maj major manager marshal mayor member meteorologist midfielder "
    "minister miss mogul mp mr mrs ms negotiator nominee nurse officer official organiser organizer owner paramedic "
    "partner pastor physician pilot pope premier president prince princess principal prof professor prosecutor queen "
    "rapporteur rector registrar rep reporter representative researcher resident rev reverend scientist secretary "
    "seismologist sen senator sergeant sgt sheikh sheriff singer sir skipper solicitor speaker specialist spokesman "
    "spokesperson spokespersons spokeswoman strategist striker student superintendent surgeon teacher trader "
    "treasurer undersecretary vice volunteer winger virologist witness"
)
#: What a title's "of" is followed by before the name: "Secretary of State Jane Smith".
OFFICES = word_set(
    "agriculture commerce defence defense education energy finance health homeland interior justice labor police "
    "staff state transportation"
)
#: Plural or collective sources written in lower case.
GROUPS = word_set(
    "academics activists administration agencies agency aides airline airlines alliance analysts army association "
    "auditor auditors authorities authority authors bank banks board body brigade broadcaster bureau cabinet "
    "campaigners carmaker center centre channel charities charity chiefs city club clubs coalition coastguard command "
    "commanders commission committee companies company consulate consultancies consultancy cooperative council county "
    "court courts creditors crew customs daily department departments developer diplomats directors division doctors "
    "economists embassy epidemiologists executives experts families farmers federation firefighters firm firms forces "
    "forecasters foundation fund giant government governments governors group groups heads hospital hospitals inquest "
    "inquiry insiders inspectors institute institution insurer insurers insurgents intelligence investigators "
    "investors journalists judges junta jury kremlin lawmakers lawyers leaders league lender lenders locals magazine "
    "maker managers manufacturer mayors media medics members meteorologists militants military militia militias "
    "ministers ministries ministry monitor monitors navy network newspaper newspapers observatory observers office "
    "officers officials ombudsman operator operators opponents opposition organisation organisers organization "
    "organizers outlet outlets palace panel paper papers paramedics paramilitaries parliament party police pollsters "
    "presidency press producer professors prosecutors province publisher radio rebels regime regulator regulators "
    "relatives reporters representatives rescuers researchers residents retailer retailers scholars scientists "
    "secretariat secretary-general seismologists senators separatists service services shareholders side soldiers "
    "spies spokesmen spokespeople staff startup state station statisticians students supporters survivors teachers "
    "team television think-tank thinktank traders treasury tribunal troops trustees tv union unions unit university "
    "villagers volunteers watchdog watchdogs witnesses workers"
)
#: A name that holds one of these is no person's.
ORG_WORDS = word_set(
    "administration agency airlines airways analytics army assembly association authorities authority bank bloomberg "
    "board bundesbank bureau cabinet capital center centre chamber chiefs club co college command commission "
    "committee company congress corp council court crescent cross database department electric embassy energy "
    "eurostat exchange federation force forces foundation fund gallup government group guard guardian herald holdings "
    "hospital house inc index industries institute intelligence interfax international journal kingdom kremlin league "
    "ltd media ministry monitor monitors motors museum nations navy network news observatory office officials "
    "organisation organization oxfam parliament partners party pentagon plc police poll post press radio regulators "
    "republic research reserve reuters school secretariat securities senate service services society sources staff "
    "states statistics survey systems tass technologies telegraph television times treasury tribune trust tv unicef "
    "union university watch xinhua yonhap"
)
#: Countries, and capitals where they stand for governments: never a person.
PLACES = word_set(
    "afghanistan africa albania algeria america angola ankara argentina armenia asia athens australia austria "
    "azerbaijan baghdad bahrain baku bangladesh beijing belarus belgium berlin bolivia bosnia brazil britain brussels "
    "budapest bulgaria cairo cambodia cameroon canada canberra chile china colombia copenhagen croatia cuba cyprus "
    "damascus delhi denmark doha ecuador egypt england estonia ethiopia europe finland france gaza germany ghana "
    "greece guatemala haiti hanoi helsinki honduras hungary iceland india indonesia iran iraq ireland islamabad "
    "israel italy jakarta jamaica japan jerusalem jordan kabul kazakhstan kenya khartoum kiev korea kosovo kuwait "
    "kyiv laos latvia lebanon liberia libya lithuania london madrid malaysia mali malta manila mexico minsk moldova "
    "mongolia morocco moscow mozambique myanmar nairobi namibia nepal netherlands nicaragua niger nigeria norway oman "
    "oslo ottawa pakistan palestine panama paraguay paris peru philippines poland portugal pyongyang qatar riga "
    "riyadh romania rome russia rwanda scotland senegal seoul serbia singapore slovakia slovenia somalia spain "
    "stockholm sudan sweden switzerland syria taipei taiwan tallinn tanzania tbilisi tehran thailand tokyo tunisia "
    "turkey turkiye uganda ukraine uruguay uzbekistan venezuela vienna vietnam vilnius wales warsaw washington yemen "
    "yerevan zambia zimbabwe"
)
#: Titles that other words of a title follow: "chief medical officer".
FORE_TITLES = word_set("chief deputy executive expert general head member principal vice")
#: Nouns that stand for whoever was named last by initials: "the agency" for UNHCR.
BODIES = frozenset({"agency", "body", "charity", "group", "organisation", "organization"})
#: Nouns that stand for the one organisation a text is about.
FIRMS = word_set(
    "airline automaker bank brewer carmaker chipmaker company drugmaker firm group insurer lender miner retailer"
)
#: Nouns that end like those for people ("campaigners", "economists") and are none.
NOT_PEOPLE = word_set(
    "answers boosters borders centers chapters computers containers covers degrees doors errors factors fees figures "
    "fires german headquarters human layers letters list matters motors numbers offers orders others papers posters "
    "powers quarters rumors rumours sectors sensors tankers tenders towers trees waters"
)
#: Plural though they do not end in s.
PLURALS = word_set("data media people police staff troops")
#: Adjectives that tell whose a record is: "official figures".
KEPT_BY = word_set("classified court leaked official")
#: Before a group or a record at the beginning of a sentence they are no names.
ADJECTIVES = word_set(
    "additional annual drone early economic exit further historical independent initial internal latest monthly new "
    "official opinion other preliminary previous recent satellite separate several survey weekly"
)
#: Participles without -ed that tell who made or keeps a record: "records kept by the agency".
MADE = word_set("drawn held kept made seen taken written")
#: How a record came to be: "data released by".
RELEASED = word_set("collected compiled conducted gathered issued obtained provided published released")
#: How a source comes to be quoted: "officials cited by".
QUOTERS = word_set("carried cited quoted reported")
