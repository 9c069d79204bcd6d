"""When snapshots of caches and upgrades are made, and how long snapshots are kept."""

from collections.abc import Iterator

from infraspec.analysis.stores import Cache, caches
from infraspec.diagnostic import Finding, Level, Problem, nearest_bound
from infraspec.graph.elasticache import ReplicationGroup
from infraspec.graph.graph import Graph
from infraspec.rules.rule import Rule
from infraspec.rules.services.store_examples import CACHES, a_cache
from infraspec.rules.services.windows import daily, meet, weekly

SNAPSHOTS = Problem(
    code="CCH108",
    name="cache-snapshot-days",
    level=Level.ERROR,
    title="Snapshots that are kept for longer than ElastiCache keeps them",
    explanation="Daily snapshots of a cache are kept for 1 to 35 days; 0 makes none.",
    bad=a_cache("    snapshot_days: 90  # <- CCH108\n"),
    good=a_cache("    snapshot_days: 35\n"),
    source=CACHES,
)
_MOST = 35


def snapshots(graph: Graph) -> Iterator[Finding]:
    """Compare the days with the most."""
    for cache in graph.of(ReplicationGroup):
        days, at = cache.snapshot_retention_limit, (*cache.origin, "snapshot_days")
        if days > _MOST:
            yield Finding(
                problem=SNAPSHOTS,
                at=at,
                message=f"snapshots of cache `{cache.key}` cannot be kept for {days} days",
                help=f"write 0 to {_MOST}",
                fixes=nearest_bound(at, days, 0, _MOST),
            )


WINDOW = Problem(
    code="CCH117",
    name="cache-window",
    level=Level.ERROR,
    title="A window that ElastiCache refuses",
    explanation="`snapshot_window` is a time of each day, `17:00-18:00`, and `maintenance_window` a time of one day, `sun:19:00-sun:20:00`, "
    "both in UTC and of an hour at least. They do not overlap.",
    bad=a_cache("    maintenance_window: sun:19:00-sun:19:30  # <- CCH117\n"),
    good=a_cache("    maintenance_window: sun:19:00-sun:20:00\n"),
    source=CACHES,
)
_HOUR = 60


def window(graph: Graph) -> Iterator[Finding]:
    """Read both windows of each cache, and lay one over the other."""
    for cache in caches(graph):
        snapshot = cache.snapshot_window if isinstance(cache, ReplicationGroup) else None
        read = daily(snapshot) if snapshot else None
        upgrade = weekly(cache.maintenance_window) if cache.maintenance_window else None
        for field, text, found, example in (
            ("snapshot_window", snapshot, read, "17:00-18:00"),
            ("maintenance_window", cache.maintenance_window, upgrade, "sun:19:00-sun:20:00"),
        ):
            if text is not None and found is None:
                yield _finding(cache, field, f"`{text}` is not a window", f"write one such as {example}, in UTC")
            elif found is not None and found[1] < _HOUR:
                yield _finding(cache, field, f"a window of {found[1]} minutes is too short", "write an hour or more")
        if read and upgrade and meet(read, upgrade):
            message = f"the two windows of cache `{cache.key}` overlap"
            yield _finding(cache, "maintenance_window", message, "move one of the two")


def _finding(cache: Cache, field: str, message: str, help_: str) -> Finding:
    return Finding(problem=WINDOW, at=(*cache.origin, field), message=message, help=help_)


RULES = (Rule(SNAPSHOTS, snapshots), Rule(WINDOW, window))
