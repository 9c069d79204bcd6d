"""Trust stores of Elastic Load Balancing in CloudFormation."""

from troposphere import elasticloadbalancingv2 as elb

from infraspec.cloudformation.names import LogicalIds
from infraspec.cloudformation.properties import given, tags
from infraspec.cloudformation.values import value_of
from infraspec.graph.trust_stores import TrustStore


def trust_store(store: TrustStore, ids: LogicalIds) -> elb.TrustStore:
    """AWS::ElasticLoadBalancingV2::TrustStore."""
    return elb.TrustStore(
        ids.of(store),
        Name=store.name,
        **given(CaCertificatesBundleS3Bucket=value_of(ids, store.bucket, "name") if store.bucket else None),
        CaCertificatesBundleS3Key=store.object_key,
        **given(CaCertificatesBundleS3ObjectVersion=store.object_version),
        Tags=tags(store.tags),
    )
