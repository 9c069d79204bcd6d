"""How target groups ask their targets whether they are well."""

import re
from collections.abc import Iterator

from infraspec.diagnostic import Edit, Finding, Fix, How, Level, Problem, SpecPath, fix, nearest_bound
from infraspec.graph.elbv2 import HealthCheck, TargetGroup
from infraspec.graph.graph import Graph
from infraspec.rules.rule import Rule
from infraspec.rules.services.examples import BALANCER, NETWORK

_HTTP = ("HTTP", "HTTPS")
_CODES = r"[0-9]{1,3}(?:-[0-9]{1,3})?(?:,[0-9]{1,3}(?:-[0-9]{1,3})?)*\Z"
_MAX_PATH = 1024
_SOURCE = "https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateTargetGroup.html"
_WEB = BALANCER + "      - {http: 80, forward: web}\ntarget_groups:\n  web:\n    http: 80\n    targets: [10.0.0.10]\n"
_DATA = """load_balancers:
  web: {type: network, subnets: tier:app, security_groups: [web], listeners: [{tcp: 80, forward: web}]}
target_groups:
  web:
    tcp: 80
    targets: [10.0.0.10]
"""

BOUNDS = Problem(
    code="ELB110",
    name="health-check-bounds",
    level=Level.ERROR,
    title="A health check that AWS refuses",
    explanation="A check asks every 5 to 300 seconds, waits 2 to 120 and less than it pauses, and counts 2 to 10 answers. "
    "A path starts with `/` and has at most 1,024 characters. Groups for HTTP are not checked by `tcp`. Good codes are "
    "200 to 499, up to 599 behind a network balancer, and 0 to 99 for gRPC.",
    bad=NETWORK + _WEB + "    health_check: {interval: 3}  # <- ELB110\n",
    good=NETWORK + _WEB + "    health_check: {interval: 10}\n",
    source=_SOURCE,
)


def bounds(graph: Graph) -> Iterator[Finding]:
    """Compare each value with its bounds."""
    for group in graph.of(TargetGroup):
        for field, message, help_ in _refused(group, group.health_check):
            at = (*group.origin, "health_check", field)
            fixes = _within(group.health_check, field, at)
            yield Finding(problem=BOUNDS, at=at, message=message, help=help_, fixes=fixes)


def _within(check: HealthCheck, field: str, at: SpecPath) -> tuple[Fix, ...]:
    """The nearest number that AWS takes, where a check then still waits for less than it pauses."""
    for name, value, low, high in _numbers(check):
        if name == field:
            bound = min(max(value, low), high)
            waits = bound if field == "timeout" else check.timeout
            pauses = bound if field == "interval" else check.interval
            return nearest_bound(at, value, low, high) if waits < pauses else ()
    return ()


def _numbers(check: HealthCheck) -> tuple[tuple[str, int, int, int], ...]:
    """Each number of a check by its key, and its bounds."""
    return (
        ("interval", check.interval, 5, 300),
        ("timeout", check.timeout, 2, 120),
        ("healthy_threshold", check.healthy_threshold, 2, 10),
        ("unhealthy_threshold", check.unhealthy_threshold, 2, 10),
    )


def _refused(group: TargetGroup, check: HealthCheck) -> Iterator[tuple[str, str, str]]:
    """Field, message and help of each value that is refused."""
    sound = True
    for field, value, low, high in _numbers(check):
        if not low <= value <= high:
            sound = False
            yield field, f"`{field}` is {value}", f"write {low} to {high}"
    if sound and check.timeout >= check.interval:
        help_ = f"write `timeout:` below {check.interval}"
        yield "timeout", f"the check waits {check.timeout} seconds, and asks every {check.interval}", help_
    if check.port not in (None, "traffic-port") and not 1 <= int(check.port) <= 65535:
        yield "port", f"{check.port} is not a port", "write 1 to 65535"
    if check.protocol == "TCP" and (group.protocol in _HTTP or group.target_type == "alb"):
        what = "a balancer" if group.target_type == "alb" else f"a group for {group.protocol}"
        yield "protocol", f"{what} is not checked by TCP", "write `http` or `https`"
    if not check.enabled and group.protocol is not None:
        yield "enabled", "targets that are no functions are always checked", "remove `enabled`"
    if check.path is not None and not (check.path.startswith("/") and len(check.path) <= _MAX_PATH):
        yield "path", f"`{check.path[:60]}` is not a path", "start it with `/`, and write at most 1,024 characters"
    lowest, highest = _codes(group)
    if check.matcher is not None and not _are_codes(check.matcher, lowest, highest):
        examples = "200, 200-299 or 200,302" if lowest else "0, 0-12 or 0,12"
        yield "matcher", f"`{check.matcher}` is not a list of codes", f"write such as {examples}"


def _codes(group: TargetGroup) -> tuple[int, int]:
    """The lowest and the highest code that counts as well."""
    if group.protocol_version == "GRPC":
        return 0, 99
    return 200, 499 if group.protocol in (*_HTTP, None) else 599


def _are_codes(matcher: str, lowest: int, highest: int) -> bool:
    if not re.match(_CODES, matcher):
        return False
    ranges = [[int(code) for code in part.split("-")] for part in matcher.split(",")]
    return all(lowest <= codes[0] <= codes[-1] <= highest for codes in ranges)


TCP_CHECK = Problem(
    code="ELB111",
    name="tcp-health-check",
    level=Level.ERROR,
    title="A health check by TCP that speaks of HTTP",
    explanation="A check by TCP opens a connection and asks for nothing, so it has no path and no codes. Groups for TCP, "
    "TLS and UDP are checked by TCP unless `protocol: http` is written.",
    bad=NETWORK + _DATA + "    health_check: {path: /healthz}  # <- ELB111\n",
    good=NETWORK + _DATA + "    health_check: {protocol: http, path: /healthz}\n",
    source=_SOURCE,
)


def tcp_check(graph: Graph) -> Iterator[Finding]:
    """Look for a path or codes beside TCP."""
    for group in graph.of(TargetGroup):
        check = group.health_check
        if check.protocol != "TCP" or group.protocol in _HTTP:
            continue
        for field, value in (("path", check.path), ("matcher", check.matcher)):
            if value is not None:
                at = (*group.origin, "health_check", field)
                message = f"target group `{group.key}` is checked by TCP, which has no `{field}`"
                help_ = "remove it, or write `protocol: http` beside it"
                yield Finding(
                    problem=TCP_CHECK,
                    at=at,
                    message=message,
                    on_key=True,
                    help=help_,
                    fixes=fix("remove it", Edit(at, how=How.REMOVE)),
                )


RULES = (Rule(BOUNDS, bounds), Rule(TCP_CHECK, tcp_check))
