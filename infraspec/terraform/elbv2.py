"""Elastic Load Balancing in Terraform."""

import re
from collections.abc import Iterator
from typing import Any, TypedDict

from infraspec.graph.elbv2 import HealthCheck, LoadBalancer, Logs, Stickiness, SubnetMapping, Target, TargetGroup
from infraspec.terraform.block import Block, tags
from infraspec.terraform.names import Labels, label
from infraspec.terraform.values import value_of


class AwsLb(TypedDict):
    """The arguments of aws_lb that we write."""

    name: str | None
    name_prefix: str | None
    load_balancer_type: str
    internal: bool | None
    subnets: list[str] | None
    subnet_mapping: list[dict[str, Any]] | None
    security_groups: list[str] | None
    enable_deletion_protection: bool
    enable_cross_zone_load_balancing: bool | None
    idle_timeout: int | None
    enable_http2: bool | None
    drop_invalid_header_fields: bool | None
    tags: dict[str, str]


class AwsLbSettings(TypedDict):
    """The arguments of aws_lb that we write where the spec does."""

    ip_address_type: str | None
    client_keep_alive: int | None
    desync_mitigation_mode: str | None
    xff_header_processing_mode: str | None
    enable_xff_client_port: bool | None
    preserve_host_header: bool | None
    enable_tls_version_and_cipher_suite_headers: bool | None
    enable_waf_fail_open: bool | None
    enable_zonal_shift: bool | None
    dns_record_client_routing_policy: str | None
    enforce_security_group_inbound_rules_on_private_link_traffic: str | None
    access_logs: dict[str, Any] | None
    connection_logs: dict[str, Any] | None


def load_balancer(balancer: LoadBalancer, labels: Labels) -> Block:
    """aws_lb; one of type gateway has no scheme."""
    fixed, named = balancer.has_fixed_addresses, balancer.name is not None
    body = AwsLb(
        name=balancer.name,
        name_prefix=None if named else _prefix(balancer),
        load_balancer_type=balancer.type,
        internal=None if balancer.type == "gateway" else balancer.scheme == "internal",
        subnets=None if fixed else [labels.ref(one.subnet) for one in balancer.subnets],
        subnet_mapping=_subnet_mappings(balancer.subnets, labels) if fixed else None,
        security_groups=labels.refs(balancer.security_groups) or None,
        enable_deletion_protection=balancer.deletion_protection,
        enable_cross_zone_load_balancing=balancer.cross_zone,
        idle_timeout=balancer.idle_timeout,
        enable_http2=balancer.http2,
        drop_invalid_header_fields=balancer.drop_invalid_header_fields,
        tags=tags(balancer.tags),
    )
    block = labels.block(balancer, {**body, **_settings(balancer, labels)}, None if named else _FIRST)
    # Earlier versions drop the setting of application balancers in silence.
    return block if balancer.zonal_shift is None else block._replace(since=(5, 100))


def _settings(balancer: LoadBalancer, labels: Labels) -> AwsLbSettings:
    return AwsLbSettings(
        ip_address_type=balancer.ip_address_type,
        client_keep_alive=balancer.client_keep_alive,
        desync_mitigation_mode=balancer.desync_mitigation_mode,
        xff_header_processing_mode=balancer.xff_header_processing_mode,
        enable_xff_client_port=balancer.xff_client_port,
        preserve_host_header=balancer.preserve_host_header,
        enable_tls_version_and_cipher_suite_headers=balancer.tls_version_and_cipher_suite,
        enable_waf_fail_open=balancer.waf_fail_open,
        enable_zonal_shift=balancer.zonal_shift,
        dns_record_client_routing_policy=balancer.client_routing_policy,
        enforce_security_group_inbound_rules_on_private_link_traffic=_WORDS[balancer.private_link_inbound_rules],
        access_logs=_logs(balancer.access_logs, labels),
        connection_logs=_logs(balancer.connection_logs, labels),
    )


_FIRST = {"create_before_destroy": True}
"""The lifecycle of what is replaced while others use it."""


