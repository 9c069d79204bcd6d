"""DHCP options that keep names of the VPC from its machines."""

from collections.abc import Iterator

from infraspec.diagnostic import Finding, Level, Problem, Related
from infraspec.graph.dhcp import DhcpOptions, DhcpOptionsAssociation
from infraspec.graph.endpoints import InterfaceEndpoint
from infraspec.graph.graph import Graph
from infraspec.rules.mends import may_go
from infraspec.rules.rule import Rule

_AMAZON = "AmazonProvidedDNS"


def _example(options: str, mark: str = "") -> str:
    return f"""version: 1
name: demo
region: ap-northeast-2
dhcp_options:
  company:
    domain_name_servers: [{options}]{mark}
vpcs:
  main:
    cidr: 10.0.0.0/16
    dhcp_options: company
    security_groups: {{calls: {{ingress: [{{tcp: 443, from: self}}], egress: [{{tcp: 443, to: self}}]}}}}
    tiers: {{app: {{subnets: {{app-a: {{zone: a, cidr: 10.0.1.0/24}}}}}}}}
    endpoints:
      kms: {{service: kms, subnets: tier:app, security_groups: [calls]}}
"""


OWN_RESOLVERS = Problem(
    code="SSM107",
    name="own-resolvers-and-private-names",
    level=Level.WARNING,
    title="Resolvers of your own in a VPC whose endpoints have private names",
    explanation="The VPC's own resolver alone knows the private names of endpoints and private zones. It is right where your resolvers "
    "forward such names to it, at the network's +2 address or by a Route 53 Resolver endpoint.",
    bad=_example("10.0.1.10", "  # <- SSM107"),
    good=_example(_AMAZON),
    source="https://docs.aws.amazon.com/vpc/latest/userguide/DHCPOptionSetConcepts.html",
)


def own_resolvers(graph: Graph) -> Iterator[Finding]:
    """Look for endpoints with private names in each VPC with resolvers of its own."""
    private = {one.vpc: one for one in graph.of(InterfaceEndpoint) if one.private_dns_enabled}
    told = set()
    for one in graph.of(DhcpOptionsAssociation):
        options = graph.get(one.dhcp_options)
        servers, endpoint = options.domain_name_servers, private.get(one.vpc)
        if not servers or _AMAZON in servers or endpoint is None or options.key in told:
            continue
        told.add(options.key)
        yield Finding(
            problem=OWN_RESOLVERS,
            at=(*options.origin, "domain_name_servers"),
            message=f"machines of `{one.vpc.key}` ask {servers[0]}, which does not know the name of `{endpoint.key}`",
            related=(Related(at=endpoint.origin, label="has a private name", on_key=True),),
            help=f"write {_AMAZON}, or have these servers forward such names to the VPC's resolver",
            on_key=True,
        )


UNUSED = Problem(
    code="NET131",
    name="unused-dhcp-options",
    level=Level.NOTE,
    title="DHCP options that no VPC has",
    explanation="A set of DHCP options does nothing until a VPC names it.",
    bad=_example(_AMAZON)
    .replace("company:\n", "company:  # <- NET131\n", 1)
    .replace("    dhcp_options: company\n", ""),
    good=_example(_AMAZON),
    source="https://docs.aws.amazon.com/vpc/latest/userguide/DHCPOptionSet.html",
)


def unused(graph: Graph) -> Iterator[Finding]:
    """Look for sets without VPCs."""
    used = {one.dhcp_options for one in graph.of(DhcpOptionsAssociation)}
    for options in graph.of(DhcpOptions):
        if options.address not in used and options.existing is None:
            yield Finding(
                problem=UNUSED,
                at=options.origin,
                message=f"no VPC has the DHCP options `{options.key}`",
                help=f"write `dhcp_options: {options.key}` in a VPC, or remove it",
                fixes=may_go(graph, options.origin),
                on_key=True,
            )


RULES = (Rule(OWN_RESOLVERS, own_resolvers), Rule(UNUSED, unused, needs_whole=True))
