"""Links as evidence: http and https only."""

from db.errors import BadDecision
from seeds.visible import visible

#: Longer links are refused; browsers and servers cut them anyway.
LINK_LIMIT = 2048


def live_link(link: str) -> str | None:
    """Give a link as it may be followed, as checked_link does; None for one that may not."""
    try:
        return checked_link(link)
    except BadDecision:
        return None


def checked_link(link: str) -> str:
    """Give a link as it is stored, or raise BadDecision with what is wrong with it.

    Accepted is an absolute http or https address with a host, without user name, white space or invisible characters.
    """
    from urllib.parse import urlsplit

    link = link.strip()
    if not link:
        raise BadDecision("the link is empty: give an http or https address")
    if len(link) > LINK_LIMIT:
        raise BadDecision(f"the link is too long ({len(link)} characters, at most {LINK_LIMIT})")
    shown = visible(link)
    if shown != link or any(character.isspace() for character in link) or "\\" in link:
        raise BadDecision(f"{shown!r} is no link: it holds a space, a backslash or a character that cannot be seen")
    try:
        parts = urlsplit(link)
        host, _ = parts.hostname, parts.port
    except ValueError as error:
        raise BadDecision(f"{link} is no link: {error}") from None
    if parts.scheme not in ("http", "https"):
        raise BadDecision(f"{link} is no http or https link: give the whole address, https://…")
    if not host:
        raise BadDecision(f"{link} names no host: give the whole address, https://…")
    if "@" in parts.netloc:
        raise BadDecision(f"{link} holds a user name: give the address without it")
    return parts.scheme + link[len(parts.scheme) :]
