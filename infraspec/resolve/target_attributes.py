"""What a target group does unless its entry says otherwise.

All of it is said: what is left out stays as it was, of some attributes in one of the backends and of others in both.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeVar

if TYPE_CHECKING:
    from infraspec.spec.target_groups import TargetGroup

_WEB = ("HTTP", "HTTPS")
_NETWORK = ("TCP", "TLS", "UDP", "TCP_UDP")
_STREAMS = ("TCP", "TLS")
_USUAL_DELAY = 300
"""Seconds that a leaving target has."""
_OF_BALANCER = "use_load_balancer_configuration"


Value = TypeVar("Value", bool | None, int | None, str | None)


class Attributes(NamedTuple):
    """The attributes of a group; None where AWS lets nobody choose."""

    deregistration_delay: int | None
    slow_start: int | None
    algorithm: str | None
    cross_zone: str | None
    preserve_client_ip: bool | None
    proxy_protocol_v2: bool | None
    connection_termination: bool | None
    multi_value_headers: bool | None
    failover: str | None


def attributes(model: TargetGroup, protocol: str | None, target_type: str) -> Attributes:
    """What is written, or else what AWS documents for a group of that protocol and that kind of targets.

    https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_TargetGroupAttribute.html
    """
    free = target_type in ("instance", "ip")
    web, network, streams = (free and protocol in kind for kind in (_WEB, _NETWORK, _STREAMS))
    crosses = None if model.cross_zone is None else str(model.cross_zone).lower()
    return Attributes(
        deregistration_delay=_or(model.deregistration_delay, _USUAL_DELAY if free else None),
        slow_start=_or(model.slow_start, 0 if web else None),
        algorithm=_or(model.algorithm, "round_robin" if web else None),
        cross_zone=_or(crosses, _OF_BALANCER if web or network else None),
        preserve_client_ip=_or(model.preserve_client_ip, target_type == "instance" if streams else None),
        proxy_protocol_v2=_or(model.proxy_protocol, False if network else None),
        connection_termination=_or(model.connection_termination, False if streams else None),
        failover=_or(model.failover, "no_rebalance" if free and protocol == "GENEVE" else None),
        multi_value_headers=_or(model.multi_value_headers, False if target_type == "lambda" else None),
    )


def _or(written: Value, usual: Value) -> Value:
    return usual if written is None else written
