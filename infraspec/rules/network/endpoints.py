"""Endpoints: what AWS refuses, and what would reach nothing."""

from collections.abc import Iterator

from infraspec.analysis.coverage import flow, overlaps
from infraspec.aws import GATEWAY_SERVICES
from infraspec.data.zones import canonical
from infraspec.diagnostic import Edit, Finding, Fix, How, Level, Problem, Related, Safety, choices, fix
from infraspec.graph.endpoints import GatewayEndpoint, InterfaceEndpoint
from infraspec.graph.graph import Graph
from infraspec.graph.resource import Ref
from infraspec.graph.security_groups import IngressRule, Permission, SecurityGroup
from infraspec.graph.vpc import RouteTable, RouteTableAssociation
from infraspec.rules.mends import named
from infraspec.rules.network.endpoint_examples import VPC
from infraspec.rules.rule import Rule

_PAGE = "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateVpcEndpoint.html"

NO_GATEWAY = Problem(
    code="NET502",
    name="no-gateway-endpoint",
    level=Level.ERROR,
    title="A gateway endpoint of a service that has none",
    explanation="Only S3 and DynamoDB have gateway endpoints. Every other service has interface endpoints.",
    bad=VPC + "      kms: {service: kms, type: gateway, route_tables: [private]}  # <- NET502\n",
    good=VPC + "      kms: {service: kms, subnets: tier:app, security_groups: [calls]}\n",
    source="https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html",
)


def no_gateway(graph: Graph) -> Iterator[Finding]:
    """Compare the service of each gateway endpoint with the two that have them."""
    services = {f"com.amazonaws.{graph.region}.{name}" for name in GATEWAY_SERVICES}
    for endpoint in graph.of(GatewayEndpoint):
        if endpoint.service_name not in services:
            yield Finding(
                problem=NO_GATEWAY,
                at=(*endpoint.origin, "type"),
                message=f"{endpoint.service_name} has no gateway endpoint",
                help="write `type: interface` with `subnets` and `security_groups`",
            )


ZONE_TWICE = Problem(
    code="NET504",
    name="endpoint-twice-in-zone",
    level=Level.ERROR,
    title="An endpoint with two subnets in one zone",
    explanation="An interface endpoint has at most one network interface in each zone.",
    bad=VPC.replace("zone: c", "zone: a")
    + "      kms:\n        service: kms\n        subnets: tier:app  # <- NET504\n        security_groups: [calls]\n",
    good=VPC + "      kms:\n        service: kms\n        subnets: tier:app\n        security_groups: [calls]\n",
    source=_PAGE,
)


def _one_goes(endpoint: InterfaceEndpoint, *names: str) -> tuple[Fix, ...]:
    """Either of two subnets goes from a list that names each."""
    listed = [one.key for one in endpoint.subnets]
    at = (*endpoint.origin, "subnets")
    found = ((name, Edit((*at, listed.index(name)), how=How.REMOVE)) for name in names)
    return tuple(Fix(f"remove `{name}`", Safety.CHOICE, (edit,)) for name, edit in found)


def zone_twice(graph: Graph) -> Iterator[Finding]:
    """Compare the zones of each endpoint's subnets."""
    for endpoint in graph.of(InterfaceEndpoint):
        first: dict[str, str] = {}
        for subnet in endpoint.subnets:
            zone = canonical(graph.get(subnet).zone)
            other = first.setdefault(zone, subnet.key)
            if other != subnet.key:
                yield Finding(
                    problem=ZONE_TWICE,
                    at=(*endpoint.origin, "subnets"),
                    message=f"subnets `{other}` and `{subnet.key}` of the endpoint are both in {zone}",
                    related=(Related(at=graph.get(subnet).origin, label=f"in {zone}", on_key=True),),
                    help=f"remove `{subnet.key}`, or `{other}`",
                    fixes=_one_goes(endpoint, subnet.key, other),
                )


NO_DNS = Problem(
    code="NET505",
    name="private-dns-without-vpc-dns",
    level=Level.ERROR,
    title="Private names for an endpoint in a VPC without DNS",
    explanation="An endpoint answers to the service's usual name only in a VPC with both `dns_support` and `dns_hostnames`; "
    "otherwise AWS refuses it.",
    bad=VPC.replace("/16\n", "/16\n    dns_hostnames: false\n")
    + "      kms: {service: kms, subnets: tier:app, security_groups: [calls]}  # <- NET505\n",
    good=VPC + "      kms: {service: kms, subnets: tier:app, security_groups: [calls]}\n",
    source="https://docs.aws.amazon.com/vpc/latest/privatelink/manage-dns-names.html",
)


def no_dns(graph: Graph) -> Iterator[Finding]:
    """Look at the VPC of each endpoint with private names. What a VPC that exists has set is not known."""
    for endpoint in graph.of(InterfaceEndpoint):
        vpc = graph.get(endpoint.vpc)
        if not endpoint.private_dns_enabled or (vpc.dns_support and vpc.dns_hostnames) or vpc.existing is not None:
            continue
        field = "dns_hostnames" if vpc.dns_support else "dns_support"
        yield Finding(
            problem=NO_DNS,
            at=endpoint.origin,
            message=f"endpoint `{endpoint.key}` has private names, but VPC `{vpc.key}` has `{field}: false`",
            related=(Related(at=(*vpc.origin, field), label="switched off here"),),
            help=f"write `{field}: true` in `{vpc.key}`, or `private_dns: false` here",
            fixes=fix(f"write `{field}: true` in `{vpc.key}`", Edit((*vpc.origin, field), "true")),
            on_key=True,
        )