def _prefix(node: LoadBalancer | TargetGroup) -> str:
    """What begins the name that Terraform chooses: 6 characters at most, and none but letters, digits and hyphens."""
    words = re.sub(r"[^A-Za-z0-9]+", "-", node.key).strip("-").removeprefix("internal-")
    return f"{words[:5].rstrip('-') or 'lb'}-"


_WORDS = {None: None, True: "on", False: "off"}


def _logs(logs: Logs | None, labels: Labels) -> dict[str, Any] | None:
    if logs is None:
        return None
    return {"enabled": True, "bucket": value_of(labels, logs.bucket, "name"), "prefix": logs.prefix}


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

    name: str | None
    name_prefix: str | None
    protocol: str | None
    protocol_version: str | None
    port: int | None
    vpc_id: str | None
    target_type: str
    health_check: dict[str, Any]
    deregistration_delay: int | None
    slow_start: int | None
    load_balancing_algorithm_type: str | None
    load_balancing_anomaly_mitigation: str | None
    load_balancing_cross_zone_enabled: str | None
    preserve_client_ip: bool | None
    proxy_protocol_v2: bool | None
    connection_termination: bool | None
    lambda_multi_value_headers_enabled: bool | None
    stickiness: dict[str, Any] | None
    target_failover: dict[str, Any] | None
    tags: dict[str, str]


class AwsLbTargetGroupAttachment(TypedDict):
    """The arguments of aws_lb_target_group_attachment that we write."""

    target_group_arn: str
    target_id: str
    port: int | None
    availability_zone: str | None


def target_group(group: TargetGroup, labels: Labels) -> Iterator[Block]:
    """aws_lb_target_group, and an aws_lb_target_group_attachment for each target."""
    sticky, failover = group.stickiness, group.failover
    yield labels.block(
        group,
        AwsLbTargetGroup(
            name=group.name,
            name_prefix=_prefix(group) if group.name is None else None,
            protocol=group.protocol,
            protocol_version=group.protocol_version,
            port=group.port,
            vpc_id=labels.ref(group.vpc) if group.vpc else None,
            target_type=group.target_type,
            health_check=_health_check(group.health_check),
            deregistration_delay=group.deregistration_delay,
            slow_start=group.slow_start,
            load_balancing_algorithm_type=group.algorithm,
            load_balancing_anomaly_mitigation=_WORDS[group.anomaly_mitigation],
            load_balancing_cross_zone_enabled=group.cross_zone,
            preserve_client_ip=group.preserve_client_ip,
            proxy_protocol_v2=group.proxy_protocol_v2,
            connection_termination=group.connection_termination,
            lambda_multi_value_headers_enabled=group.multi_value_headers,
            stickiness=_stickiness(sticky) if sticky else _no_stickiness(group),
            target_failover={"on_deregistration": failover, "on_unhealthy": failover} if failover else None,
            tags=tags(group.tags),
        ),
        _FIRST if group.name is None else None,
    )
    for target in group.targets:
        yield _attachment(group, target, labels)


def _stickiness(sticky: Stickiness) -> dict[str, Any]:
    return {
        "enabled": True,
        "type": sticky.type,
        "cookie_duration": sticky.duration,
        "cookie_name": sticky.cookie_name,
    }


def _no_stickiness(group: TargetGroup) -> dict[str, Any] | None:
    """The block of a group that is not sticky: without one, the provider keeps what was."""
    return {"enabled": False, "type": group.no_stickiness} if group.no_stickiness else None


def _health_check(check: HealthCheck) -> dict[str, Any]:
    return {
        "enabled": check.enabled,
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
    of_spec = target.instance or target.load_balancer
    # A function is the only target of its group, and its ARN may be left to the deployment.
    who = of_spec.key if of_spec else "function" if target.function else str(target.address)
    port = "" if target.port is None else f":{target.port}"
    return Block(
        "resource",
        "aws_lb_target_group_attachment",
        label(f"{group.key}:{who}{port}"),
        AwsLbTargetGroupAttachment(
            target_group_arn=labels.ref(group.address, "arn"),
            target_id=labels.ref(of_spec) if of_spec else target.function or str(target.address),
            port=target.port,
            availability_zone=target.availability_zone,
        ),
    )
