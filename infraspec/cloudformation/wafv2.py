"""AWS WAF in CloudFormation."""

from typing import Any

from troposphere import wafv2

from infraspec.cloudformation.names import LogicalIds
from infraspec.cloudformation.properties import given, tags
from infraspec.cloudformation.statements import PLAIN_PARTS, statement
from infraspec.cloudformation.values import joined
from infraspec.graph.wafv2 import Action, Header, LogCondition, Rule, WebAcl, WebAclAssociation, WebAclLogging


def web_acl(acl: WebAcl, ids: LogicalIds) -> wafv2.WebACL:
    """AWS::WAFv2::WebACL."""
    bodies = {
        one.body_key: wafv2.CustomResponseBody(ContentType=one.content_type, Content=one.content)
        for one in acl.response_bodies
    }
    return wafv2.WebACL(
        ids.of(acl),
        Name=acl.name,
        Scope="REGIONAL",
        **given(Description=acl.description),
        DefaultAction=wafv2.DefaultAction(**_action(acl.default_action)),
        Rules=[_rule(rule, ids) for rule in acl.rules],
        **given(CustomResponseBodies=bodies or None, TokenDomains=[*acl.token_domains] or None),
        CaptchaConfig=wafv2.CaptchaConfig(ImmunityTimeProperty=_immunity(acl.captcha_immunity_time)),
        ChallengeConfig=wafv2.ChallengeConfig(ImmunityTimeProperty=_immunity(acl.challenge_immunity_time)),
        VisibilityConfig=_visibility(acl),
        Tags=tags(acl.tags),
    )


def _immunity(seconds: int) -> wafv2.ImmunityTimeProperty:
    return wafv2.ImmunityTimeProperty(ImmunityTime=seconds)


def _visibility(of: WebAcl | Rule) -> wafv2.VisibilityConfig:
    return wafv2.VisibilityConfig(
        MetricName=of.metric_name,
        CloudWatchMetricsEnabled=of.cloudwatch_metrics_enabled,
        SampledRequestsEnabled=of.sampled_requests_enabled,
    )


def _rule(rule: Rule, ids: LogicalIds) -> wafv2.WebACLRule:
    """One rule: a group of others has an override where it has an action."""
    override = {"none": "None", "count": "Count"}.get(rule.override_action or "")
    puzzle = {"captcha": "CaptchaConfig", "challenge": "ChallengeConfig"}.get(rule.action.type if rule.action else "")
    config: dict[str, Any] = {}
    if rule.immunity_time is not None and puzzle is not None:
        config[puzzle] = getattr(wafv2, puzzle)(ImmunityTimeProperty=_immunity(rule.immunity_time))
    return wafv2.WebACLRule(
        Name=rule.name,
        Priority=rule.priority,
        Statement=statement(rule.statement, ids),
        **given(
            Action=wafv2.RuleAction(**_action(rule.action)) if rule.action else None,
            OverrideAction=wafv2.OverrideAction(**{override: {}}) if override else None,
            RuleLabels=[wafv2.Label(Name=one) for one in rule.labels] or None,
            **config,
        ),
        VisibilityConfig=_visibility(rule),
    )


def _headers(headers: tuple[Header, ...]) -> list[wafv2.CustomHTTPHeader]:
    return [wafv2.CustomHTTPHeader(Name=one.header, Value=one.content) for one in headers]


def _action(action: Action) -> dict[str, Any]:
    """What is done with a request, by the word for it."""
    more: dict[str, Any] = {}
    if action.inserted_headers:
        handling = wafv2.CustomRequestHandling(InsertHeaders=_headers(action.inserted_headers))
        more["CustomRequestHandling"] = handling
    if action.response_code is not None:
        more["CustomResponse"] = wafv2.CustomResponse(
            ResponseCode=action.response_code,
            **given(
                CustomResponseBodyKey=action.response_body_key,
                ResponseHeaders=_headers(action.response_headers) or None,
            ),
        )
    word = action.type.capitalize()
    return {word: getattr(wafv2, f"{word}Action")(**more)}


def web_acl_association(found: WebAclAssociation, ids: LogicalIds) -> wafv2.WebACLAssociation:
    """AWS::WAFv2::WebACLAssociation."""
    return wafv2.WebACLAssociation(
        ids.of(found),
        WebACLArn=ids.attribute(found.web_acl, "Arn"),
        ResourceArn=ids.ref(found.load_balancer) if found.load_balancer else found.resource_arn,
    )


def web_acl_logging(found: WebAclLogging, ids: LogicalIds) -> wafv2.LoggingConfiguration:
    """AWS::WAFv2::LoggingConfiguration."""
    filters = [
        wafv2.Filter(
            Behavior=one.behavior,
            Requirement=one.requirement,
            Conditions=[_condition(each) for each in one.conditions],
        )
        for one in found.filters
    ]
    chosen = found.default_behavior and wafv2.LoggingFilter(DefaultBehavior=found.default_behavior, Filters=filters)
    redacted = [
        wafv2.LoggingConfigurationFieldToMatch(SingleHeader=wafv2.SingleHeader(Name=one.name))
        if one.part == "single_header"
        else wafv2.LoggingConfigurationFieldToMatch(**{PLAIN_PARTS[one.part]: {}})
        for one in found.redacted_fields
    ]
    return wafv2.LoggingConfiguration(
        ids.of(found),
        ResourceArn=ids.attribute(found.web_acl, "Arn"),
        LogDestinationConfigs=[joined(found.destination, ids)],
        **given(LoggingFilter=chosen, RedactedFields=redacted or None),
    )


def _condition(condition: LogCondition) -> wafv2.Condition:
    if condition.action is not None:
        return wafv2.Condition(ActionCondition=wafv2.ActionCondition(Action=condition.action))
    return wafv2.Condition(LabelNameCondition=wafv2.LabelNameCondition(LabelName=condition.label_name))
