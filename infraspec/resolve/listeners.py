"""`listeners:` of load balancers to nodes: listeners with their certificates and rules."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, cast

from infraspec.diagnostic import SpecPath
from infraspec.graph.acm import Certificate
from infraspec.graph.elbv2 import LoadBalancer, TargetGroup
from infraspec.graph.listeners import (
    Action,
    Cognito,
    Conditions,
    FixedResponse,
    Header,
    Listener,
    ListenerCertificate,
    ListenerRule,
    MutualAuthentication,
    Query,
    Redirect,
    WeightedTarget,
)
from infraspec.graph.resource import Ref, Resource, ref
from infraspec.graph.trust_stores import TrustStore
from infraspec.resolve.network import Network
from infraspec.spec.forms.certificates import is_arn
from infraspec.spec.forms.listeners import ports_of
from infraspec.spec.kinds import LOAD_BALANCER

if TYPE_CHECKING:
    from infraspec.spec.listeners import Authentication as AuthenticationModel
    from infraspec.spec.listeners import Listener as ListenerModel
    from infraspec.spec.listeners import ListenerRule as RuleModel
    from infraspec.spec.listeners import MutualAuthentication as MutualModel
    from infraspec.spec.listeners import Redirect as RedirectModel

SSL_POLICY = "ELBSecurityPolicy-TLS13-1-2-2021-06"
"""TLS 1.2 and 1.3. https://docs.aws.amazon.com/elasticloadbalancing/latest/application/describe-ssl-policies.html"""
_PORTS = {"http": "80", "https": "443"}


_IDLE = 350
"""Seconds after which a flow without traffic is forgotten.
https://docs.aws.amazon.com/elasticloadbalancing/latest/network/update-idle-timeout.html"""
_NOT_ASKED = MutualAuthentication("off", None, None, None)
"""Clients that show no certificate. It is said: Terraform's provider keeps what is left out."""


def listeners(scope: Network) -> Iterator[Resource]:
    """Every listener, and the certificates that are named by ARN."""
    arns: dict[str, SpecPath] = {}
    for name, entry in scope.of(LOAD_BALANCER).items():
        for origin, listener in entry.items("listeners"):
            yield from _listener(scope, name, cast("ListenerModel", listener), origin, arns)
    for arn, at in arns.items():
        yield Certificate(
            key=arn, origin=at, existing=arn, domain_name=None, subject_alternative_names=(), validations=(), tags=()
        )


def _listener(
    scope: Network, balancer: str, model: ListenerModel, origin: SpecPath, arns: dict[str, SpecPath]
) -> Iterator[Resource]:
    """A listener, unless something that it names is unknown."""
    (protocol, port), *_ = ports_of(model).items()
    action = _action(scope, model, origin)
    certificate = _certificate(scope, model.certificate, (*origin, "certificate"), arns) if model.certificate else None
    mutual = _mutual(scope, model.mutual_authentication, (*origin, "mutual_authentication"))
    lost = model.mutual_authentication is not None and mutual is None
    if action is None or (model.certificate and certificate is None) or lost:
        return
    key = f"{balancer}:{port}"
    yield Listener(
        key=key,
        origin=origin,
        load_balancer=ref(LoadBalancer, balancer),
        port=port,
        protocol=protocol.upper(),
        ssl_policy=model.ssl_policy or (SSL_POLICY if protocol in ("https", "tls") else None),
        certificate=certificate,
        default_action=action,
        mutual_authentication=mutual or (_NOT_ASKED if protocol == "https" else None),
        alpn_policy=model.alpn or ("None" if protocol == "tls" else None),
        idle_timeout=_IDLE if model.idle_timeout is None and protocol in ("tcp", "geneve") else model.idle_timeout,
    )
    for value, at in scope.each(model.certificates, (*origin, "certificates")):
        more = _certificate(scope, value, at, arns)
        if more is not None:
            yield ListenerCertificate(key=f"{key} {more.key}", origin=at, listener=ref(Listener, key), certificate=more)
    for position, rule in enumerate(model.rules):
        yield from _rule(scope, key, rule, (*origin, "rules", position))


