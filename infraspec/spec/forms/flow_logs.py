"""What may stand in `flow_logs:`: values, checks, and what they say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from infraspec.diagnostic import Edit, How, fix
from infraspec.spec.problems import WRONG_VALUE
from infraspec.spec.refusal import Refusal, closest, shown

if TYPE_CHECKING:
    from infraspec.spec.flow_logs import FlowLog


def one_or_several(value: object) -> object:
    """One log where a list may stand."""
    return [value] if isinstance(value, str | dict) else value


def place(value: object) -> object:
    """The place alone."""
    return {"to": value} if isinstance(value, str) else value


def fields(value: object) -> object:
    """Names of fields, with or without the `${}` around them that AWS writes."""
    from infraspec.data.flow_log_fields import FIELDS  # noqa: PLC0415 - few specs choose their fields

    named = value.split() if isinstance(value, str) else value
    if not isinstance(named, list):
        return named
    found = [one.removeprefix("${").removesuffix("}") if isinstance(one, str) else one for one in named]
    for one in found:
        if isinstance(one, str) and one not in FIELDS:
            near = closest(one.replace("_", "-"), FIELDS)
            help_ = f"write `{near}`" if near else "write one such as `srcaddr`"
            raise Refusal(WRONG_VALUE, f"flow logs have no field {shown(one)}", help=help_)
    return found


def has_only_its_own(log: FlowLog) -> None:
    """Refuse settings of files beside a delivery stream, and a role beside what needs none."""
    if ":firehose:" in log.to:
        for name in ("path", "file_format", "hive_compatible", "hourly", "role"):
            if getattr(log, name) not in (None, False):
                message = f"`{name}` has no effect on a delivery stream"
                fixes = fix(f"remove `{name}`", Edit((name,), how=How.REMOVE))
                raise Refusal(WRONG_VALUE, message, help=f"remove `{name}`", fixes=fixes)
