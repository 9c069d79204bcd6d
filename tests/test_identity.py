"""People, roles that programs take from elsewhere, and policies that name entries of the spec."""

import json
from typing import Any

import pytest
from weighed import check

from infraspec.cloudformation.emit import emit as to_cloudformation
from infraspec.compiler import Checked
from infraspec.compiler import to_cloudformation as rendered
from infraspec.graph.iam import Group, ManagedPolicy, Role, User
from infraspec.graph.values import Value, pieces
from infraspec.terraform.emit import emit as to_terraform

HEAD = "version: 1\nname: demo\nregion: {region}\niam:\n"
POLICY = "  policies:\n    some:\n      document:\n        Statement:\n"


def spec(body: str, region: str = "ap-northeast-2") -> Checked:
    return check((HEAD.format(region=region) + body).encode(), "spec.yaml")


def sound(body: str, region: str = "ap-northeast-2") -> Checked:
    checked = spec(body, region)
    assert [f"{one.problem.code} {one.message}" for one in checked.diagnostics if one.level == "error"] == []
    assert checked.graph is not None
    return checked


def said(checked: Checked) -> list[tuple[str, str]]:
    return [(one.problem.code, one.message) for one in checked.diagnostics]


def trust(body: str, region: str = "ap-northeast-2", more: str = "") -> list[dict[str, Any]]:
    graph = sound(f"{more}  roles:\n    app: {{trust: {body}}}\n", region).graph
    assert graph is not None
    (role,) = graph.of(Role)
    policy = role.assume_role_policy
    text = "".join(one if isinstance(one, str) else f"{one.node.kind}.{one.name}" for one in pieces(*policy))
    statements: list[dict[str, Any]] = json.loads(text)["Statement"]
    return statements


GITHUB = "  oidc_providers: {github: {url: 'https://token.actions.githubusercontent.com'}}\n"
HOST = "token.actions.githubusercontent.com"
ARN = f"arn:aws:iam::123456789012:oidc-provider/{HOST}"


@pytest.mark.parametrize(
    ("body", "more", "provider", "condition"),
    [
        (
            "{oidc: {provider: github, subjects: 'repo:acme/shop:*'}}",
            GITHUB,
            "OidcProvider.arn",
            {
                "StringEquals": {f"{HOST}:aud": "sts.amazonaws.com"},
                "StringLike": {f"{HOST}:sub": "repo:acme/shop:*"},
            },
        ),
        (
            "{oidc: {provider: github, subjects: ['repo:b/c:x', 'repo:a/b:x']}}",
            f"  oidc_providers: {{github: {{existing: '{ARN}'}}}}\n",
            ARN,
            {"StringEquals": {f"{HOST}:aud": "sts.amazonaws.com", f"{HOST}:sub": ["repo:a/b:x", "repo:b/c:x"]}},
        ),
        (
            f"{{oidc: {{provider: '{ARN}', subjects: 'repo:a/b:x', audience: me}}}}",
            "",
            ARN,
            {"StringEquals": {f"{HOST}:aud": "me", f"{HOST}:sub": "repo:a/b:x"}},
        ),
    ],
)
def test_a_web_identity_is_of_a_provider_a_subject_and_an_audience(
    body: str, more: str, provider: str, condition: dict[str, Any]
) -> None:
    (statement,) = trust(body, more=more)
    assert statement["Principal"] == {"Federated": provider}
    assert statement["Action"] == "sts:AssumeRoleWithWebIdentity"
    assert statement["Condition"] == condition


def test_what_is_asked_of_accounts_is_not_asked_of_services() -> None:
    service, account = trust('{service: ec2, account: "123456789012", external_id: x, require_mfa: true}')
    assert service == {"Effect": "Allow", "Principal": {"Service": "ec2.amazonaws.com"}, "Action": "sts:AssumeRole"}
    assert account["Principal"] == {"AWS": "arn:aws:iam::123456789012:root"}
    assert account["Condition"] == {
        "StringEquals": {"sts:ExternalId": "x"},
        "Bool": {"aws:MultiFactorAuthPresent": "true"},
    }


