"""Parts of a spec that is written out: where each stands, and those that a name means."""

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING

from infraspec.diagnostic import Span, SpecPath
from infraspec.report.source import Sources
from infraspec.source.places import path_text

if TYPE_CHECKING:
    from infraspec.compiler import Checked
    from infraspec.spec.written_out import Part


class Places:
    """Lines and columns of paths."""

    def __init__(self, spec: "Checked") -> None:
        assert spec.document is not None  # noqa: S101 - a sound spec was read
        self._document = spec.document
        self._main = spec.file
        self._sources = Sources(spec.files.texts())

    def of(self, path: SpecPath) -> dict[str, object]:
        """File, line and column of a path, and the line that brought it there, if any."""
        span, via = self._document.locate(path, on_key=bool(path) and isinstance(path[-1], str))
        found = dict(zip(("file", "line", "column"), self._place(span), strict=True))
        return found | ({"used_at_line": self._place(via)[1]} if via is not None else {})

    def said(self, path: SpecPath) -> str:
        """The same in a few words."""
        found = self.of(path)
        used = f", used at line {found['used_at_line']}" if "used_at_line" in found else ""
        where = "" if found["file"] == self._main else f"{found['file']} "
        return f"{where}line {found['line']}{used}"

    def _place(self, span: Span) -> tuple[str, int, int]:
        file, local = self._document.files.local(span)
        return (file.name, *self._sources.of(file.name).position(local.start))


def paths_of(part: "Part", name: str | None, path: SpecPath = ()) -> Iterator[SpecPath]:
    """Where the key `name` stands, or the path that it is, or the `kind:name`; every key where there is no name."""
    kind, colon, rest = (name or "").partition(":")
    for key, one in part.value.items() if isinstance(part.value, dict) else ():
        here = (*path, key)
        of_kind = colon and key == rest and bool(path) and str(path[-1]).startswith((kind, kind.removesuffix("y")))
        if name is None or key == name or of_kind or path_text(here) == name:
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
