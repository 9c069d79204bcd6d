"""Names of IAM, and texts that it does not take."""

import re
from collections.abc import Iterable, Iterator

from infraspec.analysis.policies import holders, policies
from infraspec.diagnostic import Edit, Finding, Level, Problem, SpecPath, fix
from infraspec.graph.graph import Graph
from infraspec.graph.iam import Group, InstanceProfile, ManagedPolicy, Role, User
from infraspec.rules.rule import Rule

_HEAD = "version: 1\nname: demo\nregion: ap-northeast-2\n"
_IAM = _HEAD + "iam:\n"
_QUOTAS = "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html"

_NAME = r"[A-Za-z0-9_+=,.@-]+\Z"
_PATH = r"/(?:[\x21-\x7e]+/)?\Z"
_LATIN = r"[\t\n\r\x20-\x7e\xa1-\xff]*\Z"
_POLICY = r"[\t\n\r\x20-\xff]*\Z"

USER_NAME_MAX = 64
NAME_MAX = 128
PATH_MAX = 512
DESCRIPTION_MAX = 1000

ROLE_NAME = Problem(
    code="NAM129",
    name="role-name",
    level=Level.ERROR,
    title="A name that a role cannot have",
    explanation="A role has 1 to 64 characters: letters and digits without accents, and `_ + = , . @ -`. No two roles of "
    "an account differ by capitals alone.",
    bad=_IAM + "  roles:\n    my role: {trust: ec2}  # <- NAM129\n",
    good=_IAM + "  roles:\n    my-role: {trust: ec2}\n",
    source=_QUOTAS,
)


def role_name(graph: Graph) -> Iterator[Finding]:
    """Read each role's name, and compare it with the others without its capitals."""
    named = [(one.role_name, one.origin) for one in graph.of(Role) if one.existing is None]
    yield from _names(ROLE_NAME, "a role", named, USER_NAME_MAX)


USER_NAME = Problem(
    code="NAM130",
    name="user-name",
    level=Level.ERROR,
    title="A name that a user cannot have",
    explanation="A user has 1 to 64 characters: letters and digits without accents, and `_ + = , . @ -`. No two users of an account "
    "differ by capitals alone. A new name makes a new user in CloudFormation; Terraform renames the one that there is.",
    bad=_IAM + "  groups: {staff: {require_mfa: true}}\n  users:\n    김민아: {groups: [staff]}  # <- NAM130\n",
    good=_IAM + "  groups: {staff: {require_mfa: true}}\n  users:\n    mina.kim: {groups: [staff]}\n",
    source=_QUOTAS,
)


def user_name(graph: Graph) -> Iterator[Finding]:
    """Read each user's name, and compare it with the others without its capitals."""
    named = [(one.user_name, one.origin) for one in graph.of(User) if one.existing is None]
    yield from _names(USER_NAME, "a user", named, USER_NAME_MAX)


GROUP_NAME = Problem(
    code="NAM131",
    name="iam-group-name",
    level=Level.ERROR,
    title="A name that a group of users cannot have",
    explanation="A group has 1 to 128 characters: letters and digits without accents, and `_ + = , . @ -`. No two groups of an account "
    "differ by capitals alone. A new name makes a new group in CloudFormation; Terraform renames the one that there is.",
    bad=_IAM + "  groups:\n    the staff: {require_mfa: true}  # <- NAM131\n",
    good=_IAM + "  groups:\n    the-staff: {require_mfa: true}\n",
    source=_QUOTAS,
)


def group_name(graph: Graph) -> Iterator[Finding]:
    """Read each group's name, and compare it with the others without its capitals."""
    named = [(one.group_name, one.origin) for one in graph.of(Group) if one.existing is None]
    yield from _names(GROUP_NAME, "a group", named, NAME_MAX)


def _names(problem: Problem, what: str, named: Iterable[tuple[str, SpecPath]], most: int) -> Iterator[Finding]:
    """A finding for each name that cannot be, or that another has but for its capitals."""
    seen: dict[str, str] = {}
    for name, at in named:
        first = seen.setdefault(name.lower(), name)
        wrong = _wrong(name, most)
        if first != name:
            wrong = f"it differs from `{first}` by capitals alone"
        if wrong:
            yield Finding(problem=problem, at=at, message=f"{what} cannot be called `{name}`: {wrong}", on_key=True)


def _wrong(name: str, most: int) -> str:
    """Why IAM refuses a name; empty where it does not."""
    if len(name) > most:
        return f"it has {len(name)} characters, and {most} are the most"
    if not re.match(_NAME, name):
        return "it takes letters and digits without accents, and _ + = , . @ -"
    return ""


POLICY_NAME = Problem(
    code="NAM132",
    name="policy-name",
    level=Level.ERROR,
    title="A name that a policy or an instance profile cannot have",
    explanation="A policy, a role's own or a managed one, and an instance profile have 1 to 128 characters: letters and "
    "digits without accents, and `_ + = , . @ -`.",
    bad=_IAM + "  roles:\n    app: {trust: ec2, instance_profile: the profile}  # <- NAM132\n",
    good=_IAM + "  roles:\n    app: {trust: ec2, instance_profile: the-profile}\n",
    source=_QUOTAS,
)


