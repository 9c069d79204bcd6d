"""Settings of target groups, and what they fit."""

from collections.abc import Iterator
from typing import NamedTuple

from infraspec.diagnostic import Edit, Finding, Fix, How, Level, Problem, Related, fix, nearest_bound
from infraspec.graph.elbv2 import TargetGroup
from infraspec.graph.graph import Graph
from infraspec.rules.rule import Rule
from infraspec.rules.services.examples import BALANCER, NETWORK
from infraspec.rules.services.forwarding import actions

_WEB = (
    NETWORK
    + BALANCER
    + "      - {http: 80, forward: web}\ntarget_groups:\n  web:\n    http: 80\n    targets: [10.0.0.10]\n"
)
_FUNCTION = (
    NETWORK
    + BALANCER
    + "      - {http: 80, forward: web}\ntarget_groups:\n  web:\n"
    + "    function: arn:aws:lambda:ap-northeast-2:123456789012:function:web\n"
)
_PAGE = "https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_TargetGroupAttribute.html"
_COOKIES = ("lb_cookie", "app_cookie")
_FLOWS = ("source_ip_dest_ip", "source_ip_dest_ip_proto")
_RESERVED = "AWSALB"
_MOST_SECONDS = 604_800
_OF_HTTP = "for HTTP"
_OF_NETWORK = "of network balancers"
_OF_GATEWAY = "of gateway balancers"
_OF_FUNCTION = "of a function"
_OF_BALANCER = "whose target is a balancer"
_HOLDERS = {
    "deregistration_delay": (_OF_HTTP, _OF_NETWORK, _OF_GATEWAY),
    "protocol_version": (_OF_HTTP,),
    "slow_start": (_OF_HTTP,),
    "algorithm": (_OF_HTTP,),
    "anomaly_mitigation": (_OF_HTTP,),
    "cross_zone": (_OF_HTTP, _OF_NETWORK, _OF_GATEWAY),
    "preserve_client_ip": (_OF_NETWORK,),
    "proxy_protocol": (_OF_NETWORK,),
    "connection_termination": (_OF_NETWORK,),
    "multi_value_headers": (_OF_FUNCTION,),
    "failover": (_OF_GATEWAY,),
}
"""The groups that have each setting. One whose target is a balancer has what AWS gives it, and nobody can change that.
https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-target-groups.html"""
_STICKY = {**dict.fromkeys(_COOKIES, _OF_HTTP), "source_ip": _OF_NETWORK, **dict.fromkeys(_FLOWS, _OF_GATEWAY)}
"""The groups that have each kind of stickiness."""


class _Wrong(NamedTuple):
    """A value that does not fit, below its group."""

    keys: tuple[str, ...]
    message: str
    help: str
    fixes: tuple[Fix, ...] = ()
    on_key: bool = False


TARGET_SETTINGS = Problem(
    code="ELB112",
    name="target-group-settings",
    level=Level.ERROR,
    title="A setting that this target group cannot have",
    explanation="Slow start takes 30 to 900 seconds and needs targets that are taken in turn, a leaving target has 0 to 3,600 seconds, "
    "and a cookie lasts 1 to 604,800. The application's cookie is not called `AWSALB…`. Cookies, algorithms and slow start are for "
    "HTTP; proxy protocol, the client's address and `source_ip` for network balancers, but not for TLS. A group whose target is a "
    "balancer has none of them: AWS keeps their defaults.",
    bad=_WEB + "    slow_start: 10  # <- ELB112\n",
    good=_WEB + "    slow_start: 30\n",
    source=_PAGE,
)


def target_settings(graph: Graph) -> Iterator[Finding]:
    """Compare each setting with its bounds, and with what the group is."""
    for group in graph.of(TargetGroup):
        if group.existing is None:
            for one in (*_bounds(group), *_foreign(group), *_stickiness(group), *_together(group)):
                yield Finding(
                    problem=TARGET_SETTINGS,
                    at=(*group.origin, *one.keys),
                    message=one.message,
                    help=one.help,
                    fixes=one.fixes,
                    on_key=one.on_key,
                )


def _holder(group: TargetGroup) -> str:
    """What a group is, as it is said."""
    if group.protocol is None:
        return _OF_FUNCTION
    if group.target_type == "alb":
        return _OF_BALANCER
    if group.protocol == "GENEVE":
        return _OF_GATEWAY
    return _OF_HTTP if group.protocol in ("HTTP", "HTTPS") else _OF_NETWORK


def _bounds(group: TargetGroup) -> Iterator[_Wrong]:
    slow = group.slow_start or 30  # 0 is none
    for key, value, low, high in (
        ("deregistration_delay", group.deregistration_delay, 0, 3600),
        ("slow_start", slow, 30, 900),
    ):
        if value is not None and _holder(group) in _HOLDERS[key] and not low <= value <= high:
            fixes = nearest_bound((*group.origin, key), value, low, high)
            yield _Wrong((key,), f"`{key}` is {value} seconds", f"write {low} to {high}", fixes)


def _foreign(group: TargetGroup) -> Iterator[_Wrong]:
    given = {
        "deregistration_delay": group.deregistration_delay,
        "protocol_version": group.protocol_version,
        "slow_start": group.slow_start,
        "algorithm": group.algorithm,
        "anomaly_mitigation": group.anomaly_mitigation,
        "cross_zone": group.cross_zone,
        "preserve_client_ip": group.preserve_client_ip,
        "proxy_protocol": group.proxy_protocol_v2,
        "connection_termination": group.connection_termination,
        "multi_value_headers": group.multi_value_headers,
        "failover": group.failover,
    }
    for key, value in given.items():
        if value is not None and _holder(group) not in _HOLDERS[key]:
            message = f"`{key}` is a setting of groups {' and '.join(_HOLDERS[key])}, and `{group.key}` is one {_holder(group)}"
            yield _removed(group, (key,), message)


