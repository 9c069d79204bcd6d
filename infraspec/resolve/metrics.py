"""Metrics of entries: which namespace and dimensions they have, and which nodes they are of."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from infraspec.data.alarm_sets import SETS, Watch
from infraspec.data.metrics import MEASURED, OF_EXISTING
from infraspec.diagnostic import Finding, Related, SpecPath
from infraspec.graph.cloudwatch import Dimension, MetricStat
from infraspec.graph.resource import Ref, Resource
from infraspec.graph.values import Joined, Value
from infraspec.resolve.lost import is_listener_lost, sent_to
from infraspec.resolve.problems import NOT_MEASURED
from infraspec.spec.kinds import KINDS

if TYPE_CHECKING:
    from infraspec.resolve.scope import Scope

_MAKES = {word: kinds for word, *_, kinds in KINDS}
WORDS = tuple(kind.word for kind in KINDS if set(kind.makes) & set(MEASURED))
"""Kinds of entry that have metrics."""


_PERCENTILE = re.compile(r"p\d{1,2}(?:\.\d+)?")


def low_samples(metric: MetricStat | None) -> str | None:
    """What is done where few samples are no basis for a percentile: said, as Terraform's provider keeps what was."""
    return "evaluate" if metric is not None and _PERCENTILE.fullmatch(metric.stat) else None


class Of(NamedTuple):
    """What is measured."""

    node: Resource
    namespace: str
    dimensions: tuple[Dimension, ...]
    member: str = ""
    """What its name goes on with, where a thing is measured by its members."""

    @property
    def name(self) -> str:
        """The name of what is measured."""
        return f"{self.node.key}{self.member}"


