"""Small TOML files of settings: read whatever they hold, and say in one line what is wrong with them."""

from collections.abc import Mapping
from pathlib import Path

#: A larger file is none that a person wrote.
_LARGEST = 100_000


def read_toml(path: Path) -> tuple[Mapping[str, object], list[str]]:
    """Give the values of a file, none where there is no file, and what is wrong with it, a line each."""
    try:
        if path.stat().st_size > _LARGEST:
            return {}, [f"{path.name} is too large for a file of settings; it is passed over"]
        text = path.read_text(encoding="utf-8")
        import tomllib  # most people have no such file

        return tomllib.loads(text), []
    except FileNotFoundError:
        return {}, []
    except OSError as error:
        return {}, [f"{path.name} cannot be read ({error.strerror or error}); it is passed over"]
    except ValueError as error:
        said = " ".join(str(error).split())[:200]
        return {}, [f"{path.name} is no TOML, and passed over: {said}"]
