"""Finding figures by words and state, a page at a time."""

import sqlite3

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db import Review
from db.search import match_words


def _found(
    review: Review, words: str, *, state: str | None = None, all_figures: bool = False, limit: int = 100
) -> list[int]:
    page = review.first_page(words=words, state=state, all_figures=all_figures, limit=limit)
    assert page.complete
    return list(page.ids)


def test_words_of_sentence_and_noun_are_found(review: Review) -> None:
    assert _found(review, "homes") == [2, 6, 10]
    assert _found(review, "grid operator") == [2, 6, 10]
    assert _found(review, "HOMES lost") == [2, 6, 10]
    assert _found(review, "residents homes") == []
    assert _found(review, "barges", limit=2) == [1, 5]


def test_the_start_of_the_last_word_is_enough(review: Review) -> None:
    assert _found(review, "hom") == _found(review, "power hom") == [2, 6, 10]
    assert _found(review, "hom ") == _found(review, "hom power") == []
    assert _found(review, "ho") == []


def test_without_words_the_queue_begins(review: Review) -> None:
    assert _found(review, "") == list(review.queue())
    assert _found(review, " ", limit=2) == list(review.queue())[:2]
    assert _found(review, "", all_figures=True) == list(review.queue(all_figures=True))


def test_words_and_state_together(review: Review) -> None:
    review.decide([6], "disputed")
    assert _found(review, "homes", state="disputed") == [6]
    assert _found(review, "homes", state="unreviewed") == [2, 10]
    assert _found(review, "", state="disputed") == [6]


def test_what_is_not_checkable_is_found_when_asked_for(review: Review) -> None:
    assert 4 not in _found(review, "ferry")
    assert 4 in _found(review, "ferry", all_figures=True)


def test_accents_do_not_matter(review: Review) -> None:
    assert _found(review, "hömes") == [2, 6, 10]


@given(words=st.text(max_size=20))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_words_are_words_and_never_operators(review: Review, words: str) -> None:
    page = review.first_page(words=words.encode("utf-8", "replace").decode(), limit=3)
    assert page.complete


@pytest.mark.parametrize(
    "words", ['"', 'a" OR "b', "homes NOT lost", "noun:homes", "homes*", "(homes", "-homes", "^homes"]
)
def test_signs_of_the_query_language_mean_nothing(review: Review, words: str) -> None:
    assert match_words(words).count('"') % 2 == 0
    assert review.first_page(words=words).complete


def test_when_time_is_up_what_was_found_is_given(review: Review, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("db.search._STEPS", 1)
    page = review.first_page(seconds=0)
    assert not page.complete
    assert list(page.ids) == list(review.queue())[: len(page.ids)]
    assert review.first_page(seconds=60).complete
    assert len(review.queue()) == 9  # the limit is over with the question


def test_the_index_follows_the_figures(review: Review) -> None:
    connection = sqlite3.connect(review.path)
    connection.execute("UPDATE figures SET noun = 'greenhouses' WHERE id = 2")
    connection.commit()
    assert _found(review, "greenhouses") == [2]
    connection.execute("DELETE FROM figures WHERE id = 10")
    connection.commit()
    assert _found(review, "homes") == [2, 6]
    connection.execute("INSERT INTO figures_fts (figures_fts, rank) VALUES ('integrity-check', 1)")
    connection.close()


def test_a_verdict_writes_nothing_into_the_index(review: Review) -> None:
    before = review.connection.execute("SELECT count(*), max(id) FROM figures_fts_data").fetchone()
    review.decide(review.queue(), "confirmed", note="seen", evidence=["https://example.org/a"])
    assert review.connection.execute("SELECT count(*), max(id) FROM figures_fts_data").fetchone() == before


def test_first_pages_are_read_in_the_order_of_an_index(review: Review) -> None:
    asked: list[str] = []
    review.connection.set_trace_callback(asked.append)
    for words in ("", "homes"):
        for state in (None, "disputed"):
            for all_figures in (False, True):
                review.first_page(words=words, state=state, all_figures=all_figures)
    review.connection.set_trace_callback(None)
    asked = [sql for sql in asked if "LIMIT 100" in sql]  # the index asks questions of its own
    assert len(asked) == 8
    for sql in asked:
        plan = " / ".join(row[3] for row in review.connection.execute(f"EXPLAIN QUERY PLAN {sql}"))
        assert "TEMP B-TREE" not in plan
        assert "VIRTUAL TABLE" in plan or "COVERING INDEX" in plan
