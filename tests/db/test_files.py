"""Folders written whole or not at all."""

import os
from pathlib import Path

import pytest

from db.files import LISTING, placed_folder


def _write(path: Path, name: str = "a.txt", *, force: bool = False) -> None:
    with placed_folder(path, force=force) as folder:
        (folder / "more").mkdir()
        (folder / "more" / name).write_text("text")


def test_a_folder_appears_whole_with_a_list_of_its_files(tmp_path: Path) -> None:
    _write(tmp_path / "pack")
    assert (tmp_path / "pack" / "more" / "a.txt").read_text() == "text"
    assert (tmp_path / "pack" / LISTING).read_text() == "more/a.txt\n"
    assert [path.name for path in tmp_path.iterdir()] == ["pack"]


def test_what_fails_half_way_leaves_nothing(tmp_path: Path) -> None:
    _write(tmp_path / "pack")
    with pytest.raises(OSError, match="full"), placed_folder(tmp_path / "pack", force=True) as folder:
        (folder / "b.txt").write_text("half")
        raise OSError("full")
    assert (tmp_path / "pack" / "more" / "a.txt").exists()
    assert [path.name for path in tmp_path.iterdir()] == ["pack"]


def test_an_empty_folder_is_filled_and_a_written_one_replaced_only_by_force(tmp_path: Path) -> None:
    (tmp_path / "pack").mkdir()
    _write(tmp_path / "pack")
    with pytest.raises(FileExistsError):
        _write(tmp_path / "pack", "b.txt")
    _write(tmp_path / "pack", "b.txt", force=True)
    assert [path.name for path in (tmp_path / "pack" / "more").iterdir()] == ["b.txt"]


@pytest.mark.parametrize("foreign", ["mine.txt", "more/mine.txt"])
def test_a_folder_with_anything_else_in_it_is_never_replaced(foreign: str, tmp_path: Path) -> None:
    _write(tmp_path / "pack")
    (tmp_path / "pack" / foreign).write_text("precious")
    with pytest.raises(FileExistsError):
        _write(tmp_path / "pack", force=True)
    assert (tmp_path / "pack" / foreign).read_text() == "precious"


def test_neither_a_folder_of_somebody_elses_nor_a_link_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "a.txt").write_text("precious")
    (tmp_path / "link").symlink_to(tmp_path / "mine", target_is_directory=True)
    for name in ("mine", "link"):
        with pytest.raises(FileExistsError):
            _write(tmp_path / name, force=True)
    assert (tmp_path / "mine" / "a.txt").read_text() == "precious"


def test_the_old_folder_comes_back_where_the_new_one_cannot_take_its_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _write(tmp_path / "pack")
    real = os.rename

    def broken(source: Path, target: Path) -> None:
        if source.suffix == ".tmp":
            raise OSError(5, "Input/output error")
        real(source, target)

    monkeypatch.setattr(os, "rename", broken)
    with pytest.raises(OSError, match="Input/output"):
        _write(tmp_path / "pack", "b.txt", force=True)
    assert [path.name for path in (tmp_path / "pack" / "more").iterdir()] == ["a.txt"]
    assert [path.name for path in tmp_path.iterdir()] == ["pack"]
