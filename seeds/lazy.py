"""Faces of packages whose names load when they are first used."""

from collections.abc import Callable, Mapping


def loading(package: str, where: Mapping[str, str]) -> Callable[[str], object]:
    """Give the `__getattr__` of a package: each name of `where` loads from the module of the package named there."""

    def load(name: str) -> object:
        if name not in where:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        from importlib import import_module

        return getattr(import_module(f"{package}.{where[name]}"), name)

    return load
