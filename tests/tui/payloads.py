"""Hostile texts: everything a page could say to break out of its place on the screen."""

import re

#: What no terminal may ever be sent as text.
ACTING = re.compile("[\x00-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")

PAYLOADS = (
    "[/b]",
    "[/]",
    "[b]bold",
    "[@click=app.quit]press[/]",
    "[link=https://evil.example]x[/link]",
    "$text-error [on red]",
    "\x1b]52;c;ZXZpbA==\x07",
    "\x1b]0;owned\x07",
    "\x1b[2J\x1b[H",
    "\x1b[?1049l",
    "\x9b2J",
    "\x9d52;c;ZXZpbA==\x9c",
    "\x07\x08\x7f\r",
    "\u202e000,6\u202c",
    "\u2066x\u2069\u200f",
    "6\u200b,\u200d000\ufeff",
    "e\u0301\u0301\u0301\u0301" * 50,
    "漢字かな交じり文 🎉👩‍👩‍👧‍👦 🇺🇸",
    "W" * 100_000,
    "\\[escaped] \\",
    "&lt;b&gt; %s {} \t tab",
)
