"""What may stand in `instances:` and `network_interfaces:`: values and checks."""

from __future__ import annotations

import re
from ipaddress import IPv4Address
from typing import TYPE_CHECKING, NamedTuple

from infraspec.data.images import names
from infraspec.diagnostic import Edit, How, fix
from infraspec.spec.forms.values import parse_address_v4
from infraspec.spec.problems import ID_FORM, MISSING_FIELD, UNKNOWN_IMAGE, WRONG_VALUE
from infraspec.spec.refusal import Refusal, closest, instead, shown

if TYPE_CHECKING:
    from infraspec.spec.instances import Instance, Machine, Spot, Storage

_OWNER = r"(?:self|amazon|aws-marketplace|[0-9]{12})\Z"
_AMI = r"ami-(?:[0-9a-f]{8}|[0-9a-f]{17})\Z"
_PARAMETER = r"(?:/[A-Za-z0-9_.-]+)+\Z"
_ELASTIC_IP = r"eipalloc-(?:[0-9a-f]{8}|[0-9a-f]{17})\Z"
_DEVICE = r"/dev/(?:sd[a-z][1-9]?|xvd[a-z]{1,2}|nvme[0-9]n1)\Z|xvd[a-z]{1,2}\Z"


class Lookup(NamedTuple):
    """The newest image of an owner whose name fits."""

    owner: str
    name: str


def image(value: object) -> str | Lookup:
    """A name of the table, an image's identifier, the path of a parameter that holds one, or an owner and a pattern."""
    if isinstance(value, dict):
        return _lookup(value)
    if not isinstance(value, str):
        raise Refusal(WRONG_VALUE, "`image` is text", help="write one such as ubuntu-24.04")
    if value in names() or re.match(_AMI, value) or re.match(_PARAMETER, value):
        return value
    close = closest(value, names())
    label, help_ = "", f"there is {', '.join(names())}; ami-… and /aws/service/… are taken too"
    if close:
        label, help_ = f"did you mean `{close}`?", f"write `{close}`"
    raise Refusal(UNKNOWN_IMAGE, f"`{value}` is no image", label, help_, instead(help_, close) if close else ())


def _lookup(value: dict[object, object]) -> Lookup:
    """An owner, whose number a YAML reader may have taken for one, and the pattern of a name."""
    owner, name = value.get("owner"), value.get("name")
    written = str(owner) if isinstance(owner, int) and not isinstance(owner, bool) else owner
    if set(value) != {"owner", "name"} or not isinstance(written, str) or not isinstance(name, str) or not name:
        help_ = 'write {owner: self, name: "web-*"}'
        raise Refusal(WRONG_VALUE, "an image that is looked up has an `owner` and a `name`, and no more", help=help_)
    if not re.match(_OWNER, written):
        help_ = "write `self`, `amazon`, `aws-marketplace`, or the 12 digits of an account in quotes"
        raise Refusal(WRONG_VALUE, f"{shown(owner)} owns no images", help=help_)
    return Lookup(written, name)


def address_or_auto(value: object) -> IPv4Address | None:
    """An address; `auto` is AWS's choice."""
    return None if value is None or value == "auto" else parse_address_v4(value)


def elastic_ip(value: object) -> object:
    """`new`, or the allocation of an address that exists."""
    if value is True:
        raise Refusal(
            WRONG_VALUE, "`elastic_ip` takes text, not true", "", "write `new`", instead("write `new`", "new")
        )
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


_OF_INTERFACE = ("subnet", "private_ip", "ipv6_addresses", "security_groups", "public_ip")


def stands_once(instance: Instance) -> None:
    """Refuse an instance that does not say where it stands, or says it twice."""
    if instance.interface is None:
        for field, example in (("subnet", "the name of a subnet"), ("security_groups", "names of security groups")):
            if not getattr(instance, field):
                message = f"an instance has `{field}`, or an `interface` that stands somewhere"
                raise Refusal(MISSING_FIELD, message, help=f"add `{field}:` with {example}")
        return
    twice = [field for field in _OF_INTERFACE if getattr(instance, field) not in (None, [])]
    if not instance.source_dest_check:
        twice.append("source_dest_check")
    if twice:
        message = f"`{twice[0]}` is said by the network interface `{instance.interface}`"
        help_ = f"remove `{twice[0]}`, or `interface`"
        raise Refusal(WRONG_VALUE, message, help=help_, fixes=fix(help_, Edit((twice[0],), how=How.REMOVE)))


def host_of_tenancy(machine: Machine) -> None:
    """Refuse a Dedicated Host for what does not stand on one."""
    if machine.host is not None and machine.tenancy != "host":
        help_ = "write `tenancy: host`"
        message = "only a machine with `tenancy: host` stands on a Dedicated Host"
        raise Refusal(WRONG_VALUE, message, help=help_, fixes=fix(help_, Edit(("tenancy",), "host")))
