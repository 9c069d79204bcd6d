"""A CloudFormation template's web ACLs, read back into plain facts.

https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/AWS_WAFv2.html
"""

import re
from collections.abc import Iterator
from typing import Any

from cloudformation_network import tags_of
from facts import Body, Fact, UnreadError, owner

SPELT = {
    "Statements": "statement",
    "TextTransformations": "text_transformation",
    "CustomKeys": "custom_key",
    "InsertHeaders": "insert_header",
    "ResponseHeaders": "response_header",
    "RuleActionOverrides": "rule_action_override",
    "RuleLabels": "rule_label",
    "IPSetReferenceStatement": "ip_set_reference_statement",
    "IPSetForwardedIPConfig": "ip_set_forwarded_ip_config",
    "ForwardedIPConfig": "forwarded_ip_config",
    "ForwardedIP": "forwarded_ip",
    "HTTPMethod": "http_method",
    "IP": "ip",
    "CloudWatchMetricsEnabled": "cloudwatch_metrics_enabled",
    "AWSManagedRulesBotControlRuleSet": "aws_managed_rules_bot_control_rule_set",
    "Conditions": "condition",
    "Filters": "filter",
}
"""Words of the template that are not the document's in capitals."""


def _said(value: Any) -> Any:
    """A rule in the words of the other document."""
    if isinstance(value, list):
        return [_said(item) for item in value]
    if not isinstance(value, dict):
        return value
    return {SPELT.get(key) or re.sub(r"(?<!^)(?=[A-Z])", "_", key).lower(): _said(item) for key, item in value.items()}


def _regional(body: Body) -> Fact:
    if body("Scope") != "REGIONAL":
        raise UnreadError(f"{body.where}: not of a region")
    return {"description": body("Description"), "tags": tags_of(body)}


def ip_set(body: Body) -> Iterator[tuple[str, Fact]]:
    fact = {"version": body("IPAddressVersion"), "addresses": body.set_of("Addresses")}
    yield f"ip_set/{body('Name')}", {**_regional(body), **fact}


def regex_set(body: Body) -> Iterator[tuple[str, Fact]]:
    yield f"regex_set/{body('Name')}", {**_regional(body), "patterns": body.set_of("RegularExpressionList")}


def web_acl(body: Body) -> Iterator[tuple[str, Fact]]:
    bodies = body("CustomResponseBodies", {})
    yield (
        f"web_acl/{body('Name')}",
        {
            **_regional(body),
            "default": _said(body("DefaultAction")),
            "rules": _said(sorted(body("Rules", []), key=lambda rule: rule["Name"])),
            "bodies": {key: [one["ContentType"], one["Content"]] for key, one in bodies.items()},
            "captcha": body("CaptchaConfig")["ImmunityTimeProperty"]["ImmunityTime"],
            "challenge": body("ChallengeConfig")["ImmunityTimeProperty"]["ImmunityTime"],
            "domains": body.set_of("TokenDomains"),
            "seen": _said(body("VisibilityConfig")),
        },
    )


def association(body: Body) -> Iterator[tuple[str, Fact]]:
    yield f"web_acl_association/{body('ResourceArn')}", {"acl": body("WebACLArn")}


def logging(body: Body) -> Iterator[tuple[str, Fact]]:
    yield (
        f"web_acl_logging/{owner(body('ResourceArn'))}",
        {
            "to": body("LogDestinationConfigs"),
            "filter": _said(body("LoggingFilter")),
            "redacted": _said(body.set_of("RedactedFields")),
        },
    )


READERS = {
    "AWS::WAFv2::IPSet": ip_set,
    "AWS::WAFv2::RegexPatternSet": regex_set,
    "AWS::WAFv2::WebACL": web_acl,
    "AWS::WAFv2::WebACLAssociation": association,
    "AWS::WAFv2::LoggingConfiguration": logging,
}
