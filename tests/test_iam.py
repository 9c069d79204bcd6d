"""Roles and policies: what is read, what is made of it, and that text arrives as written."""

import json
from typing import Any

import pytest
from weighed import check

from infraspec.cloudformation.emit import emit as to_cloudformation
from infraspec.compiler import Checked
from infraspec.data import managed_policies
from infraspec.graph.iam import InstanceProfile, ManagedPolicy, Role
from infraspec.terraform.emit import emit as to_terraform

HEAD = "version: 1\nname: demo\nregion: {region}\niam:\n"


def spec(body: str, region: str = "ap-northeast-2") -> Checked:
    return check((HEAD.format(region=region) + body).encode(), "spec.yaml")


def role(body: str, region: str = "ap-northeast-2") -> Role:
    checked = spec(f"  roles:\n    app: {body}\n", region)
    assert [one.message for one in checked.diagnostics] == []
    assert checked.graph is not None
    return checked.graph.of(Role)[0]


def said(checked: Checked) -> list[tuple[str, str]]:
    return [(one.problem.code, one.message) for one in checked.diagnostics]


@pytest.mark.parametrize(
    ("region", "name", "arn"),
    [
        ("ap-northeast-2", "AmazonSSMManagedInstanceCore", "arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore"),
        ("cn-north-1", "AmazonSSMManagedInstanceCore", "arn:aws-cn:iam::aws:policy/AmazonSSMManagedInstanceCore"),
        ("us-gov-west-1", "ReadOnlyAccess", "arn:aws-us-gov:iam::aws:policy/ReadOnlyAccess"),
        (
            "us-east-1",
            "AmazonRDSEnhancedMonitoringRole",
            "arn:aws:iam::aws:policy/service-role/AmazonRDSEnhancedMonitoringRole",
        ),
        ("us-east-1", "ViewOnlyAccess", "arn:aws:iam::aws:policy/job-function/ViewOnlyAccess"),
        ("us-east-1", "arn:aws:iam::123456789012:policy/mine", "arn:aws:iam::123456789012:policy/mine"),
    ],
)
def test_a_policy_of_aws_is_found_by_its_name(region: str, name: str, arn: str) -> None:
    assert role(f'{{trust: ec2, managed_policies: ["{name}"]}}', region).managed_policy_arns == (arn,)


def test_a_policy_that_nobody_has_is_a_finding_with_the_nearest() -> None:
    checked = spec("  roles:\n    app: {trust: ec2, managed_policies: [AmazonSSMManagedInstanceCor]}\n")
    assert said(checked) == [("IAM105", "no policy is called `AmazonSSMManagedInstanceCor`, here or among AWS's own")]
    assert checked.diagnostics[0].help == "write `AmazonSSMManagedInstanceCore`"


def test_the_table_of_policies_has_what_everyone_uses() -> None:
    assert {"AdministratorAccess", "CloudWatchAgentServerPolicy", "SecretsManagerReadWrite"} <= set(
        managed_policies.paths()
    )
    assert len(managed_policies.date()) == len("2026-05")


@pytest.mark.parametrize(
    ("region", "trust", "principal"),
    [
        ("us-east-1", "ec2", {"Service": "ec2.amazonaws.com"}),
        ("cn-north-1", "[ec2, lambda]", {"Service": ["ec2.amazonaws.com.cn", "lambda.amazonaws.com"]}),
        ("us-east-1", "monitoring.rds.amazonaws.com", {"Service": "monitoring.rds.amazonaws.com"}),
        ("us-east-1", '{account: "012345678901"}', {"AWS": "arn:aws:iam::012345678901:root"}),
        (
            "cn-north-1",
            '{service: ec2, accounts: ["012345678901"]}',
            {"Service": "ec2.amazonaws.com.cn", "AWS": "arn:aws-cn:iam::012345678901:root"},
        ),
    ],
)
def test_a_trust_in_short_is_a_whole_policy(region: str, trust: str, principal: dict[str, Any]) -> None:
    written = json.loads(role(f"{{trust: {trust}}}", region).assume_role_policy.text)
    assert written == {
        "Version": "2012-10-17",
        "Statement": [{"Effect": "Allow", "Principal": principal, "Action": "sts:AssumeRole"}],
    }


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("{trust: ec2, instance_profile: other}", [("other", None)]),
        ("{trust: [lambda, ec2]}", [("app", None)]),
        (
            "{trust: {Statement: {Effect: Allow, Principal: {Service: ec2.amazonaws.com}, Action: sts:AssumeRole}}}",
            [("app", None)],
        ),
        ("{trust: lambda}", []),
        ("{existing: old}", [("old", "old")]),
        ("{existing: old, instance_profile: older}", [("older", "older")]),
    ],
)
def test_a_role_that_instances_may_take_has_a_profile(body: str, found: list[tuple[str, str | None]]) -> None:
    checked = spec(f"  roles:\n    app: {body}\n    beside: {{trust: lambda}}\n")
    assert said(checked) == []
    assert checked.graph is not None
    assert [(one.profile_name, one.existing) for one in checked.graph.of(InstanceProfile)] == found


