"""Nothing that an article, a title, a name, a note or a link says reaches the terminal raw, or breaks the desk."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from textual.widget import Widget

from db import open_review
from seeds.document import stored_text
from tests.factories import make_document, make_figure
from tests.tui.driving import article, desk, details, opened, queue, shown, until
from tests.tui.payloads import ACTING, PAYLOADS
from tests.tui.terminal import desk as desk_in_terminal
from tui.app import Desk


def hostile_review(path: Path, payloads: Sequence[str]) -> Path:
    """Make a review with a document for each payload, in which every foreign text holds it."""
    with open_review(path, reviewer="ana", create=True) as review:
        for number, payload in enumerate(payloads):
            document = make_document(
                stored_text(f"{payload}\nAbout {payload} 6,000 {payload} homes ({number}).\n{payload}"),
                name=f"{payload[:50]}.txt",
                title=payload,
                publisher=payload,
                author=payload,
                url=f"https://example.org/{number}/{payload[:1000]}",
                published=payload[:30],
            )
            fields = ("noun", "predicate", "place", "modifier", "attribution", "hedge", "as_of")
            review.add(document, [make_figure(document, "6,000", 6000, **dict.fromkeys(fields, payload))])
            review.set_note(review.queue()[number], payload[:5000])
    return path


def painted(app: Desk) -> str:
    """Give every character that the widgets of the present screen paint, as it goes to the terminal."""
    texts = []
    for widget in app.screen.walk_children(Widget):
        for strip in widget.render_lines(widget.size.region):
            for line_filter in app.get_line_filters():
                strip = strip.apply_filter(line_filter, widget.background_colors[1])
            texts.append(strip.text)
    return "".join(texts)


async def test_hostile_articles_are_only_shown(tmp_path: Path) -> None:
    path = hostile_review(tmp_path / "review.db", PAYLOADS)
    async with (app := Desk(path, "ana")).run_test(size=(120, 40)) as pilot:
        await opened(pilot)

        def is_shown(row_id: int) -> bool:
            page = article(app).page
            return details(app).row_id == row_id and page is not None and page.current == row_id

        for number, payload in enumerate(PAYLOADS):
            row_id = queue(app).ids[number]
            await until(pilot, partial(is_shown, row_id))
            assert not ACTING.search(painted(app)), f"{payload[:40]!r}"
            assert "6,000" in shown(app)
            await pilot.press("j")
        assert app.is_running


async def test_hostile_words_in_dialogs_are_only_shown(tmp_path: Path) -> None:
    path = hostile_review(tmp_path / "review.db", [" ".join(payload[:40] for payload in PAYLOADS)])
    async with (app := Desk(path, "ana")).run_test(size=(120, 40)) as pilot:
        await opened(pilot)
        for keys in ("m escape", "x escape", "n escape", "s ctrl+o escape", "question_mark q", "c u"):
            for key in keys.split():
                await pilot.press(key)
                assert not ACTING.search(painted(app)), keys
        await until(pilot, lambda: app.screen is desk(app))


def test_no_payload_reaches_a_real_terminal(tmp_path: Path) -> None:
    path = hostile_review(tmp_path / "review.db", [" ".join(payload[:60] for payload in PAYLOADS)])
    with desk_in_terminal(path, columns=160, lines=50) as terminal:
        terminal.wait_for("1 of 1 figures left", "written")
        terminal.type("n")
        terminal.wait_for("Note on")
        terminal.type("\x1b")
        terminal.wait_gone("Note on")
        terminal.type("s\x0f")
        terminal.wait_for("Source link")
        terminal.type("\x1b")
        terminal.wait_gone("Source link")
        terminal.type("cq")
        assert terminal.wait_end() == 0
        sent = terminal.raw.replace(b"\x1b]22;default\x07", b"")  # Textual's own: the shape of the mouse pointer
        for needle in (b"\x1b]52", b"\x1b]0;owned", b"\x1b[2J\x1b[H", "\x9b2J".encode(), "\u202e".encode(), b"\x07"):
            assert needle not in sent
