"""The libraries that fetching needs and that are installed only where it is wanted."""

from importlib.util import find_spec

_LIBRARIES = ("urllib3", "idna", "protego", "feedparser")


def what_is_missing() -> str | None:
    """Say what to install where a library is not there; None where all are."""
    if all(find_spec(name) is not None for name in _LIBRARIES):
        return None
    return "addresses, lists and feeds need the extra web, which is not installed: pip install 'figcheck[web]'"
