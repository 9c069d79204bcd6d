"""`trust:` of a role to its trust policy."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from infraspec.aws import partition
from infraspec.diagnostic import Finding, SpecPath
from infraspec.graph.identity import OidcProvider, SamlProvider
from infraspec.graph.values import Document, Value
from infraspec.resolve.documents import policy_document
from infraspec.resolve.policy_documents import Arn, arn, is_named, policy
from infraspec.spec.kinds import OIDC_PROVIDER, SAML_PROVIDER
from infraspec.spec.problems import ID_FORM

if TYPE_CHECKING:
    from infraspec.resolve.network import Network
    from infraspec.spec.iam import Oidc, Trust

_SAML_AUDIENCE = "https://signin.aws.amazon.com/saml"
_ASSUME, _WEB, _SAML = "sts:AssumeRole", "sts:AssumeRoleWithWebIdentity", "sts:AssumeRoleWithSAML"
_PROVIDER = r"arn:(aws[a-z-]*):iam::[0-9]{12}:(oidc|saml)-provider/(\S+)\Z"

Conditions = dict[str, dict[str, object]]


class _Who(NamedTuple):
    """One statement: who may take the role, by which action, and under which conditions."""

    principal: Mapping[str, object]
    action: str
    conditions: Conditions


def trust(scope: Network, trust: Trust | None, at: SpecPath) -> Document | None:
    """The trust policy; None, with a finding, if it names what is unknown. That of a role which exists is not ours."""
    if trust is None:
        return policy_document({"Statement": []})
    if trust.document is not None:
        return policy(scope, trust.document, at)
    people = _people(scope, trust, at)
    federated = [_oidc(scope, trust.oidc, (*at, "oidc")), _saml(scope, trust.saml, (*at, "saml"))]
    lost = [
        written is not None and one is None for written, one in zip((trust.oidc, trust.saml), federated, strict=True)
    ]
    if people is None or any(lost):
        return None
    found = [*people, *(one for one in federated if one is not None)]
    if len(found) < len(people) + (trust.oidc is not None) + (trust.saml is not None):
        return None  # a provider that could not be read
    return policy(scope, {"Statement": [_statement(one, trust) for one in found]}, at)


def _people(scope: Network, trust: Trust, at: SpecPath) -> list[_Who] | None:
    """Services, accounts and single principals: in one statement, unless conditions are for some of them alone."""
    services = sorted({_principal(scope.region, name) for name in trust.services})
    accounts: list[Arn] = sorted({f"arn:{partition(scope.region)}:iam::{one}:root" for one in trust.accounts})
    for value, where in scope.each(trust.principals, (*at, "principals")):
        found = arn(scope, value, where, stands=True) if is_named(value) else value
        if found is None:
            return None
        accounts.append(found)
    own: Conditions = {"StringEquals": {"sts:ExternalId": trust.external_id}} if trust.external_id is not None else {}
    if trust.require_mfa:
        own["Bool"] = {"aws:MultiFactorAuthPresent": "true"}
    principals: dict[str, list[Arn]] = {"Service": [*services], "AWS": accounts}
    written = {kind: found[0] if len(found) == 1 else found for kind, found in principals.items() if found}
    if not own:
        return [_Who(written, _ASSUME, {})] if written else []
    return [_Who({kind: one}, _ASSUME, own if kind == "AWS" else {}) for kind, one in written.items()]


def _oidc(scope: Network, oidc: Oidc | None, at: SpecPath) -> _Who | None:
    """Web identities of a provider: for one of the audiences, and of one of the subjects."""
    if oidc is None:
        return None
    provider: Arn | None
    provider, url = _provider_arn(scope, oidc.provider, (*at, "provider"), "oidc"), oidc.provider.partition("/")[2]
    if provider is None and not oidc.provider.startswith("arn:"):
        found = scope.ref(OidcProvider, "oidc_provider", oidc.provider, (*at, "provider"))
        if found is None:
            return None
        model = scope.of(OIDC_PROVIDER)[found.key].model
        url = (model.existing or "").partition("/")[2] or (model.url or "").removeprefix("https://")
        provider = model.existing or Value(found, "arn")
    if provider is None:
        return None
    exact = [one for one in oidc.subjects if not re.search(r"[*?]", one)]
    like = [one for one in oidc.subjects if re.search(r"[*?]", one)]
    equals: dict[str, object] = {f"{url}:aud": _one(sorted(oidc.audience))}
    if like:
        return _Who(
            {"Federated": provider},
            _WEB,
            {"StringEquals": equals, "StringLike": {f"{url}:sub": _one(sorted([*exact, *like]))}},
        )
    equals[f"{url}:sub"] = _one(sorted(exact))
    return _Who({"Federated": provider}, _WEB, {"StringEquals": equals})


def _saml(scope: Network, saml: str | None, at: SpecPath) -> _Who | None:
    """People that sign in by SAML at AWS's own page."""
    if saml is None:
        return None
    provider: Arn | None = _provider_arn(scope, saml, at, "saml")
    if provider is None and not saml.startswith("arn:"):
        found = scope.ref(SamlProvider, "saml_provider", saml, at)
        if found is None:
            return None
        provider = scope.of(SAML_PROVIDER)[found.key].model.existing or Value(found, "arn")
    if provider is None:
        return None
    return _Who({"Federated": provider}, _SAML, {"StringEquals": {"SAML:aud": _SAML_AUDIENCE}})


def _provider_arn(scope: Network, value: str, at: SpecPath, kind: str) -> str | None:
    """The ARN of a provider that is written as one; an ARN of something else is reported."""
    if not value.startswith("arn:"):
        return None
    found = re.match(_PROVIDER, value)
    if found is not None and found[1] == partition(scope.region) and found[2] == kind:
        return value
    message = f"`{value}` is not the ARN of {'an OIDC' if kind == 'oidc' else 'a SAML'} provider of this partition"
    help_ = f"write the name of one in `iam.{kind}_providers`"
    scope.report(Finding(problem=ID_FORM, at=at, message=message, help=help_))
    return None


def _statement(who: _Who, trust: Trust) -> dict[str, object]:
    conditions: Conditions = {operator: {**keys} for operator, keys in who.conditions.items()}
    for operator, keys in sorted(trust.conditions.items()):
        conditions[operator] = {**conditions.get(operator, {}), **keys}
    action: object = [who.action, "sts:TagSession"] if trust.session_tags else who.action
    statement: dict[str, object] = {"Effect": "Allow", "Principal": who.principal, "Action": action}
    return {**statement, "Condition": conditions} if conditions else statement


def _one(values: list[str]) -> object:
    """One value by itself, as IAM returns it."""
    return values[0] if len(values) == 1 else values


def _principal(region: str, service: str) -> str:
    """The full name of a service. EC2's own has the domain of China there."""
    if "." in service:
        return service
    return (
        f"{service}.amazonaws.com.cn" if service == "ec2" and region.startswith("cn-") else f"{service}.amazonaws.com"
    )
