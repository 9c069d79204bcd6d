"""`iam:`: providers of identities, roles of services, and the password policy of an account."""

from typing import Annotated

from pydantic import BeforeValidator

from infraspec.spec.base import LATER, EntryModel, Names, Tags, Text
from infraspec.spec.forms import identity as forms


class OidcProvider(EntryModel):
    """A service that signs web identities: with GitHub Actions' a job takes a role without any key."""

    url: Annotated[str | None, BeforeValidator(forms.url)] = None
    """Where it stands: `https://token.actions.githubusercontent.com` for GitHub Actions. A change replaces it."""
    client_ids: Names = ["sts.amazonaws.com"]
    """The audiences that its tokens may be for."""
    thumbprints: Names = []
    """SHA-1 of the certificate that its own is signed by; without any IAM finds it by itself."""
    existing: Annotated[str | None, BeforeValidator(forms.oidc_arn), LATER] = None
    """The ARN of a provider that exists and is not managed here: an account has one for each URL."""
    tags: Tags = {}


class SamlProvider(EntryModel):
    """A directory of people that signs in by SAML 2.0. A change of its name replaces it."""

    metadata_file: str | None = None
    """The XML document that the provider publishes of itself: a file beside the spec."""
    existing: Annotated[str | None, BeforeValidator(forms.saml_arn), LATER] = None
    """The ARN of a provider that exists and is not managed here."""
    tags: Tags = {}


class ServiceLinkedRole(EntryModel):
    """The role that a service has of its own. Most services make theirs at first use, once in an account."""

    service: str | None = None
    """The service, such as `autoscaling` or in full `autoscaling.amazonaws.com`; the entry's name unless written."""
    suffix: Text | None = None
    """What tells a second role of the service from the first, where the service takes several."""
    description: Text | None = None
    """What it is for."""


class PasswordPolicy(EntryModel):
    """What the passwords of users are made of, in the whole account. CloudFormation cannot say it; Terraform can."""

    minimum_length: int = 14
    """Characters, 6 to 128."""
    require_uppercase: bool = True
    """Whether a capital is needed."""
    require_lowercase: bool = True
    """Whether a small letter is needed."""
    require_numbers: bool = True
    """Whether a digit is needed."""
    require_symbols: bool = True
    """Whether another character is needed."""
    users_may_change: bool = True
    """Whether users change their own."""
    max_age_days: int | None = None
    """Days until a password must be changed, 1 to 1,095; without it, never."""
    reuse_prevention: int | None = 24
    """How many of the last passwords cannot be taken again, 1 to 24."""
    hard_expiry: bool = False
    """Whether a user whose password has expired is locked out until an administrator resets it."""
