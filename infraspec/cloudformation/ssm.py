"""AWS Systems Manager in CloudFormation."""

from troposphere import ssm

from infraspec.cloudformation.names import LogicalIds
from infraspec.cloudformation.properties import given, tags
from infraspec.cloudformation.values import document, joined
from infraspec.graph.ssm import Parameter, SessionDocument


def parameter(one: Parameter, ids: LogicalIds) -> ssm.Parameter:
    """AWS::SSM::Parameter."""
    return ssm.Parameter(
        ids.of(one),
        Name=one.name,
        Type=one.type,
        Value=joined(one.value, ids),
        **given(Description=one.description),
        Tier=one.tier,
        **given(AllowedPattern=one.allowed_pattern),
        DataType=one.data_type,
        Tags=dict(one.tags),
    )


def session_document(one: SessionDocument, ids: LogicalIds) -> ssm.Document:
    """AWS::SSM::Document: what changes is a new version of it, as in Terraform, and not another document."""
    return ssm.Document(
        ids.of(one),
        Name=one.name,
        DocumentType="Session",
        DocumentFormat="JSON",
        Content=document(one.content, ids),
        UpdateMethod="NewVersion",
        Tags=tags(one.tags),
    )
