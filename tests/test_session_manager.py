"""`session_manager: true` adds what the machines of a tier lack, and nothing else."""

import pytest
from examples import emitted
from weighed import check

from infraspec.compiler import Checked, shown
from infraspec.report.spec_text import spec_text
from infraspec.report.written import Places
from infraspec.source.places import path_text

CORE = "AmazonSSMManagedInstanceCore"
HEAD = """version: 1
name: demo
region: {region}
vpcs:
  main:
    cidr: 10.0.0.0/16
    internet_gateway: igw
{more}    route_tables: {{public: {{routes: {{0.0.0.0/0: igw}}}}, private: {{{routes}}}}}
    tiers:
      public: {{route_table: public, subnets: {{public-a: {{zone: a, cidr: 10.0.9.0/24}}}}}}
      app:
        session_manager: true
        route_table: private
        subnets: {{app-a: {{zone: a, cidr: 10.0.0.0/24}}, app-b: {{zone: b, cidr: 10.0.1.0/24}}}}
    security_groups:
      app: {{egress: {egress}}}
"""
MACHINE = "instances:\n  web: {image: ubuntu-24.04, type: t3.micro, subnet: app-a, security_groups: app%s}\n"
ROLE = f"iam: {{roles: {{web: {{trust: ec2, managed_policies: {CORE}}}}}}}\n"


def spec(*, region: str = "ap-northeast-2", more: str = "", routes: str = "", egress: str = "[]", rest: str) -> Checked:
    text = HEAD.format(region=region, more=more, routes=routes, egress=egress) + rest
    checked = check(text.encode(), "spec.yaml")
    assert [one.message for one in checked.diagnostics if one.is_error] == []
    return checked


def added(checked: Checked) -> set[str]:
    return {path_text(path) for path in checked.draft.added} if checked.draft else set()


NEW = {
    "vpcs.main.endpoints",
    "vpcs.main.endpoints.ssm",
    "vpcs.main.endpoints.ssmmessages",
    "vpcs.main.endpoints.ec2messages",
    "vpcs.main.security_groups.session-manager-endpoints",
    "vpcs.main.security_groups.app.egress[0]",
}
OWN = {"iam", "iam.roles", "iam.roles.session-manager", "instances.web.role"}


def test_a_machine_that_has_nothing_gets_all() -> None:
    assert added(spec(rest=MACHINE % "")) == NEW | OWN


def test_a_role_gets_the_policy_beside_its_own() -> None:
    rest = MACHINE % ", role: web" + "iam: {roles: {web: {trust: ec2, managed_policies: ReadOnlyAccess}}}\n"
    assert added(spec(rest=rest)) == NEW | {"iam.roles.web.managed_policies[1]"}


def test_a_role_that_may_is_left_alone() -> None:
    assert added(spec(rest=MACHINE % ", role: web" + ROLE)) == NEW


def test_a_group_that_lets_out_is_left_alone() -> None:
    assert added(spec(egress="all", rest=MACHINE % ", role: web" + ROLE)) == NEW - {
        "vpcs.main.security_groups.app.egress[0]"
    }


def test_a_tier_with_a_nat_gateway_needs_no_endpoints() -> None:
    routes = "routes: {0.0.0.0/0: nat}"
    checked = spec(more=NAT, routes=routes, rest=MACHINE % ", role: web" + ROLE)
    assert added(checked) == {"vpcs.main.security_groups.app.egress[0]"}
    assert added(spec(more=NAT, routes=routes, egress="all", rest=MACHINE % ", role: web" + ROLE)) == set()


def test_a_region_without_the_old_service_gets_none_of_it() -> None:
    rest = "instances:\n  web: {image: ami-0a1b2c3d, type: t3.micro, subnet: app-a, security_groups: app"
    rest += ", root_volume: {device: /dev/xvda}, role: web}\n" + ROLE
    assert "vpcs.main.endpoints.ec2messages" not in added(spec(region="ap-southeast-7", rest=rest))


NAT = "    nat_gateways: {nat: {subnet: public-a}}\n"


@pytest.mark.parametrize(("nat", "routes"), [("", ""), (NAT, "routes: {0.0.0.0/0: nat}")])
def test_endpoints_that_are_there_are_opened_and_not_made_again(nat: str, routes: str) -> None:
    """Their private names hold for machines with another way out too."""
    there = nat + (
        "    endpoints:\n"
        + "".join(
            f"      {one}: {{service: {one}, subnets: [app-a, app-b], security_groups: [calls]}}\n"
            for one in ("ssm", "ssmmessages", "ec2messages")
        )
        + "    network_acls: {}\n"
    )
    text = HEAD.format(region="ap-northeast-2", more=there, routes=routes, egress="[]")
    text += "      calls: {ingress: [{tcp: 443, from: 10.0.9.0/24}], egress: []}\n" + MACHINE % ", role: web" + ROLE
    checked = check(text.encode(), "spec.yaml")
    assert [one.message for one in checked.diagnostics if one.is_error] == []
    assert added(checked) == {
        "vpcs.main.security_groups.app.egress[0]",
        "vpcs.main.security_groups.calls.ingress[1]",
    }


def test_a_tier_without_machines_gets_nothing() -> None:
    assert added(spec(rest="")) == set()


def test_a_spec_with_a_mistake_is_judged_as_it_is_written() -> None:
    text = HEAD.format(region="ap-northeast-2", more="", routes="", egress="[]") + MACHINE % ", role: wed" + ROLE
    checked = check(text.encode(), "spec.yaml")
    assert [one.problem.code for one in checked.diagnostics if one.is_error] == ["SPC004"]
    assert checked.draft is None


LOGS = """kms_keys: {k: {}}
buckets: {kept-sessions: {kms_key: k}}
log_groups: {/sessions: {kms_key: k}}
session_documents:
  SSM-SessionManagerRunShell: {bucket: kept-sessions, log_group: /sessions, kms_key: k}
"""


def test_logs_get_their_permissions_and_their_way() -> None:
    found = added(spec(rest=MACHINE % ", role: web" + ROLE + LOGS))
    assert found - NEW == {
        "vpcs.main.endpoints.logs",
        "vpcs.main.endpoints.kms",
        "vpcs.main.endpoints.s3",
        "vpcs.main.security_groups.app.egress[1]",
        "iam.roles.web.inline_policies",
        "iam.roles.web.inline_policies.session-logs",
    }


@pytest.mark.parametrize("rest", [MACHINE % "", MACHINE % ", role: web" + ROLE + LOGS])
def test_what_is_written_out_lacks_nothing_and_builds_the_same(rest: str) -> None:
    checked = spec(rest=rest)
    text = spec_text(shown(checked), Places(checked).said)
    again = check(text.encode(), "again.yaml")
    assert added(again) == set()
    assert checked.graph is not None
    assert again.graph is not None
    assert emitted(again.graph) == emitted(checked.graph)
    assert "role: session-manager" not in text or "# added for session_manager, line 12" in text


GROUP = """launch_templates:
  web: {image: amazon-linux-2023, type: t3.micro, security_groups: [app]}
auto_scaling_groups:
  web: {launch_template: web, subnets: tier:app, min: 1, max: 2}
"""


def test_the_machines_of_a_group_get_what_they_lack_by_their_template() -> None:
    assert added(spec(rest=GROUP)) == NEW | OWN - {"instances.web.role"} | {"launch_templates.web.role"}
