"""A clock that nobody waits for."""


class Clock:
    """Tells a time that goes on only where somebody sleeps; `slept` are the naps."""

    def __init__(self) -> None:
        self.now = 1_000.0
        self.slept: list[float] = []

    def time(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.slept.append(round(seconds, 3))
        self.now += seconds
