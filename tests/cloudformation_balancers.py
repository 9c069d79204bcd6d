"""A CloudFormation template's balancers and endpoint services, read back into plain facts.

https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/AWS_ElasticLoadBalancingV2.html
"""

from collections.abc import Iterator
from typing import Any

from cloudformation_network import named, tags_of
from facts import Body, Fact, given, owner

BALANCER = {
    "deletion_protection.enabled": "protected",
    "load_balancing.cross_zone.enabled": "cross_zone",
    "idle_timeout.timeout_seconds": "idle_timeout",
    "routing.http2.enabled": "http2",
    "routing.http.drop_invalid_header_fields.enabled": "drops_invalid_headers",
    "client_keep_alive.seconds": "keep_alive",
    "routing.http.desync_mitigation_mode": "desync",
    "routing.http.xff_header_processing.mode": "xff",
    "routing.http.xff_client_port.enabled": "xff_port",
    "routing.http.preserve_host_header.enabled": "keeps_host",
    "routing.http.x_amzn_tls_version_and_cipher_suite.enabled": "tells_tls",
    "waf.fail_open.enabled": "fails_open",
    "zonal_shift.config.enabled": "shifts",
    "dns_record.client_routing_policy": "client_routing",
    "access_logs.s3.enabled": "logs",
    "access_logs.s3.bucket": "logs_to",
    "access_logs.s3.prefix": "logs_at",
    "connection_logs.s3.enabled": "connections",
    "connection_logs.s3.bucket": "connections_to",
    "connection_logs.s3.prefix": "connections_at",
}

GROUP = {
    "deregistration_delay.timeout_seconds": "delay",
    "deregistration_delay.connection_termination.enabled": "ends_connections",
    "slow_start.duration_seconds": "slow_start",
    "load_balancing.algorithm.type": "algorithm",
    "load_balancing.algorithm.anomaly_mitigation": "anomalies",
    "load_balancing.cross_zone.enabled": "cross_zone",
    "preserve_client_ip.enabled": "client_ip",
    "proxy_protocol_v2.enabled": "proxy",
    "lambda.multi_value_headers.enabled": "lists",
    "stickiness.enabled": "sticky",
    "stickiness.type": "sticky_by",
    "stickiness.lb_cookie.duration_seconds": "sticky_for",
    "stickiness.app_cookie.duration_seconds": "sticky_for",
    "stickiness.app_cookie.cookie_name": "cookie",
    "target_failover.on_deregistration": "failover_gone",
    "target_failover.on_unhealthy": "failover_unwell",
}


_LOGS = ("access_logs.s3.enabled", "connection_logs.s3.enabled")


def _attributes(body: Body, name: str, known: dict[str, str]) -> dict[str, str]:
    """The attributes; logs that are off are what a balancer without the attribute has."""
    said = {one("Key"): str(one("Value")) for one in body.blocks(name)}
    return {known[key]: value for key, value in said.items() if key not in _LOGS or value != "false"}


def _key(kind: str, body: Body, tags: dict[str, str]) -> tuple[str, bool]:
    """The key of a thing, by its Name tag where its name is generated; and whether it is."""
    name = body("Name")
    return f"{kind}/{name or tags['Name']}", name is None


def load_balancer(body: Body) -> Iterator[tuple[str, Fact]]:
    mappings = [
        given(subnet=one("SubnetId"), allocation=one("AllocationId"), private_ip=one("PrivateIPv4Address"))
        for one in body.blocks("SubnetMappings")
    ]
    mappings += [{"subnet": subnet} for subnet in body("Subnets", [])]
    tags, kind = tags_of(body), body("Type", "application")
    key, generated = _key("load_balancer", body, tags)
    fact = {
        "type": kind,
        # A gateway balancer has none.
        "scheme": body("Scheme", "internet-facing") if kind != "gateway" else body("Scheme"),
        "subnets": sorted(mappings, key=str),
        "groups": body.set_of("SecurityGroups"),
        "addresses": body("IpAddressType", "ipv4"),
        "private_link": body("EnforceSecurityGroupInboundRulesOnPrivateLinkTraffic"),
        "generated": generated,
        "tags": tags,
    }
    yield key, {**fact, **_attributes(body, "LoadBalancerAttributes", BALANCER)}


