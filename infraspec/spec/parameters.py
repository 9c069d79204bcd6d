"""`parameters:`: values that programs look up in Systems Manager."""

from typing import Annotated, ClassVar, Literal

from pydantic import BeforeValidator

from infraspec.spec.base import Checks, EntryModel, Tags, Text
from infraspec.spec.forms import parameters as forms


class Parameter(EntryModel):
    """A parameter of Systems Manager, by its name: `/shop/database/host`.

    Everyone who may read parameters can read it, so it holds no secret.
    """

    checks: ClassVar[Checks] = (forms.has_one_value,)

    type: Annotated[Literal["String", "StringList"], BeforeValidator(forms.type_)] = "String"
    """`String`, or `StringList` for several values. A secret is for `secrets`."""
    value: Annotated[Text | None, BeforeValidator(forms.value)] = None
    """Its value; a list is for `StringList`."""
    of: str | None = None
    """Instead of `value`: the entry whose value it holds, by name, as in `outputs`."""
    attribute: str | None = None
    """With `of`: which value of it, such as `endpoint_address`, as in `outputs`; the usual one if left out."""
    description: Text | None = None
    """What it is for."""
    tier: Literal["Standard", "Advanced", "Intelligent-Tiering"] = "Standard"
    """`Standard` holds 4 KB and costs nothing; `Advanced` holds 8 KB and is billed."""
    allowed_pattern: Text | None = None
    """A regular expression that each value must match."""
    data_type: Literal["text", "aws:ec2:image"] = "text"
    """`aws:ec2:image` for the identifier of an image, which is then looked up."""
    tags: Tags = {}
