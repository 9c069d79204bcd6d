"""What may stand in `trust_stores:`: values, checks, and what they say."""

import re

from infraspec.spec.problems import ID_FORM
from infraspec.spec.refusal import Refusal

_ARN = r"arn:aws[a-z-]*:elasticloadbalancing:[a-z0-9-]+:[0-9]{12}:truststore/[A-Za-z0-9-]+/[0-9a-f]+\Z"


def arn(value: object) -> object:
    """The ARN of a trust store."""
    if isinstance(value, str) and not re.match(_ARN, value):
        example = "arn:aws:elasticloadbalancing:ap-northeast-2:123456789012:truststore/clients/0123456789abcdef"
        raise Refusal(ID_FORM, f"`{value}` is not the ARN of a trust store", help=f"write one such as {example}")
    return value
