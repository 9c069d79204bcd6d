"""`target_groups:`: machines that answer alike."""

import re
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, model_validator

from infraspec.spec.base import AddressV4, SpecModel, Tags, one_of, one_or_many, refuse
from infraspec.spec.problems import ID_FORM

_ARN = re.compile(r"arn:aws[a-z-]*:elasticloadbalancing:[a-z0-9-]+:[0-9]{12}:targetgroup/[A-Za-z0-9-]+/[0-9a-f]+\Z")
_ADDRESS = re.compile(r"[0-9.]+\Z")


class Target(SpecModel):
    """A machine that a target group sends to."""

    instance: str | None = None
    """An instance, by name."""
    ip: AddressV4 | None = None
    """A private address."""
    port: int | None = Field(default=None, ge=1, le=65535)
    """Its port, where it differs from the group's."""

    @model_validator(mode="after")
    def _one_target(self) -> "Target":
        chosen = [name for name, value in (("instance", self.instance), ("ip", self.ip)) if value is not None]
        one_of("`instance` and `ip`", chosen, "a target")
        return self


def _target(value: object) -> object:
    """A bare address or the name of an instance."""
    if not isinstance(value, str):
        return value
    return {"ip": value} if _ADDRESS.match(value) else {"instance": value}


Targets = Annotated[
    list[Annotated[Target, BeforeValidator(_target, json_schema_input_type=str | Target)]],
    BeforeValidator(one_or_many, json_schema_input_type=str | list[str | Target]),
]
"""Instances by name or private addresses, each alone or as a mapping."""


def _text(value: object) -> object:
    """`matcher: 200` is the text that AWS wants."""
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else value


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
    matcher: Annotated[str | None, BeforeValidator(_text, json_schema_input_type=int | str)] = None
    """Codes of a good answer, such as `200` or `200-299,302`; 200 by default, 200-399 behind a network balancer."""


def _arn(value: object) -> object:
    if isinstance(value, str) and not _ARN.match(value):
        example = "arn:aws:elasticloadbalancing:ap-northeast-2:123456789012:targetgroup/web/0123456789abcdef"
        raise refuse(ID_FORM, f"`{value}` is not the ARN of a target group", help=f"write one such as {example}")
    return value


class TargetGroup(SpecModel):
    """Machines that answer alike, and how their health is watched."""

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
    health_check: HealthCheck | None = None
    """How targets are asked whether they are well."""
    deregistration_delay: int = Field(default=300, ge=0, le=3600)
    """Seconds that a leaving target has to finish what it does."""
    vpc: str | None = None
    """Its VPC, where neither its targets nor a balancer tells."""
    existing: Annotated[str | None, BeforeValidator(_arn)] = None
    """The ARN of a target group that exists and is not managed here."""
    tags: Tags = {}

    @model_validator(mode="after")
    def _one_port(self) -> "TargetGroup":
        one_of("`http`, `https`, `tcp`, `tls`, `udp` and `tcp_udp`", list(self.ports), "a target group")
        return self

    @property
    def ports(self) -> dict[str, int]:
        """The port of the protocol that is written."""
        ports = {"http": self.http, "https": self.https, "tcp": self.tcp, "tls": self.tls}
        ports |= {"udp": self.udp, "tcp_udp": self.tcp_udp}
        return {name: port for name, port in ports.items() if port is not None}
