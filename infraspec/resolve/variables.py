"""`variables:` that are left to the deployment."""

from collections.abc import Iterator
from typing import cast

from infraspec.graph.graph import Variable
from infraspec.resolve.scope import Scope
from infraspec.spec.kinds import VARIABLE

Scalar = str | int | float


def variables(scope: Scope) -> Iterator[Variable]:
    """Those that are; what is resolved when the spec is compiled stands where it is used."""
    for name, entry in scope.of(VARIABLE).items():
        if entry.model.deploy_time:
            yield Variable(
                name=name,
                is_number=entry.model.type == "number",
                default=cast("Scalar", entry.model.default),
                description=entry.model.description,
                allowed=tuple(cast("list[Scalar]", entry.model.allowed)),
                is_sensitive=entry.model.sensitive,
            )
