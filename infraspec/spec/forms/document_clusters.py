"""What may stand in `document_clusters:`: values and checks."""

import re

from infraspec.diagnostic import Edit, Safety, fix
from infraspec.spec.forms.databases import parameters as shared_parameters
from infraspec.spec.problems import PASSWORD_IN_SPEC, WRONG_VALUE
from infraspec.spec.refusal import Refusal, instead, shown

_CLASS = r"db\.[a-z0-9-]+\.[a-z0-9-]+\Z"
_MOST = 16
_MANAGED = "leave `credentials: managed`: DocumentDB makes the password and keeps it in Secrets Manager"


def instance_class(value: object) -> object:
    """Classes begin with `db.`."""
    if isinstance(value, str) and not re.match(_CLASS, value):
        meant = f"db.{value}"
        is_near = re.match(_CLASS, meant) is not None
        help_ = f"write {meant}" if is_near else "write one such as db.r6g.large"
        fixes = instead(help_, meant, Safety.SAFE) if is_near else ()
        raise Refusal(WRONG_VALUE, f"{shown(value)} is not a class of DocumentDB", help=help_, fixes=fixes)
    return value


def instances(value: object) -> object:
    """A number makes that many, called by their numbers: no name of an instance begins with a digit.

    What stands in no mapping is None, so that a path still knows the form.
    """
    if isinstance(value, int) and not isinstance(value, bool):
        if not 1 <= value <= _MOST:
            raise Refusal(
                WRONG_VALUE,
                f"a cluster has 1 to {_MOST} instances, not {value}",
                help=f"write 1 to {_MOST}",
                fixes=instead("write 2", "2") if value < 1 else instead(f"write {_MOST}", str(_MOST)),
            )
        return {str(number): None for number in range(1, value + 1)}
    if isinstance(value, list) and value and all(isinstance(name, str) for name in value):
        return dict.fromkeys(value)
    if isinstance(value, dict) and value:
        empty = next((name for name, own in value.items() if own is None), None)
        if empty is None:
            return value
        help_ = f"write `{empty}: {{}}` for one that is like the cluster says"
        fixes = fix(help_, Edit((empty,), "{}"), safety=Safety.SAFE)
        raise Refusal(WRONG_VALUE, f"`{empty}` has no value", help=help_, fixes=fixes)
    message = f"`instances` takes a number, a list of names, or a mapping, not {shown(value)}"
    raise Refusal(WRONG_VALUE, message, help="write `instances: 2`", fixes=instead("write 2", "2"))


def parameters(value: object) -> object:
    """Parameters beside the one that has a key of its own."""
    if isinstance(value, dict) and "tls" in value:
        help_ = f"write `tls: {value['tls']}` beside `parameters`"
        raise Refusal(WRONG_VALUE, "the parameter `tls` has a key of its own", help=help_)
    return shared_parameters(value)


def credentials(value: object) -> object:
    """There is one way."""
    if value != "managed":
        raise Refusal(
            PASSWORD_IN_SPEC,
            "`credentials` takes `managed` alone: a password never stands in a spec",
            help=_MANAGED,
            fixes=instead("write `managed`", "managed"),
        )
    return value
