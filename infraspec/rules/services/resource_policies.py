"""Policies of buckets and keys."""

import json
from collections.abc import Iterator
from typing import Any

from infraspec.analysis.policies import listed, readable, resource_policies, statements
from infraspec.analysis.policy_grammar import wrong_document, wrong_statement
from infraspec.diagnostic import Finding, Level, Problem
from infraspec.graph.graph import Graph
from infraspec.graph.kms import Key
from infraspec.rules.rule import Rule

_HEAD = "version: 1\nname: demo\nregion: ap-northeast-2\n"

STATEMENT = Problem(
    code="STO113",
    name="bucket-policy-statement",
    level=Level.ERROR,
    title="A statement that the policy of a bucket or a key cannot have",
    explanation="A statement says `Effect`, `Principal` (who), and `Action` or `NotAction`; of a key also `Resource`, which is `*`. In the "
    "policy of a bucket `Resource` may be left out: it is then the bucket and all in it.",
    bad=_HEAD
    + "buckets:\n  shop:\n    policy:\n      Statement:\n        - {Effect: Allow, Action: s3:GetObject}  # <- STO113\n",
    good=_HEAD
    + "buckets:\n  shop:\n    policy:\n      Statement:\n"
    + '        - {Effect: Allow, Principal: {AWS: "arn:aws:iam::123456789012:root"}, Action: s3:GetObject}\n',
    source="https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-policy-language-overview.html",
)
LOCKED_OUT = Problem(
    code="KMS103",
    name="key-that-nobody-can-change",
    level=Level.ERROR,
    title="A key policy that locks the account out",
    explanation="A statement that denies everything to everyone, or to the account, takes the key from those who administer it; AWS refuses "
    "such a policy, and only its support could bring the key back. Add a `Condition`, or deny fewer actions.",
    bad=_HEAD
    + "kms_keys:\n  data:\n    policy:  # <- KMS103\n      Statement:\n"
    + '        - {Effect: Deny, Principal: "*", Action: "kms:*", Resource: "*"}\n',
    good=_HEAD
    + "kms_keys:\n  data:\n    policy:\n      Statement:\n"
    + '        - {Effect: Deny, Principal: "*", Action: "kms:ScheduleKeyDeletion", Resource: "*"}\n',
    source="https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-overview.html",
)


def statement(graph: Graph) -> Iterator[Finding]:
    """Read each policy by IAM's grammar."""
    for policy in resource_policies(graph):
        for message, help_ in wrong_document(policy):
            yield Finding(problem=STATEMENT, at=policy.at, message=message, help=help_, on_key=True)
        for one, at in statements(policy):
            for message, help_ in wrong_statement(one, "resource"):
                yield Finding(problem=STATEMENT, at=at, message=message, help=help_)


def locked_out(graph: Graph) -> Iterator[Finding]:
    """Look for what denies everything without a condition."""
    for key in graph.of(Key):
        if key.existing is None:
            found = json.loads(readable(key.key_policy))["Statement"]
            if any(_denies_all(one) for one in found if isinstance(one, dict)):
                message = f"the policy of `{key.key}` takes the key from everyone, those included who administer it"
                help_ = "deny fewer actions, or add a `Condition`"
                yield Finding(problem=LOCKED_OUT, at=(*key.origin, "policy"), message=message, help=help_, on_key=True)


def _denies_all(statement: dict[str, Any]) -> bool:
    principal = statement.get("Principal")
    whom = listed(principal.get("AWS")) if isinstance(principal, dict) else [principal]
    everyone = any(one == "*" or str(one).endswith(":root") for one in whom)
    actions = {*listed(statement.get("Action"))}
    everything = bool(actions & {"*", "kms:*", "kms:PutKeyPolicy", "kms:Put*"})
    return everyone and everything and statement.get("Effect") == "Deny" and not statement.get("Condition")


RULES = (Rule(STATEMENT, statement), Rule(LOCKED_OUT, locked_out))
