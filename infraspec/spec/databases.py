"""`databases:`: RDS database instances."""

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from infraspec.spec.alarm_sets import Alarms
from infraspec.spec.base import LATER, EntryModel, KmsKeyName, Names, SpecModel, Tags
from infraspec.spec.forms import databases as forms

Certificate = Literal["rds-ca-rsa2048-g1", "rds-ca-rsa4096-g1", "rds-ca-ecc384-g1"]
"""The authorities whose certificates databases show."""


class Monitoring(SpecModel):
    """Enhanced monitoring: what the operating system of a database is doing, as a log stream."""

    seconds: int
    """How often it is measured: every 1, 5, 10, 15, 30 or 60 seconds; 0 switches it off."""
    role: Annotated[str | None, BeforeValidator(forms.monitoring_role), LATER] = None
    """The role that writes the log, by its name in `iam.roles` or its ARN; without it one is made."""


class PerformanceInsights(SpecModel):
    """Which statements a database spends its time on."""

    enabled: bool = True
    """Whether it is recorded; `performance_insights: false` says the same."""
    days: int = 7
    """How long the record is kept: 7 days at no cost, a number of months of 31 days up to 23, or 731."""
    kms_key: KmsKeyName = None
    """The key that encrypts the record: an entry of `kms_keys`, or an ARN; without it RDS's own key."""


class DatabaseOption(SpecModel):
    """One option of an option group: a feature that the engine has beside its parameters."""

    version: str | None = None
    """The version of the option, in quotes."""
    port: int | None = Field(default=None, ge=1, le=65_535)
    """The port of an option that listens on one."""
    security_groups: Names = []
    """Who reaches that port."""
    settings: Annotated[dict[str, str], BeforeValidator(forms.settings)] = {}
    """Its settings, by RDS's names for them."""


MonitoringField = Annotated[
    Monitoring | None, BeforeValidator(forms.monitoring, json_schema_input_type=int | Monitoring)
]
InsightsField = Annotated[
    PerformanceInsights | None,
    BeforeValidator(forms.insights, json_schema_input_type=bool | PerformanceInsights),
]


