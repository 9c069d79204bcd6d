"""`target_groups:` to nodes."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from ipaddress import IPv4Address
from typing import TYPE_CHECKING, cast

from infraspec.diagnostic import Finding, SpecPath
from infraspec.graph.ec2 import Instance
from infraspec.graph.elbv2 import LoadBalancer, Stickiness, Target, TargetGroup
from infraspec.graph.listeners import Listener
from infraspec.graph.resource import Ref, Resource, ref
from infraspec.graph.vpc import Vpc
from infraspec.resolve.lost import is_listener_lost, is_lost
from infraspec.resolve.network import Network
from infraspec.resolve.scope import bare
from infraspec.resolve.target_attributes import attributes
from infraspec.resolve.target_health import health_check
from infraspec.spec.document import Entry
from infraspec.spec.forms.listeners import ports_of as listener_ports
from infraspec.spec.forms.target_groups import ports_of
from infraspec.spec.kinds import LOAD_BALANCER, SUBNET, TARGET_GROUP, TIER, VPC
from infraspec.spec.problems import MISSING_FIELD, WRONG_VALUE

if TYPE_CHECKING:
    from infraspec.spec.listeners import Listener as ListenerModel
    from infraspec.spec.load_balancers import LoadBalancer as LoadBalancerModel
    from infraspec.spec.target_groups import Stickiness as StickinessModel
    from infraspec.spec.target_groups import Target as TargetModel
    from infraspec.spec.target_groups import TargetGroup as TargetGroupModel

_STICKY = 86_400
"""Seconds that a cookie lasts: a day."""


def target_groups(scope: Network) -> Iterator[Resource]:
    """Every target group with its targets and all values of its health check."""
    balancers = _balancers(scope)
    for name, entry in scope.of(TARGET_GROUP).items():
        if entry.model.function is not None:
            function = Target(None, None, None, None, (*entry.path, "function"), function=entry.model.function)
            yield _group(scope, entry, None, (function,))
            continue
        (_, port), *_ = ports_of(entry.model).items()
        vpc = _vpc(scope, entry, balancers.get(name))
        targets = _targets(scope, entry, vpc, port) if vpc is not None else None
        if targets is not None:
            yield _group(scope, entry, vpc, targets)


def _group(scope: Network, entry: Entry[TargetGroupModel], vpc: str | None, targets: tuple[Target, ...]) -> TargetGroup:
    """A group; one of a function has neither port nor VPC, and the function alone for a target."""
    model, name = entry.model, entry.name
    (protocol, port), *_ = (*ports_of(model).items(), (None, None))
    spoken = protocol.upper() if protocol else None
    said = attributes(model, spoken, _type(targets))
    return TargetGroup(
        key=name,
        origin=entry.path,
        existing=model.existing,
        depends_on=_listeners(scope, targets),
        name=None if model.name else name,
        protocol=spoken,
        port=port,
        vpc=ref(Vpc, vpc) if vpc is not None else None,
        target_type=_type(targets),
        targets=targets,
        health_check=health_check(model, spoken, _type(targets)),
        deregistration_delay=said.deregistration_delay,
        tags=scope.tags(name, model.tags),
        protocol_version=model.protocol_version.upper() if model.protocol_version else None,
        stickiness=_stickiness(model.stickiness) if model.stickiness else None,
        slow_start=said.slow_start,
        algorithm=said.algorithm,
        anomaly_mitigation=model.anomaly_mitigation,
        cross_zone=said.cross_zone,
        preserve_client_ip=said.preserve_client_ip,
        proxy_protocol_v2=said.proxy_protocol_v2,
        connection_termination=said.connection_termination,
        multi_value_headers=said.multi_value_headers,
        failover=said.failover,
    )


def _type(targets: tuple[Target, ...]) -> str:
    """The kind of a group's targets, which are all of one; instances where there is none yet."""
    first = targets[0] if targets else None
    if first is None or first.instance:
        return "instance"
    return "alb" if first.load_balancer else "lambda" if first.function else "ip"


def _stickiness(model: StickinessModel) -> Stickiness:
    has_cookie = model.type in ("lb_cookie", "app_cookie")
    return Stickiness(model.type, (model.duration or _STICKY) if has_cookie else None, model.cookie)


def _listeners(scope: Network, targets: tuple[Target, ...]) -> tuple[Ref[Listener], ...]:
    """The listeners of balancers that are targets: AWS takes such a target only where it listens."""
    found = []
    for target in targets:
        entry = scope.of(LOAD_BALANCER).get(target.load_balancer.key) if target.load_balancer else None
        for _, listener in entry.items("listeners") if entry else ():
            (_, port), *_ = listener_ports(cast("ListenerModel", listener)).items()
            if port == target.port:
                found.append(ref(Listener, f"{entry.name}:{port}" if entry else ""))
    return tuple(found)


