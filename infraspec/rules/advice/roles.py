"""Advice about roles and policies: who has them, who may take them, and whether anyone does."""

import re
from collections.abc import Iterator

from infraspec.analysis.policies import holders, listed, own_arns, policies, policies_of, statements
from infraspec.diagnostic import Edit, Finding, How, Level, Problem, Related, fix
from infraspec.graph.ec2 import Instance
from infraspec.graph.graph import Graph
from infraspec.graph.iam import Group, InstanceProfile, ManagedPolicy, Role
from infraspec.graph.launch_templates import LaunchTemplate
from infraspec.rules.compute.examples import INSTANCE
from infraspec.rules.mends import may_go
from infraspec.rules.rule import Rule

_HEAD = "version: 1\nname: demo\nregion: ap-northeast-2\niam:\n  roles:\n"
_PRACTICES = "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html"
_ACCOUNT = '    partner:\n      trust: {account: "123456789012"}'
_HOUR = 3600

LONG = Problem(
    code="IAM113",
    name="long-session-of-account",
    level=Level.NOTE,
    title="A role that people of another account may hold for long",
    explanation="Credentials that leak are good until they end. An hour, which is the default, is enough where a program "
    "fetches new ones by itself.",
    bad=_HEAD + _ACCOUNT + "\n      max_session_hours: 12  # <- IAM113\n",
    good=_HEAD + _ACCOUNT + "\n      max_session_hours: 1\n",
    source="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use.html",
)
NO_CONDITION = Problem(
    code="IAM122",
    name="account-trusted-without-condition",
    level=Level.NOTE,
    title="A role that another account may take without a condition",
    explanation="A company that serves many customers can be made to take the role of one for another. A condition on "
    "`sts:ExternalId`, a word that it keeps for you alone, prevents that. Between accounts of one's own it is not needed.",
    bad=_HEAD + _ACCOUNT + "  # <- IAM122\n",
    good=_HEAD + '    partner:\n      trust: {account: "123456789012", external_id: demo}\n',
    source="https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html",
)


def _trusting(graph: Graph) -> Iterator[tuple[Role, bool]]:
    """Roles that trust another account, and whether all of that is under a condition."""
    roles = {role.origin: role for role in graph.of(Role)}
    own = own_arns(graph)
    for policy in policies(graph):
        if not policy.is_trust:
            continue
        conditions = [
            "Condition" in statement
            for statement, _ in statements(policy)
            if isinstance(statement, dict)
            and statement.get("Effect") == "Allow"
            and isinstance(statement.get("Principal"), dict)
            and any(one != "*" and one not in own for one in listed(statement["Principal"].get("AWS")))
        ]
        if conditions:
            yield roles[policy.at[:-1]], all(conditions)


def long(graph: Graph) -> Iterator[Finding]:
    """Compare how long each such role may be held with an hour."""
    for role, _ in _trusting(graph):
        if role.max_session_duration > _HOUR:
            field = "max_session_duration" if role.max_session_duration % _HOUR else "max_session_hours"
            hours = f"{role.max_session_duration / _HOUR:g}"
            yield Finding(
                problem=LONG,
                at=(*role.origin, field),
                fixes=fix(f"remove `{field}`", Edit((*role.origin, field), how=How.REMOVE)),
                message=f"role `{role.key}` may be held for {hours} hours by whoever the account allows to",
                related=(Related(at=(*role.origin, "trust"), label="another account"),),
                help=f"remove `{field}`",
            )


def no_condition(graph: Graph) -> Iterator[Finding]:
    """Look for accounts that are trusted without a condition."""
    for role, is_conditional in _trusting(graph):
        if not is_conditional:
            yield Finding(
                problem=NO_CONDITION,
                at=(*role.origin, "trust"),
                message=f"another account may take role `{role.key}` without a condition",
                on_key=True,
                help="add `external_id:` with the word that they keep for you",
            )


UNUSED_ROLE = Problem(
    code="IAM118",
    name="unused-role",
    level=Level.NOTE,
    title="A role for instances that no instance has",
    explanation="What nobody uses nobody watches. A role that something outside this spec uses may stay.",
    bad=INSTANCE + "iam: {roles: {app: {trust: ec2}}}  # <- IAM118\n",
    good=INSTANCE + "    role: app\niam: {roles: {app: {trust: ec2}}}\n",
    source=_PRACTICES,
)
UNUSED_POLICY = Problem(
    code="IAM119",
    name="unused-policy",
    level=Level.NOTE,
    title="A policy that nobody has",
    explanation="A policy allows something only where a role, a user or a group has it, as a policy or as its boundary. One that is for those "
    "outside this spec may stay.",
    bad=_HEAD
    + "    app: {trust: ec2}\n  policies:\n    read:  # <- IAM119\n      document: {Statement: "
    + "{Effect: Allow, Action: s3:ListAllMyBuckets, Resource: '*'}}\n",
    good=_HEAD
    + "    app: {trust: ec2, managed_policies: [read]}\n  policies:\n    read:\n      document: {Statement: "
    + "{Effect: Allow, Action: s3:ListAllMyBuckets, Resource: '*'}}\n",
    source=_PRACTICES,
)


