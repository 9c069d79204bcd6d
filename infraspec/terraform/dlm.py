"""Amazon Data Lifecycle Manager in Terraform."""

from typing import Any, TypedDict

from infraspec.graph.dlm import SnapshotCopy, SnapshotPolicy, SnapshotSchedule
from infraspec.terraform.block import Block, Expression, tags
from infraspec.terraform.names import Labels
from infraspec.terraform.values import joined


class AwsDlmLifecyclePolicy(TypedDict):
    """The arguments of aws_dlm_lifecycle_policy that we write."""

    description: str
    execution_role_arn: Expression | str
    state: str
    policy_details: dict[str, Any]
    tags: dict[str, str]


def snapshot_policy(policy: SnapshotPolicy, labels: Labels) -> Block:
    """aws_dlm_lifecycle_policy."""
    return labels.block(
        policy,
        AwsDlmLifecyclePolicy(
            description=policy.description,
            execution_role_arn=joined(policy.execution_role_arn, labels),
            state=policy.state,
            policy_details={
                "policy_type": "EBS_SNAPSHOT_MANAGEMENT",
                "resource_types": [policy.resource_type],
                "target_tags": tags(policy.target_tags),
                "schedule": [_schedule(one) for one in policy.schedules],
            },
            tags=tags(policy.tags),
        ),
    )


def _schedule(schedule: SnapshotSchedule) -> dict[str, Any]:
    """When snapshots are made, and how many are kept."""
    kept = schedule.retention
    return {
        "name": schedule.name,
        "create_rule": {
            "cron_expression": schedule.cron,
            "interval": schedule.interval_hours,
            "interval_unit": "HOURS" if schedule.interval_hours else None,
            "times": [schedule.time] if schedule.time else None,
        },
        "retain_rule": {
            "count": kept.number,
            "interval": kept.days,
            "interval_unit": "DAYS" if kept.days else None,
        },
        "copy_tags": schedule.copy_tags,
        "tags_to_add": tags(schedule.tags_to_add) if schedule.tags_to_add else None,
        "cross_region_copy_rule": [_copy(one) for one in schedule.copies] or None,
    }


def _copy(copy: SnapshotCopy) -> dict[str, Any]:
    """A copy in another region."""
    return {
        "target": copy.region,
        "encrypted": copy.encrypted,
        "cmk_arn": copy.kms_key_arn,
        "copy_tags": copy.copy_tags,
        "retain_rule": {"interval": copy.days, "interval_unit": "DAYS"},
    }
