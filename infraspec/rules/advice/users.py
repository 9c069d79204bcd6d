"""Advice about people: a second factor, groups instead of policies of their own, and who may come from elsewhere."""

import re
from collections.abc import Iterator
from typing import Any

from infraspec.analysis.policies import Holder, listed, policies, policies_of, readable, statements
from infraspec.analysis.policy_conditions import bare
from infraspec.diagnostic import Edit, Finding, How, Level, Problem, fix
from infraspec.graph.graph import Graph
from infraspec.graph.iam import User
from infraspec.graph.identity import ServiceLinkedRole
from infraspec.rules.rule import Rule

_HEAD = "version: 1\nname: demo\nregion: ap-northeast-2\niam:\n"
_GROUP = "  groups:\n    staff: {require_mfa: true}\n"
_SELF = "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_examples_aws_my-sec-creds-self-manage.html"
_MFA = "aws:multifactorauthpresent"

NO_MFA = Problem(
    code="IAM107",
    name="user-without-mfa",
    level=Level.WARNING,
    title="A user of whom no second factor is asked",
    explanation="A password that leaks opens the account. `require_mfa: true` at a group of the user denies everything but the set-up of "
    "a device until the user has signed in with one: a `Deny` with `NotAction`, under `BoolIfExists` of "
    "`aws:MultiFactorAuthPresent: false`. With `Bool` in its place the long-term keys of a user escape it, since requests that "
    "they sign do not have the key at all.",
    bad=_HEAD
    + "  groups: {staff: {managed_policies: [ReadOnlyAccess]}}\n  users:\n    mina: {groups: [staff]}  # <- IAM107\n",
    good=_HEAD
    + "  groups: {staff: {managed_policies: [ReadOnlyAccess], require_mfa: true}}\n  users:\n    mina: {groups: [staff]}\n",
    source=_SELF,
)


def no_mfa(graph: Graph) -> Iterator[Finding]:
    """Look for the statement in the policies of each user and of its groups; and for one that keys escape."""
    for user in graph.of(User):
        if user.existing is not None:
            continue
        groups = [graph.get(one) for one in user.groups]
        everyone: list[Holder] = [user, *groups]
        if not any(_asks(graph, holder) for holder in everyone):
            known = [one for one in groups if one.existing is None]
            help_ = "write `require_mfa: true` at a group of the user"
            fixes = fix(help_, Edit(known[0].origin, "require_mfa: true", How.ADD)) if len(known) == 1 else ()
            message = f"nothing asks user `{user.key}` for a second factor"
            yield Finding(problem=NO_MFA, at=user.origin, message=message, help=help_, fixes=fixes, on_key=True)
    for policy in policies(graph):
        for statement, at in statements(policy):
            if isinstance(statement, dict) and statement.get("Effect") == "Deny" and "Bool" in _mfa(statement):
                message = "requests signed with long-term keys have no `aws:MultiFactorAuthPresent`, so this does not deny them"
                yield Finding(
                    problem=NO_MFA,
                    at=(*at, "Condition", "Bool"),
                    message=message,
                    help="write `BoolIfExists`",
                    fixes=fix("write `BoolIfExists`", Edit((*at, "Condition", "Bool"), "BoolIfExists", How.RENAME)),
                    on_key=True,
                )


def _asks(graph: Graph, holder: Holder) -> bool:
    """Whether a policy of someone denies what is asked for without a second factor; what is not known may."""
    texts = [one for policy in policies_of(holder) if not policy.is_trust for one, _ in statements(policy)]
    for address in holder.customer_policies:
        policy = graph.get(address)
        if policy.existing is not None:
            return True
        texts += listed(_statements(readable(policy.document)))
    foreign = any(":iam::aws:" not in arn for arn in holder.managed_policy_arns)
    return foreign or holder.existing is not None or any(_denies(one) for one in texts)


def _statements(text: str) -> Any:
    import json  # noqa: PLC0415 - only where a user has a policy of the account

    return json.loads(text).get("Statement")


def _denies(statement: Any) -> bool:
    return isinstance(statement, dict) and statement.get("Effect") == "Deny" and bool(_mfa(statement))


def _mfa(statement: dict[str, Any]) -> set[str]:
    """The operators that compare whether there was a second factor."""
    condition = statement.get("Condition")
    found = condition.items() if isinstance(condition, dict) else ()
    return {
        operator for operator, keys in found if isinstance(keys, dict) and _MFA in (str(one).lower() for one in keys)
    }


