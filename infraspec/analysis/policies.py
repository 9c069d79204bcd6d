"""Every policy of a graph, and what it says, statement by statement."""

import json
from collections.abc import Iterator
from typing import Any, NamedTuple

from infraspec.diagnostic import SpecPath
from infraspec.graph.graph import Graph
from infraspec.graph.iam import ManagedPolicy, Role


class Written(NamedTuple):
    """A policy, and where its document stands."""

    text: str
    at: SpecPath
    is_trust: bool = False


def policies(graph: Graph) -> Iterator[Written]:
    """Every policy of the spec."""
    for policy in graph.of(ManagedPolicy):
        if policy.existing is None:
            yield Written(policy.document, (*policy.origin, "document"))
    for role in graph.of(Role):
        if role.existing is None:
            yield Written(role.assume_role_policy, (*role.origin, "trust"), is_trust=True)
            for inline in role.inline_policies:
                yield Written(inline.document, (*role.origin, "inline_policies", inline.name))


def statements(policy: Written) -> Iterator[tuple[Any, SpecPath]]:
    """Each statement of a policy, and where it stands."""
    found = json.loads(policy.text).get("Statement", [])
    if not isinstance(found, list):
        yield found, (*policy.at, "Statement")
        return
    for position, statement in enumerate(found):
        yield statement, (*policy.at, "Statement", position)


def listed(value: Any) -> list[Any]:
    """One value where a list may stand."""
    return value if isinstance(value, list) else [] if value is None else [value]
