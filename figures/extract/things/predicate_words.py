"""Words that make up predicates, as data."""

from figures.extract.vocabulary import word_set

#: Irregular participles and adjectives that say what happened to what is counted.
PARTICIPLES = word_set(
    """
    killed wounded injured dead missing hurt sent lost shot taken built sold bought held found driven given made put
    set left slain fallen stolen broken cut hit born drowned gone shut spent won paid raised freed burnt burned torn
    thrown written homeless stranded trapped
    """
)
#: Simple verbs that say it of their own subject.
SIMPLE = word_set(
    """
    died fled drowned perished surrendered voted marched gathered attended returned arrived crossed
    """
)
#: Between a noun and its participle.
PASSIVES = word_set(
    """
    is are was were be been being has have had having to would will could may might can should must also already now
    since still then not later so far
    """
)
#: Verbs of report in the passive hide the predicate: "are reported to have been killed".
REPORTED = word_set(
    """
    reported reportedly believed thought estimated said known expected feared understood considered confirmed
    presumed assumed alleged listed
    """
)
#: Participles that are no predicate of the noun before them.
NO_PARTICIPLES = word_set(
    """
    based related called named aged compared need speed indeed united armed red hundred bed shed seed feed deed weed
    embed breed exceed proceed succeed exceeded reached totaled totalled numbered estimated reported believed said
    expected combined limited unprecedented according
    """
)
#: Words between a noun and its predicate.
SKIPPED = frozenset(["more", "people", "were,", "was", "who"])
#: Between a verb and its number.
BETWEEN = word_set(
    """
    the a an another some its their his her about around to of up than more least at as many all
    """
)
#: Verbs that take the counted things as their object, in their plain forms.
BARE = {
    **{form: "sent" for form in ("send", "sends", "sent", "sending", "dispatch", "dispatched", "dispatches")},
    **{form: "deployed" for form in ("deploy", "deploys", "deployed", "deploying")},
    **{form: "killed" for form in ("kill", "kills", "killed", "killing", "slain", "slew")},
    **{form: "injured" for form in ("injure", "injures", "injured", "injuring", "hurt", "hurting")},
    **{form: "wounded" for form in ("wound", "wounds", "wounded", "wounding")},
    **{form: "lost" for form in ("lose", "loses", "lost", "losing")},
    **{form: "displaced" for form in ("displace", "displaces", "displaced", "displacing")},
    **{form: "arrested" for form in ("arrest", "arrests", "arrested", "arresting", "detain", "detained", "detaining")},
    **{form: "captured" for form in ("capture", "captures", "captured", "capturing", "seize", "seized", "seizing")},
    **{form: "destroyed" for form in ("destroy", "destroys", "destroyed", "destroying")},
    **{form: "bought" for form in ("buy", "buys", "bought", "buying", "purchase", "purchased")},
    **{form: "sold" for form in ("sell", "sells", "sold", "selling")},
    **{form: "built" for form in ("build", "builds", "built", "building")},
    **{form: "left" for form in ("leave", "leaves", "leaving")},
    **{form: "mobilized" for form in ("mobilize", "mobilizes", "mobilized", "mobilise", "mobilised")},
    **{form: "launched" for form in ("launch", "launches", "launched", "launching", "fire", "fired", "firing")},
    **{form: "paid" for form in ("pay", "pays", "paid", "paying", "spend", "spends", "spent", "spending")},
    **{form: "seeks" for form in ("seek", "seeks", "sought", "seeking")},
    **{form: "created" for form in ("create", "creates", "created", "creating")},
    **{form: "cut" for form in ("cut", "cuts", "cutting", "shed", "axe", "axes", "axed")},
    **{form: "evacuated" for form in ("evacuate", "evacuates", "evacuated", "evacuating")},
    **{form: "approved" for form in ("approve", "approves", "approved", "approving")},
    **{form: "rescued" for form in ("rescue", "rescues", "rescued", "rescuing", "free", "freed")},
}
#: Nouns that name what happens to the things behind "of".
NOMINAL = {
    "deployment": "deployed", "dispatch": "sent", "death": "killed", "deaths": "killed", "killing": "killed",
    "loss": "lost", "arrest": "arrested", "arrests": "arrested", "destruction": "destroyed", "purchase": "bought",
    "sale": "sold", "displacement": "displaced", "evacuation": "evacuated", "release": "released",
    "capture": "captured", "construction": "built", "mobilization": "mobilized", "mobilisation": "mobilized",
}  # fmt: skip
#: Words in -ing and -ed before a number that are no verbs of it.
NO_VERBS = word_set(
    """
    during including according following nothing something anything everything morning evening being having
    exceeding topping surpassing nearing approaching excluding regarding concerning averaging totaling totalling
    estimated exceeded reached topped surpassed breached passed crossed beijing sterling recording reporting
    registering logging documenting confirming announcing estimating showing citing adding
    """
)
