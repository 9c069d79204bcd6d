"""What exists already: what cannot be said of it, and where it cannot stand."""

from collections.abc import Iterator
from typing import Any

from infraspec.diagnostic import Edit, Finding, How, Level, Problem, Related, fix
from infraspec.graph.acm import Certificate
from infraspec.graph.dhcp import DhcpOptions
from infraspec.graph.ec2 import Instance, NetworkInterface
from infraspec.graph.elbv2 import TargetGroup
from infraspec.graph.endpoints import GatewayEndpoint, GatewayLoadBalancerEndpoint, InterfaceEndpoint
from infraspec.graph.graph import Graph
from infraspec.graph.iam import Group, ManagedPolicy, Role, User
from infraspec.graph.nat import RegionalNatGateway
from infraspec.graph.network_acls import NetworkAcl
from infraspec.graph.prefix_lists import PrefixList
from infraspec.graph.resource import Ref, Resource
from infraspec.graph.route53 import HostedZone
from infraspec.graph.security_groups import SecurityGroup
from infraspec.graph.trust_stores import TrustStore
from infraspec.graph.vpc import EgressOnlyGateway, InternetGateway, NatGateway, RouteTable, Subnet, Vpc
from infraspec.rules.rule import Rule

_HEAD = "version: 1\nname: demo\nregion: ap-northeast-2\n"
_ROLE = "iam:\n  roles:\n    old:\n      existing: old\n"
_USED = "    new: {trust: ec2}\n"

IGNORED = Problem(
    code="SPC014",
    name="ignored-beside-existing",
    level=Level.ERROR,
    title="A setting of something that exists already",
    explanation="What has `existing:` is referred to and never changed. What rules need to know of it may be written, such as the zone of "
    "a subnet or the routes of a table; what would only be set has no effect.",
    bad=_HEAD + _ROLE + "      managed_policies: [ReadOnlyAccess]  # <- SPC014\n" + _USED,
    good=_HEAD + _ROLE + _USED,
)
_KEYS: tuple[tuple[type[Resource], dict[str, str]], ...] = (
    (
        Role,
        {
            "description": "description",
            "managed_policy_arns": "managed_policies",
            "customer_policies": "managed_policies",
            "inline_policies": "inline_policies",
            "permissions_boundary_arn": "permissions_boundary",
            "permissions_boundary": "permissions_boundary",
        },
    ),
    (ManagedPolicy, {"description": "description"}),
    (
        User,
        {
            "groups": "groups",
            "managed_policy_arns": "managed_policies",
            "customer_policies": "managed_policies",
            "inline_policies": "inline_policies",
            "permissions_boundary_arn": "permissions_boundary",
            "permissions_boundary": "permissions_boundary",
        },
    ),
    (
        Group,
        {
            "managed_policy_arns": "managed_policies",
            "customer_policies": "managed_policies",
            "inline_policies": "inline_policies",
        },
    ),
    (Instance, {"user_data": "user_data"}),
    (NetworkInterface, {"description": "description"}),
    (TargetGroup, {"targets": "targets"}),
    (Certificate, {"subject_alternative_names": "names"}),
    (TrustStore, {"object_key": "key", "object_version": "version"}),
    (HostedZone, {"comment": "comment"}),
    (PrefixList, {"entries": "entries"}),
    (
        DhcpOptions,
        {
            "domain_name": "domain_name",
            "domain_name_servers": "domain_name_servers",
            "ntp_servers": "ntp_servers",
            "netbios_name_servers": "netbios_name_servers",
        },
    ),
    (InterfaceEndpoint, {"policy": "policy"}),
    (GatewayEndpoint, {"policy": "policy"}),
)
"""Fields of each kind that only a managed one has, and the keys that they are written as."""


def ignored(graph: Graph) -> Iterator[Finding]:
    """Look for what is set on things that are not managed here."""
    for kind, keys in _KEYS:
        for node in graph.of(kind):
            if node.existing is None or len(node.origin) < 2:
                continue
            for key in sorted({key for field, key in keys.items() if _is_set(node, field)}):
                yield Finding(
                    problem=IGNORED,
                    at=(*node.origin, key),
                    message=f"`{node.origin[-1]}` exists already, so `{key}` would have no effect",
                    related=(Related(at=(*node.origin, "existing"), label="it is not managed here"),),
                    help=f"remove `{key}`, or `existing`",
                    fixes=fix(f"remove `{key}`", Edit((*node.origin, key), how=How.REMOVE)),
                    on_key=True,
                )


def _is_set(node: Resource, field: str) -> bool:
    """Whether something would be set; that a group requires MFA is what rules need to know of it."""
    value = getattr(node, field)
    return bool(value) and not (field == "inline_policies" and [one.name for one in value] == ["require-mfa"])


INSIDE = Problem(
    code="SPC015",
    name="existing-in-a-new-vpc",
    level=Level.ERROR,
    title="Something that exists already in a VPC that does not",
    explanation="A VPC that is made here is empty at first, so nothing that exists already can stand in it. Write `existing:` at the VPC "
    "too, or leave it out below.",
    bad=_HEAD
    + "vpcs:\n  main:\n    cidr: 10.0.0.0/16\n    security_groups:\n"
    + "      partner: {existing: sg-0a1b2c3d4e5f67890}  # <- SPC015\n      own: {egress: []}\n",
    good=_HEAD
    + "vpcs:\n  main:\n    existing: vpc-0a1b2c3d4e5f67890\n    cidr: 10.0.0.0/16\n    security_groups:\n"
    + "      partner: {existing: sg-0a1b2c3d4e5f67890}\n      own: {egress: []}\n",
)
_INSIDE: tuple[type[Any], ...] = (
    EgressOnlyGateway,
    GatewayEndpoint,
    GatewayLoadBalancerEndpoint,
    InterfaceEndpoint,
    InternetGateway,
    NetworkAcl,
    RegionalNatGateway,
    RouteTable,
    SecurityGroup,
    Subnet,
)
"""What stands in a VPC and says which."""


def existing_inside(graph: Graph) -> Iterator[Finding]:
    """Compare each thing that exists with its VPC; an internet gateway may be free until it is attached."""
    nodes: list[tuple[Resource, Ref[Vpc]]] = [(one, one.vpc) for kind in _INSIDE for one in graph.of(kind)]
    nodes += [(one, graph.get(one.subnet).vpc) for one in graph.of(NatGateway)]
    seen = set()
    for node, address in nodes:
        vpc = graph.get(address)
        if node.existing is None or vpc.existing is not None or node.origin in seen:
            continue
        seen.add(node.origin)
        yield Finding(
            problem=INSIDE,
            at=(*node.origin, "existing"),
            message=f"`{node.key}` exists already, but VPC `{vpc.key}`, in which it stands, is made here",
            related=(Related(at=vpc.origin, label="has no `existing`", on_key=True),),
            help=f"write `existing:` at `{vpc.key}` too, or remove it here",
            on_key=True,
        )


RULES = (Rule(IGNORED, ignored), Rule(INSIDE, existing_inside))
