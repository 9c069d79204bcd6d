"""Gateway balancers, endpoint services, trust stores, and what balancers, listeners and target groups can be told."""

import json
from typing import Any

import pytest
from examples import emitted
from test_load_balancers import APPLICATION, NETWORK, codes, graph_of, listeners

from infraspec.compiler import Checked, check
from infraspec.graph.elbv2 import HealthCheck, LoadBalancer, Stickiness, TargetGroup
from infraspec.graph.endpoints import EndpointService, GatewayLoadBalancerEndpoint, InterfaceEndpoint
from infraspec.graph.listeners import Header, Listener, ListenerRule, MutualAuthentication, Query
from infraspec.graph.routes import Route
from infraspec.graph.s3 import BucketPolicy

FUNCTION = "arn:aws:lambda:ap-northeast-2:123456789012:function:web"
POOL = "arn:aws:cognito-idp:ap-northeast-2:123456789012:userpool/ap-northeast-2_AbCdEfGhI"
APPLIANCES = """  walls: {geneve: 6081, targets: [10.0.0.20, 10.0.1.20]}
load_balancers:
  wall: {type: gateway, subnets: tier:app, listeners: [{geneve: 6081, forward: walls}]}
  front: {type: network, subnets: tier:app, listeners: [{tcp: 80, forward: data}]}
  web: {type: application, subnets: tier:app, security_groups: web, listeners: [{http: 80, forward: blue}]}
"""


def template_of(text: str, kind: str) -> dict[str, Any]:
    """The properties of the one resource of this type."""
    template = emitted(graph_of(text)).template
    (found,) = [one for one in template["Resources"].values() if one["Type"].endswith(f"::{kind}")]
    return dict(found)


def group(written: str) -> TargetGroup:
    return next(one for one in graph_of(f"  mine: {{{written}}}").of(TargetGroup) if one.key == "mine")


def test_a_gateway_balancer_has_no_scheme_and_its_listener_no_port() -> None:
    template, terraform = emitted(graph_of(APPLIANCES))
    balancer = terraform["resource"]["aws_lb"]["wall"]
    assert (balancer["load_balancer_type"], "internal" in balancer) == ("gateway", False)
    (listener,) = [one for name, one in terraform["resource"]["aws_lb_listener"].items() if name.startswith("wall")]
    assert not {"port", "protocol"} & set(listener)
    made = template["Resources"]
    assert "Scheme" not in made["LoadBalancerWall"]["Properties"]
    assert made["TargetGroupWalls"]["Properties"]["Protocol"] == "GENEVE"


def test_a_generated_name_is_left_to_each_backend() -> None:
    text = APPLICATION.replace("    type:", "    name: generated\n    type:").replace("  web:", "  internal-web_shop:")
    template, terraform = emitted(graph_of(text))
    balancer = terraform["resource"]["aws_lb"]["internal-web_shop"]
    assert (balancer.get("name"), balancer["name_prefix"]) == (None, "web-s-")
    assert balancer["lifecycle"] == {"create_before_destroy": True}
    (made,) = [one for one in template["Resources"].values() if one["Type"].endswith("::LoadBalancer")]
    assert "Name" not in made["Properties"]
    assert group("http: 80, name: generated, targets: [10.0.0.9]").name is None


def test_the_policy_of_a_bucket_lets_balancers_log_before_they_stand() -> None:
    text = APPLICATION + "    access_logs: {bucket: logs, prefix: web}\nbuckets: {logs: {account_in_name: true}}\n"
    graph = graph_of(text)
    (balancer,), (policy,) = graph.of(LoadBalancer), graph.of(BucketPolicy)
    assert policy.address in balancer.depends_on
    assert '"arn:aws:iam::600734575887:root"' in policy.policy_document.text
    assert "/web/AWSLogs/" in policy.policy_document.text
    terraform = emitted(graph).terraform
    assert terraform["resource"]["aws_lb"]["web"]["access_logs"]["prefix"] == "web"


@pytest.mark.parametrize(
    ("region", "principal"),
    [
        ("us-east-1", '"arn:aws:iam::127311923021:root"'),
        ("us-gov-west-1", '"arn:aws-us-gov:iam::048591011584:root"'),
        ("ap-southeast-4", '"logdelivery.elasticloadbalancing.amazonaws.com"'),
    ],
)
def test_who_writes_logs_depends_on_the_age_of_the_region(region: str, principal: str) -> None:
    text = APPLICATION + "    access_logs: logs\nbuckets: {logs: {account_in_name: true}}\n"
    whole = (NETWORK + text).replace("ap-northeast-2", region).replace("zone: c", "zone: b")
    graph = check(whole.encode(), "spec.yaml").graph
    assert graph is not None
    (policy,) = graph.of(BucketPolicy)
    assert principal in policy.policy_document.text


