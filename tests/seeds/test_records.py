"""JSON Lines and CSV: a document a record, bad ones named by their line, memory that does not grow with the file."""

from __future__ import annotations

import io
import json
import tracemalloc
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seeds.readers import Failure, Reading, read_inputs
from seeds.readers import reading as limits
from seeds.readers.records.fields import FIELDS, WrongField, fields_given
from tests.seeds.pages import COMMENTS, RELATED, STORY, TITLE
from tests.seeds.reading_bytes import check, reading, readings, refusal, zone_texts

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from _typeshed import WriteableBuffer

RECORD = {
    "id": "gaz-17",
    "headline": TITLE,
    "body": STORY[0],
    "link": "https://gazette.example/dam",
    "pubDate": "Wed, 18 Jun 2025 07:30:00 +0200",
    "byline": [{"name": "Ana Petrov"}, "Jo Lind"],
    "source": {"name": "The Valley Gazette"},
    "lang": "en",
    "crawled_at": "2025-06-19T08:00:00+02:00",
    "archive_url": "https://web.archive.org/web/20250618/https://gazette.example/dam",
}


def lines(*records: object) -> bytes:
    return b"".join(json.dumps(record).encode() + b"\n" for record in records)


def names(found: list[Reading | Failure]) -> list[str]:
    return [one.document.name if isinstance(one, Reading) else f"! {one.name}" for one in found]


def test_a_record_with_everything_a_document_has() -> None:
    document = reading(lines(RECORD), "a.jsonl").document
    assert (document.name, document.title, document.url) == ("gaz-17", TITLE, "https://gazette.example/dam")
    assert (document.published, document.author, document.publisher) == (
        *("2025-06-18", "Ana Petrov, Jo Lind", "The Valley Gazette"),
    )
    assert (document.language, document.retrieved) == ("en", "2025-06-19T06:00:00Z")
    assert document.archived == RECORD["archive_url"]


def test_places_in_the_text_are_those_in_the_record_and_the_title_is_read_too() -> None:
    document = reading(lines(RECORD), "a.jsonl").document
    assert document.text.startswith(STORY[0])
    assert zone_texts(document, "headline") == TITLE
    printed = reading(lines({**RECORD, "body": f"{TITLE}\n\n{STORY[0]}"}), "a.jsonl").document
    assert printed.text == f"{TITLE}\n\n{STORY[0]}"


@pytest.mark.parametrize(
    ("field", "name"),
    [(field, name) for field in ("text", "title", "url", "published", "author", "publisher") for name in FIELDS[field]],
)
def test_usual_names_are_known(field: str, name: str) -> None:
    record = {"words": STORY[0], "text": STORY[0]}
    value = {"url": "https://x.example/a", "published": "2025-06-18"}.get(field, f"{STORY[1]}")
    if field == "text":
        del record["text"]
    document = reading(lines({**record, name.upper(): value}), "a.jsonl").document
    found = document.text if field == "text" else getattr(document, field)
    assert found == value


def test_names_can_be_given_and_lie_in_each_other() -> None:
    record = {"data": {"words": [STORY[0], {"text": STORY[1]}]}, "text": "teaser", "what.ever": TITLE}
    document = reading(lines(record), "a.jsonl", fields={"text": "data.words", "title": "what.ever"}).document
    assert document.text.startswith(f"{STORY[0]}\n\n{STORY[1]}")
    assert document.title == TITLE
    assert "no text under nowhere" in refusal(lines(record), "a.jsonl", fields={"text": "nowhere"})


@pytest.mark.parametrize("pair", ["text", "text=", "=content", "words=content", "text = "])
def test_fields_that_are_none_are_refused(pair: str) -> None:
    with pytest.raises(WrongField, match="FIELD=NAME"):
        fields_given([pair])
    assert fields_given(["text=content", "Title = head line"]) == {"text": "content", "title": "head line"}
    with pytest.raises(WrongField, match="twice"):
        fields_given(["text=a", "text=b"])


