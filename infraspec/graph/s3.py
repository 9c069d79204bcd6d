"""Amazon S3: buckets and their policies."""

from infraspec.graph.kms import Key
from infraspec.graph.resource import Ref, Resource, Tags, node


@node
class Bucket(Resource):
    """AWS::S3::Bucket."""

    bucket_name: str
    versioning: str
    """`Enabled` or `Suspended`."""
    kms_key_id: Ref[Key] | str | None
    """None is S3's own key."""
    on_delete: str
    """`retain` or `delete`."""
    tags: Tags
