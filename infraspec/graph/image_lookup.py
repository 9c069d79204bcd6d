"""Images of machines that are found by a name: by a public parameter, or among those of an owner."""

from infraspec.graph.resource import Resource, node


@node
class ImageParameter(Resource):
    """A public SSM parameter that holds an image's identifier: a template parameter, and a Terraform data source."""

    parameter: str
    """Its path, such as `/aws/service/canonical/ubuntu/server/24.04/stable/current/amd64/hvm/ebs-gp3/ami-id`."""


@node
class ImageLookup(Resource):
    """The newest image of an owner whose name fits: Terraform asks for it, and a template is told it as a parameter."""

    owner: str
    """`self`, `amazon`, or the number of an account."""
    name: str
    """The pattern of its name, in which `*` and `?` stand for others."""
    architecture: str
    """`x86_64` or `arm64`."""