def test_further_conditions_and_tags_are_of_all() -> None:
    (one,) = trust(
        '{account: "123456789012", session_tags: true, conditions: {IpAddress: {"aws:SourceIp": 1.2.3.0/24}}}'
    )
    assert one["Action"] == ["sts:AssumeRole", "sts:TagSession"]
    assert one["Condition"] == {"IpAddress": {"aws:SourceIp": "1.2.3.0/24"}}


def test_saml_is_for_the_page_of_aws() -> None:
    (one,) = trust("{saml: 'arn:aws:iam::123456789012:saml-provider/corp'}")
    assert one["Action"] == "sts:AssumeRoleWithSAML"
    assert one["Condition"] == {"StringEquals": {"SAML:aud": "https://signin.aws.amazon.com/saml"}}


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("{trust: {}}", "SPC003"),
        ("{trust: {services: ec2, external_id: x}}", "SPC003"),
        ("{trust: {service: ec2, require_mfa: true}}", "SPC003"),
        ("{trust: {oidc: {provider: gitlab, subjects: x}}}", "SPC004"),
        ("{trust: {oidc: {provider: 'arn:aws-cn:iam::123456789012:oidc-provider/x', subjects: x}}}", "SPC008"),
        ("{trust: {saml: corp}}", "SPC004"),
        ("{trust: {principals: 'role:none'}}", "SPC004"),
    ],
)
def test_a_trust_that_cannot_be_is_one_finding(body: str, code: str) -> None:
    assert [one for one, _ in said(spec(f"{GITHUB}  roles:\n    app: {body}\n"))] == [code]


def test_mfa_denies_all_but_its_set_up() -> None:
    graph = sound(
        "  groups: {staff: {require_mfa: true}}\n"
        "  users:\n    mina: {groups: [staff]}\n    joon: {groups: staff, path: /eng/}\n"
    ).graph
    assert graph is not None
    (policy,) = graph.of(Group)[0].inline_policies
    statements = json.loads(policy.document.text)["Statement"]
    assert statements[-1] == {
        "Sid": "DenyWithoutMFA",
        "Effect": "Deny",
        "NotAction": [
            "iam:CreateVirtualMFADevice",
            "iam:EnableMFADevice",
            "iam:GetUser",
            "iam:ListMFADevices",
            "iam:ListVirtualMFADevices",
            "iam:ResyncMFADevice",
            "sts:GetSessionToken",
        ],
        "Resource": "*",
        "Condition": {"BoolIfExists": {"aws:MultiFactorAuthPresent": "false"}},
    }
    own = next(one for one in statements if one["Sid"] == "ManageOwnMFA")
    assert own["Resource"] == ["arn:aws:iam::*:user/${aws:username}", "arn:aws:iam::*:user/eng/${aws:username}"]
    assert not any("CreateAccessKey" in str(one["NotAction"]) for one in statements if "NotAction" in one)


def test_the_policy_of_mfa_has_a_name_of_its_own() -> None:
    body = "{require_mfa: true, inline_policies: {require-mfa: {Statement: []}}}"
    assert [code for code, _ in said(spec(f"  groups:\n    staff: {body}\n"))][:1] == ["SPC013"]


@pytest.mark.parametrize(
    ("key", "code"),
    [
        ("password: x", "IAM109"),
        ("login_profile: {Password: x}", "IAM109"),
        ("access_keys: [a]", "IAM110"),
        ("mfa_devices: [a]", "IAM111"),
    ],
)
def test_secrets_of_users_are_refused_and_not_shown(key: str, code: str) -> None:
    checked = spec(f"  groups: {{staff: {{require_mfa: true}}}}\n  users:\n    mina: {{groups: [staff], {key}}}\n")
    assert [one for one, _ in said(checked)] == [code]


