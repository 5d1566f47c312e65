"""Questions of the review: figures compared, and what was found; each name loads when it is first used."""

from typing import TYPE_CHECKING

from seeds.lazy import loading

if TYPE_CHECKING:
    from db.comparing.asking import question, question_lines, questions, rivals_of
    from db.comparing.comparing import compare_added, compare_all
    from db.comparing.heads import signs_of
    from db.comparing.model import Answer, Member, Outcome, QuestionLine, QuestionView

_WHERE = {
    **dict.fromkeys(("question", "question_lines", "questions", "rivals_of"), "asking"),
    **dict.fromkeys(("compare_added", "compare_all"), "comparing"),
    "signs_of": "heads",
    **dict.fromkeys(("Answer", "Member", "Outcome", "QuestionLine", "QuestionView"), "model"),
}

__all__ = [
    "Answer",
    "Member",
    "Outcome",
    "QuestionLine",
    "QuestionView",
    "compare_added",
    "compare_all",
    "question",
    "question_lines",
    "questions",
    "rivals_of",
    "signs_of",
]

__getattr__ = loading("db.comparing", _WHERE)
