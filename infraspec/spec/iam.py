"""`iam:`: roles and policies."""

import re
from typing import Annotated

from pydantic import BeforeValidator, Field

from infraspec.spec.base import Names, SpecModel, Tags, refuse
from infraspec.spec.problems import ID_FORM, WRONG_VALUE

Document = dict[str, object]
"""A policy in IAM's own words: `Version`, which may be left out, and `Statement`."""

_POLICY_ARN = re.compile(r"arn:aws[a-z-]*:iam::(?:aws|[0-9]{12}):policy/[\x21-\x7e]+\Z")
_NAME = re.compile(r"[A-Za-z0-9_+=,.@-]{1,128}\Z")


class Trust(SpecModel):
    """Who may take a role."""

    services: Names = []
    """AWS services: `ec2`, or in full `ec2.amazonaws.com`."""
    accounts: Names = []
    """Accounts by their twelve digits, in quotes: whoever they allow to."""
    document: Document | None = None
    """The whole trust policy."""

    @property
    def is_for_ec2(self) -> bool:
        """Whether an instance may take the role."""
        if self.document is not None:
            return "ec2.amazonaws.com" in str(self.document)
        return any(name.partition(".")[0] == "ec2" for name in self.services)


_TRUST = 'write `ec2`, a list of services, {account: "123456789012"} or a policy with `Statement`'


def _trust(value: object) -> object:
    """A service or a list of services, accounts, or a whole policy."""
    if isinstance(value, str | list):
        return {"services": value}
    if not isinstance(value, dict):
        raise refuse(WRONG_VALUE, "`trust` says who may take the role", help=_TRUST)
    if "Statement" in value or "Version" in value:
        return {"document": value}
    alike = {"service": "services", "account": "accounts"}
    return {alike.get(key, key): item for key, item in value.items()}


def _policy_arn(value: object) -> object:
    """The ARN of a policy that is not managed here."""
    if value is None or (isinstance(value, str) and _POLICY_ARN.match(value)):
        return value
    raise refuse(
        ID_FORM,
        f"`{value}` is not the ARN of a policy",
        help="write one such as arn:aws:iam::123456789012:policy/read-logs",
    )


def _role_name(value: object) -> object:
    """The name of a role that is not managed here."""
    if value is None or (isinstance(value, str) and _NAME.match(value)):
        return value
    raise refuse(ID_FORM, f"`{value}` is not the name of a role", help="write its name, without the ARN before it")


class Role(SpecModel):
    """A role: permissions that a service, a machine or another account may take for a while."""

    description: str | None = None
    """What it is for: at most 1,000 characters of Latin-1."""
    trust: Annotated[Trust | None, BeforeValidator(_trust, json_schema_input_type=str | list[str] | Document)] = None
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
    existing: Annotated[str | None, BeforeValidator(_role_name)] = None
    """The name of a role that exists and is not managed here; it has an instance profile of the same name, unless
    `instance_profile` says otherwise."""
    tags: Tags = {}

    @property
    def has_instance_profile(self) -> bool:
        """Whether an instance can be given the role."""
        trusted = self.trust is not None and self.trust.is_for_ec2
        return trusted or self.instance_profile is not None or self.existing is not None


class Policy(SpecModel):
    """A managed policy of this account, which several roles may share."""

    description: str | None = None
    """What it allows: at most 1,000 characters. A change replaces the policy."""
    document: Document = {}
    """The policy in IAM's own words: `Version`, which may be left out, and `Statement`."""
    path: str = "/"
    """Its path in IAM."""
    existing: Annotated[str | None, BeforeValidator(_policy_arn)] = None
    """The ARN of a policy that exists and is not managed here."""
