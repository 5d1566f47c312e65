"""What the desk asks of a review: plain functions, run in the review's own thread."""

from tui.jobs.deciding import Outcome, add_evidence, judge, outcome_of, reverse, set_note
from tui.jobs.finding import find_unreviewed
from tui.jobs.opening import WINDOW, Opening, Sight, look, open_queue

__all__ = [
    "WINDOW",
    "Opening",
    "Outcome",
    "Sight",
    "add_evidence",
    "find_unreviewed",
    "judge",
    "look",
    "open_queue",
    "outcome_of",
    "reverse",
    "set_note",
]