def test_logs_of_a_network_balancer_are_delivered_by_a_service() -> None:
    text = "load_balancers:\n  web: {type: network, subnets: tier:app, access_logs: logs}\n"
    (policy,) = graph_of(text + "buckets: {logs: {account_in_name: true}}\n").of(BucketPolicy)
    actions = [
        one["Action"] for one in json.loads(policy.policy_document.text)["Statement"] if "BalancerLogs" in one["Sid"]
    ]
    assert sorted(actions) == ["s3:GetBucketAcl", "s3:PutObject"]


def test_a_bucket_that_exists_is_written_to_as_it_is() -> None:
    text = APPLICATION + "    access_logs: logs\nbuckets: {logs: {existing: acme-logs}}\n"
    assert graph_of(text).of(BucketPolicy) == []
    attributes = template_of(text, "LoadBalancer")["Properties"]["LoadBalancerAttributes"]
    assert {"Key": "access_logs.s3.bucket", "Value": "acme-logs"} in attributes


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("type: gateway, subnets: tier:app, security_groups: web", "SPC003"),
        ("type: gateway, subnets: tier:app, scheme: internet-facing", "SPC003"),
        ("type: gateway, subnets: tier:app, xff_mode: remove", "SPC003"),
        ("type: network, subnets: tier:app, connection_logs: logs", "SPC003"),
        ("type: application, subnets: tier:app, security_groups: web, client_routing: any_availability_zone", "SPC003"),
        ("type: network, subnets: tier:app, name: mine", "SPC003"),
        ("type: application, subnets: tier:app, security_groups: web, client_keep_alive: 59", "ELB113"),
        ("type: network, subnets: tier:app, ip_address_type: dualstack", "ELB142"),
        ("type: network, subnets: tier:app, ip_address_type: dualstack-without-public-ipv4", "ELB119"),
        ("type: network, subnets: tier:app, access_logs: nowhere", "SPC004"),
        ("type: gateway, subnets: tier:app, listeners: [{geneve: 6082, forward: data}]", "ELB106"),
        ("type: gateway, subnets: tier:app, listeners: [{tcp: 80, forward: data}]", "ELB106"),
        ("type: gateway, subnets: tier:app, listeners: [{geneve: 6081, forward: data}]", "ELB108"),
        ("type: network, subnets: tier:app, listeners: [{tcp: 80, idle_timeout: 59, forward: data}]", "ELB113"),
        ("type: network, subnets: tier:app, listeners: [{tcp: 80, alpn: HTTP2Only, forward: data}]", "ELB136"),
    ],
)
def test_a_balancer_that_cannot_be_is_reported(written: str, code: str) -> None:
    assert code in codes(f"load_balancers: {{web: {{{written}}}}}\n")


@pytest.mark.parametrize(
    ("written", "stickiness"),
    [
        ("http: 80, stickiness: lb_cookie", Stickiness("lb_cookie", 86_400, None)),
        ("http: 80, stickiness: {type: app_cookie, cookie: S, duration: 60}", Stickiness("app_cookie", 60, "S")),
        ("tcp: 80, stickiness: source_ip", Stickiness("source_ip", None, None)),
        ("geneve: 6081, stickiness: source_ip_dest_ip", Stickiness("source_ip_dest_ip", None, None)),
    ],
)
def test_stickiness_is_a_word_or_a_mapping(written: str, stickiness: Stickiness) -> None:
    assert group(f"{written}, targets: [10.0.0.9]").stickiness == stickiness


def test_health_checks_of_each_kind_of_target() -> None:
    function = group(f"function: '{FUNCTION}'")
    assert function.health_check == HealthCheck(None, None, "/", 35, 30, 5, 2, "200", enabled=False)
    assert (function.protocol, function.port, function.vpc, function.target_type) == (None, None, None, "lambda")
    walls = group("geneve: 6081, targets: [10.0.0.9]").health_check
    assert walls == HealthCheck("TCP", "80", None, 10, 5, 5, 2, None)
    rpc = group("http: 80, protocol_version: grpc, targets: [10.0.0.9]").health_check
    assert (rpc.path, rpc.matcher) == ("/AWS.ALB/healthcheck", "12")


