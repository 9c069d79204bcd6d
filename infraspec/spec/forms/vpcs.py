"""What may stand in `vpcs:`: values."""

from typing import Final

from infraspec.spec.problems import WRONG_VALUE
from infraspec.spec.refusal import Refusal, instead, shown

AUTO: Final = -1
"""The /64 that the place in the VPC's IPv4 block says."""
NONE: Final = -2
"""No /64."""
_BLOCKS: Final = 256
"""How many /64 a /56 has."""


def one_gateway(value: object) -> object:
    """A bare name is a gateway of that name."""
    if isinstance(value, list):
        fixes = instead("write its name alone", value[0]) if len(value) == 1 and isinstance(value[0], str) else ()
        raise Refusal(WRONG_VALUE, "a VPC has one internet gateway", help="write its name alone", fixes=fixes)
    return {"name": value} if isinstance(value, str) else value


def ipv6_block(value: object) -> int:
    """`auto`, `false`, or the number of one of the 256 blocks."""
    if value is False:
        return NONE
    if value == "auto" or value is True:
        return AUTO
    if isinstance(value, int) and 0 <= value < _BLOCKS:
        return value
    help_ = "write `auto`, `false`, or a number from 0 to 255"
    message = f"`ipv6` is which of 256 blocks a subnet has, not {shown(value)}"
    raise Refusal(WRONG_VALUE, message, help=help_, fixes=instead("write `auto`", "auto"))
