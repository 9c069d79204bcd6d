"""Parts of a spec that is written out: where each stands, and those that a name means."""

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING

from infraspec.diagnostic import SpecPath
from infraspec.resolve.overrides import entry_of
from infraspec.source import places
from infraspec.source.places import path_text

if TYPE_CHECKING:
    from infraspec.compiler import Checked
    from infraspec.spec.written_out import Part


class Places:
    """Lines and columns of paths, as they are shown behind a line."""

    def __init__(self, spec: "Checked") -> None:
        assert spec.document is not None  # noqa: S101 - a sound spec was read
        self._places = places.Places(spec.document)
        self._main = spec.file
        self._added = spec.draft.added if spec.draft is not None else {}
        self._more = {path[:-1]: why for path, why in self._added.items() if isinstance(path[-1], int)}

    def of(self, path: SpecPath) -> dict[str, object]:
        """File, line and column of a path, and the line that brought it there, if any."""
        why = self._why(path)
        at = self._places.position(why or path)
        found: dict[str, object] = {"file": at.file, "line": at.line, "column": at.column}
        if why is not None:
            found["added_for"] = path_text(why)
        return found | ({} if at.used_at is None else {"used_at_line": at.used_at})

    def said(self, path: SpecPath) -> str:
        """The same in a few words."""
        why = self._why(path)
        at = self._places.position(why or path)
        used = "" if at.used_at is None else f", used at line {at.used_at}"
        where = "" if at.file == self._main else f"{at.file} "
        added = "" if why is None else f"added for {why[-1]}, "
        more = self._more.get(path)
        beside = "" if more is None or why is not None else f", more for {more[-1]}"
        return f"{added}{where}line {at.line}{used}{beside}"

    def _why(self, path: SpecPath) -> SpecPath | None:
        """The key for whose sake something was added; None for what somebody wrote."""
        return next((self._added[path[:end]] for end in range(1, len(path) + 1) if path[:end] in self._added), None)


def paths_of(part: "Part", name: str | None, path: SpecPath = ()) -> Iterator[SpecPath]:
    """Where the key `name` stands, or the path that it is, or the `kind:name`; every key where there is no name."""
    for key, one in part.value.items() if isinstance(part.value, dict) else ():
        here = (*path, key)
        word, entry = entry_of(here)
        if name is None or name in (key, path_text(here)) or (entry == here and name == f"{word}:{key}"):
            yield here
        else:
            yield from paths_of(one, name, here)
        if name is None:
            yield from paths_of(one, None, here)


def pruned(part: "Part", kept: Collection[SpecPath], path: SpecPath = ()) -> "Part":
    """What leads to the paths that are kept, and all that they hold."""
    if path in kept or not isinstance(part.value, dict):
        return part
    inside = {
        key: pruned(one, kept, (*path, key))
        for key, one in part.value.items()
        if any(one_kept[: len(path) + 1] == (*path, key) for one_kept in kept)
    }
    return part._replace(value=inside)
