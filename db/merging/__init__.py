"""Merging: what another copy of a review holds, taken into this one."""

from db.merging.merge import Merged, merge

__all__ = ["Merged", "merge"]
