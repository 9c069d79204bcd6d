"""Things that wait for themselves: each needs what another has once it stands."""

from collections.abc import Iterator
from typing import Any

from infraspec.diagnostic import Finding, Level, Problem, Related
from infraspec.graph.cloudwatch import CompositeAlarm
from infraspec.graph.graph import Graph
from infraspec.graph.kms import Key
from infraspec.graph.resource import Ref, Resource, references
from infraspec.graph.route53 import HealthCheck, RecordSet
from infraspec.graph.s3 import Bucket
from infraspec.rules.rule import Rule

_HEAD = "version: 1\nname: demo\nregion: ap-northeast-2\n"
_LOGS = "    lifecycle: {old: {expire_days: 90, noncurrent_expire_days: 1, abort_uploads_days: 7}}\n"
_TWO = (
    _HEAD
    + "buckets:\n  shop-logs:  # <- SPC017\n    access_logs: shop-media\n"
    + _LOGS
    + "  shop-media:\n    access_logs: shop-logs\n"
)
_KINDS = (CompositeAlarm, HealthCheck, RecordSet, Bucket, Key)
"""Kinds of which one may name another that leads back."""
_HOLDERS = frozenset({"Role", "User", "Group", "ManagedPolicy"})
"""Kinds whose policies are looked at by themselves."""

WAITS = Problem(
    code="SPC017",
    name="waits-for-itself",
    level=Level.ERROR,
    title="Things that wait for one another",
    explanation="Each is made once the other stands, since it names it: an alarm on an alarm that is on the first, two buckets that log "
    "into one another, or two names that are each other's alias. Neither CloudFormation nor Terraform can begin.",
    bad=_TWO + _LOGS,
    good=_TWO.replace("  # <- SPC017", "").replace("    access_logs: shop-media\n", "") + _LOGS,
    source="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/troubleshooting.html",
)


def waits(graph: Graph) -> Iterator[Finding]:
    """Follow what each of these names, and look whether it leads back."""
    said: set[Ref[Any]] = set()
    nodes = [node for kind in _KINDS for node in graph.of(kind)]
    known = {node.address for node in graph} if nodes else set()
    for node in nodes:
        way = _way_back(graph, node, known) if node.address not in said else ()
        if not way or any(one.kind in _HOLDERS for one in way):
            continue
        said.update(way)
        others = [graph.get(one) for one in way[1:]]
        names = ", which waits for ".join(f"`{one}`" for one in (*(other.key for other in others), node.key))
        yield Finding(
            problem=WAITS,
            at=node.origin,
            message=f"`{node.key}` waits for {names}",
            related=tuple(Related(at=one.origin, label="is named by it", on_key=True) for one in others[:1]),
            help="take one of these names out",
            on_key=True,
        )


def _way_back(graph: Graph, node: Resource, known: set[Ref[Any]]) -> tuple[Ref[Any], ...]:
    """The addresses from a node to itself, without its second; empty where no way leads back."""
    came: dict[Ref[Any], Ref[Any]] = {}
    todo = [node.address]
    while todo:
        here = todo.pop()
        found = graph.get(here)
        for one in [] if found.existing is not None else [*references(found), *found.depends_on]:
            if one == node.address:
                way = [here]
                while way[-1] != node.address:
                    way.append(came[way[-1]])
                return tuple(reversed(way))
            if one not in came and one in known:
                came[one] = here
                todo.append(one)
    return ()


RULES = (Rule(WAITS, waits),)
