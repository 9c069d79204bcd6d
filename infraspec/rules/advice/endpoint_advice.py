"""Endpoints that are not used, or are not needed."""

from collections.abc import Iterator

from infraspec.analysis.admission import Admission, Party, party_of
from infraspec.analysis.blocks import runs
from infraspec.analysis.coverage import Flow
from infraspec.analysis.interfaces import Interface
from infraspec.analysis.internet import PUBLIC
from infraspec.analysis.routing import routing
from infraspec.diagnostic import Edit, Finding, Level, Problem, Related, fix
from infraspec.graph.ec2 import Instance
from infraspec.graph.endpoints import GatewayEndpoint, InterfaceEndpoint
from infraspec.graph.graph import Graph
from infraspec.rules.mends import may_go
from infraspec.rules.network.endpoint_examples import VPC
from infraspec.rules.rule import Rule

UNNAMED = Problem(
    code="NET507",
    name="endpoint-without-private-names",
    level=Level.NOTE,
    title="An interface endpoint that the service's usual name does not lead to",
    explanation="Programs call a service by its usual name, and without private names that still leads to its public addresses. It is right "
    "where callers are given the endpoint's own name, or a private zone answers for the service.",
    bad=VPC
    + "      kms: {service: kms, subnets: tier:app, security_groups: [calls], private_dns: false}  # <- NET507\n",
    good=VPC + "      kms: {service: kms, subnets: tier:app, security_groups: [calls]}\n",
    source="https://docs.aws.amazon.com/vpc/latest/privatelink/manage-dns-names.html",
)
OLD_AGENTS = Problem(
    code="NET515",
    name="endpoint-of-old-agents",
    level=Level.NOTE,
    title="An endpoint that only old agents of Systems Manager call",
    explanation="Since version 3.3.40 the agent calls ssmmessages where it used to call ec2messages. The endpoint is billed by the hour in "
    "each subnet. It is right while machines with older agents run.",
    bad=VPC + "      ec2messages: {service: ec2messages, subnets: tier:app, security_groups: [calls]}  # <- NET515\n",
    good=VPC + "      ssmmessages: {service: ssmmessages, subnets: tier:app, security_groups: [calls]}\n",
    source="https://docs.aws.amazon.com/systems-manager/latest/userguide/systems-manager-setting-up-messageAPIs.html",
)
_MACHINE = """      s3: {service: s3, route_tables: [private]}
instances:
  app-1: {image: ubuntu-24.04, type: t3.micro, subnet: app-a, security_groups: [calls]}
"""
NOT_LET_OUT = Problem(
    code="NET511",
    name="gateway-endpoint-behind-closed-groups",
    level=Level.NOTE,
    title="A gateway endpoint that no machine of its subnets may send to",
    explanation="A gateway endpoint leads to the public addresses of S3 or DynamoDB. Groups that let out to addresses of the VPC alone keep "
    "its machines from them. Let tcp 443 out to the service's prefix list, whose identifier AWS shows for each region.",
    bad=VPC + _MACHINE.replace("[private]}", "[private]}  # <- NET511"),
    good=VPC.replace("egress: []", "egress: [{tcp: 443, to: pl-78a54011}]") + _MACHINE,
    source="https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html",
)


def unnamed(graph: Graph) -> Iterator[Finding]:
    """Look for another endpoint of the service that has the name. S3 has its gateway endpoint for that."""
    named = {(one.vpc, one.service_name) for one in graph.of(InterfaceEndpoint) if one.private_dns_enabled}
    named |= {(one.vpc, one.service_name) for one in graph.of(GatewayEndpoint)}
    for endpoint in graph.of(InterfaceEndpoint):
        known = (endpoint.vpc, endpoint.service_name) in named or endpoint.existing is not None or endpoint.service
        if not endpoint.private_dns_enabled and not known and endpoint.service_name.startswith("com.amazonaws."):
            yield Finding(
                problem=UNNAMED,
                at=(*endpoint.origin, "private_dns"),
                message=f"the usual name of {endpoint.service_name} does not lead to endpoint `{endpoint.key}`",
                help="write `private_dns: true`, or give callers the endpoint's own name",
                fixes=fix("write `private_dns: true`", Edit((*endpoint.origin, "private_dns"), "true")),
            )


def old_agents(graph: Graph) -> Iterator[Finding]:
    """Look for endpoints of the service that is not called any more."""
    for endpoint in graph.of(InterfaceEndpoint):
        if endpoint.service_name.endswith(".ec2messages") and endpoint.existing is None:
            yield Finding(
                problem=OLD_AGENTS,
                at=endpoint.origin,
                message=f"endpoint `{endpoint.key}` is for agents of Systems Manager older than 3.3.40",
                help="remove it once no such agent runs; ssm and ssmmessages are enough",
                fixes=may_go(graph, endpoint.origin),
                on_key=True,
            )


def not_let_out(graph: Graph) -> Iterator[Finding]:
    """Ask the machines behind each gateway endpoint whether any may send to public addresses."""
    found, admission = routing(graph), Admission(graph)
    asked, anywhere = Flow("tcp", 443, 443, ""), Party(frozenset(), runs(PUBLIC))
    machines: dict[str, list[Interface]] = {}
    for one in graph.of(Instance):
        table = found.table.get(one.subnet.key)
        if table is not None:
            where = graph.get(one.subnet)
            machine = Interface(one.key, one.origin, where, one.private_ip, one.security_groups)
            machines.setdefault(table.key, []).append(machine)
    for endpoint in graph.of(GatewayEndpoint):
        callers = [one for table in endpoint.route_tables for one in machines.get(table.key, ())]
        if not callers or endpoint.existing is not None:
            continue
        if not any(admission.allows("egress", party_of(one), anywhere, asked) for one in callers):
            service = endpoint.service_name
            yield Finding(
                problem=NOT_LET_OUT,
                at=endpoint.origin,
                message=f"no machine of its subnets may send tcp 443 to what `{endpoint.key}` leads to",
                related=(Related(at=callers[0].origin, label="sends by it", on_key=True),),
                help=f"add `{{tcp: 443, to: pl-…}}` to their egress, with the prefix list that AWS shows for {service}",
                on_key=True,
            )


RULES = (Rule(UNNAMED, unnamed), Rule(NOT_LET_OUT, not_let_out, needs_whole=True), Rule(OLD_AGENTS, old_agents))
