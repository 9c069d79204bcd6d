"""`load_balancers:` to nodes: balancers with their addresses."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple, cast

from infraspec.diagnostic import Edit, Finding, How, SpecPath, fix
from infraspec.graph.elbv2 import LoadBalancer, Logs, SubnetMapping
from infraspec.graph.resource import Ref, Resource, ref
from infraspec.graph.s3 import Bucket
from infraspec.graph.security_groups import SecurityGroup
from infraspec.graph.vpc import ElasticIp, Subnet
from infraspec.resolve.balancer_logs import log_statements
from infraspec.resolve.network import Network
from infraspec.spec.document import Entry
from infraspec.spec.forms.load_balancers import is_one_address
from infraspec.spec.kinds import LOAD_BALANCER
from infraspec.spec.problems import MISSING_FIELD, WRONG_VALUE

if TYPE_CHECKING:
    from infraspec.spec.load_balancers import LoadBalancer as LoadBalancerModel
    from infraspec.spec.load_balancers import Logs as LogsModel
    from infraspec.spec.load_balancers import SubnetAddress

DEFAULT_IDLE_TIMEOUT = 60
"""Seconds."""


_HOUR = 3600
"""Seconds for which a connection of a client stays."""
_ANY_ZONE = "any_availability_zone"


class _Parts(NamedTuple):
    """What a balancer refers to."""

    mappings: tuple[SubnetMapping, ...]
    groups: tuple[Ref[SecurityGroup], ...]
    access_logs: Logs | None
    connection_logs: Logs | None


def load_balancers(scope: Network) -> Iterator[Resource]:
    """Every balancer with its addresses."""
    for name, entry in scope.of(LOAD_BALANCER).items():
        _check_options(scope, entry)
        mappings = _mappings(scope, entry)
        groups = scope.security_groups(entry.model.security_groups, (*entry.path, "security_groups"))
        if mappings is not None and groups is not None:
            yield from _elastic_ips(scope, name, entry, mappings)
            logs = [_logs(scope, entry, field) for field in ("access_logs", "connection_logs")]
            yield _load_balancer(scope, entry, _Parts(mappings, groups, *logs))


def _load_balancer(scope: Network, entry: Entry[LoadBalancerModel], found: _Parts) -> LoadBalancer:
    name, model, application = entry.name, entry.model, entry.model.type == "application"
    return LoadBalancer(
        key=name,
        origin=entry.path,
        depends_on=(*_waits(scope, model, found.mappings), *_log_waits(scope, model.type, found)),
        name=None if model.name else name,
        type=model.type,
        scheme=model.scheme,
        subnets=found.mappings,
        security_groups=found.groups,
        deletion_protection=model.deletion_protection,
        cross_zone=None if application else bool(model.cross_zone),
        idle_timeout=_idle_timeout(model),
        http2=model.http2 is not False if application else None,
        drop_invalid_header_fields=model.drop_invalid_header_fields is not False if application else None,
        tags=scope.tags(name, model.tags),
        ip_address_type=model.ip_address_type or "ipv4",
        client_keep_alive=_HOUR if application and model.client_keep_alive is None else model.client_keep_alive,
        desync_mitigation_mode=model.desync_mode or ("defensive" if application else None),
        xff_header_processing_mode=model.xff_mode or ("append" if application else None),
        xff_client_port=_off(model.xff_client_port, application),
        preserve_host_header=_off(model.preserve_host_header, application),
        tls_version_and_cipher_suite=_off(model.tls_headers, application),
        waf_fail_open=_off(model.waf_fail_open, application),
        connection_logs=found.connection_logs,
        access_logs=found.access_logs,
        zonal_shift=model.zonal_shift,
        client_routing_policy=model.client_routing or (_ANY_ZONE if model.type == "network" else None),
        private_link_inbound_rules=model.private_link_rules,
    )


def _off(written: bool | None, application: bool) -> bool | None:  # noqa: FBT001 - two fields of the entry
    """What only an application balancer has, and which is off unless it is written."""
    return False if written is None and application else written


def _idle_timeout(model: LoadBalancerModel) -> int | None:
    if model.type != "application":
        return None
    return DEFAULT_IDLE_TIMEOUT if model.idle_timeout is None else model.idle_timeout


def _logs(scope: Network, entry: Entry[LoadBalancerModel], field: str) -> Logs | None:
    """Where a balancer logs to."""
    model: LogsModel | None = getattr(entry.model, field)
    if model is None:
        return None
    bucket = scope.bucket(model.bucket, (*entry.path, field, "bucket"))
    return Logs(bucket or ref(Bucket, model.bucket), model.prefix)


def _log_waits(scope: Network, balancer: str, found: _Parts) -> tuple[Ref[Resource], ...]:
    """The policies that let a balancer write its logs, which must stand before it is made."""
    waits: list[Ref[Resource]] = []
    for logs in (found.access_logs, found.connection_logs):
        if logs is not None:
            waits += scope.grant(logs.bucket, *log_statements(scope, balancer, logs.bucket, logs.prefix))
    return tuple(dict.fromkeys(waits))


_OF_HTTP = (
    "idle_timeout",
    "http2",
    "drop_invalid_header_fields",
    "client_keep_alive",
    "desync_mode",
    "xff_mode",
    "xff_client_port",
    "preserve_host_header",
    "tls_headers",
    "waf_fail_open",
    "connection_logs",
)
_TYPES = {
    **dict.fromkeys(_OF_HTTP, ("application",)),
    **dict.fromkeys(("access_logs", "zonal_shift"), ("application", "network")),
    **dict.fromkeys(("client_routing", "private_link_rules"), ("network",)),
    "cross_zone": ("network", "gateway"),
}
"""The types of balancers that have each setting, where not all have."""


def _check_options(scope: Network, entry: Entry[LoadBalancerModel]) -> None:
    """Report settings of other types of balancers, and the group that AWS would choose by itself."""
    model = entry.model
    for field, types in _TYPES.items():
        if model.type not in types and getattr(model, field) is not None:
            _foreign(scope, entry, field, " and ".join(types))
    if model.type == "gateway" and model.security_groups:
        _foreign(scope, entry, "security_groups", "application and network")
    if model.type == "gateway" and model.scheme != "internal":
        _foreign(scope, entry, "scheme", "application and network")
    if model.type == "application" and not model.security_groups:
        message = (
            f"load balancer `{entry.name}` has no `security_groups`, and AWS would give it the VPC's default group"
        )
        at = (*entry.path, "security_groups")
        scope.report(Finding(problem=MISSING_FIELD, at=at, message=message, help="add `security_groups:`"))


def _foreign(scope: Network, entry: Entry[LoadBalancerModel], field: str, types: str) -> None:
    message = f"`{field}` is a setting of {types} balancers, and `{entry.name}` is of type {entry.model.type}"
    at, help_ = (*entry.path, field), f"remove `{field}`"
    fixes = fix(help_, Edit(at, how=How.REMOVE))
    scope.report(Finding(problem=WRONG_VALUE, at=at, message=message, help=help_, fixes=fixes))


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
