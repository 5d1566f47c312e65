"""The article pane: large texts, marks, tabs and zones."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from textual.app import App, ComposeResult
from textual.pilot import Pilot

from db.model import DocumentView, Mark
from seeds.document import Zone
from tui.page import Page, Piece
from tui.widgets.article import ArticleView


class Harness(App[None]):
    CSS_PATH = "../../tui/desk.tcss"
    ENABLE_COMMAND_PALETTE = False

    def compose(self) -> ComposeResult:
        yield ArticleView()

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return {"faint": "#808080", "fainter": "#606060"}


def page_of(text: str, figure: str, state: str = "unreviewed", zones: tuple[Zone, ...] = ()) -> Page:
    document = DocumentView(1, "u", "a.txt", text, None, "Post", None, None, None, "", (), zones)
    start = text.rindex(figure)
    page = Page(document, [Mark(7, start, start + len(figure), state, True)])
    page.choose(7, (start, start + len(figure)))
    return page


async def show(pilot: Pilot[None], page: Page) -> ArticleView:
    article = pilot.app.query_one(ArticleView)
    article.show(page)
    await pilot.pause()
    return article


def lines(article: ArticleView) -> list[str]:
    """Give the text on the screen, without the line of publisher and link above it."""
    return [article.render_line(y).text.rstrip() for y in range(1, article.scrollable_content_region.height)]


async def test_the_figure_is_brought_into_view_in_a_long_text() -> None:
    for text in ("word " * 200_000, "x" * 5_000_000 + " ", "漢字" * 300_000 + " ", "a\n" * 99_999):
        async with Harness().run_test(size=(60, 20)) as pilot:
            article = await show(pilot, page_of(text + "6,000", "6,000"))
            assert any("6,000" in line and line.startswith("▸") for line in lines(article)), text[:10]


async def test_moving_within_a_text_does_not_scroll_while_the_figure_is_in_view() -> None:
    text = "\n".join(f"line {number} of many" for number in range(500))
    async with Harness().run_test(size=(60, 20)) as pilot:
        page = page_of(text, "line 250")
        article = await show(pilot, page)
        top = article.scroll_y
        start = text.index("line 252")
        page.choose(7, (start, start + 8))
        await show(pilot, page)
        assert article.scroll_y == top > 200


async def test_a_decided_figure_has_its_shape_before_it() -> None:
    async with Harness().run_test(size=(60, 20)) as pilot:
        article = await show(pilot, page_of("about 600 were\n600 killed", "600", "disputed"))
        assert lines(article)[:2] == ["  about 600 were", "▸◆600 killed"]
        page = page_of("only 12 barges", "12", "confirmed")
        assert lines(await show(pilot, page))[0] == "▸ only●12 barges"


async def test_no_dash_stands_before_a_dismissed_number() -> None:
    async with Harness().run_test(size=(60, 20)) as pilot:
        article = await show(pilot, page_of("about 600 were\n600 killed", "600", "dismissed"))
        assert lines(article)[:2] == ["  about 600 were", "▸ 600 killed"]


async def test_tabs_and_hidden_characters_take_visible_cells() -> None:
    async with Harness().run_test(size=(60, 20)) as pilot:
        article = await show(pilot, page_of("a\tb\u200bc\x1b[0m 12", "12"))
        assert lines(article)[0] == "▸ a    b‸c␛[0m 12"


async def test_resizing_wraps_again_and_keeps_the_figure() -> None:
    async with Harness().run_test(size=(100, 20)) as pilot:
        article = await show(pilot, page_of("word " * 5000 + "6,000 " + "word " * 5000, "6,000"))
        for size in ((30, 10), (120, 30)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            assert any("6,000" in line for line in lines(article))


async def test_only_the_lines_on_the_screen_are_painted(monkeypatch: pytest.MonkeyPatch) -> None:
    painted: list[tuple[int, int]] = []
    pieces = Page.pieces

    def counting(page: Page, start: int, end: int) -> Iterator[Piece]:
        painted.append((start, end))
        return pieces(page, start, end)

    monkeypatch.setattr(Page, "pieces", counting)
    async with Harness().run_test(size=(60, 20)) as pilot:
        article = await show(pilot, page_of("word " * 1_000_000 + "6,000", "6,000"))
        for where in ("page_up", "first", "last"):
            article.go(where)
            await pilot.pause()
        assert 20 <= len(painted) <= 100


async def test_pages_follow_each_other_without_a_gap_however_the_text_is_wrapped() -> None:
    paragraphs = [f"{number} " + "word " * (number * 7 % 90) for number in range(4000)]
    text = "\n".join(paragraphs)
    async with Harness().run_test(size=(60, 20)) as pilot:
        article = await show(pilot, page_of(text + "\n6,000", "6,000"))
        article.go("first")
        await pilot.pause()
        for where, kept, again in (("page_down", -1, 0), ("page_up", 0, -1)):
            for _ in range(40):
                before = lines(article)
                article.go(where)
                await pilot.pause()
                if article.scroll_y == 0:
                    break
                assert lines(article)[again] == before[kept]


async def test_the_last_page_ends_with_the_text() -> None:
    async with Harness().run_test(size=(60, 20)) as pilot:
        article = await show(pilot, page_of("12 first\n" + "word " * 50_000 + "\nthe very end", "12"))
        article.go("last")
        await pilot.pause()
        assert lines(article)[-1] == "  the very end"
        article.go("first")
        await pilot.pause()
        assert lines(article)[0] == "▸ 12 first"


async def test_publisher_and_link_stand_above_the_text_and_stay_there() -> None:
    page = page_of("\n".join(str(number) for number in range(500)), "499")
    page.document = replace(page.document, title="Storm\x1b[0m", publisher="Post", url="https://post.example/storm")
    async with Harness().run_test(size=(60, 20)) as pilot:
        article = await show(pilot, page)
        for where in ("first", "last"):
            article.go(where)
            await pilot.pause()
            assert article.render_line(0).text.rstrip() == "  Post · https://post.example/storm"
        assert str(article.border_title) == "Storm␛[0m"
