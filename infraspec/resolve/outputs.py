"""What both documents export: what the spec asks for, and what everyone needs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from infraspec.diagnostic import Finding, Related
from infraspec.graph.graph import Output
from infraspec.graph.resource import Ref, Resource
from infraspec.resolve.network import Network
from infraspec.resolve.problems import NO_SUCH_VALUE, OUTPUT_NAME
from infraspec.spec.kinds import OUTPUT


class _Values(NamedTuple):
    """The kind of node that a word means, and which of its values can be exported, the usual one first."""

    node: str
    values: tuple[str, ...]


_VALUES = {
    "vpc": _Values("Vpc", ("id",)),
    "subnet": _Values("Subnet", ("id",)),
    "tier": _Values("Subnet", ("id",)),
    "internet_gateway": _Values("InternetGateway", ("id",)),
    "nat_gateway": _Values("NatGateway", ("id", "public_ip")),
    "route_table": _Values("RouteTable", ("id",)),
    "peering": _Values("VpcPeeringConnection", ("id",)),
    "endpoint": _Values("InterfaceEndpoint", ("id",)),
    "security_group": _Values("SecurityGroup", ("id",)),
    "network_acl": _Values("NetworkAcl", ("id",)),
    "role": _Values("Role", ("arn", "name")),
    "policy": _Values("ManagedPolicy", ("arn",)),
    "instance": _Values("Instance", ("id", "private_ip", "public_ip")),
    "network_interface": _Values("NetworkInterface", ("id", "private_ip")),
    "load_balancer": _Values("LoadBalancer", ("dns_name", "arn", "zone_id")),
    "target_group": _Values("TargetGroup", ("arn",)),
    "certificate": _Values("Certificate", ("arn",)),
    "zone": _Values("HostedZone", ("id", "name_servers")),
    "database": _Values("DbInstance", ("endpoint_address", "endpoint_port", "secret_arn", "arn", "id")),
}
_NAME = r"[A-Za-z][A-Za-z0-9_-]{0,200}\Z"
_ALWAYS = (
    ("Vpc", "vpc", "id", "id", "The VPC `{}`"),
    ("SecurityGroup", "security-group", "id", "id", "The security group `{}`"),
    ("LoadBalancer", "load-balancer", "dns-name", "dns_name", "The DNS name of the load balancer `{}`"),
    ("DbInstance", "database", "endpoint", "endpoint_address", "The address of the database `{}`"),
)


def outputs(scope: Network, nodes: Iterable[Resource]) -> Iterator[Output]:
    """Every output, each with a name that no other has in either document."""
    by_address = {node.address: node for node in nodes}
    taken: dict[str, str] = {}
    for output in _usual(by_address):
        taken[_folded(output.name)] = output.name
        yield output
    for name, entry in scope.of(OUTPUT).items():
        if not re.match(_NAME, name):
            message = f"an output cannot be called `{name}`"
            help_ = "write a letter, then letters, digits, hyphens and underscores"
            scope.report(Finding(problem=OUTPUT_NAME, at=entry.path, message=message, help=help_, on_key=True))
            continue
        if _folded(name) in taken:
            message = f"the outputs `{name}` and `{taken[_folded(name)]}` have the same name in CloudFormation"
            help_ = "CloudFormation's names are letters and digits alone; choose another"
            scope.report(Finding(problem=OUTPUT_NAME, at=entry.path, message=message, help=help_, on_key=True))
            continue
        taken[_folded(name)] = name
        asked_for = _asked_for(scope, name, by_address)
        if asked_for is not None:
            yield asked_for


def _folded(name: str) -> str:
    """A name as CloudFormation holds it: letters and digits, here without regard to case."""
    return re.sub(r"[^a-z0-9]", "", name.lower())


def _usual(nodes: dict[Ref[Resource], Resource]) -> Iterator[Output]:
    """The identifiers that everyone needs: VPCs, subnets by tier, groups, balancers, databases."""
    tiers: dict[str, list[Ref[Resource]]] = {}
    for address, node in sorted(nodes.items()):
        if node.existing is not None:
            continue
        for kind, word, ending, attribute, description in _ALWAYS:
            if address.kind == kind:
                name = f"{word}-{node.key}-{ending}"
                yield Output(name, description.format(node.key), attribute, (address,), many=False)
        if address.kind == "Subnet":
            tiers.setdefault(str(node.origin[3]), []).append(address)
    for tier, addresses in sorted(tiers.items()):
        yield Output(f"tier-{tier}-subnet-ids", f"The subnets of the tier `{tier}`", "id", tuple(addresses), many=True)


def _asked_for(scope: Network, name: str, nodes: dict[Ref[Resource], Resource]) -> Output | None:
    """One output of the spec."""
    entry = scope.of(OUTPUT)[name]
    found = scope.find(entry.model.of, tuple(_VALUES), (*entry.path, "of"))
    if found is None:
        return None
    offered = _VALUES[found.word]
    value = entry.model.value or offered.values[0]
    names = _names(scope, found.word, found.name)
    kind = "ElasticIp" if (found.word, value) == ("nat_gateway", "public_ip") else offered.node
    refs = tuple(ref for ref in (_address(found.word, kind, one, nodes) for one in names) if ref is not None)
    exists = any(nodes[ref].existing is not None for ref in refs)
    if value not in offered.values or (exists and value != offered.values[0]):
        several = ", ".join(f"`{one}`" for one in (offered.values[:1] if exists else offered.values))
        scope.report(
            Finding(
                problem=NO_SUCH_VALUE,
                at=(*entry.path, "value"),
                message=f"`{found.name}` has no value `{value}` to export",
                related=(Related(at=scope.names[found.word][found.name], label="defined here", on_key=True),),
                help=f"write {several}",
            )
        )
        return None
    description = entry.model.description or f"{value} of `{found.name}`"
    return Output(name, description, value, refs, many=names != [found.name]) if refs else None


def _names(scope: Network, word: str, name: str) -> list[str]:
    """The keys of the nodes that a name stands for: the subnets of a tier, and what stands once in each zone."""
    if word == "tier":
        return scope.subnets_of_tier(name)
    if word == "nat_gateway" and name in scope.zonal_nats:
        return [f"{name}-{suffix}" for suffix in sorted(scope.zonal_nats[name])]
    if word == "route_table" and name in scope.zonal_tables:
        return [f"{name}-{suffix}" for suffix in scope.zonal_tables[name]]
    return [name]


def _address(word: str, kind: str, name: str, nodes: dict[Ref[Resource], Resource]) -> Ref[Resource] | None:
    """The node that a name means; an endpoint is one of two kinds."""
    kinds = ("InterfaceEndpoint", "GatewayEndpoint") if word == "endpoint" else (kind,)
    return next((Ref(one, name) for one in kinds if Ref(one, name) in nodes), None)
