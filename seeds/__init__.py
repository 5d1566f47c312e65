"""Documents coming in: reading, front matter, zones and items; each name loads when it is first used."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from seeds.document import Document, Item, Zone, ZoneKind, stored_text, text_hash
    from seeds.inputs import read_inputs
    from seeds.links import LinkList
    from seeds.readers import Failure, Reading, document_from_text, read_bytes
    from seeds.samples import sample_paths
    from seeds.web import WebOptions
    from seeds.zones import zones_of

_WHERE = {
    "Document": "seeds.document",
    "Item": "seeds.document",
    "WebOptions": "seeds.web",
    "Zone": "seeds.document",
    "ZoneKind": "seeds.document",
    "stored_text": "seeds.document",
    "text_hash": "seeds.document",
    "Failure": "seeds.readers",
    "LinkList": "seeds.links",
    "Reading": "seeds.readers",
    "document_from_text": "seeds.readers",
    "read_bytes": "seeds.readers",
    "read_inputs": "seeds.inputs",
    "zones_of": "seeds.zones",
    "sample_paths": "seeds.samples",
}

__all__ = [
    "Document",
    "Failure",
    "Item",
    "LinkList",
    "Reading",
    "WebOptions",
    "Zone",
    "ZoneKind",
    "document_from_text",
    "read_bytes",
    "read_inputs",
    "sample_paths",
    "stored_text",
    "text_hash",
    "zones_of",
]


def __getattr__(name: str) -> object:
    """Load what is asked for by name."""
    if name not in _WHERE:
        raise AttributeError(f"module 'seeds' has no attribute '{name}'")
    from importlib import import_module

    return getattr(import_module(_WHERE[name]), name)
