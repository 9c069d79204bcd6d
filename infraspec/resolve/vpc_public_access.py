"""`vpc_block_public_access:` to nodes."""

from __future__ import annotations

from collections.abc import Iterator

from infraspec.graph.resource import Resource, ref
from infraspec.graph.vpc import Subnet, Vpc
from infraspec.graph.vpc_public_access import BlockPublicAccessExclusion, BlockPublicAccessOptions
from infraspec.resolve.network import Network


def vpc_public_access(scope: Network) -> Iterator[Resource]:
    """The setting of the account, and what it does not hold for."""
    model = scope.top.vpc_block_public_access
    if model is None:
        return
    at = ("vpc_block_public_access",)
    options = BlockPublicAccessOptions(key="account", origin=at, internet_gateway_block_mode=model.mode)
    yield options
    for name, mode in model.exclusions.items():
        path = (*at, "exclusions", name)
        found = scope.find(name, ("vpc", "subnet"), path, on_key=True)
        if found is not None:
            yield BlockPublicAccessExclusion(
                key=f"{found.word}:{found.name}",
                origin=path,
                internet_gateway_exclusion_mode=mode,
                vpc=ref(Vpc, found.name) if found.word == "vpc" else None,
                subnet=ref(Subnet, found.name) if found.word == "subnet" else None,
                tags=scope.tags(found.name),
            )
