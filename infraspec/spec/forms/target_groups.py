"""What may stand in `target_groups:`: values, checks, and what they say."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from infraspec.spec.forms.values import one_of
from infraspec.spec.problems import ID_FORM
from infraspec.spec.refusal import Refusal

if TYPE_CHECKING:
    from infraspec.spec.target_groups import Target, TargetGroup

_ARN = r"arn:aws[a-z-]*:elasticloadbalancing:[a-z0-9-]+:[0-9]{12}:targetgroup/[A-Za-z0-9-]+/[0-9a-f]+\Z"
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


def is_one_target(target: Target) -> None:
    """Refuse a target that is none, or two."""
    chosen = [name for name, value in (("instance", target.instance), ("ip", target.ip)) if value is not None]
    one_of("`instance` and `ip`", chosen, "a target", "add `instance: NAME`, or `ip: ADDRESS`")


def has_one_port(group: TargetGroup) -> None:
    """Refuse a group of no protocol, or of two."""
    protocols = "`http`, `https`, `tcp`, `tls`, `udp` and `tcp_udp`"
    one_of(protocols, list(ports_of(group)), "a target group", "add the port of its targets, such as `http: 80`")


def ports_of(group: TargetGroup) -> dict[str, int]:
    """The port of the protocol that is written."""
    ports = {"http": group.http, "https": group.https, "tcp": group.tcp, "tls": group.tls}
    ports |= {"udp": group.udp, "tcp_udp": group.tcp_udp}
    return {name: port for name, port in ports.items() if port is not None}
