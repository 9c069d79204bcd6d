"""`target_groups:` to nodes."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from ipaddress import IPv4Address
from typing import TYPE_CHECKING, cast

from infraspec.diagnostic import Finding, SpecPath
from infraspec.graph.ec2 import Instance
from infraspec.graph.elbv2 import HealthCheck, Target, TargetGroup
from infraspec.graph.resource import Resource, ref
from infraspec.graph.vpc import Vpc
from infraspec.resolve.network import Network
from infraspec.resolve.scope import bare
from infraspec.spec.document import Entry
from infraspec.spec.forms.target_groups import ports_of
from infraspec.spec.kinds import LOAD_BALANCER, SUBNET, TARGET_GROUP, TIER, VPC
from infraspec.spec.problems import MISSING_FIELD, WRONG_VALUE

if TYPE_CHECKING:
    from infraspec.spec.load_balancers import Listener
    from infraspec.spec.target_groups import HealthCheck as HealthCheckModel
    from infraspec.spec.target_groups import Target as TargetModel
    from infraspec.spec.target_groups import TargetGroup as TargetGroupModel

_HTTP = ("HTTP", "HTTPS")
_TIMEOUTS = {"HTTP": 6, "HTTPS": 10, "TCP": 10}
"""Seconds that a network balancer waits for an answer.
https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateTargetGroup.html"""
_APPLICATION_TIMEOUT = 5
"""Seconds that an application balancer waits for an answer."""


def target_groups(scope: Network) -> Iterator[Resource]:
    """Every target group with its targets and all values of its health check."""
    balancers = _balancers(scope)
    for name, entry in scope.of(TARGET_GROUP).items():
        model = entry.model
        (protocol, port), *_ = ports_of(model).items()
        vpc = _vpc(scope, entry, balancers.get(name))
        if vpc is None:
            continue
        targets = _targets(scope, entry, vpc, port)
        if targets is None:
            continue
        yield TargetGroup(
            key=name,
            origin=entry.path,
            existing=model.existing,
            name=name,
            protocol=protocol.upper(),
            port=port,
            vpc=ref(Vpc, vpc),
            target_type="ip" if targets and targets[0].address else "instance",
            targets=targets,
            health_check=_health_check(model.health_check, protocol.upper()),
            deregistration_delay=model.deregistration_delay,
            tags=scope.tags(name, model.tags),
        )


def _balancers(scope: Network) -> dict[str, str]:
    """The VPC of a balancer that forwards to each target group."""
    found: dict[str, str] = {}
    for entry in scope.of(LOAD_BALANCER).values():
        tiers = [one for value in entry.model.subnets for one in scope.subnets_of_tier(bare(value, "tier"))]
        alone = [bare(value, "subnet") for value in entry.model.subnets]
        inside = [one for one in (*alone, *tiers) if one in scope.names["subnet"]]
        if not inside:
            continue
        vpc = scope.vpc_of("subnet", inside[0])
        for _, item in entry.items("listeners"):
            listener = cast("Listener", item)
            for forward in (listener.forward, *(rule.forward for rule in listener.rules)):
                for group in forward or ():
                    found.setdefault(group.removeprefix("target_group:"), vpc)
    return found


def _vpc(scope: Network, entry: Entry[TargetGroupModel], balancer: str | None) -> str | None:
    """The VPC that is written, or that of an instance, of a balancer, or the only one that holds an address."""
    model = entry.model
    if model.vpc is not None:
        found = scope.find(model.vpc, ("vpc",), (*entry.path, "vpc"))
        return found.name if found else None
    of_instances = [vpc for target in model.targets if (vpc := _vpc_of_instance(scope, target.instance))]
    if of_instances or balancer:
        return of_instances[0] if of_instances else balancer
    if any(target.instance is not None for target in model.targets):
        _targets(scope, entry, "", 0)  # says which instances do not exist
        return None
    holding = [
        vpc
        for vpc in scope.names.get("vpc", ())
        if model.targets and all(_inside(scope, vpc, target.ip) for target in model.targets)
    ]
    if len(holding) == 1:
        return holding[0]
    if _something_is_lost(scope):
        return None  # it might have told, and is reported
    message = f"target group `{entry.name}` has no `vpc`, and neither its targets nor a balancer tells which it is in"
    scope.report(Finding(problem=MISSING_FIELD, at=(*entry.path, "vpc"), message=message, help="add `vpc:`"))
    return None


def _something_is_lost(scope: Network) -> bool:
    """Whether what tells the VPC of a group could not be read: a balancer or a part of it, or where it stands."""
    for word in (LOAD_BALANCER.word, VPC.word, TIER.word, SUBNET.word):
        if word in scope.parsed.unread or any(kind == word for kind, _ in scope.broken):
            return True
    groups = scope.names.get("target_group", {})
    misspelt = any(name not in groups for name in _balancers(scope))
    return misspelt or any(entry.dropped for entry in scope.of(LOAD_BALANCER).values())


def _vpc_of_instance(scope: Network, name: str | None) -> str | None:
    if name is None:
        return None
    subnet = scope.subnet_of(name.removeprefix("instance:"))
    return scope.vpc_of("subnet", subnet) if subnet in scope.names.get("subnet", ()) else None


def _inside(scope: Network, vpc: str, address: IPv4Address | None) -> bool:
    entry = scope.of(VPC).get(vpc)
    blocks = [entry.model.cidr, *entry.model.secondary_cidrs] if entry else []
    return address is not None and any(address in block for block in blocks)


def _targets(scope: Network, entry: Entry[TargetGroupModel], vpc: str, port: int) -> tuple[Target, ...] | None:
    """The targets by name or address; None if one is unknown, or if instances and addresses are mixed."""
    found: dict[tuple[str, int], Target] = {}
    whole = True
    for position, model in enumerate(entry.model.targets):
        origin = (*entry.path, "targets", position)
        report = partial(_refused, scope, origin)
        target = _target(scope, model, vpc, model.port or port, origin)
        if target is None:
            whole = False
        elif (model.instance is None) != (entry.model.targets[0].instance is None):
            whole = report("a target group holds instances or addresses, not both", "make two target groups")
        elif (key := _key(target)) in found:
            whole = report(f"`{key[0]}` is a target on port {key[1]} twice", "remove it")
        else:
            found[key] = target
    return tuple(found[key] for key in sorted(found)) if whole else None


def _refused(scope: Network, at: SpecPath, message: str, help_: str) -> bool:
    scope.report(Finding(problem=WRONG_VALUE, at=at, message=message, help=help_))
    return False


def _key(target: Target) -> tuple[str, int]:
    return target.instance.key if target.instance else str(target.address), target.port


def _target(scope: Network, model: TargetModel, vpc: str, port: int, at: SpecPath) -> Target | None:
    if model.instance is not None:
        instance = scope.ref(Instance, "instance", model.instance, at)
        return Target(instance, None, port, None, at) if instance else None
    return Target(None, model.ip, port, None if _inside(scope, vpc, model.ip) else "all", at)


def _health_check(model: HealthCheckModel, protocol: str) -> HealthCheck:
    """What is written, and what AWS takes where nothing is: the two backends would fill it in differently."""
    application = protocol in _HTTP
    asked = model.protocol.upper() if model.protocol else protocol if application else "TCP"
    speaks_http = asked in _HTTP
    usual = "200" if application else "200-399"
    timeout = _APPLICATION_TIMEOUT if application else _TIMEOUTS[asked]
    return HealthCheck(
        protocol=asked,
        port="traffic-port" if model.port is None else str(model.port),
        path="/" if model.path is None and speaks_http else model.path,
        interval=model.interval,
        timeout=timeout if model.timeout is None else model.timeout,
        healthy_threshold=model.healthy_threshold,
        unhealthy_threshold=model.unhealthy_threshold,
        matcher=usual if model.matcher is None and speaks_http else model.matcher,
    )
