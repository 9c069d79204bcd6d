"""IAM's policies: their grammar, and who may take a role."""

import json
import re
from collections.abc import Iterator
from typing import Any

from infraspec.analysis.policies import Written, listed, policies, statements
from infraspec.diagnostic import Finding, Level, Problem
from infraspec.graph.graph import Graph
from infraspec.rules.rule import Rule

_HEAD = "version: 1\nname: demo\nregion: ap-northeast-2\niam:\n"
_GRAMMAR = "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html"

TRUST = Problem(
    code="IAM101",
    name="trust-policy",
    level=Level.ERROR,
    title="A trust policy by which nobody can take the role",
    explanation="A trust policy names who may take the role (`Principal`) and allows `sts:AssumeRole` or one of its "
    "kin. It has no `Resource`, since the role itself is what is taken. Services are named in full, as in "
    "`lambda.amazonaws.com`; `trust: lambda` writes that.",
    bad=_HEAD
    + """  roles:
    deploy:
      trust:
        Statement:
          - {Effect: Allow, Principal: {Service: lambda.amazonaws.com}, Action: lambda:InvokeFunction}  # <- IAM101
""",
    good=_HEAD
    + """  roles:
    deploy:
      trust:
        Statement:
          - {Effect: Allow, Principal: {Service: lambda.amazonaws.com}, Action: sts:AssumeRole}
""",
    source=_GRAMMAR,
)
_SERVICE = r"[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:amazonaws\.com(?:\.cn)?|aws\.internal|amazon\.com)\Z"
_ACCOUNT = r"(?:arn:aws[a-z-]*:(?:iam|sts)::)?[0-9]{12}(?::.+)?\Z"


def trust_policy(graph: Graph) -> Iterator[Finding]:
    """Look at who each trust policy names and what it allows."""
    for policy in policies(graph):
        if policy.is_trust:
            written = list(statements(policy))
            for statement, at in written:
                for message, help_ in _distrust(statement):
                    yield Finding(problem=TRUST, at=at, message=message, help=help_)
            if not written:
                yield Finding(problem=TRUST, at=policy.at, message="the trust policy has no statement")


def _distrust(statement: Any) -> Iterator[tuple[str, str]]:
    """What is wrong with one statement of a trust policy, and what to write."""
    if not isinstance(statement, dict):
        return
    if "Resource" in statement or "NotResource" in statement:
        yield "a trust policy has no `Resource`: the role itself is what is taken", "remove it"
    if "Principal" not in statement and "NotPrincipal" not in statement:
        yield "the trust policy does not say who may take the role", "add `Principal: {Service: ec2.amazonaws.com}`"
    actions = listed(statement.get("Action"))
    if actions and not any(action == "*" or str(action).lower().startswith("sts:") for action in actions):
        yield "the trust policy allows other things than to take the role", "write `Action: sts:AssumeRole`"
    principal = statement.get("Principal")
    if isinstance(principal, dict):
        for service in listed(principal.get("Service")):
            if not re.match(_SERVICE, str(service)):
                yield f"`{service}` is not the full name of a service", "write one such as ec2.amazonaws.com"
        for account in listed(principal.get("AWS")):
            if account != "*" and not re.match(_ACCOUNT, str(account)):
                yield f"`{account}` is no account", 'write its twelve digits in quotes, "123456789012"'


STATEMENT = Problem(
    code="IAM102",
    name="policy-statement",
    level=Level.ERROR,
    title="A policy statement that IAM refuses",
    explanation="A statement has an `Effect`, `Allow` or `Deny`; one of `Action` and `NotAction`; and one of `Resource` and "
    "`NotResource`. Who it speaks of (`Principal`) stands in trust policies only. The version is `2012-10-17`, which is "
    "written where it is left out: before it `${aws:username}` and its like had no meaning.",
    bad=_HEAD
    + """  policies:
    read:
      document:
        Statement:
          - {Effect: Allow, Action: s3:GetObject}  # <- IAM102
""",
    good=_HEAD
    + """  policies:
    read:
      document:
        Statement:
          - {Effect: Allow, Action: s3:GetObject, Resource: "arn:aws:s3:::bucket/*"}
""",
    source=_GRAMMAR,
)
_KEYS = ("Sid", "Effect", "Principal", "NotPrincipal", "Action", "NotAction", "Resource", "NotResource", "Condition")
_ACTION = r"\*\Z|[a-zA-Z0-9-]+:[a-zA-Z0-9*?_-]+\Z"
_SID = r"[A-Za-z0-9]*\Z"
_VERSIONS = ("2012-10-17", "2008-10-17")


