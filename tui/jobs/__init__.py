"""What the desk asks of a review: plain functions, run in the review's own thread."""

from tui.jobs.correcting import Found, Place, add_figure, correct, find_missed
from tui.jobs.deciding import (
    AlikeOutcome,
    Outcome,
    TagOutcome,
    judge,
    judge_alike,
    outcome_of,
    reverse,
    settle,
    toggle_tag,
)
from tui.jobs.exporting import count, export
from tui.jobs.finding import Hit, Hits, begin_hits, find_hit, find_unreviewed
from tui.jobs.hearing import NOTHING_SAID, Said, said_of
from tui.jobs.jumping import find_figures, list_documents, place_of_document, place_of_figure
from tui.jobs.looking import Again, beside, everything_of, find_again, log_of
from tui.jobs.opening import WINDOW, Glance, Opening, Sight, complete, glance, go_on, look, open_queue
from tui.jobs.tagging import matching
from tui.jobs.writing import Source, add_evidence, links_to_offer, set_note

__all__ = [
    "NOTHING_SAID",
    "WINDOW",
    "Again",
    "AlikeOutcome",
    "Found",
    "Glance",
    "Hit",
    "Hits",
    "Opening",
    "Outcome",
    "Place",
    "Said",
    "Sight",
    "Source",
    "TagOutcome",
    "add_evidence",
    "add_figure",
    "begin_hits",
    "beside",
    "complete",
    "correct",
    "count",
    "everything_of",
    "export",
    "find_again",
    "find_figures",
    "find_hit",
    "find_missed",
    "find_unreviewed",
    "glance",
    "go_on",
    "judge",
    "judge_alike",
    "links_to_offer",
    "list_documents",
    "log_of",
    "look",
    "matching",
    "open_queue",
    "outcome_of",
    "place_of_document",
    "place_of_figure",
    "reverse",
    "said_of",
    "set_note",
    "settle",
    "toggle_tag",
]
