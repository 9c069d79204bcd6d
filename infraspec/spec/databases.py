"""`databases:`: RDS database instances."""

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from infraspec.spec.alarm_sets import Alarms
from infraspec.spec.base import LATER, EntryModel, KmsKeyName, Names, Tags
from infraspec.spec.forms import databases as forms


class Database(EntryModel):
    """A database instance of RDS, with its subnet group and, where it sets parameters, its parameter group."""

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
        ],
        BeforeValidator(forms.engine),
    ]
    """The database engine, by RDS's word."""
    version: Annotated[str, BeforeValidator(forms.version)]
    """The engine's version in quotes: `"8.0"` for any minor version of it, `"8.0.39"` for that one."""
    class_: Annotated[str, BeforeValidator(forms.instance_class), LATER] = Field(alias="class")
    """The instance class, such as `db.t3.micro`."""
    license: Literal["license-included", "bring-your-own-license"] | None = None
    """Who pays for the engine's license, for Oracle; without it RDS takes the engine's own."""
    storage_gib: int
    """Storage in GiB. It can grow later, and never shrink."""
    max_storage_gib: int | None = None
    """How far the storage may grow by itself, in GiB; without it, it does not."""
    storage_type: Literal["gp3", "gp2", "io2", "io1", "standard"] = "gp3"
    """The kind of volume."""
    iops: int | None = None
    """I/O operations a second, for io1, io2 and large gp3 volumes."""
    throughput: int | None = None
    """MiB/s, for large gp3 volumes."""
    encrypted: bool = True
    """Whether the storage is encrypted; it cannot be changed later."""
    kms_key: KmsKeyName = None
    """The key that encrypts it: an entry of `kms_keys`, or an ARN; without it, RDS's own key."""
    multi_az: bool = False
    """Whether a standby in another zone takes over when the first fails."""
    zone: str | None = None
    """The zone of a database without standby, by letter or name; without it RDS chooses."""
    subnets: Names
    """Where it may stand: `tier:name`, or a list of subnets; at least two zones even for one instance."""
    security_groups: Names
    """Who reaches it. Its address changes, so rules name its group."""
    credentials: Annotated[Literal["managed"], BeforeValidator(forms.credentials)] = "managed"
    """`managed`: RDS makes the password, keeps it in Secrets Manager and rotates it."""
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
    backup_days: int = 7
    """Days that automatic backups are kept, 0 to 35; 0 makes none."""
    backup_window: str | None = None
    """When backups are made, in UTC: `18:00-18:30`."""
    maintenance_window: str | None = None
    """When upgrades are made, in UTC: `sun:19:00-sun:19:30`."""
    auto_minor_version_upgrade: bool = True
    """Whether minor versions are installed in the maintenance window."""
    copy_tags: bool = True
    """Whether snapshots carry its tags."""
    deletion_protection: bool = True
    """Whether AWS refuses to delete it. Deploy once with `false` before it is to go."""
    on_delete: Literal["snapshot", "retain", "delete"] = "snapshot"
    """What becomes of the data: a last snapshot; the instance is kept; or all is lost."""
    public: bool = False
    """Whether it has a public address."""
    alarms: Alarms = None
    """The usual alarms of such a thing: `default`, or `{set: default, to: TOPIC}`."""
    tags: Tags = {}
