"""The words that bound a number, as data: what stands before it, after it, and the verbs that govern it."""

from figures.extract.vocabulary import word_set
from figures.model import Bound

#: Phrases directly before the number (an article or "some" may stand between).
BEFORE: dict[str, Bound] = {
    "more than": "over", "over": "over", "above": "over", "exceeding": "over", "in excess of": "over",
    "upwards of": "over", "upward of": "over", "north of": "over", "beyond": "over", "greater than": "over",
    "higher than": "over", "larger than": "over", "better than": "over", "topping": "over", "surpassing": "over",
    "topped": "over", "surpassed": "over", "exceeded": "over", "exceeds": "over", "exceed": "over", "breached": "over",
    "breach": "over", "breaches": "over", "surpasses": "over", "surpass": "over", "tops": "over",
    "top": "over", "pass": "over", "passes": "over",
    "breaching": "over", "crossed": "over", "crosses": "over", "crossing": "over", "well past": "over", "past": "over",
    "passed": "over", "outnumbered": "over", "longer than": "over", "older than": "over", "taller than": "over",
    "further than": "over", "farther than": "over", ">": "over",
    "at least": "at_least", "no fewer than": "at_least", "no less than": "at_least", "not less than": "at_least",
    "not fewer than": "at_least", "a minimum of": "at_least", "minimum of": "at_least", "minimum": "at_least",
    "as low as": "at_least",
    "as few as": "at_least", "as little as": "at_least", "starting at": "at_least", "starting from": "at_least",
    "starts at": "at_least", "upwards from": "at_least", "≥": "at_least",
    "less than": "under", "fewer than": "under", "under": "under", "below": "under", "lower than": "under",
    "smaller than": "under", "south of": "under", "short of": "under", "shy of": "under", "sub": "under",
    "inside": "under", "shorter than": "under", "younger than": "under", "cheaper than": "under", "<": "under",
    "up to": "up_to", "as many as": "up_to", "as much as": "up_to", "as high as": "up_to", "no more than": "up_to",
    "not more than": "up_to", "at most": "up_to", "a maximum of": "up_to", "maximum of": "up_to", "maximum": "up_to",
    "within": "up_to", "upto": "up_to", "no greater than": "up_to", "no higher than": "up_to", "a ceiling of": "up_to",
    "capped at": "up_to", "not exceeding": "up_to", "no longer than": "up_to", "≤": "up_to",
    "not exceed": "up_to", 
    "about": "approx", "around": "approx", "roughly": "approx", "approximately": "approx", "approx": "approx",
    "approx.": "approx", "nearly": "approx", "almost": "approx", "some": "approx", "circa": "approx", "ca.": "approx",
    "c.": "approx", "close to": "approx", "near": "approx", "nearing": "approx", "approaching": "approx",
    "approached": "approx", "nears": "approx", "neared": "approx",
    "in the region of": "approx", "on the order of": "approx", "of the order of": "approx",
    "in the neighborhood of": "approx", "in the neighbourhood of": "approx", "just about": "approx", "nearer": "approx",
    "virtually": "approx", "barely": "approx", "practically": "approx",
    "somewhere around": "approx", "just shy of": "under",
    "just short of": "under", "perhaps": "approx", "maybe": "approx", "~": "approx",
    "≈": "approx", "more like": "approx", "closer to": "approx", 
    "nearly about": "approx", "an estimated": "approx", "the estimated": "approx",
    "well below": "under", "well above": "over", "nearly as many as": "up_to",
}  # fmt: skip

#: Before a length of time these say "during" ("over five weeks"), unless one of LASTING stands before them.
DURING = frozenset({"over", "past", "beyond"})
LASTING = word_set(
    """
    for just well lasted lasting lasts last took taken takes take spent after slightly little is was were be by
    """
)

#: With one of these "taken" is what lasts: "it has taken over two weeks".
HAVING = word_set("has have had having 've")

#: These bound only what is measured ("within six weeks"; "within 12 villages" says where).
MEASURED = frozenset({"within", "inside", "past"})

#: Behind these "past" bounds a count, too: "the toll climbed past 300".
CLIMBING = word_set(
    """
    climb climbs climbed climbing rise rises rose risen rising surge surges surged surging soar soars soared soaring
    jump jumps jumped grow grows grew grown creep creeps crept edge edges edged go goes went gone push pushes pushed
    move moves moved swell swells swelled well
    """
)

#: After these words a preposition is only that: "control over 14 villages", "concerns about 12 cases".
GOVERNING = {
    "over": word_set(
        """
        control win victory wins victories triumph dispute disputes concern concerns debate row clash clashes rule power
        authority sovereignty war battle argument fight trial anger protest protests rally flew fly flying lead handed
        hand hands handing turned turning turns
        """
    ),
    "about": word_set(
        """
        concern concerns worried worry talk talks talked talking question questions information details complaints ask
        asked know knew think thought book film story stories statement how what
        """
    ),
    "around": word_set(
        """
        revolve revolved built centred centered wrapped travelled traveled walked gathered
        """
    ),
    "under": word_set(
        """
        came come falls fall fell buried trapped charged arrested held indicted listed filed
        """
    ),
}

#: Words between a bound and its number that change nothing.
BETWEEN = word_set("a an the just only some about around another total of as")

#: Words before a bound that belong to its wording.
INTENSIFIERS = word_set("just well slightly far little only already somewhat significantly very")

#: Phrases directly after the number, or after the noun it counts.
AFTER: dict[str, Bound] = {
    "or more": "at_least", "or higher": "at_least", "or above": "at_least", "or over": "at_least",
    "or greater": "at_least", "or older": "at_least", "or better": "at_least", "or longer": "at_least",
    "and above": "at_least", "and over": "at_least", "and up": "at_least", "and older": "at_least",
    "plus": "at_least", "-plus": "at_least", "+": "at_least", "at least": "at_least", "at the least": "at_least",
    "at a minimum": "at_least", "minimum": "at_least",
    "or less": "up_to", "or fewer": "up_to", "or lower": "up_to", "or below": "up_to", "or under": "up_to",
    "or younger": "up_to", "at most": "up_to", "at the most": "up_to", "maximum": "up_to", "tops": "up_to",
    "and under": "up_to", "at best": "up_to",
    "or so": "approx", "-odd": "approx", "odd": "approx", "-ish": "approx", "ish": "approx",
    "or thereabouts": "approx", "give or take": "approx", "-some": "approx",
}  # fmt: skip
#: Words that say the number comes on top of another; they are flags, not part of what is counted.
INCREMENTS = frozenset({"another", "additional", "further", "extra", "more"})
