"""Who reads and extracts besides this process: worker processes here, or a Dask cluster."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from db.crew.model import Crew


@contextmanager
def hired(workers: int | None = None, dask: str | None = None) -> "Iterator[Crew | None]":
    """Give a crew for the block: the cluster at the address `dask`, else so many processes, by default one a core.

    None, so that all is done in this process, for one worker. Raises ReviewError where the cluster does not answer.
    """
    crew = _crew(cores() if workers is None else workers, dask)
    try:
        yield crew
    finally:
        if crew is not None:
            crew.close()


def cores() -> int:
    """Give how many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _crew(workers: int, dask: str | None) -> "Crew | None":
    if dask is not None:
        from db.crew.cluster import Cluster

        return Cluster(dask)
    if workers < 2:
        return None
    from db.crew.processes import Processes

    return Processes(workers)
