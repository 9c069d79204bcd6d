"""`topics:`: topics of Amazon SNS, which hand a message to all who subscribe."""

from typing import Annotated, Any, ClassVar, Literal

from pydantic import BeforeValidator, Field

from infraspec.spec.alarm_sets import Alarms
from infraspec.spec.base import LATER, Checks, EntryModel, Names, SpecModel, Tags, Text
from infraspec.spec.forms import topics as forms


class Subscription(SpecModel):
    """One who gets the messages of a topic."""

    checks: ClassVar[Checks] = (forms.is_one_endpoint,)

    email: Annotated[Text | None, BeforeValidator(forms.address)] = None
    """An address. A person must confirm the letter that AWS sends."""
    email_json: Annotated[Text | None, BeforeValidator(forms.address)] = None
    """An address that gets the whole message as JSON, confirmed as with `email`."""
    https: Annotated[str | None, BeforeValidator(forms.https), LATER] = None
    """A URL, which must confirm that it wants messages."""
    sms: Annotated[Text | None, BeforeValidator(forms.telephone)] = None
    """A telephone number, with its country: `"+821012345678"`."""
    sqs: Annotated[str | None, BeforeValidator(forms.queue), LATER] = None
    """A queue by its ARN; its policy must let the topic send."""
    lambda_: Annotated[str | None, BeforeValidator(forms.function), LATER] = Field(default=None, alias="lambda")
    """A function by its ARN; it must let SNS call it."""
    firehose: Annotated[str | None, BeforeValidator(forms.stream), LATER] = None
    """A delivery stream of Data Firehose by its ARN, with `role`."""
    role: str | None = None
    """The role that may write to the stream: by name or ARN."""
    raw: bool = False
    """Whether the message arrives without SNS's envelope; for `https`, `sqs` and `firehose`."""
    filter: dict[str, Any] = {}
    """Which messages are wanted, in SNS's own words: `{severity: [high]}`."""
    filter_on: Literal["attributes", "body"] = "attributes"
    """What the filter reads: the attributes of a message, or its body."""


Subscriptions = list[
    Annotated[Subscription, BeforeValidator(forms.subscription, json_schema_input_type=str | Subscription)]
]


class Topic(EntryModel):
    """A topic. Its policy lets this account use it, and the services of AWS that are named publish to it."""

    checks: ClassVar[Checks] = (forms.is_named_for_fifo,)

    display_name: Text | None = None
    """The name that stands in letters, at most 100 characters."""
    kms_key: Annotated[str | None, BeforeValidator(forms.kms_key), LATER] = None
    """The key that encrypts its messages, by its ARN or by name; its policy must let those publish who do. Or
    `alias/aws/sns`, the key of SNS itself, with which CloudWatch cannot publish."""
    publishers: Names | None = None
    """Services that may publish: `cloudwatch` for alarms, `events` for EventBridge, or another; without it `cloudwatch`
    alone."""
    subscriptions: Subscriptions = []
    """Who gets the messages: `{email: ops@example.com}`, `{https: …}`, `{sqs: ARN}`, `{lambda: ARN}`."""
    fifo: bool = False
    """Whether messages keep their order and arrive once; the name then ends with `.fifo`. Alarms cannot use one."""
    deduplicate: bool = False
    """Whether messages of one content within five minutes are one, on a topic with `fifo`."""
    tracing: bool = False
    """Whether X-Ray follows the messages."""
    existing: Annotated[str | None, BeforeValidator(forms.arn), LATER] = None
    """The ARN of a topic that exists and is not managed here; it keeps its own policy."""
    alarms: Alarms = None
    """The usual alarms of such a thing: `default`, or `{set: default, to: TOPIC}`."""
    tags: Tags = {}
