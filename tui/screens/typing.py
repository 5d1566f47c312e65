"""Order between what is typed into a field and the key that ends it."""

import asyncio

from textual.widget import Widget


async def typed_out(field: Widget) -> None:
    """Wait until a field has taken every character that was typed before."""
    done = asyncio.Event()
    if field.call_later(done.set):
        await done.wait()
