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

    def of(self, path: SpecPath) -> dict[str, object]:
        """File, line and column of a path, and the line that brought it there, if any."""
        at = self._places.position(path)
        found: dict[str, object] = {"file": at.file, "line": at.line, "column": at.column}
        return found | ({} if at.used_at is None else {"used_at_line": at.used_at})

    def said(self, path: SpecPath) -> str:
        """The same in a few words."""
        at = self._places.position(path)
        used = "" if at.used_at is None else f", used at line {at.used_at}"
        where = "" if at.file == self._main else f"{at.file} "
        return f"{where}line {at.line}{used}"


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
