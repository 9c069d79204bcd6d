"""Amazon S3: buckets and their policies."""

from typing import Any, NamedTuple

from infraspec.diagnostic import SpecPath
from infraspec.graph.kms import Key
from infraspec.graph.resource import Ref, Resource, Tags, node
from infraspec.graph.values import Document, Joined


class PublicAccessBlock(NamedTuple):
    """What S3 refuses whatever an ACL or a policy says."""

    block_public_acls: bool
    ignore_public_acls: bool
    block_public_policy: bool
    restrict_public_buckets: bool


class Transition(NamedTuple):
    """A move to another storage class."""

    storage_class: str
    days: int


class LifecycleRule(NamedTuple):
    """What becomes of objects as they get older."""

    id: str
    enabled: bool
    prefix: str | None
    tags: Tags
    object_size_greater_than: int | None
    """Bytes."""
    object_size_less_than: int | None
    """Bytes."""
    transitions: tuple[Transition, ...]
    """By days."""
    expiration_days: int | None
    expired_object_delete_marker: bool
    noncurrent_transitions: tuple[Transition, ...]
    """By days."""
    noncurrent_days: int | None
    newer_noncurrent_versions: int | None
    days_after_initiation: int | None
    """Of uploads that are not finished."""


class Logging(NamedTuple):
    """Where the access log goes."""

    target_bucket: "Ref[Bucket]"
    target_prefix: str


class CorsRule(NamedTuple):
    """What scripts of other sites may ask for."""

    allowed_origins: tuple[str, ...]
    allowed_methods: tuple[str, ...]
    allowed_headers: tuple[str, ...]
    expose_headers: tuple[str, ...]
    max_age_seconds: int


class ObjectLock(NamedTuple):
    """Objects that cannot be deleted; without a mode each says so for itself."""

    mode: str | None
    days: int | None
    years: int | None


class Tiering(NamedTuple):
    """An archive of intelligent tiering."""

    access_tier: str
    days: int


@node
class Bucket(Resource):
    """AWS::S3::Bucket, with its settings, which are resources of their own in Terraform."""

    bucket_name: Joined | str
    versioning: str
    """`Enabled` or `Suspended`."""
    kms_key_id: Ref[Key] | str | None
    """None is S3's own key."""
    bucket_key_enabled: bool
    public_access_block: PublicAccessBlock
    object_ownership: str
    lifecycle: tuple[LifecycleRule, ...]
    """By id."""
    logging: Logging | None
    cors: tuple[CorsRule, ...]
    object_lock: ObjectLock | None
    tierings: tuple[Tiering, ...]
    eventbridge: bool
    on_delete: str
    """`retain` or `delete`."""
    tags: Tags


@node
class BucketPolicy(Resource):
    """AWS::S3::BucketPolicy: a bucket has one, so all that is said of who may do what stands in it."""

    bucket: Ref[Bucket]
    policy_document: Document
    statements_at: tuple[SpecPath | None, ...] = ()
    """Where each statement stands in the spec; None for one that the entry says in words of its own."""


def is_public(statement: dict[str, Any]) -> bool:
    """Whether a statement of a policy lets everyone in without a condition."""
    principal = statement.get("Principal")
    everyone = principal == "*" or (isinstance(principal, dict) and "*" in _listed(principal.get("AWS")))
    return everyone and statement.get("Effect") == "Allow" and not statement.get("Condition")


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]
