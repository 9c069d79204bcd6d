"""Clusters of databases: what Aurora takes, and what a Multi-AZ cluster."""

from collections.abc import Iterator

from infraspec.analysis.databases import members, subnets_of
from infraspec.analysis.routing import gateway_of
from infraspec.diagnostic import Edit, Finding, How, Level, Problem, Related, choices, fix, nearest_bound
from infraspec.graph.graph import Graph
from infraspec.graph.rds import DbInstance
from infraspec.graph.rds_cluster import DbCluster, DbClusterInstance
from infraspec.rules.rule import Rule
from infraspec.rules.services.cluster_examples import API, a_multi_az, an_aurora
from infraspec.rules.services.database_examples import NETWORK

_MULTI_AZ_PAGE = "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/multi-az-db-clusters-concepts.html"

STORAGE = Problem(
    code="AUR102",
    name="aurora-storage",
    level=Level.ERROR,
    title="Storage that Aurora does not take",
    explanation="Aurora's storage grows by itself, so it takes neither a size nor I/O operations a second. It is of the kind `aurora`, or "
    "`aurora-iopt1`, where I/O is not billed.",
    bad=an_aurora("    storage_type: gp3  # <- AUR102\n"),
    good=an_aurora("    storage_type: aurora-iopt1\n"),
    source="https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Aurora.Overview.StorageReliability.html",
)


def storage(graph: Graph) -> Iterator[Finding]:
    """Look for storage of instances in clusters of Aurora."""
    for cluster in graph.of(DbCluster):
        if not cluster.is_aurora:
            continue
        given = {"storage_gib": cluster.allocated_storage is not None, "iops": cluster.iops is not None}
        given["storage_type"] = not cluster.storage_type.startswith("aurora")
        for key in (key for key, is_given in given.items() if is_given):
            yield _surplus(STORAGE, cluster, key, f"Aurora, the engine of `{cluster.key}`, takes no such `{key}`")


def _surplus(problem: Problem, cluster: DbCluster, key: str, message: str) -> Finding:
    return Finding(
        problem=problem,
        at=(*cluster.origin, key),
        message=message,
        related=(Related(at=(*cluster.origin, "engine"), label="this engine"),),
        help=f"remove `{key}`",
        fixes=fix(f"remove `{key}`", Edit((*cluster.origin, key), how=How.REMOVE)),
    )


MULTI_AZ = Problem(
    code="AUR103",
    name="multi-az-cluster-settings",
    level=Level.ERROR,
    title="A Multi-AZ cluster without what it needs, or with what is Aurora's",
    explanation="A Multi-AZ cluster, of the engine `mysql` or `postgres`, has a class, a size, a kind of storage, `gp3`, `io1` or `io2`, and "
    "I/O operations a second. Capacity of `serverless`, backtracking, the Data API, IAM's tokens and a kind of network are "
    "Aurora's, or only one of both backends has them.",
    bad=a_multi_az(iops=None, storage_gib="100  # <- AUR103"),
    good=a_multi_az(),
    source=_MULTI_AZ_PAGE,
)


def multi_az(graph: Graph) -> Iterator[Finding]:
    """Compare each Multi-AZ cluster with both lists."""
    for cluster in graph.of(DbCluster):
        if cluster.is_aurora:
            continue
        needed = {"class": cluster.instance_class, "storage_gib": cluster.allocated_storage, "iops": cluster.iops}
        for key in (key for key, value in needed.items() if value is None):
            yield Finding(
                problem=MULTI_AZ,
                at=(*cluster.origin, "storage_gib" if cluster.allocated_storage is not None else key),
                message=f"`{cluster.key}`, a Multi-AZ cluster, does not say its `{key}`",
                related=(Related(at=(*cluster.origin, "engine"), label="an engine of Multi-AZ clusters"),),
                help=f"add `{key}:`, or write an engine of Aurora",
            )
        if cluster.storage_type.startswith("aurora"):
            yield _surplus(MULTI_AZ, cluster, "storage_type", f"`{cluster.key}`, a Multi-AZ cluster, is not Aurora's")
        surplus = {
            "serverless": cluster.serverless,
            "backtrack_hours": cluster.backtrack_window,
            "data_api": cluster.http_endpoint,
            "iam_authentication": cluster.iam_database_authentication,
            "network": cluster.network_type,
        }
        for key in (key for key, value in surplus.items() if value is not None):
            yield _surplus(MULTI_AZ, cluster, key, f"`{cluster.key}`, a Multi-AZ cluster, takes no `{key}`")


