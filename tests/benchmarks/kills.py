"""Kill programs that mark figures, again and again, and hold the file against what they had acknowledged.

    python -m tests.benchmarks.kills [--kills 1000] [--seed 1]

Exits with 1 at the first acknowledged verdict that is lost, half action, wrong counter or damaged page.
"""

import argparse
import sys
import tempfile
from pathlib import Path
from random import Random
from time import perf_counter

from db import open_review
from tests.db.killing import check, killed
from tests.factories import sample


def main() -> int:
    """Run the kills; gives 1 if anything was lost."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--kills", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    chance, acknowledged, began = Random(arguments.seed), set[str](), perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "review.db"
        with open_review(path, reviewer="ana", create=True) as review:
            for number in range(1, 31):
                review.add(*sample(number))
        for kill in range(arguments.kills):
            acknowledged |= killed(path, f"reader {kill % 5}", chance)
            try:
                check(path, acknowledged)
            except AssertionError as error:
                print(f"after {kill + 1:,} kills: {error}")
                return 1
    print(
        f"{arguments.kills:,} kills, {len(acknowledged):,} acknowledged verdicts, 0 lost, "
        f"file sound after each ({perf_counter() - began:,.0f} s)"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
