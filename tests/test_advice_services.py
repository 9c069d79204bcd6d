"""Advice about machines, balancers, databases, roles, names and certificates: where it begins, and where it ends."""

import pytest

from infraspec.compiler import check
from infraspec.rules.compute.examples import INSTANCE
from infraspec.rules.services.database_examples import a_database
from infraspec.rules.services.examples import BALANCER, HEAD, NETWORK, TARGETS

OPEN = INSTANCE.replace(
    "tiers: {app: {",
    "internet_gateway: igw\n    route_tables: {out: {routes: {0.0.0.0/0: igw}}}\n    tiers: {app: {route_table: out, ",
)
ROLE = "iam: {roles: {app: {trust: ec2}}}\n"
STATEMENT = "iam:\n  roles: {app: {trust: lambda, managed_policies: [some]}}\n  policies:\n    some:\n      document:\n"
LISTENER = NETWORK + TARGETS + BALANCER + "      - http: 80\n        forward: web\n        rules:\n"
ZONE = HEAD + "dns:\n  zones: {example.com: {existing: Z0123456789EXAMPLE}}\n  records:\n"


def codes(text: str, *wanted: str) -> list[str]:
    """Which of these codes are found in a spec, once for each time."""
    checked = check(text.encode(), "spec.yaml")
    assert [one.message for one in checked.diagnostics if one.is_error] == []
    return sorted(one.problem.code for one in checked.diagnostics if one.problem.code in wanted)


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("", []),
        ("    imds: {tokens: optional}\n", ["CMP109"]),
        ("    imds: {tokens: optional}\n    public_ip: true\n", ["CMP109"]),
        ("    imds: {tokens: optional}\n    role: app\n", ["CMP109"]),
        ("    imds: {tokens: optional}\n    role: app\n    public_ip: true\n", ["CMP127"]),
        ("    imds: {tokens: optional}\n    role: app\n    elastic_ip: new\n", ["CMP127"]),
        ("    imds: {tokens: required, hop_limit: 2}\n    role: app\n    public_ip: true\n", []),
    ],
)
def test_metadata_weighs_more_where_the_internet_and_a_role_are(lines: str, expected: list[str]) -> None:
    assert codes(OPEN + lines + ROLE, "CMP109", "CMP127") == expected


def test_metadata_of_a_machine_behind_a_balancer_for_the_internet() -> None:
    behind = """load_balancers:
  web: {type: network, scheme: internet-facing, subnets: [app-a], listeners: [{tcp: 80, forward: web}]}
target_groups: {web: {tcp: 80, targets: [app-1]}}
"""
    machine = OPEN + "    imds: {tokens: optional}\n    role: app\n" + ROLE
    assert codes(machine + behind, "CMP109", "CMP127") == ["CMP127"]
    assert codes(machine + behind.replace("internet-facing", "internal"), "CMP109", "CMP127") == ["CMP109"]


@pytest.mark.parametrize(
    ("region", "written", "heir"),
    [
        ("ap-northeast-2", "m4.large", "m8i.large"),
        ("ap-northeast-2", "c5.xlarge", "c8i.xlarge"),
        ("ap-northeast-2", "m1.small", None),
        ("us-east-1", "a1.large", None),
        ("ap-northeast-2", "t3.micro", ""),
    ],
)
def test_an_old_type_has_an_heir_of_its_size_where_the_region_offers_one(
    region: str, written: str, heir: str | None
) -> None:
    text = INSTANCE.replace("t3.micro", written).replace("ap-northeast-2", region)
    found = [one.help for one in check(text.encode(), "spec.yaml").diagnostics if one.problem.code == "CMP104"]
    assert found == ([] if heir == "" else [f"write {heir}" if heir else "choose a younger type"])