def test_a_text_of_markup_is_read_as_a_page() -> None:
    text = f"<h1>{TITLE}</h1><p>{STORY[0]}</p><p>{STORY[1]}<br>{STORY[2]}</p><ul><li><a href=x>{RELATED[0][0]}</a></ul>"
    document = reading(lines({"title": TITLE, "content": {"rendered": text}, "id": 7}), "a.jsonl").document
    assert document.name == "7"
    assert document.text.startswith(f"{TITLE}\n\n{STORY[0]}\n\n{STORY[1]}\n{STORY[2]}")


def test_bad_lines_are_named_and_the_rest_is_taken_in() -> None:
    data = b"\xef\xbb\xbf" + lines({"text": STORY[0]}, [1], "a", {"title": "x"}, {"text": 5}) + b'{"a": \n\xff\n\n'
    data += b'{"text": ' + b"[" * 100_000 + b"\n" + b"9" * 5_000 + b"\n" + lines({"text": STORY[1]})
    found = readings(data, "a.jsonl")
    assert names(found) == [
        *("a.jsonl:1", "! a.jsonl, line 2", "! a.jsonl, line 3", "! a.jsonl, line 4", "! a.jsonl, line 5"),
        *("! a.jsonl, line 6", "! a.jsonl, line 7", "! a.jsonl, line 9", "! a.jsonl, line 10", "a.jsonl:11"),
    ]


def test_dates_and_links_that_are_none_are_told() -> None:
    found = reading(lines({"text": STORY[0], "date": "soon\x1b", "url": "javascript:alert(1)"}), "a.jsonl")
    assert (found.document.published, found.document.url) == (None, None)
    assert [warning.partition('"')[2].partition('"')[0] for warning in found.warnings] == [
        "soon\N{REPLACEMENT CHARACTER}",
        "javascript:alert(1)",
    ]


@pytest.mark.parametrize("indent", [None, 2])
def test_one_array_or_object_is_read_as_well(indent: int | None) -> None:
    data = json.dumps([{"text": STORY[0]}, 5, {"text": STORY[1]}], indent=indent).encode()
    assert names(readings(data, "a.json")) == ["a.json:1", "! a.json, record 2", "a.json:3"]
    assert names(readings(json.dumps({"text": STORY[0]}, indent=2).encode(), "a.json")) == ["a.json:1"]


def test_records_are_known_by_their_first_line() -> None:
    assert names(readings(lines(RECORD), "dump")) == ["gaz-17"]
    assert reading(b'{"I never said that"} was all he said on Monday.\n', "a").document.text.startswith("{")


def test_a_file_of_something_else_is_given_up() -> None:
    found = readings(b"x\n" * 100_000, "a.jsonl")
    assert len(found) == 101
    assert isinstance(found[-1], Failure) and "first 100 records" in found[-1].reason


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_tables_as_programs_write_them(delimiter: str, encoding: str) -> None:
    text = f'He said: ""{STORY[0]}""\r\n\r\n“Café{delimiter} 5 cows”'
    row = delimiter.join(('"Dam; fails, 45|dead\there"', f'"{text}"', "2025-06-18"))
    data = f"Title{delimiter}Full Text{delimiter}Published At\r\n{row}\r\n\r\n".encode(encoding)
    document = reading(data, "a.csv").document
    assert document.text.startswith(f'He said: "{STORY[0]}"\n\n“Café{delimiter} 5 cows”')
    assert document.title == "Dam; fails, 45|dead here"
    assert (document.name, document.published) == ("a.csv:2", "2025-06-18")


def test_bad_rows_are_named_and_the_rest_is_taken_in() -> None:
    rows = f'id,text\n1,"{STORY[0]}"\n2,\n3,a,b\n\n4,"{STORY[1]}\n and on"\n5,"{STORY[2]}'
    found = readings(rows.encode(), "a.csv")
    assert names(found) == ["1", "! a.csv, line 3", "! a.csv, line 4", "4", "5"]


def test_a_table_without_a_known_name_says_what_it_has() -> None:
    reason = refusal(f'wer,was\na,"{STORY[0]}"\n'.encode(), "a.csv")
    assert "wer, was" in reason and "--field text=NAME" in reason
    assert reading(f'wer,was\na,"{STORY[0]}"\n'.encode(), "a.csv", fields={"text": "was"}).document.text == STORY[0]


