"""Reviews to report on: two questions with an answer, evidence of every kind, a correction, a verdict that changed."""

from pathlib import Path

from db import Review, open_review
from db.demo import mark_examples
from db.intake import take_in
from seeds.samples import sample_paths

#: Texts that try to be something else: mark-up, formulas, links, control and invisible characters, and a long one.
HOSTILE = (
    "</script><script>alert(1)</script>",
    "--></style><img src=x onerror=alert(1)>",
    '" onmouseover="alert(1)" x=\'y\'',
    "javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    '=HYPERLINK("https://evil.example","click")',
    "＝1+1",
    "two\nlines | and a pipe",
    "\x00nul \x1b]52;c;aGk=\x07 \x9b2J",
    "\u202eoof\u2069 zero\u200bwidth",
    "שלום world ‏123 مرحبا",
    "👩‍👩‍👧‍👦 🇺🇦 ☂️",
    "lone \udc00 surrogate \ud83d",
    "{{ 7 * 7 }} {% raw %} ${7*7}",
    "&lt;b&gt; &amp; &#60;",
    "long " * 8_000,
)


def told(path: Path) -> Review:
    """Make and open a review of the bundled samples on which two reviewers worked."""
    with open_review(path, reviewer="Ana Reyes", create=True) as review:
        take_in(review, list(sample_paths()))
        mark_examples(review)
        work(review)
    return open_review(path, reviewer="Ben Ode")


def work(review: Review) -> None:
    """Answer the question of the losses, change a verdict, put a value right, give evidence that is no link."""
    from db.comparing import questions

    losses = next(question for question in questions(review) if "losses" in question.title)
    review.answer(losses.uid, low=3800, best=6000, high=6500, note="Killed and wounded together.")
    exceeded = [one for one in losses.members if one.figure.bound == "over" and one.figure.low == 6000]
    for member in exceeded:
        review.decide([member.row_id], "disputed")
        review.decide([member.row_id], "confirmed", note="As the ministry said it.")
    first = exceeded[0].row_id
    review.correct(first, attribution="Defence Intelligence (UK)")
    review.add_evidence(
        first,
        "https://example.org/briefing",
        title="Briefing in Kyiv",
        quote="We count around 4,000.",
        stance="contradicts",
        seen_on="2025-06-20",
        archived_link="https://archive.example/briefing",
    )
    review.add_evidence(first, kind="conversation", title="Call with the press office")
