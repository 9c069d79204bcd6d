"""What may stand in `instances:` and `network_interfaces:`: values and checks."""

from __future__ import annotations

import re
from ipaddress import IPv4Address
from typing import TYPE_CHECKING

from infraspec.data.images import names
from infraspec.diagnostic import Edit, How, fix
from infraspec.spec.forms.values import parse_address_v4
from infraspec.spec.problems import (
    ID_FORM,
    UNKNOWN_IMAGE,
    WRONG_VALUE,
)
from infraspec.spec.refusal import Refusal, closest, instead

if TYPE_CHECKING:
    from infraspec.spec.instances import Spot, Storage

_AMI = r"ami-(?:[0-9a-f]{8}|[0-9a-f]{17})\Z"
_PARAMETER = r"(?:/[A-Za-z0-9_.-]+)+\Z"
_ELASTIC_IP = r"eipalloc-(?:[0-9a-f]{8}|[0-9a-f]{17})\Z"
_DEVICE = r"/dev/(?:sd[a-z][1-9]?|xvd[a-z]{1,2}|nvme[0-9]n1)\Z|xvd[a-z]{1,2}\Z"


def image(value: object) -> str:
    """A name of the table, an image's identifier, or the path of a parameter that holds one."""
    if not isinstance(value, str):
        raise Refusal(WRONG_VALUE, "`image` is text", help="write one such as ubuntu-24.04")
    if value in names() or re.match(_AMI, value) or re.match(_PARAMETER, value):
        return value
    close = closest(value, names())
    label, help_ = "", f"there is {', '.join(names())}; ami-… and /aws/service/… are taken too"
    if close:
        label, help_ = f"did you mean `{close}`?", f"write `{close}`"
    raise Refusal(UNKNOWN_IMAGE, f"`{value}` is no image", label, help_, instead(help_, close) if close else ())


def address_or_auto(value: object) -> IPv4Address | None:
    """An address; `auto` is AWS's choice."""
    return None if value is None or value == "auto" else parse_address_v4(value)


def elastic_ip(value: object) -> object:
    """`new`, or the allocation of an address that exists."""
    if isinstance(value, str) and value != "new" and not re.match(_ELASTIC_IP, value):
        help_ = "write `new`, or one such as eipalloc-0a1b2c3d4e5f67890"
        raise Refusal(ID_FORM, f"`{value}` is not the allocation of an Elastic IP address", help=help_)
    return value


def device(value: object) -> object:
    """A device name that a Linux or Windows image can have."""
    if isinstance(value, str) and not re.match(_DEVICE, value):
        raise Refusal(WRONG_VALUE, f"`{value}` is not the name of a device", help="write /dev/sdf to /dev/sdp for data")
    return value


def spot(value: object) -> object:
    """`true` is Spot with its defaults."""
    if isinstance(value, bool):
        return {} if value else None
    return value


def no_key_without_encryption(volume: Storage) -> None:
    """Refuse a key that would encrypt nothing."""
    if volume.kms_key is not None and not volume.encrypted:
        raise Refusal(
            WRONG_VALUE,
            "a volume that is not encrypted has a `kms_key`",
            help="remove one of the two",
            fixes=fix("remove `encrypted: false`", Edit(("encrypted",), how=How.REMOVE)),
        )


def can_come_back(spot: Spot) -> None:
    """Refuse a one-time request that is to come back."""
    if spot.type == "one-time" and spot.interruption != "terminate":
        message = f"a `one-time` Spot instance cannot {spot.interruption} when it is taken back"
        raise Refusal(
            WRONG_VALUE,
            message,
            help="write `type: persistent`, or `interruption: terminate`",
            fixes=fix("write `type: persistent`", Edit(("type",), "persistent")),
        )
