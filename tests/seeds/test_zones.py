"""What a reader of a page would call each of its lines."""

import textwrap

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seeds.document import Item, stored_text
from seeds.zones import zones_of

FALL = "The ministry said on Tuesday that more than 4,200 people had left the valley since the dam failed."
SEARCH = "Rescue teams from three provinces searched 17 villages, and 35 people were still missing in the evening."
COST = "Officials put the damage at $1.2 billion, but independent engineers called that figure premature."
RIVER = "The river is expected to fall by 40 centimetres before the weekend, according to the weather service."
TITLE = "Dam Failure Displaces Thousands in Valley"
BRIDGE = "Bridge reopens after 14 months of works"
MINISTER = "Minister quits over 5 missing reports"


def page(*lines: str, gap: str = "\n\n") -> str:
    return gap.join(lines)


def labels(text: str, published: str | None = None) -> dict[str, tuple[str, int]]:
    """Map each line of the text to its (zone, item)."""
    _, zones = zones_of(text, published=published)
    found: dict[str, tuple[str, int]] = {}
    for zone in zones:
        for line in text[zone.start : zone.end].split("\n"):
            if line.strip():
                found[line.strip()] = (zone.kind, zone.item)
    return found


def items(text: str, published: str | None = None, base: str | None = None) -> tuple[Item, ...]:
    return zones_of(text, published=published, base=base)[0]


def test_plain_article_is_headline_and_body() -> None:
    _, zones = zones_of(page(TITLE, FALL, SEARCH, COST))
    assert [(zone.kind, zone.item) for zone in zones] == [("headline", 0), ("body", 0)]


def test_article_without_headline_is_body_only() -> None:
    found, zones = zones_of(page(FALL, SEARCH))
    assert [zone.kind for zone in zones] == ["body"]
    assert found == (Item(0),)


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_subheads_between_paragraphs_are_headlines(gap: str) -> None:
    assert labels(page(TITLE, FALL, SEARCH, "A costly night", COST, RIVER, gap=gap))["A costly night"] == (
        "headline",
        0,
    )


def test_question_as_title() -> None:
    text = page("Why did the dam fail?", FALL, SEARCH)
    assert labels(text)["Why did the dam fail?"] == ("headline", 0)
    assert items(text)[0].title == "Why did the dam fail?"


def test_title_ending_in_full_stop_is_known_from_its_repeat() -> None:
    assert labels(page("The dam is gone.", "The dam is gone.", FALL, SEARCH))["The dam is gone."] == ("headline", 0)


def test_hard_wrapped_paragraphs_are_body() -> None:
    paragraphs = [textwrap.fill(f"{first} {second}", 72) for first, second in ((FALL, SEARCH), (COST, RIVER))]
    _, zones = zones_of(page(TITLE, *paragraphs))
    assert [zone.kind for zone in zones] == ["headline", "body"]


@pytest.mark.parametrize("mark", ["", "- ", "• "])
def test_lists_in_the_story_stay_body(mark: str) -> None:
    found = labels(page(TITLE, FALL, f"{mark}Killed: 600", f"{mark}Wounded: 1,200", COST))
    assert found[f"{mark}Killed: 600"] == found[f"{mark}Wounded: 1,200"] == ("body", 0)


def test_table_of_short_lines_is_body() -> None:
    assert set(labels("Killed\n600\nWounded\n1,200").values()) == {("body", 0)}


def test_markdown_headings_are_headlines_of_the_story() -> None:
    found = labels(page("# Dam gone", FALL, "## A costly night", SEARCH))
    assert found["# Dam gone"] == found["## A costly night"] == ("headline", 0)


def test_headline_printed_twice_with_other_quotes() -> None:
    found = labels(page("Valley calls dam ‘a crime’ and sues", "Valley calls dam 'a crime' and sues", FALL, SEARCH))
    assert [kind for kind, _ in found.values()][:2] == ["headline", "headline"]


def test_truncated_headline_gives_way_to_the_whole_one() -> None:
    whole = "Dam Failure Displaces Thousands in the Lower Valley"
    assert items(page("Dam Failure Displaces Thousands in...", whole, FALL, SEARCH))[0].title == whole


def test_headlines_that_differ_in_a_number_are_two() -> None:
    text = page(
        TITLE, FALL, SEARCH, "Related Articles", "Kim sends 5,000 men to the front", "Kim sends 6,000 men to the front"
    )
    assert len(items(text)) == 3


