"""A Dask cluster, for more articles than one machine is for."""

from collections.abc import Callable, Sequence
from importlib import import_module
from typing import Any, Generic

from db.crew.model import Item, Lost, Result
from db.errors import ReviewError

#: So many seconds the scheduler has for its first answer.
PATIENCE = 10
MISSING = "--dask needs dask and distributed, which are not installed: pip install 'figcheck[dask]'"
DIED = "extracting it ends the workers of the cluster; it is left out"


class Cluster:
    """The workers of a Dask cluster: figcheck is installed on them, and they do not see the files of this machine."""

    reads = False
    small = 0

    def __init__(self, address: str) -> None:
        """Give the cluster with its scheduler at an address such as tcp://10.0.0.5:8786, asked when there is work.

        Raises ReviewError where Dask is not installed.
        """
        self.address = address
        self.size = 1
        self._client: Any = None
        try:
            self._dask: Any = import_module("distributed")
        except ImportError:
            raise ReviewError(MISSING) from None

    def send(self, work: Callable[[Sequence[Item]], list[Result]], items: Sequence[Item]) -> "_Job[Item, Result]":
        """Have a function of a module done on items; raises ReviewError where no scheduler answers."""
        return _Job(self, work, items)

    def close(self) -> None:
        """Leave the cluster; it stops working on what was sent."""
        if self._client is not None:
            self._client.close(timeout=1)
            self._client = None

    def submit(self, work: Callable[[Sequence[Item]], list[Result]], items: Sequence[Item]) -> Any:
        """Hand items to the cluster; gives Dask's future. Raises ReviewError where no scheduler answers."""
        if self._client is None:
            self._client = self._connected()
            self.size = max(1, sum(self._client.nthreads().values()))
        # Not pure: that would have every document hashed for a name of the result, which nobody asks for again.
        return self._client.submit(work, list(items), pure=False)

    def _connected(self) -> Any:
        try:
            return self._dask.Client(self.address, timeout=PATIENCE, set_as_default=False)
        except (OSError, ValueError, TimeoutError) as error:
            why = str(error).partition("\n")[0] or type(error).__name__
            raise ReviewError(
                f"no Dask scheduler answers at {self.address} ({why}): start one (dask scheduler), or leave out --dask"
            ) from None

    def result(self, future: Any) -> Any:
        """Wait for what a future gives; None where the workers die of it, which Dask tries several times.

        Raises ReviewError where the cluster cannot give anything.
        """
        try:
            return future.result()
        except self._dask.KilledWorker:
            return None
        except (OSError, self._dask.CancelledError) as error:
            raise ReviewError(
                f"the Dask cluster at {self.address} is gone ({type(error).__name__}): what was stored stays, and the "
                "same command goes on from there"
            ) from error
        except ImportError as error:
            raise ReviewError(
                f"the workers of the Dask cluster at {self.address} miss something ({error}): install there the same "
                "figcheck as here"
            ) from error


class _Job(Generic[Item, Result]):
    """Items that were sent to a cluster."""

    def __init__(self, crew: Cluster, work: Callable[[Sequence[Item]], list[Result]], items: Sequence[Item]) -> None:
        self._crew, self._work, self._items = crew, work, items
        self._future = crew.submit(work, items)

    def ready(self) -> bool:
        """Tell whether the results are there."""
        return bool(self._future.done())

    def results(self) -> Sequence[Result | Lost]:
        """Wait for the results; raises ReviewError where the cluster cannot give any."""
        done: list[Result] | None = self._crew.result(self._future)
        if done is not None:
            return done
        results: list[Result | Lost] = []
        for item in self._items:
            one: list[Result] | None = self._crew.result(self._crew.submit(self._work, [item]))
            results += [Lost(DIED)] if one is None else one
        return results
