"""What traffic a rule speaks of: the keys that rules of security groups and of network ACLs share."""

import re
from collections.abc import Iterator
from difflib import get_close_matches
from typing import Annotated, Final, NamedTuple, Self

from pydantic import BeforeValidator, Field, PlainValidator, model_validator

from infraspec.aws import ICMP_TYPES, ICMPV6_TYPES, PORTS, PROTOCOLS
from infraspec.spec.base import SpecModel, refuse, shown
from infraspec.spec.problems import ICMP_FORM, PORT_FORM, PROTOCOL_FORM

_RANGE = re.compile(r"([0-9]{1,6})-([0-9]{1,6})\Z")
_TYPE_AND_CODE = re.compile(r"([0-9]{1,3})/([0-9]{1,3})\Z")
_MAX_PORT: Final = 65535
_MAX_OCTET: Final = 255

Range = tuple[int, int]
"""The first and the last port; or an ICMP type and code, where -1 is all."""


class Traffic(NamedTuple):
    """One protocol with one range, in AWS's terms."""

    protocol: str
    """`tcp`, `udp`, `icmp`, `icmpv6`, `-1` for all, or a protocol number."""
    first: int | None
    """The first port, or the ICMP type."""
    last: int | None
    """The last port, or the ICMP code."""


def parse_ports(value: object) -> Range:
    """A port, a range `a-b`, the name of a service, or `all`."""
    if isinstance(value, int) and not isinstance(value, bool):
        return _in_bounds(value, value)
    if not isinstance(value, str):
        raise refuse(PORT_FORM, f"a port is a number, a range or a service's name, not {shown(value)}")
    if found := _RANGE.match(value):
        return _in_bounds(int(found[1]), int(found[2]))
    if value == "all":
        return 0, _MAX_PORT
    if value in PORTS:
        return PORTS[value], PORTS[value]
    if value.isascii() and value.isdigit():
        raise refuse(PORT_FORM, f"`{value}` is text, not a port", help="write the number without quotes")
    close = get_close_matches(value.lower(), PORTS, n=1, cutoff=0.6)
    label = f"did you mean `{close[0]}`?" if close else ""
    raise refuse(PORT_FORM, f"no service is called `{value}`", label, "write the number, or a range such as 8000-8100")


def _in_bounds(first: int, last: int) -> Range:
    for port in (first, last):
        if not 0 <= port <= _MAX_PORT:
            raise refuse(PORT_FORM, f"there is no port {port}", help=f"ports go from 0 to {_MAX_PORT}")
    if first > last:
        raise refuse(PORT_FORM, f"the range {first}-{last} runs backwards", help=f"write {last}-{first}")
    return first, last


def parse_icmp(value: object) -> Range:
    """An ICMP type with all its codes, `type/code`, the name of a type, or `all`."""
    if isinstance(value, int) and not isinstance(value, bool):
        return _octet(value, "type"), -1
    if isinstance(value, str) and value in ICMP_TYPES:
        return ICMP_TYPES[value], -1
    return _type_and_code(value, ICMP_TYPES, "icmp", "write `all`, a type such as 8, or type and code such as 3/4")


def parse_icmpv6(value: object) -> Range:
    """An ICMPv6 `type/code`, the name of a type that has code 0 alone, or `all`.

    A type with every code of it cannot be had: EC2 takes -1 for both or for neither.
    """
    if isinstance(value, str) and value in ICMPV6_TYPES:
        return ICMPV6_TYPES[value], 0
    return _type_and_code(value, ICMPV6_TYPES, "icmpv6", "write `all`, `echo-request`, or type and code such as 1/4")


def _type_and_code(value: object, types: dict[str, int], word: str, help_: str) -> Range:
    if value == "all":
        return -1, -1
    if not isinstance(value, str):
        raise refuse(ICMP_FORM, f"`{word}` does not take {shown(value)}", help=help_)
    if found := _TYPE_AND_CODE.match(value):
        return _octet(int(found[1]), "type"), _octet(int(found[2]), "code")
    close = get_close_matches(value.lower(), types, n=1, cutoff=0.6)
    label = f"did you mean `{close[0]}`?" if close else ""
    raise refuse(ICMP_FORM, f"`{value}` is not a type of {word.replace('icmp', 'ICMP')}", label, help_)


def _octet(number: int, what: str) -> int:
    if not 0 <= number <= _MAX_OCTET:
        raise refuse(ICMP_FORM, f"there is no ICMP {what} {number}", help=f"a {what} is 0 to {_MAX_OCTET}")
    return number


