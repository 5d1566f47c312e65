"""The readers' optional libraries: what is said where one is not installed, and their log kept off the screen."""

import logging


class MissingExtra(Exception):
    """A library that an input needs is not installed; the message is the one line a person reads."""


def missing(what: str, extra: str) -> MissingExtra:
    """Say which extra reads a kind of file ("PDF files")."""
    return MissingExtra(f"{what} need the extra {extra}, which is not installed: pip install 'figcheck[{extra}]'")


def quiet(*libraries: str) -> None:
    """Keep what libraries log to themselves: a file's oddities are told in one line, by figcheck."""
    for library in libraries:
        logger = logging.getLogger(library)
        if not logger.handlers:
            logger.addHandler(logging.NullHandler())
        logger.propagate = False
