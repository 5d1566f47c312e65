"""The tables of a review file, and the steps that bring an older file up to date."""

from db.schema.build import create
from db.schema.steps import migrate

__all__ = ["create", "migrate"]
