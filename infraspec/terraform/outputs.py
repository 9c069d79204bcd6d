"""Exported values in Terraform."""

from typing import Any

from infraspec.graph.graph import Output
from infraspec.terraform.names import Labels, label
from infraspec.terraform.values import value_of


def output(output: Output, labels: Labels) -> tuple[str, dict[str, Any]]:
    """The name and the body of one output."""
    values = [value_of(labels, address, output.attribute) for address in output.refs]
    return label(output.name), {
        "description": output.description,
        "value": values if output.many else values[0],
    }
