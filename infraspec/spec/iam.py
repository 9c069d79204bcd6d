"""`iam:`: roles and policies."""

from typing import Annotated

from pydantic import BeforeValidator, Field

from infraspec.spec.base import LATER, EntryModel, Names, SpecModel, Tags, Text
from infraspec.spec.forms import iam as forms

Document = dict[str, object]
"""A policy in IAM's own words: `Version`, which may be left out, and `Statement`."""


class Trust(SpecModel):
    """Who may take a role."""

    services: Names = []
    """AWS services: `ec2`, or in full `ec2.amazonaws.com`."""
    accounts: Names = []
    """Accounts by their twelve digits, in quotes: whoever they allow to."""
    document: Document | None = None
    """The whole trust policy."""


class Role(EntryModel):
    """A role: permissions that a service, a machine or another account may take for a while."""

    description: Text | None = None
    """What it is for: at most 1,000 characters of Latin-1."""
    trust: Annotated[Trust | None, BeforeValidator(forms.trust, json_schema_input_type=str | list[str] | Document)] = (
        None
    )
    """Who may take it: a service such as `ec2`, a list of them, `{account: "123456789012"}`, or a trust policy."""
    managed_policies: Names = []
    """Policies attached to it: AWS's own by name, an ARN, or a policy of `iam.policies`."""
    inline_policies: dict[str, Document] = {}
    """Policies of its own, by name, in IAM's own words."""
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


class Policy(EntryModel):
    """A managed policy of this account, which several roles may share."""

    description: Text | None = None
    """What it allows: at most 1,000 characters. A change replaces the policy."""
    document: Document = {}
    """The policy in IAM's own words: `Version`, which may be left out, and `Statement`."""
    path: str = "/"
    """Its path in IAM."""
    existing: Annotated[str | None, BeforeValidator(forms.policy_arn), LATER] = None
    """The ARN of a policy that exists and is not managed here."""
