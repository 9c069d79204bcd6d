"""What traffic a rule speaks of: the values of its keys, and what they come to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final, NamedTuple

from infraspec.aws import ICMP_TYPES, ICMPV6_TYPES, PORTS, PROTOCOLS
from infraspec.diagnostic import Edit, Fix, How, Safety, fix
from infraspec.spec.problems import (
    ICMP_FORM,
    PORT_FORM,
    PROTOCOL_FORM,
)
from infraspec.spec.refusal import Refusal, closest, instead, shown

if TYPE_CHECKING:
    from infraspec.spec.traffic import Rule

_RANGE = r"([0-9]{1,6})-([0-9]{1,6})\Z"
_NUMBER = r"[0-9]{1,6}\Z"
_OTHER_RANGE = r"([0-9]{1,6})\s*(?::|-|\.\.|to|\u2013)\s*([0-9]{1,6})\Z"
_ALL = frozenset({"any", "*", "-1", "everything"})
_ALIKE = {"www": "http", "web": "http", "postgres": "postgresql", "pgsql": "postgresql", "psql": "postgresql"}
"""What people say for a service that has another name here."""
_TYPE_AND_CODE = r"([0-9]{1,3})/([0-9]{1,3})\Z"
_MAX_PORT: Final = 65535
_MAX_OCTET: Final = 255

KEYS = ("tcp", "udp", "icmp", "icmpv6", "protocol", "all")
"""The keys of a rule that say which traffic it is about."""


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


def ports(value: object) -> Range:
    """A port, a range `a-b`, the name of a service, or `all`."""
    if isinstance(value, int) and not isinstance(value, bool):
        return _in_bounds(value, value)
    if not isinstance(value, str):
        help_ = "write `all`" if value is True else "write the number, or a range such as 8000-8100"
        message = f"a port is a number, a range or a service's name, not {shown(value)}"
        raise Refusal(PORT_FORM, message, help=help_, fixes=instead(help_, "all") if value is True else ())
    if found := re.match(_RANGE, value):
        return _in_bounds(int(found[1]), int(found[2]))
    if value == "all":
        return 0, _MAX_PORT
    if value in PORTS:
        return PORTS[value], PORTS[value]
    if help_ := _ports_meant(value):
        raise Refusal(PORT_FORM, f"`{value}` is text, not a port", help=help_, fixes=_written(help_))
    close = _ALIKE.get(value.lower()) or closest(value, PORTS)
    if close in PORTS and value.lower() in _ALIKE:
        help_, label = f"write `{close}`", f"did you mean `{close}`?"
        raise Refusal(PORT_FORM, f"no service is called `{value}`", label, help_, instead(help_, close))
    label = f"did you mean `{close}`?" if close else ""
    help_ = "write the number, or a range such as 8000-8100"
    fixes = instead(f"write `{close}`", close) if close else ()
    raise Refusal(PORT_FORM, f"no service is called `{value}`", label, help_, fixes)


def _written(help_: str) -> tuple[Fix, ...]:
    """The fix that writes the ports that were meant: it changes their form alone."""
    text = help_.removeprefix("write ").removesuffix(" without quotes").strip("`")
    if text.isdecimal() and text != str(int(text)):  # "010"
        return instead(f"write {int(text)}", str(int(text)))
    return instead(help_, text, Safety.SAFE)


def _ports_meant(text: str) -> str:
    """What to write for ports that are written as text in another form."""
    if text.lower() in _ALL:
        return "write `all`"
    if re.match(_NUMBER, text):
        return f"write {text} without quotes"
    if found := re.match(_OTHER_RANGE, text):
        return f"write {found[1]}-{found[2]}"
    parts = [part.strip() for part in re.split(r"[,;]", text)]
    if len(parts) > 1 and all(re.match(_NUMBER, part) or re.match(_RANGE, part) for part in parts):
        return f"write [{', '.join(parts)}]"
    return ""


def _in_bounds(first: int, last: int) -> Range:
    for port in (first, last):
        if not 0 <= port <= _MAX_PORT:
            fixes = instead(f"write {_MAX_PORT}", str(_MAX_PORT)) if first == last > _MAX_PORT else ()
            raise Refusal(PORT_FORM, f"there is no port {port}", help=f"ports go from 0 to {_MAX_PORT}", fixes=fixes)
    if first > last:
        help_ = f"write {last}-{first}"
        fixes = instead(help_, f"{last}-{first}")
        raise Refusal(PORT_FORM, f"the range {first}-{last} runs backwards", help=help_, fixes=fixes)
    return first, last


def icmp(value: object) -> Range:
    """An ICMP type with all its codes, `type/code`, the name of a type, or `all`."""
    if isinstance(value, int) and not isinstance(value, bool):
        return _octet(value, "type"), -1
    if isinstance(value, str) and value in ICMP_TYPES:
        return ICMP_TYPES[value], -1
    return _type_and_code(value, ICMP_TYPES, "icmp", "write `all`, a type such as 8, or type and code such as 3/4")


def icmpv6(value: object) -> Range:
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
        raise Refusal(ICMP_FORM, f"`{word}` does not take {shown(value)}", help=help_)
    if found := re.match(_TYPE_AND_CODE, value):
        return _octet(int(found[1]), "type"), _octet(int(found[2]), "code")
    close = closest(value, types)
    label = f"did you mean `{close}`?" if close else ""
    fixes = instead(f"write `{close}`", close) if close else ()
    raise Refusal(ICMP_FORM, f"`{value}` is not a type of {word.replace('icmp', 'ICMP')}", label, help_, fixes)


def _octet(number: int, what: str) -> int:
    if not 0 <= number <= _MAX_OCTET:
        raise Refusal(ICMP_FORM, f"there is no ICMP {what} {number}", help=f"a {what} is 0 to {_MAX_OCTET}")
    return number


def protocol(value: object) -> int:
    """The number of a protocol that has no key of its own."""
    if not isinstance(value, int) or isinstance(value, bool):
        word = str(value).lower()
        help_ = {"all": "write `all: true`", "any": "write `all: true`", "-1": "write `all: true`"}.get(word, "")
        if word in ("tcp", "udp", "icmp", "icmpv6"):
            help_ = f"write `{word}: {'443' if word == 'tcp' else '53' if word == 'udp' else 'all'}` instead"
        help_ = help_ or "write `tcp: 443`, or a number such as `protocol: 50`"
        raise Refusal(PROTOCOL_FORM, f"a protocol is a number, not {shown(value)}", help=help_)
    named = {number: word for word, number in PROTOCOLS.items()}
    if value in named:
        word = named[value]
        help_ = "write `all: true`" if word == "all" else f"write `{word}:` and what it lets through"
        raise Refusal(PROTOCOL_FORM, f"protocol {value} is {word}, which has a key of its own", help=help_)
    if not 0 <= value <= _MAX_OCTET:
        raise Refusal(PROTOCOL_FORM, f"there is no protocol {value}", help="protocols have the numbers 0 to 255")
    return value


def all_(value: object) -> bool:
    """Only true: a rule that speaks of nothing is not written."""
    if value is not True:
        fixes = instead("write `all: true`", "true")
        help_ = "write `all: true`, or remove it"
        raise Refusal(PROTOCOL_FORM, f"`all` takes true, not {shown(value)}", help=help_, fixes=fixes)
    return True


def listed(value: object) -> object:
    """One value where a list may stand, whatever it is: what is wrong with it is said of the value."""
    return value if isinstance(value, list) or value is None else [value]


def speaks_of_something(rule: Rule) -> None:
    """Refuse a rule without traffic, and one that says the same twice."""
    chosen = [word for word in KEYS if getattr(rule, word) is not None]
    if not chosen:
        help_ = "write one of tcp, udp, icmp, icmpv6, protocol and all"
        raise Refusal(PROTOCOL_FORM, "the rule does not say which traffic it is about", help=help_)
    if "all" in chosen and len(chosen) > 1:
        help_ = f"remove `{chosen[0]}`, or `all`"
        fixes = fix(f"remove `{chosen[0]}`", Edit((chosen[0],), how=How.REMOVE))
        raise Refusal(PROTOCOL_FORM, f"`all: true` holds what `{chosen[0]}` says already", help=help_, fixes=fixes)


def traffic_of(rule: Rule) -> Iterator[Traffic]:
    """Each protocol of a rule with each of its ranges."""
    ranged = (("tcp", rule.tcp), ("udp", rule.udp), ("icmp", rule.icmp), ("icmpv6", rule.icmpv6))
    for protocol, ranges in ranged:
        for first, last in ranges or ():
            yield Traffic(protocol, first, last)
    if rule.protocol is not None:
        yield Traffic(str(rule.protocol), -1, -1)
    if rule.all:
        yield Traffic("-1", None, None)
