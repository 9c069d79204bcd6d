"""The map of the language: its kinds of entry, where each stands, and what stands beside them.

A spec is a set of named entries of known kinds. Each is validated on its own, so that one that is broken is left
out with its findings, and all else goes on. `KINDS` is the map of the language: where the entries of each kind stand
and which model reads them. A model is imported when an entry of its kind is met, since building models is most of what
a short run costs.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Generic, NamedTuple, TypeVar, cast

from infraspec.diagnostic import SpecPath
from infraspec.spec.base import SpecModel, Tags

M = TypeVar("M", bound=SpecModel)


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
    broken: dict[tuple[str, str], SpecPath] = field(default_factory=dict)
    """Kind and name of each entry that could not be read, and where it stands."""
    unread: set[str] = field(default_factory=set)
    """Kinds of which no name can be said to be unknown, since a section that holds them could not be read."""

    def of(self, word: str, model: type[M]) -> dict[str, Entry[M]]:
        """The sound entries of one kind; `model` is its model, for the type's sake."""
        assert model is not None  # noqa: S101 - the parameter exists for the type checker
        return cast("dict[str, Entry[M]]", self.entries.get(word, {}))
