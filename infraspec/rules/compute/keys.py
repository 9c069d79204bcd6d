"""Keys that things are encrypted with."""

from collections.abc import Iterator
from dataclasses import fields
from typing import Any

from infraspec.aws import partition as partition_of
from infraspec.diagnostic import Finding, Level, Problem, Related, SpecPath
from infraspec.graph.graph import Graph
from infraspec.rules.compute.examples import INSTANCE
from infraspec.rules.rule import Rule

_ARN = "arn:aws:kms:{}:123456789012:key/0a1b2c3d-4e5f-6789-0a1b-2c3d4e5f6789"
_SPEC = INSTANCE + "    root_volume:\n"

OTHER_REGION = Problem(
    code="SPC108",
    name="key-of-another-region",
    level=Level.ERROR,
    title="A KMS key of another region",
    explanation="A volume or a database is encrypted by a key of its own region: the fourth word of the key's ARN. The second, `aws`, is "
    "`aws-cn` in China and `aws-us-gov` in GovCloud.",
    bad=_SPEC + f"      kms_key: {_ARN.format('us-east-1')}  # <- SPC108\n",
    good=_SPEC + f"      kms_key: {_ARN.format('ap-northeast-2')}\n",
    source="https://docs.aws.amazon.com/ebs/latest/userguide/ebs-encryption-requirements.html",
)


def key_of_another_region(graph: Graph) -> Iterator[Finding]:
    """Read the region and the partition of each key's ARN."""
    for key, at in _keys(graph):
        _, partition, _, region, *_ = key.split(":")
        expected = partition_of(graph.region)
        if region != graph.region or partition != expected:
            found = region if region != graph.region else f"the partition {partition}"
            yield Finding(
                problem=OTHER_REGION,
                at=at,
                message=f"the key is of {found}, and what it encrypts of {graph.region}",
                related=(Related(at=("region",), label="this spec's region"),),
                help=f"name a key that starts with arn:{expected}:kms:{graph.region}:",
            )


_WRITTEN = {
    "kms_key_id": "kms_key",
    "kms_master_key_id": "kms_key",
    "master_user_secret_kms_key_id": "secret_key",
}
"""The key of the spec for each field that holds a KMS key."""
_INSIDE = frozenset({"root_volume", "volumes", "performance_insights"})
"""Fields of which the parts hold keys."""


def _keys(graph: Graph) -> Iterator[tuple[str, SpecPath]]:
    """Every key by its ARN, and where it is written."""
    named: dict[type, tuple[str, ...]] = {}
    for node in graph:
        kind = type(node)
        if kind not in named:
            named[kind] = tuple(one.name for one in fields(node) if one.name in _WRITTEN or one.name in _INSIDE)
        for name in named[kind]:
            yield from _held(name, getattr(node, name), node.origin)


def _held(name: str, value: Any, at: SpecPath) -> Iterator[tuple[str, SpecPath]]:
    """The keys of one field, and of the parts in it."""
    if name in _WRITTEN:
        if isinstance(value, str) and value.startswith("arn:"):
            yield value, (*at, _WRITTEN[name])
        return
    for part in value if isinstance(value, tuple) and not hasattr(value, "_fields") else (value,):
        key = getattr(part, "kms_key_id", None)
        yield from _held("kms_key_id", key, getattr(part, "origin", (*at, name)))


RULES = (Rule(OTHER_REGION, key_of_another_region),)