def test_a_user_is_in_its_groups_in_both_documents() -> None:
    graph = sound(
        "  groups: {b: {require_mfa: true}, a: {existing: old}}\n  users:\n    mina: {groups: [b, a]}\n"
    ).graph
    assert graph is not None
    assert [one.key for one in graph.of(User)[0].groups] == ["a", "b"]
    template, document = to_cloudformation(graph), to_terraform(graph)
    assert template["Resources"]["UserMina"]["Properties"]["Groups"] == ["old", {"Ref": "GroupB"}]
    membership = document["resource"]["aws_iam_user_group_membership"]["mina"]
    assert membership == {"user": "${aws_iam_user.mina.name}", "groups": ["old", "${aws_iam_group.b.name}"]}


REST = """vpcs:
  main:
    cidr: 10.0.0.0/16
    security_groups: {web: {egress: []}}
    tiers: {app: {subnets: {app-a: {zone: a, cidr: 10.0.0.0/24}}}}
instances:
  web: {image: ubuntu-24.04, type: t3.micro, subnet: app-a, security_groups: web}
buckets:
  logs: {}
  old: {existing: old-bucket}
log_groups:
  /app/web: {}
topics:
  alarms: {}
"""


@pytest.mark.parametrize(
    ("resource", "values", "template"),
    [
        ("bucket:logs", [("Bucket", "arn")], {"Fn::GetAtt": ["BucketLogs", "Arn"]}),
        ("bucket:logs/*", [("Bucket", "arn")], {"Fn::Join": ["", [{"Fn::GetAtt": ["BucketLogs", "Arn"]}, "/*"]]}),
        ("bucket:old/a*", [], "arn:aws:s3:::old-bucket/a*"),
        ("topic:alarms", [("Topic", "arn")], {"Ref": "TopicAlarms"}),
        (
            "instance:web",
            [("Account", "account_id"), ("Instance", "id")],
            {
                "Fn::Join": [
                    "",
                    [
                        "arn:aws:ec2:ap-northeast-2:",
                        {"Ref": "AWS::AccountId"},
                        ":instance/",
                        {"Ref": "InstanceWeb"},
                    ],
                ]
            },
        ),
        (
            "role:app",
            [("Account", "account_id")],
            {"Fn::Join": ["", ["arn:aws:iam::", {"Ref": "AWS::AccountId"}, ":role/apps/app"]]},
        ),
        ("*", [], "*"),
        ("arn:aws:s3:::x", [], "arn:aws:s3:::x"),
    ],
)
def test_an_entry_stands_where_an_arn_does(resource: str, values: list[tuple[str, str]], template: Any) -> None:
    action = "ec2:StopInstances" if resource.startswith("instance") else "s3:Get*"
    body = f"{POLICY}          - {{Effect: Allow, Action: '{action}', Resource: '{resource}'}}\n"
    graph = sound(f"{body}  roles:\n    app: {{trust: ec2, path: /apps/, managed_policies: [some]}}\n{REST}").graph
    assert graph is not None
    (policy,) = graph.of(ManagedPolicy)
    assert [(one.node.kind, one.name) for one in policy.document.values] == values
    (statement,) = to_cloudformation(graph)["Resources"]["ManagedPolicySome"]["Properties"]["PolicyDocument"][
        "Statement"
    ]
    assert statement["Resource"] == template
    assert json.loads(to_terraform(graph)["resource"]["aws_iam_policy"]["some"]["policy"])


def test_a_log_group_has_its_path_in_its_name() -> None:
    body = (
        f"{POLICY}          - {{Effect: Allow, Action: 'logs:PutLogEvents', Resource: 'log_group:/app/web:*'}}\n{REST}"
    )
    graph = sound(body).graph
    assert graph is not None
    (policy,) = graph.of(ManagedPolicy)
    assert [one for one in policy.document.values if one.node.kind == "LogGroup"] == [
        Value(("LogGroup", "/app/web"), "name")
    ]


@pytest.mark.parametrize(
    ("resource", "code", "fix"),
    [
        ("bucket:logz/*", "SPC004", '"bucket:logs/*"'),
        ("tier:app", "IAM127", None),
        ("buckets:logs", "IAM102", None),
    ],
)
def test_an_entry_that_cannot_be_named_is_a_finding(resource: str, code: str, fix: str | None) -> None:
    body = f"{POLICY}          - {{Effect: Allow, Action: 's3:GetObject', Resource: ['{resource}']}}\n{REST}"
    (one,) = [one for one in spec(body).diagnostics if one.level == "error"]
    assert one.problem.code == code
    assert [edit.text for found in one.fixes for edit in found.edits][:1] == ([fix] if fix else [])


