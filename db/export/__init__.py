"""The verdict table in the formats in which it is published; each name loads when it is first used."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from db.export.options import BadExport, Export
    from db.export.table import Table
    from db.export.writing import write_table

_WHERE = {"BadExport": "options", "Export": "options", "Table": "table", "write_table": "writing"}

__all__ = ["BadExport", "Export", "Table", "write_table"]


def __getattr__(name: str) -> object:
    """Load what is asked for by name."""
    if name not in _WHERE:
        raise AttributeError(f"module 'db.export' has no attribute '{name}'")
    from importlib import import_module

    return getattr(import_module(f"db.export.{_WHERE[name]}"), name)
