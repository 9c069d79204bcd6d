"""Graph to Terraform JSON: the table of kinds, and the text."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, assert_never

from infraspec.deploy_time import referring, sites_in
from infraspec.diagnostic import Finding, SpecPath
from infraspec.graph.acm import Certificate
from infraspec.graph.ec2 import (
    ElasticIpAssociation,
    ImageParameter,
    Instance,
    LaunchTemplate,
    NetworkInterface,
    Volume,
    VolumeAttachment,
)
from infraspec.graph.elbv2 import (
    Listener,
    ListenerCertificate,
    ListenerRule,
    LoadBalancer,
    TargetGroup,
)
from infraspec.graph.endpoints import GatewayEndpoint, InterfaceEndpoint
from infraspec.graph.graph import Graph
from infraspec.graph.iam import InstanceProfile, ManagedPolicy, Role
from infraspec.graph.network_acls import NetworkAcl, NetworkAclAssociation, NetworkAclEntry
from infraspec.graph.overrides import Override
from infraspec.graph.rds import DbInstance, DbParameterGroup, DbSubnetGroup
from infraspec.graph.route53 import HostedZone, RecordSet
from infraspec.graph.security_groups import EgressRule, IngressRule, SecurityGroup
from infraspec.graph.vpc import (
    ElasticIp,
    InternetGateway,
    InternetGatewayAttachment,
    NatGateway,
    Route,
    RouteTable,
    RouteTableAssociation,
    Subnet,
    Vpc,
    VpcCidrBlock,
    VpcPeeringConnection,
)
from infraspec.terraform import (
    acm,
    ec2,
    elbv2,
    endpoints,
    iam,
    network_acls,
    overrides,
    rds,
    route53,
    security_groups,
    vpc,
)
from infraspec.terraform.block import Block, to_json
from infraspec.terraform.names import Labels
from infraspec.terraform.outputs import output
from infraspec.terraform.variables import reference, variable

if TYPE_CHECKING:
    from infraspec.graph.graph import Node

Places = Callable[[SpecPath], tuple[str, str]]
"""Where a path stands, as `file:line`, and the path as text."""

REQUIRED_VERSION = ">= 1.5"
REQUIRED_PROVIDER = ">= 5.76, < 7.0"
"""The versions of the AWS provider that take every argument we write."""


def emit(graph: Graph, places: Places | None = None) -> dict[str, Any]:
    """The document as data; with `places`, each block says where the spec makes it."""
    document = _document(graph, places)
    if graph.variables:
        document = {
            name: referring(section, reference) if name in _OPEN else section for name, section in document.items()
        }
        document["variable"] = dict(variable(one) for one in graph.variables)
    return document


def sites(graph: Graph) -> frozenset[int]:
    """Where in the spec the texts stand that are left to the deployment, those that the document holds whole."""
    document = _document(graph)
    return frozenset(sites_in([document.get(section, {}) for section in _OPEN]))


_OPEN = ("resource", "data", "output")
"""The sections that may refer to variables."""


def _document(graph: Graph, places: Places | None = None) -> dict[str, Any]:
    """The document, in which what is left to the deployment has its default."""
    labels = Labels(graph)
    overriding = graph.overriding()
    modes: dict[str, dict[str, dict[str, Any]]] = {"data": {}, "resource": {}}
    for node in graph:
        if node.existing is None:
            for position, block in enumerate(_blocks(node, labels)):
                labelled = modes[block.mode].setdefault(block.type, {})
                assert block.label not in labelled  # noqa: S101 - the second would take the first one's place in silence
                if overriding and block.mode == "resource" and (override := overriding.get(node.address)):
                    block = overrides.merged(override, overrides.Made(block, _is_main(node, position, override)))  # noqa: PLW2901
                said = {} if places is None else {"//": " ".join(places(_origin(block, node)))}
                labelled[block.label] = to_json({**said, **block.body})
    document: dict[str, Any] = {
        "//": graph.description or f"{graph.name} in {graph.region}",
        "terraform": {
            "required_version": REQUIRED_VERSION,
            "required_providers": {"aws": {"source": "hashicorp/aws", "version": REQUIRED_PROVIDER}},
        },
        "provider": {"aws": {"region": graph.region}},
    }
    for mode, types in modes.items():
        if types:
            document[mode] = {kind: dict(sorted(types[kind].items())) for kind in sorted(types)}
    if graph.outputs:
        document["output"] = dict(
            sorted((name, to_json(body)) for name, body in (output(one, labels) for one in graph.outputs))
        )
    return document


def _is_main(node: "Node", position: int, override: Override) -> bool:
    """Whether arguments without a type are the own ones of a node's block at this position: the first is the thing."""
    return position == 0 and type(node).__name__ in override.makes


