"""`web_acls:`, `ip_sets:` and `regex_sets:` to nodes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from ipaddress import ip_network
from typing import TYPE_CHECKING, Any

from infraspec.diagnostic import SpecPath
from infraspec.graph.elbv2 import LoadBalancer
from infraspec.graph.resource import Resource, ref
from infraspec.graph.wafv2 import Action, Header, ResponseBody, Rule, WebAcl, WebAclAssociation
from infraspec.graph.wafv2_sets import IpSet, RegexPatternSet
from infraspec.graph.wafv2_statements import ForwardedIp, ManagedGroup, Match, Rate, RateKey, RuleOverride
from infraspec.resolve.network import Network
from infraspec.resolve.web_logs import logging
from infraspec.resolve.web_matches import Matches, forwarded
from infraspec.spec.document import Entry
from infraspec.spec.forms.web_matches import KEYS
from infraspec.spec.kinds import IP_SET, REGEX_SET, WEB_ACL

if TYPE_CHECKING:
    from infraspec.spec.web_acls import Respond
    from infraspec.spec.web_acls import Rule as RuleModel
    from infraspec.spec.web_acls import WebAcl as AclModel
    from infraspec.spec.web_matches import Managed as ManagedModel
    from infraspec.spec.web_matches import Rate as RateModel

_TYPES = {"text/plain": "TEXT_PLAIN", "text/html": "TEXT_HTML", "application/json": "APPLICATION_JSON"}
_USUAL_HEADER = "X-Forwarded-For"


def ip_sets(scope: Network) -> Iterator[Resource]:
    """Every set of addresses."""
    for name, entry in scope.of(IP_SET).items():
        model = entry.model
        version = ip_network(model.addresses[0]).version if model.addresses else model.version or 4
        yield IpSet(
            key=name,
            origin=entry.path,
            existing=model.existing,
            name=name,
            description=model.description,
            ip_address_version=f"IPV{version}",
            addresses=tuple(sorted(set(model.addresses))),
            tags=scope.tags(name, model.tags),
        )


def regex_sets(scope: Network) -> Iterator[Resource]:
    """Every set of patterns."""
    for name, entry in scope.of(REGEX_SET).items():
        model = entry.model
        yield RegexPatternSet(
            key=name,
            origin=entry.path,
            existing=model.existing,
            name=name,
            description=model.description,
            regular_expressions=tuple(sorted(set(model.patterns))),
            tags=scope.tags(name, model.tags),
        )


def web_acls(scope: Network) -> Iterator[Resource]:
    """Every web ACL with what it protects and its logs."""
    matches = Matches(scope)
    for entry in scope.of(WEB_ACL).values():
        rules = [
            _rule(matches, (name, position, rule), (*entry.path, "rules", name))
            for position, (name, rule) in enumerate(entry.model.rules.items())
        ]
        known = [rule for rule in rules if rule is not None]
        if len(known) == len(rules):
            yield _acl(scope, entry, tuple(sorted(known, key=lambda rule: (rule.priority, rule.name))))
        yield from _protected(scope, entry)
        yield from logging(scope, entry)
    yield from matches.by_arn.values()


def _acl(scope: Network, entry: Entry[AclModel], rules: tuple[Rule, ...]) -> WebAcl:
    model = entry.model
    return WebAcl(
        key=entry.name,
        origin=entry.path,
        existing=model.existing,
        name=entry.name,
        description=model.description,
        default_action=_action(model.default, model.respond, model.add_headers),
        rules=rules,
        response_bodies=tuple(
            ResponseBody(name, _TYPES[one.content_type], one.content) for name, one in sorted(model.responses.items())
        ),
        captcha_immunity_time=model.captcha_immunity,
        challenge_immunity_time=model.challenge_immunity,
        token_domains=tuple(sorted(model.token_domains)),
        metric_name=entry.name,
        cloudwatch_metrics_enabled=model.metrics,
        sampled_requests_enabled=model.samples,
        tags=scope.tags(entry.name, model.tags),
    )


def _protected(scope: Network, entry: Entry[AclModel]) -> Iterator[WebAclAssociation]:
    for value, at in scope.each(entry.model.protects, (*entry.path, "protects")):
        arn = value if value.startswith("arn:") else None
        balancer = scope.ref(LoadBalancer, "load_balancer", value, at) if arn is None else None
        if arn is not None or balancer is not None:
            yield WebAclAssociation(
                key=f"{entry.name} {balancer.key if balancer else arn}",
                origin=at,
                web_acl=ref(WebAcl, entry.name),
                load_balancer=balancer,
                resource_arn=arn,
            )


def _rule(matches: Matches, named: tuple[str, int, RuleModel], at: SpecPath) -> Rule | None:
    """One rule; None if a set that it names is unknown."""
    name, position, model = named
    statement: Match | ManagedGroup | Rate | None
    if model.managed is not None:
        statement = _managed(matches, model.managed, (*at, "managed"))
    elif model.rate is not None:
        statement = _rate(matches, model.rate, (*at, "rate"))
    else:
        statement = matches.match(model, at)
    if statement is None:
        return None
    override = None if model.managed is None else "count" if model.action == "count" else "none"
    return Rule(
        name=name,
        priority=position if model.priority is None else model.priority,
        statement=statement,
        action=None if override or model.action is None else _action(model.action, model.respond, model.add_headers),
        override_action=override,
        labels=tuple(model.add_labels),
        immunity_time=model.immunity,
        metric_name=name,
        cloudwatch_metrics_enabled=model.metrics,
        sampled_requests_enabled=model.samples,
    )


def _action(word: str, respond: Respond | None, headers: Mapping[str, str]) -> Action:
    return Action(
        type=word,
        inserted_headers=tuple(Header(*one) for one in sorted(headers.items())),
        response_code=respond.status if respond else None,
        response_body_key=respond.body if respond else None,
        response_headers=tuple(Header(*one) for one in sorted(respond.headers.items())) if respond else (),
    )


def _managed(matches: Matches, model: ManagedModel, at: SpecPath) -> ManagedGroup | None:
    scope_down = matches.match(model.only, (*at, "only")) if model.only else None
    if model.only is not None and scope_down is None:
        return None
    inspection = model.inspection or ("common" if model.name == "AWSManagedRulesBotControlRuleSet" else None)
    return ManagedGroup(
        vendor_name=model.vendor,
        group_name=model.name,
        version=model.version,
        inspection_level=inspection.upper() if inspection else None,
        overrides=tuple(RuleOverride(*one) for one in sorted(model.overrides.items())),
        scope_down=scope_down,
    )


def _rate(matches: Matches, model: RateModel, at: SpecPath) -> Rate | None:
    scope_down = matches.match(model.only, (*at, "only")) if model.only else None
    if model.only is not None and scope_down is None:
        return None
    by = [one.key for one in model.by] or ["ip"]
    alone = {"ip": "IP", "forwarded-ip": "FORWARDED_IP", "all": "CONSTANT"}.get(by[0] or "") if len(by) == 1 else None
    header = forwarded(model.forwarded, positioned=False)
    if header is None and "forwarded-ip" in by:
        header = ForwardedIp(_USUAL_HEADER, "NO_MATCH", None)
    return Rate(
        limit=model.limit,
        evaluation_window=model.window,
        aggregate_key_type=alone or "CUSTOM_KEYS",
        custom_keys=() if alone else tuple(_key(one) for one in model.by),
        forwarded=header,
        scope_down=scope_down,
    )


def _key(model: Any) -> RateKey:
    """A part of the request in WAF's words."""
    part, name = KEYS.get(model.key or "", ""), None
    for word in ("header", "cookie", "argument", "label_namespace"):
        if getattr(model, word) is not None:
            part, name = "query_argument" if word == "argument" else word, getattr(model, word)
    transforms = tuple(one.upper().replace("-", "_") for one in model.transform) or ("NONE",)
    plain = part in ("ip", "forwarded_ip", "http_method", "label_namespace")
    return RateKey(part, name, () if plain else transforms)
