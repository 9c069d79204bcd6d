"""What may stand in `database_clusters:`: values."""

from infraspec.spec.forms.databases import instance_class, named
from infraspec.spec.problems import WRONG_VALUE
from infraspec.spec.refusal import Refusal, instead

SERVERLESS = "db.serverless"
_MOST = 16
_OTHERS = {"aurora": "aurora-mysql", "aurora-postgres": "aurora-postgresql", "postgresql": "postgres"}


def engine(value: object) -> object:
    """The engines of instances have no clusters, and Aurora has two."""
    if isinstance(value, str) and (value in _OTHERS or value.startswith(("mariadb", "oracle", "sqlserver"))):
        meant = _OTHERS.get(value)
        message = f"`{value}` is no engine of clusters"
        if meant is None:
            raise Refusal(WRONG_VALUE, message, help="write it in `databases`, for an instance")
        raise Refusal(WRONG_VALUE, message, help=f"write `{meant}`", fixes=instead(f"write `{meant}`", meant))
    return value


def member_class(value: object) -> object:
    """A class of instances, or that of instances which grow and shrink."""
    return value if value == SERVERLESS else instance_class(value)


def instances(value: object) -> object:
    """A number is that many, called by their numbers; RDS has one writer and 15 readers at most."""
    if isinstance(value, bool) or not isinstance(value, int):
        return named(value)
    if not 1 <= value <= _MOST:
        message = f"an Aurora cluster cannot have {value} instances"
        raise Refusal(WRONG_VALUE, message, help=f"write 1 to {_MOST}: a writer, and readers")
    return {str(number): {} for number in range(1, value + 1)}
