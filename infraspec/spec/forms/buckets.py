"""What may stand in `buckets:`: values and checks."""

import re

from infraspec.spec.problems import ID_FORM
from infraspec.spec.refusal import Refusal, shown

NAME = r"[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]\Z"


def name(value: object) -> object:
    """The name of a bucket."""
    if isinstance(value, str) and not re.match(NAME, value):
        help_ = "write 3 to 63 small letters, digits and hyphens"
        raise Refusal(ID_FORM, f"{shown(value)} is not the name of a bucket", help=help_)
    return value