def test_a_function_is_its_groups_only_target() -> None:
    template, terraform = emitted(
        graph_of(f"  hook: {{function: '{FUNCTION}'}}\n" + listeners("{http: 80, forward: hook}"))
    )
    made = template["Resources"]["TargetGroupHook"]["Properties"]
    assert made["Targets"] == [{"Id": FUNCTION}]
    assert not {"Port", "Protocol", "VpcId"} & set(made)
    assert "aws_lb_target_group_attachment" in terraform["resource"]


@pytest.mark.parametrize("target", ["{load_balancer: web}", "web", "load_balancer:web"])
def test_a_balancer_is_a_target_once_it_listens(target: str) -> None:
    text = f"  inner: {{tcp: 80, targets: [{target}]}}\n" + listeners("{http: 80, forward: blue}")
    found = next(one for one in graph_of(text).of(TargetGroup) if one.key == "inner")
    assert (found.target_type, found.health_check.protocol) == ("alb", "HTTP")
    assert [one.key for one in found.depends_on] == ["web:80"]
    assert found.vpc is not None
    assert found.vpc.key == "main"


BALANCER_AS_TARGET = "  inner: {tcp: 80, targets: [{load_balancer: web}]%s}\n" + listeners("{http: 80, forward: blue}")


def test_a_group_whose_target_is_a_balancer_keeps_what_aws_gives_it() -> None:
    template, terraform = emitted(graph_of(BALANCER_AS_TARGET % ""))
    assert "TargetGroupAttributes" not in template["Resources"]["TargetGroupInner"]["Properties"]
    assert "deregistration_delay" not in terraform["resource"]["aws_lb_target_group"]["inner"]


def test_what_a_target_group_does_by_default_is_said_so_that_it_does_it_again() -> None:
    web, stream = group("http: 80, targets: [10.0.0.10]"), group("tcp: 80, targets: [10.0.0.10]")
    assert (web.algorithm, web.slow_start, web.cross_zone) == ("round_robin", 0, "use_load_balancer_configuration")
    assert (stream.preserve_client_ip, stream.proxy_protocol_v2, stream.connection_termination) == (False, False, False)
    assert group("tls: 443, targets: [10.0.0.10]").no_stickiness is None
    answered = group(f"function: {FUNCTION}")
    assert (answered.multi_value_headers, answered.cross_zone, answered.no_stickiness) == (False, None, None)


@pytest.mark.parametrize(
    ("written", "kind"),
    [
        ("http: 80", "lb_cookie"),
        ("tcp: 80", "source_ip"),
        ("udp: 53", "source_ip"),
        ("geneve: 6081", "source_ip_dest_ip"),
    ],
)
def test_a_group_that_is_no_longer_sticky_is_told_so(written: str, kind: str) -> None:
    template, terraform = emitted(graph_of(f"  mine: {{{written}, targets: [10.0.0.10]}}"))
    attributes = template["Resources"]["TargetGroupMine"]["Properties"]["TargetGroupAttributes"]
    assert {"Key": "stickiness.enabled", "Value": "false"} in attributes
    assert {"Key": "stickiness.type", "Value": kind} in attributes
    assert terraform["resource"]["aws_lb_target_group"]["mine"]["stickiness"] == {"enabled": False, "type": kind}


def test_a_listener_that_asks_for_nothing_says_so() -> None:
    certificate = "arn:aws:acm:ap-northeast-2:123456789012:certificate/12345678-1234-1234-1234-123456789012"
    asked = graph_of(
        listeners(f"{{https: 443, certificate: {certificate}, forward: blue}}", "{http: 80, forward: blue}")
    )
    mutual = {one.protocol: one.mutual_authentication for one in asked.of(Listener)}
    assert mutual == {"HTTPS": MutualAuthentication("off", None, None, None), "HTTP": None}


