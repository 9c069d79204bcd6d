"""Amazon Route 53: zones and records."""

from typing import NamedTuple

from infraspec.graph.resource import Ref, Resource, Tags, node
from infraspec.graph.vpc import Vpc


class ZoneVpc(NamedTuple):
    """A VPC that a private zone answers in."""

    vpc: Ref[Vpc]
    region: str


@node
class HostedZone(Resource):
    """AWS::Route53::HostedZone."""

    name: str | None
    """None where only the identifier of an existing zone is known."""
    comment: str
    vpcs: tuple[ZoneVpc, ...]
    """Empty for a public zone."""
    tags: Tags


class Alias(NamedTuple):
    """What an alias record leads to.

    Load balancers know certificates, and those know this module; so the address is untyped here.
    """

    load_balancer: Ref[Resource]
    evaluate_target_health: bool


@node
class RecordSet(Resource):
    """AWS::Route53::RecordSet."""

    zone: Ref[HostedZone]
    name: str
    type: str
    ttl: int | None
    """Seconds; None with an alias."""
    records: tuple[str, ...]
    """Values as Route 53 takes them: strings of TXT records in quotes."""
    alias: Alias | None
