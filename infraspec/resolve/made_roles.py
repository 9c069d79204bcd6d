"""The roles that services act by: those that entries make for themselves, and those that they name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from infraspec.aws import partition
from infraspec.diagnostic import SpecPath
from infraspec.graph.iam import InlinePolicy, Role
from infraspec.graph.resource import Tags, ref
from infraspec.graph.values import Joined, Value
from infraspec.resolve.documents import policy_document
from infraspec.spec.kinds import ROLE

if TYPE_CHECKING:
    from infraspec.resolve.network import Network

_HOUR = 3600


def trusting(service: str, **condition: Any) -> dict[str, object]:
    """The statement that lets a service take a role; `StringEquals=` and the like say for whom it does so."""
    statement: dict[str, object] = {
        "Effect": "Allow",
        "Principal": {"Service": service},
        "Action": "sts:AssumeRole",
    }
    return {**statement, "Condition": condition} if condition else statement


def made_role(
    name: str,
    origin: SpecPath,
    description: str,
    trust: dict[str, object],
    policies: tuple[str | InlinePolicy, ...],
    tags: Tags,
) -> Role:
    """A role that an entry makes for itself, with policies by ARN and of its own."""
    return Role(
        key=name,
        origin=origin,
        role_name=name,
        description=description,
        path="/",
        max_session_duration=_HOUR,
        assume_role_policy=policy_document({"Statement": [trust]}),
        permissions_boundary_arn=None,
        permissions_boundary=None,
        managed_policy_arns=tuple(one for one in policies if isinstance(one, str)),
        customer_policies=(),
        inline_policies=tuple(one for one in policies if isinstance(one, InlinePolicy)),
        tags=tags,
    )


def policy_of_aws(scope: Network, path: str) -> str:
    """The ARN of a policy that AWS keeps."""
    return f"arn:{partition(scope.region)}:iam::aws:policy/{path}"


def role_arn(scope: Network, value: str, at: SpecPath) -> Joined | str:
    """The ARN of the role that an entry names, or gives the ARN of, even if it is unknown."""
    return known_role_arn(scope, value, at) or Joined((Value(ref(Role, value), "arn"),))


def known_role_arn(scope: Network, value: str, at: SpecPath) -> Joined | str | None:
    """The ARN of the role that an entry names, or gives the ARN of. Of one that exists, its name is known."""
    if value.startswith("arn:"):
        return value
    found = scope.ref(Role, ROLE.word, value, at)
    if found is None:
        return None
    entry = scope.of(ROLE).get(found.key)
    if entry is not None and entry.model.existing is not None:
        return Joined((f"arn:{partition(scope.region)}:iam::", scope.account_id(), f":role/{entry.model.existing}"))
    return Joined((Value(found, "arn"),))
