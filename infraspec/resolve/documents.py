"""Policy documents as text: the same text however the keys of the spec are ordered."""

import json
from collections.abc import Mapping

from infraspec.diagnostic import SpecPath
from infraspec.graph.values import Document
from infraspec.graph.values import document as with_values

VERSION = "2012-10-17"
"""The version of the policy language that has policy variables; without one IAM reads that of 2008.
https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_version.html"""

_ORDER = {
    key: place
    for place, key in enumerate(
        (
            "Version",
            "Id",
            "Statement",
            "Sid",
            "Effect",
            "Principal",
            "NotPrincipal",
            "Action",
            "NotAction",
            "Resource",
            "NotResource",
            "Condition",
        )
    )
}


def policy_text(document: Mapping[str, object]) -> str:
    """A policy as JSON, its keys in the order of IAM's manual, with the version written out."""
    return json.dumps(_ordered({"Version": VERSION, **document}), ensure_ascii=False, separators=(",", ":"))


def policy_document(policy: Mapping[str, object]) -> Document:
    """The same, in whose texts values of nodes may stand."""
    return with_values(_ordered_mapping({"Version": VERSION, **policy}))


def _ordered_mapping(value: Mapping[str, object]) -> dict[str, object]:
    keys = sorted(value, key=lambda key: (_ORDER.get(key, len(_ORDER)), key))
    return {key: _ordered(value[key]) for key in keys}


def _ordered(value: object) -> object:
    if isinstance(value, Mapping):
        return _ordered_mapping(value)
    return [_ordered(item) for item in value] if isinstance(value, list) else value


def statements_at(
    data: Mapping[str, object], at: SpecPath, before: int, written: int, after: int
) -> tuple[SpecPath | None, ...]:
    """Where each statement of a document stands, of which those in the middle are written at `at`."""
    is_listed = isinstance(data.get("Statement", []), list)
    middle = [(*at, "Statement", position) if is_listed else (*at, "Statement") for position in range(written)]
    return (*[None] * before, *middle, *[None] * after)
