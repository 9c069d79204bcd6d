"""`secrets:` to nodes."""

from __future__ import annotations

from collections.abc import Iterator

from infraspec.graph.resource import Resource
from infraspec.graph.secretsmanager import Secret
from infraspec.resolve.network import Network
from infraspec.spec.kinds import SECRET


def secrets(scope: Network) -> Iterator[Resource]:
    """Every secret, without its value."""
    for name, entry in scope.of(SECRET).items():
        model = entry.model
        yield Secret(
            key=name,
            origin=entry.path,
            existing=model.existing,
            name=name,
            description=model.description,
            kms_key_id=scope.kms_key(model.kms_key, (*entry.path, "kms_key")),
            on_delete=model.on_delete,
            tags=scope.tags(name, model.tags),
        )
