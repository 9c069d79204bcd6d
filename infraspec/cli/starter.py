"""What `infraspec init` writes: a spec for a region and a block of addresses, and what runs it in CI."""

import re
from collections.abc import Callable, Iterable
from ipaddress import IPv4Network
from typing import Final, NamedTuple

from infraspec.cli.arguments import nearest
from infraspec.cli.failure import Failure
from infraspec.diagnostic import Diagnostic, Level

SCHEMA: Final = "https://raw.githubusercontent.com/infraspec/infraspec/main/specs/schema.json"
"""Where editors find the schema of specs."""
TEMPLATES: Final = {
    "minimal": 26,
    "three-tier": 22,
    "tutorial": 22,
}
"""Each starter with the longest prefix of a VPC that it fits into: a subnet has 16 addresses at least, and 64 where a
load balancer may stand in it."""
CI: Final = {"github": ".github/workflows/infraspec.yml", "gitlab": ".gitlab-ci.yml"}
"""The file that each forge reads, from the root of the repository."""
PRE_COMMIT: Final = ".pre-commit-config.yaml"

_ASKED = (("region",), ("vpcs", "main", "cidr"))
"""Where a starter has what was asked for."""
_SHORTEST = 16
_USUAL_SUBNET = 24
_SMALLEST_SUBNET = 28
_TIERS = 4
"""Parts that a VPC is divided into, one for each tier and one to spare."""
_LONGEST_NAME = 128
_LONGEST_SHORT = 20
"""Characters of the name that go into the names of a load balancer, a database and a role, which AWS bounds."""
_TYPES = ("t3.micro", "t4g.micro", "t3.small", "m7i.large")
"""What the tutorial's machines may be, the first choice first."""


class Wanted(NamedTuple):
    """What a starter is made for."""

    template: str
    name: str
    region: str
    cidr: str


def name(word: str) -> str:
    """The name of a stack, if it can be one."""
    if not re.match(r"[A-Za-z][A-Za-z0-9-]*\Z", word) or len(word) > _LONGEST_NAME:
        raise Failure(f"`{word}` cannot be the name: write a letter, and then letters, digits and hyphens")
    return word


def region(word: str) -> str:
    """A region whose zones are known."""
    from infraspec.data.regions import ZONES

    if word not in ZONES:
        raise Failure(f"no region is called `{word}`{nearest(word, ZONES) or '; write one such as ap-northeast-2'}")
    return word


def cidr(word: str, template: str) -> str:
    """A block of a VPC that a starter fits into."""
    from infraspec.spec.forms.values import parse_network_v4
    from infraspec.spec.refusal import Refusal

    try:
        block = parse_network_v4(word)
    except Refusal as refusal:
        raise Failure("; ".join(part for part in (refusal.message, refusal.help) if part)) from None
    if block.prefixlen < _SHORTEST:
        raise Failure(f"{block} is larger than a VPC can be; write a /16, such as {block.network_address}/16")
    longest = TEMPLATES[template]
    if block.prefixlen > longest:
        fitting = block.supernet(new_prefix=longest)
        raise Failure(f"{block} is too small for `{template}`; write a /{longest} or larger, such as {fitting}")
    return str(block)


def spec(wanted: Wanted) -> str:
    """The text of a spec in which `lint` finds nothing.

    What was asked for and weighs as much as a warning is refused; of a note the text says itself that it is known.
    """
    kind, zones = _machine(wanted.region)
    text = rendered(
        f"{wanted.template}.yaml",
        **wanted._asdict(),
        short=re.sub("-+", "-", wanted.name.lower()[:_LONGEST_SHORT]).strip("-"),
        schema=SCHEMA,
        zones=zones,
        type=kind,
        image="ubuntu-24.04-arm64" if kind.startswith("t4g") else "ubuntu-24.04",
        block=_blocks(IPv4Network(wanted.cidr)),
    )
    from infraspec.compiler import check

    found = check(text.encode(), "infraspec.yaml").diagnostics
    for one in found:
        if one.level is not Level.NOTE:
            raise Failure("; ".join(part for part in (one.message, one.help) if part))
    return _known(text, [one for one in found if one.path in _ASKED])


def _known(text: str, notes: Iterable[Diagnostic]) -> str:
    """The text with a comment above the line of each note, that silences it and says what is known."""
    lines = text.split("\n")
    for note in sorted(notes, key=lambda one: one.primary.span.start, reverse=True):
        number = text.count("\n", 0, note.primary.span.start)
        indent = lines[number][: -len(lines[number].lstrip())]
        lines.insert(number, f"{indent}# infraspec: ignore[{note.problem.code}] {note.message}")
    return "\n".join(lines)


def rendered(file: str, /, **values: object) -> str:
    """A template of `templates/init/` with its values."""
    from jinja2 import Environment, FunctionLoader, StrictUndefined

    from infraspec.shipped import text

    environment = Environment(  # noqa: S701 - YAML is not HTML
        loader=FunctionLoader(lambda asked: text("templates", "init", f"{asked}.j2")),
        undefined=StrictUndefined,
        trim_blocks=True,
        keep_trailing_newline=True,
    )
    return environment.get_template(file).render(values)


def _machine(region: str) -> tuple[str, str]:
    """A type of machine, and the letters of zones that offer it; the first type where the region is not known."""
    from infraspec.data.instance_types import offers
    from infraspec.data.regions import ZONES

    offered = offers(region)
    for kind in _TYPES:
        letters = "".join(letter for letter in ZONES[region].letters if letter in offered.get(kind, ""))
        if len(letters) > 1:
            return kind, letters
    return _TYPES[0], ZONES[region].letters


def _blocks(vpc: IPv4Network) -> Callable[[int, int], IPv4Network]:
    """The block of a subnet by its tier and zone, counted from 0: tiers begin far enough apart to grow."""
    prefix = min(max(vpc.prefixlen + 4, _USUAL_SUBNET), _SMALLEST_SUBNET)
    size = 2 ** (32 - prefix)
    apart = min(vpc.num_addresses // size // _TIERS, 16)
    return lambda tier, zone: IPv4Network((int(vpc.network_address) + (tier * apart + zone) * size, prefix))
