"""Words that people bring from other tools to every section, and what they are told."""

import pytest

from infraspec.compiler import check

HEAD = "version: 1\nname: demo\nregion: ap-northeast-2\n"
NETWORK = """vpcs:
  main:
    cidr: 10.0.0.0/16
    security_groups: {web: {description: Web, egress: []}}
    route_tables: {app: {}}
    tiers: {app: {route_table: app, subnets: {app-a: {zone: a, cidr: 10.0.0.0/24}}}}
"""
MACHINE = NETWORK + "instances:\n  web-1: {image: ubuntu-24.04, type: t3.micro, subnet: app-a, security_groups: web, "
GROUP = NETWORK + (
    "launch_templates: {web: {image: ubuntu-24.04, type: t3.micro, security_groups: web}}\n"
    "auto_scaling_groups:\n  web: {launch_template: web, subnets: tier:app, min: 1, max: 2, "
)
TABLE = "tables:\n  carts: {partition_key: {id: string}, "
RECORD = "dns:\n  zones: {example.com: {}}\n  records:\n    www.example.com: {zone: example.com, "
HUB = NETWORK + "transit_gateways:\n  hub:\n    "
ALARM = "alarms:\n  a: {namespace: shop, metric: Orders, "


def told(text: str) -> list[tuple[str, str, str]]:
    """Each error: its code, the key or value that it stands at in its message, and what to write."""
    found = check((HEAD + text).encode(), "spec.yaml").diagnostics
    return [(one.problem.code, one.message, one.help or one.primary.label) for one in found if one.level == "error"]


@pytest.mark.parametrize(
    ("text", "help_"),
    [
        (GROUP + "desired_capacity: 1}\n", "write `desired`"),
        (GROUP + "scaling_policies: {cpu: {cpu: 50}}}\n", "write `scaling`"),
        (GROUP + "mixed_instances_policy: [t3.micro]}\n", "write `types`"),
        (GROUP + "health_check_grace_period: 60}\n", "write `grace_period`"),
        (GROUP + "instance_refresh: rolling}\n", "write `rollout`"),
        (TABLE + "billing_mode: PAY_PER_REQUEST}\n", "remove it: without `read_capacity` each request is billed"),
        (TABLE + "point_in_time_recovery: 35}\n", "write `recovery_days`"),
        ("tables: {carts: {partition_key: {name: id, type: S}}}\n", "write `{id: string}`"),
        ("tables: {carts: {partition_key: {AttributeName: n, AttributeType: N}}}\n", "write `{n: number}`"),
        ("tables: {carts: {partition_key: {id: string, at: number}}}\n", "write one such as `{id: string}`"),
        (RECORD + "A: 192.0.2.1, failover: primary}\n", "write one answer for each"),
        (RECORD + "A: 192.0.2.1, name: api.example.com}\n", "call the entry `api.example.com`, and remove `name`"),
        ("dns: {zones: {example.com: {private: true}}}\n", "remove it: a zone with `vpcs` is private"),
        (
            "dns: {zones: {}, health_checks: {web: {type: HTTPS, fqdn: www.example.com}}}\n",
            "write `https: www.example.com`",
        ),
        (HUB + "attachments: {main: {vpc: main, subnets: tier:app}}\n", "remove it: its subnets say which VPC it is"),
        (HUB + "route_tables: {core: {associations: [main]}}\n", "whoever follows a table names it"),
        (HUB + "route_tables: {core: {routes: {10.9.0.0/16: drop}}}\n", "an attachment, or `blackhole`"),
        ("topics: {ops: {subscriptions: [{protocol: email, endpoint: a@b.example}]}}\n", "write `email: a@b.example`"),
        (ALARM + "threshold: 5, comparison_operator: LessThanThreshold}\n", "write `below: 5`"),
        (ALARM + "threshold: 5, comparison_operator: GreaterThanOrEqualToThreshold}\n", "write `at_least: 5`"),
        (ALARM + "above: 5, alarm_actions: []}\n", "write `to`"),
        ("alarms: default\n", "write `alarms: default` in what is to be watched"),
        (MACHINE + "elastic_ip: true}\n", "write `new`"),
        (GROUP + 'schedules: {night: {cron: "0 20 * * ? *", min: 1}}}\n', "write minute, hour, day, month"),
        ("iam: {groups: {ops: {policies: [ReadOnlyAccess]}}}\n", "write `managed_policies`"),
    ],
    ids=lambda value: value.splitlines()[-1].strip() if "\n" in value else "",
)
def test_a_word_of_another_tool_is_answered_with_what_to_write(text: str, help_: str) -> None:
    ((_, _, told_),) = told(text)
    assert help_ in told_


def test_a_resource_that_begins_with_a_variable_is_none() -> None:
    ((code, message, help_),) = told(
        "iam:\n  policies:\n    read:\n      document:\n        Statement:\n"
        '          - {Effect: Allow, Action: s3:GetObject, Resource: "${logs.arn}/*"}\n'
    )
    assert (code, message) == ("IAM102", "`${logs.arn}/*` is not a resource")
    assert "`bucket:logs/*`" in help_


def test_an_effect_in_lower_case_is_one_mistake() -> None:
    (found,) = told(
        'iam:\n  policies: {read: {document: {Statement: [{effect: Deny, Action: "s3:*", Resource: "*"}]}}}\n'
    )
    assert found[2] == "write `Effect`"


BOUNDARY = """iam:
  policies:
    boundary: {document: {Statement: [{Effect: Allow, Action: "*", Resource: "*"}]}}
  oidc_providers: {github: {url: https://token.actions.githubusercontent.com}}
  roles:
    deploy:
      trust: {oidc: {provider: github, subjects: "repo:acme/shop:*"}}
      permissions_boundary: boundary
      managed_policies: [PowerUserAccess]
"""


@pytest.mark.parametrize(
    ("text", "expected"),
    [(BOUNDARY, []), (BOUNDARY.replace("[PowerUserAccess]", "[boundary]"), ["IAM106"])],
    ids=["bounds", "gives"],
)
def test_a_boundary_gives_nothing_and_a_job_is_no_service(text: str, expected: list[str]) -> None:
    found = check((HEAD + text).encode(), "spec.yaml").diagnostics
    assert [one.problem.code for one in found if one.problem.code in ("IAM106", "IAM121")] == expected


def test_a_check_that_a_broken_record_asks_for_is_not_called_unused() -> None:
    text = "dns:\n  zones: {example.com: {}}\n  health_checks: {web: {https: www.example.com}}\n"
    answers = "{web: {multivalue: true, A: 192.0.2.1, health_check: web, ttle: 5}}"
    text += f"  records: {{www.example.com: {{zone: example.com, answers: {answers}}}}}\n"
    found = check((HEAD + text).encode(), "spec.yaml").diagnostics
    assert "DNS124" not in {one.problem.code for one in found}


def test_a_tier_without_a_table_is_asked_for_one() -> None:
    text = MACHINE.replace("route_table: app, ", "session_manager: true, ").replace("egress: []", "egress: all")
    text += "}\nsession_documents: {SSM-SessionManagerRunShell: {bucket: logs-of-sessions}}\n"
    (found,) = (one for one in check((HEAD + text).encode(), "spec.yaml").diagnostics if one.problem.code == "SSM103")
    assert found.help is not None
    assert "give `app` a `route_table`" in found.help
