"""Documents again: an edited text becomes the new version, and every judgement stays with its figure."""

import io
from collections.abc import Iterator
from pathlib import Path

import pytest

from db import Review, open_review
from db.checking import check
from db.export import Export, write_table
from db.intake import add_to_file, take_in
from db.model import FigureView
from db.salvage import salvage
from db.versions import Earlier, Updated, earlier_version, update
from figures.extract import extract
from figures.model import Figure
from seeds.document import Document
from tests.factories import make_document, make_figure

TEXT = (
    "Flood at the weir\n\nThe mill lost 12 wheels on the day. The county said 600 sheep had drowned in Arvik.\n\n"
    "Crews pumped for nine hours. They saved 38 boats from the harbour.\n"
)
URL = "https://harbour-post.example/weir"


def reading(text: str = TEXT, **changes: str | None) -> tuple[Document, list[Figure]]:
    fields = {"name": "weir.txt", "url": URL, "title": "Flood at the weir"} | changes
    document = make_document(text, **fields)
    return document, extract(document)


@pytest.fixture
def weir(tmp_path: Path) -> Path:
    return tmp_path / "weir.db"


@pytest.fixture
def review(weir: Path) -> Iterator[Review]:
    with open_review(weir, reviewer="ana", create=True) as opened:
        opened.add(*reading())
        yield opened


def of_text(review: Review, text: str) -> FigureView:
    """Give the one figure in view with this text."""
    views = review.figures(review.queue(all_figures=True))
    (found,) = [view for view in views if view.figure.text == text]
    return found


def updated(review: Review, text: str, **changes: str | None) -> Updated:
    report = update(review, *reading(text, **changes))
    assert report is not None
    return report


# What becomes of figures


def test_what_stands_keeps_id_verdict_note_evidence_tags_and_corrections(review: Review) -> None:
    before = of_text(review, "600")
    review.decide([before.row_id], "disputed", note="who counted?", evidence=["https://example.org/sheep"])
    review.tag([before.row_id], "later")
    review.correct(before.row_id, noun="ewes")
    report = updated(review, "Rain\n\n" + TEXT.replace("'", "’"))
    after = of_text(review, "600")
    assert (after.figure_id, after.state, after.note) == (before.figure_id, "disputed", "who counted?")
    assert [item.link for item in after.evidence] == ["https://example.org/sheep"]
    assert review.tags(after.row_id) == ["later"] and after.figure.noun == "ewes"
    assert after.document_id == report.document_id != before.document_id
    assert after.figure.start == before.figure.start + len("Rain\n\n")
    assert (report.version, report.carried, report.moved, report.fresh) == (2, 4, 0, 0)


def test_a_changed_number_leaves_the_old_figure_with_its_verdict_and_makes_a_new_one(review: Review) -> None:
    before = of_text(review, "600")
    review.decide([before.row_id], "confirmed")
    report = updated(review, TEXT.replace("600", "700"))
    old, new = review.figure(before.row_id), of_text(review, "700")
    assert (old.status, old.state, old.document_id) == ("orphaned", "confirmed", before.document_id)
    assert (new.status, new.state, new.changed_from) == ("live", "unreviewed", old.figure_id)
    assert (report.carried, report.changed, report.orphaned, report.fresh) == (3, 1, 0, 0)


def test_what_is_gone_is_kept_where_it_was_judged_and_put_away_where_not(review: Review) -> None:
    judged, other = of_text(review, "600"), of_text(review, "12")
    review.decide([judged.row_id], "confirmed")
    report = updated(review, TEXT.partition("\n\n")[0] + "\n\n" + TEXT.rpartition("\n\n")[2])
    assert (report.orphaned, report.retired, report.carried) == (1, 1, 2)
    listed = review.queue(all_figures=True)
    assert judged.row_id in listed and other.row_id not in listed
    assert judged.row_id not in review.queue()
    assert review.progress().queue == 2


def test_a_figure_with_a_note_alone_is_kept_too(review: Review) -> None:
    row_id = of_text(review, "600").row_id
    review.set_note(row_id, "ask the county")
    updated(review, TEXT.replace("600", "700"))
    assert review.figure(row_id).status == "orphaned" and row_id in review.queue(all_figures=True)


def test_a_kept_figure_is_still_exported(review: Review, tmp_path: Path) -> None:
    before = of_text(review, "600")
    review.decide([before.row_id], "confirmed")
    updated(review, "Nobody was hurt.\n")
    assert write_table(review, Export("md", tmp_path / "table.md")) == 1
    assert before.figure_id in (tmp_path / "table.md").read_text("utf-8")


def test_the_old_text_stays_readable_with_what_is_left_in_it(review: Review) -> None:
    before = of_text(review, "600")
    review.decide([before.row_id], "confirmed")
    updated(review, TEXT.replace("600", "700"))
    assert review.document(before.document_id).text == TEXT
    assert [mark.row_id for mark in review.marks(before.document_id)] == [before.row_id]


