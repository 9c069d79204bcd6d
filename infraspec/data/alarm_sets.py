"""The usual alarms of each kind of thing, as of 2025-12, after what AWS recommends.

https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Best_Practice_Recommended_Alarms_AWS_Services.html
`tools/refresh_transcribed.py` says how old it is.
"""

from typing import Final, NamedTuple

ALARM_SETS_DATE: Final = "2025-12"
"""When they were read."""

_GIB = 2**30


class Watch(NamedTuple):
    """One usual alarm."""

    name: str
    """The last words of its name."""
    why: str
    """What it says when it goes off."""
    metric: str
    threshold: float
    """How wide the band is, where it goes off at an anomaly."""
    statistic: str = "average"
    comparison: str = "above"
    """`above`, `at_least`, `below`, `at_most`, or `anomaly`: above the band of what is expected."""
    period: int = 60
    """Seconds."""
    periods: int = 3
    missing: str = "not-breaching"
    per: str | None = None
    """`TargetGroup`: one for each group that the thing sends to."""
    times: tuple[str, float] | None = None
    """A field of the node: the threshold is percent of it, in units of so many."""
    only: tuple[str, tuple[object, ...]] | None = None
    """A field of the node, and the values of it with which there is this alarm."""
    less: str | None = None
    """Another metric that is taken off first."""
    each: tuple[str, tuple[str, ...]] | None = None
    """A dimension, and its values over which the metric is added up."""


_CPU = Watch("cpu", "its processors are busy", "CPUUtilization", 80, period=300, missing="missing")
_CONNECTIONS = Watch(
    "connections",
    "it has more connections than it usually has",
    "DatabaseConnections",
    3,
    comparison="anomaly",
    period=300,
)
_UNHEALTHY = Watch(
    "unhealthy-hosts", "targets do not answer", "UnHealthyHostCount", 0, "maximum", missing="missing", per="TargetGroup"
)
_APPLICATION = ("type", ("application",))
_NETWORK = ("type", ("network",))
_OPERATIONS = ("GetItem", "PutItem", "UpdateItem", "DeleteItem", "Query", "Scan", "BatchGetItem", "BatchWriteItem")
_CLUSTER_LAG = "its readers are behind"

_AURORA = ("aurora-mysql", "aurora-postgresql")
_STORAGE = Watch(
    "free-storage",
    "less than a tenth of its storage is free",
    "FreeStorageSpace",
    10,
    "minimum",
    "below",
    300,
    missing="missing",
    times=("allocated_storage", _GIB / 100),
)
_EVICTIONS = Watch("evictions", "it drops what it should keep", "Evictions", 100, "sum", period=300)
_NAT = (
    Watch("port-errors", "it has no ports left to a destination", "ErrorPortAllocation", 0, "sum", period=300),
    Watch("dropped-packets", "it drops packets", "PacketsDropCount", 100, "sum", period=300),
)

SETS: dict[str, tuple[Watch, ...]] = {
    "Instance": (
        Watch(
            "status-check",
            "the machine or its host fails",
            "StatusCheckFailed",
            1,
            "maximum",
            "at_least",
            missing="missing",
        ),
        _CPU,
    ),
    "LoadBalancer": (
        Watch("5xx", "the balancer answers with errors", "HTTPCode_ELB_5XX_Count", 10, "sum", only=_APPLICATION),
        Watch("target-5xx", "targets answer with errors", "HTTPCode_Target_5XX_Count", 10, "sum", only=_APPLICATION),
        Watch("latency", "targets answer late", "TargetResponseTime", 3, "p95", only=_APPLICATION),
        Watch("rejected", "it has too many connections", "RejectedConnectionCount", 0, "sum", only=_APPLICATION),
        Watch("ports", "it has no ports left to its targets", "PortAllocationErrorCount", 0, "sum", only=_NETWORK),
        _UNHEALTHY,
    ),
    "TargetGroup": (_UNHEALTHY._replace(per=None),),
    "DbInstance": (
        _CPU,
        _STORAGE,
        Watch("memory", "it has little memory left", "FreeableMemory", 128 * 2**20, "minimum", "below", 300),
        _CONNECTIONS,
        Watch(
            "replica-lag",
            "it is behind its source",
            "ReplicaLag",
            30,
            "maximum",
            missing="missing",
            only=("source", ()),
        ),
    ),
    "DbCluster": (
        _CPU,
        _CONNECTIONS,
        _STORAGE,
        Watch("memory", "it has little memory left", "FreeableMemory", 128 * 2**20, "minimum", "below", 300),
        Watch("capacity", "it is as large as it may be", "ACUUtilization", 90, period=300, only=("serverless", ())),
        Watch("reader-lag", _CLUSTER_LAG, "AuroraReplicaLagMaximum", 2000, "maximum", only=("engine", _AURORA)),
        Watch("replica-lag", _CLUSTER_LAG, "ReplicaLag", 30, "maximum", only=("engine", ("mysql", "postgres"))),
    ),
    "DocDbCluster": (
        _CPU,
        _CONNECTIONS,
        Watch("memory", "it has little memory left", "FreeableMemory", 128 * 2**20, "minimum", "below", 300),
        Watch("reader-lag", _CLUSTER_LAG, "DBClusterReplicaLagMaximum", 2000, "maximum"),
    ),
    "Table": (
        Watch("throttled-reads", "reads are throttled", "ReadThrottleEvents", 0, "sum"),
        Watch("throttled-writes", "writes are throttled", "WriteThrottleEvents", 0, "sum"),
        Watch("errors", "DynamoDB fails", "SystemErrors", 0, "sum", each=("Operation", _OPERATIONS)),
    ),
    "ReplicationGroup": (
        Watch("engine-cpu", "its engine is busy", "EngineCPUUtilization", 80, period=300),
        _CPU,
        Watch("memory", "its memory is nearly full", "DatabaseMemoryUsagePercentage", 80, period=300),
        _EVICTIONS,
    ),
    "CacheCluster": (
        _CPU,
        Watch("memory", "it has little memory left", "FreeableMemory", 64 * 2**20, "minimum", "below", 300),
        _EVICTIONS,
    ),
    "AutoScalingGroup": (
        Watch(
            "missing-instances",
            "it has fewer instances than it wants",
            "GroupDesiredCapacity",
            0,
            periods=15,
            less="GroupInServiceInstances",
        ),
    ),
    "VpnConnection": (
        Watch("down", "both of its tunnels are down", "TunnelState", 1, "maximum", "below", missing="breaching"),
    ),
    "RegionalNatGateway": _NAT,
    "NatGateway": _NAT,
    "Topic": (
        Watch("failed", "messages do not arrive", "NumberOfNotificationsFailed", 0, "sum", period=300, periods=1),
    ),
}
"""By the kind of node."""
