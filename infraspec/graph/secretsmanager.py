"""AWS Secrets Manager: secrets."""

from typing import NamedTuple

from infraspec.graph.kms import Key
from infraspec.graph.resource import Ref, Resource, Tags, node


class Generated(NamedTuple):
    """How the first value is made."""

    password_length: int
    exclude_characters: str
    exclude_punctuation: bool
    key: str | None
    """The key of a JSON object under which it stands; None is the value itself."""
    fields: tuple[tuple[str, str], ...]
    """What else stands in the object, by name."""


@node
class Secret(Resource):
    """AWS::SecretsManager::Secret."""

    name: str
    description: str | None
    generated: Generated | None
    """None is without a value."""
    kms_key_id: Ref[Key] | str | None
    """None is the service's own key."""
    on_delete: str
    """`retain`, or `delete`, which leaves no time to bring it back."""
    tags: Tags
