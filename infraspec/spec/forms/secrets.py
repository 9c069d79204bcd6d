"""What may stand in `secrets:`: values and checks."""

import re

from infraspec.spec.problems import ID_FORM, PASSWORD_IN_SPEC
from infraspec.spec.refusal import Refusal, shown

ARN = r"arn:aws[a-z-]*:secretsmanager:[a-z0-9-]+:[0-9]{12}:secret:[A-Za-z0-9/_+=.@-]+\Z"
_BY_HAND = "remove it, and set it once the secret stands: aws secretsmanager put-secret-value --secret-id NAME"


def arn(value: object) -> object:
    """The ARN of a secret."""
    if isinstance(value, str) and not re.match(ARN, value):
        help_ = "write one such as arn:aws:secretsmanager:ap-northeast-2:123456789012:secret:orders-a1b2c3"
        raise Refusal(ID_FORM, f"{shown(value)} is not the ARN of a secret", help=help_)
    return value


def no_value(_: object) -> object:
    """Whatever the value, it must not be here, and it is not shown."""
    raise Refusal(PASSWORD_IN_SPEC, "a secret never stands in a spec", "everyone who reads the file has it", _BY_HAND)
