"""Amazon Data Lifecycle Manager in CloudFormation."""

from troposphere import dlm

from infraspec.cloudformation.names import LogicalIds
from infraspec.cloudformation.properties import given, tags
from infraspec.cloudformation.values import joined
from infraspec.graph.dlm import SnapshotCopy, SnapshotPolicy, SnapshotSchedule


def snapshot_policy(policy: SnapshotPolicy, ids: LogicalIds) -> dlm.LifecyclePolicy:
    """AWS::DLM::LifecyclePolicy."""
    return dlm.LifecyclePolicy(
        ids.of(policy),
        Description=policy.description,
        ExecutionRoleArn=joined(policy.execution_role_arn, ids),
        State=policy.state,
        PolicyDetails=dlm.PolicyDetails(
            PolicyType="EBS_SNAPSHOT_MANAGEMENT",
            ResourceTypes=[policy.resource_type],
            TargetTags=tags(policy.target_tags),
            Schedules=[_schedule(one) for one in policy.schedules],
        ),
        Tags=tags(policy.tags),
    )


def _schedule(schedule: SnapshotSchedule) -> dlm.Schedule:
    """When snapshots are made, and how many are kept."""
    kept = schedule.retention
    return dlm.Schedule(
        Name=schedule.name,
        CreateRule=dlm.CreateRule(
            **given(
                CronExpression=schedule.cron,
                Interval=schedule.interval_hours,
                IntervalUnit="HOURS" if schedule.interval_hours else None,
                Times=[schedule.time] if schedule.time else None,
            )
        ),
        RetainRule=dlm.RetainRule(
            **given(Count=kept.number, Interval=kept.days, IntervalUnit="DAYS" if kept.days else None)
        ),
        CopyTags=schedule.copy_tags,
        **given(
            TagsToAdd=tags(schedule.tags_to_add) if schedule.tags_to_add else None,
            CrossRegionCopyRules=[_copy(one) for one in schedule.copies] or None,
        ),
    )


def _copy(copy: SnapshotCopy) -> dlm.CrossRegionCopyRule:
    """A copy in another region."""
    return dlm.CrossRegionCopyRule(
        Target=copy.region,
        Encrypted=copy.encrypted,
        **given(CmkArn=copy.kms_key_arn),
        CopyTags=copy.copy_tags,
        RetainRule=dlm.CrossRegionCopyRetainRule(Interval=copy.days, IntervalUnit="DAYS"),
    )
