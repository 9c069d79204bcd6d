"""The graph: every node by kind and by address, in one order that no spelling of the spec changes."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar, cast

from infraspec.graph.resource import Ref, Resource

if TYPE_CHECKING:
    from infraspec.graph.overrides import Override

T = TypeVar("T", bound=Resource)


class Output(NamedTuple):
    """A value that both documents export."""

    name: str
    description: str
    attribute: str
    """Which value of the nodes: `id`, `arn`, `dns_name`, `zone_id`, `endpoint_address`, `endpoint_port`,
    `reader_endpoint_address`, `secret_arn`, `public_ip`, `private_ip`, `name`, `name_servers`."""
    refs: "tuple[Ref[Any], ...]"
    many: bool
    """Whether the values of several nodes are exported, as a list."""


class Variable(NamedTuple):
    """A value that both documents leave to the deployment."""

    name: str
    is_number: bool
    default: str | int | float
    description: str | None
    allowed: tuple[str | int | float, ...]
    is_sensitive: bool


@dataclass(slots=True)
class Graph:
    """What AWS will hold."""

    name: str
    region: str
    description: str | None
    nodes: tuple[Resource, ...]
    outputs: tuple[Output, ...]
    variables: tuple[Variable, ...] = ()
    _by_address: dict[tuple[str, str], Resource] = field(default_factory=dict)
    _by_kind: dict[str, list[Resource]] = field(default_factory=dict)
    overrides: "tuple[Override, ...]" = ()
    """What the spec says in a backend's own words."""

    def of(self, kind: type[T]) -> "list[T]":
        """Every node of one kind, by key."""
        return cast("list[T]", self._by_kind.get(kind.__name__, []))

    def get(self, address: Ref[T]) -> T:
        """The node at an address. References never dangle once the graph is built."""
        return cast("T", self._by_address[address])

    def overriding(self) -> "dict[Ref[Any], Override]":
        """What is said in a backend's own words, by the nodes that it is for."""
        return {address: override for override in self.overrides for address in override.nodes}

    def __iter__(self) -> Iterator[Resource]:
        return iter(self.nodes)


def build(
    name: str,
    region: str,
    description: str | None,
    nodes: Iterable[Resource],
    outputs: Iterable[Output],
    variables: Iterable[Variable] = (),
) -> Graph:
    """The graph of these nodes, sorted by kind and key."""
    by_kind: dict[str, list[Resource]] = defaultdict(list)
    for node in nodes:
        by_kind[type(node).__name__].append(node)
    ordered: list[Resource] = []
    for kind in sorted(by_kind):
        by_kind[kind].sort(key=lambda node: node.key)
        ordered.extend(by_kind[kind])
    by_address = {(type(node).__name__, node.key): node for node in ordered}
    exported = tuple(sorted(outputs, key=lambda output: output.name))
    return Graph(
        name,
        region,
        description,
        tuple(ordered),
        exported,
        tuple(sorted(variables)),
        by_address,
        dict(by_kind),
    )
