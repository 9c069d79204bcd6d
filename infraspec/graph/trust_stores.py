"""Elastic Load Balancing: the certificate authorities that clients of a balancer are trusted by."""

from typing import Any

from infraspec.graph.resource import Ref, Resource, Tags, node


@node
class TrustStore(Resource):
    """AWS::ElasticLoadBalancingV2::TrustStore."""

    name: str
    bucket: "Ref[Any] | str"
    """A bucket, or the name of one that is not managed here."""
    object_key: str
    object_version: str | None
    tags: Tags