def unused_role(graph: Graph) -> Iterator[Finding]:
    """Look for an instance with each role that EC2 alone may take."""
    used = {one.instance_profile.key for one in graph.of(Instance) if one.instance_profile is not None}
    launches = [one.launch for one in graph.of(LaunchTemplate) if one.launch is not None]
    used |= {one.instance_profile.key for one in launches if one.instance_profile is not None}
    profiles = {profile.role.key for profile in graph.of(InstanceProfile) if profile.key in used}
    exported = {ref for output in graph.outputs for ref in output.refs}
    for role in graph.of(Role):
        if role.existing is None and role.key not in profiles and role.address not in exported and _is_for_ec2(role):
            message = f"no instance has role `{role.key}`"
            help_ = "name it in `role:` of an instance, or remove it"
            fixes = may_go(graph, role.origin)
            yield Finding(problem=UNUSED_ROLE, at=role.origin, on_key=True, message=message, help=help_, fixes=fixes)


def _is_for_ec2(role: Role) -> bool:
    """Whether EC2 is the one principal of a role's trust policy."""
    named = set(re.findall(r'"([a-z0-9.-]+\.amazonaws\.com(?:\.cn)?)"', role.assume_role_policy.text))
    return bool(named) and all(one.startswith("ec2.") for one in named) and '"AWS"' not in role.assume_role_policy.text


def unused_policy(graph: Graph) -> Iterator[Finding]:
    """Look for a role with each policy."""
    used: set[object] = {one for holder in holders(graph) for one in holder.customer_policies}
    used |= {one.permissions_boundary for one in holders(graph) if not isinstance(one, Group)}
    exported = {ref for output in graph.outputs for ref in output.refs}
    for policy in graph.of(ManagedPolicy):
        if policy.existing is None and policy.address not in used and policy.address not in exported:
            message = f"nobody has policy `{policy.key}`"
            help_ = "name it in `managed_policies:` of a role or a group, or remove it"
            fixes = may_go(graph, policy.origin)
            yield Finding(
                problem=UNUSED_POLICY, at=policy.origin, on_key=True, message=message, help=help_, fixes=fixes
            )


_POLICIES = "      managed_policies: "

POWERFUL = Problem(
    code="IAM121",
    name="administrator-for-service",
    level=Level.WARNING,
    title="A machine or a service that may do everything",
    explanation="Whoever gets a program of this role to do something for him is an administrator of the account. A machine "
    "needs a handful of actions on things that have names.",
    bad=_HEAD + "    app:\n      trust: ec2\n" + _POLICIES + "[AdministratorAccess]  # <- IAM121\n",
    good=_HEAD + "    app:\n      trust: ec2\n" + _POLICIES + "[AmazonSSMManagedInstanceCore]\n",
    source=_PRACTICES,
)
_POWERFUL = frozenset({"AdministratorAccess", "PowerUserAccess", "IAMFullAccess"})

REPLACED = Problem(
    code="IAM123",
    name="replaced-managed-policy",
    level=Level.WARNING,
    title="A managed policy that AWS has replaced",
    explanation="AmazonEC2RoleforSSM lets a machine read every bucket of the account; AmazonSSMManagedInstanceCore holds "
    "what Session Manager needs, and nothing else. AWS leaves the old one standing for those who have it.",
    bad=_HEAD + "    app:\n      trust: ec2\n" + _POLICIES + "[AmazonEC2RoleforSSM]  # <- IAM123\n",
    good=_HEAD + "    app:\n      trust: ec2\n" + _POLICIES + "[AmazonSSMManagedInstanceCore]\n",
    source="https://docs.aws.amazon.com/systems-manager/latest/userguide/security-iam-awsmanpol.html",
)
_HEIRS = {"AmazonEC2RoleforSSM": "AmazonSSMManagedInstanceCore"}


def powerful(graph: Graph) -> Iterator[Finding]:
    """Look for AWS's own broad policies on roles that a service takes."""
    for role in graph.of(Role):
        for arn in role.managed_policy_arns:
            name = arn.rpartition("/")[2]
            if role.existing is None and name in _POWERFUL and _is_of_a_service(role):
                yield Finding(
                    problem=POWERFUL,
                    at=(*role.origin, "managed_policies"),
                    on_key=True,
                    message=f"role `{role.key}`, which a service takes, has {name}",
                    related=(Related(at=(*role.origin, "trust"), label="who takes it"),),
                    help="attach policies that name what is needed",
                )


def _is_of_a_service(role: Role) -> bool:
    """Whether a service takes a role; what OIDC's identities ask for is `sts.amazonaws.com` too."""
    own = (one for one in policies_of(role) if one.is_trust)
    found = (one.get("Principal") for policy in own for one, _ in statements(policy) if isinstance(one, dict))
    return any(isinstance(one, dict) and "Service" in one for one in found)


def replaced(graph: Graph) -> Iterator[Finding]:
    """Look for policies that have an heir."""
    for role in graph.of(Role):
        for arn in role.managed_policy_arns:
            heir = _HEIRS.get(arn.rpartition("/")[2])
            is_alone = len(role.managed_policy_arns) + len(role.customer_policies) == 1
            if role.existing is None and heir is not None:
                yield Finding(
                    problem=REPLACED,
                    at=(*role.origin, "managed_policies"),
                    on_key=True,
                    message=f"role `{role.key}` has {arn.rpartition('/')[2]}, which {heir} has replaced",
                    help=f"write {heir}",
                    fixes=fix(f"write {heir}", Edit((*role.origin, "managed_policies", 0), heir)) if is_alone else (),
                )


RULES = (
    Rule(LONG, long),
    Rule(NO_CONDITION, no_condition),
    Rule(UNUSED_ROLE, unused_role, needs_whole=True),
    Rule(UNUSED_POLICY, unused_policy, needs_whole=True),
    Rule(POWERFUL, powerful),
    Rule(REPLACED, replaced),
)