BACKUPS = Problem(
    code="AUR105",
    name="cluster-backups",
    level=Level.ERROR,
    title="Backups that a cluster cannot have",
    explanation="A cluster keeps its automatic backups for 1 to 35 days, and is never without them.",
    bad=an_aurora("    backup_days: 0  # <- AUR105\n"),
    good=an_aurora("    backup_days: 1\n"),
    source=API,
)
BACKTRACK = Problem(
    code="AUR107",
    name="backtrack-window",
    level=Level.ERROR,
    title="Backtracking that a cluster does not do",
    explanation="Aurora MySQL goes back in time in place by up to 72 hours. No other engine does.",
    bad=an_aurora("    backtrack_hours: 100  # <- AUR107\n"),
    good=an_aurora("    backtrack_hours: 72\n"),
    source="https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/AuroraMySQL.Managing.Backtrack.html",
)
_HOUR, _MOST_HOURS = 3600, 72


def backups(graph: Graph) -> Iterator[Finding]:
    """Compare the days with their bounds."""
    for cluster in graph.of(DbCluster):
        days = cluster.backup_retention_period
        if not 1 <= days <= 35:
            at = (*cluster.origin, "backup_days")
            message = f"backups of cluster `{cluster.key}` cannot be kept for {days} days"
            fixes = nearest_bound(at, days, 1, 35)
            yield Finding(problem=BACKUPS, at=at, message=message, help="write 1 to 35", fixes=fixes)


