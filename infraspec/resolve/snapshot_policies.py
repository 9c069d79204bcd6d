"""`snapshot_policies:` to nodes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from infraspec.graph.dlm import Retention, SnapshotCopy, SnapshotPolicy, SnapshotSchedule
from infraspec.graph.iam import Role
from infraspec.graph.resource import Resource
from infraspec.graph.values import Joined, Value
from infraspec.resolve.made_roles import made_role, policy_of_aws, role_arn, trusting
from infraspec.resolve.network import Network
from infraspec.spec.kinds import SNAPSHOT_POLICY

if TYPE_CHECKING:
    from infraspec.spec.document import Entry
    from infraspec.spec.snapshot_policies import SnapshotPolicy as SnapshotPolicyModel
    from infraspec.spec.snapshot_policies import SnapshotSchedule as ScheduleModel

_MAKER = "service-role/AWSDataLifecycleManagerServiceRole"
"""AWS's own policy for whoever makes snapshots.
https://docs.aws.amazon.com/ebs/latest/userguide/service-role.html"""
_FIRST = "09:00"


def snapshot_policies(scope: Network) -> Iterator[Resource]:
    """Every policy, with a role of its own where it names none."""
    for name, entry in scope.of(SNAPSHOT_POLICY).items():
        model = entry.model
        if model.role is None:
            made = _role(scope, name, entry)
            yield made
            role: Joined | str = Joined((Value(made.address, "arn"),))
        else:
            role = role_arn(scope, model.role, (*entry.path, "role"))
        yield SnapshotPolicy(
            key=name,
            origin=entry.path,
            description=model.description or f"Snapshots of {name}",
            resource_type=model.target.upper(),
            target_tags=tuple(sorted(model.target_tags.items())),
            schedules=tuple(_schedule(key, one) for key, one in sorted(model.schedules.items())),
            execution_role_arn=role,
            state="ENABLED" if model.enabled else "DISABLED",
            tags=scope.tags(name, model.tags),
        )


def _role(scope: Network, name: str, entry: Entry[SnapshotPolicyModel]) -> Role:
    """A role that Data Lifecycle Manager takes."""
    called = f"{name}-snapshots"
    trust, policy = trusting("dlm.amazonaws.com"), policy_of_aws(scope, _MAKER)
    tags = scope.tags(called, entry.model.tags)
    return made_role(called, entry.path, f"Makes the snapshots of {name}", trust, (policy,), tags)


def _schedule(name: str, model: ScheduleModel) -> SnapshotSchedule:
    """One schedule, with the time that AWS would take."""
    return SnapshotSchedule(
        name=name,
        interval_hours=model.every_hours,
        time=(model.at or _FIRST) if model.every_hours else None,
        cron=model.cron,
        retention=Retention(model.keep, model.keep_days),
        copy_tags=model.copy_tags,
        tags_to_add=tuple(sorted(model.tags.items())),
        copies=tuple(
            SnapshotCopy(one.region, one.keep_days, one.encrypted, one.kms_key, one.copy_tags) for one in model.copies
        ),
    )