class Metrics:
    """The things of a spec that are measured."""

    def __init__(self, scope: Scope, nodes: Iterable[Resource]) -> None:
        self._scope = scope
        self._balancers: dict[Ref[Any], set[Ref[Any]]] = defaultdict(set)
        self.by_address: dict[Ref[Any], Resource] = {}
        self._made: dict[SpecPath, list[Resource]] = defaultdict(list)
        rules: list[Any] = []
        for node in nodes:
            self.by_address[node.address] = node
            self._made[node.origin].append(node)
            if type(node).__name__ in ("Listener", "ListenerRule"):
                rules.append(node)
        for rule in rules:
            self._forwards(rule)

    def _forwards(self, rule: Any) -> None:
        """Keep which balancer a listener or a rule of one belongs to, for each group that it sends to."""
        listener: Any = rule if type(rule).__name__ == "Listener" else self.by_address.get(rule.listener)
        if listener is not None:
            action = rule.default_action if listener is rule else rule.action
            groups = [one.target_group for one in action.forward]
            groups += [action.target_group] if action.target_group else []
            for group in groups:
                self._balancers[group].add(listener.load_balancer)

    def behind(self, node: Resource, per: str | None) -> list[Of]:
        """The metrics of a thing; or of each target group that it sends to, by name."""
        if per is None:
            return self.measured(node)
        found = sorted(group for group, balancers in self._balancers.items() if node.address in balancers)
        return [self.of(self.by_address[group], node) for group in found if group in self.by_address]

    def nodes_of(self, word: str, path: SpecPath) -> list[Resource]:
        """What an entry makes that is measured: several where it stands once in each zone."""
        kinds = set(_MAKES[word]) & set(MEASURED)
        return [node for node in self._made[path] if type(node).__name__ in kinds]

    def named(self, values: Sequence[str], field: SpecPath) -> list[list[Of]] | None:
        """What each of several names means; None if one is unknown."""
        found = []
        for position, value in enumerate(values):
            at = (*field, position)
            meant = self._scope.find(value, WORDS, at)
            if meant is None:
                return None
            nodes = self.nodes_of(meant.word, self._scope.names[meant.word][meant.name])
            if not nodes:
                return None
            found.append([one for node in nodes for one in self.measured(node)])
        return found

    def measured(self, node: Resource) -> list[Of]:
        """The metrics of a node; those of a cache's replication group are its members'."""
        of = self.of(node)
        (name, *_), members = of.dimensions[0], list(_members(node))
        value = of.dimensions[0].value.parts
        return [of._replace(dimensions=(Dimension(name, Joined((*value, end))),), member=end) for end in members] or [
            of
        ]

    def of(self, node: Resource, beside: Resource | None = None) -> Of:
        """The metrics of a node; those of a target group are its balancer's too."""
        kind = type(node).__name__
        measured = MEASURED[kind]
        namespace = measured.namespace
        if measured.other is not None:
            namespace = dict(measured.other[1]).get(getattr(node, measured.other[0]), namespace)
        dimensions = {name: _value(node, word) for name, word in measured.dimensions}
        for name, text in measured.fixed:
            dimensions[name] = Joined((text.format(region=self._scope.region),))
        if kind == "TargetGroup":
            balancers = self._balancers[node.address] if beside is None else {beside.address}
            if len(balancers) == 1 and (balancer := self.by_address.get(next(iter(balancers)))) is not None:
                dimensions |= {one.name: one.value for one in self.of(balancer).dimensions}
        return Of(node, namespace, tuple(Dimension(*one) for one in sorted(dimensions.items())))

    def together(self, found: list[Of], at: SpecPath) -> Of | None:
        """Several things as one: all their dimensions, in the namespace of the first."""
        dimensions: dict[str, Dimension] = {}
        for one in found:
            dimensions |= {dimension.name: dimension for dimension in one.dimensions}
        group = next((one.node for one in found if type(one.node).__name__ == "TargetGroup"), None)
        if group is not None and "LoadBalancer" not in dimensions:
            if self._is_lost(group):
                return None
            several = len(self._balancers[group.address]) > 1
            why = "more than one balancer sends to it" if several else "no balancer sends to it"
            help_ = f"write `of: [{group.key}, BALANCER]`" if several else "forward to it from a listener"
            message = f"`{group.key}` has no metrics of its own: {why}"
            related = (Related(at=group.origin, label="defined here", on_key=True),)
            self._scope.report(Finding(problem=NOT_MEASURED, at=at, message=message, related=related, help=help_))
            return None
        return found[0]._replace(dimensions=tuple(dimensions[name] for name in sorted(dimensions)))

    def _is_lost(self, group: Resource) -> bool:
        """Whether a balancer that may send to a group could not be read, which is reported."""
        if len(self._balancers[group.address]) > 1:
            return False
        return is_listener_lost(self._scope) or group.key in sent_to(self._scope)


def _members(node: Any) -> Iterator[str]:
    """What the names of a replication group's members end with."""
    if type(node).__name__ != "ReplicationGroup":
        return
    if node.num_node_groups is None:
        yield from (f"-{member:03}" for member in range(1, (node.num_cache_clusters or 1) + 1))
        return
    for shard in range(1, node.num_node_groups + 1):
        yield from (f"-{shard:04}-{member:03}" for member in range(1, (node.replicas_per_node_group or 0) + 2))


def _value(node: Resource, word: str) -> Joined:
    """A dimension of a node; that of one that exists is the end of its ARN, or its identifier."""
    kind = type(node).__name__
    if node.existing is None or kind not in OF_EXISTING:
        return Joined((Value(node.address, word),))
    before = OF_EXISTING[kind]
    _, found, rest = node.existing.rpartition(before) if before == ":" else node.existing.partition(before)
    return Joined((f"{found}{rest}" if before == "targetgroup/" else rest,))


def watches_of(node: Resource) -> list[Watch]:
    """The usual alarms of a node."""
    return [watch for watch in SETS.get(type(node).__name__, ()) if _is_for(watch, node)]


def _is_for(watch: Watch, node: Resource) -> bool:
    if watch.times is not None and getattr(node, watch.times[0], None) is None:
        return False
    if watch.only is None:
        return True
    field, values = watch.only
    found = getattr(node, field, None)
    return found in values if values else bool(found)
