"""Amazon Route 53 in CloudFormation."""

from typing import Any

from troposphere import route53

from infraspec.cloudformation.names import LogicalIds
from infraspec.cloudformation.properties import given, tags
from infraspec.graph.route53 import Alias, HealthCheck, HostedZone, RecordSet, Routing


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


def health_check(check: HealthCheck, ids: LogicalIds) -> route53.HealthCheck:
    """AWS::Route53::HealthCheck."""
    return route53.HealthCheck(
        ids.of(check),
        HealthCheckConfig=route53.HealthCheckConfig(
            Type=check.type,
            **given(
                FullyQualifiedDomainName=check.fully_qualified_domain_name,
                IPAddress=check.ip_address,
                Port=check.port,
                ResourcePath=check.resource_path,
                SearchString=check.search_string,
                RequestInterval=check.request_interval,
                FailureThreshold=check.failure_threshold,
                EnableSNI=check.enable_sni,
                MeasureLatency=check.measure_latency,
                Regions=list(check.regions) or None,
                ChildHealthChecks=ids.refs(check.child_health_checks) or None,
                HealthThreshold=check.health_threshold,
                AlarmIdentifier=_alarm(check, ids),
                InsufficientDataHealthStatus=check.insufficient_data_health_status,
            ),
            Inverted=check.inverted,
        ),
        HealthCheckTags=tags(check.tags),
    )


def _alarm(check: HealthCheck, ids: LogicalIds) -> route53.AlarmIdentifier | None:
    if check.alarm_region is None:
        return None
    return route53.AlarmIdentifier(
        Name=check.alarm_name if check.alarm is None else ids.ref(check.alarm), Region=check.alarm_region
    )


def record_set(record: RecordSet, ids: LogicalIds) -> route53.RecordSetType:
    """AWS::Route53::RecordSet."""
    servers = record.name_servers_of
    return route53.RecordSetType(
        ids.of(record),
        HostedZoneId=ids.ref(record.zone),
        Name=record.name,
        Type=record.type,
        **given(
            TTL=None if record.ttl is None else str(record.ttl),
            ResourceRecords=ids.attribute(servers, "NameServers") if servers else list(record.records) or None,
            AliasTarget=_alias(record, record.alias, ids) if record.alias else None,
            HealthCheckId=ids.ref(record.health_check) if record.health_check else None,
        ),
        **(_routing(record.routing) if record.routing else {}),
    )


def _routing(routing: Routing) -> dict[str, Any]:
    where = routing.geo_location
    return given(
        SetIdentifier=routing.set_identifier,
        Weight=routing.weight,
        Region=routing.region,
        Failover=routing.failover,
        GeoLocation=route53.GeoLocation(
            **given(ContinentCode=where.continent, CountryCode=where.country, SubdivisionCode=where.subdivision)
        )
        if where
        else None,
        MultiValueAnswer=routing.multi_value_answer,
    )


def _alias(record: RecordSet, alias: Alias, ids: LogicalIds) -> route53.AliasTarget:
    balancer = alias.load_balancer
    zone = alias.hosted_zone_id or ids.ref(record.zone)
    return route53.AliasTarget(
        DNSName=ids.attribute(balancer, "DNSName") if balancer else alias.dns_name,
        HostedZoneId=ids.attribute(balancer, "CanonicalHostedZoneID") if balancer else zone,
        EvaluateTargetHealth=alias.evaluate_target_health,
    )
