"""What may stand in `target_groups:`: values, checks, and what they say."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from infraspec.diagnostic import Edit, How, fix
from infraspec.spec.forms.values import one_of
from infraspec.spec.problems import ID_FORM, WRONG_VALUE
from infraspec.spec.refusal import Refusal

if TYPE_CHECKING:
    from infraspec.spec.target_groups import Stickiness, Target, TargetGroup

_ARN = r"arn:aws[a-z-]*:elasticloadbalancing:[a-z0-9-]+:[0-9]{12}:targetgroup/[A-Za-z0-9-]+/[0-9a-f]+\Z"
_FUNCTION = r"arn:aws[a-z-]*:lambda:[a-z0-9-]+:[0-9]{12}:function:[A-Za-z0-9_-]{1,64}(?::[A-Za-z0-9$_-]{1,128})?\Z"
_COOKIES = ("lb_cookie", "app_cookie")
_FLOWS = ("source_ip_dest_ip", "source_ip_dest_ip_proto")
_ADDRESS = r"[0-9.]+\Z"


def target(value: object) -> object:
    """A bare address or the name of an instance."""
    if not isinstance(value, str):
        return value
    return {"ip": value} if re.match(_ADDRESS, value) else {"instance": value}


def text(value: object) -> object:
    """`matcher: 200` is the text that AWS wants."""
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else value


def arn(value: object) -> object:
    """The ARN of a target group."""
    if isinstance(value, str) and not re.match(_ARN, value):
        example = "arn:aws:elasticloadbalancing:ap-northeast-2:123456789012:targetgroup/web/0123456789abcdef"
        raise Refusal(ID_FORM, f"`{value}` is not the ARN of a target group", help=f"write one such as {example}")
    return value


def function(value: object) -> object:
    """The ARN of a Lambda function, or of a version or alias of it."""
    if isinstance(value, str) and not re.match(_FUNCTION, value):
        example = "arn:aws:lambda:ap-northeast-2:123456789012:function:resize"
        raise Refusal(ID_FORM, f"`{value}` is not the ARN of a function", help=f"write one such as {example}")
    return value


def stickiness(value: object) -> object:
    """A type alone has the usual duration."""
    return {"type": value} if isinstance(value, str) else value


def cookie_fits_type(sticky: Stickiness) -> None:
    """Refuse a cookie's settings where there is none, and a cookie of the application without its name."""
    if sticky.type == "app_cookie" and sticky.cookie is None:
        message = "stickiness by `app_cookie` needs the name of the application's cookie"
        raise Refusal(WRONG_VALUE, message, help="add `cookie: NAME`, or write `lb_cookie`")
    if sticky.duration is not None and sticky.type not in _COOKIES:
        raise _refused_key("duration", f"stickiness by `{sticky.type}` has no cookie, and so no `duration`")
    if sticky.cookie is not None and sticky.type != "app_cookie":
        raise _refused_key("cookie", f"stickiness by `{sticky.type}` has no cookie that is named here")


def _refused_key(key: str, message: str) -> Refusal:
    help_ = f"remove `{key}`"
    return Refusal(WRONG_VALUE, message, help=help_, fixes=fix(help_, Edit((key,), how=How.REMOVE)))


def is_one_target(target: Target) -> None:
    """Refuse a target that is none, or two, and a zone of what has its own."""
    named = {"instance": target.instance, "ip": target.ip, "load_balancer": target.load_balancer}
    chosen = [name for name, value in named.items() if value is not None]
    keys = "`instance`, `ip` and `load_balancer`"
    one_of(keys, chosen, "a target", "add `instance: NAME`, or `ip: ADDRESS`")
    if target.zone is not None and target.ip is None:
        raise _refused_key("zone", "`zone: all` is for targets by address")


def has_one_port(group: TargetGroup) -> None:
    """Refuse a group of no protocol, or of two."""
    protocols = "`http`, `https`, `tcp`, `tls`, `udp`, `tcp_udp`, `geneve` and `function`"
    chosen = [*ports_of(group), *(["function"] if group.function is not None else [])]
    one_of(protocols, chosen, "a target group", "add the port of its targets, such as `http: 80`")


def function_has_no_targets(group: TargetGroup) -> None:
    """Refuse targets beside the function, which is the only one, and a VPC, which it does not stand in."""
    if group.function is None:
        return
    for key, value in (("targets", group.targets), ("vpc", group.vpc)):
        if value:
            raise _refused_key(key, f"a target group of a function has no `{key}`")


def ports_of(group: TargetGroup) -> dict[str, int]:
    """The port of the protocol that is written."""
    ports = {"http": group.http, "https": group.https, "tcp": group.tcp, "tls": group.tls}
    ports |= {"udp": group.udp, "tcp_udp": group.tcp_udp, "geneve": group.geneve}
    return {name: port for name, port in ports.items() if port is not None}
