"""The proof pack: all that is needed to check every verdict again, with a hash of every file."""

import csv
import hashlib
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from db import Review, open_review
from db.errors import Busy, CannotWrite
from db.export import Export, write_table
from db.intake import take_in
from tests.db.report.telling import told


@pytest.fixture
def worked(path: Path) -> Iterator[Review]:
    with told(path) as review:
        yield review


def written(review: Review, out: Path, *, anonymous: bool = False, force: bool = False) -> list[str]:
    """Write a pack, and give the names of its files, without the list that tells what may be replaced."""
    write_table(review, Export("proof", out, force=force, anonymous=anonymous, publisher_name="The Desk"))
    return sorted(path.relative_to(out).as_posix() for path in out.rglob("[!.]*") if path.is_file())


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_a_pack_holds_its_parts_and_a_hash_of_each(worked: Review, tmp_path: Path) -> None:
    out = tmp_path / "proof"
    names = written(worked, out)
    manifest = json.loads((out / "manifest.json").read_text("utf-8"))
    assert [one["path"] for one in manifest["files"]] == [name for name in names if name != "manifest.json"]
    for one in manifest["files"]:
        content = (out / one["path"]).read_bytes()
        assert (one["bytes"], one["sha256"]) == (len(content), hashlib.sha256(content).hexdigest())
    assert {name for name in names if "/" not in name} == {
        *("corrections.csv", "evidence.csv", "manifest.json", "method.md", "places.csv", "report.html"),
        *("sources.csv", "verdicts.csv"),
    }
    assert manifest["figures"] == len(rows(out / "verdicts.csv")) == len(rows(out / "places.csv"))
    assert manifest["newest_decision"] == max(
        event.at for event in worked.history() if event.kind in ("verdict", "answer")
    )
    method = (out / "method.md").read_text("utf-8")
    assert all(f"`{name}`" in method for name in names if "/" not in name) and "`claims/`" in method


def test_the_parts_say_the_same(worked: Review, tmp_path: Path) -> None:
    out = tmp_path / "proof"
    written(worked, out)
    verdicts = {row["figure_id"]: row for row in rows(out / "verdicts.csv")}
    sources = {row["uid"]: row for row in rows(out / "sources.csv")}
    for place in rows(out / "places.csv"):
        verdict = verdicts[place["figure_id"]]
        assert sources[place["source"]]["url"] == verdict["url"] and place["text"] == verdict["text"]
        assert f'id="f-{place["figure_id"]}"' in (out / "report.html").read_text("utf-8")
    links = {name: row["evidence"].split() for name, row in verdicts.items()}
    for ground in rows(out / "evidence.csv"):
        assert not ground["link"] or ground["link"] in links[ground["figure_id"]]
    assert {(row["before"], row["after"]) for row in rows(out / "corrections.csv")} == {
        ("disputed", "confirmed"),
        ("Britain's Defence Intelligence", "Defence Intelligence (UK)"),
    }
    assert {row["reviewer"] for row in rows(out / "corrections.csv")} == {"Ana Reyes"}


def test_an_archived_copy_stands_with_its_document(tmp_path: Path) -> None:
    text = tmp_path / "weir.md"
    text.write_text("---\narchived: https://archive.example/weir\n---\nThe weir drowned 40 sheep, the mayor said.\n")
    with open_review(tmp_path / "weir.db", reviewer="Ana Reyes", create=True) as review:
        take_in(review, [text])
        review.decide(review.queue(), "confirmed")
        written(review, tmp_path / "proof")
    (source,) = rows(tmp_path / "proof" / "sources.csv")
    assert (source["archived"], source["figures"]) == ("https://archive.example/weir", "1")
    assert 'href="https://archive.example/weir"' in (tmp_path / "proof" / "report.html").read_text("utf-8")


def test_without_names_no_file_names_a_reviewer(worked: Review, tmp_path: Path) -> None:
    out = tmp_path / "proof"
    for name in written(worked, out, anonymous=True):
        content = (out / name).read_bytes()
        assert b"Ana" not in content and b"Reyes" not in content and b"reviewer" not in content.split(b"\n")[0], name


def test_the_same_review_gives_the_same_pack(worked: Review, tmp_path: Path) -> None:
    names = written(worked, tmp_path / "first")
    with open_review(worked.path, reviewer="Somebody Else") as again:
        assert written(again, tmp_path / "second") == names
    for name in names:
        assert (tmp_path / "first" / name).read_bytes() == (tmp_path / "second" / name).read_bytes()


def test_a_folder_that_holds_anything_else_is_left_as_it_is(worked: Review, tmp_path: Path) -> None:
    out = tmp_path / "proof"
    written(worked, out)
    with pytest.raises(CannotWrite, match="exists already"):
        written(worked, out)
    written(worked, out, force=True)
    (out / "claims" / "mine.txt").write_text("mine")
    with pytest.raises(CannotWrite):
        written(worked, out, force=True)
    assert (out / "claims" / "mine.txt").read_text() == "mine"
    other = tmp_path / "thesis"
    other.mkdir()
    (other / "chapter.md").write_text("mine")
    with pytest.raises(CannotWrite):
        written(worked, other, force=True)
    assert [path.name for path in other.iterdir()] == ["chapter.md"]


def test_a_review_that_changes_meanwhile_leaves_no_pack(
    worked: Review, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from db.export import proof

    def meanwhile(*arguments: object) -> Iterator[str]:
        with open_review(worked.path, reviewer="Somebody Else") as other:
            other.decide(other.queue()[:3], "confirmed")
        yield "# Method\n"

    monkeypatch.setattr(proof, "_method", meanwhile)
    with pytest.raises(Busy, match="was changed while it was exported"):
        written(worked, tmp_path / "proof")
    assert [path.name for path in tmp_path.iterdir()] == ["kursk.db"]


def test_cells_of_a_pack_start_no_formula(review: Review, tmp_path: Path) -> None:
    review.decide([2], "confirmed")
    review.add_evidence(2, kind="document", title="=1+1", quote="@SUM(A1)")
    review.correct(2, attribution="+4 to 5")
    written(review, tmp_path / "proof")
    (ground,) = rows(tmp_path / "proof" / "evidence.csv")
    assert (ground["title"], ground["quote"]) == ("'=1+1", "'@SUM(A1)")
    (change,) = rows(tmp_path / "proof" / "corrections.csv")
    assert change["after"] == "'+4 to 5"
