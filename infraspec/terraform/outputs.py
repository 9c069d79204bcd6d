"""Exported values in Terraform."""

from typing import Any

from infraspec.graph.graph import Output
from infraspec.terraform.names import Labels, label

_ATTRIBUTES = {
    ("DbInstance", "endpoint_address"): "address",
    ("DbInstance", "endpoint_port"): "port",
    ("DbInstance", "secret_arn"): "master_user_secret[0].secret_arn",
    ("DbInstance", "id"): "identifier",
    ("Certificate", "arn"): "certificate_arn",
}
"""The attribute that holds a value, where it is not called as the value is."""


def output(output: Output, labels: Labels) -> tuple[str, dict[str, Any]]:
    """The name and the body of one output."""
    values = [
        labels.ref(address, _ATTRIBUTES.get((address.kind, output.attribute), output.attribute))
        for address in output.refs
    ]
    return label(output.name), {
        "description": output.description,
        "value": values if output.many else values[0],
    }
