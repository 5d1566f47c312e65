"""Scrolling a page by keys."""

from textual.containers import VerticalScroll


def scroll(page: VerticalScroll, where: str) -> None:
    """Scroll a page: down, up, page_down, page_up, first, last."""
    ways = {
        "down": page.scroll_down,
        "up": page.scroll_up,
        "page_down": page.scroll_page_down,
        "page_up": page.scroll_page_up,
        "first": page.scroll_home,
        "last": page.scroll_end,
    }
    ways[where](animate=False)
