"""IAM: how long and how many policies may be, and what they should not allow."""

from collections.abc import Iterator
from typing import Any

from infraspec.analysis.policies import Holder, holders, listed, policies, readable, statements
from infraspec.diagnostic import Finding, Level, Problem, SpecPath
from infraspec.graph.graph import Graph
from infraspec.graph.iam import Group, ManagedPolicy, Role, User
from infraspec.rules.rule import Rule

_HEAD = "version: 1\nname: demo\nregion: ap-northeast-2\niam:\n"
_QUOTAS = "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html"

MANAGED_MAX = 6144
TRUST_MAX = 4096
"""Characters without white space. A trust policy may have 2,048 unless the account's quota was raised to 4,096."""
INLINE_MAX = {"Role": 10240, "Group": 5120, "User": 2048}
"""The same of all inline policies of one holder together."""
ATTACHED_MAX = {"Role": 20, "User": 20, "Group": 10}
"""Managed policies of one holder; roles and users have 10 until the account asks for more."""
GROUPS_MAX = 10
"""Groups of one user."""


SIZE = Problem(
    code="IAM103",
    name="policy-size",
    level=Level.ERROR,
    title="A policy that is longer than IAM takes",
    explanation="White space not counted, a managed policy has 6,144 characters; the inline policies of a role together "
    "10,240, of a group 5,120 and of a user 2,048; and a trust policy at most 4,096 (2,048 until the account asks for more).",
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
        yield from _longer(readable(policy.document), MANAGED_MAX, (*policy.origin, "document"), "the policy")
    for holder in holders(graph):
        if isinstance(holder, Role):
            text = readable(holder.assume_role_policy)
            yield from _longer(text, TRUST_MAX, (*holder.origin, "trust"), "the trust policy")
        inline = "".join(readable(one.document) for one in holder.inline_policies)
        most, at = INLINE_MAX[type(holder).__name__], (*holder.origin, "inline_policies")
        yield from _longer(inline, most, at, "the inline policies together")


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
    title="More managed policies or groups than IAM takes",
    explanation="A role and a user take 10 managed policies, and 20 where the account's quota was raised; a group takes 10. A user is "
    "in at most 10 groups. AWS never allows more.",
    bad=_HEAD
    + "  roles:\n    broad:\n      trust: ec2\n      managed_policies:  # <- IAM104\n"
    + "".join(f"        - arn:aws:iam::123456789012:policy/p-{n}\n" for n in range(21)),
    good=_HEAD
    + "  roles:\n    broad:\n      trust: ec2\n      managed_policies:\n"
    + "".join(f"        - arn:aws:iam::123456789012:policy/p-{n}\n" for n in range(10)),
    source=_QUOTAS,
)


def too_many_policies(graph: Graph) -> Iterator[Finding]:
    """Count the policies of each holder, and the groups of each user."""
    for holder in holders(graph):
        word = type(holder).__name__
        count, most = len(holder.managed_policy_arns) + len(holder.customer_policies), ATTACHED_MAX[word]
        if count > most:
            message, help_ = f"has {count} managed policies", "put what they allow into fewer policies"
            yield _too_many(holder, "managed_policies", message, most, help_)
        if isinstance(holder, User) and len(holder.groups) > GROUPS_MAX:
            message, help_ = f"is in {len(holder.groups)} groups", "put what they allow into fewer groups"
            yield _too_many(holder, "groups", message, GROUPS_MAX, help_)


def _too_many(holder: Holder, key: str, message: str, most: int, help_: str) -> Finding:
    return Finding(
        problem=ATTACHED,
        at=(*holder.origin, key),
        message=f"{type(holder).__name__.lower()} `{holder.key}` {message}",
        label=f"at most {most}",
        help=help_,
        on_key=True,
    )


ADMINISTRATOR = Problem(
    code="IAM106",
    name="all-actions-allowed",
    level=Level.WARNING,
    title="A policy that allows everything, or to hand on any role",
    explanation='`Action: "*"` on every resource makes whoever has the policy an administrator; `iam:PassRole` on every '
    "role, and `NotAction` with `Allow`, let them become one. A policy that is a `permissions_boundary` alone gives nothing. A trust policy whose principal is `*` lets anyone in "
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
    bounds = _bounds(graph)
    for policy in policies(graph):
        for statement, at in statements(policy) if policy.at[:-1] not in bounds else ():
            if isinstance(statement, dict) and statement.get("Effect") == "Allow" and "Condition" not in statement:
                for message in _too_much(statement):
                    yield Finding(problem=ADMINISTRATOR, at=at, message=message, help="name what is needed")


def _bounds(graph: Graph) -> set[SpecPath]:
    """Policies that are boundaries and nothing else: they give nothing, and often allow all but what they deny."""
    given = {one for holder in holders(graph) for one in holder.customer_policies}
    bounds = {one.permissions_boundary for one in holders(graph) if not isinstance(one, Group)} - given
    return {one.origin for one in graph.of(ManagedPolicy) if one.address in bounds}


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
