"""Scopes: what nouns and predicates come to, and how two of them stand to each other."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from figures.compare.lattice import lattice, singular
from figures.compare.peoples import adjective_of, people_of
from figures.compare.phases import phase
from figures.compare.scope import Scope, compare_scopes, scope_of


@pytest.mark.parametrize(
    ("noun", "predicate", "act", "thing", "people"),
    [
        ("Gambian casualties", None, "casualties", None, {"gambia"}),
        ("Gambian soldiers", "killed or wounded", "casualties", "troops", {"gambia"}),
        ("death toll", "injured", "wounded", None, set()),
        ("civilian deaths", None, "killed", "civilians", set()),
        ("road deaths", None, "killed", None, set()),
        ("bridge builders", "sent", "sent", "workers", set()),
        ("case workers", None, None, "workers", set()),
        ("prisoners of war", "exchanged", "captured", None, set()),
        ("number of homes", "destroyed", "destroyed", "homes", set()),
        ("tanks", "lost", "destroyed", "tanks", set()),
        ("marines", "lost", "casualties", "special_forces", set()),
        ("drones", "shot", "downed", "drones", set()),
        ("Palestinians", "killed", "killed", "people", {"palestine"}),
        ("U.S. troops", None, None, "troops", {"united states"}),
        ("barges", "adrift", "~adrift", "=barge", set()),
        ("soldiers", "reported", None, "troops", set()),
        (None, None, None, None, set()),
    ],
)
def test_a_noun_and_what_happened_to_it_have_their_classes(
    noun: str | None, predicate: str | None, act: str | None, thing: str | None, people: set[str]
) -> None:
    found = scope_of(noun, predicate)
    assert (found.act, found.thing, set(found.people)) == (act, thing, people)


@pytest.mark.parametrize(
    ("one", "other", "standing"),
    [
        (("soldiers", "killed"), ("casualties", None), "part"),
        (("soldiers", "killed"), ("soldiers", "wounded"), "different"),
        (("sappers", "sent"), ("personnel", "sent"), "part"),
        (("personnel", "sent"), ("workers", "sent"), "whole"),
        (("troops", "sent"), ("soldiers", None), "same"),
        (("sappers", "killed"), ("people", "injured"), "different"),
        (("sappers", "sent"), ("people", "mobilised"), "part"),
        (("people", "sent"), ("sappers", "mobilised"), "different"),
        (("wind turbines", None), ("turbines", None), "part"),
        (("wind turbines", None), ("steam turbines", None), "different"),
        (("turbines", None), ("barges", None), "different"),
        (("homes", "destroyed"), ("houses", "damaged"), "part"),
        (("homes", None), ("homes", "damaged"), "unknown"),
        ((None, None), ("homes", "damaged"), "unknown"),
    ],
)
def test_scopes_stand_to_each_other_as_their_classes_do(
    one: tuple[str | None, str | None], other: tuple[str | None, str | None], standing: str
) -> None:
    mirrored = {"part": "whole", "whole": "part"}.get(standing, standing)
    assert compare_scopes(scope_of(*one), scope_of(*other)) == standing
    assert compare_scopes(scope_of(*other), scope_of(*one)) == mirrored


@pytest.mark.parametrize("kind", ["act", "thing", "event"])
def test_every_word_of_the_data_file_names_its_class_and_every_whole_exists(kind: str) -> None:
    table = lattice(kind)
    for name, entry in table.entries.items():
        assert entry.title
        assert name not in entry.above
        assert entry.above <= table.entries.keys()
        assert name in table.words.values()


def test_a_word_of_two_classes_is_in_one_lattice_only_once() -> None:
    import tomllib
    from importlib.resources import files

    data = tomllib.loads((files("figures.compare") / "scope.toml").read_text(encoding="utf-8"))
    for kind, classes in data.items():
        words = [word for row in classes.values() for word in row["words"]]
        assert sorted(words) == sorted(set(words)), kind


@given(st.one_of(st.none(), st.text(max_size=60)), st.one_of(st.none(), st.text(max_size=30)))
def test_any_text_has_a_scope_that_is_its_own(noun: str | None, predicate: str | None) -> None:
    scope = scope_of(noun, predicate)
    assert isinstance(scope, Scope)
    assert compare_scopes(scope, scope) in ("same", "unknown")


@pytest.mark.parametrize(
    ("many", "one"),
    [
        ("ferries", "ferry"),
        ("losses", "loss"),
        ("buses", "bus"),
        ("crises", "crisis"),
        ("troops", "troop"),
        ("gas", "gas"),
    ],
)
def test_plurals_have_their_singular(many: str, one: str) -> None:
    assert singular(many) == one


@pytest.mark.parametrize(
    ("word", "name", "adjective"),
    [
        ("north koreans", "north korea", "North Korean"),
        ("uk", "united kingdom", "British"),
        ("usa", "united states", "American"),
        ("houthis", "houthis", "Houthi"),
        ("fiji", "fiji", "Fiji"),
    ],
)
def test_peoples_are_known_by_their_words(word: str, name: str, adjective: str) -> None:
    assert people_of(word) == name
    assert adjective_of(name) == adjective


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("Gambia will send 500 soldiers to Mali.", "plan"),
        ("Gambia sent 500 soldiers to Mali.", "done"),
        ("Gambia decided to send 500 soldiers to Mali.", "plan"),
        ("Gambia has approved the deployment of 500 soldiers.", "plan"),
        ("The 900 cooks and 500 soldiers would be sent to Mali.", "plan"),
        ("The blast may have killed 500 soldiers.", "done"),
        ("The firm will cut 500 jobs.", "plan"),
        ("They were 500 in all.", "done"),
        ("There is room for 500.", None),
    ],
)
def test_a_sentence_tells_what_is_planned_and_what_is_done(sentence: str, wanted: str | None) -> None:
    at = sentence.index("500")
    assert phase(sentence, at, at + 3) == wanted