def test_a_field_of_many_megabytes() -> None:
    text = " ".join(STORY) * 3_000
    assert reading(f'id,text\n1,"{text}"\n'.encode(), "a.csv").document.text == text
    assert reading(lines({"text": text}), "a.jsonl").document.text == text


@pytest.mark.parametrize("name", ["a.jsonl", "a.csv"])
def test_records_that_are_too_large_are_refused_one_by_one(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "LARGEST", 2_000)
    good, bad = f"{STORY[0]}", "x " * 5_000
    if name == "a.csv":
        data = f'text\n"{good}"\n"{bad}"\n"{good}"\n'.encode()
    else:
        data = lines({"text": good}, {"text": bad}, {"text": good})
    found = readings(data, name)
    assert [isinstance(one, Reading) for one in found] == [True, False, True]
    assert isinstance(found[1], Failure) and "larger" in found[1].reason


def test_a_quote_that_is_never_closed_ends_at_the_cap(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "LARGEST", 2_000)
    rows = f'text\n"{STORY[0]}\n' + f"{STORY[1]}\n" * 100
    found = readings(rows.encode(), "a.csv")
    assert isinstance(found[0], Failure) and "larger" in found[0].reason


class Endless(io.RawIOBase):
    """A stream that makes its lines as they are read."""

    def __init__(self, line: bytes, count: int) -> None:
        self._line, self._left, self._rest = line, count, b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer) -> int:
        view = memoryview(buffer)
        while len(self._rest) < len(view) and self._left:
            self._rest, self._left = self._rest + self._line, self._left - 1
        part, self._rest = self._rest[: len(view)], self._rest[len(view) :]
        view[: len(part)] = part
        return len(part)


def test_memory_does_not_grow_with_the_file() -> None:
    stream = io.BufferedReader(Endless(lines({"text": STORY[0], "more": "y" * 20_000}), 3_000))  # 60 MB

    def peak(taken: Iterator[Reading | Failure]) -> int:
        tracemalloc.start()
        try:
            assert sum(isinstance(one, Reading) for one in taken) == 3_000
            return tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()

    assert peak(read_inputs(["-"], stream)) < 12_000_000


@pytest.mark.parametrize("name", ["a.txt", "a.html", "a.pdf", "a.docx", "a.jsonl", "a.csv", "a"])
def test_a_gigabyte_of_nothing_is_refused_at_once(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    with path.open("wb") as file:
        file.truncate(2**30)
    tracemalloc.start()
    try:
        (found,) = read_inputs([path])
        assert tracemalloc.get_traced_memory()[1] < 10_000_000
    finally:
        tracemalloc.stop()
    assert isinstance(found, Failure) and found.reason


@settings(max_examples=150)
@given(st.binary(max_size=200), st.sampled_from(["a.jsonl", "a.csv", "a.html", "a.pdf", "a.docx", "a.txt", "a"]))
def test_any_bytes_under_any_name_are_read_or_refused(data: bytes, name: str) -> None:
    start = {"a.pdf": b"%PDF-1.4\n", "a.docx": b"PK\x03\x04", "a.html": b"<html>"}.get(name, b"")
    assert readings(data, name) and readings(start + data, name)


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20) | st.sampled_from(STORY),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["name", "text", "a"]), inner, max_size=3)
    ),
    max_leaves=6,
)


@settings(max_examples=150)
@given(st.dictionaries(st.sampled_from([name for names in FIELDS.values() for name in names]), VALUES, max_size=8))
def test_any_record_is_read_or_refused(record: dict[str, object]) -> None:
    (found,) = readings(lines(record), "a.jsonl")
    if isinstance(found, Reading):
        check(found.document)


def test_comments_in_a_record_of_plain_text_stay_out_of_its_body() -> None:
    text = "\n\n".join((*STORY, "Comments", *(f"{who}\n{words}" for who, words in COMMENTS)))
    assert COMMENTS[0][1] not in zone_texts(reading(lines({"text": text}), "a.jsonl").document, "body")
