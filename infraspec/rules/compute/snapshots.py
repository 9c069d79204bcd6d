"""Where copies of snapshots go."""

from collections.abc import Iterator

from infraspec.data.regions import ZONES
from infraspec.diagnostic import Finding, Level, Problem, SpecPath
from infraspec.graph.dlm import SnapshotPolicy
from infraspec.graph.graph import Graph
from infraspec.rules.rule import Rule

_POLICY = (
    "version: 1\nname: demo\nregion: ap-northeast-2\nsnapshot_policies:\n  nightly:\n    target_tags: {Backup: nightly}\n"
    "    schedules:\n      daily:\n        every_hours: 24\n        keep: 14\n"
)

COPY_REGION = Problem(
    code="CMP313",
    name="snapshot-copy-region",
    level=Level.ERROR,
    title="A copy of snapshots in a region that cannot have it",
    explanation="A copy goes to a region of AWS that is not that of the snapshots, and each schedule copies once to a region.",
    bad=_POLICY + "        copies: [{region: ap-northeast-2, keep_days: 30}]  # <- CMP313\n",
    good=_POLICY + "        copies: [{region: ap-northeast-1, keep_days: 30}]\n",
    source="https://docs.aws.amazon.com/ebs/latest/userguide/snapshot-ami-policy.html",
)


def copy_region(graph: Graph) -> Iterator[Finding]:
    """Look at the region of each copy."""
    for policy in graph.of(SnapshotPolicy):
        for schedule in policy.schedules:
            at = (*policy.origin, "schedules", schedule.name, "copies")
            regions = [one.region for one in schedule.copies]
            for position, region in enumerate(regions):
                yield from _copied(graph, region, regions[:position], (*at, position, "region"))


def _copied(graph: Graph, region: str, before: list[str], at: SpecPath) -> Iterator[Finding]:
    said = (
        f"`{region}` is not a region of AWS"
        if region not in ZONES
        else f"`{region}` is where the snapshots are"
        if region == graph.region
        else f"`{region}` has a copy of this schedule already"
        if region in before
        else None
    )
    if said is not None:
        yield Finding(problem=COPY_REGION, at=at, message=said, help="write another region, such as us-west-2")


RULES = (Rule(COPY_REGION, copy_region),)
