"""`load_balancers:` to nodes: balancers with their listeners, certificates and rules."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, cast

from infraspec.diagnostic import Edit, Finding, How, SpecPath, fix
from infraspec.graph.acm import Certificate
from infraspec.graph.elbv2 import (
    Action,
    Conditions,
    FixedResponse,
    Listener,
    ListenerCertificate,
    ListenerRule,
    LoadBalancer,
    Redirect,
    SubnetMapping,
    TargetGroup,
    WeightedTarget,
)
from infraspec.graph.resource import Ref, Resource, ref
from infraspec.graph.security_groups import SecurityGroup
from infraspec.graph.vpc import ElasticIp, Subnet
from infraspec.resolve.network import Network
from infraspec.spec.document import Entry
from infraspec.spec.forms.certificates import is_arn
from infraspec.spec.forms.load_balancers import is_one_address, ports_of
from infraspec.spec.kinds import LOAD_BALANCER
from infraspec.spec.problems import MISSING_FIELD, WRONG_VALUE

if TYPE_CHECKING:
    from infraspec.spec.load_balancers import Listener as ListenerModel
    from infraspec.spec.load_balancers import ListenerRule as RuleModel
    from infraspec.spec.load_balancers import LoadBalancer as LoadBalancerModel
    from infraspec.spec.load_balancers import Redirect as RedirectModel
    from infraspec.spec.load_balancers import SubnetAddress

SSL_POLICY = "ELBSecurityPolicy-TLS13-1-2-2021-06"
"""TLS 1.2 and 1.3. https://docs.aws.amazon.com/elasticloadbalancing/latest/application/describe-ssl-policies.html"""
DEFAULT_IDLE_TIMEOUT = 60
"""Seconds."""
_PORTS = {"http": "80", "https": "443"}


def load_balancers(scope: Network) -> Iterator[Resource]:
    """Every balancer with all that hangs on it."""
    arns: dict[str, SpecPath] = {}
    for name, entry in scope.of(LOAD_BALANCER).items():
        _check_options(scope, entry)
        mappings = _mappings(scope, entry)
        groups = scope.security_groups(entry.model.security_groups, (*entry.path, "security_groups"))
        if mappings is not None and groups is not None:
            yield from _elastic_ips(scope, name, entry, mappings)
            yield _load_balancer(scope, name, entry, mappings, groups)
        for origin, listener in entry.items("listeners"):
            yield from _listener(scope, name, cast("ListenerModel", listener), origin, arns)
    for arn, at in arns.items():
        yield Certificate(
            key=arn, origin=at, existing=arn, domain_name=None, subject_alternative_names=(), validations=(), tags=()
        )


def _load_balancer(
    scope: Network,
    name: str,
    entry: Entry[LoadBalancerModel],
    mappings: tuple[SubnetMapping, ...],
    groups: tuple[Ref[SecurityGroup], ...],
) -> LoadBalancer:
    model, application = entry.model, entry.model.type == "application"
    idle_timeout = DEFAULT_IDLE_TIMEOUT if model.idle_timeout is None else model.idle_timeout
    return LoadBalancer(
        key=name,
        origin=entry.path,
        depends_on=_waits(scope, model, mappings),
        name=name,
        type=model.type,
        scheme=model.scheme,
        subnets=mappings,
        security_groups=groups,
        deletion_protection=model.deletion_protection,
        cross_zone=None if application else bool(model.cross_zone),
        idle_timeout=idle_timeout if application else None,
        http2=model.http2 is not False if application else None,
        drop_invalid_header_fields=model.drop_invalid_header_fields is not False if application else None,
        tags=scope.tags(name, model.tags),
    )


def _check_options(scope: Network, entry: Entry[LoadBalancerModel]) -> None:
    """Report settings of the other type of balancer, and the group that AWS would choose by itself."""
    model = entry.model
    other = "network" if model.type == "application" else "application"
    of_application = {
        "idle_timeout": model.idle_timeout,
        "http2": model.http2,
        "drop_invalid_header_fields": model.drop_invalid_header_fields,
    }
    foreign = {"cross_zone": model.cross_zone} if model.type == "application" else of_application
    for field, value in foreign.items():
        if value is not None:
            message = f"`{field}` is a setting of {other} balancers, and `{entry.name}` is of type {model.type}"
            at, help_ = (*entry.path, field), f"remove `{field}`"
            fixes = fix(help_, Edit(at, how=How.REMOVE))
            scope.report(Finding(problem=WRONG_VALUE, at=at, message=message, help=help_, fixes=fixes))
    if model.type == "application" and not model.security_groups:
        message = (
            f"load balancer `{entry.name}` has no `security_groups`, and AWS would give it the VPC's default group"
        )
        at = (*entry.path, "security_groups")
        scope.report(Finding(problem=MISSING_FIELD, at=at, message=message, help="add `security_groups:`"))


def _mappings(scope: Network, entry: Entry[LoadBalancerModel]) -> tuple[SubnetMapping, ...] | None:
    """Each subnet of a balancer with its address, by name; None if one is unknown."""
    found: dict[str, SubnetMapping] = {}
    whole = True
    field = (*entry.path, "subnets")
    for position, (value, address) in enumerate(entry.model.subnets.items()):
        at = (*field, position if address is None else value)
        meant = scope.find(value, ("tier", "subnet"), at)
        subnets = scope.subnets([f"{meant.word}:{meant.name}"], field) if meant else None
        whole = whole and subnets is not None
        if address is not None and is_one_address(address) and len(subnets or ()) > 1:
            message = f"`{value}` is {len(subnets or ())} subnets, and one address cannot stand in all of them"
            scope.report(Finding(problem=WRONG_VALUE, at=at, message=message, help="name each subnet with its address"))
            whole = False
        for subnet in subnets or ():
            if subnet.key in found and address is not None:
                message = f"`{subnet.key}` stands twice in `{entry.name}`"
                scope.report(Finding(problem=WRONG_VALUE, at=at, message=message, help="keep one of the two"))
                whole = False
            found[subnet.key] = _mapping(entry.name, subnet, address, at)
    return tuple(found[name] for name in sorted(found)) if whole else None