def test_an_undo_reaches_a_verdict_given_in_the_old_version(review: Review) -> None:
    row_id = of_text(review, "600").row_id
    review.decide([row_id], "confirmed")
    updated(review, "Rain.\n" + TEXT)
    review.undo()
    assert review.figure(row_id).state == "unreviewed"
    review.redo()
    assert review.figure(row_id).state == "confirmed"


def test_the_counters_follow(review: Review) -> None:
    review.decide([of_text(review, "600").row_id], "confirmed")
    updated(review, TEXT.replace("600", "700") + "\nLater 5 goats were found.\n")
    progress = review.progress()
    assert (progress.documents, progress.queue, progress.confirmed, progress.unreviewed) == (1, 5, 0, 5)
    assert progress.figures == 6


def test_a_third_version_comes_from_the_second(review: Review) -> None:
    row_id = of_text(review, "38").row_id
    review.decide([row_id], "confirmed")
    updated(review, TEXT.replace("600", "700"))
    report = updated(review, TEXT.replace("600", "800"))
    assert (report.version, report.carried, report.changed) == (3, 3, 1)
    assert review.figure(row_id).document_id == report.document_id
    assert of_text(review, "800").state == "unreviewed"


def test_an_added_figure_is_carried_though_the_extractor_does_not_see_it(review: Review) -> None:
    start = TEXT.index("the day")
    (row_id,) = review.add_figure(1, start, start + len("the day"), low=1, kind="duration", unit="day").row_ids
    review.decide([row_id], "confirmed")
    updated(review, "Rain fell on the day before.\n\n" + TEXT)
    view = review.figure(row_id)
    assert (view.status, view.state, view.origin, view.figure.text, view.figure.low) == (
        *("live", "confirmed", "added"),
        *("the day", 1),
    )
    assert view.sentence == "The mill lost 12 wheels on the day."
    assert row_id in review.queue()


def test_a_judged_figure_keeps_its_values_where_the_extractor_now_says_another_number(review: Review) -> None:
    before = of_text(review, "600")
    review.decide([before.row_id], "confirmed")
    document, _ = reading("Rain.\n" + TEXT)
    assert update(review, document, [make_figure(document, "600", 600_000, unit="t")]) is not None
    after = review.figure(before.row_id)
    assert (after.figure.low, after.figure.unit, after.status) == (600, before.figure.unit, "live")
    assert after.figure.start == document.text.index("600")


def test_a_judged_figure_stays_to_be_checked_where_its_zone_would_not_be(review: Review) -> None:
    before = of_text(review, "600")
    review.decide([before.row_id], "confirmed")
    document, _ = reading("Rain.\n" + TEXT)
    assert update(review, document, [make_figure(document, "600", checkable=False, why_not="boilerplate")]) is not None
    assert before.row_id in review.queue() and review.progress().confirmed == 1


def test_a_review_with_versions_is_sound_and_can_be_salvaged(review: Review, weir: Path, tmp_path: Path) -> None:
    start = TEXT.index("harbour")
    review.decide(review.queue(), "confirmed", note="seen")
    review.add_figure(1, start, start + len("harbour"), low=1)
    review.correct(of_text(review, "600").row_id, noun="ewes")
    updated(review, "Rain.\n" + TEXT.replace("600", "700"))
    assert check(review).findings == ()
    listed = review.figures(review.queue(all_figures=True))
    review.close()
    assert salvage(weir, tmp_path / "fresh.db").lost == ()
    with open_review(tmp_path / "fresh.db", reviewer="ana") as fresh:
        assert fresh.figures(fresh.queue(all_figures=True)) == listed


# Which document it is


def test_the_same_page_under_another_spelling_of_its_address_is_the_same_document(review: Review) -> None:
    found = earlier_version(review, reading("Quite another text.", url="HTTPS://Harbour-Post.example:443/weir#top")[0])
    assert found == Earlier(1, "weir.txt", 1)


def test_another_page_is_another_document_whatever_its_name(review: Review) -> None:
    assert earlier_version(review, reading(TEXT + "More.", url=URL + "/2")[0]) is None
    assert earlier_version(review, reading(TEXT + "More.", url=None)[0]) is None
    assert update(review, *reading(TEXT + "More.", url=URL + "/2")) is None
    assert review.progress().documents == 1


def test_without_address_name_title_and_wording_tell(review: Review) -> None:
    review.add(*reading(url=None))
    assert earlier_version(review, reading(TEXT.replace("600", "700"), url=None)[0]) == Earlier(2, "weir.txt", 1)
    assert earlier_version(review, reading(TEXT + "More.", url=None, name="other.txt")[0]) is None
    assert earlier_version(review, reading(TEXT + "More.", url=None, title="Rain")[0]) is None
    assert earlier_version(review, reading("A circus with 600 tents came to the town of Gorsk.", url=None)[0]) is None


