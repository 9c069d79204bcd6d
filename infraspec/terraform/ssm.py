"""AWS Systems Manager in Terraform."""

from typing import TypedDict

from infraspec.graph.ssm import Parameter, SessionDocument
from infraspec.terraform.block import Block, tags
from infraspec.terraform.names import Labels
from infraspec.terraform.values import document, joined


class AwsSsmParameter(TypedDict):
    """The arguments of aws_ssm_parameter that we write."""

    name: str
    type: str
    insecure_value: str
    description: str | None
    tier: str
    allowed_pattern: str | None
    data_type: str
    tags: dict[str, str]


def parameter(one: Parameter, labels: Labels) -> Block:
    """aws_ssm_parameter. It is no secret, so that a plan may show it."""
    return labels.block(
        one,
        AwsSsmParameter(
            name=one.name,
            type=one.type,
            insecure_value=joined(one.value, labels),
            description=one.description,
            tier=one.tier,
            allowed_pattern=one.allowed_pattern,
            data_type=one.data_type,
            tags=tags(one.tags),
        ),
    )


class AwsSsmDocument(TypedDict):
    """The arguments of aws_ssm_document that we write."""

    name: str
    document_type: str
    document_format: str
    content: str
    tags: dict[str, str]


def session_document(one: SessionDocument, labels: Labels) -> Block:
    """aws_ssm_document."""
    return labels.block(
        one,
        AwsSsmDocument(
            name=one.name,
            document_type="Session",
            document_format="JSON",
            content=document(one.content, labels),
            tags=tags(one.tags),
        ),
    )
