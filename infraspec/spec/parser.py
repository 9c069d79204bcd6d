"""Plain data to validated entries: one walk that leaves out what is broken, and says what is wrong with it."""

from collections.abc import Iterator
from importlib import import_module
from typing import TypeVar, cast

from pydantic import ValidationError

from infraspec.diagnostic import Finding, Misread, Related, SpecPath
from infraspec.spec.base import SpecModel
from infraspec.spec.document import Entry, Parsed
from infraspec.spec.fields import fields_at
from infraspec.spec.foreign import nearest
from infraspec.spec.kinds import KINDS, Kind
from infraspec.spec.names import a_word, many, unusable, words
from infraspec.spec.problems import NAME_TWICE, UNUSABLE_NAME, WRONG_VALUE
from infraspec.spec.refusal import shown
from infraspec.spec.top import Top
from infraspec.spec.wording import Loc, findings_of, no_value, real, unknown_key

M = TypeVar("M", bound=SpecModel)
Data = object


class _Node:
    """The map of the language as a tree: fixed keys below names, names below fixed keys."""

    __slots__ = ("kind", "named", "sections")

    def __init__(self) -> None:
        self.sections: dict[str, _Node] = {}
        self.named: _Node | None = None
        self.kind: Kind | None = None


def _tree() -> _Node:
    root = _Node()
    for kind in KINDS:
        here = root
        for part in kind.where:
            if part == "*":
                here.named = here.named or _Node()
                here = here.named
            else:
                here = here.sections.setdefault(part, _Node())
        here.kind = kind
    return root


def parse(data: Data) -> tuple[Parsed, tuple[Finding, ...]]:
    """Every sound entry of a spec, and what is wrong with the others."""
    parser = _Parser()
    if not isinstance(data, dict):
        message = f"a spec is a mapping that starts with `version: 1`, not {shown(data)}"
        return parser.parsed, (Finding(problem=WRONG_VALUE, at=(), message=message),)
    parser.top(data)
    return parser.parsed, tuple(parser.findings)