def target_group(body: Body) -> Iterator[tuple[str, Fact]]:
    tags, matcher = tags_of(body), body.block("Matcher")
    group, generated = _key("target_group", body, tags)
    fact = {
        "protocol": body("Protocol"),
        "version": body("ProtocolVersion"),
        "port": body.number("Port"),
        "vpc": body("VpcId"),
        "target_type": body("TargetType", "instance"),
        "check": given(
            enabled=body.flag("HealthCheckEnabled", default=True),
            protocol=body("HealthCheckProtocol"),
            port=str(body("HealthCheckPort", "traffic-port")),
            path=body("HealthCheckPath"),
            interval=body.number("HealthCheckIntervalSeconds"),
            timeout=body.number("HealthCheckTimeoutSeconds"),
            healthy=body.number("HealthyThresholdCount"),
            unhealthy=body.number("UnhealthyThresholdCount"),
            matcher=matcher("HttpCode") or matcher("GrpcCode"),
        ),
        "generated": generated,
        "tags": tags,
    }
    yield group, {**fact, **_attributes(body, "TargetGroupAttributes", GROUP)}
    for one in body.blocks("Targets"):
        target = " ".join(str(part) for part in (group, one("Id"), one.number("Port")) if part is not None)
        yield f"target/{target}", given(zone=one("AvailabilityZone"))
        one.done()
    matcher.done()


def action(body: Body) -> Fact:
    """What is done with a request, whether it forwards to one group or to several."""
    forward, redirect, answer = (body.block(n) for n in ("ForwardConfig", "RedirectConfig", "FixedResponseConfig"))
    sticky, cognito = forward.block("TargetGroupStickinessConfig"), body.block("AuthenticateCognitoConfig")
    groups = [(one("TargetGroupArn"), one.number("Weight", 1)) for one in forward.blocks("TargetGroups")]
    alone = body("TargetGroupArn")
    fact = given(
        type=body("Type"),
        order=body.number("Order"),
        forward=sorted(groups) or ([(alone, 1)] if alone else []),
        sticky=given(on=sticky.flag("Enabled"), seconds=sticky.number("DurationSeconds")),
        redirect=given(**{key.lower(): redirect(key) for key in ("Protocol", "Port", "Host", "Path", "Query")}),
        code=redirect("StatusCode") or answer("StatusCode"),
        content_type=answer("ContentType"),
        body=answer("MessageBody"),
        cognito=given(
            pool=cognito("UserPoolArn"),
            client=cognito("UserPoolClientId"),
            domain=cognito("UserPoolDomain"),
            scope=cognito("Scope"),
            otherwise=cognito("OnUnauthenticatedRequest"),
            cookie=cognito("SessionCookieName"),
            seconds=cognito.number("SessionTimeout"),
        ),
    )
    for one in (forward, redirect, answer, sticky, cognito, body):
        one.done()
    return fact


def listener(body: Body) -> Iterator[tuple[str, Fact]]:
    mutual = body.block("MutualAuthentication")
    yield (
        f"listener/{owner(body('LoadBalancerArn'))} {body.number('Port')}",
        {
            "protocol": body("Protocol"),
            "policy": body("SslPolicy"),
            "certificates": [one("CertificateArn") for one in body.blocks("Certificates")],
            "alpn": body("AlpnPolicy"),
            "mutual": given(
                mode=mutual("Mode"),
                store=mutual("TrustStoreArn"),
                ignores_expiry=mutual.flag("IgnoreClientCertificateExpiry"),
                advertises=mutual("AdvertiseTrustStoreCaNames"),
            ),
            **_attributes(body, "ListenerAttributes", {"tcp.idle_timeout.seconds": "idle_timeout"}),
            "actions": [action(one) for one in body.blocks("DefaultActions")],
        },
    )
    mutual.done()


