"""Several files as one spec: what `include:` brings in, and the overlays that are laid over it.

Every value keeps the characters that it is written in, so what is found of it later points into its own file.
"""

from collections.abc import Callable, Iterable
from dataclasses import replace
from posixpath import dirname, join, normpath

from infraspec.diagnostic import Edit, Finding, Related, Span, SpecPath
from infraspec.source.document import MAX_BYTES, read_into
from infraspec.source.files import Files
from infraspec.source.joining import Shape, Tree, joined, laid_over
from infraspec.source.located import Document, shifted
from infraspec.source.problems import NOT_INCLUDED, TOO_LARGE

ReadFile = Callable[[str], str | None]
"""The text of a file by its path from the spec's folder; None if there is none. A ValueError says why it cannot be."""

MAX_FILES = 100
"""Files of one spec: AWS's limits are reached long before."""


def layered(
    document: Document, read_file: ReadFile, overlays: Iterable[tuple[str, bytes]], shape: Shape
) -> tuple[Document | None, tuple[Finding, ...]]:
    """A spec with its includes in it and overlays, by name and content, over it; None where nothing can be said of it.

    `shape` says which mappings may stand in several files.
    """
    layers = _Layers(document, read_file, shape)
    tree = layers.with_includes(Tree.of(document), "")
    for name, raw in overlays:
        over = layers.read(name, raw)
        if over is None:
            return None, tuple(layers.findings)
        if asked := over.child("include"):
            at = Span(asked.key_start, asked.key_end)
            layers.refuse(at, "an overlay cannot include files", "include it in the spec, or pass it as `--overlay`")
        tree = laid_over(tree, over.without("include"), layers.findings)
    made = replace(document, data=tree.data, root=tree.where, values=layers.values, is_whole=layers.is_whole)
    return made, tuple(layers.findings)


class _Layers:
    """One spec while its files are read."""

    def __init__(self, document: Document, read_file: ReadFile, shape: Shape) -> None:
        self.files: Files = document.files
        self.values = document.values
        self.read_file = read_file
        self.shape = shape
        self.findings: list[Finding] = []
        self.is_whole = True
        self.size = len(self.files.all[0].text)
        self.main = self.files.all[0].name
        self.included: dict[str, Span] = {}
        """Each file's path from the spec's folder, with the place that asked for it first."""

    def with_includes(self, tree: Tree, path: str) -> Tree:
        """A file, whose path from the spec's folder is `path`, with all that it includes, in the order of its list."""
        made = tree.without("include")
        for name, at in self.asked_for(tree):
            part = self.part(name, at, dirname(path))
            if part is not None:
                made = joined(made, part, self.shape, self.findings)
        return made

    def asked_for(self, tree: Tree) -> list[tuple[str, Span]]:
        """The names below `include`, and where each is written."""
        child = tree.child("include")
        if child is None:
            return []
        written, where = tree.data["include"], child.value
        names = written if isinstance(written, list) else [written]
        places = where.children if isinstance(written, list) and isinstance(where.children, list) else [where]
        found = []
        for name, place in zip(names, places, strict=True):
            at = Span(place.start, place.end) if place.end > place.start else Span(child.key_start, child.key_end)
            if type(name) is str and name:
                found.append((name, at))
            else:
                message = "`include` takes the paths of files, each a text"
                self.refuse(at, message, "write `include: [network.yaml, services.yaml]`")
        return found

    def part(self, name: str, at: Span, folder: str) -> Tree | None:
        """What a file that is included holds, with its own includes; None, with a finding, where it cannot be had."""
        path = normpath(join(folder, name))
        text = self.text(name, path, at)
        if text is None:
            return None
        self.included[path] = at
        self.size += len(text)
        tree = self.read(join(dirname(self.main), path), text.encode())
        if tree is None:
            self.is_whole = False
            return None
        return self.with_includes(tree, path)

    def text(self, name: str, path: str, at: Span) -> str | None:
        """The text of a file that is included; None, with a finding at `at`, where it is not taken in."""
        if path in self.included or join(dirname(self.main), path) == normpath(self.main):
            first = self.included.get(path)
            related = () if first is None else (Related(at=first, label="first here"),)
            message = f"`{name}` is part of the spec already" if first else f"`{name}` is the spec itself"
            self.findings.append(
                Finding(problem=NOT_INCLUDED, at=at, message=message, related=related, help="remove one of the two")
            )
            return None
        if name.startswith("/") or "\\" in name or path.startswith(".."):
            help_ = "write its path from the folder of the file that includes it, with `/` between the parts"
            self.refuse(at, f"`{name}` lies outside the folder of the spec", help_)
            return None
        try:
            text = self.read_file(path)
        except ValueError as why:
            self.refuse(at, f"`{name}` {why}")
            return None
        if text is None:
            self.refuse(at, f"there is no file `{path}` in the folder of the spec", "write its path from this file")
        elif len(self.included) + 2 > MAX_FILES or self.size + len(text) > MAX_BYTES:
            self.is_whole = False
            message = f"a spec has at most {MAX_FILES} files and 4 MiB, and `{name}` is beyond"
            self.findings.append(Finding(problem=TOO_LARGE, at=at, message=message))
            return None
        return text

    def read(self, name: str, raw: bytes) -> Tree | None:
        """One more file as a mapping; None, with findings in it, where it is none."""
        if not raw.strip():
            self.files.add(name, "")
            at, help_ = Span(self.files.all[-1].base, self.files.all[-1].base), "write {} where nothing is to stand"
            self.findings.append(Finding(problem=NOT_INCLUDED, at=at, message="the file is empty", help=help_))
            return None
        document, found = read_into(self.files, raw, name, self.values)
        base = self.files.all[-1].base
        self.findings.extend(_moved(finding, base) for finding in found)
        if document is None:
            return None
        self.values = document.values
        where = shifted(document.root, base)
        if isinstance(document.data, dict) and isinstance(where.children, dict):
            return Tree(document.data, where)
        message = "a part of a spec is a mapping, as the spec itself is"
        help_ = "write a section such as `vpcs:`, or {} for nothing"
        at = Span(where.start, min(where.end, where.start + 1))
        self.findings.append(Finding(problem=NOT_INCLUDED, at=at, message=message, help=help_))
        return None

    def refuse(self, at: Span, message: str, help_: str = "") -> None:
        """Say that a file is not taken in."""
        self.is_whole = False
        self.findings.append(Finding(problem=NOT_INCLUDED, at=at, message=message, help=help_))


def _moved(finding: Finding, by: int) -> Finding:
    """What is wrong with a text, at its place among those of all files."""
    fixes = tuple(
        fix._replace(edits=tuple(Edit(_place(edit.at, by), edit.text, edit.how) for edit in fix.edits))
        for fix in finding.fixes
    )
    related = tuple(replace(one, at=_place(one.at, by)) for one in finding.related)
    return replace(finding, at=_place(finding.at, by), related=related, fixes=fixes)


def _place(at: SpecPath | Span, by: int) -> SpecPath | Span:
    return Span(at.start + by, at.end + by) if isinstance(at, Span) else at
