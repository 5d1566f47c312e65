"""The verdict table in the formats in which it is published; each name loads when it is first used."""

from typing import TYPE_CHECKING

from seeds.lazy import loading

if TYPE_CHECKING:
    from db.export.options import BadExport, Export
    from db.export.table import Table
    from db.export.writing import write_table

_WHERE = {"BadExport": "options", "Export": "options", "Table": "table", "write_table": "writing"}

__all__ = ["BadExport", "Export", "Table", "write_table"]

__getattr__ = loading("db.export", _WHERE)
