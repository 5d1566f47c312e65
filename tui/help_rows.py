"""What the help says, in sections: made from the table of actions, the verdicts, the reasons and the filters."""

from collections.abc import Sequence
from dataclasses import dataclass

from textual.content import Content

from db.model import DISMISSALS, REASONS
from tui.actions import GROUPS, key_signs, of
from tui.relation_words import RELATION_COLOURS, RELATION_MEANINGS, SIGN_MEANING, SIGN_SHAPE, relation_said
from tui.words import COLOURS, MEANINGS, SHAPES

#: Cells of what stands left of an explanation, and how keys are painted there.
LEFT = 17
_KEY = "bold $text-accent"
_CODE = "bold $text-primary"


@dataclass(frozen=True, slots=True)
class Row:
    """One line: what stands left, how it is painted, and what is said of it."""

    left: str
    style: str
    text: str

    def holds(self, words: Sequence[str]) -> bool:
        """Tell whether every word stands in it; capitals and small letters are the same."""
        line = f"{self.left} {self.text}".casefold()
        return all(word in line for word in words)


@dataclass(frozen=True, slots=True)
class Section:
    """Lines under a heading."""

    title: str
    rows: tuple[Row, ...]


def sections(where: str) -> list[Section]:
    """Give the help of the desk, or of the start screen ("start")."""
    keys = [
        Section(group, tuple(Row(" ".join(key_signs(action)), _KEY, action.help) for action in actions))
        for group in GROUPS
        if (actions := [action for action in of(where) if action.group == group])
    ]
    verdicts = Section(
        "What the verdicts mean",
        tuple(Row(f"{SHAPES[state]} {state}", f"bold {COLOURS[state]}", meaning) for state, meaning in MEANINGS),
    )
    if where != "desk":
        return [*keys, verdicts, _files()]
    rivals = Section(
        "What rival figures are to each other",
        (
            *(Row(relation_said(kind), f"bold {RELATION_COLOURS[kind]}", said) for kind, said in RELATION_MEANINGS),
            Row(f"{SIGN_SHAPE} sign", "bold $text-warning", SIGN_MEANING),
        ),
    )
    reasons = [
        Section(f"Reasons for {state}", tuple(Row(f"{first} {choice.key}", _KEY, choice.label) for choice in choices))
        for first, state, choices in (("m", "misreported", REASONS), ("x", "dismissed", DISMISSALS))
    ]
    return [verdicts, rivals, *keys, *reasons, *_filters(), _files()]


def _filters() -> list[Section]:
    from db.query.keys import KEYS, READY

    asked = [Row(f"{key.name}:", _CODE, _with_values(key.help, [value for value, _ in key.values])) for key in KEYS]
    written = (
        Row("ferry", _CODE, "a word of the sentence or the noun; all words have to be there"),
        Row('"two words"', _CODE, "words that stand together"),
        Row(">5000 <=10", _CODE, "by the number"),
        Row("-kind:date", _CODE, "a minus before it: what does not fit"),
        *asked,
    )
    ready = tuple(Row("", "", f"{ready.query}: {ready.help}") for ready in READY)
    return [Section("Filters, as they are written", written), Section("Filters, ready-made", ready)]


def _with_values(said: str, values: Sequence[str]) -> str:
    return f"{said}: {', '.join(values)}" if values and not all(value in said for value in values[:2]) else said


def _files() -> Section:
    from tui.keys import keys_path
    from tui.settings import settings_path

    return Section(
        "Keys and colours of your own",
        (
            Row("keys", "", f'{keys_path()}: a line such as confirm = "b"; figcheck keys lists the names'),
            Row(
                "colours", "", f"{settings_path()}; the palette (: or ctrl+p) has the themes, NO_COLOR takes them away"
            ),
        ),
    )


def found(all_sections: Sequence[Section], typed: str) -> list[Section]:
    """Give what of the sections holds the words typed; a section whose title does is there whole."""
    words = typed.casefold().split()
    kept = []
    for section in all_sections:
        if all(word in section.title.casefold() for word in words):
            kept.append(section)
        elif rows := tuple(row for row in section.rows if row.holds(words)):
            kept.append(Section(section.title, rows))
    return kept


def lay_out(shown: Sequence[Section], width: int) -> list[Content]:
    """Give the sections as lines of `width` cells: in two columns where there is room for them."""
    blocks = [_block(section, width if width < WIDE else (width - _GAP) // 2) for section in shown]
    if width < WIDE:
        return [line for block in blocks for line in block][:-1]
    left, right = _halves(blocks)
    column = (width - _GAP) // 2
    lines = []
    for place in range(max(len(left), len(right))):
        first = left[place] if place < len(left) else Content("")
        second = right[place] if place < len(right) else Content("")
        lines.append(Content.assemble(first.extend_right(max(0, column - first.cell_length)), " " * _GAP, second))
    return lines


#: From this width on there are two columns, with so many cells between them.
WIDE, _GAP = 124, 4


def _block(section: Section, width: int) -> list[Content]:
    lines = [Content.styled(section.title, "bold underline")]
    for row in section.rows:
        left = LEFT if row.left else 0
        wrapped = Content(row.text).wrap(max(10, width - left))
        for number, line in enumerate(wrapped):
            lines.append(Content.assemble(((row.left if number == 0 else "").ljust(left), row.style), line))
    return [*lines, Content("")]


def _halves(blocks: Sequence[list[Content]]) -> tuple[list[Content], list[Content]]:
    """Share blocks between two columns, in order, so that the longer one is as short as can be."""
    total = sum(map(len, blocks))
    left: list[Content] = []
    right: list[Content] = []
    for block in blocks:
        (left if not right and len(left) + len(block) // 2 <= total // 2 else right).extend(block)
    return left, right
