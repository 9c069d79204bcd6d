"""A Terraform document's balancers and endpoint services, read back into plain facts.

https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/lb
"""

from collections.abc import Iterator
from typing import Any

from facts import Body, Fact, given, owner
from terraform_network import named, tags_of

BALANCER = {
    "enable_deletion_protection": "protected",
    "enable_cross_zone_load_balancing": "cross_zone",
    "idle_timeout": "idle_timeout",
    "enable_http2": "http2",
    "drop_invalid_header_fields": "drops_invalid_headers",
    "client_keep_alive": "keep_alive",
    "desync_mitigation_mode": "desync",
    "xff_header_processing_mode": "xff",
    "enable_xff_client_port": "xff_port",
    "preserve_host_header": "keeps_host",
    "enable_tls_version_and_cipher_suite_headers": "tells_tls",
    "enable_waf_fail_open": "fails_open",
    "enable_zonal_shift": "shifts",
    "dns_record_client_routing_policy": "client_routing",
}

GROUP = {
    "deregistration_delay": "delay",
    "connection_termination": "ends_connections",
    "slow_start": "slow_start",
    "load_balancing_algorithm_type": "algorithm",
    "load_balancing_anomaly_mitigation": "anomalies",
    "load_balancing_cross_zone_enabled": "cross_zone",
    "preserve_client_ip": "client_ip",
    "proxy_protocol_v2": "proxy",
    "lambda_multi_value_headers_enabled": "lists",
}


def _texts(values: dict[str, Any]) -> dict[str, str]:
    return {
        name: value if isinstance(value, str) else str(value).lower()
        for name, value in values.items()
        if value is not None
    }


def _key(kind: str, body: Body, tags: dict[str, str]) -> tuple[str, bool]:
    """The key of a thing, by its Name tag where its name is generated; and whether it is."""
    name, prefix = body("name"), body("name_prefix")
    return f"{kind}/{name or tags['Name']}", prefix is not None


def load_balancer(body: Body) -> Iterator[tuple[str, Fact]]:
    mappings = [
        given(subnet=one("subnet_id"), allocation=one("allocation_id"), private_ip=one("private_ipv4_address"))
        for one in body.blocks("subnet_mapping")
    ]
    mappings += [{"subnet": subnet} for subnet in body("subnets", [])]
    tags, kind = tags_of(body), body("load_balancer_type", "application")
    key, generated = _key("load_balancer", body, tags)
    logs, connections = body.block("access_logs"), body.block("connection_logs")
    internal = body.flag("internal", default=None if kind == "gateway" else False)
    yield (
        key,
        {
            "type": kind,
            "scheme": None if internal is None else "internal" if internal else "internet-facing",
            "subnets": sorted(mappings, key=str),
            "groups": body.set_of("security_groups"),
            "addresses": body("ip_address_type", "ipv4"),
            "private_link": body("enforce_security_group_inbound_rules_on_private_link_traffic"),
            "generated": generated,
            "tags": tags,
            **_texts({name: body(key) for key, name in BALANCER.items()}),
            **_texts({"logs": logs.flag("enabled"), "logs_to": logs("bucket"), "logs_at": logs("prefix")}),
            **_texts({"connections": connections.flag("enabled"), "connections_to": connections("bucket")}),
            **_texts({"connections_at": connections("prefix")}),
        },
    )
    for one in (logs, connections):
        one.done()


def target_group(body: Body) -> Iterator[tuple[str, Fact]]:
    tags, check = tags_of(body), body.block("health_check")
    sticky, failover = body.block("stickiness"), body.block("target_failover")
    key, generated = _key("target_group", body, tags)
    yield (
        key,
        {
            "protocol": body("protocol"),
            "version": body("protocol_version"),
            "port": body.number("port"),
            "vpc": body("vpc_id"),
            "target_type": body("target_type", "instance"),
            "check": given(
                enabled=check.flag("enabled", default=True),
                protocol=check("protocol"),
                port=str(check("port", "traffic-port")),
                path=check("path"),
                interval=check.number("interval"),
                timeout=check.number("timeout"),
                healthy=check.number("healthy_threshold"),
                unhealthy=check.number("unhealthy_threshold"),
                matcher=check("matcher"),
            ),
            "generated": generated,
            "tags": tags,
            **_texts({name: body(key) for key, name in GROUP.items()}),
            **_texts({"sticky": sticky.flag("enabled"), "sticky_by": sticky("type"), "cookie": sticky("cookie_name")}),
            **_texts({"sticky_for": sticky("cookie_duration"), "failover_gone": failover("on_deregistration")}),
            **_texts({"failover_unwell": failover("on_unhealthy")}),
        },
    )
    for one in (check, sticky, failover):
        one.done()


def target(body: Body) -> Iterator[tuple[str, Fact]]:
    parts = (owner(body("target_group_arn")), body("target_id"), body.number("port"))
    key = " ".join(str(part) for part in parts if part is not None)
    yield f"target/{key}", {"zone": body("availability_zone")}


