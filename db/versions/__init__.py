"""Documents that come again, edited, and texts that a newer extractor reads again."""

from db.versions.earlier import Earlier, earlier_version
from db.versions.model import Reread, Updated
from db.versions.rereading import rescan
from db.versions.updating import update

__all__ = ["Earlier", "Reread", "Updated", "earlier_version", "rescan", "update"]
