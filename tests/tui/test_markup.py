"""No widget is given text from outside in a form that would be read as markup: every place is looked at."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2] / "tui"
MODULES = sorted(ROOT.rglob("*.py"))
#: Those that have to do with widgets; a set has an `update` as well.
WITH_WIDGETS = [path for path in MODULES if "textual" in path.read_text("utf-8")]

#: Calls whose text Textual reads as markup, unless it is Content; with the places of that text.
READERS: dict[str, tuple[int | str, ...]] = {
    "Static": (0,),
    "Label": (0,),
    "Button": (0, "label"),
    "Checkbox": (0, "label"),
    "RadioButton": (0, "label"),
    "Option": (0, "prompt"),
    "OptionList": (0, 1, 2, 3),
    "Collapsible": ("title",),
    "TabPane": (0,),
    "Tab": (0,),
    "DataTable": (0,),
    "SelectionList": (0,),
    "Select": (0,),
    "Tree": (0,),
    "Tooltip": (0,),
    "Markdown": (0,),
    "RichLog": (),
    "update": (0,),
    "notify": (0, "message", "title"),
    "add_option": (0,),
    "add_options": (0,),
    "from_markup": (0,),
    "append_text": (0,),
}
#: Attributes whose value is read so.
ATTRIBUTES = ("border_title", "border_subtitle", "tooltip", "title", "sub_title", "label", "prompt")
#: What makes Content, and the one function by which foreign text comes into it.
MAKERS = ("Content", "foreign", "one_line", "bar")
METHODS = ("assemble", "styled", "join", "truncate", "extend_right", "stylize", "wrap")


def _functions_that_give_content() -> set[str]:
    found = set()
    for path in MODULES:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.FunctionDef) and node.returns is not None and _is_content(node.returns):
                found.add(node.name)
    return found


def _is_content(annotation: ast.expr) -> bool:
    return ast.unparse(annotation).strip("'\"") in ("Content", "list[Content]", "Content | None")


GIVERS = _functions_that_give_content() | set(MAKERS)


class Uses(ast.NodeVisitor):
    """Every place of a module where text goes to a widget, with the function it stands in."""

    def __init__(self) -> None:
        self.found: list[tuple[int, ast.expr, ast.AST]] = []
        self._inside: list[ast.AST] = []

    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        self._enter(node)

    def visit_AsyncFunctionDef(self, node: ast.AsyncFunctionDef) -> None:
        self._enter(node)

    def _enter(self, node: ast.AST) -> None:
        self._inside.append(node)
        self.generic_visit(node)
        self._inside.pop()

    def visit_Call(self, node: ast.Call) -> None:
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        for place in READERS.get(name, ()):
            if isinstance(place, int) and place < len(node.args):
                self._note(node.args[place])
            self.found += [
                (node.lineno, keyword.value, self._function()) for keyword in node.keywords if keyword.arg == place
            ]
        self.generic_visit(node)

    def visit_Assign(self, node: ast.Assign) -> None:
        for target in node.targets:
            if isinstance(target, ast.Attribute) and target.attr in ATTRIBUTES:
                self._note(node.value)
        self.generic_visit(node)

    def _note(self, value: ast.expr) -> None:
        self.found.append((value.lineno, value, self._function()))

    def _function(self) -> ast.AST:
        return self._inside[-1] if self._inside else ast.Module([], [])


def _is_safe(value: ast.expr, function: ast.AST, module: ast.AST) -> bool:
    """Tell whether an expression is Content, or a literal of the program's own."""
    if isinstance(value, ast.Constant):
        return not isinstance(value.value, str) or not set("[\\") & set(value.value)
    if isinstance(value, ast.IfExp):
        return _is_safe(value.body, function, module) and _is_safe(value.orelse, function, module)
    if isinstance(value, ast.BoolOp):
        return all(_is_safe(part, function, module) for part in value.values)
    if isinstance(value, ast.Call):
        if isinstance(value.func, ast.Name):
            return value.func.id in GIVERS
        if isinstance(value.func, ast.Attribute):
            return value.func.attr in GIVERS or (
                value.func.attr in METHODS and _is_safe_root(value.func.value, function, module)
            )
    if isinstance(value, ast.Name):
        given = list(_values_of(value.id, function))
        return bool(given) and all(isinstance(one, bool) or _is_safe(one, function, module) for one in given)
    if isinstance(value, ast.Attribute) and isinstance(value.value, ast.Name) and value.value.id == "self":
        kept = list(_values_kept(value.attr, module))
        return bool(kept) and all(_is_safe(one, inside, module) for one, inside in kept)
    return False