class _Parser:
    """One walk over the data."""

    def __init__(self) -> None:
        self.parsed = Parsed()
        self.findings: list[Finding] = []

    def top(self, data: dict[str, Data]) -> None:
        """The whole spec."""
        root = _tree()
        own = self.sections(data, root, (), Top, "the spec")
        top = self.validate(Top, own, (), "the spec", tuple(root.sections))
        if top is None:
            self.parsed.top = _stand_in(own)
            return
        self.parsed.top = top.model
        if top.model.version != 1:
            message = f"there is no version {shown(top.model.version)} of the language"
            self.findings.append(Finding(problem=WRONG_VALUE, at=("version",), message=message, help="write 1"))

    def sections(
        self, data: dict[str, Data], node: _Node, path: SpecPath, model: type[SpecModel] | None, what: str
    ) -> dict[str, Data]:
        """Read the entries below `data`; what is left is the entry's own."""
        if not node.sections:
            return data
        own = {}
        for key, value in data.items():
            section = node.sections.get(key) or self.misspelt(key, data, node, (*path, key), model, what)
            if section is None:
                own[key] = value
            elif not isinstance(value, dict):
                self.lost(section)
                self.not_a_mapping(value, section, (*path, key))
            elif section.named is None:  # a group of sections, such as `iam:`
                for left in self.sections(value, section, (*path, key), None, f"`{key}`"):
                    self.findings.append(
                        unknown_key(left, (*path, key, left), f"`{key}`", tuple(section.sections), frozenset(value))
                    )
            else:
                self.names(value, section.named, (*path, key))
        return own

    def misspelt(
        self,
        key: str,
        data: dict[str, Data],
        node: _Node,
        path: SpecPath,
        model: type[SpecModel] | None,
        what: str,
    ) -> _Node | None:
        """The section that a key stands for which is no section: reported, and read all the same."""
        fields = fields_at(model, ()) if model else []
        if key in fields or not isinstance(data[key], dict):
            return None
        meant = nearest(key, (*fields, *node.sections))
        if meant is None or meant not in node.sections or meant in data:
            return None
        self.findings.append(unknown_key(key, path, what, (meant,)))
        return node.sections[meant]

    def names(self, data: dict[str, Data], node: _Node, path: SpecPath) -> None:
        """The entries of one section."""
        kind = node.kind
        assert kind is not None  # noqa: S101 - each name in KINDS is the end of some kind's path
        for name, value in data.items():
            here = (*path, name)
            sound = self.name(kind, name, here)
            if not isinstance(value, dict):
                self.parsed.broken[kind.word, name] = here
                self.not_an_entry(value, kind, here)
                continue
            model, what = _model(kind), f"{words(kind.word)} `{name}`"
            own = self.sections(value, node, here, model, what)
            entry = self.validate(model, own, here, what, tuple(node.sections))
            if entry is None:
                self.parsed.broken[kind.word, name] = here
            elif sound:
                self.parsed.entries.setdefault(kind.word, {})[name] = entry

    def name(self, kind: Kind, name: str, path: SpecPath) -> bool:
        """Whether a name can be used."""
        if found := unusable(name):
            message = f"{a_word(kind.word)} cannot be called {shown(name)}: {found}"
            self.findings.append(Finding(problem=UNUSABLE_NAME, at=path, message=message, on_key=True))
            self.parsed.broken[kind.word, name] = path
            return False
        first = self.parsed.entries.get(kind.word, {}).get(name)
        if first is None:
            return True
        self.findings.append(
            Finding(
                problem=NAME_TWICE,
                at=path,
                on_key=True,
                message=f"two {many(kind.word)} are called `{name}`",
                label="and here again",
                related=(Related(at=first.path, label="first here", on_key=True),),
                help="give each a name of its own; a name is used once for each kind, over all VPCs",
            )
        )
        return False

    def validate(
        self, model: type[M], data: dict[str, Data], path: SpecPath, what: str, sections: tuple[str, ...]
    ) -> Entry[M] | None:
        """The entry, or None with findings."""
        flaws = dict(_flaws(data))
        try:
            entry = Entry(path, model.model_validate(data), frozenset[tuple[str, int]]())
        except ValidationError as error:
            errors = error.errors(include_url=False)
        else:
            if not flaws:
                return entry
            errors = []
        self.findings.extend(findings_of(errors, model, path, what, sections, data))
        wrong = [real(error["loc"]) for error in errors]
        for loc, value in flaws.items():
            if value is None and not any(loc[: len(one)] == one for one in wrong):
                self.findings.append(no_value((*path, *loc)))
        return _without(model, data, path, (*wrong, *flaws))

    def lost(self, section: _Node) -> None:
        """Remember which kinds of name cannot be known, since the section that holds them cannot be read."""
        if section.kind is not None:
            self.parsed.unread.add(section.kind.word)
        for inside in (section.named, *section.sections.values()):
            if inside is not None:
                self.lost(inside)

    def not_a_mapping(self, value: Data, section: _Node, path: SpecPath) -> None:
        """A section that does not hold names."""
        word = words(section.named.kind.word) if section.named and section.named.kind else "section"
        found = "has no value" if value is None else f"holds {shown(value)}"
        help_ = f"write one {word} a line, as `name: {{…}}`, or remove `{path[-1]}`"
        message = f"`{path[-1]}` maps names to entries, but {found}"
        self.findings.append(Finding(problem=WRONG_VALUE, at=path, message=message, help=help_, on_key=value is None))

    def not_an_entry(self, value: Data, kind: Kind, path: SpecPath) -> None:
        """An entry that is not a mapping."""
        found = "has no value" if value is None else f"holds {shown(value)}"
        message = f"{words(kind.word)} `{path[-1]}` is a mapping of its settings, but {found}"
        help_ = "write {} where every setting keeps its default" if value is None else ""
        self.findings.append(Finding(problem=WRONG_VALUE, at=path, message=message, help=help_, on_key=value is None))


def _stand_in(own: dict[str, Data]) -> Top | None:
    """A top to go on with where the spec's own is broken: names and routes are judged all the same.

    Without its region no zone can be judged, so then there is none.
    """
    region, name = own.get("region"), own.get("name")
    if not isinstance(region, str) or isinstance(region, Misread):
        return None
    return Top(version=1, name=name if isinstance(name, str) else "spec", region=region)


def _without(model: type[M], data: dict[str, Data], path: SpecPath, wrong: tuple[Loc, ...]) -> Entry[M] | None:
    """The entry without the broken items of its lists, if nothing else of it is broken."""
    dropped = set()
    for loc in wrong:
        name, position = (*loc, None, None)[:2]
        if name not in model.survives or not isinstance(position, int) or not isinstance(data.get(str(name)), list):
            return None
        dropped.add((str(name), position))
    kept = {
        key: [item for i, item in enumerate(value) if (key, i) not in dropped]
        if key in model.survives and isinstance(value, list)
        else value
        for key, value in data.items()
    }
    try:
        return Entry(path, model.model_validate(kept), frozenset(dropped))
    except ValidationError:
        return None  # what is left is too little, which is the same mistake


def _flaws(data: Data) -> Iterator[tuple[Loc, Data]]:
    """Where a key or an item has no value, or one that could not be read as text."""
    items = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, value in items:
        if value is None or isinstance(value, Misread):
            yield (key,), value
        elif isinstance(value, dict | list):
            for loc, flaw in _flaws(value):
                yield (key, *loc), flaw


def _model(kind: Kind) -> type[SpecModel]:
    return cast("type[SpecModel]", getattr(import_module(f"infraspec.spec.{kind.module}"), kind.model))
