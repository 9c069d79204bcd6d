"""What values of many keys have in common: blocks, addresses, tags, identifiers."""

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache
from ipaddress import IPv4Address, IPv4Network, IPv6Network, ip_network
from typing import NamedTuple

from infraspec.deploy_time import Later
from infraspec.diagnostic import Edit, How, Safety, fix
from infraspec.spec.problems import (
    ID_FORM,
    NOT_AN_ADDRESS,
    NOT_CANONICAL,
    TAG_FORM,
    WRONG_VALUE,
)
from infraspec.spec.refusal import Refusal, instead, shown

IPNetwork = IPv4Network | IPv6Network
_DOTTED = r"[0-9]{1,9}(?:\.[0-9]{1,9})+\Z"
_MAX_OCTET = 255
_OCTETS = 4
_A_BLOCK = "write a block such as 10.20.0.0/16"


@lru_cache(maxsize=4096)
def _network(text: str) -> IPNetwork:
    address, slash, prefix = text.partition("/")
    if not slash:
        raise _no_prefix(text, _usual_prefix(text) if text.endswith(".0") else "32")
    if not (prefix.isascii() and prefix.isdigit()) or (len(prefix) > 1 and prefix.startswith("0")):
        label = f"`/{prefix}` is not a prefix length"
        raise Refusal(NOT_AN_ADDRESS, f"`{text}` is not a block", label, _A_BLOCK)
    try:
        network = ip_network(text, strict=False)
    except ValueError:
        raise Refusal(NOT_AN_ADDRESS, f"`{text}` is not a block", _why_not(address, int(prefix)), _A_BLOCK) from None
    if ":" in address and "." in address:
        raise Refusal(
            NOT_AN_ADDRESS,
            f"`{text}` mixes IPv4 and IPv6",
            help=f"write {network}",
            fixes=instead(f"write {network}", str(network), Safety.SAFE),
        )
    if network.network_address != ip_network(address).network_address:
        message = f"`{text}` has bits set behind its prefix"
        help_ = f"write {network}"
        fixes = instead(help_, str(network), Safety.SAFE)  # EC2 itself clears them
        raise Refusal(NOT_CANONICAL, message, f"the block that holds it is {network}", help_, fixes)
    return network


def _no_prefix(text: str, prefix: str) -> Refusal:
    """The refusal of what has no `/`: an address, or a word."""
    if text.lower() in ("default", "internet", "any", "anywhere", "everywhere", "all", "*"):
        help_ = "write 0.0.0.0/0, which is everywhere"
        return Refusal(NOT_AN_ADDRESS, f"`{text}` is not a block", help=help_, fixes=instead(help_, "0.0.0.0/0"))
    try:
        ip_network(text)
    except ValueError:
        if re.match(_DOTTED, text):
            return Refusal(NOT_AN_ADDRESS, f"`{text}` is not a block", _why_not(text, 0) or "has no prefix", _A_BLOCK)
        help_ = f"{_A_BLOCK} (0.0.0.0/0 is everywhere)"
        return Refusal(NOT_AN_ADDRESS, f"`{text}` is not a block", help=help_)
    prefix = "128" if ":" in text else prefix
    what = " for one address" if prefix in ("32", "128") else ""
    help_, block = f"write {text}/{prefix}{what}", f"{text}/{prefix}"
    fixes = instead(help_, f'"{block}"' if ":" in text else block)
    return Refusal(NOT_AN_ADDRESS, f"`{text}` is not a block", "has no prefix", help_, fixes)


def _why_not(address: str, prefix: int) -> str:
    """What is wrong with a block of IPv4, where it is one thing."""
    if not re.match(_DOTTED, address):
        return ""
    parts = [int(part) for part in address.split(".")]
    if large := [part for part in parts if part > _MAX_OCTET]:
        return f"{large[0]} is more than {_MAX_OCTET}"
    if len(parts) != _OCTETS:
        return f"it has {len(parts)} numbers, and an address has {_OCTETS}"
    if any(len(part) > 1 and part.startswith("0") for part in address.split(".")):
        return "a number starts with 0"
    return f"`/{prefix}` is more than 32" if prefix > 32 else ""


def parse_network(value: object) -> IPNetwork:
    """A block, IPv4 or IPv6, with no host bits set."""
    if not isinstance(value, str):
        raise Refusal(NOT_AN_ADDRESS, f"a block is text such as 10.20.0.0/16, not {shown(value)}")
    return _network(value)


