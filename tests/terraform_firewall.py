"""A Terraform document's web ACLs, read back into plain facts.

https://registry.terraform.io/providers/hashicorp/aws/latest/docs
"""

from collections.abc import Iterator
from typing import Any

from facts import Body, Fact, UnreadError, canonical, owner
from terraform_network import tags_of

LISTS = {
    "text_transformation",
    "custom_key",
    "insert_header",
    "response_header",
    "rule_action_override",
    "rule_label",
    "managed_rule_group_configs",
    "country_codes",
    "condition",
    "filter",
}
"""Blocks of which there may be several."""


def _said(value: Any, *, several: bool = False) -> Any:
    """A block without the list around it, where there can be but one."""
    if isinstance(value, list):
        inside = [_said(item) for item in value]
        return inside if several or len(inside) != 1 else inside[0]
    if not isinstance(value, dict):
        return value
    found = {}
    for key, item in value.items():
        many = key in LISTS or (key == "statement" and len(item) > 1)
        found[key] = _said(item, several=many)
    return found


def _regional(body: Body) -> Fact:
    if body("scope") != "REGIONAL":
        raise UnreadError(f"{body.where}: not of a region")
    return {"description": body("description"), "tags": tags_of(body)}


def ip_set(body: Body) -> Iterator[tuple[str, Fact]]:
    fact = {"version": body("ip_address_version"), "addresses": body.set_of("addresses")}
    yield f"ip_set/{body('name')}", {**_regional(body), **fact}


def regex_set(body: Body) -> Iterator[tuple[str, Fact]]:
    patterns = sorted(one["regex_string"] for one in body("regular_expression"))
    yield f"regex_set/{body('name')}", {**_regional(body), "patterns": patterns}


def web_acl(body: Body) -> Iterator[tuple[str, Fact]]:
    bodies = body("custom_response_body", [])
    yield (
        f"web_acl/{body('name')}",
        {
            **_regional(body),
            "default": _said(body("default_action")),
            "rules": _said(sorted(body("rule", []), key=lambda rule: rule["name"]), several=True),
            "bodies": {one["key"]: [one["content_type"], one["content"]] for one in bodies},
            "captcha": _said(body("captcha_config"))["immunity_time_property"]["immunity_time"],
            "challenge": _said(body("challenge_config"))["immunity_time_property"]["immunity_time"],
            "domains": body.set_of("token_domains"),
            "seen": _said(body("visibility_config")),
        },
    )


def association(body: Body) -> Iterator[tuple[str, Fact]]:
    yield f"web_acl_association/{body('resource_arn')}", {"acl": body("web_acl_arn")}


def logging(body: Body) -> Iterator[tuple[str, Fact]]:
    redacted = _said(body("redacted_fields", []), several=True)
    yield (
        f"web_acl_logging/{owner(body('resource_arn'))}",
        {
            "to": body("log_destination_configs"),
            "filter": _said(body("logging_filter")),
            "redacted": sorted(redacted, key=canonical),
        },
    )


READERS = {
    "aws_wafv2_ip_set": ip_set,
    "aws_wafv2_regex_pattern_set": regex_set,
    "aws_wafv2_web_acl": web_acl,
    "aws_wafv2_web_acl_association": association,
    "aws_wafv2_web_acl_logging_configuration": logging,
}