DIRECT = Problem(
    code="IAM108",
    name="policy-at-a-user",
    level=Level.WARNING,
    title="A policy of a single user",
    explanation="What people may do is read from their groups: a policy at one of them is what nobody finds in a review, and what stays "
    "when the person takes another job. A group of one is a name for what that person does.",
    bad=_HEAD
    + _GROUP
    + "  users:\n    mina:\n      groups: [staff]\n      managed_policies: [SecurityAudit]  # <- IAM108\n",
    good=_HEAD
    + "  groups:\n    staff: {require_mfa: true}\n    audit: {managed_policies: [SecurityAudit]}\n"
    + "  users:\n    mina:\n      groups: [staff, audit]\n",
    source="https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html",
)


def direct(graph: Graph) -> Iterator[Finding]:
    """Look for policies of users."""
    for user in graph.of(User):
        attached = user.managed_policy_arns or user.customer_policies
        for key, found in (("managed_policies", attached), ("inline_policies", user.inline_policies)):
            if found and user.existing is None:
                message = f"user `{user.key}` has policies of its own"
                help_ = "give them to a group that the user is in"
                yield Finding(problem=DIRECT, at=(*user.origin, key), message=message, help=help_, on_key=True)


OPEN_IDENTITY = Problem(
    code="IAM134",
    name="any-web-identity",
    level=Level.WARNING,
    title="A role that every customer of an identity provider may take",
    explanation="A provider such as GitHub vouches for the jobs of all its customers. A condition on who the job is for, `…:sub`, is what "
    "keeps those of others out: `repo:OWNER/REPOSITORY:*` at the widest.",
    bad=_HEAD
    + "  oidc_providers: {github: {url: 'https://token.actions.githubusercontent.com'}}\n"
    + "  roles:\n    deploy:\n      trust: {oidc: {provider: github, subjects: 'repo:*'}}  # <- IAM134\n",
    good=_HEAD
    + "  oidc_providers: {github: {url: 'https://token.actions.githubusercontent.com'}}\n"
    + "  roles:\n    deploy:\n      trust: {oidc: {provider: github, subjects: 'repo:acme/shop:*'}}\n",
    source="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_oidc.html",
)
_WIDE = r"\*+\Z|repo:\*|project_path:\*|organization:\*"


def any_identity(graph: Graph) -> Iterator[Finding]:
    """Look for the condition in what trusts web identities."""
    for policy in policies(graph):
        for statement, at in statements(policy) if policy.is_trust else ():
            if not isinstance(statement, dict) or statement.get("Effect") != "Allow":
                continue
            actions = [str(one).lower() for one in listed(statement.get("Action"))]
            if "sts:assumerolewithwebidentity" in actions and all(re.match(_WIDE, one) for one in _subjects(statement)):
                message = "whoever the provider vouches for may take this role"
                help_ = "name the subjects, as in `repo:acme/shop:*`"
                yield Finding(problem=OPEN_IDENTITY, at=at, message=message, help=help_)


def _subjects(statement: dict[str, Any]) -> list[str]:
    """What the subject of an identity is compared with."""
    condition = statement.get("Condition")
    found = []
    for operator, keys in condition.items() if isinstance(condition, dict) else ():
        if bare(operator) in ("StringEquals", "StringLike", "StringEqualsIgnoreCase") and isinstance(keys, dict):
            found += [str(one) for key, value in keys.items() if not key.endswith(":aud") for one in listed(value)]
    return found


LINKED = Problem(
    code="IAM116",
    name="service-linked-role",
    level=Level.NOTE,
    title="A service-linked role that the service makes by itself",
    explanation="A service makes its role when it is first used, and an account has one of it: a stack that makes it a second time is "
    "refused. It is written here where something must name it first, such as the policy of a key, or where the service takes "
    "several that a suffix tells apart.",
    bad=_HEAD + "  service_linked_roles:\n    autoscaling: {}  # <- IAM116\n",
    good=_HEAD + "  service_linked_roles:\n    autoscaling: {suffix: shop}\n",
    source="https://docs.aws.amazon.com/IAM/latest/UserGuide/using-service-linked-roles.html",
)


def linked(graph: Graph) -> Iterator[Finding]:
    """Look for roles that nothing tells from the service's own."""
    for role in graph.of(ServiceLinkedRole):
        if role.custom_suffix is None:
            message = f"`{role.aws_service_name}` makes this role by itself, once in an account"
            help_ = "remove it, if anything of the service is made before"
            yield Finding(problem=LINKED, at=role.origin, message=message, help=help_, on_key=True)


RULES = (Rule(NO_MFA, no_mfa), Rule(DIRECT, direct), Rule(OPEN_IDENTITY, any_identity), Rule(LINKED, linked))