@pytest.mark.parametrize(
    ("statement", "message"),
    [
        ("{Effect: Allow, Action: [], Resource: '*'}", "`Action` names nothing"),
        ("{Effect: Allow, Action: 's3:GetObject', Resource: 'arn:aws:s3'}", "`arn:aws:s3` is not a whole ARN"),
        ("{Sid: 1, Effect: Allow, Action: 's3:GetObject', Resource: '*'}", "`1` is a number, and a Sid is text"),
        ("{Effect: Allow, Actions: 's3:GetObject', Resource: '*'}", "a statement has no `Actions`"),
        (
            "{Effect: Allow, Action: 's3:GetObject', Resource: '*', Condition: {StringLikes: {'s3:prefix': a}}}",
            "there is no operator `StringLikes`",
        ),
        (
            "{Effect: Allow, Action: 's3:GetObject', Resource: '*', Condition: {NullIfExists: {'s3:prefix': true}}}",
            "`Null` asks whether a key exists, so it takes no `IfExists`",
        ),
        (
            "{Effect: Allow, Action: 's3:GetObject', Resource: '*', Condition: {Bool: {'aws:SecureTransport': 1}}}",
            "`Bool` cannot compare `aws:SecureTransport` with `1`",
        ),
        (
            "{Effect: Allow, Action: 's3:GetObject', Resource: '*', Condition: {IpAddress: {'aws:SourceIp': here}}}",
            "`IpAddress` cannot compare `aws:SourceIp` with `here`",
        ),
        (
            "{Effect: Allow, Action: 's3:GetObject', Resource: '*', Condition: {StringEquals: {prefix: a}}}",
            "`prefix` is not a condition key",
        ),
    ],
)
def test_the_grammar_says_what_is_wrong(statement: str, message: str) -> None:
    found = [one for one in said(spec(f"{POLICY}          - {statement}\n")) if one[0] == "IAM102"]
    assert ("IAM102", message) in found


@pytest.mark.parametrize(
    "condition",
    [
        "{'ForAllValues:StringEquals': {'aws:TagKeys': [a, b]}}",
        "{StringEqualsIfExists: {'aws:PrincipalTag/team': '${aws:PrincipalTag/team}'}}",
        "{Bool: {'aws:SecureTransport': false}, NumericLessThan: {'aws:MultiFactorAuthAge': 3600}}",
        "{DateGreaterThan: {'aws:CurrentTime': '2026-01-31T00:00:00Z'}, 'Null': {'aws:SourceVpce': true}}",
        "{ArnLike: {'aws:PrincipalArn': 'role:app'}, NotIpAddress: {'aws:SourceIp': [203.0.113.0/24, '2001::/16']}}",
    ],
)
def test_conditions_that_are_right_are_taken(condition: str) -> None:
    body = f"{POLICY}          - {{Effect: Deny, Action: 's3:GetObject', Resource: '*', Condition: {condition}}}\n"
    assert said(spec(f"{body}  roles:\n    app: {{trust: ec2, managed_policies: [some]}}\n")) == []


@pytest.mark.parametrize(
    ("action", "found"),
    [
        ("s3:GetObject", None),
        ("S3:getobject", None),
        ("s3:Get*", None),
        ("ec2:*", None),
        ("ec2:Describe?pcs", None),
        ("s3:GetObjct", ("IAM128", "s3:GetObject")),
        ("s4:GetObject", ("IAM129", None)),
        ("dynamdb:PutItem", ("IAM128", "dynamodb:PutItem")),
        ("newservice:Do", ("IAM129", None)),
        ("s3:Frobnicate", ("IAM129", None)),
        ("s3:Frob*", ("IAM129", None)),
    ],
)
def test_actions_are_looked_up(action: str, found: tuple[str, str | None] | None) -> None:
    body = f"{POLICY}          - {{Effect: Deny, Action: '{action}', Resource: 'arn:aws:s3:::x/*'}}\n"
    diagnostics = [one for one in spec(body).diagnostics if one.problem.code in ("IAM128", "IAM129")]
    if found is None:
        assert diagnostics == []
        return
    (one,) = diagnostics
    assert one.problem.code == found[0]
    assert [edit.text for mend in one.fixes for edit in mend.edits] == ([found[1]] if found[1] else [])


