"""Front matter: what a text says of itself."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seeds.frontmatter import front_matter
from seeds.readers import document_from_text, reading_from_text

FULL = """---
Title: "Dam gone: 4,200 flee"
publisher: 'The Gazette'
AUTHOR: Ana Petrov
url: https://example.org/dam
published: June 18, 2025
language: en
archived: https://archive.example/2025/dam
tags:
  - dam
---
The ministry said that more than 4,200 people had left the valley.
"""


def test_every_field_is_read() -> None:
    front = front_matter(FULL)
    assert (front.title, front.publisher, front.author) == ("Dam gone: 4,200 flee", "The Gazette", "Ana Petrov")
    assert (front.url, front.published, front.language) == ("https://example.org/dam", "2025-06-18", "en")
    assert front.archived == document_from_text(FULL, name="dam.md").archived == "https://archive.example/2025/dam"
    assert front.title_at is not None and FULL[slice(*front.title_at)] == front.title
    assert FULL[front.end :].startswith("The ministry")
    assert front.warnings == ()


def test_text_keeps_its_front_matter_and_the_title_is_its_headline() -> None:
    document = document_from_text(FULL, name="dam.md")
    assert document.text == FULL
    kinds = [(zone.kind, FULL[zone.start : zone.end]) for zone in document.zones]
    assert [kind for kind, _ in kinds] == ["boilerplate", "headline", "boilerplate", "body"]
    assert kinds[1][1] == "Dam gone: 4,200 flee"
    assert (document.title, document.publisher, document.published) == (kinds[1][1], "The Gazette", "2025-06-18")


def test_title_printed_again_below_is_the_headline_there() -> None:
    text = FULL.replace("---\nThe ministry", "---\n# Dam gone: 4,200 flee\n\nThe ministry")
    document = document_from_text(text, name="dam.md")
    assert [(zone.kind, text[zone.start]) for zone in document.zones] == [
        ("boilerplate", "-"),
        ("headline", "#"),
        ("body", "T"),
    ]


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "ftp://example.org/a", "example.org", "https://", "http://[", "https://a b.org/c"]
)
def test_addresses_that_are_not_kept(url: str) -> None:
    front = front_matter(f"---\nurl: {url}\narchived: {url}\n---\nText.")
    assert (front.url, front.archived) == (None, None)
    assert len(front.warnings) == 2 and all(url in warning for warning in front.warnings)


def test_bad_date_is_a_warning_of_one_line() -> None:
    reading = reading_from_text("---\npublished: some\x1bday " + "x" * 200 + "\n---\nText of it.", name="a.md")
    assert reading.document.published is None
    (warning,) = reading.warnings
    assert warning.isprintable() and len(warning) < 160


@pytest.mark.parametrize("key", ["date", "published", "Published"])
def test_names_of_the_date(key: str) -> None:
    assert front_matter(f"---\n{key}: 2025-06-18T09:00:00Z\n---\nText.").published == "2025-06-18"


@pytest.mark.parametrize("key", ["lang", "language"])
def test_names_of_the_language(key: str) -> None:
    assert front_matter(f"---\n{key}: de\n---\nText.").language == "de"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "---",
        "---\n---\nText.",
        "---\ntitle: never closed\n\nText.",
        "---\nThis is a rule, then prose.\n---\nMore.",
        "Text.\n---\ntitle: too late\n---\n",
        "----\ntitle: four\n----\n",
    ],
)
def test_what_is_no_front_matter(text: str) -> None:
    assert front_matter(text).end == 0


def test_what_the_caller_knows_wins() -> None:
    document = document_from_text(FULL, name="x", title="Another", url="https://example.org/b", published="2025-07-01")
    assert (document.title, document.url, document.published) == ("Another", "https://example.org/b", "2025-07-01")


@given(st.text(max_size=80), st.text(max_size=80))
def test_any_text_is_read_or_left(inside: str, below: str) -> None:
    text = f"---\ntitle: {inside}\n---\n{below}"
    front = front_matter(text)
    assert 0 <= front.end <= len(text)
    if front.title_at:
        assert text[slice(*front.title_at)].replace('\\"', '"') == front.title
