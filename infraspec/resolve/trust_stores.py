"""`trust_stores:` to nodes."""

from collections.abc import Iterator

from infraspec.diagnostic import Finding, SpecPath
from infraspec.graph.resource import Ref, Resource, ref
from infraspec.graph.s3 import Bucket
from infraspec.graph.trust_stores import TrustStore
from infraspec.resolve.network import Network
from infraspec.spec.kinds import TRUST_STORE
from infraspec.spec.problems import MISSING_FIELD


def trust_stores(scope: Network) -> Iterator[Resource]:
    """Every trust store; one that is made here needs the object that it is made of."""
    for name, entry in scope.of(TRUST_STORE).items():
        model = entry.model
        missing = [field for field in ("bucket", "key") if getattr(model, field) is None]
        if missing and model.existing is None:
            named = " and ".join(f"`{field}`" for field in missing)
            message = f"trust store `{name}` has no {named}"
            help_ = "add the bucket and the key of the object that holds the certificates"
            scope.report(Finding(problem=MISSING_FIELD, at=entry.path, message=message, help=help_, on_key=True))
            continue
        yield TrustStore(
            key=name,
            origin=entry.path,
            existing=model.existing,
            name=name,
            bucket=_bucket(scope, model.bucket, (*entry.path, "bucket")) if model.bucket else None,
            object_key=model.key or "",
            object_version=model.version,
            tags=scope.tags(name, model.tags),
        )


def _bucket(scope: Network, name: str, at: SpecPath) -> Ref[Bucket]:
    """The bucket of a name; one that is unknown leads nowhere, and takes the store with it."""
    return scope.bucket(name, at) or ref(Bucket, name)
