"""Images that are found by a name, in Terraform."""

from typing import Any, TypedDict

from infraspec.graph.image_lookup import ImageLookup, ImageParameter
from infraspec.terraform.block import Block
from infraspec.terraform.names import Labels, label


class AwsSsmParameter(TypedDict):
    """The arguments of the data source aws_ssm_parameter that we write."""

    name: str


def image_parameter(image: ImageParameter, _labels: Labels) -> Block:
    """The data source aws_ssm_parameter, which Terraform reads at each plan."""
    return Block("data", "aws_ssm_parameter", label(image.key), AwsSsmParameter(name=image.parameter))


class AwsAmi(TypedDict):
    """The arguments of the data source aws_ami that we write."""

    most_recent: bool
    owners: list[str]
    filter: list[dict[str, Any]]


def image_lookup(image: ImageLookup, _labels: Labels) -> Block:
    """The data source aws_ami, which Terraform reads at each plan."""
    asked = {"name": image.name, "architecture": image.architecture, "state": "available"}
    return Block(
        "data",
        "aws_ami",
        label(image.key),
        AwsAmi(
            most_recent=True,
            owners=[image.owner],
            filter=[{"name": name, "values": [value]} for name, value in asked.items()],
        ),
    )
