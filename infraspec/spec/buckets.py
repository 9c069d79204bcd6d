"""`buckets:`: what holds objects in S3."""

from typing import Annotated, ClassVar, Literal

from pydantic import BeforeValidator, Field

from infraspec.spec.base import LATER, Checks, EntryModel, KmsKeyName, Names, Properties, SpecModel, Tags, Text
from infraspec.spec.forms import buckets as forms

Days = Annotated[int, Field(ge=1, le=2_147_483_647)]
"""A number of days."""
Transitions = Annotated[dict[str, Days], BeforeValidator(forms.classes)]
"""Days by storage class."""


class PublicAccessBlock(SpecModel):
    """What S3 refuses whatever an ACL or a policy says."""

    block_public_acls: bool = True
    """Whether ACLs that let everyone in are refused."""
    ignore_public_acls: bool = True
    """Whether those that stand have no effect."""
    block_public_policy: bool = True
    """Whether a policy that lets everyone in is refused."""
    restrict_public_buckets: bool = True
    """Whether one that stands lets in only this account and AWS's services."""


class LifecycleRule(SpecModel):
    """What becomes of objects as they get older."""

    checks: ClassVar[Checks] = (forms.rule_does_something,)

    enabled: bool = True
    """Whether it is in force."""
    prefix: Text | None = None
    """Only objects whose keys begin with this."""
    tags: dict[str, Text] = {}
    """Only objects that have all of these tags."""
    larger_than: int | None = Field(default=None, ge=0)
    """Only objects of more bytes."""
    smaller_than: int | None = Field(default=None, ge=1)
    """Only objects of fewer bytes."""
    transitions: Transitions = {}
    """Days after which an object moves to a storage class, by the class."""
    expire_days: Days | None = None
    """Days after which an object is deleted; where versions are kept, it becomes an older one."""
    expired_delete_markers: bool = False
    """Whether a delete marker goes when no version is left behind it."""
    noncurrent_transitions: Transitions = {}
    """The same as `transitions`, for older versions, in days since they were replaced."""
    noncurrent_expire_days: Days | None = None
    """Days after which an older version is deleted for good."""
    noncurrent_keep: int | None = Field(default=None, ge=1, le=100)
    """How many older versions are kept whatever their age."""
    abort_uploads_days: Days | None = None
    """Days after which the parts of an upload that was never finished are deleted."""


class CorsRule(SpecModel):
    """What the scripts of a page of another site may ask for."""

    checks: ClassVar[Checks] = (forms.one_wildcard,)

    origins: Names
    """The sites: `https://example.com`, or `*`."""
    methods: Annotated[list[Literal["GET", "HEAD", "PUT", "POST", "DELETE"]], BeforeValidator(forms.one_or_many)]
    """The methods of HTTP."""
    headers: Names = []
    """Headers that a request may have."""
    expose: Names = []
    """Headers of the answer that the script may read."""
    max_age: int = Field(default=0, ge=0, le=2_147_483_647)
    """Seconds for which a browser keeps the answer to its question; 0 asks each time."""


class ObjectLock(SpecModel):
    """Objects that nobody can delete or overwrite for a time."""

    checks: ClassVar[Checks] = (forms.locks_for_a_time,)

    mode: Literal["GOVERNANCE", "COMPLIANCE"] | None = None
    """`GOVERNANCE` for all but those with a permission of their own; `COMPLIANCE` for everyone."""
    days: Days | None = None
    """How long a new object is locked, unless it says otherwise."""
    years: int | None = Field(default=None, ge=1, le=100)
    """The same in years."""


class AccessLogs(SpecModel):
    """Where S3 writes down who asked for what."""

    bucket: str
    """A bucket of `buckets`, whose policy then lets S3 write there. It needs encryption by S3's own key."""
    prefix: str | None = None
    """What the keys of the logs begin with; the name of this bucket and `/` if left out."""


class Bucket(EntryModel):
    """A bucket of S3: private, versioned, encrypted and reached by TLS alone, unless it says otherwise."""

    checks: ClassVar[Checks] = (forms.lock_keeps_versions, forms.existing_has_no_settings)

    name: Annotated[str | None, BeforeValidator(forms.name), LATER] = None
    """Its name, where it is not the entry's. No other bucket of any account may have it."""
    account_in_name: bool = False
    """Whether the account's number and the region stand behind the name, so that nobody else has it."""
    versioning: bool = True
    """Whether what is overwritten or deleted is kept as an older version."""
    kms_key: KmsKeyName = None
    """The key that its objects are encrypted with: an entry of `kms_keys`, or an ARN; without it, S3's own."""
    bucket_key: bool = True
    """With `kms_key`: whether S3 asks KMS once for many objects, which costs less."""
    public_access_block: PublicAccessBlock = Field(default_factory=PublicAccessBlock)
    """What is refused however it is written. All four are on if left out."""
    ownership: Literal["BucketOwnerEnforced", "BucketOwnerPreferred", "ObjectWriter"] = "BucketOwnerEnforced"
    """Whose an object is; with `BucketOwnerEnforced` it is this account's, and there are no ACLs."""
    tls_only: bool = True
    """Whether its policy refuses what does not come over TLS."""
    only_from_endpoint: Names = []
    """VPC endpoints of S3 through which alone objects are read and written. The bucket's settings and the list of its
    objects stay within reach, so that those who deploy it are not locked out; AWS's own services may deliver."""
    policy: Properties = {}
    """More statements of its policy, in IAM's own words: `Statement`. `Resource` may be left out: it is then the bucket
    and all in it."""
    lifecycle: dict[str, LifecycleRule] = {}
    """Rules by name: what becomes of objects as they get older."""
    access_logs: Annotated[
        AccessLogs | None, BeforeValidator(forms.access_logs, json_schema_input_type=str | AccessLogs)
    ] = None
    """Where S3 writes down who asked for what: a bucket, or `{bucket: NAME, prefix: TEXT}`."""
    cors: list[CorsRule] = []
    """What the scripts of pages of other sites may ask for."""
    object_lock: Annotated[
        ObjectLock | None, BeforeValidator(forms.object_lock, json_schema_input_type=bool | ObjectLock)
    ] = None
    """`true`, or for how long: objects that nobody can delete or overwrite. It cannot be turned off."""
    archive: Annotated[dict[str, Annotated[int, Field(ge=90, le=730)]], BeforeValidator(forms.archives)] = {}
    """Of objects in the class INTELLIGENT_TIERING: days without being read after which one moves to an archive."""
    eventbridge: bool = False
    """Whether S3 tells EventBridge of each object that is made, changed or deleted."""
    existing: Annotated[str | None, BeforeValidator(forms.name), LATER] = None
    """The name of a bucket that exists and is not managed here."""
    on_delete: Literal["retain", "delete"] = "retain"
    """What becomes of the bucket when the entry goes. AWS deletes none that holds anything."""
    tags: Tags = {}
