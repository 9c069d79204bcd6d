"""Flow logs of VPCs, subnets and network interfaces."""

from typing import NamedTuple

from infraspec.graph.ec2 import NetworkInterface
from infraspec.graph.resource import Ref, Resource, Tags, node
from infraspec.graph.values import Joined
from infraspec.graph.vpc import Subnet, Vpc


class DestinationOptions(NamedTuple):
    """How files in a bucket are written."""

    file_format: str
    """`plain-text` or `parquet`."""
    hive_compatible_partitions: bool
    per_hour_partition: bool


@node
class FlowLog(Resource):
    """AWS::EC2::FlowLog. It never changes: with any other value it is another."""

    vpc: Ref[Vpc] | None
    subnet: Ref[Subnet] | None
    network_interface: Ref[NetworkInterface] | None
    traffic_type: str
    """`ALL`, `ACCEPT` or `REJECT`."""
    log_destination_type: str
    """`cloud-watch-logs`, `s3` or `kinesis-data-firehose`."""
    log_destination: Joined
    """An ARN, of a log group without `:*`, with the folder of a bucket behind it."""
    deliver_logs_role_arn: Joined | str | None
    log_format: str | None
    """None is AWS's own."""
    max_aggregation_interval: int
    """Seconds."""
    destination_options: DestinationOptions | None
    tags: Tags
