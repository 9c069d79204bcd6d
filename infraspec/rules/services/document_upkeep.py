"""When backups of document clusters and upgrades are made."""

from collections.abc import Iterator

from infraspec.diagnostic import Finding, Level, Problem, SpecPath
from infraspec.graph.docdb import DocDbCluster, DocDbInstance
from infraspec.graph.graph import Graph
from infraspec.rules.rule import Rule
from infraspec.rules.services.store_examples import DOCUMENTS, a_document_cluster
from infraspec.rules.services.windows import daily, meet, weekly

WINDOW = Problem(
    code="DOC111",
    name="document-window",
    level=Level.ERROR,
    title="A window that DocumentDB refuses",
    explanation="`backup_window` is a time of each day, `18:00-18:30`, and `maintenance_window` a time of one day, `sun:19:00-sun:19:30`, "
    "both in UTC and of half an hour at least. They do not overlap.",
    bad=a_document_cluster("    maintenance_window: sunday at seven  # <- DOC111\n"),
    good=a_document_cluster("    maintenance_window: sun:19:00-sun:19:30\n"),
    source=DOCUMENTS,
)
_LEAST = 30


def window(graph: Graph) -> Iterator[Finding]:
    """Read both windows of each cluster, and those of its instances."""
    for cluster in graph.of(DocDbCluster):
        backup, upgrade = cluster.backup_window, cluster.maintenance_window
        each_day, each_week = daily(backup) if backup else None, weekly(upgrade) if upgrade else None
        yield from _judged((*cluster.origin, "backup_window"), backup, each_day, "18:00-18:30")
        yield from _judged((*cluster.origin, "maintenance_window"), upgrade, each_week, "sun:19:00-sun:19:30")
        if each_day and each_week and meet(each_day, each_week):
            message = f"the two windows of document cluster `{cluster.key}` overlap"
            at = (*cluster.origin, "maintenance_window")
            yield Finding(problem=WINDOW, at=at, message=message, help="move one of the two")
    for instance in graph.of(DocDbInstance):
        own = instance.maintenance_window
        if own is not None and own != graph.get(instance.cluster).maintenance_window:
            at = (*instance.origin, "maintenance_window")
            yield from _judged(at, own, weekly(own), "sun:19:00-sun:19:30")


def _judged(at: SpecPath, text: str | None, found: tuple[int, int] | None, example: str) -> Iterator[Finding]:
    if text is not None and found is None:
        help_ = f"write one such as {example}, in UTC"
        yield Finding(problem=WINDOW, at=at, message=f"`{text}` is not a window", help=help_)
    elif found is not None and found[1] < _LEAST:
        message = f"a window of {found[1]} minutes is too short"
        yield Finding(problem=WINDOW, at=at, message=message, help="write half an hour or more")


RULES = (Rule(WINDOW, window),)
