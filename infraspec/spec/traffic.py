"""What traffic a rule speaks of: the keys that rules of security groups and of network ACLs share."""

from typing import Annotated, ClassVar

from pydantic import BeforeValidator, Field, PlainValidator

from infraspec.spec.base import Checks, SpecModel
from infraspec.spec.forms import traffic as forms

Ports = Annotated[
    list[Annotated[forms.Range, PlainValidator(forms.ports, json_schema_input_type=int | str)]],
    BeforeValidator(forms.listed),
    Field(min_length=1),
]
"""A port, a range `8000-8100`, a service's name, `all`, or a list of these."""
Icmp = Annotated[
    list[Annotated[forms.Range, PlainValidator(forms.icmp, json_schema_input_type=int | str)]],
    BeforeValidator(forms.listed),
    Field(min_length=1),
]
"""A type, `type/code`, a type's name, `all`, or a list of these."""
Icmpv6 = Annotated[
    list[Annotated[forms.Range, PlainValidator(forms.icmpv6, json_schema_input_type=int | str)]],
    BeforeValidator(forms.listed),
    Field(min_length=1),
]
"""`type/code`, the name of a type with one code, `all`, or a list of these."""
Protocol = Annotated[int, PlainValidator(forms.protocol, json_schema_input_type=int)]
All = Annotated[bool, PlainValidator(forms.all_, json_schema_input_type=bool)]


class Rule(SpecModel):
    """What a rule of a security group or of a network ACL speaks of."""

    checks: ClassVar[Checks] = (forms.speaks_of_something,)

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
