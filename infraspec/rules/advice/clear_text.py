"""Requests from the internet that are not encrypted."""

from collections.abc import Iterator

from infraspec.diagnostic import Edit, Finding, How, Level, Problem, Related, fix
from infraspec.graph.graph import Graph
from infraspec.graph.listeners import Listener
from infraspec.rules.rule import Rule


def _example(port_80: str, mark: str = "") -> str:
    """A balancer that faces the internet."""
    return f"""version: 1
name: demo
region: ap-northeast-2
vpcs:
  main:
    cidr: 10.0.0.0/16
    internet_gateway: igw
    route_tables: {{edge: {{routes: {{0.0.0.0/0: igw}}}}}}
    tiers:
      edge:
        route_table: edge
        subnets: {{edge-a: {{zone: a, cidr: 10.0.0.0/24}}, edge-c: {{zone: c, cidr: 10.0.1.0/24}}}}
    security_groups:
      edge: {{ingress: [{{tcp: [80, 443], from: 0.0.0.0/0}}], egress: [{{tcp: 8080, to: vpc}}]}}
load_balancers:
  web:
    type: application
    scheme: internet-facing
    subnets: tier:edge
    security_groups: [edge]
    listeners:
      - {{http: 80, {port_80}}}{mark}
      - {{https: 443, certificate: www.example.com, forward: app}}
target_groups: {{app: {{http: 8080, targets: [10.0.0.10]}}}}
dns: {{zones: {{example.com: {{existing: Z0123456789EXAMPLE}}}}}}
certificates: {{www.example.com: {{zone: example.com}}}}
"""


CLEAR_TEXT = Problem(
    code="SEC306",
    name="clear-text-beside-https",
    level=Level.WARNING,
    title="A balancer with HTTPS that answers HTTP from the internet too",
    explanation="What comes by HTTP, passwords and cookies among it, is read and changed by whoever sits between. A listener for HTTP beside "
    "one for HTTPS redirects to it.",
    bad=_example("forward: app", "  # <- SEC306"),
    good=_example("redirect: https"),
    source="https://docs.aws.amazon.com/securityhub/latest/userguide/elb-controls.html",
)


def clear_text(graph: Graph) -> Iterator[Finding]:
    """Look for listeners of HTTP that forward, on balancers that face the internet and have one of HTTPS."""
    secure: dict[str, Listener] = {}
    for one in graph.of(Listener):
        if one.protocol == "HTTPS":
            secure.setdefault(one.load_balancer.key, one)
    for listener in graph.of(Listener):
        balancer = graph.get(listener.load_balancer)
        beside = secure.get(balancer.key)
        if listener.protocol != "HTTP" or beside is None or balancer.scheme != "internet-facing":
            continue
        if listener.default_action.type == "forward":
            at = (*listener.origin, "forward")
            yield Finding(
                problem=CLEAR_TEXT,
                at=listener.origin,
                message=f"`{balancer.key}` answers HTTP from the internet without encryption",
                related=(Related(at=beside.origin, label="speaks HTTPS"),),
                help="write `redirect: https` in place of `forward`",
                fixes=fix(
                    "write `redirect: https` in place of `forward`", Edit(at, "redirect", How.RENAME), Edit(at, "https")
                ),
            )


RULES = (Rule(CLEAR_TEXT, clear_text),)
