"""AWS Secrets Manager: secrets."""

from infraspec.graph.kms import Key
from infraspec.graph.resource import Ref, Resource, Tags, node


@node
class Secret(Resource):
    """AWS::SecretsManager::Secret, without a value."""

    name: str
    description: str | None
    kms_key_id: Ref[Key] | str | None
    """None is the service's own key."""
    on_delete: str
    """`retain`, or `delete`, which leaves no time to bring it back."""
    tags: Tags
