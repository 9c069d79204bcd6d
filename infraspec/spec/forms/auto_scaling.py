"""What may stand in `auto_scaling_groups:`: values and checks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from infraspec.diagnostic import Edit, How, fix
from infraspec.spec.forms.values import one_of
from infraspec.spec.problems import MISSING_FIELD, WRONG_VALUE
from infraspec.spec.refusal import Refusal, shown

if TYPE_CHECKING:
    from infraspec.spec.auto_scaling import Rollout, Scaling, Schedule, SpotShare

_MOMENT = r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z\Z"
_CRON_FIELDS = 5
_CRON_RANGES = (
    ("minute", 0, 59),
    ("hour", 0, 23),
    ("day of a month", 1, 31),
    ("month", 1, 12),
    ("day of the week", 0, 7),
)
_ZONE = r"[A-Za-z0-9_+-]+(?:/[A-Za-z0-9_+-]+)*\Z"
_TYPE = r"[^\s.]+\.[^\s.]+\Z"
_FOLLOWED = ("cpu", "requests", "network_in", "network_out", "metric")


def cron(value: object) -> object:
    """Five fields; schedules of EventBridge have a sixth."""
    if isinstance(value, str) and (count := len(value.split())) != _CRON_FIELDS:
        message = f"`{value}` has {count} field{'s' * (count != 1)}, and a schedule {_CRON_FIELDS}"
        help_ = 'write minute, hour, day, month and day of the week, such as "0 8 * * 1-5"'
        raise Refusal(WRONG_VALUE, message, help=help_)
    for (name, least, most), field in zip(_CRON_RANGES, value.split() if isinstance(value, str) else (), strict=False):
        beyond = [one for one in re.findall(r"(?<![/0-9])[0-9]+", field) if not least <= int(one) <= most]
        if beyond:
            message = f"`{beyond[0]}` is no {name}, in `{value}`"
            raise Refusal(WRONG_VALUE, message, help=f"write {least} to {most}")
    return value


def listed(value: object) -> object:
    """One where a list may stand."""
    return [value] if isinstance(value, str) else value


def machine_type(value: object) -> object:
    """A bare type has no weight."""
    return {"type": value} if isinstance(value, str) else value


def a_type(value: object) -> object:
    """A type of machines."""
    if isinstance(value, str) and not re.match(_TYPE, value):
        raise Refusal(WRONG_VALUE, f"{shown(value)} is not a type of machines", help="write one such as `t3.small`")
    return value


def time_zone(value: object) -> object:
    """A time zone by the name that IANA has for it."""
    if isinstance(value, str) and not re.match(_ZONE, value):
        raise Refusal(WRONG_VALUE, f"{shown(value)} is not a time zone", help="write one such as `Asia/Seoul`")
    return value


def spot(value: object) -> object:
    """`true` is Spot alone."""
    if isinstance(value, bool):
        return {} if value else None
    return value


def rollout(value: object) -> object:
    """A word for the usual settings, or for none."""
    if value in ("rolling", "none"):
        return {"strategy": value}
    if isinstance(value, str | bool):
        help_ = "write `rolling`, `none`, or {min_healthy: 90, max_healthy: 110, warmup: 300}"
        raise Refusal(WRONG_VALUE, f"{shown(value)} is not a way to take a new version", help=help_)
    return value


def moment(value: object) -> object:
    """A time in UTC, to the second."""
    if isinstance(value, str) and not re.match(_MOMENT, value):
        raise Refusal(WRONG_VALUE, f"`{value}` is not a time in UTC", help="write one such as 2030-01-31T08:00:00Z")
    return value


def pools_of_lowest_price(share: SpotShare) -> None:
    """Refuse a number of pools where AWS chooses them."""
    if share.pools is not None and share.allocation != "lowest-price":
        help_ = "remove `pools`, or write `allocation: lowest-price`"
        fixes = fix("remove `pools`", Edit(("pools",), how=How.REMOVE))
        raise Refusal(WRONG_VALUE, f"`pools` says nothing with `{share.allocation}`", help=help_, fixes=fixes)


def room_to_replace(settings: Rollout) -> None:
    """Refuse what leaves no machine to replace, or more than AWS takes."""
    low, high = settings.min_healthy, settings.max_healthy
    if low == high == 100:
        help_ = "write `min_healthy: 90`, or `max_healthy: 110`"
        raise Refusal(WRONG_VALUE, "with 100 and 100 percent no machine can be replaced", help=help_)
    if high - low > 100:
        help_ = f"write `max_healthy: {low + 100}`"
        fixes = fix(help_, Edit(("max_healthy",), str(low + 100)))
        raise Refusal(WRONG_VALUE, f"{high} percent are more than 100 above {low}", help=help_, fixes=fixes)


def follows_one_thing(scaling: Scaling) -> None:
    """Refuse a policy that follows nothing, or two things."""
    chosen = [name for name in _FOLLOWED if getattr(scaling, name) is not None]
    one_of("`cpu`, `requests`, `network_in`, `network_out` and `metric`", chosen, "a policy", "add `cpu: 50`")
    if (scaling.metric is None) != (scaling.target is None):
        if scaling.metric is not None:
            raise Refusal(MISSING_FIELD, "the metric has no `target`", help="add `target:`, the value it is kept at")
        fixes = fix("remove `target`", Edit(("target",), how=How.REMOVE))
        raise Refusal(WRONG_VALUE, f"`target` is of a `metric`, not of `{chosen[0]}`", help="remove it", fixes=fixes)
    if scaling.target_group is not None and scaling.requests is None:
        fixes = fix("remove `target_group`", Edit(("target_group",), how=How.REMOVE))
        message = f"`target_group` is of `requests`, not of `{chosen[0]}`"
        raise Refusal(WRONG_VALUE, message, help="remove it", fixes=fixes)


def has_time_and_size(schedule: Schedule) -> None:
    """Refuse a schedule that is never, or that sets nothing."""
    if schedule.cron is None and schedule.start is None:
        raise Refusal(MISSING_FIELD, "the schedule says no time", help='add `cron: "0 8 * * 1-5"`, or `start:`')
    if schedule.min is None and schedule.max is None and schedule.desired is None:
        raise Refusal(MISSING_FIELD, "the schedule sets no size", help="add `min:`, `max:` or `desired:`")
    if schedule.cron is None and schedule.time_zone is not None:
        fixes = fix("remove `time_zone`", Edit(("time_zone",), how=How.REMOVE))
        raise Refusal(WRONG_VALUE, "`time_zone` is of `cron` alone", help="remove it", fixes=fixes)
