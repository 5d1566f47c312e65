"""Documents coming in: reading, front matter, zones and items; each name loads when it is first used."""

from typing import TYPE_CHECKING

from seeds.lazy import loading

if TYPE_CHECKING:
    from seeds.document import Document, Item, Zone, ZoneKind, stored_text, text_hash
    from seeds.inputs import read_inputs
    from seeds.links import LinkList
    from seeds.readers import Failure, Reading, document_from_text, read_bytes
    from seeds.samples import sample_paths
    from seeds.web import WebOptions
    from seeds.zones import zones_of

_WHERE = {
    "Document": "document",
    "Item": "document",
    "WebOptions": "web",
    "Zone": "document",
    "ZoneKind": "document",
    "stored_text": "document",
    "text_hash": "document",
    "Failure": "readers",
    "LinkList": "links",
    "Reading": "readers",
    "document_from_text": "readers",
    "read_bytes": "readers",
    "read_inputs": "inputs",
    "zones_of": "zones",
    "sample_paths": "samples",
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

__getattr__ = loading("seeds", _WHERE)
