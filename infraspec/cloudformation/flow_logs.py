"""Flow logs in CloudFormation."""

from troposphere import ec2

from infraspec.cloudformation.names import LogicalIds
from infraspec.cloudformation.properties import given, tags
from infraspec.cloudformation.values import joined
from infraspec.graph.flow_logs import FlowLog


def flow_log(log: FlowLog, ids: LogicalIds) -> ec2.FlowLog:
    """AWS::EC2::FlowLog."""
    kind, on = next(
        (kind, one)
        for kind, one in (("VPC", log.vpc), ("Subnet", log.subnet), ("NetworkInterface", log.network_interface))
        if one is not None
    )
    role = log.deliver_logs_role_arn
    options = log.destination_options
    return ec2.FlowLog(
        ids.of(log),
        ResourceType=kind,
        ResourceId=ids.ref(on),
        TrafficType=log.traffic_type,
        LogDestinationType=log.log_destination_type,
        LogDestination=joined(log.log_destination, ids),
        **given(DeliverLogsPermissionArn=role and joined(role, ids), LogFormat=log.log_format),
        MaxAggregationInterval=log.max_aggregation_interval,
        **given(
            DestinationOptions=options
            and ec2.DestinationOptions(
                FileFormat=options.file_format,
                HiveCompatiblePartitions=options.hive_compatible_partitions,
                PerHourPartition=options.per_hour_partition,
            )
        ),
        Tags=tags(log.tags),
    )
