"""What may stand in `load_balancers:`: values, checks, and what they say."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from infraspec.diagnostic import Edit, fix
from infraspec.spec.forms.values import one_or_many
from infraspec.spec.problems import ID_FORM, WRONG_VALUE
from infraspec.spec.refusal import Refusal, shown

if TYPE_CHECKING:
    from infraspec.spec.load_balancers import SubnetAddress

_ALLOCATION = r"eipalloc-(?:[0-9a-f]{8}|[0-9a-f]{17})\Z"


def elastic_ip(value: object) -> object:
    """`new`, or the allocation of an address that exists."""
    if isinstance(value, str) and value != "new" and not re.match(_ALLOCATION, value):
        help_ = "write `new`, or an allocation such as eipalloc-0a1b2c3d4e5f67890"
        raise Refusal(ID_FORM, f"`{value}` is not an Elastic IP address", help=help_)
    return value


def subnets(value: object) -> object:
    """A list is a mapping without addresses; its values are None, so that a path still knows the form."""
    if isinstance(value, dict):
        for name, address in value.items():
            if address is None:
                raise Refusal(
                    WRONG_VALUE,
                    f"`{name}` has no value",
                    help=f"write `{name}: {{elastic_ip: new}}`",
                    fixes=fix(f"write `{name}: {{elastic_ip: new}}`", Edit((name,), "{elastic_ip: new}")),
                )
        return value
    values = one_or_many(value)
    if isinstance(values, list) and values and all(isinstance(name, str) for name in values):
        return dict.fromkeys(values)
    found = "an empty list" if value == [] else shown(value)
    message = f"`subnets` takes a tier, or a list of tiers and subnets, not {found}"
    if isinstance(value, list) and any(isinstance(item, dict) for item in value):
        message = "a mapping stands in `subnets`, which takes a tier, or a list of tiers and subnets"
    raise Refusal(WRONG_VALUE, message, help=_subnets_help(value))


def _subnets_help(value: object) -> str:
    """What to write for the list of mappings that other tools have."""
    first = value[0] if isinstance(value, list) and value else None
    if not isinstance(first, dict):
        return "write `subnets: TIER`, or a list of subnets"
    name = next((first[key] for key in ("subnet", "subnet_id", "SubnetId", "name") if key in first), "SUBNET")
    rest = {key: item for key, item in first.items() if key in ("private_ip", "elastic_ip") and isinstance(item, str)}
    said = ", ".join(f"{key}: {item}" for key, item in rest.items()) or "private_ip: ADDRESS"
    return f"write `subnets: {{{name}: {{{said}}}}}`"


def logs(value: object) -> object:
    """A bucket alone has no prefix."""
    return {"bucket": value} if isinstance(value, str) else value


def is_one_address(address: SubnetAddress) -> bool:
    """Whether this is one address, that only one subnet can have."""
    return address.private_ip is not None or address.elastic_ip not in (None, "new")
