"""What may stand in `prefix_lists:`: values."""

from __future__ import annotations

from ipaddress import IPv6Network
from typing import TYPE_CHECKING, Final

from infraspec.diagnostic import Edit, How, fix
from infraspec.spec.forms.values import parse_network
from infraspec.spec.problems import WRONG_VALUE
from infraspec.spec.refusal import Refusal, shown

if TYPE_CHECKING:
    from infraspec.spec.prefix_lists import PrefixList

_DESCRIPTION: Final = 255


def entries(value: object) -> dict[str, str]:
    """Blocks in one spelling, each with what it is."""
    if not isinstance(value, dict):
        help_ = "write `203.0.113.0/24: Seoul office`, one line for each block"
        raise Refusal(WRONG_VALUE, f"`entries` goes from blocks to what they are, not {shown(value)}", help=help_)
    found: dict[str, str] = {}
    for block, description in value.items():
        name = parse_network(block).compressed
        if name in found:
            raise Refusal(WRONG_VALUE, f"{name} stands twice in the list", help="write it once")
        if not isinstance(description, str):
            help_ = f'write `{block}: ""` for no description'
            raise Refusal(WRONG_VALUE, f"the description of {block} is text, not {shown(description)}", help=help_)
        if len(description) > _DESCRIPTION:
            message = f"the description of {block} has {len(description)} characters"
            raise Refusal(WRONG_VALUE, message, help=f"a description has at most {_DESCRIPTION}")
        found[name] = description
    return found


def is_of_one_family(blocks: PrefixList) -> None:
    """Refuse IPv4 beside IPv6, no family at all, and more entries than there may be."""
    families = {family_of(block) for block in blocks.entries}
    if blocks.family is not None and families - {blocks.family}:
        other = "ipv6" if blocks.family == "ipv4" else "ipv4"
        fixes = fix("remove `family`", Edit(("family",), how=How.REMOVE)) if families == {other} else ()
        message = f"the list is of {blocks.family}, and has entries of {other}"
        raise Refusal(WRONG_VALUE, message, help="a list is of one family; make one for each", fixes=fixes)
    if len(families) > 1:
        raise Refusal(WRONG_VALUE, "the list has entries of both families", help="make a list for each")
    if not families and blocks.family is None and blocks.existing is None:
        help_ = "write `entries`, or `family: ipv4`"
        raise Refusal(WRONG_VALUE, "the list has no entries, and so no family", help=help_)
    if blocks.max_entries is not None and len(blocks.entries) > blocks.max_entries:
        message = f"the list has {len(blocks.entries)} entries, and {blocks.max_entries} at most"
        fixes = fix(f"write `max_entries: {len(blocks.entries)}`", Edit(("max_entries",), str(len(blocks.entries))))
        raise Refusal(WRONG_VALUE, message, help="write a larger `max_entries`", fixes=fixes)


def family_of(block: str) -> str:
    """The family of a block."""
    return "ipv6" if isinstance(parse_network(block), IPv6Network) else "ipv4"
