"""Trust stores of Elastic Load Balancing in Terraform."""

from typing import TypedDict

from infraspec.graph.trust_stores import TrustStore
from infraspec.terraform.block import Block, tags
from infraspec.terraform.names import Labels
from infraspec.terraform.values import value_of


class AwsLbTrustStore(TypedDict):
    """The arguments of aws_lb_trust_store that we write."""

    name: str
    ca_certificates_bundle_s3_bucket: str | None
    ca_certificates_bundle_s3_key: str
    ca_certificates_bundle_s3_object_version: str | None
    tags: dict[str, str]


def trust_store(store: TrustStore, labels: Labels) -> Block:
    """aws_lb_trust_store."""
    return labels.block(
        store,
        AwsLbTrustStore(
            name=store.name,
            ca_certificates_bundle_s3_bucket=value_of(labels, store.bucket, "name") if store.bucket else None,
            ca_certificates_bundle_s3_key=store.object_key,
            ca_certificates_bundle_s3_object_version=store.object_version,
            tags=tags(store.tags),
        ),
    )
