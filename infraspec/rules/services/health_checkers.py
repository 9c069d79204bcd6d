"""Health checks of Route 53."""

from collections.abc import Iterator
from ipaddress import ip_address, ip_network

from infraspec.diagnostic import Edit, Finding, How, Level, Problem, choices, fix
from infraspec.graph.graph import Graph
from infraspec.graph.route53 import HealthCheck
from infraspec.rules.rule import Rule
from infraspec.rules.services.examples import HEAD

_CHECKS = "https://docs.aws.amazon.com/Route53/latest/APIReference/API_HealthCheckConfig.html"
CHECKERS = frozenset(
    (
        "ap-northeast-1",
        "ap-southeast-1",
        "ap-southeast-2",
        "eu-west-1",
        "sa-east-1",
        "us-east-1",
        "us-west-1",
        "us-west-2",
    )
)
"""The regions that health checkers stand in. https://docs.aws.amazon.com/Route53/latest/APIReference/API_HealthCheckConfig.html"""
DOCUMENTATION = tuple(map(ip_network, ("192.0.2.0/24", "198.51.100.0/24", "203.0.113.0/24", "2001:db8::/32")))
"""https://www.rfc-editor.org/rfc/rfc5737 and https://www.rfc-editor.org/rfc/rfc3849"""
_FEWEST_CHECKERS = 3
_MOST_CHILDREN = 256
CHECK = Problem(
    code="DNS109",
    name="health-check",
    level=Level.ERROR,
    title="A health check that Route 53 cannot run",
    explanation="Checkers stand in eight regions, of which at least three must ask, and reach public addresses alone. A "
    "check of other checks counts up to 256 of them.",
    bad=HEAD + "dns:\n  health_checks:\n    web: {http: 10.0.0.1}  # <- DNS109\n",
    good=HEAD + "dns:\n  health_checks:\n    web: {http: www.example.com}\n",
    source=_CHECKS,
)


def check(graph: Graph) -> Iterator[Finding]:
    """Read where each check asks, and from where."""
    for one in graph.of(HealthCheck):
        if one.existing is None:
            yield from _address(one)
            yield from _checkers(one)
            yield from _children(one)


def _is_inside(address: str) -> bool:
    """Whether no checker can reach an address; those of documentation stand for public ones."""
    found = ip_address(address)
    return not found.is_global and not any(
        found in network for network in DOCUMENTATION if network.version == found.version
    )


def _address(one: HealthCheck) -> Iterator[Finding]:
    if one.ip_address is not None and _is_inside(one.ip_address):
        protocol = one.type.partition("_")[0].lower()
        yield Finding(
            problem=CHECK,
            at=(*one.origin, protocol),
            message=f"`{one.ip_address}` is not an address that the internet reaches",
            help="ask a public name or address, or watch an `alarm:` from inside",
        )
    if one.resource_path is not None and not one.resource_path.startswith("/"):
        meant = f"/{one.resource_path}"
        yield Finding(
            problem=CHECK,
            at=(*one.origin, "path"),
            message="a path begins with `/`",
            help=f"write {meant}",
            fixes=fix(f"write {meant}", Edit((*one.origin, "path"), meant)),
        )


def _checkers(one: HealthCheck) -> Iterator[Finding]:
    unknown = [region for region in one.regions if region not in CHECKERS]
    for region in unknown:
        yield Finding(
            problem=CHECK,
            at=(*one.origin, "regions"),
            message=f"no checkers stand in `{region}`",
            help=f"write some of {', '.join(sorted(CHECKERS))}",
        )
    if 0 < len(one.regions) < _FEWEST_CHECKERS and not unknown:
        rest = sorted(CHECKERS - {*one.regions})
        missing = ", ".join([*one.regions, *rest][:_FEWEST_CHECKERS])
        yield Finding(
            problem=CHECK,
            at=(*one.origin, "regions"),
            message=f"Route 53 asks from at least {_FEWEST_CHECKERS} regions",
            help=f"write [{missing}], or remove `regions` for all eight",
            fixes=fix("ask from all regions", Edit((*one.origin, "regions"), how=How.REMOVE)),
        )


def _children(one: HealthCheck) -> Iterator[Finding]:
    children = one.child_health_checks
    key = "any_of" if one.health_threshold != len(children) else "all_of"
    if len(children) > _MOST_CHILDREN:
        message = f"a check counts {_MOST_CHILDREN} others, and not {len(children)}"
        yield Finding(problem=CHECK, at=(*one.origin, key), message=message)
    if one.health_threshold is not None and one.health_threshold > len(children):
        yield Finding(
            problem=CHECK,
            at=(*one.origin, "at_least"),
            message=f"{one.health_threshold} of {len(children)} checks cannot be well",
            help=f"write {len(children)} or less",
            fixes=choices((*one.origin, "at_least"), [str(len(children))]),
        )


RULES = (Rule(CHECK, check),)
