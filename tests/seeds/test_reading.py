"""Files, folders and standard input, good and bad."""

import hashlib
import io
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import seeds.readers
from seeds.document import stored_text, text_hash
from seeds.readers import Failure, Reading, document_from_text, read_inputs
from seeds.readers import reading as limits

TEXT = "The ministry said that more than 4,200 people had left the valley."


def read(*inputs: str | Path, stdin: bytes | None = None) -> list[Reading | Failure]:
    return list(read_inputs(inputs, io.BytesIO(stdin) if stdin is not None else None))


def reading(path: Path, data: bytes) -> Reading:
    path.write_bytes(data)
    (found,) = read(path)
    assert isinstance(found, Reading), found
    return found


def failure(*inputs: str | Path) -> Failure:
    (found,) = read(*inputs)
    assert isinstance(found, Failure)
    assert found.reason and found.reason.isprintable()
    return found


def names(found: list[Reading | Failure]) -> list[str]:
    return [one.document.name if isinstance(one, Reading) else f"! {one.name}" for one in found]


def test_a_file_is_pinned(tmp_path: Path) -> None:
    data = f"{TEXT}\r\nAnd so on.\r".encode()
    document = reading(tmp_path / "dam.txt", data).document
    assert document.name == "dam.txt"
    assert document.text == f"{TEXT}\nAnd so on.\n"
    assert document.source_sha256 == hashlib.sha256(data).hexdigest()
    assert document.text_sha256 == text_hash(document.text)
    assert document.retrieved.endswith("Z") and len(document.retrieved) == 20


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_encodings_that_say_what_they_are(tmp_path: Path, encoding: str) -> None:
    found = reading(tmp_path / "a.txt", f"Café – {TEXT}".encode(encoding))
    assert found.document.text == f"Café – {TEXT}"
    assert found.warnings == ()


def test_windows_1252_is_read_with_a_warning(tmp_path: Path) -> None:
    found = reading(tmp_path / "a.txt", f"“Café” – {TEXT}".encode("cp1252"))
    assert found.document.text == f"“Café” – {TEXT}"
    assert "Windows-1252" in found.warnings[0]


@pytest.mark.parametrize("data", [b"\x81\x8d " + TEXT.encode(), "Ünïcödé ".encode() * 9 + b"\xff " + TEXT.encode()])
def test_broken_bytes_are_shown_as_such_with_a_warning(tmp_path: Path, data: bytes) -> None:
    found = reading(tmp_path / "a.txt", data)
    assert "\ufffd" in found.document.text and TEXT in found.document.text
    assert "not UTF-8" in found.warnings[0]


def test_torn_utf_16_is_read_with_a_warning(tmp_path: Path) -> None:
    assert reading(tmp_path / "a.txt", TEXT.encode("utf-16") + b"\x00").warnings