def _origin(block: Block, node: "Node") -> SpecPath:
    """Where the spec makes a block: with what it comes from, or in a line of its own there."""
    return block.origin or node.origin


def wrong_overrides(graph: Graph) -> Iterator[Finding]:
    """What is wrong with what the spec says in Terraform's words."""
    labels = Labels(graph)
    for override in graph.overrides:
        if override.terraform:
            nodes = [graph.get(address) for address in override.nodes]
            made = [
                overrides.Made(block, _is_main(node, position, override))
                for node in nodes
                for position, block in enumerate(_blocks(node, labels))
            ]
            yield from overrides.check(override, made)


def made(graph: Graph) -> Iterator[tuple[str, str, SpecPath]]:
    """The address and the type of everything that is emitted, and where it comes from."""
    labels = Labels(graph)
    for node in graph:
        if node.existing is None:
            for block in _blocks(node, labels):
                kind = block.type if block.mode == "resource" else f"{block.mode}.{block.type}"
                yield f"{kind}.{block.label}", kind, _origin(block, node)


def _blocks(node: "Node", labels: Labels) -> Iterator[Block]:
    match node:
        case ElasticIp():
            yield vpc.elastic_ip(node, labels)
        case InternetGateway():
            yield vpc.internet_gateway(node, labels)
        case InternetGatewayAttachment():
            yield vpc.internet_gateway_attachment(node, labels)
        case NatGateway():
            yield vpc.nat_gateway(node, labels)
        case Route():
            yield vpc.route(node, labels)
        case RouteTable():
            yield vpc.route_table(node, labels)
        case RouteTableAssociation():
            yield vpc.route_table_association(node, labels)
        case Subnet():
            yield vpc.subnet(node, labels)
        case Vpc():
            yield vpc.vpc(node, labels)
        case VpcCidrBlock():
            yield vpc.vpc_cidr_block(node, labels)
        case VpcPeeringConnection():
            yield vpc.vpc_peering_connection(node, labels)
        case SecurityGroup():
            yield security_groups.security_group(node, labels)
            yield from security_groups.permissions(node, labels)
        case IngressRule():
            yield security_groups.ingress_rule(node, labels)
        case EgressRule():
            yield security_groups.egress_rule(node, labels)
        case NetworkAcl():
            yield network_acls.network_acl(node, labels)
        case NetworkAclEntry():
            yield network_acls.network_acl_entry(node, labels)
        case NetworkAclAssociation():
            yield network_acls.network_acl_association(node, labels)
        case InterfaceEndpoint():
            yield endpoints.interface_endpoint(node, labels)
        case GatewayEndpoint():
            yield endpoints.gateway_endpoint(node, labels)
        case ManagedPolicy():
            yield iam.managed_policy(node, labels)
        case Role():
            yield from iam.role(node, labels)
        case InstanceProfile():
            yield iam.instance_profile(node, labels)
        case ImageParameter():
            yield ec2.image_parameter(node, labels)
        case LaunchTemplate():
            yield ec2.launch_template(node, labels)
        case Instance():
            yield ec2.instance(node, labels)
        case Volume():
            yield ec2.volume(node, labels)
        case VolumeAttachment():
            yield ec2.volume_attachment(node, labels)
        case NetworkInterface():
            yield ec2.network_interface(node, labels)
        case ElasticIpAssociation():
            yield ec2.elastic_ip_association(node, labels)
        case LoadBalancer():
            yield elbv2.load_balancer(node, labels)
        case TargetGroup():
            yield from elbv2.target_group(node, labels)
        case Listener():
            yield elbv2.listener(node, labels)
        case ListenerCertificate():
            yield elbv2.listener_certificate(node, labels)
        case ListenerRule():
            yield elbv2.listener_rule(node, labels)
        case Certificate():
            yield from acm.certificate(node, labels)
        case HostedZone():
            yield route53.hosted_zone(node, labels)
        case RecordSet():
            yield route53.record_set(node, labels)
        case DbSubnetGroup():
            yield rds.db_subnet_group(node, labels)
        case DbParameterGroup():
            yield rds.db_parameter_group(node, labels)
        case DbInstance():
            yield rds.db_instance(node, labels)
        case _:
            assert_never(node)