def parse_network_v4(value: object) -> IPv4Network:
    """An IPv4 block with no host bits set."""
    if isinstance(value, str) and "/" not in value:
        raise _no_prefix(value, _usual_prefix(value))
    network = parse_network(value)
    if not isinstance(network, IPv4Network):
        raise Refusal(NOT_AN_ADDRESS, f"`{value}` is an IPv6 block", help="write an IPv4 block such as 10.20.0.0/16")
    return network


def _usual_prefix(address: str) -> str:
    """The prefix that an address looks like it should have where a network is described: 10.50.0.0 is a /16."""
    return "16" if address.endswith(".0.0") else "24" if address.endswith(".0") else "28"


def parse_address_v4(value: object) -> IPv4Address:
    """An IPv4 address."""
    if not isinstance(value, str):
        raise Refusal(NOT_AN_ADDRESS, f"an address is text such as 10.20.10.31, not {shown(value)}")
    try:
        return IPv4Address(value)
    except ValueError:
        help_ = f"write {value.partition('/')[0]}" if "/" in value else "write one such as 10.20.10.31"
        fixes = instead(help_, value.partition("/")[0]) if _is_block(value) else ()
        why = _why_not(value, 0)
        raise Refusal(NOT_AN_ADDRESS, f"`{value}` is not an IPv4 address", why, help_, fixes) from None


def _is_block(value: str) -> bool:
    """Whether an address stands before a `/`."""
    try:
        IPv4Address(value.partition("/")[0])
    except ValueError:
        return False
    return "/" in value


def one_or_many(value: object) -> object:
    """One value where a list may stand."""
    return [value] if isinstance(value, str | int) and not isinstance(value, bool) else value


def kept(value: object, read: Callable[[object], object]) -> object:
    """What `read` makes of a value; where that is the text itself, a text of later stays one."""
    if type(value) is not Later:
        return read(value)
    made = read(str(value))
    return value if made == str(value) else made


def tag_problem(text: str) -> str | None:
    """The first character that AWS does not take in a tag, as a phrase."""
    for character in text:
        if character not in "_.:/=+-@ " and unicodedata.category(character)[0] not in "LNZ":
            return (
                f"`{character}` cannot stand in a tag"
                if character.isprintable()
                else "a control character cannot stand in a tag"
            )
    return None


def check_tags(tags: dict[str, str]) -> dict[str, str]:
    """Refuse what AWS refuses in tags."""
    for key, value in tags.items():
        if not 1 <= len(key) <= 128:
            raise Refusal(TAG_FORM, f"the tag key has {len(key)} characters", help="a key has 1 to 128")
        if key.lower().startswith("aws:"):
            raise Refusal(
                TAG_FORM,
                f"the tag key `{key}` starts with `aws:`, which AWS keeps for itself",
                help="choose another key",
            )
        if key == "Name":
            raise Refusal(
                TAG_FORM,
                "the Name tag is the entry's own key",
                help="remove it, or rename the entry",
                fixes=fix("remove it", Edit(("Name",), how=How.REMOVE)),
            )
        if len(value) > 256:
            raise Refusal(TAG_FORM, f"the value of `{key}` has {len(value)} characters", help="a value has at most 256")
        if found := tag_problem(key) or tag_problem(value):
            raise Refusal(
                TAG_FORM,
                f"tag `{key}`: {found}",
                help="letters, digits, spaces and _ . : / = + - @ are taken",
            )
    if len(tags) > 45:
        raise Refusal(TAG_FORM, f"{len(tags)} tags", help="AWS takes 50 on a resource, and some are added here")
    return tags


def one_of(values: object, chosen: list[str], what: str, none: str) -> None:
    """Refuse anything but exactly one of several keys; `none` is what to write where there is none."""
    if len(chosen) != 1:
        found = "none is written" if not chosen else " and ".join(f"`{name}`" for name in chosen) + " are written"
        help_ = none if not chosen else "keep one: " + " or ".join(f"`{name}`" for name in chosen)
        raise Refusal(WRONG_VALUE, f"{what} takes exactly one of {values}, but {found}", help=help_)


class Identifier(NamedTuple):
    """A check for identifiers such as `vpc-0a1b2c3d`: `prefix` is what stands before the hyphen."""

    prefix: str

    def __call__(self, value: object) -> object:
        """The value, if it is such an identifier or no text at all."""
        if isinstance(value, str) and not re.match(rf"{self.prefix}-(?:[0-9a-f]{{8}}|[0-9a-f]{{17}})\Z", value):
            example = f"{self.prefix}-0a1b2c3d4e5f67890"
            raise Refusal(ID_FORM, f"`{value}` is not an identifier", help=f"write one such as {example}")
        return value
