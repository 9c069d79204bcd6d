"""Listeners of Elastic Load Balancing in CloudFormation."""

from collections.abc import Iterator

from troposphere import elasticloadbalancingv2 as elb

from infraspec.cloudformation.names import LogicalIds
from infraspec.cloudformation.properties import given
from infraspec.graph.listeners import (
    Action,
    Cognito,
    Conditions,
    FixedResponse,
    Listener,
    ListenerCertificate,
    ListenerRule,
    MutualAuthentication,
    Redirect,
    WeightedTarget,
)


def listener(listener: Listener, ids: LogicalIds) -> elb.Listener:
    """AWS::ElasticLoadBalancingV2::Listener; that of a gateway balancer has neither port nor protocol."""
    known = listener.protocol != "GENEVE"
    mutual, certificate = listener.mutual_authentication, listener.certificate
    idle = {"tcp.idle_timeout.seconds": listener.idle_timeout}
    return elb.Listener(
        ids.of(listener),
        LoadBalancerArn=ids.ref(listener.load_balancer),
        **given(
            Port=listener.port if known else None,
            Protocol=listener.protocol if known else None,
            SslPolicy=listener.ssl_policy,
            Certificates=[elb.Certificate(CertificateArn=ids.ref(certificate))] if certificate else None,
            MutualAuthentication=_mutual_authentication(mutual, ids) if mutual else None,
            AlpnPolicy=[listener.alpn_policy] if listener.alpn_policy else None,
            ListenerAttributes=[
                elb.ListenerAttribute(Key=key, Value=str(value)) for key, value in idle.items() if value is not None
            ]
            or None,
        ),
        DefaultActions=[elb.Action(**one) for one in _actions(listener.default_action, ids, str)],
    )


def _mutual_authentication(mutual: MutualAuthentication, ids: LogicalIds) -> elb.MutualAuthentication:
    advertise = mutual.advertise_ca_names
    return elb.MutualAuthentication(
        Mode=mutual.mode,
        **given(
            TrustStoreArn=ids.ref(mutual.trust_store) if mutual.trust_store else None,
            IgnoreClientCertificateExpiry=mutual.ignore_expired,
            AdvertiseTrustStoreCaNames=None if advertise is None else "on" if advertise else "off",
        ),
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
        Actions=[elb.ListenerRuleAction(**one) for one in _actions(rule.action, ids, int)],
    )


def _conditions(conditions: Conditions) -> list[elb.Condition]:
    asked = []
    if hosts := list(conditions.hosts):
        asked.append(elb.Condition(Field="host-header", HostHeaderConfig=elb.HostHeaderConfig(Values=hosts)))
    if paths := list(conditions.paths):
        asked.append(elb.Condition(Field="path-pattern", PathPatternConfig=elb.PathPatternConfig(Values=paths)))
    for header in conditions.headers:
        config = elb.HttpHeaderConfig(HttpHeaderName=header.name, Values=list(header.values))
        asked.append(elb.Condition(Field="http-header", HttpHeaderConfig=config))
    if methods := list(conditions.methods):
        config = elb.HttpRequestMethodConfig(Values=methods)
        asked.append(elb.Condition(Field="http-request-method", HttpRequestMethodConfig=config))
    if conditions.queries:
        queries = [elb.QueryStringKeyValue(**given(Key=one.key), Value=one.value) for one in conditions.queries]
        asked.append(elb.Condition(Field="query-string", QueryStringConfig=elb.QueryStringConfig(Values=queries)))
    if sources := list(conditions.source_ips):
        asked.append(elb.Condition(Field="source-ip", SourceIpConfig=elb.SourceIpConfig(Values=sources)))
    return asked


def _actions(action: Action, ids: LogicalIds, number: type[str | int]) -> Iterator[dict[str, object]]:
    """The properties of actions; several have an order. A listener has text for a number of a rule."""
    if action.cognito is not None:
        yield {
            "Type": "authenticate-cognito",
            "Order": 1,
            "AuthenticateCognitoConfig": _cognito(action.cognito, number),
        }
    yield given(
        Type=action.type,
        Order=2 if action.cognito else None,
        TargetGroupArn=ids.ref(action.target_group) if action.target_group else None,
        ForwardConfig=_forward(action.forward, action.sticky, ids) if action.forward else None,
        RedirectConfig=_redirect(action.redirect) if action.redirect else None,
        FixedResponseConfig=_fixed_response(action.fixed_response) if action.fixed_response else None,
    )


def _cognito(cognito: Cognito, number: type[str | int]) -> elb.AuthenticateCognitoConfig:
    return elb.AuthenticateCognitoConfig(
        UserPoolArn=cognito.user_pool_arn,
        UserPoolClientId=cognito.client_id,
        UserPoolDomain=cognito.domain,
        Scope=cognito.scope,
        OnUnauthenticatedRequest=cognito.on_unauthenticated_request,
        SessionCookieName=cognito.session_cookie_name,
        SessionTimeout=number(cognito.session_timeout),
    )


def _forward(targets: tuple[WeightedTarget, ...], sticky: int | None, ids: LogicalIds) -> elb.ForwardConfig:
    stickiness = elb.TargetGroupStickinessConfig(Enabled=True, DurationSeconds=sticky) if sticky else None
    return elb.ForwardConfig(
        TargetGroups=[
            elb.TargetGroupTuple(TargetGroupArn=ids.ref(one.target_group), Weight=one.weight) for one in targets
        ],
        **given(TargetGroupStickinessConfig=stickiness),
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
