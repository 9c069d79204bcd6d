"""What may stand in `vpcs:`: values."""

from infraspec.spec.problems import WRONG_VALUE
from infraspec.spec.refusal import Refusal, instead


def one_gateway(value: object) -> object:
    """A bare name is a gateway of that name."""
    if isinstance(value, list):
        fixes = instead("write its name alone", value[0]) if len(value) == 1 and isinstance(value[0], str) else ()
        raise Refusal(WRONG_VALUE, "a VPC has one internet gateway", help="write its name alone", fixes=fixes)
    return {"name": value} if isinstance(value, str) else value