@pytest.mark.parametrize(
    ("rules", "expected"),
    [
        ("{path: /a, forward: web}; {path: /b, forward: web}", 0),
        ("{path: /a, forward: web}; {path: /a, respond: 410}", 1),
        ("{path: '*', forward: web}; {path: /a, respond: 410}", 1),
        ("{path: /*, forward: web}; {host: a.example.com, path: /a, respond: 410}", 1),
        ("{host: A.example.com, forward: web}; {host: a.example.com, path: /a, respond: 410}", 1),
        ("{host: a.example.com, path: /a, forward: web}; {host: a.example.com, respond: 410}", 0),
        ("{path: [/a, /b], forward: web}; {path: [/b, /c], respond: 410}", 0),
        ("{path: /a, forward: web}; {path: /b, forward: web}; {path: [/a, /b], respond: 410}", 1),
        ("{path: /a, forward: web}; {path: /a, respond: 410}; {path: /a, respond: 404}", 2),
    ],
)
def test_a_rule_is_shadowed_where_all_that_it_takes_is_taken(rules: str, expected: int) -> None:
    lines = "".join(
        f"          - {{priority: {10 * n}, {one.strip().removeprefix('{')}\n"
        for n, one in enumerate(rules.split(";"), 1)
    )
    assert codes(LISTENER + lines, "ELB133") == ["ELB133"] * expected


def test_a_rule_that_asks_for_nothing_shadows_no_other() -> None:
    rules = "          - {priority: 1, forward: web}\n          - {priority: 2, path: /a, respond: 410}\n"
    found = [one.problem.code for one in check((LISTENER + rules).encode(), "spec.yaml").diagnostics]
    assert ("ELB114" in found, "ELB133" in found) == (True, False)


@pytest.mark.parametrize(
    ("redirect", "expected"),
    [
        ("https", ["ELB134"]),
        ("{port: 8443}", ["ELB134"]),
        ("{port: 8080}", []),
        ("{protocol: https, host: www.example.net}", []),
        ("{path: /new}", []),
    ],
)
def test_a_redirect_that_stays_leads_to_a_port_that_is_open(redirect: str, expected: list[str]) -> None:
    listeners = f"      - {{http: 80, redirect: {redirect}}}\n      - {{http: 8080, forward: web}}\n"
    assert codes(NETWORK + TARGETS + BALANCER + listeners, "ELB134") == expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("", []),
        ("    deletion_protection: false\n", ["RDS128"]),
        ("    on_delete: delete\n", ["RDS128"]),
        ("    on_delete: retain\n", []),
        ("    on_delete: delete\n    deletion_protection: false\n", ["RDS121"]),
    ],
)
def test_a_database_is_lost_where_both_protections_are_off(lines: str, expected: list[str]) -> None:
    assert codes(a_database(lines), "RDS121", "RDS128") == expected


@pytest.mark.parametrize(("days", "expected"), [(0, ["RDS112"]), (1, ["RDS130"]), (6, ["RDS130"]), (7, []), (35, [])])
def test_backups_are_kept_for_a_week(days: int, expected: list[str]) -> None:
    assert codes(a_database(f"    backup_days: {days}\n"), "RDS112", "RDS130") == expected


@pytest.mark.parametrize(
    ("engine", "version", "expected"),
    [
        ("mysql", "8.4", []),
        ("mysql", "8.4.8", ["RDS137"]),
        ("mysql", "8.0", ["RDS139"]),
        ("mysql", "8.0.46", ["RDS137", "RDS139"]),
        ("mysql", "5.7", ["RDS116"]),
        ("postgres", "13", ["RDS116"]),
        ("postgres", "9.6", ["RDS116"]),
        ("postgres", "14", ["RDS139"]),
        ("postgres", "18", []),
        ("mariadb", "10.5", ["RDS116"]),
        ("mariadb", "10.6", ["RDS139"]),
        ("mariadb", "10.11", []),
        ("oracle-se2", "19", []),
        ("sqlserver-web", "16.00.4215.2.v1", []),
    ],
)
def test_a_version_ends_on_its_day(engine: str, version: str, expected: list[str]) -> None:
    text = a_database(engine=engine, version=f'"{version}"', **{"class": "db.t3.large"})
    assert codes(text, "RDS116", "RDS137", "RDS139") == expected


