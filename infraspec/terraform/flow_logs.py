"""Flow logs in Terraform."""

from typing import TypedDict

from infraspec.graph.flow_logs import FlowLog
from infraspec.terraform.block import Block, tags
from infraspec.terraform.names import Labels
from infraspec.terraform.values import joined


class DestinationOptions(TypedDict):
    """The `destination_options` block."""

    file_format: str
    hive_compatible_partitions: bool
    per_hour_partition: bool


class AwsFlowLog(TypedDict):
    """The arguments of aws_flow_log that we write."""

    vpc_id: str | None
    subnet_id: str | None
    eni_id: str | None
    traffic_type: str
    log_destination_type: str
    log_destination: str
    iam_role_arn: str | None
    log_format: str | None
    max_aggregation_interval: int
    destination_options: list[DestinationOptions] | None
    tags: dict[str, str]


def flow_log(log: FlowLog, labels: Labels) -> Block:
    """aws_flow_log."""
    role, options = log.deliver_logs_role_arn, log.destination_options
    return labels.block(
        log,
        AwsFlowLog(
            vpc_id=labels.ref(log.vpc) if log.vpc else None,
            subnet_id=labels.ref(log.subnet) if log.subnet else None,
            eni_id=labels.ref(log.network_interface) if log.network_interface else None,
            traffic_type=log.traffic_type,
            log_destination_type=log.log_destination_type,
            log_destination=joined(log.log_destination, labels),
            iam_role_arn=role and joined(role, labels),
            log_format=log.log_format,
            max_aggregation_interval=log.max_aggregation_interval,
            destination_options=[
                DestinationOptions(
                    file_format=options.file_format,
                    hive_compatible_partitions=options.hive_compatible_partitions,
                    per_hour_partition=options.per_hour_partition,
                )
            ]
            if options
            else None,
            tags=tags(log.tags),
        ),
    )
