"""What may stand in `topics:`: values, checks, and what they say."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from infraspec.diagnostic import Edit, How, fix
from infraspec.spec.forms import kms_keys
from infraspec.spec.forms.values import one_of
from infraspec.spec.problems import ID_FORM, WRONG_VALUE
from infraspec.spec.refusal import Refusal, shown

if TYPE_CHECKING:
    from infraspec.spec.topics import Subscription, Topic

_ARN = r"arn:aws[a-z-]*:{service}:[a-z0-9-]+:[0-9]{{12}}:{rest}\Z"
_ENDPOINTS = ("email", "email_json", "https", "sms", "sqs", "lambda_", "firehose")
_RAW = frozenset({"https", "sqs", "firehose"})
OWN_KEY = "alias/aws/sns"


def _demand(value: object, service: str, rest: str, what: str, example: str) -> object:
    """The value, if it is an ARN of this service."""
    if isinstance(value, str) and not re.match(_ARN.format(service=service, rest=rest), value):
        help_ = f"write one such as arn:aws:{service}:ap-northeast-2:123456789012:{example}"
        raise Refusal(ID_FORM, f"{shown(value)} is not the ARN of {what}", help=help_)
    return value


def arn(value: object) -> object:
    """The ARN of a topic."""
    return _demand(value, "sns", r"[A-Za-z0-9_-]{1,256}(?:\.fifo)?", "a topic", "alerts")


def queue(value: object) -> object:
    """The ARN of a queue."""
    return _demand(value, "sqs", r"[A-Za-z0-9_-]{1,80}(?:\.fifo)?", "a queue", "alerts")


def function(value: object) -> object:
    """The ARN of a function."""
    return _demand(value, "lambda", r"function:[A-Za-z0-9_-]+(?::[A-Za-z0-9_$-]+)?", "a function", "function:on-alarm")


def stream(value: object) -> object:
    """The ARN of a delivery stream."""
    return _demand(value, "firehose", r"deliverystream/[A-Za-z0-9._-]+", "a delivery stream", "deliverystream/alerts")


def https(value: object) -> object:
    """A URL; over plain HTTP messages could be read and written by anyone on their way."""
    if isinstance(value, str) and not value.startswith("https://"):
        raise Refusal(WRONG_VALUE, f"{shown(value)} is not an HTTPS address", help="write one that begins `https://`")
    return value


def address(value: object) -> object:
    """Where letters go."""
    if isinstance(value, str) and not re.match(r"[^@\s]+@[^@\s]+\.[^@\s.]+\Z", value):
        raise Refusal(
            WRONG_VALUE, f"{shown(value)} is not an address of e-mail", help="write one such as ops@example.com"
        )
    return value


def telephone(value: object) -> object:
    """A number of a telephone, in the form that is the same everywhere (E.164)."""
    if isinstance(value, str) and not re.match(r"\+[1-9][0-9]{6,14}\Z", value):
        help_ = 'write the country first and digits alone, as in "+821012345678"'
        raise Refusal(WRONG_VALUE, f"{shown(value)} is not a telephone number with its country", help=help_)
    return value


def kms_key(value: object) -> object:
    """A key, or the one that SNS has of its own."""
    return value if value == OWN_KEY else kms_keys.key(value)


def subscription(value: object) -> object:
    """A bare address of a letter."""
    return {"email": value} if isinstance(value, str) and "@" in value else value


def endpoint_of(found: Subscription) -> tuple[str, str]:
    """SNS's word for the protocol of a subscription, and its endpoint."""
    for name in _ENDPOINTS:
        value: str | None = getattr(found, name)
        if value is not None:
            return name.strip("_").replace("_", "-"), value
    raise AssertionError(found)  # the check has refused it


def is_one_endpoint(found: Subscription) -> None:
    """Refuse a subscription of nobody, or of two, and what its protocol does not have."""
    chosen = [name for name in _ENDPOINTS if getattr(found, name) is not None]
    words = "`email`, `email_json`, `https`, `sms`, `sqs`, `lambda` and `firehose`"
    one_of(words, [name.strip("_") for name in chosen], "a subscription", "add `email: ADDRESS`, or another")
    if found.raw and chosen[0] not in _RAW:
        message = f"`raw` has no effect on `{chosen[0].strip('_')}`"
        fixes = fix("remove `raw`", Edit(("raw",), how=How.REMOVE))
        raise Refusal(WRONG_VALUE, message, help="remove `raw`", fixes=fixes)
    if (found.role is None) == (chosen[0] == "firehose"):
        message = "`firehose` needs `role`" if found.role is None else "`role` is for `firehose` alone"
        help_ = "add `role: NAME`" if found.role is None else "remove `role`"
        raise Refusal(WRONG_VALUE, message, help=help_)


def is_named_for_fifo(topic: Topic) -> None:
    """Refuse what a topic without order does not have."""
    if topic.deduplicate and not topic.fifo:
        message = "`deduplicate` is for topics with `fifo`"
        fixes = fix("remove `deduplicate`", Edit(("deduplicate",), how=How.REMOVE))
        raise Refusal(WRONG_VALUE, message, help="remove `deduplicate`, or add `fifo: true`", fixes=fixes)
