"""Elastic Load Balancing: the certificate authorities that clients of a balancer are trusted by."""

from infraspec.graph.resource import Ref, Resource, Tags, node
from infraspec.graph.s3 import Bucket


@node
class TrustStore(Resource):
    """AWS::ElasticLoadBalancingV2::TrustStore."""

    name: str
    bucket: Ref[Bucket] | None
    """None for one that exists."""
    object_key: str
    object_version: str | None
    tags: Tags
