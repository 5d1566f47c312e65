"""Intake: inputs are read, their figures extracted and stored, document by document."""

import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from db.destination import Destination
from db.model import IntakeReport
from db.review import Review, open_review
from db.taking_in import Intake, Manner, OnProgress

if TYPE_CHECKING:
    from db.crew.model import Crew
    from seeds.inputs import Inputs
    from seeds.links import LinkList
    from seeds.web import WebOptions


def take_in(
    review: Review,
    inputs: "Iterable[str | Path | LinkList]",
    *,
    stdin: BinaryIO | None = None,
    on_progress: OnProgress | None = None,
    counted: bool = False,
    update: bool = False,
    as_new: bool = False,
    retry_failed: bool = False,
    crew: "Crew | None" = None,
    web: "WebOptions | None" = None,
    fields: Mapping[str, str] | None = None,
) -> IntakeReport:
    """Read inputs, extract their figures and store them, a few documents at a time.

    An input that fails is in the report, and kept in the review; the rest goes on. Pages of a list or feed that the
    review has are not fetched again, unless another text of them is asked for. "-" is `stdin`, by default the
    standard input. An edited text of a document that is there is its new version with `update`, a document of its own
    with `as_new`, else it is left out. With `retry_failed` inputs that failed before are tried again. With a `crew`
    long inputs are read and extracted by it, and stored as they would be without. Inputs are `counted` beforehand
    where `on_progress` is to be told of how many. `web` tells how addresses are fetched,
    `fields` are the names that files of many articles give to what a document has.
    After ctrl+c the report tells what was stored until then, which stays.
    Raises ReviewError only where the review itself cannot be read or written, or the crew is gone; what was stored
    before stays.
    """
    manner = Manner(update, as_new, retry_failed, counted)
    intake = Intake(Destination(review.path, review.reviewer, review), on_progress, manner)
    return intake.run(_given(inputs, stdin, web, fields, intake), crew)


def add_to_file(
    path: str | Path,
    inputs: "Iterable[str | Path | LinkList]",
    *,
    reviewer: str,
    stdin: BinaryIO | None = None,
    on_progress: OnProgress | None = None,
    counted: bool = False,
    update: bool = False,
    as_new: bool = False,
    retry_failed: bool = False,
    crew: "Crew | None" = None,
    web: "WebOptions | None" = None,
    fields: Mapping[str, str] | None = None,
) -> IntakeReport:
    """Take inputs into the review file at path, which is made with the first readable document if there is none.

    No file is left behind where nothing could be taken in. Raises ReviewError as open_review and take_in do.
    """
    path = Path(path)
    manner = Manner(update, as_new, retry_failed, counted)
    if path.exists() or path.is_symlink():
        with open_review(path, reviewer=reviewer) as review:
            intake = Intake(Destination(path, reviewer, review), on_progress, manner)
            return intake.run(_given(inputs, stdin, web, fields, intake), crew)
    destination = Destination(path, reviewer, None)
    try:
        intake = Intake(destination, on_progress, manner)
        return intake.run(_given(inputs, stdin, web, fields, intake), crew)
    finally:
        destination.close()


def _given(
    inputs: "Iterable[str | Path | LinkList]",
    stdin: BinaryIO | None,
    web: "WebOptions | None",
    fields: Mapping[str, str] | None,
    intake: "Intake",
) -> "Inputs":
    from seeds.inputs import Inputs

    return Inputs(inputs, stdin or getattr(sys.stdin, "buffer", None), web, fields, intake.holds)
