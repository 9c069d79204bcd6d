"""The texts that diagnostics speak of."""

from collections.abc import Mapping

from infraspec.source.places import Source

__all__ = ["Source", "Sources"]


class Sources:
    """The texts that diagnostics speak of, by file."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self._texts = texts
        self._read: dict[str, Source] = {}

    def of(self, file: str) -> Source:
        """The text of one file; empty for one that could not be read."""
        if file not in self._read:
            self._read[file] = Source(self._texts.get(file, ""))
        return self._read[file]
