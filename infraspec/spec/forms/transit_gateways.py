"""What may stand in transit gateways and VPN connections: values and checks."""

from __future__ import annotations

import re
from ipaddress import IPv4Address, IPv4Network
from typing import TYPE_CHECKING

from infraspec.diagnostic import Edit, How, fix
from infraspec.spec.problems import MISSING_FIELD, WRONG_VALUE
from infraspec.spec.refusal import Refusal, closest, instead, shown

if TYPE_CHECKING:
    from infraspec.spec.transit_gateways import CustomerGateway, VpnConnection

ENCRYPTION = ("AES128", "AES256", "AES128-GCM-16", "AES256-GCM-16")
INTEGRITY = ("SHA1", "SHA2-256", "SHA2-384", "SHA2-512")
"""https://docs.aws.amazon.com/vpn/latest/s2svpn/VPNTunnels.html"""
_PRIVATE_ASNS = ((64512, 65534), (4_200_000_000, 4_294_967_294))
_LINK_LOCAL = IPv4Network("169.254.0.0/16")
_TAKEN = tuple(
    IPv4Network(f"169.254.{rest}")
    for rest in ("0.0/30", "1.0/30", "2.0/30", "3.0/30", "4.0/30", "5.0/30", "169.252/30")
)
"""https://docs.aws.amazon.com/vpn/latest/s2svpn/VPNTunnels.html"""


def private_asn(value: object) -> object:
    """A number that AWS takes for its own side."""
    if isinstance(value, int) and not isinstance(value, bool):
        if any(first <= value <= last for first, last in _PRIVATE_ASNS):
            return value
        help_ = "write 64512 to 65534, or 4200000000 to 4294967294"
        raise Refusal(WRONG_VALUE, f"{value} is not a private ASN", help=help_, fixes=instead("write 64512", "64512"))
    return value


def public_address(value: object) -> object:
    """An address that AWS reaches over the internet."""
    if not isinstance(value, str):
        return value
    try:
        found = IPv4Address(value)
    except ValueError:
        raise Refusal(
            WRONG_VALUE, f"{shown(value)} is not an IPv4 address", help="write one such as 203.0.113.12"
        ) from None
    documentation = ("192.0.2.", "198.51.100.", "203.0.113.")
    if not found.is_global and not value.startswith(documentation):
        message = f"{value} is not an address that AWS reaches over the internet"
        raise Refusal(WRONG_VALUE, message, help="write the device's public address")
    return value


def has_an_address(gateway: CustomerGateway) -> None:
    """Refuse a device that nobody can find."""
    if gateway.ip is None and gateway.existing is None:
        raise Refusal(MISSING_FIELD, "the customer gateway has no address", help="add `ip:`, or `existing:`")


def _words(value: object, known: tuple[str, ...], what: str) -> object:
    """One word or a list of words of a few."""
    listed = [value] if isinstance(value, str) else value
    if isinstance(listed, list):
        for one in listed:
            if isinstance(one, str) and one not in known:
                meant = closest(one, [word.lower() for word in known])
                found = next((word for word in known if word.lower() == meant), None)
                fixes = instead(f"write `{found}`", found) if found and isinstance(value, str) else ()
                raise Refusal(WRONG_VALUE, f"{shown(one)} is not {what}", help=f"write {', '.join(known)}", fixes=fixes)
    return listed


def encryption(value: object) -> object:
    """Algorithms of encryption."""
    return _words(value, ENCRYPTION, "a way of encryption that AWS has")


def integrity(value: object) -> object:
    """Algorithms of integrity."""
    return _words(value, INTEGRITY, "a way of integrity that AWS has")


def ike(value: object) -> object:
    """Versions of IKE."""
    return _words(value, ("ikev1", "ikev2"), "a version of IKE")


def startup(value: object) -> object:
    """Who begins."""
    _words(value, ("add", "start"), "a way to start a tunnel")
    return value


def dpd(value: object) -> object:
    """What is done with a dead end."""
    _words(value, ("clear", "none", "restart"), "what is done when the other end is dead")
    return value


def inside(value: object) -> object:
    """The inner block of a tunnel."""
    if not isinstance(value, str):
        return value
    example = "write a /30 of 169.254.0.0/16, such as 169.254.10.0/30"
    if not re.match(r"169\.254\.[0-9.]+/30\Z", value):
        raise Refusal(WRONG_VALUE, f"{shown(value)} is not the inner block of a tunnel", help=example)
    try:
        found = IPv4Network(value)
    except ValueError:
        raise Refusal(WRONG_VALUE, f"{shown(value)} is not a block", help=example) from None
    if found in _TAKEN or not found.subnet_of(_LINK_LOCAL):
        raise Refusal(WRONG_VALUE, f"AWS keeps {value} for itself", help=example)
    return value


def ends_somewhere(connection: VpnConnection) -> None:
    """Refuse a connection with no end or two ends at AWS."""
    ends = [name for name in ("vpn_gateway", "transit_gateway") if getattr(connection, name) is not None]
    if not ends:
        help_ = "add `vpn_gateway:` or `transit_gateway:`"
        raise Refusal(MISSING_FIELD, "the connection does not say where it ends at AWS", help=help_)
    if len(ends) > 1:
        message = "`vpn_gateway` and `transit_gateway` are two ends"
        raise Refusal(WRONG_VALUE, message, help="keep one of them")
    if connection.acceleration and connection.transit_gateway is None:
        message = "only a connection to a transit gateway can be accelerated"
        fixes = fix("remove `acceleration`", Edit(("acceleration",), how=How.REMOVE))
        raise Refusal(WRONG_VALUE, message, help="remove `acceleration`", fixes=fixes)
