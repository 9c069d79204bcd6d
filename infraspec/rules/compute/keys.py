"""Keys that volumes and databases are encrypted with."""

from collections.abc import Iterator

from infraspec.aws import partition as partition_of
from infraspec.diagnostic import Finding, Level, Problem, Related, SpecPath
from infraspec.graph.docdb import DocDbCluster
from infraspec.graph.dynamodb import Table
from infraspec.graph.ec2 import Instance, Volume
from infraspec.graph.elasticache import ReplicationGroup
from infraspec.graph.graph import Graph
from infraspec.graph.launch_templates import LaunchTemplate
from infraspec.graph.rds import DbInstance
from infraspec.graph.rds_cluster import DbCluster
from infraspec.rules.compute.examples import INSTANCE
from infraspec.rules.rule import Rule

_ARN = "arn:aws:kms:{}:123456789012:key/0a1b2c3d-4e5f-6789-0a1b-2c3d4e5f6789"
_SPEC = INSTANCE + "    root_volume:\n"

OTHER_REGION = Problem(
    code="SPC108",
    name="key-of-another-region",
    level=Level.ERROR,
    title="A KMS key of another region",
    explanation="A volume or a database is encrypted by a key of its own region: the fourth word of the key's ARN. The second, `aws`, is "
    "`aws-cn` in China and `aws-us-gov` in GovCloud.",
    bad=_SPEC + f"      kms_key: {_ARN.format('us-east-1')}  # <- SPC108\n",
    good=_SPEC + f"      kms_key: {_ARN.format('ap-northeast-2')}\n",
    source="https://docs.aws.amazon.com/ebs/latest/userguide/ebs-encryption-requirements.html",
)


def key_of_another_region(graph: Graph) -> Iterator[Finding]:
    """Read the region and the partition of each key's ARN."""
    for key, at in _keys(graph):
        _, partition, _, region, *_ = key.split(":")
        expected = partition_of(graph.region)
        if region != graph.region or partition != expected:
            found = region if region != graph.region else f"the partition {partition}"
            yield Finding(
                problem=OTHER_REGION,
                at=at,
                message=f"the key is of {found}, and what it encrypts of {graph.region}",
                related=(Related(at=("region",), label="this spec's region"),),
                help=f"name a key that starts with arn:{expected}:kms:{graph.region}:",
            )


def _keys(graph: Graph) -> Iterator[tuple[str, SpecPath]]:
    """Every key by its ARN, and where it is written."""
    machines: list[Instance | LaunchTemplate] = [*graph.of(Instance), *graph.of(LaunchTemplate)]
    for machine in machines:
        more = machine.volumes if isinstance(machine, LaunchTemplate) else ()
        for disk in (machine.root_volume, *more):
            if disk is not None and isinstance(disk.kms_key_id, str):
                yield disk.kms_key_id, (*disk.origin, "kms_key")
    holders: list[Volume | DbInstance | DbCluster | DocDbCluster | ReplicationGroup | Table] = [
        *graph.of(Volume),
        *graph.of(DbInstance),
        *graph.of(DbCluster),
        *graph.of(DocDbCluster),
        *graph.of(ReplicationGroup),
        *graph.of(Table),
    ]
    for holder in holders:
        if isinstance(holder.kms_key_id, str):
            yield holder.kms_key_id, (*holder.origin, "kms_key")
        if isinstance(holder, Volume):
            continue
        insights = holder.performance_insights
        if isinstance(holder.master_user_secret_kms_key_id, str):
            yield holder.master_user_secret_kms_key_id, (*holder.origin, "secret_key")
        if insights is not None and isinstance(insights.kms_key_id, str):
            yield insights.kms_key_id, (*holder.origin, "performance_insights", "kms_key")


RULES = (Rule(OTHER_REGION, key_of_another_region),)
