"""Plain data to validated entries.

A spec is a set of named entries of known kinds. Each is validated on its own, so that one that is broken is left
out with its findings, and all else goes on. `KINDS` is the map of the language: where the entries of each kind stand
and which model reads them. A model is imported when an entry of its kind is met, since building models is most of what
a short run costs.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from importlib import import_module
from typing import Generic, NamedTuple, TypeVar, cast

from pydantic import ValidationError

from infraspec.diagnostic import Finding, Related, SpecPath
from infraspec.spec.base import SpecModel, Tags, shown
from infraspec.spec.problems import NAME_TWICE, UNUSABLE_NAME, WRONG_VALUE
from infraspec.spec.wording import findings_of, unknown_key

M = TypeVar("M", bound=SpecModel)
Data = object


class Kind(NamedTuple):
    """One kind of entry: its word in messages and in `kind:name`, and where it stands."""

    word: str
    where: tuple[str, ...]
    """Keys from the top; `*` is the name of the entry at that level."""
    module: str
    model: str


KINDS = (
    Kind("vpc", ("vpcs", "*"), "vpcs", "Vpc"),
    Kind("nat_gateway", ("vpcs", "*", "nat_gateways", "*"), "vpcs", "NatGateway"),
    Kind("route_table", ("vpcs", "*", "route_tables", "*"), "vpcs", "RouteTable"),
    Kind("tier", ("vpcs", "*", "tiers", "*"), "vpcs", "Tier"),
    Kind("subnet", ("vpcs", "*", "tiers", "*", "subnets", "*"), "vpcs", "Subnet"),
    Kind("peering", ("peerings", "*"), "vpcs", "Peering"),
    Kind("endpoint", ("vpcs", "*", "endpoints", "*"), "endpoints", "Endpoint"),
    Kind("security_group", ("vpcs", "*", "security_groups", "*"), "security_groups", "SecurityGroup"),
    Kind("network_acl", ("vpcs", "*", "network_acls", "*"), "network_acls", "NetworkAcl"),
    Kind("role", ("iam", "roles", "*"), "iam", "Role"),
    Kind("policy", ("iam", "policies", "*"), "iam", "Policy"),
    Kind("instance", ("instances", "*"), "instances", "Instance"),
    Kind("network_interface", ("network_interfaces", "*"), "instances", "NetworkInterface"),
    Kind("load_balancer", ("load_balancers", "*"), "load_balancers", "LoadBalancer"),
    Kind("target_group", ("target_groups", "*"), "target_groups", "TargetGroup"),
    Kind("certificate", ("certificates", "*"), "certificates", "Certificate"),
    Kind("zone", ("dns", "zones", "*"), "dns", "Zone"),
    Kind("record", ("dns", "records", "*"), "dns", "Record"),
    Kind("database", ("databases", "*"), "databases", "Database"),
    Kind("output", ("outputs", "*"), "outputs", "Output"),
)

_RESERVED = frozenset({"self", "vpc", "internet", "all", "auto"})


class Top(SpecModel):
    """What stands at the top of a spec beside the entries."""

    version: int
    """The version of the language: 1."""
    name: str
    """The name of the whole, a letter and then letters, digits and hyphens: the stack's name."""
    region: str
    """The AWS region, such as `ap-northeast-2`."""
    description: str | None = None
    """One line that both documents carry."""
    tags: Tags = {}
    """Tags that everything carries."""


class Entry(NamedTuple, Generic[M]):
    """A sound entry and where it stands."""

    path: SpecPath
    model: M
    dropped: frozenset[tuple[str, int]]
    """Items of its lists that were broken, by field and position."""

    @property
    def name(self) -> str:
        """Its key, which is its name."""
        return str(self.path[-1])

    def items(self, name: str) -> Iterator[tuple[SpecPath, SpecModel]]:
        """The sound items of the list `name` with their paths as written."""
        kept = getattr(self.model, name)
        positions = (i for i in range(len(kept) + len(self.dropped)) if (name, i) not in self.dropped)
        for position, item in zip(positions, kept, strict=False):
            yield (*self.path, name, position), item