def parse_protocol(value: object) -> int:
    """The number of a protocol that has no key of its own."""
    if not isinstance(value, int) or isinstance(value, bool):
        raise refuse(
            PROTOCOL_FORM,
            f"a protocol is a number, not {shown(value)}",
            help="write `tcp: 443`, or such as `protocol: 50`",
        )
    named = {number: word for word, number in PROTOCOLS.items()}
    if value in named:
        word = named[value]
        help_ = "write `all: true`" if word == "all" else f"write `{word}:` and what it lets through"
        raise refuse(PROTOCOL_FORM, f"protocol {value} is {word}, which has a key of its own", help=help_)
    if not 0 <= value <= _MAX_OCTET:
        raise refuse(PROTOCOL_FORM, f"there is no protocol {value}", help="protocols have the numbers 0 to 255")
    return value


def parse_all(value: object) -> bool:
    """Only true: a rule that speaks of nothing is not written."""
    if value is not True:
        raise refuse(PROTOCOL_FORM, f"`all` takes true, not {shown(value)}", help="write `all: true`, or remove it")
    return True


def _listed(value: object) -> object:
    """One value where a list may stand, whatever it is: what is wrong with it is said of the value."""
    return value if isinstance(value, list) or value is None else [value]


Ports = Annotated[
    list[Annotated[Range, PlainValidator(parse_ports, json_schema_input_type=int | str)]],
    BeforeValidator(_listed),
    Field(min_length=1),
]
"""A port, a range `8000-8100`, a service's name, `all`, or a list of these."""
Icmp = Annotated[
    list[Annotated[Range, PlainValidator(parse_icmp, json_schema_input_type=int | str)]],
    BeforeValidator(_listed),
    Field(min_length=1),
]
"""A type, `type/code`, a type's name, `all`, or a list of these."""
Icmpv6 = Annotated[
    list[Annotated[Range, PlainValidator(parse_icmpv6, json_schema_input_type=int | str)]],
    BeforeValidator(_listed),
    Field(min_length=1),
]
"""`type/code`, the name of a type with one code, `all`, or a list of these."""
Protocol = Annotated[int, PlainValidator(parse_protocol, json_schema_input_type=int)]
All = Annotated[bool, PlainValidator(parse_all, json_schema_input_type=bool)]


class Rule(SpecModel):
    """What a rule of a security group or of a network ACL speaks of."""

    tcp: Ports | None = None
    """Ports of TCP: `443`, `8000-8100`, `https`, `all`, or a list."""
    udp: Ports | None = None
    """Ports of UDP, written in the same way."""
    icmp: Icmp | None = None
    """ICMP: `all`, the name of a type (`echo-request`), its number, or type and code (`3/4`)."""
    icmpv6: Icmpv6 | None = None
    """ICMPv6: `all`, `echo-request`, `packet-too-big`, or type and code (`1/4`)."""
    protocol: Protocol | None = None
    """The number of any other IP protocol, such as 50; it has no ports."""
    all: All | None = None
    """`true` for every protocol and port."""

    @model_validator(mode="after")
    def _speaks_of_something(self) -> Self:
        chosen = [word for word, value in self._keys() if value is not None]
        if not chosen:
            help_ = "write one of tcp, udp, icmp, icmpv6, protocol and all"
            raise refuse(PROTOCOL_FORM, "the rule does not say which traffic it is about", help=help_)
        if "all" in chosen and len(chosen) > 1:
            help_ = f"remove `{chosen[0]}`, or `all`"
            raise refuse(PROTOCOL_FORM, f"`all: true` holds what `{chosen[0]}` says already", help=help_)
        return self

    def _keys(self) -> tuple[tuple[str, object], ...]:
        return (
            ("tcp", self.tcp),
            ("udp", self.udp),
            ("icmp", self.icmp),
            ("icmpv6", self.icmpv6),
            ("protocol", self.protocol),
            ("all", self.all),
        )

    def traffic(self) -> Iterator[Traffic]:
        """Each protocol with each of its ranges."""
        ranged = (("tcp", self.tcp), ("udp", self.udp), ("icmp", self.icmp), ("icmpv6", self.icmpv6))
        for protocol, ranges in ranged:
            for first, last in ranges or ():
                yield Traffic(protocol, first, last)
        if self.protocol is not None:
            yield Traffic(str(self.protocol), -1, -1)
        if self.all:
            yield Traffic("-1", None, None)
