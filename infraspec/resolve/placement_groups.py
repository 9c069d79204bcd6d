"""`placement_groups:` to nodes."""

from collections.abc import Iterator

from infraspec.graph.launch_templates import PlacementGroup
from infraspec.graph.resource import Resource
from infraspec.resolve.network import Network
from infraspec.spec.kinds import PLACEMENT_GROUP

_PARTITIONS = 2
"""https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreatePlacementGroup.html"""


def placement_groups(scope: Network) -> Iterator[Resource]:
    """Every placement group. What its strategy has by default is written out, as the backends read it back."""
    for name, entry in scope.of(PLACEMENT_GROUP).items():
        model = entry.model
        yield PlacementGroup(
            key=name,
            origin=entry.path,
            existing=model.existing,
            strategy=model.strategy,
            partition_count=model.partitions or (_PARTITIONS if model.strategy == "partition" else None),
            spread_level=model.spread_level or ("rack" if model.strategy == "spread" else None),
            tags=scope.tags(name, model.tags),
        )
