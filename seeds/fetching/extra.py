"""The libraries that fetching needs and that are installed only where it is wanted."""

from importlib.util import find_spec

from seeds.readers.extras import missing

_LIBRARIES = ("urllib3", "idna", "protego", "feedparser")


def what_is_missing() -> str | None:
    """Say what to install where a library is not there; None where all are."""
    absent = any(find_spec(name) is None for name in _LIBRARIES)
    return str(missing("addresses, lists and feeds", "web")) if absent else None
