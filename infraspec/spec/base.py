"""What all models share: the base class, and the types of addresses, names, tags and identifiers."""

from collections.abc import Callable, Mapping
from ipaddress import IPv4Address, IPv4Network
from typing import Annotated, Any, ClassVar, Self, cast

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    PlainValidator,
    WrapValidator,
    model_validator,
)

from infraspec.spec.forms import kms_keys, values

Checks = tuple[Callable[[Any], None], ...]


class SpecModel(BaseModel):
    """The manual of one key: what may stand there, each field with its meaning.

    While a spec is right it is read without pydantic, by the readers of `spec/ready/`, which are generated from these
    models. So a model holds nothing but its fields: what is done to a value stands in `spec/forms/`.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True, defer_build=True)

    survives: ClassVar[tuple[str, ...]] = ()
    """Fields that are lists of items of their own: a broken item is left out, and the entry is kept."""
    unless: ClassVar[Mapping[str, tuple[str, ...]]] = {}
    """Keys that an entry cannot do without, unless the one before them is written: one of its checks sees to it."""
    checks: ClassVar[Checks] = ()
    """Functions of `spec/forms/` that refuse what no field shows by itself, in their order."""

    @model_validator(mode="after")
    def checked(self) -> Self:
        """The model, if none of its checks refuses it."""
        for check in type(self).checks:
            check(self)
        return self


LATER = WrapValidator(values.kept)
"""Marks a text that may be left to the deployment: both documents hold it as it is written, and nothing else is made
of it. It stands behind all other validators of the field."""

CidrV4 = Annotated[IPv4Network, PlainValidator(values.parse_network_v4, json_schema_input_type=str)]
"""An IPv4 block."""
AddressV4 = Annotated[IPv4Address, PlainValidator(values.parse_address_v4, json_schema_input_type=str)]
"""An IPv4 address."""
Names = Annotated[list[str], BeforeValidator(values.one_or_many)]
"""One name, or a list of names."""
Text = Annotated[str, LATER]
"""Text that may be left to the deployment."""
Tags = Annotated[dict[str, Text], AfterValidator(values.check_tags)]
"""Tags beside the Name tag, which is the entry's key."""


KmsKeyName = Annotated[str | None, BeforeValidator(kms_keys.key), LATER]
"""A key that something is encrypted with: an entry of `kms_keys` by name, or an ARN."""

Properties = dict[str, Any]
"""Properties of a backend: what they may be, the backend knows."""


class EntryModel(SpecModel):
    """What every entry takes but outputs and variables: what only a backend has a word for."""

    cloudformation: Properties = {}
    """Properties by CloudFormation's names, merged into what is emitted for the entry: those of its own resource, and
    below a type (`AWS::EC2::EIP: {…}`) those of another that it makes."""
    terraform: Properties = {}
    """The same by Terraform's names: arguments, and below a type (`aws_eip: {…}`) those of another resource."""


def identifier(prefix: str) -> BeforeValidator:
    """A validator for identifiers such as `vpc-0a1b2c3d`: `prefix` is what stands before the hyphen."""
    return BeforeValidator(cast("Callable[[Any], Any]", values.Identifier(prefix)))
