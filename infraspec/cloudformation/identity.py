"""Providers of identities and roles of services in CloudFormation."""

from troposphere import iam

from infraspec.cloudformation.names import LogicalIds
from infraspec.cloudformation.properties import given, tags
from infraspec.graph.identity import OidcProvider, SamlProvider, ServiceLinkedRole


def oidc_provider(provider: OidcProvider, ids: LogicalIds) -> iam.OIDCProvider:
    """AWS::IAM::OIDCProvider."""
    return iam.OIDCProvider(
        ids.of(provider),
        Url=provider.url,
        ClientIdList=[*provider.client_ids],
        **given(ThumbprintList=[*provider.thumbprints] or None),
        Tags=tags(provider.tags),
    )


def saml_provider(provider: SamlProvider, ids: LogicalIds) -> iam.SAMLProvider:
    """AWS::IAM::SAMLProvider."""
    return iam.SAMLProvider(
        ids.of(provider), Name=provider.name, SamlMetadataDocument=provider.metadata, Tags=tags(provider.tags)
    )


def service_linked_role(role: ServiceLinkedRole, ids: LogicalIds) -> iam.ServiceLinkedRole:
    """AWS::IAM::ServiceLinkedRole."""
    return iam.ServiceLinkedRole(
        ids.of(role),
        AWSServiceName=role.aws_service_name,
        **given(CustomSuffix=role.custom_suffix, Description=role.description),
    )
