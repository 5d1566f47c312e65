"""Nothing that a question says, its titles, reasons, sources, notes, reaches the terminal raw or breaks the desk."""

from pathlib import Path

import pytest

from db import open_review
from tests.tui.asking import asked_review
from tests.tui.driving import desk, queue, rivals, until
from tests.tui.payloads import ACTING, PAYLOADS
from tests.tui.test_hostile import painted
from tui.app import Desk

HOSTILE = " ".join(payload[:60] for payload in PAYLOADS)

#: Ways through everything that shows a question, from the first figure of one, which has a sign.
WAYS = (
    "w w w j j j j j j j j G g escape",
    "equals_sign w w w g j j j G equals_sign escape",
    "p j j G q",
    "L j k slash [ escape q",
    "ampersand down escape",
    "R escape",
    "A tab tab tab escape",
    "colon [ down down escape",
    "J K right_curly_bracket left_curly_bracket",
    "y u number_sign u",
)


def hostile_question(path: Path) -> Path:
    """Make a review in which all that a question shows is hostile, as another program may have written it."""
    asked_review(path)
    with open_review(path, reviewer="ana") as review:
        uid = review.connection.execute("SELECT uid FROM questions ORDER BY id").fetchone()[0]
        review.answer(uid, low=1, note=HOSTILE.replace("\0", ""))
        with review.connection as connection:
            connection.execute("DROP TRIGGER figures_outdate")
            connection.execute("UPDATE questions SET title = ?, reason = ?", (HOSTILE, HOSTILE))
            connection.execute("UPDATE signs SET why = ?", (HOSTILE,))
            connection.execute("UPDATE outcomes SET note = ?", (HOSTILE,))
            connection.execute(
                "INSERT INTO sums (question_id, total_id, holds, why) SELECT question_id, figure_id, 0, ? FROM signs",
                (HOSTILE,),
            )
            connection.execute("UPDATE documents SET publisher = ?, title = ?", (HOSTILE, HOSTILE))
            connection.execute("UPDATE figures SET attribution = ?, noun = ? || noun", (HOSTILE, HOSTILE))
    return path


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (40, 10)])
async def test_hostile_questions_are_only_shown(tmp_path: Path, size: tuple[int, int]) -> None:
    path = hostile_question(tmp_path / "review.db")
    place = 5
    async with (app := Desk(path, "ana")).run_test(size=size) as pilot:
        await until(pilot, lambda: queue(app).ids and rivals(app).row_id)
        await pilot.press(*"j" * place)
        await until(pilot, lambda: rivals(app).seen is not None and rivals(app).row_id == queue(app).ids[place])
        for way in WAYS:
            for key in way.split():
                await pilot.press(key)
                assert not ACTING.search(painted(app)), (way, key)
            await until(pilot, lambda: app.screen is desk(app))
        assert app.is_running
