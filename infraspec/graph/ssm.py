"""AWS Systems Manager: parameters, and documents of Session Manager."""

from infraspec.graph.resource import Resource, Tags, node
from infraspec.graph.values import Document, Joined


@node
class Parameter(Resource):
    """AWS::SSM::Parameter."""

    name: str
    type: str
    """`String` or `StringList`."""
    value: Joined | str
    description: str | None
    tier: str
    allowed_pattern: str | None
    data_type: str
    tags: Tags


@node
class SessionDocument(Resource):
    """AWS::SSM::Document of the type Session."""

    name: str
    content: Document
    tags: Tags
