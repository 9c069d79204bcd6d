"""`snapshot_policies:` to nodes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from infraspec.aws import partition
from infraspec.graph.dlm import Retention, SnapshotCopy, SnapshotPolicy, SnapshotSchedule
from infraspec.graph.iam import Role
from infraspec.graph.resource import Resource, ref
from infraspec.graph.values import Joined, Value
from infraspec.resolve.documents import policy_document
from infraspec.resolve.network import Network
from infraspec.spec.kinds import ROLE, SNAPSHOT_POLICY

if TYPE_CHECKING:
    from infraspec.spec.document import Entry
    from infraspec.spec.snapshot_policies import SnapshotPolicy as SnapshotPolicyModel
    from infraspec.spec.snapshot_policies import SnapshotSchedule as ScheduleModel

_MAKER = "service-role/AWSDataLifecycleManagerServiceRole"
"""AWS's own policy for whoever makes snapshots.
https://docs.aws.amazon.com/ebs/latest/userguide/service-role.html"""
_FIRST = "09:00"
_HOUR = 3600


def snapshot_policies(scope: Network) -> Iterator[Resource]:
    """Every policy, with a role of its own where it names none."""
    for name, entry in scope.of(SNAPSHOT_POLICY).items():
        model = entry.model
        role = _role_arn(scope, entry)
        if role is None:
            continue
        if model.role is None:
            yield _role(scope, name, entry)
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


def _role_name(policy: str) -> str:
    return f"{policy}-snapshots"


def _role_arn(scope: Network, entry: Entry[SnapshotPolicyModel]) -> Joined | None:
    """The ARN of the role that makes the snapshots; None if it is unknown."""
    if entry.model.role is None:
        return Joined((Value(ref(Role, _role_name(entry.name)), "arn"),))
    role = scope.ref(Role, "role", entry.model.role, (*entry.path, "role"))
    existing = scope.of(ROLE)[role.key].model.existing if role else None
    if role is None or existing is None:
        return Joined((Value(role, "arn"),)) if role else None
    return Joined((f"arn:{partition(scope.region)}:iam::", scope.account_id(), f":role/{existing}"))


def _role(scope: Network, name: str, entry: Entry[SnapshotPolicyModel]) -> Role:
    """A role that Data Lifecycle Manager takes."""
    trust = {"Effect": "Allow", "Principal": {"Service": "dlm.amazonaws.com"}, "Action": "sts:AssumeRole"}
    return Role(
        key=_role_name(name),
        origin=entry.path,
        role_name=_role_name(name),
        description=f"Makes the snapshots of {name}",
        path="/",
        max_session_duration=_HOUR,
        assume_role_policy=policy_document({"Statement": [trust]}),
        permissions_boundary_arn=None,
        permissions_boundary=None,
        managed_policy_arns=(f"arn:{partition(scope.region)}:iam::aws:policy/{_MAKER}",),
        customer_policies=(),
        inline_policies=(),
        tags=scope.tags(_role_name(name), entry.model.tags),
    )


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
