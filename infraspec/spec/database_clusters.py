"""`database_clusters:`: Aurora clusters, and Multi-AZ clusters of RDS."""

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from infraspec.spec.alarm_sets import Alarms
from infraspec.spec.base import LATER, EntryModel, KmsKeyName, Names, SpecModel, Tags
from infraspec.spec.databases import Certificate, InsightsField, MonitoringField
from infraspec.spec.forms import database_clusters as cluster_forms
from infraspec.spec.forms import databases as forms


class Serverless(SpecModel):
    """How far instances of the class `db.serverless` grow and shrink, in capacity units of about 2 GiB of memory."""

    min: float = Field(ge=0, le=256)
    """The least capacity, in steps of 0.5; 0 lets an instance pause while nobody is connected."""
    max: float = Field(ge=0, le=256)
    """The most capacity, 1 to 256."""
    pause_after: int | None = None
    """Seconds without a connection after which an instance pauses, 300 to 86,400, where `min` is 0."""


class ClusterInstance(SpecModel):
    """One instance of an Aurora cluster."""

    class_: Annotated[str | None, BeforeValidator(cluster_forms.member_class), LATER] = Field(
        default=None, alias="class"
    )
    """Its class; without it the cluster's."""
    zone: str | None = None
    """Its zone, by letter or name; without it RDS chooses."""
    tier: int | None = None
    """Its place in the line of those that take over from the writer, 0 to 15; 0 for the first instance that is
    written, which becomes the writer, and 1 for the others."""


class DatabaseCluster(EntryModel):
    """A cluster of databases that share storage: Aurora with its instances, or a Multi-AZ cluster of three."""

    engine: Annotated[
        Literal["aurora-mysql", "aurora-postgresql", "mysql", "postgres"], BeforeValidator(cluster_forms.engine)
    ]
    """The engine. `mysql` and `postgres` make a Multi-AZ cluster: a writer and two readers, in three zones."""
    version: Annotated[str, BeforeValidator(forms.version)]
    """The engine's version in quotes: `"8.0"` for any minor version of it, `"8.0.mysql_aurora.3.10.0"` for that one."""
    class_: Annotated[str | None, BeforeValidator(cluster_forms.member_class), LATER] = Field(
        default=None, alias="class"
    )
    """The class of its instances, such as `db.r6g.large`; `db.serverless` where `serverless` stands alone."""
    instances: Annotated[
        dict[str, ClusterInstance],
        BeforeValidator(cluster_forms.instances, json_schema_input_type=int | list[str] | dict[str, ClusterInstance]),
    ] = {}
    """Of Aurora: how many instances, or the instances by name. The first is the writer."""
    serverless: Serverless | None = None
    """The capacity of its instances of the class `db.serverless`."""
    snapshot: Annotated[str | None, BeforeValidator(forms.snapshot), LATER] = None
    """The snapshot that it is restored from, by name or ARN; it brings its users and its databases."""
    storage_type: Literal["aurora", "aurora-iopt1", "gp3", "io2", "io1"] | None = None
    """`aurora`, the default, or `aurora-iopt1`, where I/O costs nothing and storage more; of a Multi-AZ cluster `gp3`,
    `io2` or `io1`."""
    storage_gib: Annotated[int | None, BeforeValidator(forms.storage)] = None
    """Of a Multi-AZ cluster: storage in GiB. Aurora's grows by itself."""
    iops: int | None = Field(default=None, ge=1, le=256_000)
    """Of a Multi-AZ cluster: I/O operations a second."""
    encrypted: bool = True
    """Whether the storage is encrypted; it cannot be changed later."""
    kms_key: KmsKeyName = None
    """The key that encrypts it: an entry of `kms_keys`, or an ARN; without it, RDS's own key."""
    subnets: Names
    """Where its instances may stand: `tier:name`, or a list of subnets; at least two zones."""
    security_groups: Names
    """Who reaches it. Its addresses change, so rules name its group."""
    credentials: Annotated[Literal["managed"], BeforeValidator(forms.credentials)] = "managed"
    """`managed`: RDS makes the password, keeps it in Secrets Manager and rotates it."""
    secret_key: KmsKeyName = None
    """The key that encrypts the managed password: an entry of `kms_keys`, or an ARN; without it the service's own."""
    iam_authentication: bool | None = None
    """Whether users may sign in with a token of IAM in place of a password; off unless written."""
    password: Annotated[None, BeforeValidator(forms.no_password)] = None
    """Refused: a password never stands in a spec."""
    username: str | None = None
    """The master user; `admin`, for PostgreSQL `postgres`."""
    database: str | None = None
    """The database that is made at first."""
    port: int | None = None
    """The port that it listens on; the engine's own unless written."""
    data_api: bool | None = None
    """Whether Aurora takes statements over HTTPS, by the RDS Data API; off unless written."""
    parameters: Annotated[dict[str, str], BeforeValidator(forms.parameters)] = {}
    """Engine parameters of the cluster that differ from the family's defaults. Each takes effect at the next reboot."""
    instance_parameters: Annotated[dict[str, str], BeforeValidator(forms.parameters)] = {}
    """The same, of each instance of Aurora."""
    log_exports: Names = []
    """The logs that it sends to CloudWatch, such as `error` and `slowquery`, or `postgresql`."""
    monitoring: MonitoringField = None
    """Enhanced monitoring: how often in seconds, or that and its role; off unless written."""
    performance_insights: InsightsField = None
    """Performance Insights: `true`, or how long and by which key it is kept; off unless written."""
    backtrack_hours: int | None = None
    """Of Aurora MySQL: how far it can be taken back in time in place, 0 to 72 hours."""
    backup_days: int = 7
    """Days that automatic backups are kept, 1 to 35."""
    backup_window: str | None = None
    """When backups are made, in UTC: `18:00-18:30`."""
    maintenance_window: str | None = None
    """When upgrades are made, in UTC: `sun:19:00-sun:19:30`."""
    auto_minor_version_upgrade: bool = True
    """Whether minor versions are installed in the maintenance window."""
    extended_support: bool | None = None
    """Whether RDS goes on with the version, at a price, after its standard support; `false` has it upgraded then."""
    ca_certificate: Certificate | None = None
    """The authority of the certificate that instances of Aurora show; without it the account's default."""
    copy_tags: bool = True
    """Whether snapshots carry its tags."""
    deletion_protection: bool = True
    """Whether AWS refuses to delete it. Deploy once with `false` before it is to go."""
    on_delete: Literal["snapshot", "retain", "delete"] = "snapshot"
    """What becomes of the data: a last snapshot; the cluster and its instances are kept; or all is lost."""
    public: bool = False
    """Whether its instances have public addresses."""
    network: Literal["ipv4", "dual"] | None = None
    """`dual` gives it IPv6 addresses too, in subnets that have IPv6 blocks; `ipv4` unless written."""
    alarms: Alarms = None
    """The usual alarms of such a thing: `default`, or `{set: default, to: TOPIC}`."""
    tags: Tags = {}