def policy_statement(graph: Graph) -> Iterator[Finding]:
    """Read each statement by IAM's grammar."""
    for policy in policies(graph):
        for message, help_ in _document(policy):
            yield Finding(problem=STATEMENT, at=policy.at, message=message, help=help_)
        for statement, at in statements(policy):
            for message, help_ in _statement(statement, is_trust=policy.is_trust):
                yield Finding(problem=STATEMENT, at=at, message=message, help=help_)


def _document(policy: Written) -> Iterator[tuple[str, str]]:
    """What is wrong with a policy as a whole."""
    document = json.loads(policy.text)
    for key in document:
        if key not in ("Version", "Id", "Statement"):
            yield f"a policy has no `{key}`", "it has `Version` and `Statement`"
    if not document.get("Statement"):
        yield "the policy has no `Statement`", "add `Statement:` with a list"
    version = document.get("Version")
    if version not in _VERSIONS:
        yield f"there is no version `{version}` of policies", 'remove it, or write Version: "2012-10-17"'
    elif version == _VERSIONS[1] and "${" in policy.text:
        yield "policy variables such as `${aws:username}` mean nothing in version 2008-10-17", "remove `Version`"
    sids = [one.get("Sid") for one, _ in statements(policy) if isinstance(one, dict) and one.get("Sid")]
    for sid in sorted({str(one) for one in sids if sids.count(one) > 1}):
        yield f"two statements have the Sid `{sid}`", "give each its own, or none"


def _statement(statement: Any, *, is_trust: bool) -> Iterator[tuple[str, str]]:
    """What is wrong with one statement, and what to write."""
    if not isinstance(statement, dict):
        yield "a statement is a mapping", "write {Effect: …, Action: …, Resource: …}"
        return
    for key in statement:
        if key not in _KEYS:
            yield f"a statement has no `{key}`", f"it has {', '.join(_KEYS)}"
    if statement.get("Effect") not in ("Allow", "Deny"):
        yield "the statement does not say `Effect: Allow` or `Effect: Deny`", "add `Effect: Allow`"
    pairs = [("Action", "NotAction")] if is_trust else [("Action", "NotAction"), ("Resource", "NotResource")]
    for one, other in pairs:
        if (one in statement) == (other in statement):
            both = "both are written" if one in statement else "neither is written"
            yield f"a statement has one of `{one}` and `{other}`, but {both}", f"write `{one}:`"
    if not is_trust and ("Principal" in statement or "NotPrincipal" in statement):
        yield "only a trust policy has a `Principal`", "remove it: it is whoever has the policy"
    yield from _forms(statement)


def _forms(statement: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """What is wrong with the values of a statement."""
    for action in (*listed(statement.get("Action")), *listed(statement.get("NotAction"))):
        if not isinstance(action, str) or not re.match(_ACTION, action):
            yield f"`{action}` is not an action", "write one such as s3:GetObject or ec2:Describe*"
    for resource in (*listed(statement.get("Resource")), *listed(statement.get("NotResource"))):
        if not isinstance(resource, str) or not resource.startswith(("arn:", "*", "${")):
            yield f"`{resource}` is not a resource", 'write an ARN, or "*"'
    if not re.match(_SID, str(statement.get("Sid", ""))):
        yield f"`{statement['Sid']}` cannot be a Sid", "it has letters and digits alone"
    condition = statement.get("Condition", {})
    if not isinstance(condition, dict) or not all(isinstance(one, dict) for one in condition.values()):
        yield "a `Condition` maps operators to keys and values", 'write {StringEquals: {"aws:RequestTag/team": web}}'


RULES = (Rule(TRUST, trust_policy), Rule(STATEMENT, policy_statement))
