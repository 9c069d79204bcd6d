"""What may stand in `alarms:` of an entry."""

from infraspec.spec.problems import WRONG_VALUE
from infraspec.spec.refusal import Refusal, instead, shown


def alarm_set(value: object) -> object:
    """The name of a set alone."""
    if isinstance(value, str):
        if value != "default":
            help_ = "write `default`"
            fixes = instead(help_, "default")
            raise Refusal(WRONG_VALUE, f"no set of alarms is called {shown(value)}", help=help_, fixes=fixes)
        return {"set": value}
    if value is True:
        raise Refusal(
            WRONG_VALUE,
            "`alarms` takes the name of a set",
            help="write `default`",
            fixes=instead("write `default`", "default"),
        )
    return value
