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
    """What an alias record leads to: a load balancer, or a name.

    Load balancers know certificates, and those know this module; so the address is untyped here.
    """

    load_balancer: Ref[Resource] | None
    dns_name: str | None
    """Another record of the same zone, or the domain of a distribution."""
    hosted_zone_id: str | None
    """The zone of a distribution; None is the record's own."""
    evaluate_target_health: bool


class GeoLocation(NamedTuple):
    """From where one asks."""

    continent: str | None
    country: str | None
    """`*` is everywhere else."""
    subdivision: str | None


@node
class HealthCheck(Resource):
    """AWS::Route53::HealthCheck."""

    type: str
    """HTTP, HTTPS, HTTP_STR_MATCH, HTTPS_STR_MATCH, TCP, CALCULATED or CLOUDWATCH_METRIC."""
    fully_qualified_domain_name: str | None
    ip_address: str | None
    port: int | None
    resource_path: str | None
    search_string: str | None
    request_interval: int | None
    """Seconds: 10 or 30; None where nothing is asked."""
    failure_threshold: int | None
    enable_sni: bool | None
    measure_latency: bool | None
    inverted: bool
    regions: tuple[str, ...]
    child_health_checks: "tuple[Ref[HealthCheck], ...]"
    health_threshold: int | None
    """How many children must be well."""
    alarm_name: str | None
    """An alarm that exists, by name."""
    alarm: Ref[Resource] | None
    """An alarm of this spec; its room need not be known here."""
    alarm_region: str | None
    insufficient_data_health_status: str | None
    tags: Tags


class Routing(NamedTuple):
    """When one of several answers is given: one of these says it."""

    set_identifier: str
    weight: int | None
    region: str | None
    failover: str | None
    """PRIMARY or SECONDARY."""
    geo_location: GeoLocation | None
    multi_value_answer: bool | None


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
    name_servers_of: Ref[HostedZone] | None
    """A zone whose name servers are the values."""
    alias: Alias | None
    routing: Routing | None
    """None where the name has one answer."""
    health_check: Ref[HealthCheck] | None
