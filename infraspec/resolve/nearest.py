"""The name that a misspelt one is nearest to, among many: comparing with each would take a second for every mistake."""

from bisect import bisect_left
from collections.abc import Iterable

_FEW = 300
"""So many names are compared one by one."""


class Names:
    """Known names, indexed for the question which of them was meant."""

    def __init__(self, names: Iterable[str]) -> None:
        self.all = sorted(set(names))
        self._names = sorted(self.all, key=str.lower)
        self._lower = [name.lower() for name in self._names]
        self._shortened: dict[str, str] = {}

    def nearest(self, name: str, cutoff: float = 0.6) -> str | None:
        """The known name that differs by one character, or else the most similar of those that begin alike."""
        from difflib import get_close_matches  # noqa: PLC0415 - nothing is near while a spec is right

        lower = name.lower()
        if len(self._names) > _FEW and (found := self._one_character_off(lower)) is not None:
            return found
        at = bisect_left(self._lower, lower)
        alike = self._lower if len(self._names) <= _FEW else self._lower[max(0, at - _FEW // 2) : at + _FEW // 2]
        close = get_close_matches(lower, alike, n=1, cutoff=cutoff)
        return self._names[self._lower.index(close[0])] if close else None

    def _one_character_off(self, name: str) -> str | None:
        """A name that becomes `name` by one character more, less or other: both lose one and are then equal."""
        if not self._shortened:
            for known, lower in zip(self._names, self._lower, strict=True):
                for short in _without_one(lower):
                    self._shortened.setdefault(short, known)
        return next((self._shortened[short] for short in _without_one(name) if short in self._shortened), None)


def _without_one(name: str) -> Iterable[str]:
    """The name itself, and the name without each of its characters."""
    yield name
    for position in range(len(name)):
        yield name[:position] + name[position + 1 :]
