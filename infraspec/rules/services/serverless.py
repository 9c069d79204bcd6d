"""Instances of Aurora that grow and shrink."""

from collections.abc import Iterator

from infraspec.analysis.databases import members
from infraspec.diagnostic import Edit, Finding, How, Level, Problem, Related, fix
from infraspec.graph.graph import Graph
from infraspec.graph.rds_cluster import DbCluster, ServerlessScaling
from infraspec.rules.rule import Rule
from infraspec.rules.services.cluster_examples import an_aurora

CAPACITY = Problem(
    code="AUR104",
    name="serverless-capacity",
    level=Level.ERROR,
    title="A capacity that Aurora does not take",
    explanation="Instances of the class `db.serverless` have a capacity of 0 to 256 units in steps of a half, whose most is 1 or more and "
    "not below the least. They pause after 300 to 86,400 seconds without a connection, where the least is 0. A cluster says "
    "the capacity where it has such instances, and only there.",
    bad=an_aurora("    serverless: {min: 4, max: 2}  # <- AUR104\n", **{"class": "db.serverless"}),
    good=an_aurora("    serverless: {min: 0.5, max: 2}\n", **{"class": "db.serverless"}),
    source="https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-serverless-v2.setting-capacity.html",
)
_MOST = 256
_SHORTEST, _LONGEST = 300, 86400
SERVERLESS = "db.serverless"


def capacity(graph: Graph) -> Iterator[Finding]:
    """Compare each capacity with its bounds, and look for the instances that it is for."""
    for cluster in graph.of(DbCluster):
        if not cluster.is_aurora:
            continue
        of_it = [one for one in members(graph, cluster) if one.instance_class == SERVERLESS]
        if cluster.serverless is not None:
            for key, message, help_ in _wrong(cluster.serverless):
                yield Finding(problem=CAPACITY, at=(*cluster.origin, "serverless", key), message=message, help=help_)
            if not of_it:
                at = (*cluster.origin, "serverless")
                message = f"no instance of cluster `{cluster.key}` is of the class {SERVERLESS}"
                fixes = fix("remove `serverless`", Edit(at, how=How.REMOVE))
                help_ = f"write `class: {SERVERLESS}` for those that grow and shrink, or remove it"
                yield Finding(problem=CAPACITY, at=at, message=message, help=help_, fixes=fixes)
        elif of_it:
            yield Finding(
                problem=CAPACITY,
                at=(*cluster.origin, "class"),
                message=f"instance `{of_it[0].key}` is of the class {SERVERLESS}, and the cluster says no capacity",
                related=(Related(at=cluster.origin, label="the cluster", on_key=True),),
                help="add `serverless: {min: 0.5, max: 4}`",
                fixes=fix(
                    "add `serverless: {min: 0.5, max: 4}`",
                    Edit((*cluster.origin, "serverless"), "{min: 0.5, max: 4}"),
                ),
            )


def _wrong(found: ServerlessScaling) -> Iterator[tuple[str, str, str]]:
    """The key of each part that is wrong, what is wrong with it, and what to write."""
    low, high, pause = found.min_capacity, found.max_capacity, found.seconds_until_auto_pause
    for key, value, least in (("min", low, 0), ("max", high, 1)):
        if not least <= value <= _MOST or value * 2 != int(value * 2):
            yield key, f"no capacity is {value:g}", f"write {least} to {_MOST} in steps of 0.5"
    if high >= 1 and low > high:
        yield "max", f"the most, {high:g}, is below the least, {low:g}", f"write {low:g} or more"
    if pause is not None and not _SHORTEST <= pause <= _LONGEST:
        yield "pause_after", f"no instance pauses after {pause:,} seconds", f"write {_SHORTEST} to {_LONGEST}"
    if pause is not None and low > 0:
        yield "pause_after", f"an instance whose least capacity is {low:g} never pauses", "write `min: 0`, or remove it"


RULES = (Rule(CAPACITY, capacity),)
