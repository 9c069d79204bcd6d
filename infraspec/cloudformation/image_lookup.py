"""Images that are found by a name, in CloudFormation."""

from shlex import quote

from troposphere import Parameter

from infraspec.cloudformation.names import LogicalIds
from infraspec.graph.image_lookup import ImageLookup, ImageParameter


def image_parameter(image: ImageParameter, ids: LogicalIds) -> Parameter:
    """A template parameter, which CloudFormation reads from SSM at each operation on the stack."""
    return Parameter(
        ids.of(image),
        Type="AWS::SSM::Parameter::Value<AWS::EC2::Image::Id>",
        Default=image.parameter,
    )


def image_lookup(image: ImageLookup, ids: LogicalIds) -> Parameter:
    """A template parameter that whoever deploys gives: CloudFormation finds no images by their names."""
    return Parameter(
        ids.of(image),
        Type="AWS::EC2::Image::Id",
        Description=f"The newest image {image.name} of {image.owner}: {_command(image)}",
    )


def _command(image: ImageLookup) -> str:
    """The command that finds what Terraform finds."""
    filters = {"name": image.name, "architecture": image.architecture, "state": "available"}
    asked = " ".join(quote(f"Name={name},Values={value}") for name, value in filters.items())
    newest = "--query 'sort_by(Images, &CreationDate)[-1].ImageId' --output text"
    return f"aws ec2 describe-images --owners {image.owner} --filters {asked} {newest}"
