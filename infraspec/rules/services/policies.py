"""IAM's policies: their grammar, and who may take a role."""

import re
from collections.abc import Iterator
from typing import Any

from infraspec.analysis.policies import listed, policies, statements
from infraspec.analysis.policy_grammar import wrong_document, wrong_statement
from infraspec.diagnostic import Edit, Finding, Level, Problem, fix
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


_ACTION = "write Action: "
_FEDERATED = (
    (r"arn:aws[a-z-]*:iam::[0-9]{12}:saml-provider/", "sts:assumerolewithsaml", "sts:AssumeRoleWithSAML"),
    (r"", "sts:assumerolewithwebidentity", "sts:AssumeRoleWithWebIdentity"),
)
"""The form of a federated principal, and the action by which it takes a role."""


def trust_policy(graph: Graph) -> Iterator[Finding]:
    """Look at who each trust policy names and what it allows."""
    for policy in policies(graph):
        if policy.is_trust:
            written = list(statements(policy))
            for statement, at in written:
                for message, help_ in _distrust(statement):
                    is_action = help_.startswith(_ACTION)
                    action = help_.removeprefix(_ACTION)
                    fixes = fix(help_, Edit((*at, "Action"), action)) if is_action else ()
                    yield Finding(problem=TRUST, at=at, message=message, help=help_, fixes=fixes)
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
        yield "the trust policy allows other things than to take the role", f"{_ACTION}sts:AssumeRole"
    principal = statement.get("Principal")
    if isinstance(principal, dict):
        yield from _federated(principal, [str(action).lower() for action in actions])
        for service in listed(principal.get("Service")):
            if not re.match(_SERVICE, str(service)):
                yield f"`{service}` is not the full name of a service", "write one such as ec2.amazonaws.com"
        for account in listed(principal.get("AWS")):
            if account != "*" and not re.match(_ACCOUNT, str(account)):
                yield f"`{account}` is no account", 'write its twelve digits in quotes, "123456789012"'


def _federated(principal: dict[str, Any], allowed: list[str]) -> Iterator[tuple[str, str]]:
    """What a provider's people and programs would take the role by, where it is not allowed."""
    for provider in listed(principal.get("Federated")):
        needed, said = next((one[1:] for one in _FEDERATED if re.match(one[0], str(provider))), ("", ""))
        if allowed and not any(one in (needed, "*", "sts:*", "sts:assumerole*") for one in allowed):
            yield f"whoever `{provider}` vouches for takes a role by {said}", f"{_ACTION}{said}"


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


def policy_statement(graph: Graph) -> Iterator[Finding]:
    """Read each statement by IAM's grammar."""
    for policy in policies(graph):
        for message, help_ in wrong_document(policy):
            yield Finding(problem=STATEMENT, at=policy.at, message=message, help=help_)
        for statement, at in statements(policy):
            for message, help_ in wrong_statement(statement, "trust" if policy.is_trust else "identity"):
                yield Finding(problem=STATEMENT, at=at, message=message, help=help_)


RULES = (Rule(TRUST, trust_policy), Rule(STATEMENT, policy_statement))
