"""Providers of identities, roles of services, and the password policy, in Terraform."""

from typing import TypedDict

from infraspec.graph.identity import OidcProvider, PasswordPolicy, SamlProvider, ServiceLinkedRole
from infraspec.terraform.block import Block, tags
from infraspec.terraform.names import Labels


class AwsIamOpenidConnectProvider(TypedDict):
    """The arguments of aws_iam_openid_connect_provider that we write."""

    url: str
    client_id_list: list[str]
    thumbprint_list: list[str] | None
    tags: dict[str, str]


def oidc_provider(provider: OidcProvider, labels: Labels) -> Block:
    """aws_iam_openid_connect_provider. Its thumbprints may be left out since 5.81."""
    block = labels.block(
        provider,
        AwsIamOpenidConnectProvider(
            url=provider.url,
            client_id_list=[*provider.client_ids],
            thumbprint_list=[*provider.thumbprints] or None,
            tags=tags(provider.tags),
        ),
    )
    return block if provider.thumbprints else block._replace(since=(5, 81))


class AwsIamSamlProvider(TypedDict):
    """The arguments of aws_iam_saml_provider that we write."""

    name: str
    saml_metadata_document: str
    tags: dict[str, str]


def saml_provider(provider: SamlProvider, labels: Labels) -> Block:
    """aws_iam_saml_provider."""
    return labels.block(
        provider,
        AwsIamSamlProvider(name=provider.name, saml_metadata_document=provider.metadata, tags=tags(provider.tags)),
    )


class AwsIamServiceLinkedRole(TypedDict):
    """The arguments of aws_iam_service_linked_role that we write."""

    aws_service_name: str
    custom_suffix: str | None
    description: str | None


def service_linked_role(role: ServiceLinkedRole, labels: Labels) -> Block:
    """aws_iam_service_linked_role."""
    return labels.block(
        role,
        AwsIamServiceLinkedRole(
            aws_service_name=role.aws_service_name, custom_suffix=role.custom_suffix, description=role.description
        ),
    )


class AwsIamAccountPasswordPolicy(TypedDict):
    """The arguments of aws_iam_account_password_policy that we write."""

    minimum_password_length: int
    require_uppercase_characters: bool
    require_lowercase_characters: bool
    require_numbers: bool
    require_symbols: bool
    allow_users_to_change_password: bool
    max_password_age: int | None
    password_reuse_prevention: int | None
    hard_expiry: bool


def password_policy(policy: PasswordPolicy, labels: Labels) -> Block:
    """aws_iam_account_password_policy."""
    return labels.block(
        policy,
        AwsIamAccountPasswordPolicy(
            minimum_password_length=policy.minimum_length,
            require_uppercase_characters=policy.require_uppercase,
            require_lowercase_characters=policy.require_lowercase,
            require_numbers=policy.require_numbers,
            require_symbols=policy.require_symbols,
            allow_users_to_change_password=policy.users_may_change,
            max_password_age=policy.max_age_days,
            password_reuse_prevention=policy.reuse_prevention,
            hard_expiry=policy.hard_expiry,
        ),
    )
