"""Amazon Route 53 in Terraform."""

from typing import Any, TypedDict

from infraspec.graph.route53 import Alias, HealthCheck, HostedZone, RecordSet
from infraspec.terraform.block import Block, tags
from infraspec.terraform.names import Labels


class AwsRoute53Zone(TypedDict):
    """The arguments of aws_route53_zone that we write."""

    name: str | None
    comment: str
    vpc: list[dict[str, str]] | None
    force_destroy: bool
    tags: dict[str, str]


def hosted_zone(zone: HostedZone, labels: Labels) -> Block:
    """aws_route53_zone."""
    return labels.block(
        zone,
        AwsRoute53Zone(
            name=zone.name,
            comment=zone.comment,
            vpc=[{"vpc_id": labels.ref(one.vpc), "vpc_region": one.region} for one in zone.vpcs] or None,
            force_destroy=False,
            tags=tags(zone.tags),
        ),
    )


class AwsRoute53HealthCheck(TypedDict):
    """The arguments of aws_route53_health_check that we write."""

    type: str
    fqdn: str | None
    ip_address: str | None
    port: int | None
    resource_path: str | None
    search_string: str | None
    request_interval: int | None
    failure_threshold: int | None
    enable_sni: bool | None
    measure_latency: bool | None
    regions: list[str] | None
    child_healthchecks: list[str] | None
    child_health_threshold: int | None
    cloudwatch_alarm_name: str | None
    cloudwatch_alarm_region: str | None
    insufficient_data_health_status: str | None
    invert_healthcheck: bool
    tags: dict[str, str]


def health_check(check: HealthCheck, labels: Labels) -> Block:
    """aws_route53_health_check."""
    return labels.block(
        check,
        AwsRoute53HealthCheck(
            type=check.type,
            fqdn=check.fully_qualified_domain_name,
            ip_address=check.ip_address,
            port=check.port,
            resource_path=check.resource_path,
            search_string=check.search_string,
            request_interval=check.request_interval,
            failure_threshold=check.failure_threshold,
            enable_sni=check.enable_sni,
            measure_latency=check.measure_latency,
            regions=list(check.regions) or None,
            child_healthchecks=[*labels.refs(check.child_health_checks)] or None,
            child_health_threshold=check.health_threshold,
            cloudwatch_alarm_name=check.alarm_name if check.alarm is None else labels.ref(check.alarm, "alarm_name"),
            cloudwatch_alarm_region=check.alarm_region,
            insufficient_data_health_status=check.insufficient_data_health_status,
            invert_healthcheck=check.inverted,
            tags=tags(check.tags),
        ),
    )


class AwsRoute53Record(TypedDict):
    """The arguments of aws_route53_record that we write."""

    zone_id: str
    name: str
    type: str
    ttl: int | None
    records: list[str] | str | None
    alias: dict[str, Any] | None
    health_check_id: str | None
    set_identifier: str | None
    weighted_routing_policy: dict[str, Any] | None
    latency_routing_policy: dict[str, Any] | None
    failover_routing_policy: dict[str, Any] | None
    geolocation_routing_policy: dict[str, Any] | None
    multivalue_answer_routing_policy: bool | None


def record_set(record: RecordSet, labels: Labels) -> Block:
    """aws_route53_record."""
    routing = record.routing
    return labels.block(
        record,
        AwsRoute53Record(
            zone_id=labels.ref(record.zone, "zone_id"),
            name=record.name,
            type=record.type,
            ttl=record.ttl,
            records=_records(record, labels) or None,
            alias=_alias(record, record.alias, labels) if record.alias else None,
            health_check_id=labels.ref(record.health_check) if record.health_check else None,
            set_identifier=routing.set_identifier if routing else None,
            weighted_routing_policy=_policy("weight", routing and routing.weight),
            latency_routing_policy=_policy("region", routing and routing.region),
            failover_routing_policy=_policy("type", routing and routing.failover),
            geolocation_routing_policy=routing.geo_location._asdict() if routing and routing.geo_location else None,
            multivalue_answer_routing_policy=routing.multi_value_answer if routing else None,
        ),
    )


def _policy(name: str, value: Any) -> dict[str, Any] | None:
    """The block of a routing policy."""
    return None if value is None else {name: value}


def _records(record: RecordSet, labels: Labels) -> Any:
    """Values as the provider takes them: it puts the outer quotes of a text by itself."""
    if record.name_servers_of is not None:
        return labels.ref(record.name_servers_of, "name_servers")
    return [value[1:-1] if record.type in {"TXT", "SPF"} else value for value in record.records]


def _alias(record: RecordSet, alias: Alias, labels: Labels) -> dict[str, Any]:
    balancer = alias.load_balancer
    zone = alias.hosted_zone_id or labels.ref(record.zone, "zone_id")
    return {
        "name": labels.ref(balancer, "dns_name") if balancer else alias.dns_name,
        "zone_id": labels.ref(balancer, "zone_id") if balancer else zone,
        "evaluate_target_health": alias.evaluate_target_health,
    }