def test_sessions_are_in_seconds_or_hours() -> None:
    assert role("{trust: ec2}").max_session_duration == 3600
    assert role("{trust: ec2, max_session_hours: 12}").max_session_duration == 43200
    assert role("{trust: ec2, max_session_duration: 5000}").max_session_duration == 5000


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("{description: x}", "SPC002"),
        ("{trust: ec2, max_session_hours: 2, max_session_duration: 7200}", "SPC003"),
        ("{trust: 5}", "SPC003"),
        ("{trust: {account: 123456789012}}", "SPC003"),
        ('{trust: {account: "1234"}}', "IAM101"),
        ("{trust: {servce: ec2}}", "SPC001"),
        ("{existing: arn:aws:iam::123456789012:role/x}", "SPC008"),
        ("{trust: ec2, permissions_boundary: nobody-has-it}", "IAM105"),
        ("{trust: ec2, managed_policies: policy:none}", "SPC004"),
        ("{trust: nowhere.example.com}", "IAM101"),
    ],
)
def test_what_cannot_be_is_one_finding(body: str, code: str) -> None:
    assert [found for found, _ in said(spec(f"  roles:\n    app: {body}\n"))] == [code]


@pytest.mark.parametrize(
    ("statement", "code", "words"),
    [
        ("{Effect: Allow, Action: s3:GetObject}", "IAM102", "`Resource`"),
        ('{Effect: Maybe, Action: "s3:*", Resource: "arn:aws:s3:::b"}', "IAM102", "Effect"),
        ('{Effect: Allow, Resource: "arn:aws:s3:::b"}', "IAM102", "`Action`"),
        ('{Effect: Allow, Action: s3, Resource: "arn:aws:s3:::b"}', "IAM102", "not an action"),
        ('{Effect: Allow, Action: "s3:*", Resource: bucket}', "IAM102", "not a resource"),
        ('{Effect: Allow, Action: "s3:*", Resource: "arn:aws:s3:::b", Sid: a-b}', "IAM102", "Sid"),
        ('{Effect: Allow, Action: "s3:*", Resource: "arn:aws:s3:::b", Resorce: x}', "IAM102", "`Resorce`"),
        ('{Effect: Allow, Principal: "*", Action: "s3:*", Resource: "arn:aws:s3:::b"}', "IAM102", "`Principal`"),
        ('{Effect: Allow, Action: "s3:*", Resource: "arn:aws:s3:::b", Condition: yes}', "YML003", "yes"),
        ("just-text", "IAM102", "a mapping"),
        ('{Effect: Allow, Action: iam:PassRole, Resource: "*"}', "IAM106", "hand"),
        ('{Effect: Allow, NotAction: iam:PassRole, Resource: "arn:aws:s3:::b"}', "IAM106", "NotAction"),
    ],
)
def test_a_statement_is_read_by_the_grammar_of_iam(statement: str, code: str, words: str) -> None:
    checked = spec(f"  policies:\n    one:\n      document:\n        Statement:\n          - {statement}\n")
    found = [one for one in said(checked) if one[0] == code]
    assert len(found) == 1, said(checked)
    assert words in found[0][1]