def test_the_same_text_again_changes_nothing(review: Review, weir: Path) -> None:
    before = weir.read_bytes()
    assert update(review, *reading()) is None
    assert weir.read_bytes() == before


def test_a_text_that_comes_back_stays_the_old_version(review: Review) -> None:
    updated(review, TEXT.replace("600", "700"))
    assert update(review, *reading()) is None
    assert of_text(review, "700").status == "live"


# Intake


def test_an_edited_text_is_refused_without_update_and_taken_with_it(weir: Path, tmp_path: Path) -> None:
    file = tmp_path / "weir.txt"
    file.write_text(TEXT, "utf-8")
    add_to_file(weir, [file], reviewer="ana")
    file.write_text(TEXT.replace("600", "700"), "utf-8")
    refused = add_to_file(weir, [file], reviewer="ana")
    assert (refused.added, refused.known, refused.updated) == (0, 0, ())
    assert [failure.name for failure in refused.failures] == ["weir.txt"] and "--update" in refused.failures[0].reason
    taken = add_to_file(weir, [file], reviewer="ana", update=True)
    assert (taken.added, taken.failures) == (0, ())
    assert [(one.name, one.version, one.changed) for one in taken.updated] == [("weir.txt", 2, 1)]
    again = add_to_file(weir, [file], reviewer="ana", update=True)
    assert (again.known, again.updated) == (1, ())


def test_two_texts_of_one_page_in_one_go_are_two_versions_of_it(weir: Path, tmp_path: Path) -> None:
    head = f"---\nurl: {URL}\n---\n"
    for name, text in (("a.txt", TEXT), ("b.txt", TEXT.replace("600", "700"))):
        (tmp_path / name).write_text(head + text, "utf-8")
    report = add_to_file(weir, [tmp_path / "a.txt", tmp_path / "b.txt"], reviewer="ana", update=True)
    assert (report.added, len(report.updated)) == (1, 1)
    with open_review(weir, reviewer="ana") as review:
        assert review.progress().documents == 1


def test_different_texts_from_standard_input_are_different_documents(review: Review) -> None:
    for text in (b"The mill lost 12 wheels.", b"Nine boats sank in the harbour of Gorsk."):
        assert take_in(review, ["-"], stdin=io.BytesIO(text)).failures == ()
    assert review.progress().documents == 3


# The same name every day


BULLETIN = (
    "Daily bulletin\n\nThe level at the weir was {} cm. The rescue service made {} calls. "
    "In the evening {} homes were without power. The next bulletin comes tomorrow at noon.\n"
)


def test_the_bulletin_of_another_day_is_another_document(review: Review) -> None:
    monday, tuesday = BULLETIN.format(214, 31, "1,200"), BULLETIN.format(222, 18, 640)
    review.add(*reading(monday, url=None))
    assert earlier_version(review, reading(tuesday, url=None)[0]) is None
    assert earlier_version(review, reading(monday.replace("214", "241"), url=None)[0]) == Earlier(2, "weir.txt", 1)


def test_what_was_published_on_another_day_is_another_document(review: Review) -> None:
    review.add(*reading(url=None, published="2025-06-18"))
    edited = TEXT.replace("600", "700")
    assert earlier_version(review, reading(edited, url=None, published="2025-06-19")[0]) is None
    for published in ("2025-06-18", None):
        assert earlier_version(review, reading(edited, url=None, published=published)[0]) == Earlier(2, "weir.txt", 1)


def test_a_text_without_numbers_is_known_by_its_wording(review: Review) -> None:
    review.add(*reading(url=None))
    without = TEXT.replace("12 wheels", "wheels").replace("600 ", "").replace("38 ", "").replace("nine ", "")
    assert earlier_version(review, reading(without, url=None)[0]) == Earlier(2, "weir.txt", 1)


def test_a_text_can_be_taken_as_a_document_of_its_own(weir: Path, tmp_path: Path) -> None:
    file = tmp_path / "weir.txt"
    file.write_text(TEXT, "utf-8")
    add_to_file(weir, [file], reviewer="ana")
    file.write_text(TEXT.replace("600", "700"), "utf-8")
    refused = add_to_file(weir, [file], reviewer="ana")
    assert "--update" in refused.failures[0].reason and "--as-new" in refused.failures[0].reason
    taken = add_to_file(weir, [file], reviewer="ana", as_new=True)
    assert (taken.added, taken.failures, taken.updated) == (1, (), ())
    again = add_to_file(weir, [file], reviewer="ana", as_new=True)
    assert (again.added, again.known) == (0, 1)
    with open_review(weir, reviewer="ana") as review:
        assert review.progress().documents == 2
        assert {of_text(review, "600").status, of_text(review, "700").status} == {"live"}


def test_figures_in_other_words_are_counted_apart(review: Review) -> None:
    report = updated(review, TEXT.replace("The county said 600", "On Sunday night the county said 600"))
    assert (report.carried, report.reworded, report.changed) == (4, 1, 0)