@pytest.mark.parametrize("setting", ["deregistration_delay: 60", "preserve_client_ip: true", "stickiness: source_ip"])
def test_a_group_whose_target_is_a_balancer_has_no_settings(setting: str) -> None:
    assert codes(BALANCER_AS_TARGET % f", {setting}") == ["ELB112"]


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("http: 80, targets: [10.0.0.9], slow_start: 20", "ELB112"),
        ("http: 80, targets: [10.0.0.9], slow_start: 30, algorithm: weighted_random", "ELB112"),
        ("http: 80, targets: [10.0.0.9], anomaly_mitigation: true", "ELB112"),
        ("http: 80, targets: [10.0.0.9], deregistration_delay: 3601", "ELB112"),
        ("http: 80, targets: [10.0.0.9], stickiness: source_ip", "ELB112"),
        ("http: 80, targets: [10.0.0.9], stickiness: {type: app_cookie, cookie: AWSALB-x}", "ELB112"),
        ("http: 80, targets: [10.0.0.9], stickiness: {type: lb_cookie, duration: 604801}", "ELB112"),
        ("http: 80, targets: [10.0.0.9], proxy_protocol: true", "ELB112"),
        ("tls: 80, targets: [10.0.0.9], stickiness: source_ip", "ELB112"),
        ("tcp: 80, targets: [10.0.0.9], failover: rebalance", "ELB112"),
        ("tcp: 80, targets: [10.0.0.9], protocol_version: http2", "ELB112"),
        ("http: 80, targets: [10.0.0.9], stickiness: app_cookie", "SPC003"),
        ("tcp: 80, targets: [10.0.0.9], stickiness: {type: source_ip, duration: 60}", "SPC003"),
        (f"function: '{FUNCTION}', deregistration_delay: 60", "ELB112"),
        ("http: 80, targets: [{instance: app-1, zone: all}]", "SPC003"),
        ("http: 80, targets: [app-1, {load_balancer: web}]", "SPC004"),
        (f"function: '{FUNCTION}', targets: [10.0.0.9]", "SPC003"),
        (f"function: '{FUNCTION}', http: 80", "SPC003"),
        (f"function: '{FUNCTION}', health_check: {{protocol: http}}", "ELB109"),
        ("function: web", "SPC008"),
        ("http: 80, targets: [10.0.0.9], health_check: {enabled: false}", "ELB110"),
        ("http: 80, protocol_version: grpc, targets: [10.0.0.9], health_check: {matcher: 100}", "ELB110"),
    ],
)
def test_a_target_group_that_cannot_be_is_reported(written: str, code: str) -> None:
    assert code in codes(f"  mine: {{{written}}}\n")


def test_a_setting_of_other_groups_is_not_measured_too() -> None:
    assert codes("  mine: {tcp: 80, targets: [10.0.0.9], slow_start: 10}\n").count("ELB112") == 1


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("{http: 80, forward: blue, mutual_authentication: passthrough}", "ELB136"),
        ("{http: 80, forward: blue, idle_timeout: 60}", "ELB136"),
        (f"{{http: 80, forward: blue, authenticate: {{user_pool: '{POOL}', client: a, domain: b}}}}", "ELB136"),
        ("{http: 80, forward: blue, authenticate: {user_pool: mine, client: a, domain: b}}", "SPC008"),
        ("{http: 80, forward: blue, sticky: 60}", "SPC003"),
        ("{http: 80, forward: blue, mutual_authentication: verify}", "SPC003"),
        ("{http: 80, forward: blue, mutual_authentication: {mode: verify, trust_store: none}}", "SPC004"),
        ("{http: 80, forward: blue, mutual_authentication: {mode: passthrough, ignore_expired: true}}", "SPC003"),
        ("{http: 80, forward: blue, rules: [{priority: 1, method: get, respond: 404}]}", "ELB114"),
        ("{http: 80, forward: blue, rules: [{priority: 1, header: {Host: a.io}, respond: 404}]}", "ELB114"),
        ("{http: 80, forward: blue, rules: [{priority: 1, source_ip: 10.0.0.1, respond: 404}]}", "NET106"),
        ("{http: 80, forward: blue, rules: [{priority: 1, method: [A, B, C, D, E, F], respond: 404}]}", "QUO111"),
    ],
)
def test_a_listener_that_cannot_be_is_reported(written: str, code: str) -> None:
    assert code in codes(listeners(written))


def test_the_conditions_of_a_rule() -> None:
    rule = "{priority: 1, respond: 404, header: {X-B: b, X-A: [a, c]}, query: [v=1, w]}"
    other = "{priority: 2, respond: 404, method: GET, source_ip: 10.0.0.0/8}"
    found, more = graph_of(listeners(f"{{http: 80, forward: blue, rules: [{rule}, {other}]}}")).of(ListenerRule)
    assert found.conditions.headers == (Header("X-A", ("a", "c")), Header("X-B", ("b",)))
    assert found.conditions.queries == (Query("v", "1"), Query(None, "w"))
    assert (more.conditions.methods, more.conditions.source_ips) == (("GET",), ("10.0.0.0/8",))