@pytest.mark.parametrize(
    ("engine", "name", "expected"),
    [
        ("mysql", "db.m7g.large", []),
        ("postgres", "db.r6gd.xlarge", []),
        ("oracle-se2", "db.m7g.large", ["RDS138"]),
        ("oracle-ee-cdb", "db.r5.4xlarge.tpc2.mem2x", []),
        ("oracle-ee-cdb", "db.m5.large", []),
        ("sqlserver-ex", "db.t3.small", []),
        ("sqlserver-ex", "db.m5.xlarge", ["RDS138"]),
        ("mysql", "db.z9.large", []),
    ],
)
def test_a_class_is_one_of_its_engine(engine: str, name: str, expected: list[str]) -> None:
    version = {"mysql": "8.4", "postgres": "17", "sqlserver-ex": "16.00"}.get(engine, "19")
    assert codes(a_database(engine=engine, version=f'"{version}"', **{"class": name}), "RDS138") == expected


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        ('{Effect: Allow, Action: "s3:*", Resource: "*"}', ["IAM120"]),
        ('{Effect: Allow, Action: ["s3:*", "ec2:*"], Resource: "*"}', ["IAM120"]),
        ('{Effect: Deny, Action: "s3:*", Resource: "*"}', []),
        ('{Effect: Allow, Action: "s3:Get*", Resource: "*"}', []),
        ('{Effect: Allow, Action: "iam:*", Resource: "*"}', ["IAM106"]),
        ('{Effect: Allow, Action: ["*", "s3:*"], Resource: "*"}', ["IAM106"]),
        ('{Effect: Allow, Action: "s3:*", Resource: "*", Condition: {Bool: {"aws:SecureTransport": "true"}}}', []),
        ('{Effect: Allow, Action: "ssm:StartSession", Resource: "*"}', ["IAM117"]),
        ('{Effect: Allow, Action: "ssm:StartSession", Resource: "arn:aws:ec2:*:*:instance/i-0a1b2c3d"}', []),
        ('{Effect: Allow, Action: "s3:getObject", Resource: "arn:aws:s3:::b"}', ["IAM125"]),
        ('{Effect: Allow, Action: "s3:GetObject", Resource: "arn:aws:s3:::b*"}', []),
        ('{Effect: Allow, Action: "s3:GetObject", Resource: ["arn:aws:s3:::b", "arn:aws:s3:::b/*"]}', []),
        ('{Effect: Allow, Action: "s3:ListBucket", Resource: "arn:aws:s3:::b/*"}', ["IAM125"]),
        ('{Effect: Allow, Action: "s3:ListBucket", Resource: "arn:aws:s3:::*/x"}', []),
        ('{Effect: Allow, Action: ["s3:ListBucket", "s3:GetObject"], Resource: "arn:aws:s3:::b"}', ["IAM125"]),
        ('{Effect: Allow, Action: "s3:GetObject", Resource: "*"}', []),
        ('{Effect: Allow, Action: "s3:GetObject", Resource: "arn:aws-us-gov:s3:::b/*"}', ["IAM126"]),
        ('{Effect: Allow, Action: "s3:GetObject", NotResource: "arn:aws:s3:::b/*"}', ["IAM124"]),
        ('{Effect: Deny, Action: "s3:GetObject", NotResource: "arn:aws:s3:::b/*"}', []),
    ],
)
def test_what_a_policy_allows(statement: str, expected: list[str]) -> None:
    text = HEAD + STATEMENT + f"        Statement: [{statement}]\n"
    assert codes(text, "IAM106", "IAM117", "IAM120", "IAM124", "IAM125", "IAM126") == expected


@pytest.mark.parametrize(
    ("trust", "expected"),
    [
        ("ec2", ["IAM118"]),
        ("[ec2, lambda]", []),
        ("lambda", []),
        ('{account: "123456789012"}', ["IAM122"]),
        ('{Statement: [{Effect: Allow, Principal: {AWS: "123456789012"}, Action: sts:AssumeRole}]}', ["IAM122"]),
        (
            "{Statement: [{Effect: Allow, Principal: {AWS: '123456789012'}, Action: sts:AssumeRole, CONDITION}]}",
            [],
        ),
        ("{principals: ['role:app-2', 'user:mina']}", []),
        ("{principals: ['role:app-2', 'arn:aws:iam::210987654321:role/ci']}", ["IAM122"]),
    ],
)
def test_who_takes_a_role(trust: str, expected: list[str]) -> None:
    trust = trust.replace("CONDITION", "Condition: {StringEquals: {sts:ExternalId: x}}")
    text = (
        HEAD
        + f"iam:\n  users: {{mina: {{}}}}\n  roles:\n    app-2: {{trust: lambda}}\n    app:\n      trust: {trust}\n"
    )
    assert codes(text, "IAM118", "IAM122") == expected