@dataclass(slots=True)
class Parsed:
    """The sound entries of a spec by kind and name, and the names of the broken ones."""

    top: Top | None = None
    entries: dict[str, dict[str, Entry[SpecModel]]] = field(default_factory=dict)
    broken: set[tuple[str, str]] = field(default_factory=set)
    """Kind and name of each entry that could not be read."""

    def of(self, word: str, model: type[M]) -> dict[str, Entry[M]]:
        """The sound entries of one kind; `model` is its model, for the type's sake."""
        assert model is not None  # noqa: S101 - the parameter exists for the type checker
        return cast("dict[str, Entry[M]]", self.entries.get(word, {}))


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
        own = self.sections(data, root, ())
        top = self.validate(Top, own, (), "the spec", tuple(root.sections))
        if top is None:
            return
        self.parsed.top = top.model
        if top.model.version != 1:
            message = f"there is no version {top.model.version} of the language"
            self.findings.append(Finding(problem=WRONG_VALUE, at=("version",), message=message, help="write 1"))

    def sections(self, data: dict[str, Data], node: _Node, path: SpecPath) -> dict[str, Data]:
        """Read the entries below `data`; what is left is the entry's own."""
        own = {}
        for key, value in data.items():
            section = node.sections.get(key)
            if section is None:
                own[key] = value
            elif not isinstance(value, dict):
                self.not_a_mapping(value, section, (*path, key))
            elif section.named is None:  # a group of sections, such as `iam:`
                for left in self.sections(value, section, (*path, key)):
                    self.unknown_section(left, section, (*path, key, left))
            else:
                self.names(value, section.named, (*path, key))
        return own

    def names(self, data: dict[str, Data], node: _Node, path: SpecPath) -> None:
        """The entries of one section."""
        kind = node.kind
        assert kind is not None  # noqa: S101 - each name in KINDS is the end of some kind's path
        for name, value in data.items():
            here = (*path, name)
            sound = self.name(kind, name, here)
            if not isinstance(value, dict):
                self.parsed.broken.add((kind.word, name))
                self.not_an_entry(value, kind, here)
                continue
            own = self.sections(value, node, here)
            entry = self.validate(_model(kind), own, here, f"{_words(kind)} `{name}`", tuple(node.sections))
            if entry is None:
                self.parsed.broken.add((kind.word, name))
            elif sound:
                self.parsed.entries.setdefault(kind.word, {})[name] = entry

    def name(self, kind: Kind, name: str, path: SpecPath) -> bool:
        """Whether a name can be used."""
        if found := unusable(name):
            message = f"a {_words(kind)} cannot be called `{name}`: {found}"
            self.findings.append(Finding(problem=UNUSABLE_NAME, at=path, message=message, on_key=True))
            self.parsed.broken.add((kind.word, name))
            return False
        first = self.parsed.entries.get(kind.word, {}).get(name)
        if first is None:
            return True
        self.findings.append(
            Finding(
                problem=NAME_TWICE,
                at=path,
                on_key=True,
                message=f"two {_words(kind)}s are called `{name}`",
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
        try:
            return Entry(path, model.model_validate(data), frozenset())
        except ValidationError as error:
            errors = error.errors(include_url=False)
        self.findings.extend(findings_of(errors, model, path, what, sections))
        if not model.survives or any(len(e["loc"]) < 2 or e["loc"][0] not in model.survives for e in errors):
            return None
        dropped = frozenset((str(e["loc"][0]), int(e["loc"][1])) for e in errors)
        kept = {
            key: [item for i, item in enumerate(value) if (key, i) not in dropped]
            if key in model.survives and isinstance(value, list)
            else value
            for key, value in data.items()
        }
        return Entry(path, model.model_validate(kept), dropped)

    def not_a_mapping(self, value: Data, section: _Node, path: SpecPath) -> None:
        """A section that does not hold names."""
        word = _words(section.named.kind) if section.named and section.named.kind else "section"
        found = "has no value" if value is None else f"holds {shown(value)}"
        help_ = f"write one {word} a line, as `name: {{…}}`, or remove `{path[-1]}`"
        message = f"`{path[-1]}` maps names to entries, but {found}"
        self.findings.append(Finding(problem=WRONG_VALUE, at=path, message=message, help=help_, on_key=value is None))

    def not_an_entry(self, value: Data, kind: Kind, path: SpecPath) -> None:
        """An entry that is not a mapping."""
        found = "has no value" if value is None else f"holds {shown(value)}"
        message = f"{_words(kind)} `{path[-1]}` is a mapping of its settings, but {found}"
        help_ = "write {} where every setting keeps its default" if value is None else ""
        self.findings.append(Finding(problem=WRONG_VALUE, at=path, message=message, help=help_, on_key=value is None))

    def unknown_section(self, key: str, section: _Node, path: SpecPath) -> None:
        """A key inside a group of sections that is none of them."""
        self.findings.append(unknown_key(key, path, f"`{path[-2]}`", tuple(section.sections)))


def unusable(name: str) -> str | None:
    """Why a name cannot be a Name tag or be referred to; None where it can."""
    if not name or len(name) > 255:
        return "a name has 1 to 255 characters"
    if name != name.strip():
        return "it starts or ends with white space"
    if any(not c.isprintable() for c in name):
        return "it holds a control character"
    if name in _RESERVED:
        return f"`{name}` is a word of the language"
    if "/" in name or ":" in name:
        return "`/` and `:` stand between other things"
    return None


def _words(kind: Kind) -> str:
    return "VPC" if kind.word == "vpc" else kind.word.replace("_", " ").replace("nat ", "NAT ").replace("acl", "ACL")


def _model(kind: Kind) -> type[SpecModel]:
    return cast("type[SpecModel]", getattr(import_module(f"infraspec.spec.{kind.module}"), kind.model))
