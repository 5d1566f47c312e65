"""A review whose articles answer questions together, for the tests of the desk: conflicts, a sign, a sum, origins."""

from pathlib import Path

from db import Review, open_review
from db.intake import take_in

#: Four papers on one flood, of which one copies another; each has a head with its publisher and day.
ARTICLES = {
    "gazette.md": """---
title: Flood in Vessen
publisher: Vessen Gazette
date: 2025-06-18
url: https://gazette.example/flood
---
The flood in Vessen killed more than 60 people as of June 17, 2025, minister Ana Torvald said.
It destroyed 1,200 homes in Vessen, rescuers said.
About 400 people were injured in the flood in Vessen, the hospital said.
""",
    "wire.md": """---
title: Vessen under water
publisher: Meridian Wire
date: 2025-06-19
url: https://wire.example/vessen
---
The flood killed 38 people in Vessen as of June 16, 2025, according to the Red Cross.
It destroyed 900 homes in Vessen, the mayor said.
""",
    "mail.md": """---
title: Flood kills 60 people in Vessen
publisher: Harbour Mail
date: 2025-06-20
url: https://mail.example/dead
---
Minister Ana Torvald said the flood in Vessen killed more than 60 people as of June 17, 2025.
Officials said the flood killed 60 people in Vessen.
""",
    "courier.md": """---
title: Vessen mourns
publisher: Orlund Courier
date: 2025-06-22
url: https://courier.example/mourns
---
At least 71 people were killed by the flood in Vessen, the mayor said.
Farmers in Orlund brought in 4,200 tonnes of rye, the growers' board said.
""",
}


def asked_review(path: Path, articles: dict[str, str] = ARTICLES) -> Path:
    """Make a review of these articles, taken in and compared as a user does it."""
    folder = path.parent / "texts"
    folder.mkdir(exist_ok=True)
    for name, text in articles.items():
        (folder / name).write_text(text, encoding="utf-8")
    with open_review(path, reviewer="ana", create=True) as review:
        report = take_in(review, [folder / name for name in articles])
        assert not report.failures
    return path


def row_of(review: Review, text: str, publisher: str | None = None) -> int:
    """Give the row of the first figure of the queue with this text, of a publisher if one is given."""
    return next(
        view.row_id
        for view in review.figures(review.queue())
        if view.figure.text == text and publisher in (None, view.publisher)
    )
