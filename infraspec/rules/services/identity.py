"""What holds for an account, and who vouches for its people: numbers and forms."""

import re
from collections.abc import Iterator

from infraspec.analysis.policies import holders
from infraspec.diagnostic import Edit, Finding, How, Level, Problem, Related, SpecPath, fix, nearest_bound
from infraspec.graph.graph import Graph
from infraspec.graph.iam import Group
from infraspec.graph.identity import OidcProvider, PasswordPolicy, SamlProvider
from infraspec.rules.rule import Rule

_HEAD = "version: 1\nname: demo\nregion: ap-northeast-2\niam:\n"
_THUMBPRINT = r"[0-9a-f]{40}\Z"
_SAML_NAME = r"[A-Za-z0-9_.-]{1,128}\Z"
_ACCOUNT = r"arn:aws[a-z-]*:iam::([0-9]{12}):policy/"
_NUMBERS = (
    ("minimum_length", "minimum_length", 6, 128),
    ("max_age_days", "max_age_days", 1, 1095),
    ("reuse_prevention", "reuse_prevention", 1, 24),
)

PASSWORD_NUMBERS = Problem(
    code="IAM112",
    name="password-policy-numbers",
    level=Level.ERROR,
    title="A number that no password policy takes",
    explanation="A password has at least 6 to 128 characters; it is good for 1 to 1,095 days, or for ever where `max_age_days` is not "
    "written; and 1 to 24 of the last ones are refused.",
    bad=_HEAD + "  password_policy:\n    minimum_length: 5  # <- IAM112\n",
    good=_HEAD + "  password_policy:\n    minimum_length: 14\n",
    source="https://docs.aws.amazon.com/IAM/latest/APIReference/API_UpdateAccountPasswordPolicy.html",
)


def password_numbers(graph: Graph) -> Iterator[Finding]:
    """Compare each number with its bounds."""
    for policy in graph.of(PasswordPolicy):
        for key, field, low, high in _NUMBERS:
            value: int | None = getattr(policy, field)
            at = (*policy.origin, key)
            if value is not None and not low <= value <= high:
                message, help_ = f"`{key}` is {value:,}", f"write {low:,} to {high:,}"
                fixes = nearest_bound(at, value, low, high)
                yield Finding(problem=PASSWORD_NUMBERS, at=at, message=message, help=help_, fixes=fixes)


PROVIDER = Problem(
    code="IAM132",
    name="identity-provider-form",
    level=Level.ERROR,
    title="A provider of identities that IAM does not take",
    explanation="A thumbprint is the SHA-1 of a certificate, 40 hexadecimal digits, and there are at most five; without any IAM finds it "
    "by itself. An OIDC provider has 1 to 100 audiences, and an account one provider for each URL. The name of a SAML provider "
    "has 1 to 128 letters, digits and `. _ -`, and its document 1,000 characters at least.",
    bad=_HEAD
    + "  oidc_providers:\n    github:\n      url: https://token.actions.githubusercontent.com\n"
    + "      thumbprints: [6938fd4d]  # <- IAM132\n",
    good=_HEAD + "  oidc_providers:\n    github:\n      url: https://token.actions.githubusercontent.com\n",
    source="https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateOpenIDConnectProvider.html",
)


def providers(graph: Graph) -> Iterator[Finding]:
    """Read each provider, and compare the URLs of OIDC."""
    first: dict[str, SpecPath] = {}
    for one in graph.of(OidcProvider):
        if one.existing is None:
            there = first.setdefault(one.url.rstrip("/"), one.origin)
            if there != one.origin:
                related = (Related(at=there, label="the first", on_key=True),)
                message = f"two providers stand at {one.url}, and an account has one"
                yield Finding(problem=PROVIDER, at=(*one.origin, "url"), message=message, related=related)
            yield from _oidc(one)
    for other in graph.of(SamlProvider):
        if other.existing is None:
            yield from _saml(other)


def _oidc(one: OidcProvider) -> Iterator[Finding]:
    wrong = [found for found in one.thumbprints if not re.match(_THUMBPRINT, found)]
    if wrong or len(one.thumbprints) > 5:
        at, help_ = (*one.origin, "thumbprints"), "remove it: IAM finds the thumbprint by itself"
        message = f"`{wrong[0]}` is no SHA-1 of a certificate" if wrong else "a provider has five thumbprints at most"
        fixes = fix(help_, Edit(at, how=How.REMOVE))
        yield Finding(problem=PROVIDER, at=at, message=message, help=help_, fixes=fixes)
    if not 1 <= len(one.client_ids) <= 100:
        message = f"a provider has 1 to 100 audiences, and this one has {len(one.client_ids)}"
        yield Finding(problem=PROVIDER, at=(*one.origin, "client_ids"), message=message)


def _saml(one: SamlProvider) -> Iterator[Finding]:
    if not re.match(_SAML_NAME, one.name):
        message, help_ = f"a SAML provider cannot be called `{one.name}`", "write letters, digits and . _ -"
        yield Finding(problem=PROVIDER, at=one.origin, message=message, help=help_, on_key=True)
    if one.metadata and not ("<" in one.metadata and len(one.metadata) >= 1000):
        message = f"the document of `{one.name}` has {len(one.metadata)} characters, and IAM takes 1,000 at least"
        help_ = "write the document that the provider publishes, with its certificate"
        yield Finding(problem=PROVIDER, at=(*one.origin, "metadata_file"), message=message, help=help_)


OTHER_ACCOUNT = Problem(
    code="IAM133",
    name="policies-of-two-accounts",
    level=Level.ERROR,
    title="Policies of two accounts for the roles of one",
    explanation="A role, a user or a group takes AWS's own policies and those of its own account. Where ARNs name policies of two "
    "accounts, at least one of them is not that of the account that the spec is deployed to.",
    bad=_HEAD
    + "  roles:\n    app:\n      trust: ec2\n      managed_policies: [arn:aws:iam::111122223333:policy/read]\n"
    + "      permissions_boundary: arn:aws:iam::444455556666:policy/bound  # <- IAM133\n",
    good=_HEAD
    + "  roles:\n    app:\n      trust: ec2\n      managed_policies: [arn:aws:iam::111122223333:policy/read]\n"
    + "      permissions_boundary: arn:aws:iam::111122223333:policy/bound\n",
    source="https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_managed-vs-inline.html",
)


def other_account(graph: Graph) -> Iterator[Finding]:
    """Compare the accounts of all policies that are named by ARN."""
    first: tuple[str, SpecPath] | None = None
    for arn, at in _named(graph):
        found = re.match(_ACCOUNT, arn)
        if found is None:
            continue
        if first is None:
            first = found[1], at
        elif found[1] != first[0]:
            yield Finding(
                problem=OTHER_ACCOUNT,
                at=at,
                message=f"this policy is of account {found[1]}, and another is of {first[0]}",
                related=(Related(at=first[1], label=f"of {first[0]}"),),
                help="name policies of the account that the spec is deployed to",
            )
            return


def _named(graph: Graph) -> Iterator[tuple[str, SpecPath]]:
    """The ARNs of policies, and where they are written."""
    for holder in holders(graph):
        yield from ((arn, (*holder.origin, "managed_policies")) for arn in holder.managed_policy_arns)
    for holder in holders(graph):
        if not isinstance(holder, Group) and holder.permissions_boundary_arn is not None:
            yield holder.permissions_boundary_arn, (*holder.origin, "permissions_boundary")


RULES = (Rule(PASSWORD_NUMBERS, password_numbers), Rule(PROVIDER, providers), Rule(OTHER_ACCOUNT, other_account))
