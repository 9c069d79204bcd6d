"""What may stand in `log_groups:`: values, checks, and what they say."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from infraspec.diagnostic import Edit, How, fix
from infraspec.spec.problems import ID_FORM, WRONG_VALUE
from infraspec.spec.refusal import Refusal, instead, shown

if TYPE_CHECKING:
    from infraspec.spec.log_groups import MetricFilter

_NAME = r"[A-Za-z0-9._/#-]{1,512}\Z"


def retention(value: object) -> object:
    """Days, or `never`, for which 0 stands."""
    if value == "never":
        return 0
    if isinstance(value, str):
        help_ = "write days, such as 365, or `never`"
        raise Refusal(WRONG_VALUE, f"logs cannot be kept for {shown(value)}", help=help_)
    return value


def group_name(value: object) -> object:
    """The name of a group, not its ARN."""
    if isinstance(value, str) and not re.match(_NAME, value):
        name = value.partition(":log-group:")[2].removesuffix(":*")
        help_ = f"write {name}" if name else "write one such as /my-app/web"
        fixes = instead(help_, name) if name else ()
        raise Refusal(ID_FORM, f"{shown(value)} is not the name of a log group", help=help_, fixes=fixes)
    return value


def number_as_text(value: object) -> object:
    """`value: 1` is the text that CloudWatch wants."""
    return f"{value:g}" if isinstance(value, int | float) and not isinstance(value, bool) else value


def no_default_with_dimensions(found: MetricFilter) -> None:
    """Refuse a default beside dimensions: CloudWatch would not know for which of them."""
    if found.default is not None and found.dimensions:
        message = "`default` cannot stand beside `dimensions`: it would be reported for no dimension"
        fixes = fix("remove `default`", Edit(("default",), how=How.REMOVE))
        raise Refusal(WRONG_VALUE, message, help="remove `default`", fixes=fixes)
