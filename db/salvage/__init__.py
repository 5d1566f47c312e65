"""Salvage: what can still be read of a damaged review file, taken into a fresh one."""

from db.salvage.salvage import Salvaged, salvage

__all__ = ["Salvaged", "salvage"]
