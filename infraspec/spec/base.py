"""What all models share: the base class, and the types of addresses, names, tags and identifiers."""

import re
import unicodedata
from functools import lru_cache
from ipaddress import IPv4Address, IPv4Network, IPv6Network, ip_network
from typing import Annotated, ClassVar

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, PlainValidator
from pydantic_core import PydanticCustomError

from infraspec.diagnostic import Problem
from infraspec.spec.problems import ID_FORM, NOT_AN_ADDRESS, NOT_CANONICAL, TAG_FORM, WRONG_VALUE

IPNetwork = IPv4Network | IPv6Network


class SpecModel(BaseModel):
    """The manual of one key: what may stand there, each field with its meaning."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True, defer_build=True)

    survives: ClassVar[tuple[str, ...]] = ()
    """Fields that are lists of items of their own: a broken item is left out, and the entry is kept."""


def refuse(problem: Problem, message: str, label: str = "", help: str = "") -> PydanticCustomError:  # noqa: A002
    """The error that a validator raises to report `problem` in its own words."""
    context = {"problem": problem, "message": message, "label": label, "help": help}
    return PydanticCustomError(problem.code, "{message}", context)


def shown(value: object) -> str:
    """A value as the user would write it, cut where it is long."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if value is None:
        return "nothing"
    if isinstance(value, dict):
        return "a mapping"
    if isinstance(value, list):
        return "a list"
    text = str(value)
    return f"`{text}`" if len(text) <= 60 else f"`{text[:57]}...`"


@lru_cache(maxsize=4096)
def _network(text: str) -> IPNetwork:
    address, slash, prefix = text.partition("/")
    if not slash:
        raise refuse(NOT_AN_ADDRESS, f"`{text}` is not a block", "has no prefix", f"write {address}/32 for one address")
    if not (prefix.isascii() and prefix.isdigit()) or (len(prefix) > 1 and prefix.startswith("0")):
        raise refuse(
            NOT_AN_ADDRESS,
            f"`{text}` is not a block",
            f"`/{prefix}` is not a prefix length",
            "write one such as 10.20.0.0/16",
        )
    try:
        network = ip_network(text, strict=False)
    except ValueError:
        raise refuse(NOT_AN_ADDRESS, f"`{text}` is not a block", help="write one such as 10.20.0.0/16") from None
    if ":" in address and "." in address:
        raise refuse(NOT_AN_ADDRESS, f"`{text}` mixes IPv4 and IPv6", help=f"write {network}")
    if network.network_address != ip_network(address).network_address:
        message = f"`{text}` has bits set behind its prefix"
        raise refuse(NOT_CANONICAL, message, f"the block that holds it is {network}", f"write {network}")
    return network


def parse_network(value: object) -> IPNetwork:
    """A block, IPv4 or IPv6, with no host bits set."""
    if not isinstance(value, str):
        raise refuse(NOT_AN_ADDRESS, f"a block is text such as 10.20.0.0/16, not {shown(value)}")
    return _network(value)


def parse_network_v4(value: object) -> IPv4Network:
    """An IPv4 block with no host bits set."""
    network = parse_network(value)
    if not isinstance(network, IPv4Network):
        raise refuse(NOT_AN_ADDRESS, f"`{value}` is an IPv6 block", help="write an IPv4 block such as 10.20.0.0/16")
    return network


def parse_address_v4(value: object) -> IPv4Address:
    """An IPv4 address."""
    if not isinstance(value, str):
        raise refuse(NOT_AN_ADDRESS, f"an address is text such as 10.20.10.31, not {shown(value)}")
    try:
        return IPv4Address(value)
    except ValueError:
        help_ = f"write {value.partition('/')[0]}" if "/" in value else "write one such as 10.20.10.31"
        raise refuse(NOT_AN_ADDRESS, f"`{value}` is not an IPv4 address", help=help_) from None


Cidr = Annotated[IPNetwork, PlainValidator(parse_network, json_schema_input_type=str)]
"""A block, IPv4 or IPv6."""
CidrV4 = Annotated[IPv4Network, PlainValidator(parse_network_v4, json_schema_input_type=str)]
"""An IPv4 block."""
AddressV4 = Annotated[IPv4Address, PlainValidator(parse_address_v4, json_schema_input_type=str)]
"""An IPv4 address."""


def one_or_many(value: object) -> object:
    """One value where a list may stand."""
    return [value] if isinstance(value, str | int) and not isinstance(value, bool) else value


Names = Annotated[list[str], BeforeValidator(one_or_many)]
"""One name, or a list of names."""


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
            raise refuse(TAG_FORM, f"the tag key has {len(key)} characters", help="a key has 1 to 128")
        if key.lower().startswith("aws:"):
            raise refuse(
                TAG_FORM,
                f"the tag key `{key}` starts with `aws:`, which AWS keeps for itself",
                help="choose another key",
            )
        if key == "Name":
            raise refuse(TAG_FORM, "the Name tag is the entry's own key", help="remove it, or rename the entry")
        if len(value) > 256:
            raise refuse(TAG_FORM, f"the value of `{key}` has {len(value)} characters", help="a value has at most 256")
        if found := tag_problem(key) or tag_problem(value):
            raise refuse(
                TAG_FORM,
                f"tag `{key}`: {found}",
                help="letters, digits, spaces and _ . : / = + - @ are taken",
            )
    if len(tags) > 45:
        raise refuse(TAG_FORM, f"{len(tags)} tags", help="AWS takes 50 on a resource, and some are added here")
    return tags


Tags = Annotated[dict[str, str], AfterValidator(check_tags)]
"""Tags beside the Name tag, which is the entry's key."""


def identifier(prefix: str) -> BeforeValidator:
    """A validator for identifiers such as `vpc-0a1b2c3d`: `prefix` is what stands before the hyphen."""
    pattern = re.compile(rf"{prefix}-(?:[0-9a-f]{{8}}|[0-9a-f]{{17}})\Z")

    def check(value: object) -> object:
        if isinstance(value, str) and not pattern.match(value):
            raise refuse(
                ID_FORM,
                f"`{value}` is not an identifier",
                help=f"write one such as {prefix}-0a1b2c3d4e5f67890",
            )
        return value

    return BeforeValidator(check)


def one_of(values: object, chosen: list[str], what: str) -> None:
    """Refuse anything but exactly one of several keys."""
    if len(chosen) != 1:
        found = "none is written" if not chosen else " and ".join(f"`{name}`" for name in chosen) + " are written"
        raise refuse(WRONG_VALUE, f"{what} takes exactly one of {values}, but {found}")