def _mapping(balancer: str, subnet: Ref[Subnet], address: SubnetAddress | None, at: SpecPath) -> SubnetMapping:
    if address is None:
        return SubnetMapping(subnet, None, None, at)
    allocation = ref(ElasticIp, f"{balancer}:{subnet.key}") if address.elastic_ip else None
    return SubnetMapping(subnet, allocation, address.private_ip, at)


def _waits(scope: Network, model: LoadBalancerModel, mappings: tuple[SubnetMapping, ...]) -> tuple[Ref[Resource], ...]:
    """The attachments of gateways that must stand before a balancer can face the internet."""
    if model.scheme != "internet-facing":
        return ()
    vpcs = sorted({scope.vpc_of("subnet", mapping.subnet.key) for mapping in mappings})
    return tuple(cast("Ref[Resource]", wait) for vpc in vpcs for wait in scope.attachment_of(vpc))


def _elastic_ips(
    scope: Network,
    name: str,
    entry: Entry[LoadBalancerModel],
    mappings: tuple[SubnetMapping, ...],
) -> Iterator[ElasticIp]:
    for mapping in mappings:
        if mapping.allocation is not None:
            address = entry.model.subnets[str(mapping.origin[-1])]
            written = address.elastic_ip if address else None
            yield ElasticIp(
                key=mapping.allocation.key,
                origin=mapping.origin,
                existing=None if written == "new" else written,
                depends_on=_waits(scope, entry.model, mappings),
                tags=scope.tags(f"{name}-{mapping.subnet.key}", entry.model.tags),
            )


def _listener(
    scope: Network, balancer: str, model: ListenerModel, origin: SpecPath, arns: dict[str, SpecPath]
) -> Iterator[Resource]:
    """A listener, unless something that it names is unknown."""
    (protocol, port), *_ = ports_of(model).items()
    action = _action(scope, model, origin)
    certificate = _certificate(scope, model.certificate, (*origin, "certificate"), arns) if model.certificate else None
    if action is None or (model.certificate and certificate is None):
        return
    key = f"{balancer}:{port}"
    yield Listener(
        key=key,
        origin=origin,
        load_balancer=ref(LoadBalancer, balancer),
        port=port,
        protocol=protocol.upper(),
        ssl_policy=model.ssl_policy or (SSL_POLICY if protocol in ("https", "tls") else None),
        certificate=certificate,
        default_action=action,
    )
    for value, at in scope.each(model.certificates, (*origin, "certificates")):
        more = _certificate(scope, value, at, arns)
        if more is not None:
            yield ListenerCertificate(key=f"{key} {more.key}", origin=at, listener=ref(Listener, key), certificate=more)
    for position, rule in enumerate(model.rules):
        yield from _rule(scope, key, rule, (*origin, "rules", position))


def _rule(scope: Network, listener: str, model: RuleModel, origin: SpecPath) -> Iterator[ListenerRule]:
    action = _action(scope, model, origin)
    if action is not None:
        yield ListenerRule(
            key=f"{listener} {model.priority}",
            origin=origin,
            listener=ref(Listener, listener),
            priority=model.priority,
            conditions=Conditions(tuple(model.host), tuple(model.path)),
            action=action,
        )


def _certificate(scope: Network, value: str, at: SpecPath, arns: dict[str, SpecPath]) -> Ref[Certificate] | None:
    """A certificate by name or by ARN; of the latter, the first place of each is kept."""
    if is_arn(value):
        arns.setdefault(value, at)
        return ref(Certificate, value)
    return scope.ref(Certificate, "certificate", value, at)


def _action(scope: Network, model: ListenerModel | RuleModel, origin: SpecPath) -> Action | None:
    """What is done with requests; None if a target group is unknown."""
    if model.redirect is not None:
        return Action(None, (), _redirect(model.redirect), None)
    if (answer := model.respond) is not None:
        return Action(None, (), None, FixedResponse(str(answer.status), answer.content_type, answer.body))
    forward = model.forward or {}
    shares: list[WeightedTarget] = []
    for name, weight in forward.items():
        at = (*origin, "forward") if weight is None else (*origin, "forward", name)
        found = scope.ref(TargetGroup, "target_group", name, at, on_key=weight is not None)
        if found is not None:
            shares.append(WeightedTarget(found, 1 if weight is None else weight))
    if len(shares) < len(forward):
        return None
    if list(forward.values()) == [None]:
        return Action(shares[0].target_group, (), None, None)
    return Action(None, tuple(sorted(shares)), None, None)


def _redirect(model: RedirectModel) -> Redirect:
    return Redirect(
        protocol=model.protocol.upper() if model.protocol else "#{protocol}",
        port=str(model.port or (_PORTS[model.protocol] if model.protocol else "#{port}")),
        host="#{host}" if model.host is None else model.host,
        path="/#{path}" if model.path is None else model.path,
        query="#{query}" if model.query is None else model.query,
        status_code=f"HTTP_{model.status}",
    )
