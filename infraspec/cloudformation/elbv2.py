"""Elastic Load Balancing in CloudFormation."""

from collections.abc import Iterator
from typing import Any

from troposphere import elasticloadbalancingv2 as elb

from infraspec.cloudformation.names import LogicalIds
from infraspec.cloudformation.properties import given, tags
from infraspec.cloudformation.values import value_of
from infraspec.graph.elbv2 import LoadBalancer, SubnetMapping, Target, TargetGroup


def load_balancer(balancer: LoadBalancer, ids: LogicalIds) -> elb.LoadBalancer:
    """AWS::ElasticLoadBalancingV2::LoadBalancer; one of type gateway has no scheme."""
    fixed, rules = balancer.has_fixed_addresses, balancer.private_link_inbound_rules
    return elb.LoadBalancer(
        ids.of(balancer),
        **given(Name=balancer.name),
        Type=balancer.type,
        **given(
            Scheme=None if balancer.type == "gateway" else balancer.scheme,
            Subnets=None if fixed else [ids.ref(one.subnet) for one in balancer.subnets],
            SubnetMappings=_subnet_mappings(balancer.subnets, ids) if fixed else None,
            SecurityGroups=ids.refs(balancer.security_groups) or None,
            IpAddressType=balancer.ip_address_type,
            EnforceSecurityGroupInboundRulesOnPrivateLinkTraffic=None if rules is None else "on" if rules else "off",
        ),
        LoadBalancerAttributes=[
            elb.LoadBalancerAttributes(Key=key, Value=value) for key, value in _attributes(balancer, ids)
        ],
        Tags=tags(balancer.tags),
    )


Attributes = Iterator[tuple[str, Any]]
"""Keys and values, which are all text."""


def _attributes(balancer: LoadBalancer, ids: LogicalIds) -> Attributes:
    yield from _texts(
        {
            "deletion_protection.enabled": balancer.deletion_protection,
            "load_balancing.cross_zone.enabled": balancer.cross_zone,
            "idle_timeout.timeout_seconds": balancer.idle_timeout,
            "routing.http2.enabled": balancer.http2,
            "routing.http.drop_invalid_header_fields.enabled": balancer.drop_invalid_header_fields,
            "client_keep_alive.seconds": balancer.client_keep_alive,
            "routing.http.desync_mitigation_mode": balancer.desync_mitigation_mode,
            "routing.http.xff_header_processing.mode": balancer.xff_header_processing_mode,
            "routing.http.xff_client_port.enabled": balancer.xff_client_port,
            "routing.http.preserve_host_header.enabled": balancer.preserve_host_header,
            "routing.http.x_amzn_tls_version_and_cipher_suite.enabled": balancer.tls_version_and_cipher_suite,
            "waf.fail_open.enabled": balancer.waf_fail_open,
            "zonal_shift.config.enabled": balancer.zonal_shift,
            "dns_record.client_routing_policy": balancer.client_routing_policy,
        }
    )
    for word, logs, types in (
        ("access_logs", balancer.access_logs, ("application", "network")),
        ("connection_logs", balancer.connection_logs, ("application",)),
    ):
        if logs is None and balancer.type in types:
            yield f"{word}.s3.enabled", "false"  # an attribute that is left out may stay as it was
        if logs is not None:
            yield f"{word}.s3.enabled", "true"
            yield f"{word}.s3.bucket", value_of(ids, logs.bucket, "name")
            yield from _texts({f"{word}.s3.prefix": logs.prefix})


def _texts(values: dict[str, bool | int | str | None]) -> Attributes:
    """What has a value, which is text; one that is text already stays as it is."""
    for key, value in values.items():
        if value is not None:
            yield key, value if isinstance(value, str) else str(value).lower()


def _subnet_mappings(mappings: tuple[SubnetMapping, ...], ids: LogicalIds) -> list[elb.SubnetMapping]:
    return [
        elb.SubnetMapping(
            SubnetId=ids.ref(mapping.subnet),
            **given(
                AllocationId=ids.attribute(mapping.allocation, "AllocationId") if mapping.allocation else None,
                PrivateIPv4Address=str(mapping.private_ip) if mapping.private_ip else None,
            ),
        )
        for mapping in mappings
    ]


def target_group(group: TargetGroup, ids: LogicalIds) -> elb.TargetGroup:
    """AWS::ElasticLoadBalancingV2::TargetGroup."""
    check = group.health_check
    codes = {"GrpcCode" if group.protocol_version == "GRPC" else "HttpCode": check.matcher} if check.matcher else None
    return elb.TargetGroup(
        ids.of(group),
        **given(
            Name=group.name,
            Protocol=group.protocol,
            ProtocolVersion=group.protocol_version,
            Port=group.port,
            VpcId=ids.ref(group.vpc) if group.vpc else None,
        ),
        TargetType=group.target_type,
        HealthCheckEnabled=check.enabled,
        **given(HealthCheckProtocol=check.protocol, HealthCheckPort=check.port, HealthCheckPath=check.path),
        HealthCheckIntervalSeconds=check.interval,
        HealthCheckTimeoutSeconds=check.timeout,
        HealthyThresholdCount=check.healthy_threshold,
        UnhealthyThresholdCount=check.unhealthy_threshold,
        **given(Matcher=elb.Matcher(**codes) if codes else None),
        **given(
            TargetGroupAttributes=[
                elb.TargetGroupAttribute(Key=key, Value=value) for key, value in _group_attributes(group)
            ]
            or None
        ),
        Tags=tags(group.tags),
        **given(Targets=[_target(target, ids) for target in group.targets] or None),
    )


def _group_attributes(group: TargetGroup) -> Attributes:
    anomalies = group.anomaly_mitigation
    yield from _texts(
        {
            "deregistration_delay.timeout_seconds": group.deregistration_delay,
            "slow_start.duration_seconds": group.slow_start,
            "load_balancing.algorithm.type": group.algorithm,
            "load_balancing.algorithm.anomaly_mitigation": None if anomalies is None else "on" if anomalies else "off",
            "load_balancing.cross_zone.enabled": group.cross_zone,
            "preserve_client_ip.enabled": group.preserve_client_ip,
            "proxy_protocol_v2.enabled": group.proxy_protocol_v2,
            "deregistration_delay.connection_termination.enabled": group.connection_termination,
            "lambda.multi_value_headers.enabled": group.multi_value_headers,
            "target_failover.on_deregistration": group.failover,
            "target_failover.on_unhealthy": group.failover,
        }
    )
    if group.no_stickiness is not None:
        yield from _texts({"stickiness.enabled": False, "stickiness.type": group.no_stickiness})
    if group.stickiness is not None:
        kind, duration, cookie = group.stickiness
        yield from _texts(
            {
                "stickiness.enabled": True,
                "stickiness.type": kind,
                f"stickiness.{kind}.duration_seconds": duration,
                "stickiness.app_cookie.cookie_name": cookie,
            }
        )


def _target(target: Target, ids: LogicalIds) -> elb.TargetDescription:
    of_spec = target.instance or target.load_balancer
    return elb.TargetDescription(
        Id=ids.ref(of_spec) if of_spec else target.function or str(target.address),
        **given(Port=target.port, AvailabilityZone=target.availability_zone),
    )
