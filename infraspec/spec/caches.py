"""`caches:`: caches of Amazon ElastiCache."""

from typing import Annotated, ClassVar, Literal

from pydantic import BeforeValidator, Field

from infraspec.spec.alarm_sets import Alarms
from infraspec.spec.base import LATER, Checks, EntryModel, KmsKeyName, Names, Tags
from infraspec.spec.forms import caches as forms
from infraspec.spec.forms import databases as shared


class Cache(EntryModel):
    """A cache with its subnets, parameters and users: nodes of Valkey, Redis or Memcached."""

    checks: ClassVar[Checks] = (forms.fits_engine, forms.one_way_in)

    engine: Literal["valkey", "redis", "memcached"]
    """The engine."""
    version: Annotated[str, BeforeValidator(shared.version)]
    """The engine's version in quotes: `"8.0"`, `"7.1"`; Memcached with its three numbers, `"1.6.22"`."""
    class_: Annotated[str, BeforeValidator(forms.node_class), LATER] = Field(alias="class")
    """The class of its nodes, such as `cache.t4g.small`."""
    description: Annotated[str | None, LATER] = None
    """What a replication group is for, which AWS shows; it is called by its name unless written."""
    replicas: int | None = Field(default=None, ge=0, le=5)
    """Copies of the node that writes, or of each shard's; 1 unless written, so that one can fail. Not for Memcached."""
    shards: int | None = Field(default=None, ge=1, le=500)
    """Shards that the keys are spread over, which is cluster mode; without it there is none."""
    nodes: int | None = Field(default=None, ge=1, le=40)
    """Nodes that the keys of a Memcached cluster are spread over; 1 unless written."""
    zones: Names = []
    """The zone of each node, by letter or name; without it ElastiCache chooses. Not with `shards`."""
    failover: bool | None = None
    """Whether a replica takes over when the node that writes fails; so it is where there is one."""
    multi_az: bool | None = None
    """Whether replicas stand in other zones; so it is where there are some."""
    encrypted: bool | None = None
    """Whether what it stores is encrypted; so it is unless written. It cannot be changed later. Not for Memcached."""
    kms_key: KmsKeyName = None
    """The key that encrypts it: an entry of `kms_keys`, or an ARN; without it, ElastiCache's own key."""
    transit_encryption: Literal["required", "preferred", "none"] = "required"
    """Whether clients must speak TLS. `preferred` also takes those that do not, while they move."""
    users: dict[str, str] = {}
    """Users by name, and what each may do in the engine's words: `app: "on ~app:* +@all"`. They sign in by IAM,
    without a password, and nobody else is let in."""
    auth_token: Annotated[str | None, BeforeValidator(forms.secret)] = None
    """A secret whose whole text is the password of the cache: an entry of `secrets` that is made by
    `generate: {punctuation: false}`, or the ARN of one that has a value. Terraform keeps a copy in its state, which
    CloudFormation does not; `users` need no password."""
    password: Annotated[None, BeforeValidator(forms.no_password)] = None
    """Refused: a password never stands in a spec."""
    subnets: Names
    """Where its nodes may stand: `tier:name`, or a list of subnets."""
    security_groups: Names
    """Who reaches it. Its addresses change, so rules name its group."""
    port: int | None = Field(default=None, ge=1, le=65535)
    """The port that it listens on; the engine's own unless written, 6379 or 11211."""
    parameters: Annotated[dict[str, str], BeforeValidator(shared.parameters)] = {}
    """Engine parameters that differ from the family's defaults."""
    snapshot_days: int | None = Field(default=None, ge=0)
    """Days that daily snapshots are kept, 0 to 35; 1 unless written, and 0 makes none. Not for Memcached."""
    snapshot_window: str | None = None
    """When snapshots are made, in UTC: `18:00-19:00`."""
    maintenance_window: str | None = None
    """When upgrades are made, in UTC: `sun:19:00-sun:20:00`."""
    auto_minor_version_upgrade: bool = True
    """Whether minor versions are installed in the maintenance window."""
    slow_log: str | None = None
    """The log group that slow commands are written to: an entry of `log_groups`."""
    engine_log: str | None = None
    """The log group that the engine's own log is written to: an entry of `log_groups`."""
    log_format: Literal["json", "text"] = "json"
    """How both are written."""
    notifications: Annotated[str | None, BeforeValidator(forms.topic)] = None
    """The topic that is told of failovers and the like: an entry of `topics`, or an ARN."""
    on_delete: Literal["snapshot", "retain", "delete"] | None = None
    """What becomes of the data: a last snapshot, which is so unless written; the cache is kept; or all is lost, which
    is so for Memcached, since it stores nothing."""
    alarms: Alarms = None
    """The usual alarms of such a thing: `default`, or `{set: default, to: TOPIC}`."""
    tags: Tags = {}
