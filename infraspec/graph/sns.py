"""Amazon SNS: topics, their policies and subscriptions."""

from infraspec.graph.kms import Key
from infraspec.graph.resource import Ref, Resource, Tags, node
from infraspec.graph.values import Document, Joined


@node
class Topic(Resource):
    """AWS::SNS::Topic. One that exists is known by its ARN."""

    topic_name: str
    display_name: str | None
    kms_master_key_id: Ref[Key] | str | None
    fifo_topic: bool
    content_based_deduplication: bool
    tracing_config: str
    """`Active` or `PassThrough`."""
    tags: Tags

    @property
    def deduplicates(self) -> bool | None:
        """Whether messages of one content are one; None where the topic has no order."""
        return self.content_based_deduplication or (False if self.fifo_topic else None)


@node
class TopicPolicy(Resource):
    """AWS::SNS::TopicPolicy."""

    topic: Ref[Topic]
    policy_document: Document


_RAW = ("firehose", "https", "sqs")
"""Protocols of messages without SNS's envelope.
https://docs.aws.amazon.com/sns/latest/dg/sns-large-payload-raw-message-delivery.html"""


@node
class Subscription(Resource):
    """AWS::SNS::Subscription."""

    topic: Ref[Topic]
    protocol: str
    endpoint: str
    raw_message_delivery: bool
    filter_policy: str | None
    """JSON text."""
    filter_policy_scope: str | None
    """`MessageAttributes` or `MessageBody`, where there is a filter."""
    subscription_role_arn: Joined | str | None

    @property
    def raw_if_any(self) -> bool | None:
        """Whether messages come as they were sent; None where no one could ask for it."""
        return self.raw_message_delivery or (False if self.protocol in _RAW else None)
