"""Questions as lines of a list, for the screens on which one is looked for or chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from tui.cells import fit
from tui.question_words import answered
from tui.relation_words import RELATION_SHAPES, SIGN_SHAPE
from tui.safe import one_line
from tui.words import number_of

if TYPE_CHECKING:
    from db.comparing.listing import QuestionRow

#: Cells of the state and the answer; from so many cells on there is the answer.
_STATE, _ANSWER, _ANSWERED = 9, 26, 96
#: The names of the columns of numbers, each as wide as its name and a space: what is in conflict, and signs, last.
_HEADS = ("figures", "origins", f"  {RELATION_SHAPES['conflict']}", f"  {SIGN_SHAPE}")


def heading(width: int) -> Content:
    """Give the names of the columns for lines of `width` cells."""
    heads = "".join(f" {head}" for head in _HEADS)
    answer = f"  {'answer'.ljust(_ANSWER)}" if width >= _ANSWERED else ""
    return Content.styled(f" {fit('question', _title(width))}{heads}  {'state'.ljust(_STATE)}{answer}", "$faint")


def line_of(row: QuestionRow, width: int) -> Content:
    """Give a question as a line of `width` cells; what a comparison would tell is a dash where it changed since."""
    numbers = [(f"{row.figures:,}", ""), (_number(row.origins), "")]
    numbers.append((_number(row.conflicting), "bold $text-error" if row.conflicting else "$faint"))
    numbers.append((_number(row.signs), "bold $text-warning" if row.signs else "$faint"))
    parts = [Content(fit(row.title, _title(width))).stylize("bold" if row.state == "set" else "")]
    columns = zip(_HEADS, numbers, strict=True)
    parts += [Content.styled(f"{number:>{len(head) + 1}}", style) for head, (number, style) in columns]
    parts.append(Content.styled(f"  {row.state.ljust(_STATE)}", "" if row.state == "set" else "$faint"))
    if width >= _ANSWERED:
        said = answered(row.answer) if row.answer else ""
        parts.append(Content.styled(f"  {fit(said, _ANSWER)}", "$text-accent"))
    return Content("").join(parts)


def short_line(row: QuestionRow) -> Content:
    """Give a question in one line of no fixed width: its title, and how many figures it has."""
    said = f" · {number_of(row.figures, 'mention')}"
    said += f", {number_of(row.origins, 'origin')}" if row.origins is not None else ""
    said += f" · {row.conflicting:,} in conflict" if row.conflicting else ""
    return Content.assemble(one_line(row.title, "bold"), (f"{said} · {row.state}", "$faint"))


def _number(count: int | None) -> str:
    return "–" if count is None else f"{count:,}" if count else "·"


def _title(width: int) -> int:
    answer = _ANSWER + 2 if width >= _ANSWERED else 0
    return max(8, width - 1 - sum(len(head) + 1 for head in _HEADS) - _STATE - 2 - answer - 1)
