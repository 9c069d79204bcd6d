"""Amazon Data Lifecycle Manager: snapshots by the clock."""

from typing import NamedTuple

from infraspec.graph.resource import Resource, Tags, node
from infraspec.graph.values import Joined


class Retention(NamedTuple):
    """How much is kept: one of the two."""

    number: int | None
    days: int | None


class SnapshotCopy(NamedTuple):
    """A copy of each snapshot in another region."""

    region: str
    days: int
    encrypted: bool
    kms_key_arn: str | None
    copy_tags: bool


class SnapshotSchedule(NamedTuple):
    """When snapshots are made, and how many are kept."""

    name: str
    interval_hours: int | None
    time: str | None
    """The first of a day, in UTC."""
    cron: str | None
    retention: Retention
    copy_tags: bool
    tags_to_add: Tags
    copies: tuple[SnapshotCopy, ...]


@node
class SnapshotPolicy(Resource):
    """AWS::DLM::LifecyclePolicy for snapshots of volumes."""

    description: str
    resource_type: str
    """`VOLUME` or `INSTANCE`."""
    target_tags: Tags
    schedules: tuple[SnapshotSchedule, ...]
    execution_role_arn: Joined | str
    state: str
    """`ENABLED` or `DISABLED`."""
    tags: Tags
