"""What may stand in `dhcp_options:`: values."""

from __future__ import annotations

from ipaddress import ip_address
from typing import TYPE_CHECKING, Final

from infraspec.diagnostic import Edit, How, fix
from infraspec.spec.problems import NOT_AN_ADDRESS, WRONG_VALUE
from infraspec.spec.refusal import Refusal, instead

if TYPE_CHECKING:
    from infraspec.spec.dhcp_options import DhcpOptions

AMAZON: Final = "AmazonProvidedDNS"
_MOST: Final = 4
_SAYING: Final = (
    "domain_name",
    "domain_name_servers",
    "ntp_servers",
    "netbios_name_servers",
    "netbios_node_type",
    "ipv6_preferred_lease_seconds",
)


def servers(values: list[str]) -> list[str]:
    """Addresses, each once."""
    if len(values) > _MOST:
        raise Refusal(WRONG_VALUE, f"{len(values)} servers", help=f"a machine is told of {_MOST} at most")
    for position, value in enumerate(values):
        try:
            ip_address(value)
        except ValueError:
            help_ = "write its address, such as 10.20.0.10"
            raise Refusal(NOT_AN_ADDRESS, f"`{value}` is not an address", help=help_) from None
        if value in values[:position]:
            fixes = fix("name it once", Edit((position,), how=How.REMOVE))
            raise Refusal(WRONG_VALUE, f"{value} stands twice in the list", help="name it once", fixes=fixes)
    return values


def dns_servers(values: list[str]) -> list[str]:
    """The same, or Amazon's own resolver by its word."""
    if wrong := next((one for one in values if one.lower() == AMAZON.lower() and one != AMAZON), None):
        fixes = instead(f"write {AMAZON}", AMAZON) if len(values) == 1 else ()
        raise Refusal(WRONG_VALUE, f"`{wrong}` is not a server", help=f"write {AMAZON}", fixes=fixes)
    servers([one for one in values if one != AMAZON])
    return values


def says_something(options: DhcpOptions) -> None:
    """Refuse a set without options."""
    if options.existing is None and not any(getattr(options, name) for name in _SAYING):
        help_ = "write what machines are told, such as `domain_name_servers: [10.20.0.10]`"
        raise Refusal(WRONG_VALUE, "the set has no options", help=help_)
