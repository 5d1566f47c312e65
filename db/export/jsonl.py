"""The verdict table as JSON, one object a line."""

import json
from collections.abc import Iterable, Iterator

from db.model import VerdictRow
from figures.record import json_number
from seeds.visible import visible


def lines(rows: Iterable[VerdictRow], columns: tuple[str, ...]) -> Iterator[str]:
    """Yield one object a line, its keys in the order of the columns; `evidence` is a list of links.

    Characters that act on a terminal or cannot be seen are written as escapes, so that the value is exact and the
    line is safe to look at.
    """
    for row in rows:
        values = {name: getattr(row, name) for name in columns}
        values["low"], values["high"] = json_number(row.low), json_number(row.high)
        yield _escaped(json.dumps(values, ensure_ascii=False)) + "\n"


def _escaped(line: str) -> str:
    shown = visible(line)
    if shown == line:
        return line
    return "".join(
        character if character == sign else json.dumps(character)[1:-1]
        for character, sign in zip(line, shown, strict=True)
    )
