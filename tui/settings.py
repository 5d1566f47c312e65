"""What a person has chosen for all reviews: the theme, in settings.toml."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tui.places import config_folder
from tui.toml import read_toml

_THEME_LINE = re.compile(r"^[ \t]*theme[ \t]*=.*$", re.MULTILINE)
_NAME = re.compile(r"[\w-]{1,60}")


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings; an empty `theme` leaves it to figcheck."""

    theme: str = ""


def settings_path() -> Path:
    """Give the place of the file of settings."""
    return config_folder() / "settings.toml"


def read_settings() -> tuple[Settings, list[str]]:
    """Give the settings, and what of the file is passed over, a line each."""
    path = settings_path()
    values, problems = read_toml(path)
    theme = values.get("theme", "")
    if not isinstance(theme, str):
        return Settings(), [*problems, f'{path.name}: the theme is no name, as in theme = "dark"']
    unknown = sorted(set(values) - {"theme"})
    return Settings(theme), [*problems, *(f"{path.name}: there is no setting {name}" for name in unknown)]


def keep_theme(name: str) -> None:
    """Write the theme into the file of settings and leave the rest of it as it is; raises OSError."""
    from db.files import placed

    if not _NAME.fullmatch(name):
        raise ValueError(name)
    path = settings_path()
    path.parent.mkdir(parents=True, exist_ok=True)
    old = path.read_text(encoding="utf-8", errors="surrogateescape") if path.exists() else ""
    line = f'theme = "{name}"'
    # Before everything else where it is new: behind a [table] it would belong to that.
    new = _THEME_LINE.sub(line, old, count=1) if _THEME_LINE.search(old) else f"{line}\n{old}"
    with placed(path, force=True) as temporary:
        temporary.write_text(new, encoding="utf-8", errors="surrogateescape")


def summed_up(problems: Sequence[str]) -> str:
    """Give what is wrong with the files of settings in one line; `figcheck keys` says the rest."""
    if len(problems) == 1:
        return problems[0]
    return f"{len(problems)} lines of settings are passed over, figcheck keys says why: {problems[0]}"