def test_clients_show_certificates_of_a_store() -> None:
    arn = "arn:aws:elasticloadbalancing:ap-northeast-2:123456789012:truststore/clients/0123456789abcdef"
    listener = "{https: 443, certificate: www.example.com, forward: blue, mutual_authentication: "
    stores = f"trust_stores: {{clients: {{existing: '{arn}'}}}}\n"
    graph = graph_of(listeners(listener + "{mode: verify, trust_store: clients}}") + stores)
    assert template_of(listeners(listener + "{mode: verify, trust_store: clients}}") + stores, "Listener")[
        "Properties"
    ]["MutualAuthentication"] == {"Mode": "verify", "TrustStoreArn": arn}
    assert len(graph.of(Listener)) == 1
    (plain,) = graph_of(listeners(listener + "'off'}")).of(Listener)
    assert plain.mutual_authentication == MutualAuthentication("off", None, None, None)
    assert codes("trust_stores: {clients: {bucket: pki}}\n") == ["SPC002"]


INSIDE = """    endpoints:
      e1: {service: walls, subnets: app-a}
      e2: {service: shop, subnets: tier:app, security_groups: web}
"""


def with_endpoints(target: str = "e1", subnets: str = "app-a") -> Checked:
    """A network with an endpoint of each kind, and a route to one."""
    services = "endpoint_services:\n  walls: {load_balancers: wall}\n  shop: {load_balancers: front}\n"
    inside = INSIDE.replace("subnets: app-a", f"subnets: {subnets}")
    whole = (NETWORK + APPLIANCES + services).replace("  other: {cidr", inside + "  other: {cidr")
    whole = whole.replace(
        "route_tables: {public:", f"route_tables: {{odd: {{routes: {{0.0.0.0/0: {target}}}}}, public:"
    )
    return check(whole.encode(), "spec.yaml")


def test_endpoints_lead_to_services_of_the_spec() -> None:
    graph = with_endpoints().graph
    assert graph is not None
    (first,), (second,) = graph.of(GatewayLoadBalancerEndpoint), graph.of(InterfaceEndpoint)
    assert (first.service_name, second.private_dns_enabled) == ("com.amazonaws.vpce.ap-northeast-2.", False)
    assert [one.vpc_endpoint for one in graph.of(Route) if one.vpc_endpoint] == [first.address]
    terraform = emitted(graph).terraform["resource"]["aws_vpc_endpoint"]
    assert terraform["e1"]["service_name"] == "com.amazonaws.vpce.ap-northeast-2.${aws_vpc_endpoint_service.walls.id}"
    gateways = {one.key: bool(one.gateway_load_balancers) for one in graph.of(EndpointService)}
    assert gateways == {"shop": False, "walls": True}


def test_no_rule_of_a_group_names_an_endpoint_of_a_gateway_balancer() -> None:
    services = "endpoint_services: {walls: {load_balancers: wall}, shop: {load_balancers: front}}\n"
    whole = (NETWORK + APPLIANCES + services).replace("  other: {cidr", INSIDE + "  other: {cidr")
    found = check(
        whole.replace("egress: [{tcp: 80, to: 10.0.0.0/16}]", "egress: [{tcp: 80, to: e1}]").encode(), "spec.yaml"
    )
    assert [one.message for one in found.diagnostics if one.is_error] == [
        "endpoint `e1` has neither a fixed address nor a security group"
    ]


@pytest.mark.parametrize(("target", "subnets", "code"), [("e2", "app-a", "SPC003"), ("e1", "tier:app", "NET503")])
def test_a_route_needs_an_endpoint_in_one_subnet(target: str, subnets: str, code: str) -> None:
    found = with_endpoints(target, subnets).diagnostics
    assert [one.problem.code for one in found if one.is_error] == [code]


@pytest.mark.parametrize(
    "written",
    [
        "load_balancers: web",
        "load_balancers: [wall, front]",
        "load_balancers: []",
        "load_balancers: front, allowed_principals: me",
    ],
)
def test_an_endpoint_service_that_cannot_be_is_reported(written: str) -> None:
    assert codes(APPLIANCES + f"endpoint_services: {{mine: {{{written}}}}}\n") == ["ELB138"]
