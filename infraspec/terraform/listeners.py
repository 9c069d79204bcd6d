"""Listeners of Elastic Load Balancing in Terraform."""

from collections.abc import Iterator
from typing import Any, TypedDict

from infraspec.graph.listeners import (
    Action,
    Cognito,
    Conditions,
    FixedResponse,
    Listener,
    ListenerCertificate,
    ListenerRule,
    MutualAuthentication,
    Redirect,
    WeightedTarget,
)
from infraspec.terraform.block import Block
from infraspec.terraform.names import Labels


class AwsLbListener(TypedDict):
    """The arguments of aws_lb_listener that we write."""

    load_balancer_arn: str
    port: int | None
    protocol: str | None
    ssl_policy: str | None
    certificate_arn: str | None
    default_action: list[dict[str, Any]]
    mutual_authentication: dict[str, Any] | None
    alpn_policy: str | None
    tcp_idle_timeout_seconds: int | None


def listener(listener: Listener, labels: Labels) -> Block:
    """aws_lb_listener; that of a gateway balancer has neither port nor protocol."""
    known = listener.protocol != "GENEVE"
    mutual = listener.mutual_authentication
    block = labels.block(
        listener,
        AwsLbListener(
            load_balancer_arn=labels.ref(listener.load_balancer, "arn"),
            port=listener.port if known else None,
            protocol=listener.protocol if known else None,
            ssl_policy=listener.ssl_policy,
            certificate_arn=labels.ref(listener.certificate, "certificate_arn") if listener.certificate else None,
            default_action=list(_actions(listener.default_action, labels)),
            mutual_authentication=_mutual_authentication(mutual, labels) if mutual else None,
            alpn_policy=listener.alpn_policy,
            tcp_idle_timeout_seconds=listener.idle_timeout,
        ),
    )
    return block._replace(since=(5, 100)) if mutual and mutual.advertise_ca_names is not None else block


def _mutual_authentication(mutual: MutualAuthentication, labels: Labels) -> dict[str, Any]:
    advertise = mutual.advertise_ca_names
    return {
        "mode": mutual.mode,
        "trust_store_arn": labels.ref(mutual.trust_store, "arn") if mutual.trust_store else None,
        "ignore_client_certificate_expiry": mutual.ignore_expired,
        "advertise_trust_store_ca_names": None if advertise is None else "on" if advertise else "off",
    }


class AwsLbListenerCertificate(TypedDict):
    """The arguments of aws_lb_listener_certificate that we write."""

    listener_arn: str
    certificate_arn: str


def listener_certificate(certificate: ListenerCertificate, labels: Labels) -> Block:
    """aws_lb_listener_certificate."""
    return labels.block(
        certificate,
        AwsLbListenerCertificate(
            listener_arn=labels.ref(certificate.listener, "arn"),
            certificate_arn=labels.ref(certificate.certificate, "certificate_arn"),
        ),
    )


class AwsLbListenerRule(TypedDict):
    """The arguments of aws_lb_listener_rule that we write."""

    listener_arn: str
    priority: int
    condition: list[dict[str, Any]]
    action: list[dict[str, Any]]


def listener_rule(rule: ListenerRule, labels: Labels) -> Block:
    """aws_lb_listener_rule."""
    return labels.block(
        rule,
        AwsLbListenerRule(
            listener_arn=labels.ref(rule.listener, "arn"),
            priority=rule.priority,
            condition=_conditions(rule.conditions),
            action=list(_actions(rule.action, labels)),
        ),
    )


def _conditions(conditions: Conditions) -> list[dict[str, Any]]:
    asked: list[dict[str, Any]] = []
    if conditions.hosts:
        asked.append({"host_header": {"values": list(conditions.hosts)}})
    if conditions.paths:
        asked.append({"path_pattern": {"values": list(conditions.paths)}})
    asked += [{"http_header": {"http_header_name": one.name, "values": list(one.values)}} for one in conditions.headers]
    if conditions.methods:
        asked.append({"http_request_method": {"values": list(conditions.methods)}})
    if conditions.queries:
        asked.append({"query_string": [{"key": one.key, "value": one.value} for one in conditions.queries]})
    if conditions.source_ips:
        asked.append({"source_ip": {"values": list(conditions.source_ips)}})
    return asked


def _actions(action: Action, labels: Labels) -> Iterator[dict[str, Any]]:
    """Several actions have an order."""
    if action.cognito is not None:
        yield {"type": "authenticate-cognito", "order": 1, "authenticate_cognito": _cognito(action.cognito)}
    yield {
        "type": action.type,
        "order": 2 if action.cognito else None,
        "target_group_arn": labels.ref(action.target_group, "arn") if action.target_group else None,
        "forward": _forward(action.forward, action.sticky, labels) if action.forward else None,
        "redirect": _redirect(action.redirect) if action.redirect else None,
        "fixed_response": _fixed_response(action.fixed_response) if action.fixed_response else None,
    }


def _cognito(cognito: Cognito) -> dict[str, Any]:
    return {
        "user_pool_arn": cognito.user_pool_arn,
        "user_pool_client_id": cognito.client_id,
        "user_pool_domain": cognito.domain,
        "scope": cognito.scope,
        "on_unauthenticated_request": cognito.on_unauthenticated_request,
        "session_cookie_name": cognito.session_cookie_name,
        "session_timeout": cognito.session_timeout,
    }


def _forward(targets: tuple[WeightedTarget, ...], sticky: int | None, labels: Labels) -> dict[str, Any]:
    return {
        "target_group": [{"arn": labels.ref(one.target_group, "arn"), "weight": one.weight} for one in targets],
        "stickiness": {"enabled": True, "duration": sticky} if sticky else None,
    }


def _redirect(redirect: Redirect) -> dict[str, Any]:
    return {
        "protocol": redirect.protocol,
        "port": redirect.port,
        "host": redirect.host,
        "path": redirect.path,
        "query": redirect.query,
        "status_code": redirect.status_code,
    }


def _fixed_response(response: FixedResponse) -> dict[str, Any]:
    return {
        "status_code": response.status_code,
        "content_type": response.content_type,
        "message_body": response.message_body,
    }
