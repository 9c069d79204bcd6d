"""The health check of a target group, with all of its values."""

from __future__ import annotations

from typing import TYPE_CHECKING

from infraspec.graph.elbv2 import HealthCheck

if TYPE_CHECKING:
    from infraspec.spec.target_groups import HealthCheck as HealthCheckModel
    from infraspec.spec.target_groups import TargetGroup as TargetGroupModel

_HTTP = ("HTTP", "HTTPS")
_TIMEOUTS = {"HTTP": 6, "HTTPS": 10, "TCP": 10}
"""Seconds that a network balancer waits for an answer.
https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateTargetGroup.html"""
_APPLICATION_TIMEOUT = 5
"""Seconds that application and gateway balancers wait for an answer."""


def health_check(group: TargetGroupModel, protocol: str | None, target_type: str) -> HealthCheck:
    """What is written, and what AWS takes where nothing is: the two backends would fill it in differently."""
    model = group.health_check
    asked = _asked(model, protocol, target_type)
    rpc, geneve = group.protocol_version == "grpc", protocol == "GENEVE"
    speaks_http = asked in _HTTP or protocol is None
    usual_codes = "12" if rpc else "200" if protocol in (*_HTTP, None) else "200-399"
    usual_path = "/AWS.ALB/healthcheck" if rpc else "/"
    usual_port = None if protocol is None else "80" if geneve else "traffic-port"
    return HealthCheck(
        protocol=asked,
        port=usual_port if model.port is None else str(model.port),
        path=usual_path if model.path is None and speaks_http else model.path,
        interval=model.interval or (35 if protocol is None else 10 if geneve else 30),
        timeout=_timeout(asked, protocol) if model.timeout is None else model.timeout,
        healthy_threshold=model.healthy_threshold,
        unhealthy_threshold=model.unhealthy_threshold,
        matcher=usual_codes if model.matcher is None and speaks_http else model.matcher,
        enabled=protocol is not None if model.enabled is None else model.enabled,
    )


def _asked(model: HealthCheckModel, protocol: str | None, target_type: str) -> str | None:
    """The protocol of a check: the group's own where it is HTTP, HTTP for a balancer, and none for a function."""
    if model.protocol is not None:
        return model.protocol.upper()
    return protocol if protocol in (*_HTTP, None) else "HTTP" if target_type == "alb" else "TCP"


def _timeout(asked: str | None, protocol: str | None) -> int:
    """Seconds to wait for the answer."""
    if asked is None:
        return 30
    return _APPLICATION_TIMEOUT if protocol in (*_HTTP, "GENEVE") else _TIMEOUTS[asked]
