"""What may stand in `snapshot_policies:`: values and checks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from infraspec.diagnostic import Edit, How, fix
from infraspec.spec.forms.kms_keys import is_arn
from infraspec.spec.forms.values import one_of
from infraspec.spec.problems import ID_FORM, MISSING_FIELD, WRONG_VALUE
from infraspec.spec.refusal import Refusal, shown

if TYPE_CHECKING:
    from infraspec.spec.snapshot_policies import SnapshotPolicy, SnapshotSchedule

_TIME = r"(?:[01][0-9]|2[0-3]):[0-5][0-9]\Z"
_DAYS = (2, 4)
"""Which fields are the day of the month and that of the week."""
_CRON = r"cron\((?:[^ ()]+ ){5}[^ ()]+\)\Z"


def time_of_day(value: object) -> object:
    """Hours and minutes."""
    if isinstance(value, int) and not isinstance(value, bool):
        message = "a time is text, but this is a number to a YAML reader"
        raise Refusal(WRONG_VALUE, message, help=f'write "{value // 60:02}:{value % 60:02}", in quotes')
    if isinstance(value, str) and not re.match(_TIME, value):
        raise Refusal(WRONG_VALUE, f"{shown(value)} is not a time of day", help='write one such as "18:00"')
    return value


def key_arn(value: object) -> object:
    """The ARN of a key of the other region."""
    if isinstance(value, str) and not is_arn(value):
        example = "arn:aws:kms:ap-northeast-1:123456789012:key/0a1b2c3d-4e5f-6789-0a1b-2c3d4e5f6789"
        raise Refusal(ID_FORM, f"{shown(value)} is not the ARN of a KMS key", help=f"write one such as {example}")
    return value


def cron(value: object) -> object:
    """AWS's form of six fields."""
    if isinstance(value, str) and not re.match(_CRON, value):
        help_ = 'write one such as "cron(0 18 ? * SUN *)": minute, hour, day, month, day of the week, year'
        raise Refusal(WRONG_VALUE, f"{shown(value)} is not a time as AWS writes it", help=help_)
    if isinstance(value, str) and [value[5:-1].split()[one] == "?" for one in _DAYS].count(True) != 1:
        message = f"{shown(value)} has not one `?`: the day of the month, or that of the week"
        raise Refusal(WRONG_VALUE, message, help='write `?` for the other, as in "cron(0 18 ? * SUN *)"')
    return value


def has_one_time(schedule: SnapshotSchedule) -> None:
    """Refuse a schedule without a time, or with two."""
    times = {"every_hours": schedule.every_hours, "cron": schedule.cron}
    chosen = [name for name, value in times.items() if value is not None]
    one_of("`every_hours` and `cron`", chosen, "a schedule", "add `every_hours: 24`")
    if schedule.at is not None and schedule.every_hours is None:
        fixes = fix("remove `at`", Edit(("at",), how=How.REMOVE))
        raise Refusal(WRONG_VALUE, "`at` is of `every_hours`, not of `cron`", help="remove it", fixes=fixes)


def keeps_by_one(schedule: SnapshotSchedule) -> None:
    """Refuse a schedule that keeps everything, or by two measures."""
    kept = {"keep": schedule.keep, "keep_days": schedule.keep_days}
    chosen = [name for name, value in kept.items() if value is not None]
    one_of("`keep` and `keep_days`", chosen, "a schedule", "add `keep: 14`, or `keep_days: 14`")


_SCHEDULES_MAX = 4
"""https://docs.aws.amazon.com/ebs/latest/userguide/snapshot-ami-policy.html"""


def has_tags_and_schedules(policy: SnapshotPolicy) -> None:
    """Refuse a policy that takes nothing, or at no time, or at too many."""
    if not policy.target_tags:
        raise Refusal(MISSING_FIELD, "the policy takes nothing", help="add a tag to `target_tags`")
    if not policy.schedules:
        raise Refusal(MISSING_FIELD, "the policy has no schedule", help="add one to `schedules`")
    if len(policy.schedules) > _SCHEDULES_MAX:
        message = f"a policy has {_SCHEDULES_MAX} schedules at most, and this one {len(policy.schedules)}"
        raise Refusal(WRONG_VALUE, message, help="write a second policy")
