"""Graph to a CloudFormation template: the table of kinds, and the text."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, assert_never

from troposphere import AWSObject, Parameter

from infraspec.cloudformation import (
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
from infraspec.cloudformation.names import LogicalIds
from infraspec.cloudformation.outputs import output
from infraspec.cloudformation.properties import to_data
from infraspec.cloudformation.variables import parameter, reference
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

if TYPE_CHECKING:
    from infraspec.graph.graph import Node

Places = Callable[[SpecPath], tuple[str, str]]
"""Where a path stands, as `file:line`, and the path as text."""


def emit(graph: Graph, places: Places | None = None) -> dict[str, Any]:
    """The template as data; with `places`, each resource says where the spec makes it."""
    template = _template(graph, places)
    if graph.variables:
        made = (parameter(one) for one in graph.variables)
        template["Parameters"] = dict(sorted([*template.get("Parameters", {}).items(), *made]))
        for section in _OPEN:
            template[section] = referring(template.get(section, {}), reference)
        order = ("AWSTemplateFormatVersion", "Description", "Parameters", *_OPEN)
        template = {section: template[section] for section in order if template[section]}
    return template


def sites(graph: Graph) -> frozenset[int]:
    """Where in the spec the texts stand that are left to the deployment, those that the template holds whole."""
    template = _template(graph)
    return frozenset(sites_in([template.get(section, {}) for section in _OPEN]))


_OPEN = ("Resources", "Outputs")
"""The sections that may refer to parameters."""


def _template(graph: Graph, places: Places | None = None) -> dict[str, Any]:
    """The template, in which what is left to the deployment has its default."""
    ids = LogicalIds(graph)
    overriding = graph.overriding()
    parameters: dict[str, Any] = {}
    resources: dict[str, Any] = {}
    for node in graph:
        if node.existing is None:
            for one in _resources(node, ids):
                body = to_data(one)
                section = parameters if isinstance(one, Parameter) else resources
                assert one.title not in section  # noqa: S101 - the second would take the first one's place in silence
                body = {"Type": body.pop("Type"), **body, **ids.depends_on(node)}
                if overriding and section is resources and (override := overriding.get(node.address)):
                    body = overrides.merged(override, overrides.Made(one, body, _is_main(node, override)))
                if places is not None and section is resources:
                    source, path = places(node.origin)
                    ours = {"infraspec": {"source": source, "path": path}}
                    body["Metadata"] = {**body["Metadata"], **ours} if "Metadata" in body else ours
                section[one.title] = body
    template: dict[str, Any] = {
        "AWSTemplateFormatVersion": "2010-09-09",
        "Description": graph.description or f"{graph.name} in {graph.region}",
    }
    if parameters:
        template["Parameters"] = dict(sorted(parameters.items()))
    template["Resources"] = dict(sorted(resources.items()))
    if graph.outputs:
        template["Outputs"] = dict(sorted((output(one, ids) for one in graph.outputs), key=lambda named: named[0]))
    return template


def _is_main(node: "Node", override: Override) -> bool:
    """Whether properties without a type are a node's own."""
    return type(node).__name__ in override.makes


def wrong_overrides(graph: Graph) -> Iterator[Finding]:
    """What is wrong with what the spec says in CloudFormation's words."""
    ids = LogicalIds(graph)
    known = frozenset(ids.of(node) for node in graph if node.existing is None)
    for override in graph.overrides:
        if override.cloudformation:
            nodes = [graph.get(address) for address in override.nodes]
            made = [
                overrides.Made(one, to_data(one), _is_main(node, override))
                for node in nodes
                for one in _resources(node, ids)
                if isinstance(one, AWSObject)
            ]
            yield from overrides.check(override, made, known)


def made(graph: Graph) -> Iterator[tuple[str, str, SpecPath]]:
    """The logical id and the type of everything that is emitted, and where it comes from."""
    ids = LogicalIds(graph)
    for node in graph:
        if node.existing is None:
            for one in _resources(node, ids):
                kind = "parameter" if isinstance(one, Parameter) else str(one.resource_type)
                yield str(one.title), kind, node.origin


def to_yaml(template: dict[str, Any]) -> str:
    """The template as YAML, with its functions in their long form."""
    import yaml  # noqa: PLC0415 - only for those who ask for YAML

    return yaml.safe_dump(template, sort_keys=False, allow_unicode=True, width=110)


def _resources(node: "Node", ids: LogicalIds) -> Iterator[AWSObject | Parameter]:
    match node:
        case ElasticIp():
            yield vpc.elastic_ip(node, ids)
        case InternetGateway():
            yield vpc.internet_gateway(node, ids)
        case InternetGatewayAttachment():
            yield vpc.internet_gateway_attachment(node, ids)
        case NatGateway():
            yield vpc.nat_gateway(node, ids)
        case Route():
            yield vpc.route(node, ids)
        case RouteTable():
            yield vpc.route_table(node, ids)
        case RouteTableAssociation():
            yield vpc.route_table_association(node, ids)
        case Subnet():
            yield vpc.subnet(node, ids)
        case Vpc():
            yield vpc.vpc(node, ids)
        case VpcCidrBlock():
            yield vpc.vpc_cidr_block(node, ids)
        case VpcPeeringConnection():
            yield vpc.vpc_peering_connection(node, ids)
        case SecurityGroup():
            yield security_groups.security_group(node, ids)
        case IngressRule():
            yield security_groups.ingress_rule(node, ids)
        case EgressRule():
            yield security_groups.egress_rule(node, ids)
        case NetworkAcl():
            yield network_acls.network_acl(node, ids)
        case NetworkAclEntry():
            yield network_acls.network_acl_entry(node, ids)
        case NetworkAclAssociation():
            yield network_acls.network_acl_association(node, ids)
        case InterfaceEndpoint():
            yield endpoints.interface_endpoint(node, ids)
        case GatewayEndpoint():
            yield endpoints.gateway_endpoint(node, ids)
        case ManagedPolicy():
            yield iam.managed_policy(node, ids)
        case Role():
            yield iam.role(node, ids)
        case InstanceProfile():
            yield iam.instance_profile(node, ids)
        case ImageParameter():
            yield ec2.image_parameter(node, ids)
        case LaunchTemplate():
            yield ec2.launch_template(node, ids)
        case Instance():
            yield ec2.instance(node, ids)
        case Volume():
            yield ec2.volume(node, ids)
        case VolumeAttachment():
            yield ec2.volume_attachment(node, ids)
        case NetworkInterface():
            yield ec2.network_interface(node, ids)
        case ElasticIpAssociation():
            yield ec2.elastic_ip_association(node, ids)
        case LoadBalancer():
            yield elbv2.load_balancer(node, ids)
        case TargetGroup():
            yield elbv2.target_group(node, ids)
        case Listener():
            yield elbv2.listener(node, ids)
        case ListenerCertificate():
            yield elbv2.listener_certificate(node, ids)
        case ListenerRule():
            yield elbv2.listener_rule(node, ids)
        case Certificate():
            yield acm.certificate(node, ids)
        case HostedZone():
            yield route53.hosted_zone(node, ids)
        case RecordSet():
            yield route53.record_set(node, ids)
        case DbSubnetGroup():
            yield rds.db_subnet_group(node, ids)
        case DbParameterGroup():
            yield rds.db_parameter_group(node, ids)
        case DbInstance():
            yield rds.db_instance(node, ids)
        case _:
            assert_never(node)
