"""`document_clusters:`: clusters of Amazon DocumentDB."""

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from infraspec.spec.alarm_sets import Alarms
from infraspec.spec.base import LATER, EntryModel, KmsKeyName, Names, SpecModel, Tags
from infraspec.spec.forms import databases as shared
from infraspec.spec.forms import document_clusters as forms
from infraspec.spec.forms.values import one_or_many


class DocumentInstance(SpecModel):
    """An instance of a cluster, where it differs from the others."""

    class_: Annotated[str | None, BeforeValidator(forms.instance_class), LATER] = Field(default=None, alias="class")
    """Its class; the cluster's `class` unless written."""
    zone: str | None = None
    """The zone that it stands in, by letter or name; without it DocumentDB chooses one."""
    maintenance_window: str | None = None
    """When it is upgraded, in UTC: `sun:19:00-sun:19:30`; the cluster's window unless written."""


Instances = Annotated[
    dict[str, DocumentInstance | None],
    BeforeValidator(forms.instances, json_schema_input_type=int | list[str] | dict[str, DocumentInstance]),
]
"""How many instances: `2` makes `orders-1` and `orders-2` of the cluster `orders`. Or their names, or a mapping from
each name to what it has of its own."""


class DocumentCluster(EntryModel):
    """A cluster of DocumentDB, which speaks MongoDB's protocol, with its instances, subnets and parameters."""

    version: Annotated[str, BeforeValidator(shared.version)]
    """The engine's version in quotes, with its three numbers: `"5.0.0"`."""
    class_: Annotated[str, BeforeValidator(forms.instance_class), LATER] = Field(alias="class")
    """The class of its instances, such as `db.r6g.large`."""
    instances: Instances
    """Its instances: the first one that stands writes, the others read and take over when it fails."""
    storage_type: Literal["standard", "iopt1"] = "standard"
    """`iopt1` costs more for each GiB, and nothing for each I/O operation."""
    encrypted: bool = True
    """Whether the storage is encrypted; it cannot be changed later."""
    kms_key: KmsKeyName = None
    """The key that encrypts it: an entry of `kms_keys`, or an ARN; without it, DocumentDB's own key."""
    tls: Literal["enabled", "disabled", "tls1.2+", "tls1.3+", "fips-140-3"] = "enabled"
    """Whether clients must speak TLS, and which versions of it."""
    subnets: Names
    """Where it may stand: `tier:name`, or a list of subnets; at least two zones."""
    security_groups: Names
    """Who reaches it. Its address changes, so rules name its group."""
    credentials: Annotated[Literal["managed"], BeforeValidator(forms.credentials)] = "managed"
    """`managed`: DocumentDB makes the password, keeps it in Secrets Manager and rotates it."""
    password: Annotated[None, BeforeValidator(shared.no_password)] = None
    """Refused: a password never stands in a spec."""
    username: str = "dbadmin"
    """The master user. DocumentDB keeps `admin` for itself."""
    port: int = 27017
    """The port that it listens on."""
    parameters: Annotated[dict[str, str], BeforeValidator(forms.parameters)] = {}
    """Parameters of the cluster beside `tls`. Each takes effect at the next reboot."""
    log_exports: Annotated[list[Literal["audit", "profiler"]], BeforeValidator(one_or_many)] = []
    """Logs that are sent to CloudWatch Logs. What they hold, `parameters` decides: `audit_logs` and `profiler`."""
    backup_days: int = 7
    """Days that automatic backups are kept, 1 to 35."""
    backup_window: str | None = None
    """When backups are made, in UTC: `18:00-18:30`."""
    maintenance_window: str | None = None
    """When upgrades are made, in UTC: `sun:19:00-sun:19:30`."""
    auto_minor_version_upgrade: bool = True
    """Whether minor versions are installed in the maintenance window."""
    deletion_protection: bool = True
    """Whether AWS refuses to delete it. Deploy once with `false` before it is to go."""
    on_delete: Literal["snapshot", "retain", "delete"] = "snapshot"
    """What becomes of the data: a last snapshot; the cluster is kept; or all is lost."""
    alarms: Alarms = None
    """The usual alarms of such a thing: `default`, or `{set: default, to: TOPIC}`."""
    tags: Tags = {}
