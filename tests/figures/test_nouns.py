"""What a number counts: the noun a reader would give, after it, before it, or gone on with."""

import pytest

from tests.figures.reading import queue

_CASES = [
    # Acronyms that are written like little words.
    ("Two US engineers and 300 US troops left.", ["US engineers", "US troops"]),
    ("The plan covers three WHO regions.", ["WHO regions"]),
    ("They told us 40 lorries came.", ["lorries"]),
    ("Of those who came, 12 who stayed were fined.", [None]),
    # Those who are called by a plural of their own, and what it describes.
    ("Nine police officers were hurt.", ["police officers"]),
    ("Some 40 crew members swam ashore.", ["crew members"]),
    ("The state sent 900 police.", ["police"]),
    # A verb behind a bare number is no noun.
    ("Three firemen fell. Two suffered burns.", ["firemen", "firemen"]),
    ("Sixty riders set off. About 50 arrived before dark.", ["riders", "riders"]),
    ("There are 35,000 more awaiting a bed.", [None]),
    # What a number marks is not what it counts.
    ("Sales of e-bikes passed the 20,000 mark last week.", ["Sales"]),
    ("Cyclists top 3 million mark.", ["Cyclists"]),
    ("The river left 40 flood marks.", ["flood marks"]),
    # The number of them, whatever stands between.
    ("The number of riders who have signed up since the scheme began has hit 5,000.", ["riders"]),
    ("The number of riders grew, and fares rose to 4,000.", ["fares"]),
    # Shares of a whole.
    ("Almost half of all tenants have left.", ["tenants"]),
    ("Half of both crews fell ill.", ["crews"]),
    # What tells where is not what goes on being counted.
    ("Some 55,000 people slept in 53 halls, while another 30,000 stayed with kin.", ["people", "halls", "people"]),
    ("The storm hit five farms in two valleys and wrecked 12.", ["farms", "valleys", "farms"]),
    # Another quantity, or an adjective, is no name for this one.
    ("The dairy sold 69.1 million litres of milk for an average of 2.2 million litres a day.", ["milk", "milk"]),
    ("That is close to the record of 3.4 million tonnes.", ["record"]),
]


@pytest.mark.parametrize(("text", "nouns"), _CASES)
def test_it_is_named_as_a_reader_would(text: str, nouns: list[str | None]) -> None:
    assert [figure.noun for figure in queue(text)] == nouns
