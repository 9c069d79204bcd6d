"""Amazon Route 53 in Terraform."""

from typing import Any, TypedDict

from infraspec.graph.route53 import Alias, HostedZone, RecordSet
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


class AwsRoute53Record(TypedDict):
    """The arguments of aws_route53_record that we write."""

    zone_id: str
    name: str
    type: str
    ttl: int | None
    records: list[str] | None
    alias: dict[str, Any] | None


def record_set(record: RecordSet, labels: Labels) -> Block:
    """aws_route53_record."""
    return labels.block(
        record,
        AwsRoute53Record(
            zone_id=labels.ref(record.zone, "zone_id"),
            name=record.name,
            type=record.type,
            ttl=record.ttl,
            records=_records(record) or None,
            alias=_alias(record.alias, labels) if record.alias else None,
        ),
    )


def _records(record: RecordSet) -> list[str]:
    """Values as the provider takes them: it puts the outer quotes of a TXT record by itself."""
    return [value[1:-1] if record.type == "TXT" else value for value in record.records]


def _alias(alias: Alias, labels: Labels) -> dict[str, Any]:
    return {
        "name": labels.ref(alias.load_balancer, "dns_name"),
        "zone_id": labels.ref(alias.load_balancer, "zone_id"),
        "evaluate_target_health": alias.evaluate_target_health,
    }
