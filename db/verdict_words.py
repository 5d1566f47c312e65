"""How a verdict is shown and what it means, on the screen and on a page."""

#: The shape of each state, so that no state is told by colour alone.
SHAPES = {
    "unreviewed": "○",
    "confirmed": "●",
    "disputed": "◆",
    "misreported": "✕",
    "dismissed": "–",
    "unresolved": "≠",
}

#: What each verdict means, in the order in which one wins over the other.
MEANINGS = (
    ("misreported", "the document strays from its own source. It wins over the others."),
    ("disputed", "faithful to its source, but independent sources differ, or nobody stands behind it."),
    ("confirmed", "faithful and uncontradicted, or settled by evidence."),
    ("dismissed", "not a figure (the extractor was wrong), or not worth checking."),
    ("unresolved", "reviewers differ: until one agrees with the other, or a third decides."),
    ("unreviewed", "no verdict yet."),
)

#: What each reason for a misreport means, by its code.
REASON_MEANINGS = {
    "noun_swapped": "it counts something else than its source does: casualties become killed.",
    "scope_changed": "a part is told as the whole, or the whole as a part.",
    "bound_lost": "“more than” or “up to” was dropped, or put in.",
    "range_collapsed": "a range became one of its ends.",
    "stale": "a newer figure existed when it was published.",
    "tense_changed": "what was planned is told as done, or the reverse.",
    "over_precise": "it is more exact than its source.",
    "miscalculated": "a sum, difference, share or conversion is wrong.",
    "typo": "digits are missing, doubled or swapped, or it is ten times off.",
    "unit_confused": "another unit, or percent where percentage points are meant.",
    "other": "something else, said in the note.",
}
