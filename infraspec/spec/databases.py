"""`databases:`: RDS database instances."""

import re
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from infraspec.spec.base import Names, SpecModel, Tags, refuse, shown
from infraspec.spec.problems import ID_FORM, PASSWORD_IN_SPEC, WRONG_VALUE

_CLASS = re.compile(r"db\.[a-z0-9-]+\.[a-z0-9-]+(?:\.[a-z0-9-]+)*\Z")
_KEY_ARN = re.compile(r"arn:aws[a-z-]*:kms:[a-z0-9-]+:[0-9]{12}:key/[A-Za-z0-9-]+\Z")
_MANAGED = "leave `credentials: managed`: RDS makes the password and keeps it in Secrets Manager"


def _engine(value: object) -> object:
    """Aurora is asked for by name, and is not an instance."""
    if isinstance(value, str) and value.startswith("aurora"):
        message = f"`{value}` is a cluster, and `databases` holds single instances"
        raise refuse(
            WRONG_VALUE, message, help=f"write `{'postgres' if 'postgres' in value else 'mysql'}` for an instance"
        )
    return value


def _version(value: object) -> object:
    """A number has lost what was written: 8.10 and 8.1 are one number."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        message = "a version is text, but this is a number to a YAML reader"
        raise refuse(WRONG_VALUE, message, "10.10 and 10.1 are one number", 'put it in quotes, as in version: "8.0"')
    return value


def _class(value: object) -> object:
    """Classes begin with `db.`."""
    if isinstance(value, str) and not _CLASS.match(value):
        meant = f"db.{value}"
        help_ = f"write {meant}" if _CLASS.match(meant) else "write one such as db.t3.micro"
        raise refuse(WRONG_VALUE, f"{shown(value)} is not a class of database instances", help=help_)
    return value


def _kms_key(value: object) -> object:
    """Terraform takes nothing but the ARN, and an alias would be a difference at each plan."""
    if isinstance(value, str) and not _KEY_ARN.match(value):
        example = "arn:aws:kms:ap-northeast-2:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
        raise refuse(ID_FORM, f"{shown(value)} is not the ARN of a KMS key", help=f"write one such as {example}")
    return value


def _credentials(value: object) -> object:
    """There is one way."""
    if value != "managed":
        raise refuse(
            PASSWORD_IN_SPEC, "`credentials` takes `managed` alone: a password never stands in a spec", help=_MANAGED
        )
    return value


def _no_password(_: object) -> object:
    """Whatever the value, it must not be here, and it is not shown."""
    raise refuse(PASSWORD_IN_SPEC, "a password never stands in a spec", "everyone who reads the file has it", _MANAGED)


def _parameters(value: object) -> object:
    """Values as text: whole numbers are what they look like, and nothing else is guessed at."""
    if not isinstance(value, dict):
        return value
    for name, setting in value.items():
        if not name or name != name.lower():
            raise refuse(
                WRONG_VALUE,
                f"the parameter `{name}` is not in lower case, as RDS keeps it",
                help=f"write `{name.lower()}`",
            )
        if isinstance(setting, bool):
            raise refuse(
                WRONG_VALUE, f"parameter `{name}` is true or false here, which no engine reads", help="write 1 or 0"
            )
        if not isinstance(setting, str | int):
            raise refuse(
                WRONG_VALUE, f"parameter `{name}` is {shown(setting)}, not text", help="put the value in quotes"
            )
    return {name: str(setting) for name, setting in value.items()}


class Database(SpecModel):
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
        BeforeValidator(_engine),
    ]
    """The database engine, by RDS's word."""
    version: Annotated[str, BeforeValidator(_version)]
    """The engine's version in quotes: `"8.0"` for any minor version of it, `"8.0.39"` for that one."""
    class_: Annotated[str, BeforeValidator(_class)] = Field(alias="class")
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
    kms_key: Annotated[str | None, BeforeValidator(_kms_key)] = None
    """The ARN of the key that encrypts it; without it, RDS's own key."""
    multi_az: bool = False
    """Whether a standby in another zone takes over when the first fails."""
    zone: str | None = None
    """The zone of a database without standby, by letter or name; without it RDS chooses."""
    subnets: Names
    """Where it may stand: `tier:name`, or a list of subnets; at least two zones even for one instance."""
    security_groups: Names
    """Who reaches it. Its address changes, so rules name its group."""
    credentials: Annotated[Literal["managed"], BeforeValidator(_credentials)] = "managed"
    """`managed`: RDS makes the password, keeps it in Secrets Manager and rotates it."""
    password: Annotated[None, BeforeValidator(_no_password)] = None
    """Refused: a password never stands in a spec."""
    username: str | None = None
    """The master user; `admin`, for PostgreSQL `postgres`, for Oracle and SQL Server `dbadmin`."""
    database: str | None = None
    """The database that is made at first; SQL Server takes none."""
    port: int | None = None
    """The port that it listens on; the engine's own unless written."""
    parameters: Annotated[dict[str, str], BeforeValidator(_parameters)] = {}
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
    tags: Tags = {}
