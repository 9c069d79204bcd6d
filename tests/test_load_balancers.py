"""Balancers and target groups: from the spec to nodes and documents, and what the spec gets wrong."""

from typing import Any

import pytest
from examples import emitted

from infraspec.compiler import Checked, check
from infraspec.graph.elbv2 import HealthCheck, LoadBalancer, TargetGroup
from infraspec.graph.graph import Graph
from infraspec.graph.listeners import Action, FixedResponse, Listener, ListenerCertificate, ListenerRule, Redirect

ARN = "arn:aws:acm:ap-northeast-2:123456789012:certificate/01234567-89ab-cdef-0123-456789abcdef"
NETWORK = """version: 1
name: demo
region: ap-northeast-2
vpcs:
  main:
    cidr: 10.0.0.0/16
    internet_gateway: igw
    route_tables: {public: {routes: {0.0.0.0/0: igw}}}
    tiers:
      edge:
        route_table: public
        subnets: {edge-a: {zone: a, cidr: 10.0.8.0/24}, edge-c: {zone: c, cidr: 10.0.9.0/24}}
      app:
        subnets: {app-a: {zone: a, cidr: 10.0.0.0/24}, app-c: {zone: c, cidr: 10.0.1.0/24}}
    security_groups:
      web: {description: Web, ingress: [{tcp: 80, from: 10.0.0.0/16}], egress: [{tcp: 80, to: 10.0.0.0/16}]}
  other: {cidr: 10.9.0.0/16}
instances:
  app-1: {image: ubuntu-24.04, type: t3.micro, subnet: app-a, security_groups: [web]}
certificates: {www.example.com: {zone: Z0123456789EXAMPLE}}
target_groups:
  blue: {http: 80, targets: [10.0.0.10]}
  green: {http: 80, targets: [10.0.0.11]}
  data: {tcp: 80, targets: [10.0.0.12]}
"""
APPLICATION = "load_balancers:\n  web:\n    type: application\n    security_groups: [web]\n    subnets: tier:app\n"


def checked(text: str) -> Checked:
    return check((NETWORK + text).encode(), "spec.yaml")


def codes(text: str) -> list[str]:
    """The codes of the errors."""
    return sorted(one.problem.code for one in checked(text).diagnostics if one.is_error)


def graph_of(text: str) -> Graph:
    found = checked(text)
    assert [one.message for one in found.diagnostics if one.is_error] == []
    assert found.graph is not None
    return found.graph


def listeners(*written: str) -> str:
    """An application balancer with these listeners."""
    return APPLICATION + "    listeners:\n" + "".join(f"      - {one}\n" for one in written)


def balancer(written: str) -> LoadBalancer:
    """The balancer that this says."""
    (found,) = graph_of(f"load_balancers: {{web: {{{written}}}}}").of(LoadBalancer)
    return found


def group(written: str) -> TargetGroup:
    """The target group that this says."""
    return next(one for one in graph_of(f"  mine: {{{written}}}").of(TargetGroup) if one.key == "mine")


def action(written: str) -> Action:
    """What a listener on port 80 does."""
    (found,) = graph_of(listeners(f"{{http: 80, {written}}}")).of(Listener)
    return found.default_action


def test_a_balancer_is_internal_and_safe_unless_said_otherwise() -> None:
    found = balancer("type: application, security_groups: web, subnets: tier:app")
    assert (found.scheme, found.idle_timeout, found.http2, found.drop_invalid_header_fields) == (
        "internal",
        60,
        True,
        True,
    )
    assert (found.cross_zone, found.deletion_protection, found.depends_on) == (None, False, ())
    assert [one.subnet.key for one in found.subnets] == ["app-a", "app-c"]


def test_a_network_balancer_has_none_of_the_settings_of_http() -> None:
    found = balancer("type: network, subnets: tier:app")
    assert (found.cross_zone, found.idle_timeout, found.http2, found.drop_invalid_header_fields) == (
        False,
        None,
        None,
        None,
    )
    assert found.security_groups == ()


def test_what_faces_the_internet_waits_for_the_gateway() -> None:
    found = balancer("type: application, scheme: internet-facing, security_groups: [web], subnets: tier:edge")
    assert [(one.kind, one.key) for one in found.depends_on] == [("InternetGatewayAttachment", "igw")]


@pytest.mark.parametrize("subnets", ["[app-c, app-a]", "[tier:app]", "[app-a, tier:app]", "{app-a: {}, app-c: {}}"])
def test_subnets_are_the_same_however_they_are_named(subnets: str) -> None:
    found = balancer(f"type: network, subnets: {subnets}")
    assert [one.subnet.key for one in found.subnets] == ["app-a", "app-c"]
    assert not found.has_fixed_addresses


