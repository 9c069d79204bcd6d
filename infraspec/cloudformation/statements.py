"""The statements of AWS WAF's rules in CloudFormation."""

from typing import Any

from troposphere import wafv2

from infraspec.cloudformation.names import LogicalIds
from infraspec.cloudformation.properties import given
from infraspec.graph import wafv2_statements as graph

PLAIN_PARTS = {
    "uri_path": "UriPath",
    "query_string": "QueryString",
    "method": "Method",
    "all_query_arguments": "AllQueryArguments",
    "ip": "IP",
    "forwarded_ip": "ForwardedIP",
    "http_method": "HTTPMethod",
}
"""Parts that have no more to say."""


def statement(found: graph.Match | graph.ManagedGroup | graph.Rate, ids: LogicalIds) -> wafv2.Statement:
    """Any statement."""
    match found:
        case graph.Combined(operator, statements):
            return _combined(operator, [statement(one, ids) for one in statements])
        case graph.ManagedGroup():
            return wafv2.Statement(ManagedRuleGroupStatement=_managed(found, ids))
        case graph.Rate():
            return wafv2.Statement(RateBasedStatement=_rate(found, ids))
        case graph.IpSetMatch(ip_set, forwarded):
            proxy = forwarded and wafv2.IPSetForwardedIPConfiguration(
                HeaderName=forwarded.header_name,
                FallbackBehavior=forwarded.fallback_behavior,
                Position=forwarded.position,
            )
            one = wafv2.IPSetReferenceStatement(Arn=ids.attribute(ip_set, "Arn"), **given(IPSetForwardedIPConfig=proxy))
            return wafv2.Statement(IPSetReferenceStatement=one)
        case graph.GeoMatch(codes, forwarded):
            geo = wafv2.GeoMatchStatement(CountryCodes=[*codes], **_proxy(forwarded))
            return wafv2.Statement(GeoMatchStatement=geo)
        case graph.LabelMatch(scope, label):
            return wafv2.Statement(LabelMatchStatement=wafv2.LabelMatchStatement(Scope=scope, Key=label))
        case _:
            return _looked(found, ids)


def _combined(operator: str, statements: list[wafv2.Statement]) -> wafv2.Statement:
    if operator == "not":
        return wafv2.Statement(NotStatement=wafv2.NotStatement(Statement=statements[0]))
    if operator == "and":
        return wafv2.Statement(AndStatement=wafv2.AndStatement(Statements=statements))
    return wafv2.Statement(OrStatement=wafv2.OrStatement(Statements=statements))


def _looked(found: Any, ids: LogicalIds) -> wafv2.Statement:
    """A statement about a part of the request."""
    where = {
        "FieldToMatch": _field(found.looked.field),
        "TextTransformations": _transformations(found.looked.transformations),
    }
    match found:
        case graph.ByteMatch(text, constraint):
            one = wafv2.ByteMatchStatement(SearchString=text, PositionalConstraint=constraint, **where)
            return wafv2.Statement(ByteMatchStatement=one)
        case graph.RegexMatch(pattern):
            return wafv2.Statement(RegexMatchStatement=wafv2.RegexMatchStatement(RegexString=pattern, **where))
        case graph.RegexSetMatch(regex_set):
            one = wafv2.RegexPatternSetReferenceStatement(Arn=ids.attribute(regex_set, "Arn"), **where)
            return wafv2.Statement(RegexPatternSetReferenceStatement=one)
        case graph.SizeMatch(operator, size):
            one = wafv2.SizeConstraintStatement(ComparisonOperator=operator, Size=size, **where)
            return wafv2.Statement(SizeConstraintStatement=one)
        case graph.SqliMatch(sensitivity):
            one = wafv2.SqliMatchStatement(SensitivityLevel=sensitivity, **where)
            return wafv2.Statement(SqliMatchStatement=one)
        case _:
            return wafv2.Statement(XssMatchStatement=wafv2.XssMatchStatement(**where))


