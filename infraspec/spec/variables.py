"""`variables:`: what varies between environments."""

from typing import Literal

from infraspec.spec.base import SpecModel


class Variable(SpecModel):
    """A value with a name: `${name}` in any value of the spec takes it. The entry's key is the name, in lower case."""

    type: Literal["string", "number", "boolean", "list", "cidr", "address"] = "string"
    """What it holds: text, a number, `true` or `false`, a list of these, a block or an address."""
    default: object = None
    """Its value where nothing else sets it; without one `--set name=value` must."""
    description: str | None = None
    """What it is for."""
    allowed: list[object] = []
    """The values that it may have, if not any."""
    deploy_time: bool = False
    """Whether it is a parameter of both documents, which each deployment may set: a CloudFormation parameter, and a
    Terraform variable. The spec is checked with the default."""
    sensitive: bool = False
    """For `deploy_time`: whether CloudFormation and Terraform hide its value."""
