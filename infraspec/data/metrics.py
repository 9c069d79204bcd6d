"""Which namespace and dimensions the metrics of a thing have, as of 2025-12.

https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/aws-services-cloudwatch-metrics.html
`tools/refresh_transcribed.py` says how old it is.
"""

from typing import Final, NamedTuple

METRICS_DATE: Final = "2025-12"
"""When they were read."""


class Measured(NamedTuple):
    """The metrics of one kind of node."""

    namespace: str
    dimensions: tuple[tuple[str, str], ...]
    """Each dimension, and the word of the graph for the value that it has."""
    other: tuple[str, tuple[tuple[str, str], ...]] | None = None
    """A field of the node, and the namespaces that it leads to by its value."""
    fixed: tuple[tuple[str, str], ...] = ()
    """Dimensions with one value; `{region}` is the region's name."""


_BALANCERS = (("network", "AWS/NetworkELB"), ("gateway", "AWS/GatewayELB"))
_GROUPS = tuple((protocol, "AWS/NetworkELB") for protocol in ("TCP", "TLS", "UDP", "TCP_UDP"))

MEASURED = {
    "Instance": Measured("AWS/EC2", (("InstanceId", "id"),)),
    "LoadBalancer": Measured("AWS/ApplicationELB", (("LoadBalancer", "full_name"),), ("type", _BALANCERS)),
    "TargetGroup": Measured(
        "AWS/ApplicationELB", (("TargetGroup", "full_name"),), ("protocol", (*_GROUPS, ("GENEVE", "AWS/GatewayELB")))
    ),
    "DbInstance": Measured("AWS/RDS", (("DBInstanceIdentifier", "id"),)),
    "NatGateway": Measured("AWS/NATGateway", (("NatGatewayId", "id"),)),
    "RegionalNatGateway": Measured("AWS/NATGateway", (("NatGatewayId", "id"),)),
    "DbCluster": Measured("AWS/RDS", (("DBClusterIdentifier", "id"),)),
    "DocDbCluster": Measured("AWS/DocDB", (("DBClusterIdentifier", "id"),)),
    "Table": Measured("AWS/DynamoDB", (("TableName", "id"),)),
    "ReplicationGroup": Measured("AWS/ElastiCache", (("CacheClusterId", "id"),)),
    "CacheCluster": Measured("AWS/ElastiCache", (("CacheClusterId", "id"),)),
    "AutoScalingGroup": Measured("AWS/AutoScaling", (("AutoScalingGroupName", "name"),)),
    "VpnConnection": Measured("AWS/VPN", (("VpnId", "id"),)),
    "TransitGateway": Measured("AWS/TransitGateway", (("TransitGateway", "id"),)),
    "Volume": Measured("AWS/EBS", (("VolumeId", "id"),)),
    "LogGroup": Measured("AWS/Logs", (("LogGroupName", "name"),)),
    "Topic": Measured("AWS/SNS", (("TopicName", "name"),)),
    "WebAcl": Measured("AWS/WAFV2", (("WebACL", "name"),), fixed=(("Region", "{region}"), ("Rule", "ALL"))),
}
"""By the kind of node."""

OF_EXISTING = {"LoadBalancer": "loadbalancer/", "TargetGroup": "targetgroup/", "Topic": ":"}
"""What stands before the dimension in the ARN of a thing that exists; `targetgroup/` is part of it."""
