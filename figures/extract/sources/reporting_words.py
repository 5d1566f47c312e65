"""The words by which English news tells who says something, as data.

The classes of verbs say what a clause needs before its subject is taken for a source:
say (any subject that can speak), report (a subject that can answer for a number), that (a clause or a quotation must
follow), put ("put the toll at"), record (institutions, which count as they report), show (data with an owner),
plan (what one says of one's own intentions), quote (only with quoted words).
"""

from figures.extract.vocabulary import word_set

#: Form of a verb: its class. Base forms are listed where a plural subject takes them ("officials say").
VERBS: dict[str, str] = {
    form: kind
    for kind, forms in {
        "say": "said says say saying told tells tell telling stated stating",
        "report": (
            "reported reports report reporting announced announces announce announcing claimed claims claim claiming "
            "confirmed confirms confirm confirming estimated estimates estimate estimating warned warns warn warning "
            "disclosed discloses disclose disclosing revealed reveals reveal revealing acknowledged acknowledges "
            "acknowledge acknowledging admitted admits admit admitting alleged alleges allege alleging assessed "
            "assesses calculated calculates calculate calculating declared declares declare declaring cautioned "
            "cautions predicted predicts predict predicting projected projects project projecting forecast forecasts "
            "forecasting expected expects expect expecting anticipated anticipates anticipate informed informs "
            "notified testified testifies pointed conceded concedes reckoned reckons reckon guided briefed "
            "boasted boasts pointing spoke speaks spoken accused accuses accuse accusing"
        ),
        "that": (
            "added adds add adding noted notes note noting found finds find finding observed observes observing "
            "suggested suggests suggest suggesting indicated indicates indicate indicating concluded concludes "
            "conclude concluding stressed stresses stressing emphasized emphasised emphasizing emphasising "
            "believes believe believed argued argues argue arguing maintains maintained insisted insists insist "
            "insisting explained explains explaining recalled recalls reiterated reiterates reiterating "
            "highlighted highlights mentioned mentions asserted asserts asserting contended contends thinks think "
            "signaled signalled complained learned underlined underscored understands understand tweeted posted "
            "wrote writes writing assured remarked clarified specified specifies ruled determined showed shown "
            "responded"
        ),
        "put": "costed costs put puts putting placed places placing pegged pegs pegging valued values valuing set",
        "record": (
            "recorded records recording registered registers counted counts counting tallied tallies documented "
            "documents detected logged verified verifies identified measured tracked"
        ),
        "show": "show shows showing",
        "plan": (
            "seeks seek sought seeking requested requests request requesting demanded demands demand demanding plans "
            "plan planned planning intends intend intended aims aim aimed wants want wanted hopes hope hoped pledged "
            "pledges pledge pledging vowed vows vow vowing promised promises promise proposed proposes proposing "
            "targets targeting threatened threatens appealed appeals appealing"
        ),
        "quote": (
            "asked asks replied replies answered joked jokes continued continues laughed shouted cried "
            "countered quipped tweets posts lamented commented reads read summed agreed urged began called"
        ),
    }.items()
    for form in forms.split()
}

#: Forms that are also nouns: taken for a verb only after a plain subject and before its object.
ALSO_NOUNS = word_set(
    "aim aims appeals cautions claim claims conclude counts demand demands documents estimate estimates finding "
    "findings finds forecast forecasts hope hopes note notes places plan planning plans pledge pledges posts "
    "project projects promise promises read reads records report reporting reports request requests reveal set show "
    "shows targets tweets values vow vows warning writing"
)
#: After a noun of the same form as a verb.
AFTER_NOUNS = word_set(
    "and are as be been by compiled for found from had has have in indicate indicated indicates is of or published "
    "put puts released reveal revealed said say says show showed shows suggest suggested suggests was were which who"
)
#: Verbs of class "that" with other everyday meanings ("added 300 jobs"): the word "that" or quoted words must follow.
NEED_THAT = word_set(
    "add added adding adds complained determined find finding finds found highlighted highlights learned maintained "
    "maintains mentioned mentions note noted notes observed observes posted posts recalled recalls responded ruled "
    "set show showed showing shown shows tweeted writes wrote"
)
#: Infinitive after a verb of planning, or nothing: "plans to", but "seeks $3bn".
NEED_TO = word_set(
    "aim aimed aims hope hoped hopes intend intended intends plan planned planning plans threatened threatens want "
    "wanted wants"
)

#: What is said, as a noun with an owner: "the ministry's estimate that", "her claim of".
SAYINGS = word_set(
    "acknowledgement acknowledgment admission allegation allegations announcement assertion assessment calculation "
    "calculations claim claims confirmation count data declaration disclosure estimate estimates figure figures "
    "forecast forecasts guidance prediction predictions projection projections remarks report reports revelation "
    "statement statistics suggestion tally testimony warning warnings"
)
#: What one expects gives way to who says so: "she said the company expects".
EXPECTING = word_set("anticipate anticipated anticipates expect expected expecting expects")
#: "The 3% analysts had forecast": the number stands before the clause.
LOOKED_FOR = word_set("anticipated estimated expected forecast predicted projected")
#: Of these one can say how many: "an estimate of 300".
SAID_OF = word_set(
    "calculation claim claims count estimate estimates forecast forecasts guidance prediction predictions projection "
    "projections report reports tally"
)
#: Said by nobody in particular: "reports that".
HEARSAY = word_set("allegations claims report reports warnings")
