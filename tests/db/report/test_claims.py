"""Claims as ClaimReview: what readers of it require, one file a claim, and no rating in the claim itself."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from db import Review, open_review
from db.export import Export, write_table
from db.export.claims import claimed, claims, rating
from db.export.report.report import Report
from db.export.table import Table
from db.model import REASONS
from db.verdict_words import SHAPES
from seeds.document import stored_text
from seeds.visible import visible
from tests.db.report.telling import HOSTILE, told
from tests.factories import make_document, make_figure

_TEXT = {"type": "string", "minLength": 1}
_LINK = {"type": "string", "pattern": "^https?://"}
_DAY = {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}"}
_NAMED = {"type": "object", "required": ["@type", "name"], "properties": {"name": _TEXT, "url": _LINK}}
_WORK = {
    "type": "object",
    "required": ["@type", "name"],
    "properties": {"@type": {"const": "CreativeWork"}, "name": _TEXT, "url": _LINK, "publisher": _NAMED},
}
#: What schema.org and the readers of ClaimReview ask for (https://schema.org/ClaimReview,
#: https://developers.google.com/search/docs/appearance/structured-data/factcheck).
SCHEMA: dict[str, Any] = {
    "type": "object",
    "required": ["@context", "@type", "url", "claimReviewed", "reviewRating", "author", "datePublished"],
    "additionalProperties": False,
    "properties": {
        "@context": {"const": "https://schema.org"},
        "@type": {"const": "ClaimReview"},
        "url": {"type": "string", "pattern": "^https://desk\\.example/june#f-[0-9a-f]{12}$"},
        "datePublished": _DAY,
        "author": _NAMED,
        "claimReviewed": {"type": "string", "minLength": 1, "maxLength": 200},
        "reviewRating": {
            "type": "object",
            "required": ["@type", "alternateName", "bestRating", "worstRating"],
            "properties": {
                "@type": {"const": "Rating"},
                "alternateName": _TEXT,
                "ratingValue": {"type": "integer", "minimum": 1, "maximum": 5},
                "bestRating": {"const": 5},
                "worstRating": {"const": 1},
            },
        },
        "reviewBody": _TEXT,
        "citation": {"type": "array", "items": _LINK, "minItems": 1, "uniqueItems": True},
        "itemReviewed": {
            "type": "object",
            "required": ["@type", "appearance", "firstAppearance"],
            "properties": {
                "@type": {"const": "Claim"},
                "author": {"anyOf": [_NAMED, {"type": "array", "items": _NAMED, "minItems": 2}]},
                "datePublished": _TEXT,
                "appearance": {"type": "array", "items": _WORK, "minItems": 1},
                "firstAppearance": _WORK,
            },
        },
    },
}


@pytest.fixture
def worked(path: Path) -> Iterator[Review]:
    with told(path) as review:
        yield review


def written(review: Review, out: Path, *, all_states: bool = False) -> dict[str, Any]:
    """Write the claims, and give what each file holds by its name."""
    export = Export(
        "claimreview",
        out,
        all_states=all_states,
        base_url="https://desk.example/june#top",
        publisher_name="The Desk",
    )
    write_table(review, export)
    return {path.stem: json.loads(path.read_text("utf-8")) for path in sorted(out.glob("*.json"))}


def test_every_file_has_what_is_required(worked: Review, tmp_path: Path) -> None:
    found = written(worked, tmp_path / "claims")
    assert found
    for name, claim in found.items():
        Draft202012Validator(SCHEMA).validate(claim)
        assert claim["url"].endswith(f"#f-{name}")
        words = claim["claimReviewed"].lower()
        assert not any(state in words for state in SHAPES)


def test_figures_of_equal_value_and_scope_are_one_claim_with_all_its_appearances(
    worked: Review, tmp_path: Path
) -> None:
    found = written(worked, tmp_path / "claims")
    rows = {row.figure_id: row for row in worked.verdict_rows()}
    (exceeded,) = [claim for claim in found.values() if claim["claimReviewed"].startswith("more than 6,000")]
    appearances = exceeded["itemReviewed"]["appearance"]
    assert [one["publisher"]["name"] for one in appearances] == sorted(
        {row.publisher for row in rows.values() if row.low == 6000 and row.bound == "over"},
        key=[row.publisher for row in rows.values()].index,
    )
    assert len(appearances) == 3 and exceeded["itemReviewed"]["firstAppearance"] in appearances
    assert exceeded["itemReviewed"]["datePublished"] == min(one["datePublished"] for one in appearances)
    assert len(found) < len(rows)


def test_verdicts_are_rated(worked: Review, tmp_path: Path) -> None:
    ratings = {
        claim["reviewRating"]["alternateName"]: claim["reviewRating"].get("ratingValue")
        for claim in written(worked, tmp_path / "claims").values()
    }
    assert ratings == {"Confirmed": 5, "Disputed": None, "Misreported: noun swapped": 1, "Misreported: bound lost": 2}
    part = {reason.code for reason in REASONS if rating("misreported", reason.code)["ratingValue"] == 2}
    assert part == {"bound_lost", "scope_changed"}


def test_a_misreport_is_the_claim_of_who_printed_it(worked: Review, tmp_path: Path) -> None:
    found = written(worked, tmp_path / "claims").values()
    (headline,) = [claim for claim in found if claim["reviewRating"]["alternateName"] == "Misreported: bound lost"]
    assert headline["itemReviewed"]["author"] == {"@type": "Organization", "name": "Meridian Wire (sample)"}
    assert headline["claimReviewed"].startswith("6,000 North Korean casualties, according to UK (")
    (kyiv,) = [claim for claim in found if "3,800" in claim["claimReviewed"]]
    assert kyiv["itemReviewed"]["author"] == {"@type": "Thing", "name": "Officials in Kyiv"}


def test_one_claim_with_two_verdicts_is_two(worked: Review, tmp_path: Path) -> None:
    before = written(worked, tmp_path / "before")
    exceeded = [row.figure_id for row in worked.verdict_rows() if row.low == 6000 and row.bound == "over"]
    with open_review(worked.path, reviewer="Ana Reyes") as review:
        review.decide([review.find(exceeded[-1])], "disputed")
    assert len(written(worked, tmp_path / "after")) == len(before) + 1


def test_what_has_no_verdict_to_publish_is_no_claim(review: Review, tmp_path: Path) -> None:
    review.decide([2], "confirmed")
    review.decide([3], "dismissed")
    assert len(written(review, tmp_path / "claims", all_states=True)) == 1


def test_without_address_and_name_they_are_left_out(review: Review, tmp_path: Path) -> None:
    review.decide([2], "confirmed")
    write_table(review, Export("claimreview", tmp_path / "claims"))
    (path,) = (tmp_path / "claims").glob("*.json")
    assert not {"url", "author"} & set(json.loads(path.read_text("utf-8")))


def test_hostile_texts_stay_text(tmp_path: Path) -> None:
    with open_review(tmp_path / "kursk.db", reviewer="ana", create=True) as review:
        for text in HOSTILE:
            document = make_document(stored_text(f"{text} 6,000 homes"), name="x")
            noun = stored_text(text)
            changes: dict[str, Any] = {"noun": noun, "attribution": noun, "sentence_start": 0}
            figure = make_figure(document, "6,000", 6000, start=document.text.index("6,000 homes"), **changes)
            review.add(document, [figure])
        review.decide(review.queue(), "confirmed", note="\u202eoof", evidence=["https://example.org/a"])
        found = written(review, tmp_path / "claims")
        reader = Report(Table(review, Export("claimreview"))).reader()
        words = [claimed(claim) for claim in claims(reader)]
    assert len(found) == len(HOSTILE) == len(words)
    assert all(visible(text) == text and len(text) <= 200 for text in words)
    for path in (tmp_path / "claims").glob("*.json"):
        text = path.read_text("utf-8")
        assert visible(text, newlines=True) == text
        Draft202012Validator(SCHEMA).validate(json.loads(text))
