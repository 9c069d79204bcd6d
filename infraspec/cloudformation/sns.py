"""Amazon SNS in CloudFormation."""

import json

from troposphere import sns

from infraspec.cloudformation.names import LogicalIds
from infraspec.cloudformation.properties import given, tags
from infraspec.cloudformation.values import document, joined, key_of
from infraspec.graph.sns import Subscription, Topic, TopicPolicy


def topic(topic: Topic, ids: LogicalIds) -> sns.Topic:
    """AWS::SNS::Topic."""
    return sns.Topic(
        ids.of(topic),
        TopicName=topic.topic_name,
        **given(
            DisplayName=topic.display_name,
            KmsMasterKeyId=key_of(ids, topic.kms_master_key_id),
            FifoTopic=topic.fifo_topic or None,
            ContentBasedDeduplication=topic.deduplicates,
        ),
        TracingConfig=topic.tracing_config,
        Tags=tags(topic.tags),
    )


def topic_policy(policy: TopicPolicy, ids: LogicalIds) -> sns.TopicPolicy:
    """AWS::SNS::TopicPolicy."""
    return sns.TopicPolicy(
        ids.of(policy), Topics=[ids.ref(policy.topic)], PolicyDocument=document(policy.policy_document, ids)
    )


def subscription(found: Subscription, ids: LogicalIds) -> sns.SubscriptionResource:
    """AWS::SNS::Subscription."""
    role = found.subscription_role_arn
    return sns.SubscriptionResource(
        ids.of(found),
        TopicArn=ids.ref(found.topic),
        Protocol=found.protocol,
        Endpoint=found.endpoint,
        **given(
            RawMessageDelivery=found.raw_if_any,
            FilterPolicy=json.loads(found.filter_policy) if found.filter_policy else None,
            FilterPolicyScope=found.filter_policy_scope,
            SubscriptionRoleArn=role and joined(role, ids),
        ),
    )
