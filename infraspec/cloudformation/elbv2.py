"""Elastic Load Balancing in CloudFormation."""

from troposphere import elasticloadbalancingv2 as elb

from infraspec.cloudformation.names import LogicalIds
from infraspec.cloudformation.properties import given, tags
from infraspec.graph.elbv2 import (
    Action,
    Conditions,
    FixedResponse,
    Listener,
    ListenerCertificate,
    ListenerRule,
    LoadBalancer,
    Redirect,
    SubnetMapping,
    Target,
    TargetGroup,
    WeightedTarget,
)


def load_balancer(balancer: LoadBalancer, ids: LogicalIds) -> elb.LoadBalancer:
    """AWS::ElasticLoadBalancingV2::LoadBalancer."""
    return elb.LoadBalancer(
        ids.of(balancer),
        Name=balancer.name,
        Type=balancer.type,
        Scheme=balancer.scheme,
        **given(
            Subnets=None if balancer.has_fixed_addresses else [ids.ref(one.subnet) for one in balancer.subnets],
            SubnetMappings=_subnet_mappings(balancer.subnets, ids) if balancer.has_fixed_addresses else None,
            SecurityGroups=ids.refs(balancer.security_groups) or None,
        ),
        LoadBalancerAttributes=_attributes(
            {
                "deletion_protection.enabled": balancer.deletion_protection,
                "load_balancing.cross_zone.enabled": balancer.cross_zone,
                "idle_timeout.timeout_seconds": balancer.idle_timeout,
                "routing.http2.enabled": balancer.http2,
                "routing.http.drop_invalid_header_fields.enabled": balancer.drop_invalid_header_fields,
            }
        ),
        Tags=tags(balancer.tags),
    )


def _attributes(values: dict[str, bool | int | None]) -> list[elb.LoadBalancerAttributes]:
    """Attributes, whose values are text."""
    return [
        elb.LoadBalancerAttributes(Key=key, Value=str(value).lower())
        for key, value in values.items()
        if value is not None
    ]


def _subnet_mappings(mappings: tuple[SubnetMapping, ...], ids: LogicalIds) -> list[elb.SubnetMapping]:
    return [
        elb.SubnetMapping(
            SubnetId=ids.ref(mapping.subnet),
            **given(
                AllocationId=ids.attribute(mapping.allocation, "AllocationId") if mapping.allocation else None,
                PrivateIPv4Address=str(mapping.private_ip) if mapping.private_ip else None,
            ),
        )
        for mapping in mappings
    ]


def target_group(group: TargetGroup, ids: LogicalIds) -> elb.TargetGroup:
    """AWS::ElasticLoadBalancingV2::TargetGroup."""
    check = group.health_check
    return elb.TargetGroup(
        ids.of(group),
        Name=group.name,
        Protocol=group.protocol,
        Port=group.port,
        VpcId=ids.ref(group.vpc),
        TargetType=group.target_type,
        HealthCheckEnabled=True,
        HealthCheckProtocol=check.protocol,
        HealthCheckPort=check.port,
        **given(HealthCheckPath=check.path),
        HealthCheckIntervalSeconds=check.interval,
        HealthCheckTimeoutSeconds=check.timeout,
        HealthyThresholdCount=check.healthy_threshold,
        UnhealthyThresholdCount=check.unhealthy_threshold,
        **given(Matcher=elb.Matcher(HttpCode=check.matcher) if check.matcher else None),
        TargetGroupAttributes=[
            elb.TargetGroupAttribute(Key="deregistration_delay.timeout_seconds", Value=str(group.deregistration_delay))
        ],
        Tags=tags(group.tags),
        **given(Targets=[_target(target, ids) for target in group.targets] or None),
    )


def _target(target: Target, ids: LogicalIds) -> elb.TargetDescription:
    return elb.TargetDescription(
        Id=ids.ref(target.instance) if target.instance else str(target.address),
        Port=target.port,
        **given(AvailabilityZone=target.availability_zone),
    )


def listener(listener: Listener, ids: LogicalIds) -> elb.Listener:
    """AWS::ElasticLoadBalancingV2::Listener."""
    return elb.Listener(
        ids.of(listener),
        LoadBalancerArn=ids.ref(listener.load_balancer),
        Port=listener.port,
        Protocol=listener.protocol,
        **given(
            SslPolicy=listener.ssl_policy,
            Certificates=[elb.Certificate(CertificateArn=ids.ref(listener.certificate))]
            if listener.certificate
            else None,
        ),
        DefaultActions=[elb.Action(**_action(listener.default_action, ids))],
    )


def listener_certificate(certificate: ListenerCertificate, ids: LogicalIds) -> elb.ListenerCertificate:
    """AWS::ElasticLoadBalancingV2::ListenerCertificate."""
    return elb.ListenerCertificate(
        ids.of(certificate),
        ListenerArn=ids.ref(certificate.listener),
        Certificates=[elb.Certificate(CertificateArn=ids.ref(certificate.certificate))],
    )


def listener_rule(rule: ListenerRule, ids: LogicalIds) -> elb.ListenerRule:
    """AWS::ElasticLoadBalancingV2::ListenerRule."""
    return elb.ListenerRule(
        ids.of(rule),
        ListenerArn=ids.ref(rule.listener),
        Priority=rule.priority,
        Conditions=_conditions(rule.conditions),
        Actions=[elb.ListenerRuleAction(**_action(rule.action, ids))],
    )


def _conditions(conditions: Conditions) -> list[elb.Condition]:
    asked = []
    if conditions.hosts:
        asked.append(
            elb.Condition(Field="host-header", HostHeaderConfig=elb.HostHeaderConfig(Values=list(conditions.hosts)))
        )
    if conditions.paths:
        asked.append(
            elb.Condition(Field="path-pattern", PathPatternConfig=elb.PathPatternConfig(Values=list(conditions.paths)))
        )
    return asked


def _action(action: Action, ids: LogicalIds) -> dict[str, object]:
    """The properties that actions of listeners and of rules share."""
    return given(
        Type=action.type,
        TargetGroupArn=ids.ref(action.target_group) if action.target_group else None,
        ForwardConfig=_forward(action.forward, ids) if action.forward else None,
        RedirectConfig=_redirect(action.redirect) if action.redirect else None,
        FixedResponseConfig=_fixed_response(action.fixed_response) if action.fixed_response else None,
    )


def _forward(targets: tuple[WeightedTarget, ...], ids: LogicalIds) -> elb.ForwardConfig:
    return elb.ForwardConfig(
        TargetGroups=[
            elb.TargetGroupTuple(TargetGroupArn=ids.ref(one.target_group), Weight=one.weight) for one in targets
        ]
    )


def _redirect(redirect: Redirect) -> elb.RedirectConfig:
    return elb.RedirectConfig(
        Protocol=redirect.protocol,
        Port=redirect.port,
        Host=redirect.host,
        Path=redirect.path,
        Query=redirect.query,
        StatusCode=redirect.status_code,
    )


def _fixed_response(response: FixedResponse) -> elb.FixedResponseConfig:
    return elb.FixedResponseConfig(
        StatusCode=response.status_code,
        ContentType=response.content_type,
        MessageBody=response.message_body,
    )