def test_a_role_or_policy_that_an_output_shows_is_used() -> None:
    text = HEAD + STATEMENT.replace("trust: lambda, managed_policies: [some]", "trust: ec2")
    text += '        Statement: [{Effect: Allow, Action: "s3:GetObject", Resource: "arn:aws:s3:::b/*"}]\n'
    assert codes(text, "IAM118", "IAM119") == ["IAM118", "IAM119"]
    assert codes(text + "outputs: {r: {of: role:app}, p: {of: policy:some}}\n", "IAM118", "IAM119") == []


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        ("www.example.com: {zone: example.com, A: 192.0.2.1, ttl: 30}", []),
        ("www.example.com: {zone: example.com, A: 192.0.2.1, ttl: 29}", ["DNS115"]),
        ("www.example.com: {zone: example.com, A: 192.0.2.1, ttl: 86400}", []),
        ("www.example.com: {zone: example.com, A: 192.0.2.1, ttl: 86401}", ["DNS115"]),
        ("lab.example.com: {zone: example.com, NS: [ns1.example.net], ttl: 172800}", []),
        ("www.example.com: {zone: example.com, A: 10.0.0.1}", []),
    ],
)
def test_records_of_a_zone_that_exists(record: str, expected: list[str]) -> None:
    assert codes(ZONE + f"    {record}\n", "DNS115", "DNS118") == expected


@pytest.mark.parametrize(
    ("zones", "expected"),
    [
        ("{example.com: {}}", ["DNS114"]),
        ("{example.com: {}, example.net: {}}", ["DNS114", "DNS114"]),
        ("{example.com: {}, a.b.Example.com: {}}", ["DNS111", "DNS114"]),
        ("{example.com: {existing: Z0123456789EXAMPLE}, lab.example.com: {}}", ["DNS114"]),
    ],
)
def test_a_zone_is_found_through_the_one_above(zones: str, expected: list[str]) -> None:
    assert codes(HEAD + f"dns: {{zones: {zones}}}\n", "DNS111", "DNS114") == expected


@pytest.mark.parametrize(
    ("names", "alias", "expected"),
    [
        ("[]", "www.example.com", []),
        ("[shop.example.com]", "www.example.com", ["ACM106"]),
        ("['*.example.com']", "www.example.com", []),
        ("['*.shop.example.com']", "www.example.com", ["ACM106"]),
    ],
)
def test_each_name_of_a_certificate_is_come_by(names: str, alias: str, expected: list[str]) -> None:
    text = (
        NETWORK
        + TARGETS
        + BALANCER
        + "      - {https: 443, certificate: www.example.com, forward: web}\n"
        + f"certificates: {{www.example.com: {{zone: example.com, names: {names}}}}}\n"
        + "dns:\n  zones: {example.com: {existing: Z0123456789EXAMPLE}}\n"
        + f"  records: {{{alias}: {{zone: example.com, alias: web}}}}\n"
    )
    assert codes(text, "ACM105", "ACM106") == expected
    assert codes(text.replace(", alias: web", ", A: 192.0.2.1"), "ACM105", "ACM106") == []


@pytest.mark.parametrize("other", ["CNAME: www.example.com.", "alias: www.example.com"])
def test_a_name_of_a_certificate_may_stand_for_another(other: str) -> None:
    text = (
        NETWORK
        + TARGETS
        + BALANCER
        + "      - {https: 443, certificate: www.example.com, forward: web}\n"
        + "certificates: {www.example.com: {zone: example.com, names: [shop.example.com]}}\n"
        + "dns:\n  zones: {example.com: {existing: Z0123456789EXAMPLE}}\n"
        + "  records:\n    www.example.com: {zone: example.com, alias: web}\n"
    )
    assert codes(text, "ACM106") == ["ACM106"]
    assert codes(text + f"    shop.example.com: {{zone: example.com, {other}}}\n", "ACM106") == []