def _removed(group: TargetGroup, keys: tuple[str, ...], message: str) -> _Wrong:
    help_ = f"remove `{keys[-1]}`"
    return _Wrong(keys, message, help_, fix(help_, Edit((*group.origin, *keys), how=How.REMOVE)), on_key=True)


def _stickiness(group: TargetGroup) -> Iterator[_Wrong]:
    sticky = group.stickiness
    if sticky is None:
        return
    at = ("stickiness", "type")
    if _STICKY[sticky.type] != _holder(group):
        kinds = [kind for kind, holder in _STICKY.items() if holder == _holder(group)]
        message = f"stickiness by `{sticky.type}` is for groups {_STICKY[sticky.type]}, and `{group.key}` is one {_holder(group)}"
        help_ = "write " + " or ".join(f"`{kind}`" for kind in kinds) if kinds else "remove `stickiness`"
        yield _Wrong(at, message, help_)
    elif group.protocol == "TLS":
        yield _Wrong(at, "connections over TLS have no stickiness", "remove `stickiness`")
    if sticky.duration is not None and not 1 <= sticky.duration <= _MOST_SECONDS:
        keys = ("stickiness", "duration")
        fixes = nearest_bound((*group.origin, *keys), sticky.duration, 1, _MOST_SECONDS)
        yield _Wrong(keys, f"a cookie does not last {sticky.duration} seconds", f"write 1 to {_MOST_SECONDS}", fixes)
    if (sticky.cookie_name or "").startswith(_RESERVED):
        message = f"names that begin with `{_RESERVED}` are the balancer's own"
        yield _Wrong(("stickiness", "cookie"), message, "name the application's cookie")


def _together(group: TargetGroup) -> Iterator[_Wrong]:
    """Settings that do not go together."""
    if group.slow_start and group.algorithm not in (None, "round_robin"):
        yield _removed(group, ("slow_start",), f"targets that are chosen by `{group.algorithm}` have no slow start")
    if group.anomaly_mitigation and group.algorithm != "weighted_random":
        at = (*group.origin, "algorithm")
        help_ = "write `algorithm: weighted_random`"
        fixes = fix(help_, Edit(at, "weighted_random"))
        yield _Wrong(
            ("anomaly_mitigation",), "anomalies are mitigated only with `weighted_random`", help_, fixes, on_key=True
        )


FUNCTION_CHECK = Problem(
    code="ELB109",
    name="function-health-check",
    level=Level.ERROR,
    title="A health check of a function that speaks of a port",
    explanation="A function is invoked, so its health check has neither protocol nor port; it has a path, which the function is asked for.",
    bad=_FUNCTION + "    health_check: {enabled: true, port: 80}  # <- ELB109\n",
    good=_FUNCTION + "    health_check: {enabled: true, path: /healthz}\n",
    source="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/lambda-functions.html",
)


def function_check(graph: Graph) -> Iterator[Finding]:
    """Look for a protocol or a port."""
    for group in graph.of(TargetGroup):
        check = group.health_check
        for field, value in (("protocol", check.protocol), ("port", check.port)):
            if group.protocol is None and value is not None:
                at, help_ = (*group.origin, "health_check", field), f"remove `{field}`"
                message = f"`{group.key}` calls a function, whose health check has no `{field}`"
                fixes = fix(help_, Edit(at, how=How.REMOVE))
                yield Finding(problem=FUNCTION_CHECK, at=at, message=message, help=help_, fixes=fixes, on_key=True)


_BLUE = (
    NETWORK
    + "target_groups:\n  blue: {http: 80, targets: [10.0.0.10], stickiness: lb_cookie}\n  green: {http: 80, targets: [10.0.0.11]}\n"
    + BALANCER
    + "      - http: 80\n        forward: {blue: 90, green: 10}"
)

STICKY_SHARES = Problem(
    code="ELB137",
    name="shares-of-sticky-groups",
    level=Level.ERROR,
    title="Requests are shared among sticky target groups, and no client stays with a group",
    explanation="Where one of several target groups is sticky, the action itself must be too: a client that is sent to another group "
    "cannot stay with its target.",
    bad=_BLUE + "  # <- ELB137\n",
    good=_BLUE + "\n        sticky: 3600\n",
    source="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-target-group-attributes.html",
)


def sticky_shares(graph: Graph) -> Iterator[Finding]:
    """Look for sticky groups among several."""
    for acting in actions(graph):
        groups = [graph.get(one.target_group) for one in acting.action.forward]
        sticky = next((one for one in groups if one.stickiness is not None), None)
        if sticky is not None and len(groups) > 1 and acting.action.sticky is None:
            yield Finding(
                problem=STICKY_SHARES,
                at=(*acting.origin, "forward"),
                message=f"`{sticky.key}` is sticky, and a client may be sent to another group with each request",
                related=(Related(at=(*sticky.origin, "stickiness"), label="sticky"),),
                help="write `sticky: 3600`, the seconds that a client stays with a group",
                fixes=fix("write `sticky: 3600`", Edit((*acting.origin, "sticky"), "3600")),
            )


RULES = (
    Rule(FUNCTION_CHECK, function_check),
    Rule(TARGET_SETTINGS, target_settings),
    Rule(STICKY_SHARES, sticky_shares),
)
