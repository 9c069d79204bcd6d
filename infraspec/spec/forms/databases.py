"""What may stand in `databases:`: values."""

import re

from infraspec.diagnostic import Edit, How, Safety, fix
from infraspec.spec.problems import (
    ID_FORM,
    PASSWORD_IN_SPEC,
    WRONG_VALUE,
)
from infraspec.spec.refusal import Refusal, instead, shown

_MOST_GIB = 65_536
_CLASS = r"db\.[a-z0-9-]+\.[a-z0-9-]+(?:\.[a-z0-9-]+)*\Z"
_ROLE_ARN = r"arn:aws[a-z-]*:iam::[0-9]{12}:role/[\x21-\x7e]+\Z"
_SNAPSHOT = r"(?:arn:aws[a-z-]*:rds:[a-z0-9-]+:[0-9]{12}:(?:cluster-)?snapshot:)?(?:rds:)?[A-Za-z](?:-?[A-Za-z0-9])*\Z"
_MANAGED = "leave `credentials: managed`: RDS makes the password and keeps it in Secrets Manager"


def engine(value: object) -> object:
    """Aurora is asked for by name, and is not an instance."""
    if isinstance(value, str) and value.startswith("aurora"):
        message = f"`{value}` is a cluster, and `databases` holds single instances"
        single = "postgres" if "postgres" in value else "mysql"
        help_ = f"write it in `database_clusters`, or `{single}` for an instance"
        raise Refusal(WRONG_VALUE, message, help=help_, fixes=instead(help_, single))
    return value


def version(value: object) -> object:
    """A number has lost what was written: 8.10 and 8.1 are one number."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        message = "a version is text, but this is a number to a YAML reader"
        raise Refusal(
            WRONG_VALUE,
            message,
            "10.10 and 10.1 are one number",
            f'write "{value}"',
            instead(f'write "{value}"', f'"{value}"', Safety.SAFE),
        )
    return value


def storage(value: object) -> object:
    """Storage in GiB: what RDS gives at most; how much a type and an engine take, rules say."""
    if isinstance(value, int) and not isinstance(value, bool) and not 1 <= value <= _MOST_GIB:
        message = f"a database cannot have {value:,} GiB"
        raise Refusal(WRONG_VALUE, message, help=f"write a size of at most {_MOST_GIB:,}")
    return value


def instance_class(value: object) -> object:
    """Classes begin with `db.`."""
    if isinstance(value, str) and not re.match(_CLASS, value):
        meant = f"db.{value}"
        help_ = f"write {meant}" if re.match(_CLASS, meant) else "write one such as db.t3.micro"
        fixes = instead(help_, meant, Safety.SAFE) if re.match(_CLASS, meant) else ()
        raise Refusal(WRONG_VALUE, f"{shown(value)} is not a class of database instances", help=help_, fixes=fixes)
    return value


def credentials(value: object) -> object:
    """There is one way."""
    if value is None:
        raise Refusal(WRONG_VALUE, "`credentials` has no value", help="write `managed`, or remove it")
    if value != "managed":
        raise Refusal(
            PASSWORD_IN_SPEC,
            "`credentials` takes `managed` alone: a password never stands in a spec",
            help=_MANAGED,
            fixes=instead("write `managed`", "managed"),
        )
    return value


def no_password(_: object) -> object:
    """Whatever the value, it must not be here, and it is not shown."""
    raise Refusal(PASSWORD_IN_SPEC, "a password never stands in a spec", "everyone who reads the file has it", _MANAGED)


def parameters(value: object) -> object:
    """Values as text: whole numbers are what they look like, and nothing else is guessed at."""
    if not isinstance(value, dict):
        return value
    for name, setting in value.items():
        if not name or name != name.lower():
            raise Refusal(
                WRONG_VALUE,
                f"the parameter `{name}` is not in lower case, as RDS keeps it",
                help=f"write `{name.lower()}`",
                fixes=fix(f"write `{name.lower()}`", Edit((name,), name.lower(), How.RENAME), safety=Safety.SAFE)
                if name
                else (),
            )
        if isinstance(setting, bool):
            raise Refusal(
                WRONG_VALUE,
                f"parameter `{name}` is true or false here, which no engine reads",
                help="write 1 or 0",
                fixes=fix(f"write {int(setting)}", Edit((name,), str(int(setting)))),
            )
        if not isinstance(setting, str | int):
            raise Refusal(
                WRONG_VALUE, f"parameter `{name}` is {shown(setting)}, not text", help="put the value in quotes"
            )
    return {name: str(setting) for name, setting in value.items()}


def settings(value: object) -> object:
    """Values as text: whole numbers are what they look like, and nothing else is guessed at."""
    if not isinstance(value, dict):
        return value
    for name, setting in value.items():
        if isinstance(setting, bool) or not isinstance(setting, str | int):
            message = f"setting `{name}` is {shown(setting)}, not text"
            raise Refusal(WRONG_VALUE, message, help="put the value in quotes, as RDS writes it")
    return {name: str(setting) for name, setting in value.items()}


def named(value: object) -> object:
    """A list of names says no more of them."""
    if isinstance(value, list) and all(isinstance(name, str) for name in value):
        return {name: {} for name in value}
    return value


def monitoring(value: object) -> object:
    """A number is how often."""
    if isinstance(value, bool):
        how_often = "write `monitoring: 60`"
        raise Refusal(
            WRONG_VALUE, "`monitoring` is a number of seconds", help=how_often, fixes=instead(how_often, "60")
        )
    return {"seconds": value} if isinstance(value, int) else value


def monitoring_role(value: object) -> object:
    """A name of the spec, or the ARN of a role."""
    if isinstance(value, str) and value.startswith("arn:") and not re.match(_ROLE_ARN, value):
        example = "arn:aws:iam::111122223333:role/rds-monitoring-role"
        raise Refusal(ID_FORM, f"{shown(value)} is not the ARN of a role", help=f"write one such as {example}")
    return value


def insights(value: object) -> object:
    """`true` is a week at no cost."""
    return {"enabled": value} if isinstance(value, bool) else value


def snapshot(value: object) -> object:
    """A name, or the ARN of what has one."""
    if isinstance(value, str) and not re.match(_SNAPSHOT, value):
        help_ = "write its name, such as orders-before-move, or its ARN"
        raise Refusal(ID_FORM, f"{shown(value)} is not the name of a snapshot", help=help_)
    return value
