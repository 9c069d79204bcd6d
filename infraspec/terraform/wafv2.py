"""AWS WAF in Terraform."""

from typing import Any, TypedDict

from infraspec.graph.wafv2 import Action, Header, LogCondition, Rule, WebAcl, WebAclAssociation, WebAclLogging
from infraspec.terraform.block import Block, tags
from infraspec.terraform.names import Labels
from infraspec.terraform.statements import statement
from infraspec.terraform.values import joined


class Visibility(TypedDict):
    """The `visibility_config` block."""

    metric_name: str
    cloudwatch_metrics_enabled: bool
    sampled_requests_enabled: bool


def _visibility(of: WebAcl | Rule) -> list[Visibility]:
    return [
        Visibility(
            metric_name=of.metric_name,
            cloudwatch_metrics_enabled=of.cloudwatch_metrics_enabled,
            sampled_requests_enabled=of.sampled_requests_enabled,
        )
    ]


class ResponseBody(TypedDict):
    """One `custom_response_body` block."""

    key: str
    content_type: str
    content: str


class AwsWafv2WebAcl(TypedDict):
    """The arguments of aws_wafv2_web_acl that we write."""

    name: str
    scope: str
    description: str | None
    default_action: list[dict[str, Any]]
    rule: list[dict[str, Any]]
    custom_response_body: list[ResponseBody] | None
    token_domains: list[str] | None
    captcha_config: list[dict[str, Any]]
    challenge_config: list[dict[str, Any]]
    visibility_config: list[Visibility]
    tags: dict[str, str]


def web_acl(acl: WebAcl, labels: Labels) -> Block:
    """aws_wafv2_web_acl."""
    return labels.block(
        acl,
        AwsWafv2WebAcl(
            name=acl.name,
            scope="REGIONAL",
            description=acl.description,
            default_action=[_action(acl.default_action)],
            rule=[_rule(rule, labels) for rule in acl.rules],
            custom_response_body=[
                ResponseBody(key=one.body_key, content_type=one.content_type, content=one.content)
                for one in acl.response_bodies
            ]
            or None,
            token_domains=[*acl.token_domains] or None,
            captcha_config=_immunity(acl.captcha_immunity_time),
            challenge_config=_immunity(acl.challenge_immunity_time),
            visibility_config=_visibility(acl),
            tags=tags(acl.tags),
        ),
    )


def _immunity(seconds: int) -> list[dict[str, Any]]:
    return [{"immunity_time_property": [{"immunity_time": seconds}]}]


def _rule(rule: Rule, labels: Labels) -> dict[str, Any]:
    """One `rule` block: a group of others has an override where it has an action."""
    puzzle = rule.action.type if rule.action and rule.immunity_time is not None else ""
    return {
        "name": rule.name,
        "priority": rule.priority,
        "statement": [statement(rule.statement, labels)],
        "action": [_action(rule.action)] if rule.action else None,
        "override_action": [{rule.override_action: [{}]}] if rule.override_action else None,
        "rule_label": [{"name": one} for one in rule.labels] or None,
        "captcha_config": _immunity(rule.immunity_time or 0) if puzzle == "captcha" else None,
        "challenge_config": _immunity(rule.immunity_time or 0) if puzzle == "challenge" else None,
        "visibility_config": _visibility(rule),
    }


def _headers(headers: tuple[Header, ...]) -> list[dict[str, str]] | None:
    return [{"name": one.header, "value": one.content} for one in headers] or None


def _action(action: Action) -> dict[str, Any]:
    """What is done with a request: a block by the word for it."""
    more: dict[str, Any] = {}
    if action.inserted_headers:
        more["custom_request_handling"] = [{"insert_header": _headers(action.inserted_headers)}]
    if action.response_code is not None:
        more["custom_response"] = [
            {
                "response_code": action.response_code,
                "custom_response_body_key": action.response_body_key,
                "response_header": _headers(action.response_headers),
            }
        ]
    return {action.type: [more]}


class AwsWafv2WebAclAssociation(TypedDict):
    """The arguments of aws_wafv2_web_acl_association that we write."""

    web_acl_arn: str
    resource_arn: str | None


def web_acl_association(found: WebAclAssociation, labels: Labels) -> Block:
    """aws_wafv2_web_acl_association."""
    return labels.block(
        found,
        AwsWafv2WebAclAssociation(
            web_acl_arn=labels.ref(found.web_acl, "arn"),
            resource_arn=labels.ref(found.load_balancer, "arn") if found.load_balancer else found.resource_arn,
        ),
    )


class AwsWafv2WebAclLoggingConfiguration(TypedDict):
    """The arguments of aws_wafv2_web_acl_logging_configuration that we write."""

    resource_arn: str
    log_destination_configs: list[str]
    logging_filter: list[dict[str, Any]] | None
    redacted_fields: list[dict[str, Any]] | None


def web_acl_logging(found: WebAclLogging, labels: Labels) -> Block:
    """aws_wafv2_web_acl_logging_configuration."""
    filters = [
        {
            "behavior": one.behavior,
            "requirement": one.requirement,
            "condition": [_condition(each) for each in one.conditions],
        }
        for one in found.filters
    ]
    chosen = [{"default_behavior": found.default_behavior, "filter": filters}] if found.default_behavior else None
    return labels.block(
        found,
        AwsWafv2WebAclLoggingConfiguration(
            resource_arn=labels.ref(found.web_acl, "arn"),
            log_destination_configs=[joined(found.destination, labels)],
            logging_filter=chosen,
            redacted_fields=[{one.part: [{"name": one.name}]} for one in found.redacted_fields] or None,
        ),
    )


def _condition(condition: LogCondition) -> dict[str, Any]:
    if condition.action is not None:
        return {"action_condition": [{"action": condition.action}]}
    return {"label_name_condition": [{"label_name": condition.label_name}]}
