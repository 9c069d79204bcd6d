"""`buckets:` to nodes."""

from __future__ import annotations

from collections.abc import Iterator

from infraspec.graph.resource import Resource
from infraspec.graph.s3 import Bucket
from infraspec.resolve.network import Network
from infraspec.spec.kinds import BUCKET


def buckets(scope: Network) -> Iterator[Resource]:
    """Every bucket."""
    for name, entry in scope.of(BUCKET).items():
        model = entry.model
        yield Bucket(
            key=name,
            origin=entry.path,
            existing=model.existing,
            bucket_name=name,
            versioning="Enabled" if model.versioning else "Suspended",
            kms_key_id=scope.kms_key(model.kms_key, (*entry.path, "kms_key")),
            on_delete=model.on_delete,
            tags=scope.tags(name, model.tags),
        )