def test_addresses_of_a_network_balancer_are_mapped_to_its_subnets() -> None:
    addresses = "{edge-a: {elastic_ip: new}, edge-c: {elastic_ip: eipalloc-0a1b2c3d}}"
    graph = graph_of(f"load_balancers: {{web: {{type: network, scheme: internet-facing, subnets: {addresses}}}}}")
    template, terraform = emitted(graph)
    (properties,) = [
        one["Properties"] for one in template["Resources"].values() if one["Type"].endswith("::LoadBalancer")
    ]
    assert "Subnets" not in properties
    assert properties["SubnetMappings"][1]["AllocationId"] == "eipalloc-0a1b2c3d"
    assert len(terraform["resource"]["aws_eip"]) == 1
    assert terraform["resource"]["aws_lb"]["web"]["subnet_mapping"][1]["allocation_id"] == "eipalloc-0a1b2c3d"


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("type: application, subnets: tier:app", "SPC002"),
        ("type: application, security_groups: [web], subnets: tier:app, cross_zone: true", "SPC003"),
        ("type: network, subnets: tier:app, idle_timeout: 5", "SPC003"),
        ("type: network, subnets: {tier:app: {private_ip: 10.0.0.9}}", "SPC003"),
        ("type: network, subnets: []", "SPC003"),
        ("type: network, subnets: {app-a: }", "SPC003"),
        ("type: network, subnets: {app-a: {elastic_ip: mine}}", "SPC008"),
        ("type: network, subnets: tier:apps", "SPC004"),
        ("type: application, security_groups: [web], subnets: [app-a]", "ELB101"),
        ("type: network, scheme: internet-facing, subnets: {edge-a: {private_ip: 10.0.8.9}}", "ELB105"),
        ("type: network, scheme: internet-facing, subnets: tier:app", "NET310"),
        ("type: application, security_groups: [web], subnets: tier:app, idle_timeout: 4001", "ELB113"),
    ],
)
def test_a_balancer_that_cannot_be_is_reported(written: str, code: str) -> None:
    assert codes(f"load_balancers: {{web: {{{written}}}}}") == [code]


@pytest.mark.parametrize("name", ["web_1", "-web", "web-", "internal-web", "w" * 33])
def test_a_name_that_aws_refuses_is_reported(name: str) -> None:
    written = f"load_balancers: {{{name}: {{type: network, subnets: tier:app}}}}"
    assert codes(written) == ["NAM107"]
    assert codes(f"  {name}: {{http: 80, targets: [10.0.0.9]}}") == ([] if name == "internal-web" else ["NAM108"])


def test_redirect_to_https_keeps_the_rest_of_the_request() -> None:
    whole = Redirect("HTTPS", "443", "#{host}", "/#{path}", "#{query}", "HTTP_301")
    assert action("redirect: https").redirect == whole
    assert action("redirect: {protocol: https, port: 443, status: 301}").redirect == whole
    assert action("redirect: {host: b.example.com, status: 302}").redirect == Redirect(
        "#{protocol}", "#{port}", "b.example.com", "/#{path}", "#{query}", "HTTP_302"
    )


def test_an_answer_may_be_a_bare_status() -> None:
    assert action("respond: 404").fixed_response == FixedResponse("404", "text/plain", "")
    assert action("respond: {status: 404}") == action("respond: 404")


def test_shares_do_not_depend_on_the_order_in_which_they_are_written() -> None:
    assert action("forward: {blue: 90, green: 10}") == action("forward: {green: 10, blue: 90}")
    (share,) = action("forward: {blue: 5}").forward
    assert (share.target_group.key, share.weight) == ("blue", 5)
    alone = action("forward: blue").target_group
    assert alone is not None
    assert alone.key == "blue"


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("{http: 80}", "SPC003"),
        ("{forward: blue}", "SPC003"),
        ("{http: 80, tcp: 81, forward: blue}", "SPC003"),
        ("{http: 80, forward: blue, respond: 404}", "SPC003"),
        ("{http: 80, redirect: http}", "SPC003"),
        ("{http: 80, forward: {blue: }}", "SPC003"),
        ("{http: 80, forward: bleu}", "SPC004"),
        ("{http: 80, forward: {bleu: 1, green: 1}}", "SPC004"),
        ("{http: 70000, forward: blue}", "ELB106"),
        ("{tcp: 80, forward: data}", "ELB106"),
        ("{https: 443, forward: blue}", "ELB107"),
        ("{http: 80, certificate: www.example.com, forward: blue}", "ELB107"),
        ("{http: 80, certificates: [www.example.com], forward: blue}", "ELB107"),
        ("{http: 80, forward: data}", "ELB108"),
        ("{http: 80, redirect: {query: '#{query}'}}", "ELB114"),
        ("{http: 80, redirect: {path: new}}", "ELB114"),
        ("{http: 80, respond: 301}", "ELB114"),
        ("{http: 80, forward: blue, rules: [{priority: 0, path: /a, respond: 404}]}", "ELB114"),
        ("{http: 80, forward: blue, rules: [{priority: 1, respond: 404}]}", "ELB114"),
        ("{http: 80, forward: {blue: 1000, green: 1}}", "ELB115"),
        ("{https: 443, certificate: www.example.com, ssl_policy: TLS1.3, forward: blue}", "ELB122"),
        (
            "{http: 80, forward: blue, rules: [{priority: 1, host: [a.io], path: [/c, /d, /e, /f, /g], respond: 404}]}",
            "QUO111",
        ),
    ],
)
def test_a_listener_that_cannot_be_is_reported(written: str, code: str) -> None:
    assert codes(listeners(written)) == [code]


