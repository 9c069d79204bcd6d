"""NAT gateways that stand in no subnet."""

from infraspec.graph.resource import Ref, Resource, Tags, node
from infraspec.graph.vpc import Vpc


@node
class RegionalNatGateway(Resource):
    """AWS::EC2::NatGateway with the availability mode `regional`: AWS has it in every zone that needs it.

    It is always public.
    """

    vpc: Ref[Vpc]
    tags: Tags
