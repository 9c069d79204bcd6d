"""Amazon SNS in Terraform."""

from typing import TypedDict

from infraspec.graph.sns import Subscription, Topic, TopicPolicy
from infraspec.terraform.block import Block, tags
from infraspec.terraform.names import Labels
from infraspec.terraform.values import document, joined, key_of


class AwsSnsTopic(TypedDict):
    """The arguments of aws_sns_topic that we write."""

    name: str
    display_name: str | None
    kms_master_key_id: str | None
    fifo_topic: bool | None
    content_based_deduplication: bool | None
    tracing_config: str
    tags: dict[str, str]


def topic(topic: Topic, labels: Labels) -> Block:
    """aws_sns_topic."""
    return labels.block(
        topic,
        AwsSnsTopic(
            name=topic.topic_name,
            display_name=topic.display_name,
            kms_master_key_id=key_of(labels, topic.kms_master_key_id),
            fifo_topic=topic.fifo_topic or None,
            content_based_deduplication=topic.deduplicates,
            tracing_config=topic.tracing_config,
            tags=tags(topic.tags),
        ),
    )


class AwsSnsTopicPolicy(TypedDict):
    """The arguments of aws_sns_topic_policy that we write."""

    arn: str
    policy: str


def topic_policy(policy: TopicPolicy, labels: Labels) -> Block:
    """aws_sns_topic_policy."""
    return labels.block(
        policy,
        AwsSnsTopicPolicy(arn=labels.ref(policy.topic, "arn"), policy=document(policy.policy_document, labels)),
    )


class AwsSnsTopicSubscription(TypedDict):
    """The arguments of aws_sns_topic_subscription that we write."""

    topic_arn: str
    protocol: str
    endpoint: str
    raw_message_delivery: bool | None
    filter_policy: str | None
    filter_policy_scope: str | None
    subscription_role_arn: str | None


def subscription(found: Subscription, labels: Labels) -> Block:
    """aws_sns_topic_subscription."""
    role = found.subscription_role_arn
    return labels.block(
        found,
        AwsSnsTopicSubscription(
            topic_arn=labels.ref(found.topic, "arn"),
            protocol=found.protocol,
            endpoint=found.endpoint,
            raw_message_delivery=found.raw_if_any,
            filter_policy=found.filter_policy,
            filter_policy_scope=found.filter_policy_scope,
            subscription_role_arn=role and joined(role, labels),
        ),
    )
