"""Checking a review file against its own log and texts, and repairing what can be worked out again."""

from db.checking.check import Report, check
from db.checking.findings import Finding
from db.checking.repair import repair

__all__ = ["Finding", "Report", "check", "repair"]