def test_a_broken_listener_leaves_the_others() -> None:
    found = checked(listeners("{http: 80, forward: blue}", "{http: 81, forwrad: blue}", "{http: 82, forward: green}"))
    assert [one.problem.code for one in found.diagnostics if one.is_error] == ["SPC001"]
    assert found.graph is not None
    assert [one.port for one in found.graph.of(Listener)] == [80, 82]
    assert [one.origin[-1] for one in found.graph.of(Listener)] == [0, 2]


def test_rules_and_certificates_are_called_by_what_they_are() -> None:
    text = listeners(
        f"{{https: 443, certificate: www.example.com, certificates: ['{ARN}'], forward: blue, rules: "
        "[{priority: 20, path: /b, respond: 404}, {priority: 10, host: [a.example.com], forward: blue}]}"
    )
    graph = graph_of(text)
    assert [one.key for one in graph.of(ListenerRule)] == ["web:443 10", "web:443 20"]
    assert [one.key for one in graph.of(ListenerCertificate)] == [f"web:443 {ARN}"]
    template, terraform = emitted(graph)
    (more,) = terraform["resource"]["aws_lb_listener_certificate"].values()
    assert more["certificate_arn"] == ARN
    (listener,) = terraform["resource"]["aws_lb_listener"].values()
    assert listener["certificate_arn"].startswith("${aws_acm_certificate_validation.")
    assert "DefaultActions" in str(template)


def test_a_health_check_is_written_out_whole() -> None:
    application, tcp = group("http: 80, targets: [10.0.0.9]"), group("tcp: 80, targets: [10.0.0.9]")
    assert application.health_check == HealthCheck("HTTP", "traffic-port", "/", 30, 5, 5, 2, "200")
    assert tcp.health_check == HealthCheck("TCP", "traffic-port", None, 30, 10, 5, 2, None)
    by_http = group("udp: 53, targets: [10.0.0.9], health_check: {protocol: http, port: 8080}")
    assert by_http.health_check == HealthCheck("HTTP", "8080", "/", 30, 6, 5, 2, "200-399")


@pytest.mark.parametrize(
    ("written", "vpc"),
    [
        ("http: 80, targets: [app-1]", "main"),
        ("http: 80, targets: [10.9.0.4]", "other"),
        ("http: 80, targets: [192.168.0.4], vpc: other", "other"),
    ],
)
def test_the_vpc_of_a_group_is_told_by_what_is_known(written: str, vpc: str) -> None:
    assert group(written).vpc.key == vpc


def test_the_vpc_of_a_group_is_its_balancers() -> None:
    text = "  far: {http: 80, targets: [192.168.0.4]}\n" + listeners("{http: 80, forward: far}")
    (far,) = [one for one in graph_of(text).of(TargetGroup) if one.key == "far"]
    assert far.vpc.key == "main"
    assert [one.availability_zone for one in far.targets] == ["all"]


