"""What may stand in `iam:`: values, and what they say."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from infraspec.data.service_principals import SERVICE_PRINCIPALS
from infraspec.diagnostic import Misread
from infraspec.spec.problems import ACCESS_KEYS, ID_FORM, LOGIN_PASSWORD, MFA_DEVICES, WRONG_VALUE
from infraspec.spec.refusal import Refusal, closest, instead

if TYPE_CHECKING:
    from infraspec.spec.iam import Role, Trust

_POLICY_ARN = r"arn:aws[a-z-]*:iam::(?:aws|[0-9]{12}):policy/[\x21-\x7e]+\Z"
_NAME = r"[A-Za-z0-9_+=,.@-]{1,128}\Z"
_TRUST = 'write `ec2`, a list of services, {account: "123456789012"} or a policy with `Statement`'


def trust(value: object) -> object:
    """A service or a list of services, accounts, or a whole policy."""
    if isinstance(value, str | list):
        _know(value)
        return {"services": value}
    if not isinstance(value, dict):
        raise Refusal(WRONG_VALUE, "`trust` says who may take the role", help=_TRUST)
    if "Statement" in value or "Version" in value:
        return {"document": value}
    alike = {"service": "services", "account": "accounts", "principal": "principals"}
    found = {alike.get(key, key): item for key, item in value.items()}
    _know(found.get("services"))
    return found


def _know(services: object) -> None:
    """Refuse a short word that no service is known by; one written in full is judged with its policy."""
    for service in services if isinstance(services, list) else [services]:
        if not isinstance(service, str) or isinstance(service, Misread):
            continue
        if service in SERVICE_PRINCIPALS or "." in service:
            continue
        close = closest(service, sorted(SERVICE_PRINCIPALS))
        help_ = (
            f"write `{close}`" if close else f"if AWS has it, write it in full, as in {service.lower()}.amazonaws.com"
        )
        label = f"did you mean `{close}`?" if close else ""
        fixes = instead(help_, close) if close and service is services else ()
        raise Refusal(WRONG_VALUE, f"no service that takes roles is called `{service}`", label, help_, fixes)


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
    return _named(value, "a role")


def user_name(value: object) -> object:
    """The name of a user that is not managed here."""
    return _named(value, "a user")


def group_name(value: object) -> object:
    """The name of a group that is not managed here."""
    return _named(value, "a group")


def _named(value: object, what: str) -> object:
    if value is None or (isinstance(value, str) and re.match(_NAME, value)):
        return value
    raise Refusal(ID_FORM, f"`{value}` is not the name of {what}", help="write its name, without the ARN before it")


def no_members(_: object) -> object:
    """Membership stands in one place."""
    raise Refusal(
        WRONG_VALUE, "who is in a group stands at each user", help="write `groups: [NAME]` at the users instead"
    )


def no_password(_: object) -> object:
    """Whatever the value, it must not be here, and it is not shown."""
    raise Refusal(
        LOGIN_PASSWORD,
        "a password never stands in a spec",
        "everyone who reads the file has it",
        "remove it, and give the person one with `aws iam create-login-profile … --password-reset-required`",
    )


def no_access_keys(_: object) -> object:
    """The secret of a key cannot be kept by whoever makes it from a spec."""
    raise Refusal(
        ACCESS_KEYS,
        "access keys are never made by a spec",
        "their secret would stand in a state file or an output",
        "remove it: let programs take a role (`trust:` with `oidc:` for GitHub Actions), and people sign in",
    )


def no_devices(_: object) -> object:
    """A person scans the seed of a device."""
    raise Refusal(
        MFA_DEVICES,
        "MFA devices are set up by the people who carry them",
        "the seed would stand in a state file, or never be shown",
        "remove it, and write `require_mfa: true` at a group of the user",
    )


def someone(trust: Trust) -> None:
    """A trust names someone, and what belongs to accounts stands with one."""
    people = trust.accounts or trust.principals
    others = trust.services or trust.oidc or trust.saml
    if trust.document is None and not people and not others:
        raise Refusal(WRONG_VALUE, "`trust` names nobody", help=_TRUST)
    for key in ("external_id", "require_mfa"):
        if getattr(trust, key) and not people:
            message = f"`{key}` is asked of accounts and principals, and none is named"
            raise Refusal(WRONG_VALUE, message, help=f"remove `{key}`, or name `accounts` or `principals`")
    if trust.document is not None and (people or others or trust.conditions or trust.session_tags):
        raise Refusal(WRONG_VALUE, "`document` is the whole trust policy", help="write all of it there, or none")


def is_for_ec2(trust: Trust) -> bool:
    """Whether an instance may take a role with this trust."""
    if trust.document is not None:
        written = trust.document.get("Statement")
        statements = written if isinstance(written, list) else [written]
        return any(_lets_ec2_in(statement) for statement in statements)
    return any(name.partition(".")[0] == "ec2" for name in trust.services)


def _lets_ec2_in(statement: object) -> bool:
    """Whether a statement of a trust policy allows EC2 to take the role."""
    if not isinstance(statement, dict) or statement.get("Effect") != "Allow":
        return False
    principal = statement.get("Principal")
    services = principal.get("Service") if isinstance(principal, dict) else None
    named = services if isinstance(services, list) else [services]
    return any(str(name).partition(".")[0] == "ec2" for name in named)


def has_instance_profile(role: Role) -> bool:
    """Whether an instance can be given the role."""
    trusted = role.trust is not None and is_for_ec2(role.trust)
    return trusted or role.instance_profile is not None or role.existing is not None
