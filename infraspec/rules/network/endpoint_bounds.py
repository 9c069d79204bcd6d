"""Endpoints: quotas, and what a policy may be."""

from collections import Counter
from collections.abc import Iterator

from infraspec.analysis.policies import endpoint_policies, statements
from infraspec.analysis.policy_grammar import wrong_document, wrong_statement
from infraspec.aws import ENDPOINT_POLICY, GATEWAY_ENDPOINTS, INTERFACE_ENDPOINTS
from infraspec.diagnostic import Finding, Level, Problem
from infraspec.graph.endpoints import GatewayEndpoint, InterfaceEndpoint
from infraspec.graph.graph import Graph
from infraspec.graph.vpc import Vpc
from infraspec.rules.rule import Rule

_LIMITS = "https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html"
_VPC = """version: 1
name: demo
region: ap-northeast-2
vpcs:
  main:
    cidr: 10.0.0.0/16
    route_tables: {private: {}}
    tiers: {app: {route_table: private, subnets: {app-a: {zone: a, cidr: 10.0.1.0/24}}}}
    security_groups: {calls: {ingress: [{tcp: 443, from: vpc}], egress: []}}
    endpoints:
"""
_S3 = _VPC + "      s3:\n        service: s3\n        route_tables: [private]\n"

POLICY_SIZE = Problem(
    code="NET512",
    name="endpoint-policy-too-long",
    level=Level.ERROR,
    title="A policy that is longer than an endpoint's can be",
    explanation=f"An endpoint's policy has at most {ENDPOINT_POLICY:,} characters.",
    bad=_S3
    + "        policy:  # <- NET512\n          Statement: [{Effect: Allow, Principal: '*', Action: 's3:GetObject', Resource: '"
    + "arn:aws:s3:::"
    + "a" * ENDPOINT_POLICY
    + "'}]\n",
    good=_S3
    + "        policy:\n          Statement: [{Effect: Allow, Principal: '*', Action: 's3:GetObject', Resource: '*'}]\n",
    source=_LIMITS,
)


def _policies(graph: Graph) -> Iterator[tuple[InterfaceEndpoint | GatewayEndpoint, str]]:
    yield from ((one, one.policy) for one in graph.of(InterfaceEndpoint) if one.policy is not None)
    yield from ((one, one.policy) for one in graph.of(GatewayEndpoint) if one.policy is not None)


def policy_size(graph: Graph) -> Iterator[Finding]:
    """Count the characters of each policy."""
    for endpoint, policy in _policies(graph):
        if len(policy) > ENDPOINT_POLICY:
            yield Finding(
                problem=POLICY_SIZE,
                at=(*endpoint.origin, "policy"),
                message=f"the policy of `{endpoint.key}` has {len(policy):,} characters",
                help=f"an endpoint takes {ENDPOINT_POLICY:,}",
                on_key=True,
            )


POLICY_FORM = Problem(
    code="NET518",
    name="endpoint-policy-form",
    level=Level.ERROR,
    title="A policy of an endpoint that is not one",
    explanation="A policy has statements. Each has an Effect of Allow or Deny, a Principal, Action or NotAction, and Resource or "
    "NotResource. `*` as the principal is whoever can reach the endpoint.",
    bad=_S3
    + "        policy:\n          Statement:\n            - {Effect: Allow, Action: 's3:GetObject', Resource: '*'}  # <- NET518\n",
    good=_S3
    + "        policy:\n          Statement:\n            - {Effect: Allow, Principal: '*', Action: 's3:GetObject', Resource: '*'}\n",
    source="https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html",
)


def policy_form(graph: Graph) -> Iterator[Finding]:
    """Read each policy by IAM's grammar."""
    for policy in endpoint_policies(graph):
        for message, help_ in wrong_document(policy):
            yield Finding(problem=POLICY_FORM, at=policy.at, message=message, help=help_, on_key=True)
        for statement, at in statements(policy):
            for message, help_ in wrong_statement(statement, "resource"):
                yield Finding(problem=POLICY_FORM, at=at, message=message, help=help_)


_MANY = "".join(
    f"      kms-{n}: {{service: kms, subnets: [app-a], security_groups: [calls], private_dns: false}}\n"
    for n in range(INTERFACE_ENDPOINTS)
)
TOO_MANY = Problem(
    code="QUO108",
    name="too-many-endpoints",
    level=Level.WARNING,
    title="More endpoints than accounts have by default",
    explanation=f"A VPC has {INTERFACE_ENDPOINTS} interface endpoints and a region {GATEWAY_ENDPOINTS} gateway endpoints, unless AWS "
    "raised the quota of the account.",
    bad=_VPC.replace("main:", "main:  # <- QUO108")
    + _MANY
    + _MANY.splitlines(keepends=True)[0].replace("kms-0", "last"),
    good=_VPC + _MANY,
    source=_LIMITS,
)


def too_many(graph: Graph) -> Iterator[Finding]:
    """Count the endpoints of each VPC, and the gateway endpoints of all."""
    interfaces = Counter(endpoint.vpc for endpoint in graph.of(InterfaceEndpoint))
    gateways = Counter(endpoint.vpc for endpoint in graph.of(GatewayEndpoint))
    for vpc in graph.of(Vpc):
        count = interfaces[vpc.address]
        if count > INTERFACE_ENDPOINTS:
            message = (
                f"VPC `{vpc.key}` has {count} interface endpoints, and accounts have {INTERFACE_ENDPOINTS} by default"
            )
            yield _too_many(vpc, message)
        if gateways[vpc.address] and gateways.total() > GATEWAY_ENDPOINTS:
            message = (
                f"the spec has {gateways.total()} gateway endpoints, and accounts have {GATEWAY_ENDPOINTS} by default"
            )
            yield _too_many(vpc, message)


def _too_many(vpc: Vpc, message: str) -> Finding:
    help_ = "have the quota raised before it is deployed"
    return Finding(problem=TOO_MANY, at=vpc.origin, message=message, help=help_, on_key=True)


RULES = (
    Rule(POLICY_SIZE, policy_size),
    Rule(POLICY_FORM, policy_form),
    Rule(TOO_MANY, too_many),
)
