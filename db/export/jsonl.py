"""The verdict table as JSON, one object a line."""

import json
from collections.abc import Iterator

from db.export.numbers import number_value
from db.export.table import Table
from seeds.visible import visible


def pieces(table: Table) -> Iterator[str]:
    """Yield the table page by page: one object a line, its keys in the order of the columns; `evidence` is a list.

    Characters that act on a terminal or cannot be seen are written as escapes, so that the value is exact and the
    line is safe to look at.
    """
    names = [column.name for column in table.columns]
    numbers = [column.name for column in table.columns if column.kind == "number"]
    for page in table.pages():
        written = []
        for line in page:
            values = dict(zip(names, line, strict=True))
            for name in numbers:
                value = values[name]
                values[name] = number_value(value) if isinstance(value, str) else value
            written.append(_escaped(json.dumps(values, ensure_ascii=False)) + "\n")
        yield "".join(written)


def _escaped(line: str) -> str:
    shown = visible(line)
    if shown == line:
        return line
    return "".join(
        character if character == sign else json.dumps(character)[1:-1]
        for character, sign in zip(line, shown, strict=True)
    )
