"""What may stand in `iam:`: values, and what they say."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from infraspec.spec.problems import ID_FORM, WRONG_VALUE
from infraspec.spec.refusal import Refusal

if TYPE_CHECKING:
    from infraspec.spec.iam import Role, Trust

_POLICY_ARN = r"arn:aws[a-z-]*:iam::(?:aws|[0-9]{12}):policy/[\x21-\x7e]+\Z"
_NAME = r"[A-Za-z0-9_+=,.@-]{1,128}\Z"
_TRUST = 'write `ec2`, a list of services, {account: "123456789012"} or a policy with `Statement`'


def trust(value: object) -> object:
    """A service or a list of services, accounts, or a whole policy."""
    if isinstance(value, str | list):
        return {"services": value}
    if not isinstance(value, dict):
        raise Refusal(WRONG_VALUE, "`trust` says who may take the role", help=_TRUST)
    if "Statement" in value or "Version" in value:
        return {"document": value}
    alike = {"service": "services", "account": "accounts"}
    return {alike.get(key, key): item for key, item in value.items()}


def policy_arn(value: object) -> object:
    """The ARN of a policy that is not managed here."""
    if value is None or (isinstance(value, str) and re.match(_POLICY_ARN, value)):
        return value
    raise Refusal(
        ID_FORM,
        f"`{value}` is not the ARN of a policy",
        help="write one such as arn:aws:iam::123456789012:policy/read-logs",
    )


def role_name(value: object) -> object:
    """The name of a role that is not managed here."""
    if value is None or (isinstance(value, str) and re.match(_NAME, value)):
        return value
    raise Refusal(ID_FORM, f"`{value}` is not the name of a role", help="write its name, without the ARN before it")


def is_for_ec2(trust: Trust) -> bool:
    """Whether an instance may take a role with this trust."""
    if trust.document is not None:
        return "ec2.amazonaws.com" in str(trust.document)
    return any(name.partition(".")[0] == "ec2" for name in trust.services)


def has_instance_profile(role: Role) -> bool:
    """Whether an instance can be given the role."""
    trusted = role.trust is not None and is_for_ec2(role.trust)
    return trusted or role.instance_profile is not None or role.existing is not None