def _rule(scope: Network, listener: str, model: RuleModel, origin: SpecPath) -> Iterator[ListenerRule]:
    action = _action(scope, model, origin)
    if action is not None:
        yield ListenerRule(
            key=f"{listener} {model.priority}",
            origin=origin,
            listener=ref(Listener, listener),
            priority=model.priority,
            conditions=_conditions(model),
            action=action,
        )


def _conditions(model: RuleModel) -> Conditions:
    """What a rule asks for; headers by name, so that their order does not count."""
    queries = (one.rpartition("=") if "=" in one else ("", "", one) for one in model.query)
    return Conditions(
        tuple(model.host),
        tuple(model.path),
        tuple(Header(name, tuple(values)) for name, values in sorted(model.header.items())),
        tuple(model.method),
        tuple(Query(key or None, value) for key, _, value in queries),
        tuple(str(block) for block in model.source_ip),
    )


def _mutual(scope: Network, model: MutualModel | None, at: SpecPath) -> MutualAuthentication | None:
    """How clients are verified; None if the trust store is unknown."""
    if model is None:
        return None
    named = model.trust_store
    store = scope.ref(TrustStore, "trust_store", named, (*at, "trust_store")) if named is not None else None
    if named is not None and store is None:
        return None
    return MutualAuthentication(model.mode, store, model.ignore_expired, model.advertise_ca_names)


def _certificate(scope: Network, value: str, at: SpecPath, arns: dict[str, SpecPath]) -> Ref[Certificate] | None:
    """A certificate by name or by ARN; of the latter, the first place of each is kept."""
    if is_arn(value):
        arns.setdefault(value, at)
        return ref(Certificate, value)
    return scope.ref(Certificate, "certificate", value, at)


def _action(scope: Network, model: ListenerModel | RuleModel, origin: SpecPath) -> Action | None:
    """What is done with requests; None if a target group is unknown."""
    cognito = _cognito(model.authenticate) if model.authenticate else None
    if model.redirect is not None:
        return Action(None, (), _redirect(model.redirect), None, cognito=cognito)
    if (answer := model.respond) is not None:
        said = FixedResponse(str(answer.status), answer.content_type, answer.body)
        return Action(None, (), None, said, cognito=cognito)
    forward = model.forward or {}
    shares: list[WeightedTarget] = []
    for name, weight in forward.items():
        at = (*origin, "forward") if weight is None else (*origin, "forward", name)
        found = scope.ref(TargetGroup, "target_group", name, at, on_key=weight is not None)
        if found is not None:
            shares.append(WeightedTarget(found, 1 if weight is None else weight))
    if len(shares) < len(forward):
        return None
    if list(forward.values()) == [None]:
        return Action(shares[0].target_group, (), None, None, cognito=cognito)
    return Action(None, tuple(sorted(shares)), None, None, model.sticky, cognito)


def _cognito(model: AuthenticationModel) -> Cognito:
    return Cognito(
        user_pool_arn=model.user_pool,
        client_id=model.client,
        domain=model.domain,
        scope=model.scope,
        on_unauthenticated_request=model.on_unauthenticated,
        session_cookie_name=model.cookie,
        session_timeout=model.session_timeout,
    )


def _redirect(model: RedirectModel) -> Redirect:
    return Redirect(
        protocol=model.protocol.upper() if model.protocol else "#{protocol}",
        port=str(model.port or (_PORTS[model.protocol] if model.protocol else "#{port}")),
        host="#{host}" if model.host is None else model.host,
        path="/#{path}" if model.path is None else model.path,
        query="#{query}" if model.query is None else model.query,
        status_code=f"HTTP_{model.status}",
    )
