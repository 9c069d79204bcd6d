"""Values of records: whether they are what their type takes."""

import re
from collections.abc import Callable, Iterator
from ipaddress import AddressValueError, IPv4Address, IPv6Address

from infraspec.diagnostic import Finding, Level, Problem
from infraspec.graph.graph import Graph
from infraspec.graph.route53 import RecordSet
from infraspec.rules.rule import Rule
from infraspec.rules.services.examples import HEAD

_ZONE = HEAD + "dns:\n  zones:\n    example.com: {existing: Z0123456789EXAMPLE}\n  records:\n"
_MAX_TEXT = 4000
_MAX_VALUES = 400
_MAX_PREFERENCE = 65535
_NUMBER = r"(?:0|[1-9][0-9]{0,4})"
_HOST = r"(?:[A-Za-z0-9_-]{1,63}\.)*[A-Za-z0-9_-]{1,63}\.?"

VALUE_FORM = Problem(
    code="DNS105",
    name="record-value",
    level=Level.ERROR,
    title="A value that a record of this type cannot have",
    explanation="Route 53 reads each value as its type wants it: an address for A and AAAA, a name for CNAME, NS and PTR, "
    "a preference and a name for MX. Text of TXT records is written without quotes, which are added.",
    bad=_ZONE + "    example.com: {zone: example.com, MX: mail.example.com}  # <- DNS105\n",
    good=_ZONE + "    example.com: {zone: example.com, MX: 10 mail.example.com}\n",
    source="https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/ResourceRecordTypes.html",
)


def _is_ipv4(value: str) -> bool:
    try:
        IPv4Address(value)
    except AddressValueError:
        return False
    return True


def _is_ipv6(value: str) -> bool:
    try:
        return IPv6Address(value).scope_id is None
    except AddressValueError:
        return False


def _is_text(value: str) -> bool:
    return value != '""' and not value.startswith(r'"\042') and len(value) <= _MAX_TEXT


def _is_host(value: str) -> bool:
    """A name, which an address is not."""
    return re.match(_HOST + r"\Z", value) is not None and not _is_ipv4(value.rstrip("."))


def _is_exchange(value: str) -> bool:
    found = re.match(rf"({_NUMBER}) ({_HOST})\Z", value)
    return found is not None and int(found[1]) <= _MAX_PREFERENCE and _is_host(found[2])


def _matches(pattern: str) -> Callable[[str], bool]:
    compiled = re.compile(pattern + r"\Z")
    return lambda value: compiled.match(value) is not None


_FORMS: dict[str, tuple[Callable[[str], bool], str]] = {
    "A": (_is_ipv4, "192.0.2.1"),
    "AAAA": (_is_ipv6, "2001:db8::1"),
    "CAA": (_matches(r'(?:0|128) [A-Za-z0-9]+ "[^"]*"'), '0 issue "amazon.com"'),
    "CNAME": (_is_host, "www.example.com"),
    "DS": (_matches(rf"{_NUMBER} [0-9]{{1,3}} [0-9]{{1,3}} [0-9A-Fa-f]+"), "12345 13 2 0123456789ABCDEF…"),
    "HTTPS": (_matches(rf"{_NUMBER} (?:{_HOST}|\.)(?: \S+)*"), "1 . alpn=h2,h3"),
    "MX": (_is_exchange, "10 mail.example.com, with a preference of 0 to 65535"),
    "NAPTR": (_matches(rf'{_NUMBER} {_NUMBER} "[^"]*" "[^"]*" "[^"]*" \S+'), '100 50 "u" "sip+E2U" "!^.*$!sip:a@b!" .'),
    "NS": (_matches(_HOST), "ns1.example.com"),
    "PTR": (_matches(_HOST), "www.example.com"),
    "SPF": (_is_text, "v=spf1 -all, without quotes and with 4,000 characters at most"),
    "SSHFP": (_matches(r"[0-9]{1,3} [0-9]{1,3} [0-9A-Fa-f]+"), "4 2 0123456789ABCDEF…"),
    "SVCB": (_matches(rf"{_NUMBER} (?:{_HOST}|\.)(?: \S+)*"), "1 svc.example.com port=8443"),
    "TLSA": (_matches(r"[0-3] [01] [0-2] [0-9A-Fa-f]+"), "3 1 1 0123456789ABCDEF…"),
    "SRV": (_matches(rf"{_NUMBER} {_NUMBER} {_NUMBER} (?:{_HOST}|\.)"), "0 5 5060 sip.example.com"),
    "TXT": (_is_text, "v=spf1 -all, without quotes and with 4,000 characters at most"),
}
"""Whether a value is right for each type, and a right one."""


def value_form(graph: Graph) -> Iterator[Finding]:
    """Read each value as its type."""
    for record in graph.of(RecordSet):
        fits, example = _FORMS[record.type]
        at = (*record.origin, record.type)
        for position, value in enumerate(record.records):
            if not fits(value):
                message = f"`{value[:60]}` is not the value of a record of type {record.type}"
                place = (*at, position) if record.type != "CNAME" else at
                yield Finding(problem=VALUE_FORM, at=place, message=message, help=f"write one such as {example}")
        if record.type == "CNAME" and record.records[0].rstrip(".").lower() == record.name.lower():
            message = f"`{record.name}` leads to itself"
            yield Finding(problem=VALUE_FORM, at=at, message=message, help="write the name that it stands for")
        if len(record.records) > _MAX_VALUES:
            message = f"a record has {len(record.records)} values, and Route 53 takes {_MAX_VALUES}"
            yield Finding(problem=VALUE_FORM, at=at, message=message, on_key=True)
        if len(set(record.records)) < len(record.records):
            message = f"`{record.type}` of `{record.name}` has a value twice"
            yield Finding(problem=VALUE_FORM, at=at, message=message, on_key=True, help="write each value once")


RULES = (Rule(VALUE_FORM, value_form),)