@pytest.mark.parametrize(
    "line",
    [
        "By Ana Petrov and Li Wei",
        "Published: 18 June 2025 10:20 GMT",
        "The Gazette3 days ago",
        "3 weeks ago 16",
        "dam-failure_20250618.jpg",
        "Home > World > Valley",
        "Share this article",
        "logo",
        "https://example.org/dam",
        "Parenting |",
        "5 min read",
    ],
)
def test_masthead_lines_are_boilerplate(line: str) -> None:
    found = labels(page(TITLE, line, FALL, SEARCH))
    assert (found[TITLE], found[line], found[FALL]) == (("headline", 0), ("boilerplate", 0), ("body", 0))


def test_standfirst_names_and_picture_above_the_story() -> None:
    picture = "This picture taken on Tuesday and released by the ministry, shows the dam. PHOTO: VALLEY/AFP"
    text = page(
        TITLE, RIVER, "Ana Petrov", "Ana Petrov", "The Gazette", "dam.jpg", picture, "June 19, 2025", FALL, SEARCH
    )
    found = labels(text)
    assert found[picture] == ("caption", 0)
    assert found[RIVER] == found[FALL] == ("body", 0)
    assert {found[line] for line in ("Ana Petrov", "The Gazette", "dam.jpg", "June 19, 2025")} == {("boilerplate", 0)}
    assert items(text)[0].published == "2025-06-19"


@pytest.mark.parametrize(
    "line",
    [
        "PHOTO: Water over the dam on Monday.",
        "FILE PHOTO: Water pours over the dam, June 2024. REUTERS/Ana Petrov",
        "(Photo by Ana Petrov/AFP)",
        "Water pours over the dam. (Photo: Ana Petrov)",
        "In this photo released by the ministry, 40 boats wait at the dam.",
    ],
)
def test_captions(line: str) -> None:
    assert labels(page(TITLE, FALL, line, SEARCH))[line] == ("caption", 0)


@pytest.mark.parametrize(
    "line", ["Advertisement", "Sign up for our newsletter", "Click here to follow the Gazette", "Story continues below"]
)
def test_furniture_inside_the_story_leaves_the_story_whole(line: str) -> None:
    found = labels(page(TITLE, FALL, line, SEARCH))
    assert found[line] == ("boilerplate", 0)
    assert found[SEARCH] == ("body", 0)


def test_foot_of_the_page() -> None:
    foot = ["Orange background", "Try our helper", "scroll to top", "Valley Media Group", "All rights reserved."]
    found = labels(page(TITLE, FALL, SEARCH, *foot))
    assert {found[line] for line in foot} == {("boilerplate", 0)}


def test_comments_are_not_the_story() -> None:
    found = labels(
        page(TITLE, FALL, SEARCH, COST, "Comments", "I counted 9 boats.", "Nobody believes 4,200.", "Nor me.")
    )
    assert found["I counted 9 boats."] == found["Nor me."] == ("boilerplate", 0)


def test_date_stamp_glued_to_the_lead() -> None:
    text = f" date 2025-06-18 {FALL}\n\n{SEARCH}"
    (item,), zones = zones_of(text)
    assert item.published == "2025-06-18"
    assert (zones[0].kind, text[zones[0].start : zones[0].end]) == ("boilerplate", "date 2025-06-18")
    assert text[zones[1].start :].startswith(FALL)


def test_a_word_and_a_date_below_it_are_two_lines() -> None:
    text = f"date \n2025-06-18 {FALL}"
    _, zones = zones_of(text)
    assert [text[zone.start : zone.end] for zone in zones] == ["date", "2025-06-18", FALL]


def test_dateline_stays_in_the_body() -> None:
    lead = f"SEOUL – {FALL}"
    assert labels(page(TITLE, lead, SEARCH))[lead] == ("body", 0)


def test_known_publication_day_wins() -> None:
    assert items(page(TITLE, "June 19, 2025", FALL), published="2025-06-20")[0].published == "2025-06-20"


def test_update_line_yields_to_the_publication_line() -> None:
    text = page(TITLE, "Updated June 20, 2025", "Published June 18, 2025", FALL, SEARCH)
    assert items(text)[0].published == "2025-06-18"


def test_dates_of_a_chronology_are_no_publication_day() -> None:
    assert items(page("The dam, day by day", FALL, "March 3, 2025", SEARCH, "April 4, 2025", COST))[0].published is None


def test_related_list_with_clocks() -> None:
    text = page(
        TITLE, "June 18, 2025", FALL, SEARCH, "More from The Gazette", BRIDGE, "3 hours ago", MINISTER, "2 days ago"
    )
    found = labels(text)
    assert (found[BRIDGE], found[MINISTER]) == (("teaser", 1), ("teaser", 2))
    assert (found["3 hours ago"], found["2 days ago"]) == (("boilerplate", 1), ("boilerplate", 2))
    assert items(text)[1:] == (Item(1, BRIDGE, "2025-06-18"), Item(2, MINISTER, "2025-06-16"))