class Database(EntryModel):
    """A database instance of RDS, with its subnet group and, where it sets parameters, its parameter group."""

    replica_of: str | None = None
    """The database of the spec that this is a read replica of. It has that one's engine, version, users, storage and
    subnets, and says nothing about them."""
    snapshot: Annotated[str | None, BeforeValidator(forms.snapshot), LATER] = None
    """The snapshot that it is restored from, by name or ARN; it brings its users and its databases."""
    engine: Annotated[
        Literal[
            "mysql",
            "mariadb",
            "postgres",
            "oracle-ee",
            "oracle-ee-cdb",
            "oracle-se2",
            "oracle-se2-cdb",
            "sqlserver-ee",
            "sqlserver-se",
            "sqlserver-ex",
            "sqlserver-web",
        ]
        | None,
        BeforeValidator(forms.engine),
    ] = None
    """The database engine, by RDS's word."""
    version: Annotated[str | None, BeforeValidator(forms.version)] = None
    """The engine's version in quotes: `"8.0"` for any minor version of it, `"8.0.39"` for that one."""
    class_: Annotated[str, BeforeValidator(forms.instance_class), LATER] = Field(alias="class")
    """The instance class, such as `db.t3.micro`."""
    license: Literal["license-included", "bring-your-own-license"] | None = None
    """Who pays for the engine's license, for Oracle; without it RDS takes the engine's own."""
    storage_gib: Annotated[int | None, BeforeValidator(forms.storage)] = None
    """Storage in GiB. It can grow later, and never shrink."""
    max_storage_gib: Annotated[int | None, BeforeValidator(forms.storage)] = None
    """How far the storage may grow by itself, in GiB; without it, it does not."""
    storage_type: Literal["gp3", "gp2", "io2", "io1", "standard"] | None = None
    """The kind of volume; `gp3` unless written."""
    iops: int | None = None
    """I/O operations a second, for io1, io2 and large gp3 volumes."""
    throughput: int | None = None
    """MiB/s, for large gp3 volumes."""
    dedicated_log_volume: bool | None = None
    """Whether its log has a volume of its own, for io1 and io2."""
    encrypted: bool = True
    """Whether the storage is encrypted; it cannot be changed later."""
    kms_key: KmsKeyName = None
    """The key that encrypts it: an entry of `kms_keys`, or an ARN; without it, RDS's own key."""
    multi_az: bool = False
    """Whether a standby in another zone takes over when the first fails."""
    zone: str | None = None
    """The zone of a database without standby, by letter or name; without it RDS chooses."""
    subnets: Names = []
    """Where it may stand: `tier:name`, or a list of subnets; at least two zones even for one instance."""
    security_groups: Names
    """Who reaches it. Its address changes, so rules name its group."""
    credentials: Annotated[Literal["managed"], BeforeValidator(forms.credentials)] = "managed"
    """`managed`: RDS makes the password, keeps it in Secrets Manager and rotates it."""
    secret_key: KmsKeyName = None
    """The key that encrypts the managed password: an entry of `kms_keys`, or an ARN; without it the service's own."""
    iam_authentication: bool | None = None
    """Whether users may sign in with a token of IAM in place of a password; off unless written."""
    password: Annotated[None, BeforeValidator(forms.no_password)] = None
    """Refused: a password never stands in a spec."""
    username: str | None = None
    """The master user; `admin`, for PostgreSQL `postgres`, for Oracle and SQL Server `dbadmin`."""
    database: str | None = None
    """The database that is made at first; SQL Server takes none."""
    port: int | None = None
    """The port that it listens on; the engine's own unless written."""
    parameters: Annotated[dict[str, str], BeforeValidator(forms.parameters)] = {}
    """Engine parameters that differ from the family's defaults. Each takes effect at the next reboot."""
    options: Annotated[
        dict[str, DatabaseOption],
        BeforeValidator(forms.named, json_schema_input_type=list[str] | dict[str, DatabaseOption]),
    ] = {}
    """Options of the engine, each with its settings, in an option group of its own."""
    log_exports: Names = []
    """The logs that it sends to CloudWatch, such as `error` and `slowquery`, or `postgresql`."""
    monitoring: MonitoringField = None
    """Enhanced monitoring: how often in seconds, or that and its role; off unless written."""
    performance_insights: InsightsField = None
    """Performance Insights: `true`, or how long and by which key it is kept; off unless written."""
    backup_days: int | None = None
    """Days that automatic backups are kept, 0 to 35; 0 makes none. It is 7 unless written, and 0 for a replica."""
    backup_window: str | None = None
    """When backups are made, in UTC: `18:00-18:30`."""
    maintenance_window: str | None = None
    """When upgrades are made, in UTC: `sun:19:00-sun:19:30`."""
    auto_minor_version_upgrade: bool = True
    """Whether minor versions are installed in the maintenance window."""
    apply_immediately: bool = False
    """Whether a change that interrupts is made at once, and not in the maintenance window."""
    extended_support: bool | None = None
    """Whether RDS goes on with the version, at a price, after its standard support; `false` has it upgraded then."""
    ca_certificate: Certificate | None = None
    """The authority of the certificate that it shows; without it the account's default."""
    copy_tags: bool = True
    """Whether snapshots carry its tags."""
    deletion_protection: bool = True
    """Whether AWS refuses to delete it. Deploy once with `false` before it is to go."""
    on_delete: Literal["snapshot", "retain", "delete"] | None = None
    """What becomes of the data: a last `snapshot`, the default; the instance is kept, with `retain`; or all is lost,
    with `delete`, which is the default of a replica, since the database that it copies has all of it."""
    public: bool = False
    """Whether it has a public address."""
    network: Literal["ipv4", "dual"] | None = None
    """`dual` gives it an IPv6 address too, in subnets that have IPv6 blocks; `ipv4` unless written."""
    alarms: Alarms = None
    """The usual alarms of such a thing: `default`, or `{set: default, to: TOPIC}`."""
    tags: Tags = {}
