"""What may stand in the providers of `iam:`: values."""

import re

from infraspec.spec.problems import ID_FORM, WRONG_VALUE
from infraspec.spec.refusal import Refusal, instead, shown

_URL = r"https://[A-Za-z0-9.-]+(?::[0-9]+)?(?:/[A-Za-z0-9._~/-]*)?\Z"
_OIDC = r"arn:aws[a-z-]*:iam::[0-9]{12}:oidc-provider/[\x21-\x7e]+\Z"
_SAML = r"arn:aws[a-z-]*:iam::[0-9]{12}:saml-provider/[A-Za-z0-9_.-]{1,128}\Z"


def url(value: object) -> object:
    """An address that begins with `https://`."""
    if value is None or not isinstance(value, str) or re.match(_URL, value):
        return value
    meant = f"https://{value.removeprefix('http://')}"
    help_ = (
        f"write {meant}" if re.match(_URL, meant) else "write one such as https://token.actions.githubusercontent.com"
    )
    fixes = instead(help_, meant) if re.match(_URL, meant) else ()
    raise Refusal(WRONG_VALUE, f"{shown(value)} is not the URL of a provider", help=help_, fixes=fixes)


def oidc_arn(value: object) -> object:
    """The ARN of an OIDC provider that is not managed here."""
    example = "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com"
    return _arn(value, _OIDC, "an OIDC provider", example)


def saml_arn(value: object) -> object:
    """The ARN of a SAML provider that is not managed here."""
    return _arn(value, _SAML, "a SAML provider", "arn:aws:iam::123456789012:saml-provider/corp")


def _arn(value: object, form: str, what: str, example: str) -> object:
    if value is None or (isinstance(value, str) and re.match(form, value)):
        return value
    raise Refusal(ID_FORM, f"{shown(value)} is not the ARN of {what}", help=f"write one such as {example}")