@pytest.mark.parametrize(
    ("key", "found"),
    [
        ("aws:SourceIp", []),
        ("aws:sourceip", []),
        ("aws:PrincipalTag/team", []),
        ("s3:anything", []),
        ("aws:SourcIp", ["IAM130"]),
    ],
)
def test_keys_of_every_request_are_looked_up(key: str, found: list[str]) -> None:
    condition = f"{{StringLike: {{'{key}': x}}}}"
    body = f"{POLICY}          - {{Effect: Deny, Action: 's3:GetObject', Resource: '*', Condition: {condition}}}\n"
    assert [code for code, _ in said(spec(body)) if code == "IAM130"] == found


@pytest.mark.parametrize(
    ("groups", "user", "found"),
    [
        ("staff: {require_mfa: true}", "groups: [staff]", []),
        ("staff: {}", "groups: [staff]", ["IAM107"]),
        ("staff: {existing: old}", "groups: [staff]", []),
        ("staff: {require_mfa: true}", "groups: []", ["IAM107"]),
        ("staff: {managed_policies: ['arn:aws:iam::123456789012:policy/mfa']}", "groups: [staff]", []),
        ("staff: {require_mfa: true}", "groups: [staff], managed_policies: [SecurityAudit]", ["IAM108"]),
    ],
)
def test_a_second_factor_is_asked_of_every_user(groups: str, user: str, found: list[str]) -> None:
    body = f"  groups:\n    {groups}\n  users:\n    mina: {{{user}}}\n"
    assert [code for code, _ in said(spec(body))] == found


def test_long_term_keys_escape_a_condition_without_if_exists() -> None:
    deny = (
        "{Effect: Deny, NotAction: 'iam:*', Resource: '*', Condition: {Bool: {'aws:MultiFactorAuthPresent': 'false'}}}"
    )
    group = f"staff: {{inline_policies: {{mfa: {{Statement: [{deny}]}}}}}}"
    body = f"  groups:\n    {group}\n  users: {{mina: {{groups: [staff]}}}}\n"
    (one,) = spec(body).diagnostics
    assert one.problem.code == "IAM107"
    assert [edit.text for edit in one.fixes[0].edits] == ["BoolIfExists"]


def test_a_password_policy_is_a_command_where_no_type_is() -> None:
    checked = sound(
        "  password_policy: {minimum_length: 16, require_symbols: false, max_age_days: 90, reuse_prevention: 5}\n"
    )
    (one,) = [one for one in rendered(checked)[0].diagnostics if one.problem.code == "OUT111"]
    assert one.help is not None
    assert one.help.endswith(
        "aws iam update-account-password-policy --minimum-password-length 16 --require-uppercase-characters "
        "--require-lowercase-characters --require-numbers --allow-users-to-change-password --max-password-age 90 "
        "--password-reuse-prevention 5"
    )
    assert checked.graph is not None
    document = to_terraform(checked.graph)["resource"]["aws_iam_account_password_policy"]["password_policy"]
    assert document == {
        "minimum_password_length": 16,
        "require_uppercase_characters": True,
        "require_lowercase_characters": True,
        "require_numbers": True,
        "require_symbols": False,
        "allow_users_to_change_password": True,
        "max_password_age": 90,
        "password_reuse_prevention": 5,
        "hard_expiry": False,
    }


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("minimum_length: 6", []),
        ("minimum_length: 5", ["IAM112"]),
        ("minimum_length: 129", ["IAM112"]),
        ("max_age_days: 1095", []),
        ("max_age_days: 1096", ["IAM112"]),
        ("max_age_days: 0", ["IAM112"]),
        ("reuse_prevention: 25", ["IAM112"]),
    ],
)
def test_a_password_policy_has_numbers_of_iam(line: str, found: list[str]) -> None:
    assert [code for code, _ in said(spec(f"  password_policy: {{{line}}}\n"))] == found


