"""Terraform's JSON as data: blocks, expressions, and the escape of everything else."""

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from infraspec.diagnostic import SpecPath
from infraspec.graph.launch_templates import BlockDevice


class Expression(str):
    """Text that Terraform evaluates. All other text arrives as it is written."""

    __slots__ = ()


class Block(NamedTuple):
    """One `resource`, `data` or `ephemeral` block."""

    mode: str
    """`resource`, `data`, or `ephemeral` for what no state keeps."""
    type: str
    label: str
    body: Mapping[str, Any]
    origin: SpecPath = ()
    """Where the spec makes it, if not with the node that it comes from."""
    since: tuple[int, int] = (5, 76)
    """The first version of the provider that takes it as it is written."""


def to_json(value: Any) -> Any:
    """A value as Terraform's JSON: without what is None, and with plain text escaped."""
    kind = type(value)
    if kind is Expression:
        return str(value)
    if kind is str:
        return escaped(value)
    if kind is dict:
        return {key: to_json(item) for key, item in value.items() if item is not None}
    if kind is list or kind is tuple:
        return [to_json(item) for item in value]
    return value


def escaped(text: str) -> str:
    """Text in which no template begins.

    https://developer.hashicorp.com/terraform/language/expressions/strings
    """
    return text.replace("${", "$${").replace("%{", "%%{") if "{" in text else text


def number(value: float | None) -> float | None:
    """A number without the point of a whole one."""
    return int(value) if value is not None and value == int(value) else value


def kept(on_delete: str) -> dict[str, bool] | None:
    """The lifecycle of a thing that must outlive its entry: Terraform refuses to destroy it."""
    return {"prevent_destroy": True} if on_delete == "retain" else None


def tags(pairs: Iterable[tuple[str, str]]) -> dict[str, Any]:
    """Tags as a map. Its keys are templates too, so they are escaped as the values are."""
    return {escaped(key): value for key, value in pairs}


def storage(disk: BlockDevice, key: "Expression | str | None") -> dict[str, Any]:
    """What an instance and a launch template both say of a volume."""
    return {
        "volume_size": disk.size,
        "volume_type": disk.type,
        "iops": disk.iops,
        "encrypted": disk.encrypted,
        "kms_key_id": key,
        "delete_on_termination": disk.delete_on_termination,
    }
