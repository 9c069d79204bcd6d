"""`secrets:` to nodes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from infraspec.graph.resource import Resource
from infraspec.graph.secretsmanager import Generated, Secret
from infraspec.resolve.network import Network
from infraspec.spec.kinds import SECRET

if TYPE_CHECKING:
    from infraspec.spec.secrets import Generate


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
            generated=_generated(model.generate),
            kms_key_id=scope.kms_key(model.kms_key, (*entry.path, "kms_key")),
            on_delete=model.on_delete,
            tags=scope.tags(name, model.tags),
        )


def _generated(made: Generate | None) -> Generated | None:
    """How the first value is made."""
    if made is None:
        return None
    return Generated(made.length, made.exclude, not made.punctuation, made.key, tuple(sorted(made.fields.items())))
