"""`target_groups:`: machines that answer alike."""

from typing import Annotated, ClassVar, Literal

from pydantic import BeforeValidator, Field

from infraspec.spec.alarm_sets import Alarms
from infraspec.spec.base import LATER, AddressV4, Checks, EntryModel, SpecModel, Tags
from infraspec.spec.forms import target_groups as forms
from infraspec.spec.forms import values


class Target(SpecModel):
    """A machine that a target group sends to."""

    checks: ClassVar[Checks] = (forms.is_one_target,)

    instance: str | None = None
    """An instance, by name."""
    ip: AddressV4 | None = None
    """A private address."""
    port: int | None = Field(default=None, ge=1, le=65535)
    """Its port, where it differs from the group's."""


Targets = Annotated[
    list[Annotated[Target, BeforeValidator(forms.target, json_schema_input_type=str | Target)]],
    BeforeValidator(values.one_or_many, json_schema_input_type=str | list[str | Target]),
]
"""Instances by name or private addresses, each alone or as a mapping."""


class HealthCheck(SpecModel):
    """How targets are asked whether they are well."""

    protocol: Literal["http", "https", "tcp"] | None = None
    """The group's own by default; `tcp` for groups that are not HTTP."""
    port: int | None = None
    """The port that is asked; the target's own by default."""
    path: str | None = None
    """The path that is asked for, `/` by default."""
    interval: int = 30
    """Seconds between questions, 5 to 300."""
    timeout: int | None = None
    """Seconds to wait for the answer, 2 to 120: 5 by default, 6 or 10 behind a network balancer."""
    healthy_threshold: int = 5
    """Good answers in a row that make a target well, 2 to 10."""
    unhealthy_threshold: int = 2
    """Failures in a row that make a target unwell, 2 to 10."""
    matcher: Annotated[str | None, BeforeValidator(forms.text, json_schema_input_type=int | str)] = None
    """Codes of a good answer, such as `200` or `200-299,302`; 200 by default, 200-399 behind a network balancer."""


class TargetGroup(EntryModel):
    """Machines that answer alike, and how their health is watched."""

    checks: ClassVar[Checks] = (forms.has_one_port,)

    http: int | None = Field(default=None, ge=1, le=65535)
    """The port of its targets, behind an application balancer."""
    https: int | None = Field(default=None, ge=1, le=65535)
    """The port of its targets, behind an application balancer, encrypted."""
    tcp: int | None = Field(default=None, ge=1, le=65535)
    """The port of its targets, behind a network balancer."""
    tls: int | None = Field(default=None, ge=1, le=65535)
    """The port of its targets, behind a network balancer, encrypted."""
    udp: int | None = Field(default=None, ge=1, le=65535)
    """The port of its targets, behind a network balancer."""
    tcp_udp: int | None = Field(default=None, ge=1, le=65535)
    """The port of its targets, behind a network balancer, for both protocols."""
    targets: Targets = []
    """Instances by name or private addresses, each alone or as a mapping with its port."""
    health_check: HealthCheck = Field(default_factory=HealthCheck)
    """How targets are asked whether they are well."""
    deregistration_delay: int = Field(default=300, ge=0, le=3600)
    """Seconds that a leaving target has to finish what it does."""
    vpc: str | None = None
    """Its VPC, where neither its targets nor a balancer tells."""
    existing: Annotated[str | None, BeforeValidator(forms.arn), LATER] = None
    """The ARN of a target group that exists and is not managed here."""
    alarms: Alarms = None
    """The usual alarms of such a thing: `default`, or `{set: default, to: TOPIC}`."""
    tags: Tags = {}
