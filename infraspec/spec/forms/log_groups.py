"""What may stand in `log_groups:`: values, checks, and what they say."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from infraspec.diagnostic import Edit, How, fix
from infraspec.spec.problems import ID_FORM, WRONG_VALUE
from infraspec.spec.refusal import Refusal, instead, shown

if TYPE_CHECKING:
    from infraspec.spec.log_groups import LogGroup, MetricFilter

_METRIC = r"[^:*$]{1,255}\Z"
_NAMESPACE = r"[0-9A-Za-z._/#-]{1,255}\Z"
_ADDED = r"(?:-?[0-9]+(?:\.[0-9]+)?|\$.{1,99})\Z"
"""https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_MetricTransformation.html"""
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


def metric(value: object) -> object:
    """The name of a metric that lines are counted in."""
    if isinstance(value, str) and not re.match(_METRIC, value):
        help_ = "write 1 to 255 characters without : * and $"
        raise Refusal(WRONG_VALUE, f"{shown(value)} cannot be the name of a metric", help=help_)
    return value


def namespace(value: object) -> object:
    """The namespace of such a metric."""
    if isinstance(value, str) and not re.match(_NAMESPACE, value):
        help_ = "write 1 to 255 letters, digits and . - _ / #"
        raise Refusal(WRONG_VALUE, f"{shown(value)} cannot be a namespace of metrics", help=help_)
    return value


def number_as_text(value: object) -> object:
    """`value: 1` is the text that CloudWatch wants."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        value = f"{Decimal(repr(value)).normalize():f}"
    if isinstance(value, str) and not re.match(_ADDED, value):
        help_ = "write a number, or a field of the line such as `$.bytes`"
        raise Refusal(WRONG_VALUE, f"a line cannot add {shown(value)}", help=help_)
    return value


def no_default_with_dimensions(found: MetricFilter) -> None:
    """Refuse a default beside dimensions: CloudWatch would not know for which of them."""
    if found.default is not None and found.dimensions:
        message = "`default` cannot stand beside `dimensions`: it would be reported for no dimension"
        fixes = fix("remove `default`", Edit(("default",), how=How.REMOVE))
        raise Refusal(WRONG_VALUE, message, help="remove `default`", fixes=fixes)


def no_days_of_delivery(found: LogGroup) -> None:
    """Refuse days beside `class: delivery`: AWS keeps such logs as long as it likes, and lets nobody change that."""
    if found.class_ == "delivery" and found.retention_days is not None:
        message = "logs of the class `delivery` are kept as long as AWS says"
        fixes = fix("remove `retention_days`", Edit(("retention_days",), how=How.REMOVE))
        raise Refusal(WRONG_VALUE, message, help="remove `retention_days`, or `class`", fixes=fixes)