NAME_TWICE = Problem(
    code="NET506",
    name="private-name-twice",
    level=Level.ERROR,
    title="Two endpoints of a VPC with the private names of one service",
    explanation="The service's usual name can lead to one endpoint of a VPC. A second one has `private_dns: false`.",
    bad=VPC
    + "      kms: {service: kms, subnets: tier:app, security_groups: [calls]}\n"
    + "      kms-too: {service: kms, subnets: tier:app, security_groups: [calls]}  # <- NET506\n",
    good=VPC
    + "      kms: {service: kms, subnets: tier:app, security_groups: [calls]}\n"
    + "      kms-too: {service: kms, subnets: tier:app, security_groups: [calls], private_dns: false}\n",
    source=_PAGE,
)


def name_twice(graph: Graph) -> Iterator[Finding]:
    """Compare the services of each VPC's endpoints with private names."""
    first: dict[tuple[object, ...], InterfaceEndpoint] = {}
    for endpoint in graph.of(InterfaceEndpoint):
        if not endpoint.private_dns_enabled:
            continue
        other = first.setdefault((endpoint.vpc, endpoint.service_name, endpoint.service), endpoint)
        if other is not endpoint:
            yield Finding(
                problem=NAME_TWICE,
                at=endpoint.origin,
                message=f"the name of {endpoint.service_name} leads to endpoint `{other.key}` already",
                related=(Related(at=other.origin, label="has it", on_key=True),),
                help="write `private_dns: false` in one of the two, or remove it",
                fixes=fix("write `private_dns: false`", Edit((*endpoint.origin, "private_dns"), "false")),
                on_key=True,
            )


NO_TABLE = Problem(
    code="NET510",
    name="gateway-endpoint-without-table",
    level=Level.ERROR,
    title="A gateway endpoint in no route table",
    explanation="A gateway endpoint is a route. It serves the subnets whose route tables it is in, and none without one.",
    bad=VPC + "      s3: {service: s3}  # <- NET510\n",
    good=VPC + "      s3: {service: s3, route_tables: [private]}\n",
    source="https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html",
)


def _tables(graph: Graph, endpoint: GatewayEndpoint) -> tuple[Fix, ...]:
    """The tables of the VPC that subnets have: the only one of them, or each as a choice."""
    used = {one.route_table for one in graph.of(RouteTableAssociation)}
    tables = [one for one in graph.of(RouteTable) if one.vpc == endpoint.vpc and one.address in used]
    origins = {one.origin: str(one.origin[-1]) for one in tables if one.existing is None}
    names = [f"[{named(name)}]" for name in origins.values()]
    at = (*endpoint.origin, "route_tables")
    return fix(f"write `route_tables: {names[0]}`", Edit(at, names[0])) if len(names) == 1 else choices(at, names)


def no_table(graph: Graph) -> Iterator[Finding]:
    """Look for gateway endpoints without tables."""
    for endpoint in graph.of(GatewayEndpoint):
        if not endpoint.route_tables and endpoint.existing is None:
            fixes = _tables(graph, endpoint)
            yield Finding(
                problem=NO_TABLE,
                at=endpoint.origin,
                message=f"gateway endpoint `{endpoint.key}` is in no route table",
                help=fixes[0].title
                if len(fixes) == 1
                else "add `route_tables:` with the tables of the subnets that call the service",
                fixes=fixes,
                on_key=True,
            )


NO_GROUP = Problem(
    code="NET517",
    name="endpoint-without-group",
    level=Level.ERROR,
    title="An interface endpoint without a security group",
    explanation="Without a group of its own an endpoint has the VPC's default group, which lets in its own members alone: nobody could "
    "call the service.",
    bad=VPC + "      kms: {service: kms, subnets: tier:app}  # <- NET517\n",
    good=VPC + "      kms: {service: kms, subnets: tier:app, security_groups: [calls]}\n",
    source=_PAGE,
)


def _open(graph: Graph, endpoint: InterfaceEndpoint) -> list[str]:
    """The groups of the VPC that let HTTPS in from somebody, each as a list."""
    lines: list[tuple[Ref[SecurityGroup], Permission | IngressRule]] = [
        (group.address, one) for group in graph.of(SecurityGroup) for one in group.ingress
    ]
    lines += [(one.group, one) for one in graph.of(IngressRule)]
    asked = flow("tcp", 443, 443, "")
    let_in = {
        group
        for group, one in lines
        if overlaps(flow(one.protocol, one.from_port, one.to_port, ""), asked) and graph.get(group).vpc == endpoint.vpc
    }
    return [f"[{named(group.key)}]" for group in sorted(let_in)]


def no_group(graph: Graph) -> Iterator[Finding]:
    """Look for interface endpoints without groups."""
    for endpoint in graph.of(InterfaceEndpoint):
        if not endpoint.security_groups and endpoint.existing is None:
            yield Finding(
                problem=NO_GROUP,
                at=endpoint.origin,
                message=f"interface endpoint `{endpoint.key}` has no security group",
                help="add `security_groups:` with a group that lets tcp 443 in from its callers",
                fixes=choices((*endpoint.origin, "security_groups"), _open(graph, endpoint)),
                on_key=True,
            )


RULES = (
    Rule(NO_GATEWAY, no_gateway),
    Rule(ZONE_TWICE, zone_twice),
    Rule(NO_DNS, no_dns),
    Rule(NAME_TWICE, name_twice),
    Rule(NO_TABLE, no_table),
    Rule(NO_GROUP, no_group),
)
