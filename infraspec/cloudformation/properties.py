"""What is written as it is, and what is left out."""

from collections.abc import Iterable
from typing import Any

from troposphere import Tags


def given(**properties: Any) -> dict[str, Any]:
    """The properties that have a value: troposphere refuses None."""
    return {name: value for name, value in properties.items() if value is not None}


def tags(pairs: Iterable[tuple[str, str]]) -> Tags:
    """Tags as CloudFormation lists them."""
    return Tags(dict(pairs))