def _is_safe_root(value: ast.expr, function: ast.AST, module: ast.AST) -> bool:
    return (isinstance(value, ast.Name) and value.id == "Content") or _is_safe(value, function, module)


def _values_of(name: str, function: ast.AST) -> Iterator[ast.expr | bool]:
    """Yield what is assigned to a name in a function; True for a parameter that is annotated as Content."""
    for node in ast.walk(function):
        if isinstance(node, ast.arg) and node.arg == name and node.annotation is not None:
            if _is_content(node.annotation):
                yield True
        elif isinstance(node, ast.Assign):
            if any(isinstance(target, ast.Name) and target.id == name for target in node.targets):
                yield node.value
        elif isinstance(node, ast.AnnAssign) and ast.unparse(node.target) == name and node.value is not None:
            yield node.value


def _values_kept(name: str, module: ast.AST) -> Iterator[tuple[ast.expr, ast.AST]]:
    """Yield what is assigned to an attribute of self anywhere in a module, with the function it is done in."""
    for function in ast.walk(module):
        if not isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef):
            continue
        for node in ast.walk(function):
            if not isinstance(node, ast.Assign):
                continue
            for target in node.targets:
                pairs = (
                    zip(target.elts, node.value.elts, strict=True)
                    if isinstance(target, ast.Tuple) and isinstance(node.value, ast.Tuple)
                    else [(target, node.value)]
                )
                yield from (
                    (value, function) for one, value in pairs if isinstance(one, ast.Attribute) and one.attr == name
                )


def unsafe(source: str) -> list[int]:
    """Give the lines of a module where a widget is given anything but Content or a plain literal."""
    module = ast.parse(source)
    uses = Uses()
    uses.visit(module)
    return [line for line, value, function in uses.found if not _is_safe(value, function, module)]


@pytest.mark.parametrize("path", WITH_WIDGETS, ids=lambda path: str(path.relative_to(ROOT)))
def test_widgets_are_given_content_only(path: Path) -> None:
    assert unsafe(path.read_text("utf-8")) == []


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_nothing_is_read_as_markup_or_loaded_from_it(path: Path) -> None:
    source = path.read_text("utf-8")
    for word in ("from_markup", "Text.from_ansi", "markup=True", "ENABLE_COMMAND_PALETTE = True", "on_click=@"):
        assert word not in source


@pytest.mark.parametrize(
    "line",
    [
        "Static(title)",
        "Static(f'{title}')",
        "Static('[b]' + title)",
        "Static('[b]bold[/b]')",
        "Static(view.title)",
        "self.border_title = title",
        "self.border_title = str(Content(title))",
        "self.notify(title)",
        "self.notify('done', title=title)",
        "widget.update(title.strip())",
        "Option(title)",
        "Button(label=title)",
        "self.title = title",
        "widget.update(Content('a') if title else title)",
    ],
)
def test_the_check_finds_what_it_looks_for(line: str) -> None:
    assert unsafe(f"def show(self, title: str) -> None:\n    {line}\n") == [2]


@pytest.mark.parametrize(
    "line",
    [
        "Static(foreign(title))",
        "Static(Content(title))",
        "Static(Content.assemble('a', foreign(title)))",
        "Static(Content('\\n').join(lines))",
        "Static('a plain literal')",
        "Static()",
        "self.border_title = one_line(title).truncate(5)",
        "content = foreign(title)\n    Static(content)",
    ],
)
def test_the_check_lets_content_pass(line: str) -> None:
    assert unsafe(f"def show(self, title: str) -> None:\n    {line}\n") == []
