"""When a server that is busy wants to be asked again: the header Retry-After (RFC 9110, 10.2.3)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

#: The answers that may say it: too many requests, and a server that cannot serve for now.
BUSY = frozenset({429, 503})
#: Nobody is asked to come again later than this, in seconds: a year.
_LONGEST = 366 * 24 * 3600


def pause_asked(status: int, headers: Mapping[str, str]) -> float | None:
    """Give how many seconds a busy server wants to be left alone; None where it does not say.

    A date is held against that of the answer, if it has one: the server's clock may be wrong.
    """
    said = headers.get("Retry-After", "").strip()
    if status not in BUSY or not said:
        return None
    if said.isascii() and said.isdigit():
        return float(min(int(said[:12]), _LONGEST))
    until, now = _date(said), _date(headers.get("Date", "")) or datetime.now(UTC)
    return None if until is None else min(max((until - now).total_seconds(), 0.0), _LONGEST)


def time_in(seconds: float) -> str:
    """Give the time (UTC) that lies so many seconds ahead, to the minute, as a person reads it."""
    ahead = datetime.now(UTC) + timedelta(seconds=seconds)
    return f"{ahead + timedelta(seconds=59):%Y-%m-%d %H:%M} UTC"


def _date(said: str) -> datetime | None:
    try:
        found = parsedate_to_datetime(said)
    except (TypeError, ValueError, IndexError, OverflowError):
        return None
    return found if found.tzinfo else found.replace(tzinfo=UTC)
