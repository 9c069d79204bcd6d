"""Trust stores of Elastic Load Balancing in CloudFormation."""

from troposphere import elasticloadbalancingv2 as elb

from infraspec.cloudformation.names import LogicalIds
from infraspec.cloudformation.properties import given, tags
from infraspec.graph.trust_stores import TrustStore


def trust_store(store: TrustStore, ids: LogicalIds) -> elb.TrustStore:
    """AWS::ElasticLoadBalancingV2::TrustStore."""
    return elb.TrustStore(
        ids.of(store),
        Name=store.name,
        CaCertificatesBundleS3Bucket=store.bucket if isinstance(store.bucket, str) else ids.ref(store.bucket),
        CaCertificatesBundleS3Key=store.object_key,
        **given(CaCertificatesBundleS3ObjectVersion=store.object_version),
        Tags=tags(store.tags),
    )
