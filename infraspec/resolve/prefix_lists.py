"""`prefix_lists:` to nodes."""

from __future__ import annotations

from collections.abc import Iterator

from infraspec.graph.prefix_lists import PrefixList, PrefixListEntry
from infraspec.graph.resource import Resource
from infraspec.resolve.network import Network
from infraspec.spec.forms.prefix_lists import family_of
from infraspec.spec.kinds import PREFIX_LIST


def prefix_lists(scope: Network) -> Iterator[Resource]:
    """Managed prefix lists."""
    for name, entry in scope.of(PREFIX_LIST).items():
        model = entry.model
        family: str = model.family or next((family_of(block) for block in model.entries), "ipv4")
        yield PrefixList(
            key=name,
            origin=entry.path,
            existing=model.existing,
            prefix_list_name=name,
            address_family={"ipv4": "IPv4", "ipv6": "IPv6"}[family],
            max_entries=model.max_entries or max(1, len(model.entries)),
            entries=tuple(PrefixListEntry(block, said or None) for block, said in sorted(model.entries.items())),
            tags=scope.tags(name, model.tags),
        )
