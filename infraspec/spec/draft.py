"""A spec's data, to which something is added that nobody wrote."""

from collections.abc import Mapping
from typing import Any

from infraspec.diagnostic import SpecPath


class Draft:
    """A copy of a spec's data, and what was added to it."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        self.data: dict[str, Any] = _copied(data)
        self.added: dict[SpecPath, SpecPath] = {}
        """Where something was added, and the key that asked for it."""

    def put(self, path: SpecPath, value: Any, why: SpecPath) -> None:
        """Write a value where there is none, with the sections that it stands in."""
        here: Any = self.data
        for position, step in enumerate(path[:-1]):
            if here.get(step) is None:
                here[step] = {}
                self.added.setdefault(path[: position + 1], why)
            here = here[step]
        if here.get(path[-1]) is None:
            here[path[-1]] = value
            self.added.setdefault(path, why)

    def append(self, path: SpecPath, value: Any, why: SpecPath) -> None:
        """Add an item to a list, or to the one value that stands in its place."""
        here: Any = self.data
        for step in path[:-1]:
            here = here[step]
        found = here.get(path[-1])
        if found is None:
            self.put(path, [value], why)
            return
        listed = here[path[-1]] = found if isinstance(found, list) else [found]
        if value not in listed:
            self.added[*path, len(listed)] = why
            listed.append(value)


def _copied(value: Any) -> Any:
    """Mappings and lists anew; what stands in them stays, with what it knows of itself."""
    if isinstance(value, Mapping):
        return {key: _copied(item) for key, item in value.items()}
    return [_copied(item) for item in value] if isinstance(value, list) else value
