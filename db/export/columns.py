"""The columns of the verdict table."""

from typing import Literal, NamedTuple

Kind = Literal["text", "number", "count", "link", "links"]


class Column(NamedTuple):
    """A column: its name, what it holds, its width in a spreadsheet in characters, and what it means in a line.

    A "number" is exact text of digits, a "count" an int, a "link" an address, "links" a tuple of addresses and titles.
    """

    name: str
    kind: Kind
    width: int
    what: str


#: In the order in which they are published, which is that of the fields of VerdictRow.
COLUMNS: tuple[Column, ...] = (
    Column("figure_id", "text", 14, "the figure's id: 12 hex digits, the same in every export"),
    Column("publisher", "text", 22, "who published the document"),
    Column("title", "text", 32, "title of the story that the figure stands in"),
    Column("url", "link", 32, "the document's address"),
    Column("published", "text", 12, "the story's date"),
    Column("text", "text", 16, "the figure as it is printed, without the words around it"),
    Column("low", "number", 12, "the lower end, exactly; empty where it is open, as in under 100, and for dates"),
    Column("high", "number", 12, "the upper end, exactly; the same as low for a single number, empty where it is open"),
    Column("bound", "text", 10, "exact, approx, over, at_least, under, up_to or range"),
    Column("kind", "text", 12, "count, money, percent, measurement, duration, ordinal, date, identifier or other"),
    Column("unit", "text", 10, "unit, or currency as ISO 4217; empty for counts"),
    Column("noun", "text", 20, "what is counted"),
    Column("attribution", "text", 22, "who says so, as the text names them; empty where nobody is named"),
    Column("as_of", "text", 14, "the text's words for the time that the figure is of"),
    Column("sentence", "text", 60, "the sentence, cut with … around the figure where it is very long"),
    Column("verdict", "text", 12, "confirmed, disputed or misreported; where asked for also the other states"),
    Column("reason", "text", 16, "why it is misreported or dismissed, as a code"),
    Column("note", "text", 40, "the reviewer's note"),
    Column("evidence", "links", 40, "links to what the verdict rests on, or titles of what has none, parted by blanks"),
    Column("reviewer", "text", 16, "who gave the verdict; left out by --anonymous"),
    Column("decided_at", "text", 22, "when, in UTC"),
    Column("question", "text", 30, "the question that the figure answers with others; empty where it stands alone"),
    Column("relation", "text", 14, "to those: conflict if with any of them, else equal, compatible or not_comparable"),
    Column("origins", "count", 9, "how many independent origins say the same as it, its own included"),
)

#: The columns' names, in their order.
NAMES = tuple(column.name for column in COLUMNS)
