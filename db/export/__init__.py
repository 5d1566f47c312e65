"""The verdict table in the formats in which it is published."""

from db.export.table import FORMATS, write_table

__all__ = ["FORMATS", "write_table"]
