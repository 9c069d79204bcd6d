"""Plain data to validated entries: one walk that leaves out what is broken, and says what is wrong with it."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar, cast

from infraspec.diagnostic import Finding, Related, SpecPath
from infraspec.spec.document import Entry, Parsed
from infraspec.spec.kinds import TOP, Kind
from infraspec.spec.names import a_word, many, unusable, words
from infraspec.spec.problems import NAME_TWICE, UNUSABLE_NAME, WRONG_VALUE
from infraspec.spec.reading import model_of, reader_of
from infraspec.spec.refusal import shown
from infraspec.spec.tree import SECTIONS, Node, tree

if TYPE_CHECKING:
    from infraspec.spec.base import SpecModel

M = TypeVar("M", bound="SpecModel")
Data = object
_PASSED_OVER = Node()
"""A section that stands beside the one that it may be."""
_NOTHING: frozenset[tuple[str, int]] = frozenset()


def parse(data: Data, *, is_whole: bool = True) -> tuple[Parsed, tuple[Finding, ...]]:
    """Every sound entry of a spec, and what is wrong with the others; unless it is whole, any name may be known."""
    parser = _Parser()
    if not is_whole:
        parser.lost(parser.root)
        parser.parsed.unread.add("internet_gateway")
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
        self.root = tree()
        self.vpcs: tuple[str, ...] = ()
        """The names of the VPCs as written, for examples."""

    def top(self, data: dict[str, Data]) -> None:
        """The whole spec."""
        root, vpcs = self.root, data.get("vpcs")
        self.vpcs = tuple(vpcs) if isinstance(vpcs, dict) else ()
        own = self.sections(data, root, (), reader_of(TOP.module, TOP.model).KEYS, "the spec")
        top = self.validate(TOP, own, (), "the spec", tuple(root.sections))
        if top is None:
            from infraspec.spec.judge import stand_in  # noqa: PLC0415 - it imports pydantic

            self.parsed.top = stand_in(own)
            return
        self.parsed.top = top.model
        if top.model.version != 1:
            message = f"there is no version {shown(top.model.version)} of the language"
            self.findings.append(Finding(problem=WRONG_VALUE, at=("version",), message=message, help="write 1"))

    def sections(
        self, data: dict[str, Data], node: Node, path: SpecPath, keys: tuple[str, ...], what: str
    ) -> dict[str, Data]:
        """Read the entries below `data`; what is left is the entry's own."""
        if not node.sections:
            return data
        own = {}
        for key, value in data.items():
            section = node.sections.get(key)
            if section is None and key not in keys:
                slip = isinstance(value, str | list) and key[:-1] in keys  # `route_tables: private`
                if not slip and self.misplaced(key, node, (*path, key), what, exact=True):
                    continue
                section = self.misspelt(key, data, node, (*path, key), keys, what)
                if section is None and isinstance(value, dict) and self.misplaced(key, node, (*path, key), what):
                    continue
            if section is None:
                own[key] = value
            elif section is not _PASSED_OVER:
                self.section(value, section, (*path, key))
        return own

    def section(self, value: Data, node: Node, path: SpecPath) -> None:
        """A section: its entries, sections of its own, or the one entry that it is."""
        if not isinstance(value, dict):
            self.lost(node)
            self.not_a_mapping(value, node, path)
        elif node.kind is not None:
            self.alone(node.kind, value, path)
        elif node.named is None:  # a group of sections, such as `iam:`
            self.group(value, node, path)
        else:
            self.names(value, node.named, path)

    def group(self, data: dict[str, Data], node: Node, path: SpecPath) -> None:
        """A group of sections, which has no keys of its own."""
        what = f"`{path[-1]}`"
        for left in self.sections(data, node, path, (), what):
            from infraspec.spec.wording import unknown_key  # noqa: PLC0415 - it imports pydantic

            known = tuple(node.sections)
            self.findings.append(unknown_key(left, (*path, left), what, known, frozenset(data)))

    def alone(self, kind: Kind[SpecModel], value: dict[str, Data], path: SpecPath) -> None:
        """The one entry of a kind that has no others, such as `password_policy`."""
        name, entry = str(path[-1]), self.validate(kind, value, path, f"`{path[-1]}`", ())
        if entry is None:
            self.parsed.broken[kind.word, name] = path
        else:
            self.parsed.entries.setdefault(kind.word, {})[name] = entry

    def misspelt(
        self,
        key: str,
        data: dict[str, Data],
        node: Node,
        path: SpecPath,
        keys: tuple[str, ...],
        what: str,
    ) -> Node | None:
        """The section that a key stands for which is no section: reported, and read all the same."""
        if key in keys or not isinstance(data[key], dict):
            return None
        from infraspec.spec.foreign import nearest  # noqa: PLC0415 - nothing is near while a spec is right
        from infraspec.spec.wording import unknown_key  # noqa: PLC0415 - it imports pydantic

        meant = nearest(key, (*keys, *node.sections))
        if meant is None or meant not in node.sections:
            return None
        self.findings.append(unknown_key(key, path, what, (meant,), frozenset(data)))
        if meant in data:
            self.lost(node.sections[meant])
            return _PASSED_OVER
        return node.sections[meant]

    def misplaced(self, key: str, node: Node, path: SpecPath, what: str, *, exact: bool = False) -> bool:
        """Whether a key is a section of somewhere else, which is reported; what it holds is passed over."""
        from infraspec.spec import misplaced  # noqa: PLC0415 - nothing is misplaced while a spec is right

        if not path[:-1] and (found := misplaced.foreign_top(path)):
            self.lost(self.root if misplaced.holds_all(key) else _PASSED_OVER)
            self.findings.append(found)
            return True
        section = misplaced.home_of(key)
        if section is None or section in node.sections or (exact and section != key):
            return False
        self.lost(misplaced.all_of(self.root, section))
        where = f"in {what}" if path[:-1] else "at the top"
        self.findings.append(misplaced.misplaced(section, path, where, self.vpcs))
        return True

    def too_shallow(self, kind: Kind[SpecModel], value: Data, node: Node, path: SpecPath) -> bool:
        """Whether what stands among the names of a section belongs a level deeper or elsewhere: it is reported."""
        from infraspec.spec import misplaced  # noqa: PLC0415 - seldom is an entry called like a section

        name, is_vpc = str(path[-1]), kind.word == "vpc"
        keys = (*reader_of(kind.module, kind.model).KEYS, *node.sections)
        if not misplaced.is_section_by_content(name, value, keys, is_vpc=is_vpc):
            return False
        self.lost(misplaced.all_of(self.root, name))
        self.findings.append(misplaced.misplaced(name, path, f"among the {many(kind.word)}", self.vpcs))
        return True

    def names(self, data: dict[str, Data], node: Node, path: SpecPath) -> None:
        """The entries of one section."""
        kind = node.kind
        assert kind is not None  # noqa: S101 - each name in KINDS is the end of some kind's path
        for name, value in data.items():
            here = (*path, name)
            if name in SECTIONS and self.too_shallow(kind, value, node, here):
                continue
            sound = self.name(kind, name, here)
            if not isinstance(value, dict):
                self.parsed.broken[kind.word, name] = here
                for inside in node.sections.values():
                    self.lost(inside)
                self.not_an_entry(value, kind, here)
                continue
            what = f"{words(kind.word)} `{name}`"
            keys = reader_of(kind.module, kind.model).KEYS if node.sections else ()
            own = self.sections(value, node, here, keys, what)
            entry = self.validate(kind, own, here, what, tuple(node.sections))
            if entry is None:
                self.parsed.broken[kind.word, name] = here
            elif sound:
                self.parsed.entries.setdefault(kind.word, {})[name] = entry

    def name(self, kind: Kind[SpecModel], name: str, path: SpecPath) -> bool:
        """Whether a name can be used."""
        if found := unusable(name, kind.word):
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
        self, kind: Kind[M], data: dict[str, Data], path: SpecPath, what: str, sections: tuple[str, ...]
    ) -> Entry[M] | None:
        """The entry, or None with findings. Its model, and so pydantic, is asked only where its reader doubts."""
        try:
            return Entry(path, cast("M", reader_of(kind.module, kind.model)(data)), _NOTHING)
        except ValueError:
            from infraspec.spec.judge import in_part, judge  # noqa: PLC0415 - it imports pydantic

        model = cast("type[M]", model_of(kind.module, kind.model))
        entry, findings = judge(model, data, path, what, sections)
        self.findings.extend(findings)
        if entry is None and path and (part := in_part(model, data, path, findings)):
            self.parsed.in_part[kind.word, str(path[-1])] = cast("Entry[SpecModel]", part)
        return entry

    def lost(self, section: Node) -> None:
        """Remember which kinds of name cannot be known, since the section that holds them cannot be read."""
        self.parsed.unread.update(section.holds())

    def not_a_mapping(self, value: Data, section: Node, path: SpecPath) -> None:
        """A section that does not hold names."""
        from infraspec.spec.misplaced import not_a_section  # noqa: PLC0415 - as above

        self.findings.append(not_a_section(value, section, path))

    def not_an_entry(self, value: Data, kind: Kind[SpecModel], path: SpecPath) -> None:
        """An entry that is not a mapping."""
        from infraspec.spec.misplaced import not_an_entry  # noqa: PLC0415 - an entry is a mapping while a spec is right

        keys = reader_of(kind.module, kind.model).KEYS
        if path[-1] == "internet_gateway":
            self.parsed.unread.add("internet_gateway")
        self.findings.append(not_an_entry(value, kind, keys, path, self.vpcs))