@pytest.mark.parametrize(
    "data",
    [
        bytes(range(256)) * 40,
        b"\x89PNG text",
        b"\x1f\x8b text",
        b"abc\x00def",
        b"\x01\x02" * 9,
        b"SQLite format 3\0 text",
    ],
)
def test_binary_files_are_refused(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    assert "not a text" in failure(path).reason


@pytest.mark.parametrize(
    "data", [b"", b" \n\t\r\n", b"\xef\xbb\xbf", b"\xff\xfe \x00", b"---\ntitle: a\n---\n", b"***\n"]
)
def test_empty_files_are_refused(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    assert failure(path).reason.startswith("empty")


@pytest.mark.parametrize("start", ["<!DOCTYPE html>", "\n<html>", "<?xml version='1.0'?>\n<html>", "<!-- x --><body>"])
def test_a_page_is_known_by_its_bytes(tmp_path: Path, start: str) -> None:
    found = reading(tmp_path / "a.txt", f"{start}<p>{TEXT}</p>".encode())
    assert found.document.text == TEXT


def test_a_beginning_of_many_comments_is_told_at_once(tmp_path: Path) -> None:
    data = b"<!--x-->" * 8_000 + TEXT.encode()
    assert reading(tmp_path / "a.txt", data).document.text == data.decode()


def test_other_markup_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(f"<?xml version='1.0'?><a><p>{TEXT}</p></a>", encoding="utf-8")
    assert "mark-up" in failure(path).reason


def test_terminal_escapes_are_text(tmp_path: Path) -> None:
    assert (
        reading(tmp_path / "a.txt", b"\x1b]52;c;aGk=\x07 6,000 dead\x00. " + TEXT.encode() * 4).document.text[0]
        == "\x1b"
    )


def test_missing_things() -> None:
    assert "no such file" in failure("nowhere.txt").reason
    assert "no such file" in failure("no\nwhere\x1b.txt").reason
    assert failure("a\0b").reason
    assert failure("\ud800.txt").name == "\ufffd.txt"
    assert "empty name" in failure("").reason
    assert "address" in failure("https://example.org/a").reason


def test_folder_with_nothing_readable(tmp_path: Path) -> None:
    (tmp_path / "picture.png").write_bytes(b"\x89PNG")
    (tmp_path / ".hidden.txt").write_text(TEXT, encoding="utf-8")
    found = failure(tmp_path)
    assert found.name == str(tmp_path) and ".md" in found.reason


def test_folder_is_read_in_order_of_names(tmp_path: Path) -> None:
    for name in ("b.md", "a.txt", "c/d.markdown", "c/a.TEXT", ".git/x.txt", "z.py"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(TEXT, encoding="utf-8")
    assert names(read(tmp_path)) == ["a.txt", "b.md", "a.TEXT", "d.markdown"]


def test_folder_loops_end(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "in" / "loop").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "in" / "gone.png").symlink_to(tmp_path / "nowhere")
    assert names(read(tmp_path)) == ["a.txt"]


def test_broken_link_to_a_text_is_told(tmp_path: Path) -> None:
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere")
    assert "no such file" in failure(tmp_path).reason


def test_a_file_met_twice_is_read_once(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    (tmp_path / "b.txt").symlink_to(path)
    assert names(read(path, str(path), tmp_path, tmp_path)) == ["a.txt"]


def test_one_bad_input_does_not_stop_the_rest(tmp_path: Path) -> None:
    good = tmp_path / "a.txt"
    good.write_text(TEXT, encoding="utf-8")
    (tmp_path / "b.txt").write_bytes(b"")
    assert names(read("nowhere", tmp_path / "b.txt", good)) == ["! nowhere", f"! {tmp_path / 'b.txt'}", "a.txt"]


def test_what_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("builtins.open", refuse)
    assert "permissions" in failure(path).reason
    monkeypatch.setattr(os, "listdir", refuse)
    assert "permissions" in failure(tmp_path).reason


def test_neither_file_nor_folder(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert "'-'" in failure(tmp_path / "pipe").reason


def test_large_files_are_refused_before_they_are_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    monkeypatch.setattr(limits, "LARGEST", 10)
    assert "larger" in failure(path).reason
    (found,) = read("-", stdin=TEXT.encode())
    assert isinstance(found, Failure) and "larger" in found.reason


def test_standard_input_is_read_once() -> None:
    (found,) = read("-", "-", stdin=TEXT.encode())
    assert isinstance(found, Reading)
    assert (found.document.name, found.document.text) == ("standard input", TEXT)


def test_standard_input_that_is_not_there() -> None:
    assert failure("-").name == "standard input"


def test_line_of_five_megabytes(tmp_path: Path) -> None:
    document = reading(tmp_path / "a.txt", b"6,000 people. " * 375_000).document
    assert [(zone.kind, zone.end) for zone in document.zones] == [("body", len(document.text.rstrip()))]


@given(st.text(st.characters(codec=None, exclude_categories=())))
def test_stored_text_is_stable_and_can_be_encoded(text: str) -> None:
    stored = stored_text(text)
    assert stored_text(stored) == stored
    assert not {"\r", "\0"} & set(stored)
    assert stored.encode("utf-8").decode("utf-8") == stored


@given(st.text(st.characters(codec=None, exclude_categories=()), max_size=300))
def test_any_text_becomes_a_document(text: str) -> None:
    document = document_from_text(text, name="x")
    assert document.text == stored_text(text)
    covered = "".join(document.text[zone.start : zone.end] for zone in document.zones)
    assert "".join(covered.split()) == "".join(document.text.split())


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    (found,) = read("-", stdin=data)
    assert isinstance(found, Reading | Failure)


def test_the_package_names_what_others_use() -> None:
    assert {name: getattr(seeds, name).__name__ for name in seeds.__all__ if name != "ZoneKind"} == {
        name: name for name in seeds.__all__ if name != "ZoneKind"
    }
    with pytest.raises(AttributeError, match="nothing_here"):
        _ = seeds.nothing_here
