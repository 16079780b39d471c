"""Somebody who waits for an answer, but not for ever."""


class Patience:
    """Waits until it has been asked so often whether it still does."""

    def __init__(self, lasts: int) -> None:
        self.lasts, self.asked = lasts, 0

    def __call__(self) -> bool:
        self.asked += 1
        return self.asked > self.lasts