def listener_certificate(body: Body) -> Iterator[tuple[str, Fact]]:
    (certificate,) = [one("CertificateArn") for one in body.blocks("Certificates")]
    yield f"listener_certificate/{body('ListenerArn')} {certificate}", {}


CONDITIONS = {
    "host-header": "HostHeaderConfig",
    "path-pattern": "PathPatternConfig",
    "http-header": "HttpHeaderConfig",
    "http-request-method": "HttpRequestMethodConfig",
    "query-string": "QueryStringConfig",
    "source-ip": "SourceIpConfig",
}


def listener_rule(body: Body) -> Iterator[tuple[str, Fact]]:
    conditions: dict[str, Any] = {}
    for one in body.blocks("Conditions"):
        kind = one("Field")
        config = one.block(CONDITIONS[kind])
        name = config("HttpHeaderName")
        if kind == "query-string":
            values: list[Any] = sorted([str(pair("Key")), pair("Value")] for pair in config.blocks("Values"))
        else:
            values = config.set_of("Values")
        conditions[f"{kind} {name}" if name else kind] = values
        config.done()
        one.done()
    key = f"listener_rule/{owner(body('ListenerArn'))} {body.number('Priority')}"
    yield key, {"conditions": conditions, "actions": [action(one) for one in body.blocks("Actions")]}


def trust_store(body: Body) -> Iterator[tuple[str, Fact]]:
    yield (
        f"trust_store/{body('Name')}",
        {
            "bucket": body("CaCertificatesBundleS3Bucket"),
            "object": body("CaCertificatesBundleS3Key"),
            "version": body("CaCertificatesBundleS3ObjectVersion"),
            "tags": tags_of(body),
        },
    )


def endpoint_service(body: Body) -> Iterator[tuple[str, Fact]]:
    yield from named(
        "endpoint_service",
        body,
        accepts=body.flag("AcceptanceRequired", default=False),
        network=body.set_of("NetworkLoadBalancerArns"),
        gateway=body.set_of("GatewayLoadBalancerArns"),
        addresses=body.set_of("SupportedIpAddressTypes"),
        regions=body.set_of("SupportedRegions"),
    )


def endpoint_service_permissions(body: Body) -> Iterator[tuple[str, Fact]]:
    for one in body.set_of("AllowedPrincipals"):
        yield f"allowed/{owner(body('ServiceId'))} {one}", {}


READERS = {
    "AWS::ElasticLoadBalancingV2::LoadBalancer": load_balancer,
    "AWS::ElasticLoadBalancingV2::TargetGroup": target_group,
    "AWS::ElasticLoadBalancingV2::Listener": listener,
    "AWS::ElasticLoadBalancingV2::ListenerCertificate": listener_certificate,
    "AWS::ElasticLoadBalancingV2::ListenerRule": listener_rule,
    "AWS::ElasticLoadBalancingV2::TrustStore": trust_store,
    "AWS::EC2::VPCEndpointService": endpoint_service,
    "AWS::EC2::VPCEndpointServicePermissions": endpoint_service_permissions,
}

REF = {
    "AWS::ElasticLoadBalancingV2::LoadBalancer": "arn",
    "AWS::ElasticLoadBalancingV2::TargetGroup": "arn",
    "AWS::ElasticLoadBalancingV2::Listener": "arn",
    "AWS::ElasticLoadBalancingV2::TrustStore": "arn",
}

ATTRIBUTES = {
    "LoadBalancerArn": "arn",
    "TargetGroupArn": "arn",
    "DNSName": "dns_name",
    "CanonicalHostedZoneID": "zone_id",
}
