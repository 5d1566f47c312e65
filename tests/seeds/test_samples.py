"""The bundled reports, and how real pages of their kind are labelled."""

import json
from collections import Counter
from pathlib import Path

import pytest

from seeds.document import Document
from seeds.readers import Reading, document_from_text, read_inputs
from seeds.samples import sample_paths

SHARED = Path(__file__).parents[2].parent / "shared"


def samples() -> list[Document]:
    found = list(read_inputs(sample_paths()))
    assert all(isinstance(one, Reading) and not one.warnings for one in found)
    return [one.document for one in found if isinstance(one, Reading)]


def test_five_samples_of_invented_publishers() -> None:
    documents = samples()
    assert len(documents) == 5
    for document in documents:
        assert "sample: Sample report written for figcheck" in document.text
        assert document.publisher is not None and document.publisher.endswith("(sample)")
        assert document.url is not None and document.url.startswith("https://example.org/")
        assert document.published is not None and document.title
        assert 150 <= len(document.text.split("---", 2)[2].split()) <= 350


def test_zones_of_the_samples() -> None:
    kinds = [Counter(zone.kind for zone in document.zones) for document in samples()]
    assert [kind["teaser"] > 0 for kind in kinds] == [False, False, True, False, True]
    assert [kind["caption"] for kind in kinds] == [0, 1, 0, 0, 0]
    assert all(kind["headline"] and kind["body"] for kind in kinds)


def test_teasers_of_the_samples_are_dated() -> None:
    lantern, beacon = samples()[2], samples()[4]
    assert [item.published for item in lantern.items] == ["2025-06-21", "2025-06-19", "2025-06-17"]
    assert [item.published for item in beacon.items] == ["2025-08-22", None, "2025-08-22", "2025-08-21", "2025-08-20"]


def zone_at(document: Document, place: int) -> str:
    return next(zone.kind for zone in document.zones if zone.start <= place < zone.end)


@pytest.mark.skipif(not (SHARED / "gold").is_dir(), reason="the articles are not here")
def test_real_articles_are_labelled_as_their_readers_did() -> None:
    lines = (SHARED / "gold" / "seeds-dev.jsonl").read_text(encoding="utf-8").splitlines()
    records = [json.loads(line) for line in lines]
    texts = {name: (SHARED / "seeds" / name).read_text(encoding="utf-8") for name in {r["doc"] for r in records}}
    documents = {name: document_from_text(text, name=name) for name, text in texts.items()}
    differing = [
        (record["doc"], record["text"], record["section"], found)
        for record in records
        if (found := zone_at(documents[record["doc"]], record["start"]))
        != record["section"].replace("related", "teaser")
    ]
    print(f"zones agree with {len(records) - len(differing)} of {len(records)} labels")
    assert not differing
