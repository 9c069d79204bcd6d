"""Text that CloudFormation would take for its own, wherever it stands."""

import dataclasses
from collections.abc import Iterator
from ipaddress import IPv4Address, IPv4Network
from typing import get_origin

from infraspec.diagnostic import Finding, Level, Problem
from infraspec.graph.graph import Graph
from infraspec.graph.resource import Ref
from infraspec.rules.rule import Rule

REFERENCE = "{{resolve:"
"""How a dynamic reference begins, which CloudFormation replaces in any text by what it refers to."""

DYNAMIC_REFERENCE = Problem(
    code="OUT113",
    name="dynamic-reference",
    level=Level.ERROR,
    title="Text that CloudFormation replaces by a secret or a parameter",
    explanation="CloudFormation reads `{{resolve:ssm:…}}` and its like in every text of a template and cannot be told not "
    "to; Terraform writes it as it stands. So the two would build different things. Only user data may hold it: there it "
    "arrives as written.",
    bad="version: 1\nname: demo\nregion: ap-northeast-2\niam:\n  roles:\n    app:  # <- OUT113\n      trust: ec2\n"
    '      description: "{{resolve:ssm:/app/description}}"\n',
    good="version: 1\nname: demo\nregion: ap-northeast-2\niam:\n  roles:\n    app:\n      trust: ec2\n"
    "      description: The application\n",
    source="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references.html",
)
_NO_TEXT = (bool, int, IPv4Network, IPv4Address)
_OURS = frozenset({"key", "origin", "existing", "depends_on", "user_data"})
"""Fields that no template holds as text, and the one that is encoded."""


def dynamic_reference(graph: Graph) -> Iterator[Finding]:
    """Walk through every text of every node."""
    fields: dict[str, tuple[str, ...]] = {}
    for node in graph:
        kind = type(node).__name__
        if kind not in fields:
            fields[kind] = tuple(one.name for one in dataclasses.fields(node) if _may_hold(one))
        for name in fields[kind]:
            if _holds(getattr(node, name)):
                yield Finding(
                    problem=DYNAMIC_REFERENCE,
                    at=node.origin,
                    message=f"`{node.key}` has text in which CloudFormation sees a reference to resolve",
                    help=f"write it without `{REFERENCE}`",
                    on_key=True,
                )
                break


def _may_hold(field: "dataclasses.Field[object]") -> bool:
    """Whether a field can hold text of a template: not if it is an edge, a number or an address by its type."""
    return field.name not in _OURS and field.type not in _NO_TEXT and get_origin(field.type) is not Ref


def _holds(value: object) -> bool:
    """Whether a field holds such text at any depth."""
    if type(value) is str:
        return REFERENCE in value
    if value is None or isinstance(value, int | Ref):
        return False
    if isinstance(value, tuple):
        return any(_holds(item) for item in value)
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return any(_holds(getattr(value, one.name)) for one in dataclasses.fields(value))
    return False


RULES = (Rule(DYNAMIC_REFERENCE, dynamic_reference),)
