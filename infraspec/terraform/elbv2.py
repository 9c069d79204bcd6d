"""Elastic Load Balancing in Terraform."""

from collections.abc import Iterator
from typing import Any, TypedDict

from infraspec.graph.elbv2 import (
    Action,
    Conditions,
    FixedResponse,
    HealthCheck,
    Listener,
    ListenerCertificate,
    ListenerRule,
    LoadBalancer,
    Redirect,
    SubnetMapping,
    Target,
    TargetGroup,
    WeightedTarget,
)
from infraspec.terraform.block import Block, tags
from infraspec.terraform.names import Labels, label


class AwsLb(TypedDict):
    """The arguments of aws_lb that we write."""

    name: str
    load_balancer_type: str
    internal: bool
    subnets: list[str] | None
    subnet_mapping: list[dict[str, Any]] | None
    security_groups: list[str] | None
    enable_deletion_protection: bool
    enable_cross_zone_load_balancing: bool | None
    idle_timeout: int | None
    enable_http2: bool | None
    drop_invalid_header_fields: bool | None
    tags: dict[str, str]


def load_balancer(balancer: LoadBalancer, labels: Labels) -> Block:
    """aws_lb."""
    return labels.block(
        balancer,
        AwsLb(
            name=balancer.name,
            load_balancer_type=balancer.type,
            internal=balancer.scheme == "internal",
            subnets=None if balancer.has_fixed_addresses else [labels.ref(one.subnet) for one in balancer.subnets],
            subnet_mapping=_subnet_mappings(balancer.subnets, labels) if balancer.has_fixed_addresses else None,
            security_groups=labels.refs(balancer.security_groups) or None,
            enable_deletion_protection=balancer.deletion_protection,
            enable_cross_zone_load_balancing=balancer.cross_zone,
            idle_timeout=balancer.idle_timeout,
            enable_http2=balancer.http2,
            drop_invalid_header_fields=balancer.drop_invalid_header_fields,
            tags=tags(balancer.tags),
        ),
    )


def _subnet_mappings(mappings: tuple[SubnetMapping, ...], labels: Labels) -> list[dict[str, Any]]:
    return [
        {
            "subnet_id": labels.ref(mapping.subnet),
            "allocation_id": labels.ref(mapping.allocation, "allocation_id") if mapping.allocation else None,
            "private_ipv4_address": str(mapping.private_ip) if mapping.private_ip else None,
        }
        for mapping in mappings
    ]


class AwsLbTargetGroup(TypedDict):
    """The arguments of aws_lb_target_group that we write."""

    name: str
    protocol: str
    port: int
    vpc_id: str
    target_type: str
    health_check: dict[str, Any]
    deregistration_delay: int
    tags: dict[str, str]


class AwsLbTargetGroupAttachment(TypedDict):
    """The arguments of aws_lb_target_group_attachment that we write."""

    target_group_arn: str
    target_id: str
    port: int
    availability_zone: str | None


def target_group(group: TargetGroup, labels: Labels) -> Iterator[Block]:
    """aws_lb_target_group, and an aws_lb_target_group_attachment for each target."""
    yield labels.block(
        group,
        AwsLbTargetGroup(
            name=group.name,
            protocol=group.protocol,
            port=group.port,
            vpc_id=labels.ref(group.vpc),
            target_type=group.target_type,
            health_check=_health_check(group.health_check),
            deregistration_delay=group.deregistration_delay,
            tags=tags(group.tags),
        ),
    )
    for target in group.targets:
        yield _attachment(group, target, labels)


def _health_check(check: HealthCheck) -> dict[str, Any]:
    return {
        "enabled": True,
        "protocol": check.protocol,
        "port": check.port,
        "path": check.path,
        "interval": check.interval,
        "timeout": check.timeout,
        "healthy_threshold": check.healthy_threshold,
        "unhealthy_threshold": check.unhealthy_threshold,
        "matcher": check.matcher,
    }


def _attachment(group: TargetGroup, target: Target, labels: Labels) -> Block:
    who = target.instance.key if target.instance else str(target.address)
    return Block(
        "resource",
        "aws_lb_target_group_attachment",
        label(f"{group.key}:{who}:{target.port}"),
        AwsLbTargetGroupAttachment(
            target_group_arn=labels.ref(group.address, "arn"),
            target_id=labels.ref(target.instance) if target.instance else str(target.address),
            port=target.port,
            availability_zone=target.availability_zone,
        ),
    )


class AwsLbListener(TypedDict):
    """The arguments of aws_lb_listener that we write."""

    load_balancer_arn: str
    port: int
    protocol: str
    ssl_policy: str | None
    certificate_arn: str | None
    default_action: list[dict[str, Any]]


def listener(listener: Listener, labels: Labels) -> Block:
    """aws_lb_listener."""
    return labels.block(
        listener,
        AwsLbListener(
            load_balancer_arn=labels.ref(listener.load_balancer, "arn"),
            port=listener.port,
            protocol=listener.protocol,
            ssl_policy=listener.ssl_policy,
            certificate_arn=labels.ref(listener.certificate, "certificate_arn") if listener.certificate else None,
            default_action=[_action(listener.default_action, labels)],
        ),
    )


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
            action=[_action(rule.action, labels)],
        ),
    )


def _conditions(conditions: Conditions) -> list[dict[str, Any]]:
    asked: list[dict[str, Any]] = []
    if conditions.hosts:
        asked.append({"host_header": {"values": list(conditions.hosts)}})
    if conditions.paths:
        asked.append({"path_pattern": {"values": list(conditions.paths)}})
    return asked


def _action(action: Action, labels: Labels) -> dict[str, Any]:
    return {
        "type": action.type,
        "target_group_arn": labels.ref(action.target_group, "arn") if action.target_group else None,
        "forward": _forward(action.forward, labels) if action.forward else None,
        "redirect": _redirect(action.redirect) if action.redirect else None,
        "fixed_response": _fixed_response(action.fixed_response) if action.fixed_response else None,
    }


def _forward(targets: tuple[WeightedTarget, ...], labels: Labels) -> dict[str, Any]:
    return {"target_group": [{"arn": labels.ref(one.target_group, "arn"), "weight": one.weight} for one in targets]}


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
