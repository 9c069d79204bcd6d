"""Endpoints: what only some services do, and two endpoints that get in each other's way."""

from collections.abc import Iterator

from infraspec.diagnostic import Edit, Finding, Level, Problem, Related, fix
from infraspec.graph.endpoints import GatewayEndpoint, InterfaceEndpoint
from infraspec.graph.graph import Graph
from infraspec.rules.mends import may_go
from infraspec.rules.network.endpoint_examples import VPC
from infraspec.rules.rule import Rule

_S3 = "      s3: {service: s3, type: interface, subnets: tier:app, security_groups: calls"

PRIVATE_DNS = Problem(
    code="NET514",
    name="private-names-refused",
    level=Level.ERROR,
    title="Private names for an endpoint that cannot have them",
    explanation="An interface endpoint of S3 answers to the usual name of S3 only beside a gateway endpoint of S3 in the same VPC. One of "
    "DynamoDB never does, and one of another owner's service only after the owner has proved a name: write "
    "`private_dns: false`, and call it by the names that AWS gives it.",
    bad=VPC + _S3 + "}  # <- NET514\n",
    good=VPC + _S3 + ", private_dns: false}\n",
    source="https://docs.aws.amazon.com/AmazonS3/latest/userguide/privatelink-interface-endpoints.html",
)


def private_dns_refused(graph: Graph) -> Iterator[Finding]:
    """Look at the service of each endpoint with private names."""
    prefix = f"com.amazonaws.{graph.region}."
    gateways = {(one.vpc, one.service_name) for one in graph.of(GatewayEndpoint)}
    for endpoint in graph.of(InterfaceEndpoint):
        service = endpoint.service_name
        if not endpoint.private_dns_enabled or endpoint.existing is not None:
            continue
        help_ = "write `private_dns: false`"
        if service == prefix + "s3" and (endpoint.vpc, service) not in gateways:
            why = "S3 has private names only beside a gateway endpoint of S3 in the VPC"
            help_ += ", or add an endpoint `{service: s3, route_tables: …}`"
        elif service == prefix + "dynamodb":
            why = "DynamoDB has none for its interface endpoints"
        elif service.removeprefix("cn.").startswith("com.amazonaws.vpce."):
            why = "a service of another owner has none until the owner has proved a name"
        else:
            continue
        message = f"endpoint `{endpoint.key}` cannot have private names: {why}"
        yield Finding(
            problem=PRIVATE_DNS,
            at=endpoint.origin,
            message=message,
            help=help_,
            fixes=fix("write `private_dns: false`", Edit((*endpoint.origin, "private_dns"), "false")),
            on_key=True,
        )


TWO_GATEWAYS = Problem(
    code="NET519",
    name="two-gateway-endpoints-in-table",
    level=Level.ERROR,
    title="Two gateway endpoints of one service in one route table",
    explanation="A gateway endpoint is a route to the service's addresses, and a table has one route to a destination.",
    bad=VPC
    + "      s3: {service: s3, route_tables: [private]}\n"
    + "      s3-too: {service: s3, route_tables: [private]}  # <- NET519\n",
    good=VPC + "      s3: {service: s3, route_tables: [private]}\n",
    source="https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html",
)


def two_gateways(graph: Graph) -> Iterator[Finding]:
    """Look for a second endpoint of a service in each table."""
    first: dict[tuple[str, str], GatewayEndpoint] = {}
    for endpoint in graph.of(GatewayEndpoint):
        for table in endpoint.route_tables:
            other = first.setdefault((endpoint.service_name, table.key), endpoint)
            if other is not endpoint:
                written = graph.get(table).origin[-1]
                yield Finding(
                    problem=TWO_GATEWAYS,
                    at=endpoint.origin,
                    message=f"table `{written}` has a route to {endpoint.service_name} from `{other.key}` already",
                    related=(Related(at=other.origin, label="has it", on_key=True),),
                    help="remove one of the two, or name other tables",
                    fixes=may_go(graph, endpoint.origin, f"remove `{endpoint.key}`"),
                    on_key=True,
                )
                break


RULES = (Rule(PRIVATE_DNS, private_dns_refused), Rule(TWO_GATEWAYS, two_gateways))