def action(body: Body) -> Fact:
    """What is done with a request, whether it forwards to one group or to several."""
    forward, redirect, answer = (body.block(name) for name in ("forward", "redirect", "fixed_response"))
    sticky, cognito = forward.block("stickiness"), body.block("authenticate_cognito")
    groups = [(one("arn"), one.number("weight", 1)) for one in forward.blocks("target_group")]
    alone = body("target_group_arn")
    fact = given(
        type=body("type"),
        order=body.number("order"),
        forward=sorted(groups) or ([(alone, 1)] if alone else []),
        sticky=given(on=sticky.flag("enabled"), seconds=sticky.number("duration")),
        redirect=given(**{key: redirect(key) for key in ("protocol", "port", "host", "path", "query")}),
        code=redirect("status_code") or answer("status_code"),
        content_type=answer("content_type"),
        body=answer("message_body"),
        cognito=given(
            pool=cognito("user_pool_arn"),
            client=cognito("user_pool_client_id"),
            domain=cognito("user_pool_domain"),
            scope=cognito("scope"),
            otherwise=cognito("on_unauthenticated_request"),
            cookie=cognito("session_cookie_name"),
            seconds=cognito.number("session_timeout"),
        ),
    )
    for one in (forward, redirect, answer, sticky, cognito, body):
        one.done()
    return fact


def listener(body: Body) -> Iterator[tuple[str, Fact]]:
    certificate, mutual, alpn = body("certificate_arn"), body.block("mutual_authentication"), body("alpn_policy")
    yield (
        f"listener/{owner(body('load_balancer_arn'))} {body.number('port')}",
        {
            "protocol": body("protocol"),
            "policy": body("ssl_policy"),
            "certificates": [certificate] if certificate else [],
            "alpn": [alpn] if alpn else [],
            "mutual": given(
                mode=mutual("mode"),
                store=mutual("trust_store_arn"),
                ignores_expiry=mutual.flag("ignore_client_certificate_expiry"),
                advertises=mutual("advertise_trust_store_ca_names"),
            ),
            **_texts({"idle_timeout": body("tcp_idle_timeout_seconds")}),
            "actions": [action(one) for one in body.blocks("default_action")],
            "tags": tags_of(body),
        },
    )
    mutual.done()


def listener_certificate(body: Body) -> Iterator[tuple[str, Fact]]:
    yield f"listener_certificate/{body('listener_arn')} {body('certificate_arn')}", {}


def listener_rule(body: Body) -> Iterator[tuple[str, Fact]]:
    conditions: dict[str, Any] = {}
    for one in body.blocks("condition"):
        for block in ("host_header", "path_pattern", "http_request_method", "source_ip", "http_header"):
            if one.has(block):
                config, kind = one.block(block), block.replace("_", "-")
                name = config("http_header_name")
                conditions[f"{kind} {name}" if name else kind] = config.set_of("values")
                config.done()
        if one.has("query_string"):
            pairs = one.blocks("query_string")
            conditions["query-string"] = sorted([str(pair("key")), pair("value")] for pair in pairs)
        one.done()
    key = f"listener_rule/{owner(body('listener_arn'))} {body.number('priority')}"
    actions = [action(one) for one in body.blocks("action")]
    yield key, {"conditions": conditions, "actions": actions, "tags": tags_of(body)}


def trust_store(body: Body) -> Iterator[tuple[str, Fact]]:
    yield (
        f"trust_store/{body('name')}",
        {
            "bucket": body("ca_certificates_bundle_s3_bucket"),
            "object": body("ca_certificates_bundle_s3_key"),
            "version": body("ca_certificates_bundle_s3_object_version"),
            "tags": tags_of(body),
        },
    )


def endpoint_service(body: Body) -> Iterator[tuple[str, Fact]]:
    allowed = body.set_of("allowed_principals")
    for key, fact in named(
        "endpoint_service",
        body,
        accepts=body.flag("acceptance_required"),
        network=body.set_of("network_load_balancer_arns"),
        gateway=body.set_of("gateway_load_balancer_arns"),
        addresses=body.set_of("supported_ip_address_types"),
        regions=body.set_of("supported_regions"),
    ):
        yield key, fact
        for one in allowed:
            yield f"allowed/{key} {one}", {}


READERS = {
    "aws_lb": load_balancer,
    "aws_lb_target_group": target_group,
    "aws_lb_target_group_attachment": target,
    "aws_lb_listener": listener,
    "aws_lb_listener_certificate": listener_certificate,
    "aws_lb_listener_rule": listener_rule,
    "aws_lb_trust_store": trust_store,
    "aws_vpc_endpoint_service": endpoint_service,
}

IDENTIFIER = {"aws_lb": "arn", "aws_lb_target_group": "arn", "aws_lb_listener": "arn", "aws_lb_trust_store": "arn"}
