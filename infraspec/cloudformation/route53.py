"""Amazon Route 53 in CloudFormation."""

from troposphere import route53

from infraspec.cloudformation.names import LogicalIds
from infraspec.cloudformation.properties import given, tags
from infraspec.graph.route53 import Alias, HostedZone, RecordSet


def hosted_zone(zone: HostedZone, ids: LogicalIds) -> route53.HostedZone:
    """AWS::Route53::HostedZone."""
    return route53.HostedZone(
        ids.of(zone),
        Name=zone.name,
        HostedZoneConfig=route53.HostedZoneConfiguration(Comment=zone.comment),
        **given(
            VPCs=[route53.HostedZoneVPCs(VPCId=ids.ref(one.vpc), VPCRegion=one.region) for one in zone.vpcs] or None
        ),
        HostedZoneTags=tags(zone.tags),
    )


def record_set(record: RecordSet, ids: LogicalIds) -> route53.RecordSetType:
    """AWS::Route53::RecordSet."""
    return route53.RecordSetType(
        ids.of(record),
        HostedZoneId=ids.ref(record.zone),
        Name=record.name,
        Type=record.type,
        **given(
            TTL=None if record.ttl is None else str(record.ttl),
            ResourceRecords=list(record.records) or None,
            AliasTarget=_alias(record.alias, ids) if record.alias else None,
        ),
    )


def _alias(alias: Alias, ids: LogicalIds) -> route53.AliasTarget:
    return route53.AliasTarget(
        DNSName=ids.attribute(alias.load_balancer, "DNSName"),
        HostedZoneId=ids.attribute(alias.load_balancer, "CanonicalHostedZoneID"),
        EvaluateTargetHealth=alias.evaluate_target_health,
    )
