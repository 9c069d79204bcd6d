"""IAM: how long and how many policies may be, and what they should not allow."""

from collections.abc import Iterator
from typing import Any

from infraspec.analysis.policies import listed, policies, statements
from infraspec.diagnostic import Finding, Level, Problem, SpecPath
from infraspec.graph.graph import Graph
from infraspec.graph.iam import ManagedPolicy, Role
from infraspec.rules.rule import Rule

_HEAD = "version: 1\nname: demo\nregion: ap-northeast-2\niam:\n"
_QUOTAS = "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html"

MANAGED_MAX = 6144
INLINE_MAX = 10240
TRUST_MAX = 4096
"""Characters without white space; inline policies of one role together. A trust policy may have 2,048 unless the
account's quota was raised to 4,096."""
ATTACHED_MAX = 20
"""Managed policies of one role; an account has 10 until it asks for more."""


SIZE = Problem(
    code="IAM103",
    name="policy-size",
    level=Level.ERROR,
    title="A policy that is longer than IAM takes",
    explanation="White space not counted, a managed policy has 6,144 characters, the inline policies of a role together "
    "10,240, and a trust policy at most 4,096 (2,048 until the account asks for more).",
    bad=_HEAD
    + "  policies:\n    long:\n      document:  # <- IAM103\n        Statement:\n"
    + "".join(
        f'          - {{Effect: Allow, Action: s3:GetObject, Resource: "arn:aws:s3:::a-bucket-{n:03}/{"x" * 40}/*"}}\n'
        for n in range(60)
    ),
    good=_HEAD
    + "  policies:\n    short:\n      document:\n        Statement:\n"
    + '          - {Effect: Allow, Action: s3:GetObject, Resource: "arn:aws:s3:::a-bucket-*/*"}\n',
    source=_QUOTAS,
)


def policy_size(graph: Graph) -> Iterator[Finding]:
    """Count characters without white space."""
    for policy in graph.of(ManagedPolicy):
        yield from _longer(policy.document, MANAGED_MAX, (*policy.origin, "document"), "the policy")
    for role in graph.of(Role):
        yield from _longer(role.assume_role_policy, TRUST_MAX, (*role.origin, "trust"), "the trust policy")
        inline = "".join(one.document for one in role.inline_policies)
        yield from _longer(inline, INLINE_MAX, (*role.origin, "inline_policies"), "the inline policies together")


def _longer(text: str, most: int, at: SpecPath, what: str) -> Iterator[Finding]:
    size = len("".join(text.split()))
    if size > most:
        message = f"{what} of `{at[2]}` have {size:,} characters" if "together" in what else ""
        yield Finding(
            problem=SIZE,
            at=at,
            message=message or f"{what} of `{at[2]}` has {size:,} characters",
            label=f"at most {most:,}, without white space",
            help="use wildcards, or share it out over several policies",
            on_key=True,
        )


ATTACHED = Problem(
    code="IAM104",
    name="too-many-policies",
    level=Level.ERROR,
    title="More managed policies than a role can have",
    explanation="A role takes 10 managed policies, and 20 where the account's quota was raised; never more.",
    bad=_HEAD
    + "  roles:\n    broad:\n      trust: ec2\n      managed_policies:  # <- IAM104\n"
    + "".join(f"        - arn:aws:iam::123456789012:policy/p-{n}\n" for n in range(21)),
    good=_HEAD
    + "  roles:\n    broad:\n      trust: ec2\n      managed_policies:\n"
    + "".join(f"        - arn:aws:iam::123456789012:policy/p-{n}\n" for n in range(10)),
    source=_QUOTAS,
)


def too_many_policies(graph: Graph) -> Iterator[Finding]:
    """Count the policies of each role."""
    for role in graph.of(Role):
        count = len(role.managed_policy_arns) + len(role.customer_policies)
        if count > ATTACHED_MAX:
            yield Finding(
                problem=ATTACHED,
                at=(*role.origin, "managed_policies"),
                message=f"role `{role.key}` has {count} managed policies",
                label=f"at most {ATTACHED_MAX}",
                help="put what they allow into fewer policies",
                on_key=True,
            )


ADMINISTRATOR = Problem(
    code="IAM106",
    name="all-actions-allowed",
    level=Level.WARNING,
    title="A policy that allows everything, or to hand on any role",
    explanation='`Action: "*"` on every resource makes whoever has the policy an administrator; `iam:PassRole` on every '
    "role, and `NotAction` with `Allow`, let them become one. A trust policy whose principal is `*` lets anyone in "
    "unless a condition says otherwise. Name the actions and the resources.",
    bad=_HEAD
    + """  policies:
    broad:
      document:
        Statement:
          - {Effect: Allow, Action: "*", Resource: "*"}  # <- IAM106
""",
    good=_HEAD
    + """  policies:
    broad:
      document:
        Statement:
          - {Effect: Allow, Action: "s3:*", Resource: "arn:aws:s3:::bucket/*"}
""",
    source="https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html",
)


def all_actions_allowed(graph: Graph) -> Iterator[Finding]:
    """Look for statements that make their holder an administrator."""
    for policy in policies(graph):
        for statement, at in statements(policy):
            if isinstance(statement, dict) and statement.get("Effect") == "Allow" and "Condition" not in statement:
                for message in _too_much(statement):
                    yield Finding(problem=ADMINISTRATOR, at=at, message=message, help="name what is needed")


def _too_much(statement: dict[str, Any]) -> Iterator[str]:
    """What a statement without a condition allows too much of."""
    actions = [str(one).lower() for one in listed(statement.get("Action"))]
    everywhere = "*" in listed(statement.get("Resource"))
    if "*" in actions and everywhere:
        yield "this allows everything"
    elif everywhere and any(one in ("iam:*", "iam:passrole") for one in actions):
        yield "this allows to hand any role to a service, also one that may do everything"
    if "NotAction" in statement:
        yield "`NotAction` with `Allow` allows every action that is not named, also those that AWS adds later"
    principal = statement.get("Principal")
    if principal == "*" or (isinstance(principal, dict) and "*" in listed(principal.get("AWS"))):
        yield "anyone in any account may take this role"


RULES = (
    Rule(SIZE, policy_size),
    Rule(ATTACHED, too_many_policies),
    Rule(ADMINISTRATOR, all_actions_allowed),
)