def _field(found: graph.FieldToMatch) -> wafv2.FieldToMatch:
    """A part of a request."""
    if found.part == "single_header":
        return wafv2.FieldToMatch(SingleHeader=wafv2.SingleHeader(Name=found.name))
    if found.part == "single_query_argument":
        return wafv2.FieldToMatch(SingleQueryArgument=wafv2.SingleQueryArgument(Name=found.name))
    if found.part == "body":
        return wafv2.FieldToMatch(Body=wafv2.Body(OversizeHandling=found.oversize))
    if found.part == "json_body":
        json = wafv2.JsonBody(
            MatchPattern=wafv2.JsonMatchPattern(All={}), MatchScope=found.scope, OversizeHandling=found.oversize
        )
        return wafv2.FieldToMatch(JsonBody=json)
    if found.part == "headers":
        pattern = wafv2.HeaderMatchPattern(All={})
        headers = wafv2.Headers(MatchPattern=pattern, MatchScope=found.scope, OversizeHandling=found.oversize)
        return wafv2.FieldToMatch(Headers=headers)
    if found.part == "cookies":
        every = wafv2.CookieMatchPattern(All={})
        cookies = wafv2.Cookies(MatchPattern=every, MatchScope=found.scope, OversizeHandling=found.oversize)
        return wafv2.FieldToMatch(Cookies=cookies)
    return wafv2.FieldToMatch(**{PLAIN_PARTS[found.part]: {}})


def _transformations(names: tuple[str, ...]) -> list[wafv2.TextTransformation]:
    return [wafv2.TextTransformation(Priority=place, Type=name) for place, name in enumerate(names)]


def _proxy(forwarded: graph.ForwardedIp | None) -> dict[str, Any]:
    """The header that an address is read from."""
    if forwarded is None:
        return {}
    proxy = wafv2.ForwardedIPConfiguration(
        HeaderName=forwarded.header_name, FallbackBehavior=forwarded.fallback_behavior
    )
    return {"ForwardedIPConfig": proxy}


def _managed(group: graph.ManagedGroup, ids: LogicalIds) -> wafv2.ManagedRuleGroupStatement:
    bots = group.inspection_level and [
        wafv2.ManagedRuleGroupConfig(
            AWSManagedRulesBotControlRuleSet=wafv2.AWSManagedRulesBotControlRuleSet(
                InspectionLevel=group.inspection_level
            )
        )
    ]
    overrides = [wafv2.RuleActionOverride(Name=one.rule, ActionToUse=_plain(one.action)) for one in group.overrides]
    return wafv2.ManagedRuleGroupStatement(
        VendorName=group.vendor_name,
        Name=group.group_name,
        **given(
            Version=group.version,
            ManagedRuleGroupConfigs=bots,
            RuleActionOverrides=overrides or None,
            ScopeDownStatement=statement(group.scope_down, ids) if group.scope_down else None,
        ),
    )


def _plain(action: str) -> wafv2.RuleAction:
    """An action with nothing more to say."""
    word = action.capitalize()
    return wafv2.RuleAction(**{word: getattr(wafv2, f"{word}Action")()})


def _rate(rate: graph.Rate, ids: LogicalIds) -> wafv2.RateBasedStatement:
    return wafv2.RateBasedStatement(
        Limit=rate.limit,
        EvaluationWindowSec=rate.evaluation_window,
        AggregateKeyType=rate.aggregate_key_type,
        **_proxy(rate.forwarded),
        **given(
            CustomKeys=[_key(one) for one in rate.custom_keys] or None,
            ScopeDownStatement=statement(rate.scope_down, ids) if rate.scope_down else None,
        ),
    )


def _key(key: graph.RateKey) -> wafv2.RateBasedStatementCustomKey:
    """A part of the request by which requests are counted."""
    texts = {"TextTransformations": _transformations(key.transformations)}
    match key.part:
        case "header":
            return wafv2.RateBasedStatementCustomKey(Header=wafv2.RateLimitHeader(Name=key.key_name, **texts))
        case "cookie":
            return wafv2.RateBasedStatementCustomKey(Cookie=wafv2.RateLimitCookie(Name=key.key_name, **texts))
        case "query_argument":
            one = wafv2.RateLimitQueryArgument(Name=key.key_name, **texts)
            return wafv2.RateBasedStatementCustomKey(QueryArgument=one)
        case "query_string":
            return wafv2.RateBasedStatementCustomKey(QueryString=wafv2.RateLimitQueryString(**texts))
        case "uri_path":
            return wafv2.RateBasedStatementCustomKey(UriPath=wafv2.RateLimitUriPath(**texts))
        case "label_namespace":
            space = wafv2.RateLimitLabelNamespace(Namespace=key.key_name)
            return wafv2.RateBasedStatementCustomKey(LabelNamespace=space)
        case _:
            return wafv2.RateBasedStatementCustomKey(**{PLAIN_PARTS[key.part]: {}})
