"""`iam:`: users, groups, roles and policies."""

from typing import Annotated, ClassVar

from pydantic import BeforeValidator, Field

from infraspec.spec.base import LATER, Checks, EntryModel, Names, SpecModel, Tags, Text
from infraspec.spec.forms import iam as forms

Document = dict[str, object]
"""A policy in IAM's own words: `Version`, which may be left out, and `Statement`. Where an ARN stands, an entry of the
spec may, by kind and name, with what follows in the ARN behind it: `bucket:logs/*`, `role:deploy`."""


class Oidc(SpecModel):
    """Whose web identities may take a role."""

    provider: str
    """An entry of `iam.oidc_providers`, or the ARN of a provider that exists."""
    subjects: Names
    """Who, as the provider calls them, `*` for any part: on GitHub `repo:acme/shop:ref:refs/heads/main`."""
    audience: Names = ["sts.amazonaws.com"]
    """What the identity must have been asked for."""


class Trust(SpecModel):
    """Who may take a role."""

    checks: ClassVar[Checks] = (forms.someone,)

    services: Names = []
    """AWS services: `ec2`, or in full `ec2.amazonaws.com`."""
    accounts: Names = []
    """Accounts by their twelve digits, in quotes: whoever they allow to."""
    principals: Names = []
    """Single roles and users: of this spec as `role:deploy`, of other accounts by ARN."""
    oidc: Oidc | None = None
    """Web identities, such as jobs of GitHub Actions."""
    saml: str | None = None
    """People of an entry of `iam.saml_providers`, or of a provider by ARN."""
    external_id: str | None = None
    """A word that accounts and principals must say: against a company that serves others too."""
    require_mfa: bool = False
    """Whether accounts and principals must have signed in with a second factor."""
    session_tags: bool = False
    """Whether whoever takes it may tag the session."""
    conditions: dict[str, dict[str, object]] = {}
    """Further conditions of all of them, in IAM's own words: `{IpAddress: {aws:SourceIp: 203.0.113.0/24}}`."""
    document: Document | None = None
    """The whole trust policy."""


class Role(EntryModel):
    """A role: permissions that a service, a machine or another account may take for a while."""

    description: Text | None = None
    """What it is for: at most 1,000 characters of Latin-1."""
    trust: Annotated[Trust | None, BeforeValidator(forms.trust, json_schema_input_type=str | list[str] | Document)] = (
        None
    )
    """Who may take it: a service such as `ec2`, a list of them, `{account: "123456789012"}`, `{oidc: {…}}`, or a trust
    policy."""
    managed_policies: Names = []
    """Policies attached to it: AWS's own by name, an ARN, or a policy of `iam.policies`."""
    inline_policies: dict[str, Document] = {}
    """Policies of its own, by name, in IAM's own words; where an ARN stands, so may an entry: `bucket:logs/*`."""
    permissions_boundary: str | None = None
    """The policy that its permissions never exceed: by name or ARN, as in `managed_policies`."""
    path: str = "/"
    """Its path in IAM."""
    max_session_duration: int | None = Field(default=None, ge=3600, le=43200)
    """How long it may be taken for at once, in seconds."""
    max_session_hours: int | None = Field(default=None, ge=1, le=12)
    """The same in hours; without either it is 1 hour."""
    instance_profile: str | None = None
    """The name of its instance profile. A role that trusts `ec2` has one of its own name without being asked."""
    existing: Annotated[str | None, BeforeValidator(forms.role_name), LATER] = None
    """The name of a role that exists and is not managed here; it has an instance profile of the same name, unless
    `instance_profile` says otherwise."""
    tags: Tags = {}


class Group(EntryModel):
    """A group of users: what its members may do. Who they are stands at each user."""

    require_mfa: bool = False
    """Whether members who have not signed in with a second factor may do nothing but set one up. This adds the policy
    `require-mfa`, by which they also manage their own password, keys and devices."""
    managed_policies: Names = []
    """Policies attached to it: AWS's own by name, an ARN, or a policy of `iam.policies`."""
    inline_policies: dict[str, Document] = {}
    """Policies of its own, by name, in IAM's own words; where an ARN stands, so may an entry: `bucket:logs/*`."""
    path: str = "/"
    """Its path in IAM."""
    existing: Annotated[str | None, BeforeValidator(forms.group_name), LATER] = None
    """The name of a group that exists and is not managed here."""
    users: Annotated[None, BeforeValidator(forms.no_members)] = None
    """Refused: a user names its groups."""


class User(EntryModel):
    """A user. Passwords, access keys and MFA devices are made by the person, never by a spec: they are secrets."""

    groups: Names = []
    """The groups that it is a member of."""
    managed_policies: Names = []
    """Policies of its own; those of a group are easier to watch."""
    inline_policies: dict[str, Document] = {}
    """Policies of its own, by name, in IAM's own words; where an ARN stands, so may an entry: `bucket:logs/*`."""
    permissions_boundary: str | None = None
    """The policy that its permissions never exceed: by name or ARN, as in `managed_policies`."""
    path: str = "/"
    """Its path in IAM."""
    existing: Annotated[str | None, BeforeValidator(forms.user_name), LATER] = None
    """The name of a user that exists and is not managed here."""
    tags: Tags = {}
    password: Annotated[None, BeforeValidator(forms.no_password)] = None
    """Refused: a password never stands in a spec."""
    login_profile: Annotated[None, BeforeValidator(forms.no_password)] = None
    """Refused, as `password` is."""
    access_keys: Annotated[None, BeforeValidator(forms.no_access_keys)] = None
    """Refused: the secret of a key would stand in the state of whatever makes it."""
    mfa_devices: Annotated[None, BeforeValidator(forms.no_devices)] = None
    """Refused: a person must scan the seed of a device; `require_mfa` at a group makes them do so."""


class Policy(EntryModel):
    """A managed policy of this account, which several roles, users and groups may share."""

    description: Text | None = None
    """What it allows: at most 1,000 characters. A change replaces the policy."""
    document: Document = {}
    """The policy in IAM's own words: `Version`, which may be left out, and `Statement`. Where an ARN stands, so may an
    entry of the spec, by kind and name: `bucket:logs/*`."""
    path: str = "/"
    """Its path in IAM."""
    existing: Annotated[str | None, BeforeValidator(forms.policy_arn), LATER] = None
    """The ARN of a policy that exists and is not managed here."""