@pytest.mark.parametrize(
    ("document", "words"),
    [
        ("{}", "no `document`"),
        ('{Version: "2012-10-17"}', "no `Statement`"),
        ('{Version: "2020-01-01", Statement: {Effect: Deny, Action: "s3:*", Resource: "*"}}', "no version"),
        ('{Version: "2008-10-17", Statement: {Effect: Deny, Action: "s3:*", Resource: "${aws:x}"}}', "mean nothing"),
        ('{Statements: {Effect: Deny, Action: "s3:*", Resource: "*"}}', "no `Statements`"),
    ],
)
def test_a_document_is_read_by_the_grammar_of_iam(document: str, words: str) -> None:
    checked = spec(f"  policies:\n    one: {{document: {document}}}\n")
    assert any(words in message for _, message in said(checked)), said(checked)


POLICIES = """  policies:
    read:
      document:
        Statement:
          - {Effect: Allow, Action: s3:GetObject, Resource: "arn:aws:s3:::b/${aws:username}/%{x}/é"}
    theirs: {existing: "arn:aws:iam::123456789012:policy/theirs"}
  roles:
    app:
      trust: ec2
      managed_policies: [theirs, read, ReadOnlyAccess]
      permissions_boundary: read
      inline_policies:
        own: {Statement: {Effect: Deny, Action: "*", Resource: "arn:aws:s3:::${aws:username}"}}
"""


def test_policy_variables_arrive_as_they_are_written_in_both() -> None:
    checked = spec(POLICIES)
    assert said(checked) == []
    assert checked.graph is not None
    resources = to_cloudformation(checked.graph)["Resources"]
    document = resources["ManagedPolicyRead"]["Properties"]["PolicyDocument"]
    assert document["Version"] == "2012-10-17"
    assert document["Statement"][0]["Resource"] == "arn:aws:s3:::b/${aws:username}/%{x}/é"
    text = to_terraform(checked.graph)["resource"]["aws_iam_policy"]["read"]["policy"]
    assert json.loads(text.replace("$${", "${").replace("%%{", "%{")) == document
    assert "$${aws:username}" in text


def test_both_attach_the_same_policies() -> None:
    graph = spec(POLICIES).graph
    assert graph is not None
    made = to_cloudformation(graph)["Resources"]["RoleApp"]["Properties"]
    assert made["ManagedPolicyArns"] == [
        "arn:aws:iam::aws:policy/ReadOnlyAccess",
        {"Ref": "ManagedPolicyRead"},
        "arn:aws:iam::123456789012:policy/theirs",
    ]
    assert made["PermissionsBoundary"] == {"Ref": "ManagedPolicyRead"}
    assert [one["PolicyName"] for one in made["Policies"]] == ["own"]
    terraform = to_terraform(graph)["resource"]
    attached = [one["policy_arn"] for one in terraform["aws_iam_role_policy_attachment"].values()]
    assert sorted(attached) == [
        "${aws_iam_policy.read.arn}",
        "arn:aws:iam::123456789012:policy/theirs",
        "arn:aws:iam::aws:policy/ReadOnlyAccess",
    ]
    assert terraform["aws_iam_role"]["app"]["permissions_boundary"] == "${aws_iam_policy.read.arn}"
    assert "theirs" not in terraform["aws_iam_policy"]


def test_two_policies_of_one_name_in_two_accounts_are_two_attachments() -> None:
    arns = [f"arn:aws:iam::{account}:policy/same" for account in ("111111111111", "222222222222")]
    graph = spec(f"  roles:\n    app: {{trust: ec2, managed_policies: {json.dumps(arns)}}}\n").graph
    assert graph is not None
    attachments = to_terraform(graph)["resource"]["aws_iam_role_policy_attachment"]
    assert sorted(one["policy_arn"] for one in attachments.values()) == arns


def test_a_broken_policy_is_reported_once() -> None:
    body = POLICIES.replace("read:\n      document:", "read:\n      documnt:")
    assert [code for code, _ in said(spec(body))] == ["SPC001"]


def test_the_order_of_policies_says_nothing() -> None:
    other = POLICIES.replace("[theirs, read, ReadOnlyAccess]", "[ReadOnlyAccess, read, theirs]")
    one, two = spec(POLICIES).graph, spec(other).graph
    assert one is not None
    assert two is not None
    assert to_cloudformation(one) == to_cloudformation(two)
    assert [policy.key for policy in one.of(ManagedPolicy)] == ["read", "theirs"]
