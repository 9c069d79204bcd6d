"""Endpoints: which type each is, what it is called in full, and where it stands."""

import json

import pytest
from weighed import check

from infraspec.graph.endpoints import GatewayEndpoint, InterfaceEndpoint
from infraspec.graph.graph import Graph

VPC = """version: 1
name: demo
region: ap-northeast-2
vpcs:
  main:
    cidr: 10.0.0.0/16
    internet_gateway: igw
    nat_gateways: {nat: {subnets: tier:edge}}
    route_tables:
      public: {routes: {0.0.0.0/0: igw}}
      private: {routes: {0.0.0.0/0: nat}}
    tiers:
      edge:
        route_table: public
        subnets: {edge-a: {zone: a, cidr: 10.0.0.0/24}, edge-c: {zone: c, cidr: 10.0.1.0/24}}
      app:
        route_table: private
        subnets: {app-a: {zone: a, cidr: 10.0.2.0/24}, app-c: {zone: c, cidr: 10.0.3.0/24}}
    security_groups: {calls: {ingress: [{tcp: 443, from: vpc}], egress: []}}
    endpoints:
      it: {SETTINGS}
"""
INTERFACE = "subnets: tier:app, security_groups: calls"


def graph(settings: str) -> Graph:
    checked = check(VPC.replace("SETTINGS", settings).encode(), "spec.yaml")
    assert [(one.problem.code, one.message) for one in checked.diagnostics] == []
    assert checked.graph is not None
    return checked.graph


def codes(settings: str) -> list[str]:
    return [one.problem.code for one in check(VPC.replace("SETTINGS", settings).encode(), "x").diagnostics]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("ssm", "com.amazonaws.ap-northeast-2.ssm"),
        ("ecr.api", "com.amazonaws.ap-northeast-2.ecr.api"),
        ("com.amazonaws.ap-northeast-2.ssm", "com.amazonaws.ap-northeast-2.ssm"),
        ("com.amazonaws.ap-northeast-2.brand-new", "com.amazonaws.ap-northeast-2.brand-new"),
        ("aws.sagemaker.ap-northeast-2.notebook", "aws.sagemaker.ap-northeast-2.notebook"),
    ],
)
def test_services(written: str, meant: str) -> None:
    (found,) = graph(f"service: {written}, {INTERFACE}").of(InterfaceEndpoint)
    assert found.service_name == meant
    assert [one.key for one in found.subnets] == ["app-a", "app-c"]
    assert found.private_dns_enabled


def test_a_service_of_another_owner_has_no_private_names() -> None:
    service = "com.amazonaws.vpce.ap-northeast-2.vpce-svc-0a1b2c3d4e5f67890"
    assert codes(f"service: {service}, {INTERFACE}") == ["NET514"]
    (found,) = graph(f"service: {service}, {INTERFACE}, private_dns: false").of(InterfaceEndpoint)
    assert found.service_name == service


@pytest.mark.parametrize("service", ["sssm", "S3", "com.amazonaws.us-east-1.ssm"])
def test_services_that_are_refused(service: str) -> None:
    assert codes(f"service: {service}, {INTERFACE}") == ["NET501"]


@pytest.mark.parametrize("service", ["s3", "dynamodb", "com.amazonaws.ap-northeast-2.s3"])
def test_a_gateway_is_in_every_table_that_a_zonal_table_stands_for(service: str) -> None:
    (found,) = graph(f"service: {service}, route_tables: [public, private]").of(GatewayEndpoint)
    assert [one.key for one in found.route_tables] == ["private-a", "private-c", "public"]


def test_private_names_of_s3_wait_for_its_gateway_endpoint() -> None:
    both = "{service: s3, route_tables: public}\n      too: {service: s3, type: interface, " + INTERFACE + "}\n"
    checked = check(VPC.replace("{SETTINGS}", both).encode(), "spec.yaml")
    assert checked.diagnostics == ()
    assert checked.graph is not None
    (found,) = checked.graph.of(InterfaceEndpoint)
    assert [one.key for one in found.depends_on] == ["it"]


def test_s3_may_be_an_interface() -> None:
    (found,) = graph(f"service: s3, type: interface, {INTERFACE}, private_dns: false").of(InterfaceEndpoint)
    assert not found.private_dns_enabled


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        ("service: ssm, security_groups: calls", ["SPC002"]),
        ("service: ssm, subnets: tier:app", ["NET517"]),
        ("service: ssm, subnets: tier:app, security_groups: []", ["NET517"]),
        (f"service: ssm, {INTERFACE}, route_tables: [private]", ["NET503"]),
        ("service: s3, route_tables: private, subnets: tier:app", ["NET503"]),
        ("service: s3, route_tables: private, private_dns: false", ["NET503"]),
        ("service: s3", ["NET510"]),
        ("service: s3, route_tables: []", ["NET510"]),
        ("service: s3, route_tables: pirvate", ["SPC004"]),
        (f"service: s3, type: interface, {INTERFACE}", ["NET514"]),
        (f"service: dynamodb, type: interface, {INTERFACE}", ["NET514"]),
        (f"service: dynamodb, type: interface, {INTERFACE}, private_dns: false", []),
        ("service: kms, type: gateway, route_tables: private", ["NET502"]),
        ("service: ssm, subnets: tier:app, security_groups: cals", ["SPC004"]),
        ("service: ssm, subnets: [app-a, edge-a], security_groups: calls", ["NET504"]),
        (f"service: ssm, {INTERFACE}, policy: {{Statement: []}}", ["NET518"]),
        (f"service: ssm, {INTERFACE}, policy: {{Statements: []}}", ["NET518", "NET518"]),
        (f"service: ssm, {INTERFACE}, policy: {{Statement: [all]}}", ["NET518"]),
    ],
)
def test_endpoints_that_are_refused(settings: str, expected: list[str]) -> None:
    assert codes(settings) == expected


def test_a_gateway_endpoint_without_a_policy_says_that_it_lets_all_through() -> None:
    (found,) = graph("service: s3, route_tables: public").of(GatewayEndpoint)
    assert found.policy is not None
    (statement,) = json.loads(found.policy)["Statement"]
    assert statement == {"Effect": "Allow", "Principal": "*", "Action": "*", "Resource": "*"}


def test_a_policy_has_a_version_and_keeps_its_text() -> None:
    statement = '{Effect: Allow, Principal: "*", Action: "s3:*", Resource: "arn:aws:s3:::b/${aws:username}/*"}'
    (found,) = graph(f"service: s3, route_tables: public, policy: {{Statement: {statement}}}").of(GatewayEndpoint)
    assert found.policy is not None
    document = json.loads(found.policy)
    assert document["Version"] == "2012-10-17"
    assert document["Statement"]["Resource"] == "arn:aws:s3:::b/${aws:username}/*"
