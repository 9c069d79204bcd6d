"""Providers of identities, roles of services, and the password policy, of `iam:`, to nodes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from infraspec.diagnostic import Finding
from infraspec.graph.identity import OidcProvider, PasswordPolicy, SamlProvider, ServiceLinkedRole
from infraspec.graph.resource import Resource
from infraspec.resolve.network import Network
from infraspec.resolve.user_data import file_text
from infraspec.spec.kinds import OIDC_PROVIDER, PASSWORD_POLICY, SAML_PROVIDER, SERVICE_LINKED_ROLE
from infraspec.spec.problems import ID_FORM, MISSING_FIELD

_SERVICE = r"[A-Za-z0-9_+=,.@-]{1,128}\Z"
"""https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateServiceLinkedRole.html"""


def oidc_providers(scope: Network) -> Iterator[Resource]:
    """Signers of web identities."""
    for name, entry in scope.of(OIDC_PROVIDER).items():
        model = entry.model
        if model.url is None and model.existing is None:
            message, help_ = f"OIDC provider `{name}` has no `url`", "add `url: https://…`, or `existing:` with its ARN"
            scope.report(Finding(problem=MISSING_FIELD, at=(*entry.path, "url"), message=message, help=help_))
            continue
        yield OidcProvider(
            key=name,
            origin=entry.path,
            existing=model.existing,
            url=model.url or "",
            client_ids=tuple(sorted(set(model.client_ids))),
            thumbprints=tuple(one.lower() for one in model.thumbprints),
            tags=scope.tags(name, model.tags),
        )


def saml_providers(scope: Network) -> Iterator[Resource]:
    """Directories of people."""
    for name, entry in scope.of(SAML_PROVIDER).items():
        model, metadata = entry.model, ""
        if model.metadata_file is not None:
            metadata = file_text(scope, model.metadata_file, (*entry.path, "metadata_file")) or ""
        elif model.existing is None:
            message = f"SAML provider `{name}` has no `metadata_file`"
            help_ = "add `metadata_file:` with the document that it publishes, or `existing:` with its ARN"
            scope.report(Finding(problem=MISSING_FIELD, at=(*entry.path, "metadata_file"), message=message, help=help_))
            continue
        yield SamlProvider(
            key=name,
            origin=entry.path,
            existing=model.existing,
            name=name,
            metadata=metadata,
            tags=scope.tags(name, model.tags),
        )


def service_linked_roles(scope: Network) -> Iterator[Resource]:
    """Roles that services have of their own."""
    for name, entry in scope.of(SERVICE_LINKED_ROLE).items():
        model, service = entry.model, entry.model.service or name
        service = service if "." in service else f"{service}.amazonaws.com"
        if not re.match(_SERVICE, service):
            at = entry.path if model.service is None else (*entry.path, "service")
            message, help_ = f"`{service}` is the name of no service", "write one such as `autoscaling`"
            scope.report(Finding(problem=ID_FORM, at=at, message=message, help=help_, on_key=model.service is None))
            continue
        yield ServiceLinkedRole(
            key=name,
            origin=entry.path,
            aws_service_name=service,
            custom_suffix=model.suffix,
            description=model.description,
        )


def password_policy(scope: Network) -> Iterator[Resource]:
    """What holds for the passwords of the whole account."""
    for name, entry in scope.of(PASSWORD_POLICY).items():
        model = entry.model
        yield PasswordPolicy(
            key=name,
            origin=entry.path,
            minimum_length=model.minimum_length,
            require_uppercase=model.require_uppercase,
            require_lowercase=model.require_lowercase,
            require_numbers=model.require_numbers,
            require_symbols=model.require_symbols,
            users_may_change=model.users_may_change,
            max_age_days=model.max_age_days,
            reuse_prevention=model.reuse_prevention,
            hard_expiry=model.hard_expiry,
        )
