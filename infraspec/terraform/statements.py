"""The statements of AWS WAF's rules in Terraform."""

from typing import Any

from infraspec.graph import wafv2_statements as graph
from infraspec.terraform.names import Labels

Block = dict[str, Any]


def statement(found: graph.Match | graph.ManagedGroup | graph.Rate, labels: Labels) -> Block:
    """Any statement, as a block of its kind in a `statement` block."""
    match found:
        case graph.Combined(operator, statements):
            return {f"{operator}_statement": [{"statement": [statement(one, labels) for one in statements]}]}
        case graph.ManagedGroup():
            return {"managed_rule_group_statement": [_managed(found, labels)]}
        case graph.Rate():
            return {"rate_based_statement": [_rate(found, labels)]}
        case graph.IpSetMatch(ip_set, forwarded):
            proxy = forwarded and [
                {
                    "header_name": forwarded.header_name,
                    "fallback_behavior": forwarded.fallback_behavior,
                    "position": forwarded.position,
                }
            ]
            arn = labels.ref(ip_set, "arn")
            return {"ip_set_reference_statement": [{"arn": arn, "ip_set_forwarded_ip_config": proxy}]}
        case graph.GeoMatch(codes, forwarded):
            return {"geo_match_statement": [{"country_codes": [*codes], **_proxy(forwarded)}]}
        case graph.LabelMatch(scope, label):
            return {"label_match_statement": [{"scope": scope, "key": label}]}
        case _:
            return _looked(found, labels)


def _looked(found: Any, labels: Labels) -> Block:
    """A statement about a part of the request."""
    where = {
        "field_to_match": [_field(found.looked.field)],
        "text_transformation": _transformations(found.looked.transformations),
    }
    match found:
        case graph.ByteMatch(text, constraint):
            one: Block = {"search_string": text, "positional_constraint": constraint}
            return {"byte_match_statement": [{**one, **where}]}
        case graph.RegexMatch(pattern):
            return {"regex_match_statement": [{"regex_string": pattern, **where}]}
        case graph.RegexSetMatch(regex_set):
            arn = labels.ref(regex_set, "arn")
            return {"regex_pattern_set_reference_statement": [{"arn": arn, **where}]}
        case graph.SizeMatch(operator, size):
            return {"size_constraint_statement": [{"comparison_operator": operator, "size": size, **where}]}
        case graph.SqliMatch(sensitivity):
            return {"sqli_match_statement": [{"sensitivity_level": sensitivity, **where}]}
        case _:
            return {"xss_match_statement": [where]}


def _field(found: graph.FieldToMatch) -> Block:
    """A part of a request."""
    if found.name is not None:
        return {found.part: [{"name": found.name}]}
    if found.scope is None:
        return {found.part: [{"oversize_handling": found.oversize}] if found.oversize else [{}]}
    every: Block = {"match_pattern": [{"all": [{}]}], "match_scope": found.scope, "oversize_handling": found.oversize}
    return {found.part: [every]}


def _transformations(names: tuple[str, ...]) -> list[Block]:
    return [{"priority": place, "type": name} for place, name in enumerate(names)]


def _proxy(forwarded: graph.ForwardedIp | None) -> Block:
    """The header that an address is read from."""
    if forwarded is None:
        return {}
    proxy = {"header_name": forwarded.header_name, "fallback_behavior": forwarded.fallback_behavior}
    return {"forwarded_ip_config": [proxy]}


def _managed(group: graph.ManagedGroup, labels: Labels) -> Block:
    level = group.inspection_level
    bots = [{"aws_managed_rules_bot_control_rule_set": [{"inspection_level": level}]}] if level else None
    overrides = [{"name": one.rule, "action_to_use": [{one.action: [{}]}]} for one in group.overrides]
    return {
        "vendor_name": group.vendor_name,
        "name": group.group_name,
        "version": group.version,
        "managed_rule_group_configs": bots,
        "rule_action_override": overrides or None,
        "scope_down_statement": [statement(group.scope_down, labels)] if group.scope_down else None,
    }


def _rate(rate: graph.Rate, labels: Labels) -> Block:
    return {
        "limit": rate.limit,
        "evaluation_window_sec": rate.evaluation_window,
        "aggregate_key_type": rate.aggregate_key_type,
        **_proxy(rate.forwarded),
        "custom_key": [_key(one) for one in rate.custom_keys] or None,
        "scope_down_statement": [statement(rate.scope_down, labels)] if rate.scope_down else None,
    }


def _key(key: graph.RateKey) -> Block:
    """A part of the request by which requests are counted."""
    named = {} if key.key_name is None else {"namespace" if key.part == "label_namespace" else "name": key.key_name}
    texts = {"text_transformation": _transformations(key.transformations)} if key.transformations else {}
    return {key.part: [{**named, **texts}]}
