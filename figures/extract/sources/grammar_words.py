"""Function words and dates of English, as the search for sources uses them, as data."""

from figures.extract.vocabulary import word_set

#: Stand between subject and verb.
AUXILIARIES = word_set(
    "'d 've again all already also both could did do does duly earlier even further had has have herself himself "
    "itself just later may might must now once only previously recently repeatedly should since still themselves then "
    "thus today will would yesterday"
)
BE = word_set("'re 's are aren't be been being get gets got is isn't was wasn't were weren't")
NEGATIONS = word_set(
    "can't cannot couldn't didn't doesn't don't hadn't hasn't haven't neither never no nor not to without won't "
    "wouldn't"
)
DETERMINERS = word_set("a an another both her his its my one our that the their these this those your")
#: May stand inside the name of a source.
LINKS = word_set("at by for from in of")
#: A phrase that begins so is not the subject.
PREPOSITIONS = word_set(
    "about across after against amid among before beside besides between concerning despite during following "
    "including into like near on over per regarding since than through throughout till to under until upon via with "
    "within without"
)
#: End a noun phrase, whichever way it is read.
BREAKS = word_set(
    "although and are as be because been being but can could did do does had has have he here how i if is it least may "
    "might must nor not once or she should so that there they though unless was we were what when where whether which "
    "while who whom whose why will would yet you"
)
SUBORDINATORS = word_set("after although as because before despite if once since though until when whereas while")
PRONOUNS = word_set("he i it she they we")
DATE_WORDS = word_set(
    "afternoon ago apr april aug august day dec december evening feb february fri friday jan january jul july jun "
    "june mar march may mon monday month morning night nov november oct october overnight sat saturday sep sept "
    "september sun sunday thu thur thurs thursday today tomorrow tonight tue tues tuesday wed wednesday week weekend "
    "year yesterday"
)
#: Small words of personal and place names.
PARTICLES = word_set("& al and bin da das de del den der di dos du e el for ibn la le of ten ter the ud ul van von y")
#: An apposition or aside begins so: "X, director of", "X, who", "X, speaking".
ASIDES = word_set(
    "a after also an at both citing currently during for former from her herself himself his in its jr md now of on "
    "one part phd previously professor quoting speaking sr the their then then-president when where which who whom "
    "whose with"
)
#: Before a date: "on", "late last", "since the".
DATE_LEADS = word_set("at earlier early in last late mid next of on past since that the this")
#: Dates whatever stands before them; "March" or "May" needs more.
SURE_DATES = word_set("friday monday overnight saturday sunday thursday today tonight tuesday wednesday yesterday")
#: End in -ly and are no adverbs.
NOT_ADVERBS = word_set("ally anomaly assembly daily family italy july monopoly monthly reply weekly")
RELATIVES = word_set("that which who whom whose")
JOINTS = word_set("and but or then")
#: Function words that are also names.
ALSO_NAMES = word_set("can do may so will")
#: "Two people familiar with the matter" are a source, "people" are not.
FEW = word_set("five four several six three two")
#: Adverbs and joints that begin a sentence before its subject.
LEAD_INS = word_set("also and but earlier however instead later meanwhile moreover overall separately still yet")
#: A participle after these belongs to the subject of its sentence: "by saying".
PARTICIPLE_LEADS = word_set("after before by for from in of when while without")
#: Capitalised only where they begin a sentence: "Four boats sank", "Last year", "She".
NEVER_NAMES = PRONOUNS | word_set(
    "one two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty sixty seventy eighty "
    "ninety dozens hundreds thousands first second third last next half about around nearly almost some more only "
    "several three-quarters two-thirds"
)
#: Places whose names stand behind them: "the capital, Oslo, said".
PLACE_NOUNS = word_set("capital city country county district island port province region state suburb town village")
#: Words before a surname that are no forenames, besides all others known.
NO_FORENAMES = word_set("asked said says when")
