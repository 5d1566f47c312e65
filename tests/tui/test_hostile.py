"""Nothing that an article, a title, a name, a note or a link says reaches the terminal raw, or breaks the desk."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from textual import events
from textual.widget import Widget

from db import open_review
from seeds.document import stored_text
from tests.factories import make_document, make_figure
from tests.tui.driving import article, desk, details, opened, queue, shown, until
from tests.tui.payloads import ACTING, PAYLOADS
from tests.tui.terminal import desk as desk_in_terminal
from tui.app import Desk, Figcheck


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


def painted(app: Figcheck[Any]) -> str:
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


#: Every dialog of the desk with the keys that open and leave it, and what is typed in between.
WAYS = (
    "m escape",
    "x escape",
    "n escape",
    "s ctrl+o escape",
    "o j k escape",
    "E ctrl+t ctrl+a escape",
    "S j G q",
    "f escape",
    "slash escape",
    "e escape",
    "a escape",
    "ctrl+t escape",
    "question_mark slash b escape q",
    "colon b escape",
    "colon 6 , 0 0 0 down down escape",
    "w w w enter q",
    "Z Z z z z t v T",
    "Y c u",
)


@pytest.mark.parametrize("size", [(120, 40), (40, 10)])
async def test_hostile_words_in_dialogs_are_only_shown(tmp_path: Path, size: tuple[int, int]) -> None:
    path = hostile_review(tmp_path / "[b][@click=app.quit].db", [" ".join(payload[:40] for payload in PAYLOADS)])
    reviewer = "[/b][@click=app.quit]"
    with open_review(path, reviewer=reviewer) as review:
        row_id = review.queue()[0]
        review.tag([row_id], "[/] $text-error [@click=app.quit]")
        review.add_evidence(row_id, "https://example.org/[/b]", title="\x1b]0;owned\x07 [/b]", quote="\u202e[/]")
        review.decide([row_id], "disputed")
        review.correct(row_id, noun="[/b] [@click=app.quit] houses")
    async with (app := Desk(path, reviewer)).run_test(size=size) as pilot:
        await until(pilot, lambda: queue(app).ids and details(app).row_id)
        for way in WAYS:
            for key in way.split():
                await pilot.press(key)
                assert not ACTING.search(painted(app)), (way, key)
            await until(pilot, lambda: app.screen is desk(app))
        assert app.is_running
        assert not ACTING.search(app.clipboard.replace("\n", ""))


@pytest.mark.parametrize("payload", [payload for payload in PAYLOADS if len(payload) < 1000])
async def test_hostile_text_typed_into_every_field_is_only_shown(
    review_path: Path, payload: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(review_path.parent)
    async with (app := Desk(review_path, "ana")).run_test(size=(120, 40)) as pilot:
        await opened(pilot)
        for opening, closing in (
            ("n", "ctrl+s"),
            ("s", "enter"),
            ("slash", "enter"),
            ("ctrl+t", "enter"),
            ("colon", "enter"),
            ("E", "enter"),
            ("f", "enter"),
        ):
            await pilot.press(opening)
            await until(pilot, lambda: app.screen is not desk(app) and app.focused is not None)
            app.post_message(events.Paste(payload))
            await pilot.pause()
            assert not ACTING.search(painted(app)), opening
            await pilot.press(closing)
            await pilot.pause()
            assert not ACTING.search(painted(app)), (opening, closing)
            while app.screen is not desk(app):
                await pilot.press("escape")
                await pilot.pause()
        assert app.is_running


def test_no_payload_reaches_a_real_terminal(tmp_path: Path) -> None:
    path = hostile_review(tmp_path / "review.db", [" ".join(payload[:60] for payload in PAYLOADS)])
    with open_review(path, reviewer="ana") as review:
        review.add_evidence(review.queue()[0], "https://example.org/[/b]", title="\x1b]0;owned\x07")
    with desk_in_terminal(path, columns=160, lines=50, SSH_TTY="/dev/pts/0") as terminal:
        terminal.wait_for("1 of 1 figures left", "unreviewed")
        for keys, title in (
            ("n", "Note on"),
            ("s", "Source for"),
            ("o", "Open a link of"),
            ("E", "The verdict table"),
            ("S", "By publisher"),
            (":6,000", "Commands"),
            ("f", "Filter"),
        ):
            terminal.type(keys)
            terminal.wait_for(title, "esc c")
            terminal.type("\x1b")
            terminal.wait_gone("esc c")
        terminal.type("cq")
        assert terminal.wait_end() == 0
        sent = terminal.raw.replace(b"\x1b]22;default\x07", b"")  # Textual's own: the shape of the mouse pointer
        for needle in (b"\x1b]52", b"\x1b]0;owned", b"\x1b[2J\x1b[H", "\x9b2J".encode(), "\u202e".encode(), b"\x07"):
            assert needle not in sent