def test_targets_are_instances_or_addresses_with_ports() -> None:
    found = group("http: 80, targets: [{instance: app-1, port: 81}, app-1]")
    assert (found.target_type, [one.port for one in found.targets]) == ("instance", [80, 81])
    by_address = group("http: 80, targets: 10.0.0.9")
    assert (by_address.target_type, [str(one.address) for one in by_address.targets]) == ("ip", ["10.0.0.9"])


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("targets: [10.0.0.9]", "SPC003"),
        ("http: 80, https: 443", "SPC003"),
        ("http: 80", "SPC002"),
        ("http: 80, targets: [192.168.0.4]", "SPC002"),
        ("http: 80, targets: [app-9]", "SPC004"),
        ("http: 80, targets: [app-1, 10.0.0.9]", "SPC003"),
        ("http: 80, targets: [10.0.0.9, {ip: 10.0.0.9, port: 80}]", "SPC003"),
        ("http: 80, targets: [{}]", "SPC003"),
        ("http: 80, targets: [10.0.0.300]", "NET106"),
        ("http: 80, vpc: main, existing: web", "SPC008"),
        ("http: 80, targets: [app-1], vpc: other", "ELB103"),
        ("http: 80, vpc: main, targets: [192.0.2.1]", "ELB116"),
        ("http: 80, vpc: main, health_check: {protocol: tcp}", "ELB110"),
        ("http: 80, vpc: main, health_check: {interval: 5, timeout: 5}", "ELB110"),
        ("http: 80, vpc: main, health_check: {matcher: 200-600}", "ELB110"),
        ("http: 80, vpc: main, health_check: {path: healthz}", "ELB110"),
        ("tcp: 80, vpc: main, health_check: {matcher: 200}", "ELB111"),
    ],
)
def test_a_target_group_that_cannot_be_is_reported(written: str, code: str) -> None:
    assert codes(f"  mine: {{{written}}}") == [code]


def test_a_network_balancer_only_forwards_and_to_one_group() -> None:
    text = "load_balancers:\n  web:\n    type: network\n    subnets: tier:app\n    listeners:\n      - "
    assert codes(text + "{tcp: 80, respond: 404}\n") == ["ELB106"]
    assert codes(text + "{tcp: 80, forward: {data: 1}, rules: [{priority: 1, path: /, forward: data}]}\n") == ["ELB106"]
    assert codes("  more: {tcp: 80, targets: [10.0.0.9]}\n" + text + "{tcp: 80, forward: {data: 1, more: 1}}\n") == [
        "QUO112"
    ]


def test_an_existing_group_is_referred_to_and_not_emitted() -> None:
    arn = "arn:aws:elasticloadbalancing:ap-northeast-2:123456789012:targetgroup/web/0123456789abcdef"
    text = f"  far: {{http: 80, existing: '{arn}'}}\n" + listeners("{http: 80, forward: far}")
    template, terraform = emitted(graph_of(text))
    (listener,) = terraform["resource"]["aws_lb_listener"].values()
    assert listener["default_action"][0]["target_group_arn"] == arn
    assert sum(one["Type"].endswith("TargetGroup") for one in template["Resources"].values()) == len(
        terraform["resource"]["aws_lb_target_group"]
    )
    assert "far" not in terraform["resource"]["aws_lb_target_group"]


def test_order_changes_no_document() -> None:
    ports = ["{http: 80, forward: blue}", "{http: 81, forward: green}"]
    assert emitted(graph_of(listeners(*ports))) == emitted(graph_of(listeners(*reversed(ports))))
    one, other = (
        graph_of(f"  mine: {{http: 80, targets: {some}}}") for some in ("[10.0.0.7, 10.0.0.8]", "[10.0.0.8, 10.0.0.7]")
    )
    assert emitted(one) == emitted(other)


def test_attributes_say_the_same_in_both_documents() -> None:
    template, terraform = emitted(graph_of(listeners("{http: 80, forward: blue}")))
    web: dict[str, Any] = next(one for one in template["Resources"].values() if one["Type"].endswith("::LoadBalancer"))
    attributes = {one["Key"]: one["Value"] for one in web["Properties"]["LoadBalancerAttributes"]}
    lb = terraform["resource"]["aws_lb"]["web"]
    # Terraform turns off logs that are no longer written.
    assert [attributes.pop(f"{word}_logs.s3.enabled") for word in ("access", "connection")] == ["false", "false"]
    assert attributes == {
        "deletion_protection.enabled": str(lb["enable_deletion_protection"]).lower(),
        "idle_timeout.timeout_seconds": str(lb["idle_timeout"]),
        "routing.http2.enabled": str(lb["enable_http2"]).lower(),
        "routing.http.drop_invalid_header_fields.enabled": str(lb["drop_invalid_header_fields"]).lower(),
        "client_keep_alive.seconds": str(lb["client_keep_alive"]),
        "routing.http.desync_mitigation_mode": lb["desync_mitigation_mode"],
        "routing.http.xff_header_processing.mode": lb["xff_header_processing_mode"],
        "routing.http.xff_client_port.enabled": str(lb["enable_xff_client_port"]).lower(),
        "routing.http.preserve_host_header.enabled": str(lb["preserve_host_header"]).lower(),
        "routing.http.x_amzn_tls_version_and_cipher_suite.enabled": str(
            lb["enable_tls_version_and_cipher_suite_headers"]
        ).lower(),
        "waf.fail_open.enabled": str(lb["enable_waf_fail_open"]).lower(),
    }