def policy_name(graph: Graph) -> Iterator[Finding]:
    """Read each name of a policy and of an instance profile that is not its role's."""
    for what, name, at in _named(graph):
        if wrong := _wrong(name, NAME_MAX):
            on_key = what == "a policy"
            message = f"{what} cannot be called `{name}`: {wrong}"
            yield Finding(problem=POLICY_NAME, at=at, message=message, on_key=on_key)


def _named(graph: Graph) -> Iterator[tuple[str, str, SpecPath]]:
    """What a name belongs to, the name, and where it stands."""
    for policy in graph.of(ManagedPolicy):
        if policy.existing is None:
            yield "a policy", policy.policy_name, policy.origin
    for holder in holders(graph):
        for one in holder.inline_policies:
            yield "a policy", one.name, (*holder.origin, "inline_policies", one.name)
    for profile in graph.of(InstanceProfile):
        if profile.existing is None and profile.profile_name != profile.role.key:
            yield "an instance profile", profile.profile_name, (*profile.origin, "instance_profile")


PATH = Problem(
    code="NAM133",
    name="iam-path",
    level=Level.ERROR,
    title="A path that IAM does not take",
    explanation="A path is `/`, or begins and ends with `/` and has printable ASCII without spaces between, 512 characters "
    "at most.",
    bad=_IAM + "  roles:\n    app: {trust: ec2, path: apps}  # <- NAM133\n",
    good=_IAM + "  roles:\n    app: {trust: ec2, path: /apps/}\n",
    source="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html",
)


def iam_path(graph: Graph) -> Iterator[Finding]:
    """Read each path."""
    nodes: list[Role | ManagedPolicy | User | Group] = [*graph.of(Role), *graph.of(ManagedPolicy)]
    nodes += [*graph.of(User), *graph.of(Group)]
    for node in nodes:
        if not re.match(_PATH, node.path) or len(node.path) > PATH_MAX:
            message = f"`{node.path}` is not a path of IAM"
            help_ = f"write /{node.path.strip('/')}/"
            yield Finding(
                problem=PATH,
                at=(*node.origin, "path"),
                message=message,
                help=help_,
                fixes=fix(help_, Edit((*node.origin, "path"), f"/{node.path.strip('/')}/")),
            )


DESCRIPTION = Problem(
    code="NAM134",
    name="iam-description",
    level=Level.ERROR,
    title="A description that IAM does not take",
    explanation="The description of a role has at most 1,000 characters of Latin-1, so no Korean; that of a policy has at "
    "most 1,000 characters. Tags take every language.",
    bad=_IAM + "  roles:\n    app: {trust: ec2, description: 서비스 역할}  # <- NAM134\n",
    good=_IAM + "  roles:\n    app: {trust: ec2, description: Role of the service, tags: {설명: 서비스 역할}}\n",
    source="https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html",
)


def iam_description(graph: Graph) -> Iterator[Finding]:
    """Read each description."""
    nodes: list[Role | ManagedPolicy] = [*graph.of(Role), *graph.of(ManagedPolicy)]
    for node in nodes:
        text = node.description or ""
        at = (*node.origin, "description")
        if len(text) > DESCRIPTION_MAX:
            message = f"the description of `{node.key}` has {len(text):,} characters"
            yield Finding(problem=DESCRIPTION, at=at, message=message, label=f"at most {DESCRIPTION_MAX:,}")
        elif isinstance(node, Role) and not re.match(_LATIN, text):
            message = f"the description of role `{node.key}` has letters that IAM does not take"
            yield Finding(problem=DESCRIPTION, at=at, message=message, help="write it in Latin letters")


POLICY_TEXT = Problem(
    code="NAM135",
    name="policy-text",
    level=Level.ERROR,
    title="A policy with letters that IAM does not take",
    explanation="A policy document holds Latin-1 alone: no Korean, also not in a tag key of a condition.",
    bad=_IAM
    + "  policies:\n    read:\n      document:  # <- NAM135\n        Statement:\n"
    + '          - {Effect: Allow, Action: s3:GetObject, Resource: "arn:aws:s3:::bucket/서비스/*"}\n',
    good=_IAM
    + "  policies:\n    read:\n      document:\n        Statement:\n"
    + '          - {Effect: Allow, Action: s3:GetObject, Resource: "arn:aws:s3:::bucket/service/*"}\n',
    source="https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreatePolicy.html",
)


def policy_text(graph: Graph) -> Iterator[Finding]:
    """Read the letters of each policy."""
    for policy in policies(graph):
        if not re.match(_POLICY, policy.text):
            other = next(one for one in policy.text if not re.match(_POLICY, one))
            message = f"a policy cannot hold `{other}`"
            yield Finding(problem=POLICY_TEXT, at=policy.at, message=message, help="use Latin letters", on_key=True)


RULES = (
    Rule(ROLE_NAME, role_name),
    Rule(USER_NAME, user_name),
    Rule(GROUP_NAME, group_name),
    Rule(POLICY_NAME, policy_name),
    Rule(PATH, iam_path),
    Rule(DESCRIPTION, iam_description),
    Rule(POLICY_TEXT, policy_text),
)