def backtrack(graph: Graph) -> Iterator[Finding]:
    """Compare the hours with their bounds, and the engine with the one that has them."""
    for cluster in graph.of(DbCluster):
        if cluster.backtrack_window is None or not cluster.is_aurora:
            continue
        if cluster.engine != "aurora-mysql":
            message = f"{cluster.engine}, the engine of `{cluster.key}`, does not go back in place"
            yield _surplus(BACKTRACK, cluster, "backtrack_hours", message)
        elif not 0 <= (hours := cluster.backtrack_window // _HOUR) <= _MOST_HOURS:
            at = (*cluster.origin, "backtrack_hours")
            message = f"`{cluster.key}` cannot go back by {hours} hours"
            fixes = nearest_bound(at, hours, 0, _MOST_HOURS)
            yield Finding(problem=BACKTRACK, at=at, message=message, help="write 0 to 72", fixes=fixes)


TIERS = Problem(
    code="AUR108",
    name="cluster-instances",
    level=Level.ERROR,
    title="Instances that a cluster of Aurora cannot have",
    explanation="A cluster has 1 to 16 instances, each with a tier of 0 to 15, in zones where it has subnets, and "
    "a name that no database has: when the writer fails, "
    "the reader of the lowest tier takes over.",
    bad=an_aurora(instances="{orders-a: {tier: 16}, orders-c: {}}  # <- AUR108"),
    good=an_aurora(instances="{orders-a: {tier: 0}, orders-c: {tier: 15}}"),
    source="https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Concepts.AuroraHighAvailability.html",
)
_MOST = 16


def tiers(graph: Graph) -> Iterator[Finding]:
    """Count the instances of each cluster, and look at the name, the tier and the zone of each."""
    taken = {one.identifier: one for one in graph.of(DbInstance)}
    for cluster in graph.of(DbCluster):
        found = members(graph, cluster)
        zones = sorted({one.zone for one in subnets_of(graph, cluster)})
        if len(found) > _MOST:
            message = f"cluster `{cluster.key}` has {len(found)} instances, and {_MOST} are the most"
            help_ = "remove some of its readers"
            yield Finding(problem=TIERS, at=(*cluster.origin, "instances"), message=message, help=help_)
        for one in found:
            if one.identifier in taken:
                yield _called_like(cluster, one, taken[one.identifier])
            if not 0 <= one.promotion_tier < _MOST:
                at, message = (*one.origin, "tier"), f"instance `{one.key}` cannot have tier {one.promotion_tier}"
                fixes = nearest_bound(at, one.promotion_tier, 0, _MOST - 1)
                yield Finding(problem=TIERS, at=at, message=message, help="write 0 to 15", fixes=fixes)
            if one.availability_zone is not None and one.availability_zone not in zones:
                yield _elsewhere(cluster, one, zones)


def _called_like(cluster: DbCluster, one: DbClusterInstance, database: DbInstance) -> Finding:
    """An instance that has the name of a database."""
    return Finding(
        problem=TIERS,
        at=one.origin,
        message=f"an instance of cluster `{cluster.key}` and a database are both called `{one.identifier}`",
        related=(Related(at=database.origin, label="the database", on_key=True),),
        help="rename one of the two",
    )


def _elsewhere(cluster: DbCluster, one: DbClusterInstance, zones: list[str]) -> Finding:
    """An instance in a zone without a subnet."""
    return Finding(
        problem=TIERS,
        at=(*one.origin, "zone"),
        message=f"cluster `{cluster.key}` has no subnet in {one.availability_zone}",
        related=(Related(at=(*cluster.origin, "subnets"), label="in " + " and ".join(zones)),),
        help=f"write one of {', '.join(zones)}",
        fixes=choices((*one.origin, "zone"), zones),
    )


_PUBLIC = NETWORK.replace("    tiers:\n", "    internet_gateway: igw\n    tiers:\n")
UNSAID = Problem(
    code="AUR109",
    name="multi-az-cluster-public-by-vpc",
    level=Level.ERROR,
    title="A Multi-AZ cluster that would be public, or would not be",
    explanation="Terraform's provider cannot say whether a Multi-AZ cluster is public. AWS then looks at its VPC: with an internet gateway the "
    "cluster has public addresses, and without one it has none. So what the spec says must be the same.",
    bad=a_multi_az("    public: false  # <- AUR109\n", network=_PUBLIC),
    good=a_multi_az("    public: false\n"),
    source=API,
)


def unsaid(graph: Graph) -> Iterator[Finding]:
    """Compare what is said of each Multi-AZ cluster with what AWS makes of its VPC."""
    gateways = gateway_of(graph)
    for cluster in graph.of(DbCluster):
        subnets = subnets_of(graph, cluster)
        if cluster.is_aurora or not subnets or graph.get(subnets[0].vpc).existing is not None:
            continue
        gateway = gateways.get(subnets[0].vpc.key)
        if (gateway is not None) == cluster.publicly_accessible:
            continue
        word, other = ("private", "a public one") if gateway else ("public", "a private one")
        yield Finding(
            problem=UNSAID,
            at=(*cluster.origin, "public"),
            message=f"cluster `{cluster.key}` is to be {word}, and AWS makes {other}",
            label="Terraform cannot say otherwise",
            related=(Related(at=gateway.origin, label="its VPC has this internet gateway", on_key=True),)
            if gateway
            else (),
            help="put it in a VPC without an internet gateway, or write an engine of Aurora"
            if gateway
            else "remove `public`",
            fixes=() if gateway else fix("remove `public`", Edit((*cluster.origin, "public"), how=How.REMOVE)),
        )


RULES = (
    Rule(STORAGE, storage),
    Rule(MULTI_AZ, multi_az),
    Rule(BACKUPS, backups),
    Rule(BACKTRACK, backtrack),
    Rule(TIERS, tiers),
    Rule(UNSAID, unsaid, needs_whole=True),
)
