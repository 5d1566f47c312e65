"""The formats in which the verdict table leaves: what each is called, makes and takes, and which module writes it."""

from typing import Literal, NamedTuple


class Format(NamedTuple):
    """A format: its name, the ending of its files ("" for a folder), its module, and what it is in a line.

    A module that makes a "text" has `pieces(table: Table) -> Iterator[str]`; one that makes a "file" or a "folder" has
    `write(table: Table, path: Path) -> None`, for which nothing or an empty folder stands at path. `takes` are the
    fields of Export that it understands beyond those which all formats do.
    """

    name: str
    ending: str
    module: str
    what: str
    makes: Literal["text", "file", "folder"] = "text"
    takes: tuple[str, ...] = ("columns",)


FORMATS: tuple[Format, ...] = (
    Format("csv", "csv", "db.export.sheet", "comma-separated values (RFC 4180)", takes=("columns", "bom")),
    Format("tsv", "tsv", "db.export.tabs", "tab-separated values, a line a row", takes=("columns", "bom")),
    Format("jsonl", "jsonl", "db.export.jsonl", "JSON, one object a line: every value exactly as it is"),
    Format("md", "md", "db.export.markdown", "a Markdown table (GitHub Flavored Markdown)"),
    Format("mediawiki", "wiki", "db.export.mediawiki", "a sortable table for a page of MediaWiki, in .wiki files"),
    Format("xlsx", "xlsx", "db.export.xlsx", "an Excel workbook (pip install 'figcheck[xlsx]')", "file"),
    Format(
        "html",
        "html",
        "db.export.html",
        "one page to publish, with everything in it (pip install 'figcheck[html]')",
        takes=("publisher_name",),
    ),
    Format(
        "claimreview",
        "",
        "db.export.claimreview",
        "ClaimReview (schema.org) as JSON-LD, one file a claim in a folder",
        "folder",
        ("base_url", "publisher_name"),
    ),
    Format(
        "proof",
        "",
        "db.export.proof",
        "a folder with page, table, claims, sources and corrections, to check it all again",
        "folder",
        ("base_url", "publisher_name"),
    ),
)

#: The formats by name.
BY_NAME = {form.name: form for form in FORMATS}
#: The formats by the ending of their files, in lower case.
BY_ENDING = {form.ending: form for form in FORMATS if form.ending}
