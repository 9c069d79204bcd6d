"""What may stand in `vpcs:`: values."""

from infraspec.spec.problems import WRONG_VALUE
from infraspec.spec.refusal import Refusal


def one_gateway(value: object) -> object:
    """A bare name is a gateway of that name."""
    if isinstance(value, list):
        raise Refusal(WRONG_VALUE, "a VPC has one internet gateway", help="write its name alone")
    return {"name": value} if isinstance(value, str) else value
