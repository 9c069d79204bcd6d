"""AWS KMS in Terraform."""

from typing import TypedDict

from infraspec.graph.kms import Alias, Key
from infraspec.terraform.block import Block, kept, tags
from infraspec.terraform.names import Labels
from infraspec.terraform.values import document


class AwsKmsKey(TypedDict):
    """The arguments of aws_kms_key that we write."""

    description: str
    customer_master_key_spec: str
    key_usage: str
    enable_key_rotation: bool
    rotation_period_in_days: int | None
    deletion_window_in_days: int
    multi_region: bool
    policy: str
    tags: dict[str, str]


def key(one: Key, labels: Labels) -> Block:
    """aws_kms_key."""
    return labels.block(
        one,
        AwsKmsKey(
            description=one.description,
            customer_master_key_spec=one.key_spec,
            key_usage=one.key_usage,
            enable_key_rotation=one.enable_key_rotation,
            rotation_period_in_days=one.rotation_period_in_days,
            deletion_window_in_days=one.pending_window_in_days,
            multi_region=one.multi_region,
            policy=document(one.key_policy, labels),
            tags=tags(one.tags),
        ),
        kept(one.on_delete),
    )


class AwsKmsAlias(TypedDict):
    """The arguments of aws_kms_alias that we write."""

    name: str
    target_key_id: str


def alias(one: Alias, labels: Labels) -> Block:
    """aws_kms_alias."""
    return labels.block(
        one,
        AwsKmsAlias(name=one.alias_name, target_key_id=labels.ref(one.target_key, "key_id")),
    )