def test_repeated_headline_and_clock_start_another_story_without_a_marker() -> None:
    text = page(TITLE, FALL, SEARCH, BRIDGE, "5 jam lalu", BRIDGE, "The bridge carries 9,000 cars a day.")
    found = labels(text)
    assert found[BRIDGE] == found["The bridge carries 9,000 cars a day."] == ("teaser", 1)
    assert items(text)[1] == Item(1, BRIDGE, None)


def test_related_story_printed_whole_with_publisher_lines() -> None:
    block = [MINISTER, MINISTER, "The Gazette", "time2 days ago", "• The Gazette", MINISTER, COST, RIVER]
    text = page(TITLE, FALL, SEARCH, "Related Articles", *block, "DOWNLOAD THE APP", "Read it anywhere you like.")
    found = labels(text, published="2025-06-21")
    assert {found[line] for line in (MINISTER, COST, RIVER)} == {("teaser", 1)}
    assert found["The Gazette"] == found["• The Gazette"] == ("boilerplate", 1)
    assert found["Read it anywhere you like."] == ("boilerplate", 0)
    assert items(text, published="2025-06-21")[1] == Item(1, MINISTER, "2025-06-19")


def test_clock_above_its_headline() -> None:
    found = labels(page(TITLE, FALL, SEARCH, "The Gazette", "2 days ago", BRIDGE, "3 days ago", MINISTER))
    assert (found[BRIDGE], found[MINISTER]) == (("teaser", 1), ("teaser", 2))


def test_next_article_below_the_first() -> None:
    text = page(
        TITLE, "By Ana Petrov", "June 18, 2025", FALL, SEARCH, BRIDGE, "By Li Wei", "June 17, 2025", COST, RIVER
    )
    found = labels(text)
    assert found[BRIDGE] == found[COST] == found[RIVER] == ("teaser", 1)
    assert items(text)[1] == Item(1, BRIDGE, "2025-06-17")


def test_story_goes_on_below_a_box_of_headlines() -> None:
    found = labels(page(TITLE, FALL, "Related Articles", BRIDGE, MINISTER, SEARCH, COST, RIVER))
    assert (found[BRIDGE], found[MINISTER]) == (("teaser", 1), ("teaser", 2))
    assert found[SEARCH] == found[RIVER] == ("body", 0)


@pytest.mark.parametrize("lead", ["Read more:", "Editor's Choice:", "ALSO READ |", "Baca juga:"])
def test_pointer_to_another_story(lead: str) -> None:
    text = page(TITLE, FALL, f"{lead} {BRIDGE}", SEARCH)
    found, zones = zones_of(text)
    parts = [(zone.kind, zone.item, text[zone.start : zone.end].strip()) for zone in zones]
    assert ("boilerplate", 0, lead) in parts
    assert ("teaser", 1, BRIDGE) in parts
    assert found[1].title == BRIDGE
    assert labels(text)[SEARCH] == ("body", 0)


def test_clocks_count_from_the_day_of_retrieval_where_no_other_is_known() -> None:
    text = page(TITLE, FALL, SEARCH, "Related Articles", BRIDGE, "2 days ago")
    assert items(text, base="2025-06-20T10:00:00Z")[1].published == "2025-06-18"


LINES = st.one_of(
    st.sampled_from(
        (
            *(
                TITLE,
                FALL,
                SEARCH,
                BRIDGE,
                MINISTER,
                "",
                "",
                "2 days ago",
                "June 18, 2025",
                "Related Articles",
                "Comments",
            ),
            *(f"Read more: {BRIDGE}", "By Ana Petrov", "The Gazette", "dam.jpg", "scroll to top", "# Dam", "- a list"),
            *(f"date 2025-06-18 {FALL}", "date ", "PHOTO: AFP", "Advertisement", "Is it?", "---", "***", "16"),
        )
    ),
    st.text(max_size=40),
)


@settings(max_examples=300)
@given(st.lists(LINES, max_size=25).map("\n".join))
def test_zones_are_ordered_apart_and_cover_all_that_is_not_white_space(raw: str) -> None:
    text = stored_text(raw)
    found, zones = zones_of(text)
    at = 0
    for zone in zones:
        assert at <= zone.start < zone.end <= len(text)
        assert not text[at : zone.start].strip()
        at = zone.end
    assert not text[at:].strip()
    assert [item.number for item in found] == list(range(len(found)))
    assert all(zone.item < len(found) for zone in zones)


@pytest.mark.parametrize(
    "line", ["a\n", "2 days ago\n", "Some short title here\n2 days ago\n", "Comments\n", "Read also: a b c\n"]
)
def test_many_short_lines_are_labelled(line: str) -> None:
    text = line * 20_000
    _, zones = zones_of(text)
    assert zones[-1].end == len(text.rstrip())