@pytest.mark.parametrize(("check", "expected"), [("", []), (", health_check: {enabled: true}", ["ELB131"])])
def test_only_a_function_that_is_asked_is_asked_for_a_page(check: str, expected: list[str]) -> None:
    function = "arn:aws:lambda:ap-northeast-2:123456789012:function:shop"
    groups = f"target_groups: {{web: {{function: '{function}'{check}}}}}\n"
    assert codes(NETWORK + groups + BALANCER + "      - {http: 80, forward: web}\n", "ELB131") == expected


@pytest.mark.parametrize(
    ("lines", "type_", "code"),
    [
        ("    spot: {type: persistent, interruption: hibernate}\n", "m6g.16xlarge", "CMP117"),
        ("    spot: {type: persistent, interruption: hibernate}\n", "c5.2xlarge", None),
        ("    spot: true\n", "t2.nano", "CMP125"),
        ("    spot: true\n", "t2.micro", None),
    ],
)
def test_what_a_type_cannot_do_is_an_error(lines: str, type_: str, code: str | None) -> None:
    checked = check((INSTANCE.replace("t3.micro", type_) + lines).encode(), "spec.yaml")
    assert [one.problem.code for one in checked.diagnostics if one.is_error] == ([code] if code else [])


@pytest.mark.parametrize(
    ("targets", "expected"),
    [
        ("[10.0.0.10]", ["ELB129"]),
        ("[10.0.0.10, {ip: 10.0.0.10, port: 81}]", ["ELB129"]),
        ("[10.0.0.10, 10.0.1.10]", []),
    ],
)
def test_one_machine_on_two_ports_is_one_machine(targets: str, expected: list[str]) -> None:
    text = (
        NETWORK
        + BALANCER
        + f"      - {{http: 80, forward: web}}\ntarget_groups: {{web: {{http: 80, targets: {targets}}}}}\n"
    )
    assert codes(text, "ELB129") == expected


def test_a_route_to_a_machine_that_checks_is_told_once() -> None:
    routed = INSTANCE.replace(
        "tiers: {app: {",
        "route_tables: {inner: {routes: {10.8.0.0/16: app-1, 10.9.0.0/16: app-1}}}\n    tiers: {app: {",
    )
    assert codes(routed, "CMP120") == ["CMP120"]
    assert codes(routed + "    source_dest_check: false\n", "CMP120") == []


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("export DB_PASSWORD=hunter2-and-more", ["SCR101"]),
        ("mysql --password=hunter2andmore", ["SCR101"]),
        ("echo 'secret: abcdefgh1234' >> app.yaml", ["SCR101"]),
        ("aws configure set aws_access_key_id AKIAIOSFODNN7EXAMPLE", ["SCR101"]),
        ("-----BEGIN RSA PRIVATE KEY-----", ["SCR101"]),
        ("export DB_PASSWORD=$(aws ssm get-parameter --name /db)", []),
        ("export DB_PASSWORD=${PASSWORD}", []),
        ("export DB_PASSWORD_FILE=/run/secrets/db", []),
        ("PASSWORD=/etc/app/password", []),
        ("ssh_pwauth: false", []),
        ("password: short", []),
    ],
)
def test_what_looks_like_a_secret(line: str, expected: list[str]) -> None:
    script = INSTANCE + f"    user_data: |\n      #!/bin/sh\n      {line}\n"
    assert codes(script, "SCR101") == expected


def test_a_secret_in_the_tags_of_all_is_told_once() -> None:
    text = INSTANCE.replace("vpcs:", "tags: {api_key: abcdefgh1234}\nvpcs:", 1)
    checked = check(text.encode(), "spec.yaml")
    assert [one.path for one in checked.diagnostics if one.problem.code == "SCR101"] == [("tags", "api_key")]
    text = INSTANCE + "    tags: {api_key: abcdefgh1234}\n"
    found = [one.path for one in check(text.encode(), "spec.yaml").diagnostics if one.problem.code == "SCR101"]
    assert found == [("instances", "app-1", "tags", "api_key")]