def _balancers(scope: Network) -> dict[str, str]:
    """The VPC of a balancer that forwards to each target group."""
    found: dict[str, str] = {}
    for entry in scope.of(LOAD_BALANCER).values():
        vpc = _vpc_of_balancer(scope, entry)
        if vpc is None:
            continue
        for _, item in entry.items("listeners"):
            listener = cast("ListenerModel", item)
            for forward in (listener.forward, *(rule.forward for rule in listener.rules)):
                for group in forward or ():
                    found.setdefault(group.removeprefix("target_group:"), vpc)
    return found


def _vpc_of_balancer(scope: Network, entry: Entry[LoadBalancerModel]) -> str | None:
    tiers = [one for value in entry.model.subnets for one in scope.subnets_of_tier(bare(value, "tier"))]
    alone = [bare(value, "subnet") for value in entry.model.subnets]
    inside = [one for one in (*alone, *tiers) if one in scope.names["subnet"]]
    return scope.vpc_of("subnet", inside[0]) if inside else None


def _vpc(scope: Network, entry: Entry[TargetGroupModel], balancer: str | None) -> str | None:
    """The VPC that is written, or that of an instance, of a balancer, or the only one that holds an address."""
    model = entry.model
    if model.vpc is not None:
        found = scope.find(model.vpc, ("vpc",), (*entry.path, "vpc"))
        return found.name if found else None
    told = [vpc for target in model.targets if (vpc := _vpc_of_target(scope, target))]
    if told or balancer:
        return told[0] if told else balancer
    if any(target.ip is None for target in model.targets):
        _targets(scope, entry, "", 0)  # says which targets do not exist
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
    balancers = scope.of(LOAD_BALANCER).values()
    unknown = any(_vpc_of_balancer(scope, one) is None for one in balancers)
    return unknown or is_lost(scope, VPC.word, TIER.word, SUBNET.word) or is_listener_lost(scope)


def _vpc_of_target(scope: Network, target: TargetModel) -> str | None:
    if (name := _balancer_of(scope, target)) is not None:
        balancer = scope.of(LOAD_BALANCER).get(bare(name, "load_balancer"))
        return _vpc_of_balancer(scope, balancer) if balancer else None
    if target.instance is None:
        return None
    subnet = scope.subnet_of(target.instance.removeprefix("instance:"))
    return scope.vpc_of("subnet", subnet) if subnet in scope.names.get("subnet", ()) else None


def _inside(scope: Network, vpc: str, address: IPv4Address | None) -> bool:
    entry = scope.of(VPC).get(vpc)
    blocks = [entry.model.cidr, *entry.model.secondary_cidrs] if entry else []
    return address is not None and any(address in block for block in blocks)


def _targets(scope: Network, entry: Entry[TargetGroupModel], vpc: str, port: int) -> tuple[Target, ...] | None:
    """The targets by name or address; None if one is unknown, or if targets of several kinds are mixed."""
    found: dict[tuple[str, int], Target] = {}
    whole = True
    for position, model in enumerate(entry.model.targets):
        origin = (*entry.path, "targets", position)
        report = partial(_refused, scope, origin)
        target = _target(scope, model, vpc, model.port or port, origin)
        if target is None:
            whole = False
        elif _kind(scope, model) != _kind(scope, entry.model.targets[0]):
            whole = report("a target group holds targets of one kind", "make two target groups")
        elif (key := _key(target)) in found:
            whole = report(f"`{key[0]}` is a target on port {key[1]} twice", "remove it")
        else:
            found[key] = target
    return tuple(found[key] for key in sorted(found)) if whole else None


def _kind(scope: Network, model: TargetModel) -> tuple[bool, bool]:
    return model.ip is None, _balancer_of(scope, model) is None


def _balancer_of(scope: Network, model: TargetModel) -> str | None:
    """The balancer that a target is; a bare name is a balancer's where no instance has it."""
    name = model.instance
    if name is None or name.startswith("load_balancer:"):
        return name or model.load_balancer
    balancers = (*scope.names.get("load_balancer", ()), *(one for word, one in scope.broken if word == "load_balancer"))
    return name if name in balancers and name not in scope.names.get("instance", ()) else None


def _refused(scope: Network, at: SpecPath, message: str, help_: str) -> bool:
    scope.report(Finding(problem=WRONG_VALUE, at=at, message=message, help=help_))
    return False


def _key(target: Target) -> tuple[str, int]:
    of_spec = target.instance or target.load_balancer
    return of_spec.key if of_spec else str(target.address), target.port or 0


def _target(scope: Network, model: TargetModel, vpc: str, port: int, at: SpecPath) -> Target | None:
    if (name := _balancer_of(scope, model)) is not None:
        named = (*at, "instance" if model.load_balancer is None else "load_balancer")
        balancer = scope.ref(LoadBalancer, "load_balancer", name, named)
        return Target(None, None, port, None, at, balancer) if balancer else None
    if model.instance is not None:
        instance = scope.ref(Instance, "instance", model.instance, at)
        return Target(instance, None, port, None, at) if instance else None
    return Target(None, model.ip, port, model.zone or (None if _inside(scope, vpc, model.ip) else "all"), at)
