"""What the desk asks of a review: plain functions, run in the review's own thread; each loads when it is first used."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.jobs import asking as asking
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
    from tui.jobs.finding import Hit, Hits, begin_hits, complete, find_hit, find_rivalled, find_unreviewed
    from tui.jobs.hearing import NOTHING_SAID, Said, said_of
    from tui.jobs.jumping import find_figures, list_documents, place_of_document, place_of_figure
    from tui.jobs.loading import load_panes, load_rest
    from tui.jobs.looking import (
        Again,
        Glance,
        Neighbourhood,
        Sight,
        Surroundings,
        Text,
        beside,
        everything_of,
        find_again,
        glance,
        log_of,
        look,
        relate,
        text_of,
    )
    from tui.jobs.opening import WINDOW, Opening, begin_rest, go_on, open_queue
    from tui.jobs.tagging import matching
    from tui.jobs.writing import Source, add_evidence, links_to_offer, set_note

_WHERE = {
    **dict.fromkeys(("Found", "Place", "add_figure", "correct", "find_missed"), "correcting"),
    **dict.fromkeys(
        (
            "AlikeOutcome",
            "Outcome",
            "TagOutcome",
            "judge",
            "judge_alike",
            "outcome_of",
            "reverse",
            "settle",
            "toggle_tag",
        ),
        "deciding",
    ),
    **dict.fromkeys(("count", "export"), "exporting"),
    **dict.fromkeys(
        ("Hit", "Hits", "begin_hits", "complete", "find_hit", "find_rivalled", "find_unreviewed"), "finding"
    ),
    **dict.fromkeys(("NOTHING_SAID", "Said", "said_of"), "hearing"),
    **dict.fromkeys(("find_figures", "list_documents", "place_of_document", "place_of_figure"), "jumping"),
    **dict.fromkeys(("load_panes", "load_rest"), "loading"),
    **dict.fromkeys(
        (
            "Again",
            "Glance",
            "Neighbourhood",
            "Sight",
            "Surroundings",
            "Text",
            "beside",
            "everything_of",
            "find_again",
            "glance",
            "log_of",
            "look",
            "relate",
            "text_of",
        ),
        "looking",
    ),
    **dict.fromkeys(("WINDOW", "Opening", "begin_rest", "go_on", "open_queue"), "opening"),
    **dict.fromkeys(("matching",), "tagging"),
    **dict.fromkeys(("Source", "add_evidence", "links_to_offer", "set_note"), "writing"),
}

__all__ = [
    "NOTHING_SAID",
    "WINDOW",
    "Again",
    "AlikeOutcome",
    "Found",
    "Glance",
    "Hit",
    "Hits",
    "Neighbourhood",
    "Opening",
    "Outcome",
    "Place",
    "Said",
    "Sight",
    "Source",
    "Surroundings",
    "TagOutcome",
    "Text",
    "add_evidence",
    "add_figure",
    "begin_hits",
    "begin_rest",
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
    "find_rivalled",
    "find_unreviewed",
    "glance",
    "go_on",
    "judge",
    "judge_alike",
    "links_to_offer",
    "list_documents",
    "load_panes",
    "load_rest",
    "log_of",
    "look",
    "matching",
    "open_queue",
    "outcome_of",
    "place_of_document",
    "place_of_figure",
    "relate",
    "reverse",
    "said_of",
    "set_note",
    "settle",
    "text_of",
    "toggle_tag",
]


def __getattr__(name: str) -> object:
    """Load what is asked for by name."""
    from importlib import import_module

    if name == "asking":  # what is done with questions, by itself
        return import_module("tui.jobs.asking")
    if name not in _WHERE:
        raise AttributeError(f"module 'tui.jobs' has no attribute '{name}'")
    return getattr(import_module(f"tui.jobs.{_WHERE[name]}"), name)