def test_a_password_policy_is_no_section_of_names() -> None:
    assert [code for code, _ in said(spec("  password_policy: strict\n"))] == ["SPC003"]
    assert [code for code, _ in said(spec("  password_policy: {minimal_length: 8}\n"))] == ["SPC001"]
    top = "version: 1\nname: demo\nregion: ap-northeast-2\npassword_policy: {}\n"
    (one,) = check(top.encode(), "spec.yaml").diagnostics
    assert (one.problem.code, one.help) == ("SPC001", "indent it below `iam:`")


@pytest.mark.parametrize(
    ("subjects", "found"),
    [("'repo:acme/shop:*'", []), ("'repo:*'", ["IAM134"]), ("'*'", ["IAM134"]), ("['repo:*', 'repo:a/b:x']", [])],
)
def test_a_provider_of_all_the_world_is_narrowed(subjects: str, found: list[str]) -> None:
    body = f"{GITHUB}  roles:\n    app: {{trust: {{oidc: {{provider: github, subjects: {subjects}}}}}}}\n"
    assert [code for code, _ in said(spec(body))] == found


def test_a_policy_does_not_wait_for_itself() -> None:
    own = "inline_policies: {own: {Statement: {Effect: Allow, Action: 'ec2:CreateTags', Resource: 'instance:web'}}}"
    used = REST.replace("security_groups: web}", "security_groups: web, role: app}")
    body = f"  roles:\n    app: {{trust: ec2, {own}}}\n{used}"
    assert [code for code, _ in said(spec(body)) if code.startswith("IAM13")] == ["IAM131"]
    other = "  roles:\n    app: {trust: ec2}\n    ops: {trust: lambda, " + own + "}\n"
    assert [code for code, _ in said(spec(other + REST)) if code.startswith("IAM13")] == []


@pytest.mark.parametrize(
    ("holder", "count", "found"),
    [("groups", 10, []), ("groups", 11, ["IAM104"])],
)
def test_a_group_has_ten_policies(holder: str, count: int, found: list[str]) -> None:
    names = ", ".join(f"'arn:aws:iam::123456789012:policy/p-{n}'" for n in range(count))
    assert [code for code, _ in said(spec(f"  {holder}:\n    staff: {{managed_policies: [{names}]}}\n"))] == found


def test_a_user_is_in_ten_groups() -> None:
    groups = "".join(f"    g{n}: {{require_mfa: true}}\n" for n in range(11))
    names = ", ".join(f"g{n}" for n in range(11))
    assert [code for code, _ in said(spec(f"  groups:\n{groups}  users:\n    mina: {{groups: [{names}]}}\n"))] == [
        "IAM104"
    ]


@pytest.mark.parametrize(("holder", "most"), [("groups", 5120), ("users", 2048)])
def test_policies_of_ones_own_have_a_size(holder: str, most: int) -> None:
    for size, found in ((most - 200, False), (most + 1, True)):
        statement = f"{{Effect: Allow, Action: 's3:GetObject', Resource: 'arn:aws:s3:::{'x' * size}/*'}}"
        checked = spec(f"  {holder}:\n    one: {{inline_policies: {{own: {{Statement: [{statement}]}}}}}}\n")
        assert ("IAM103" in [code for code, _ in said(checked)]) is found


@pytest.mark.parametrize("key", ["savings_plans", "savings-plan", "reserved_instances"])
def test_what_is_bought_is_no_resource(key: str) -> None:
    head = "version: 1\nname: demo\nregion: ap-northeast-2\nvpcs: {main: {cidr: 10.0.0.0/16}}\n"
    text = f"{head}{key}: {{compute: {{}}}}\n"
    (one,) = check(text.encode(), "spec.yaml").diagnostics
    assert one.problem.code == "SPC001"
    assert "neither CloudFormation nor Terraform buys them" in one.message
