"""Web ACLs: what may be written, and what it comes to."""

import pytest
from weighed import check

from infraspec.analysis.firewall import units_of
from infraspec.compiler import Checked
from infraspec.graph.graph import Graph
from infraspec.graph.resource import Ref
from infraspec.graph.values import Joined, Value
from infraspec.graph.wafv2 import Rule, WebAcl, WebAclLogging
from infraspec.graph.wafv2_sets import IpSet
from infraspec.graph.wafv2_statements import ByteMatch, Combined, ManagedGroup, Rate

HEAD = "version: 1\nname: demo\nregion: ap-northeast-2\n"
ACL = HEAD + "web_acls:\n  shop:\n    default: block\n    rules:\n      one: %s\n"


def judged(text: str) -> Checked:
    return check(text.encode(), "spec.yaml")


def codes(text: str) -> list[str]:
    return [one.problem.code for one in judged(text).diagnostics]


def graph(text: str) -> Graph:
    found = judged(text)
    assert [one.message for one in found.diagnostics] == []
    assert found.graph is not None
    return found.graph


def acl(rule: str) -> WebAcl:
    (found,) = graph(ACL % rule).of(WebAcl)
    return found


def rule(text: str) -> Rule:
    return acl(text).rules[0]


def test_a_group_alone_has_its_own_actions() -> None:
    found = rule("{managed: AWSManagedRulesCommonRuleSet}")
    assert isinstance(found.statement, ManagedGroup)
    assert (found.action, found.override_action, found.statement.version) == (None, "none", None)
    assert rule("{managed: AWSManagedRulesCommonRuleSet, action: count}").override_action == "count"


@pytest.mark.parametrize(
    ("by", "kind", "keys"),
    [
        ("ip", "IP", 0),
        ("forwarded-ip", "FORWARDED_IP", 0),
        ("[ip, {header: Authorization}]", "CUSTOM_KEYS", 2),
        ("[{cookie: session}]", "CUSTOM_KEYS", 1),
        ("all, only: {countries: [KR]}", "CONSTANT", 0),
    ],
)
def test_requests_are_counted_by_what_is_written(by: str, kind: str, keys: int) -> None:
    found = rule(f"{{rate: {{limit: 100, by: {by}}}, action: block}}").statement
    assert isinstance(found, Rate)
    assert (found.aggregate_key_type, len(found.custom_keys)) == (kind, keys)
    assert (found.forwarded is not None) == (kind == "FORWARDED_IP")


def test_statements_stand_in_statements() -> None:
    found = rule(
        "{all: [{countries: [KR]}, {any: [{label: a}, {not: {equals: x, of: path}}]}], action: block}"
    ).statement
    assert isinstance(found, Combined)
    inner = found.statements[1]
    assert isinstance(inner, Combined)
    assert (found.operator, inner.operator) == ("and", "or")


def test_a_text_is_changed_before_it_is_looked_at() -> None:
    found = rule(
        "{contains: evil, of: {header: User-Agent}, transform: [lowercase, url-decode], action: block}"
    ).statement
    assert isinstance(found, ByteMatch)
    assert found.looked.transformations == ("LOWERCASE", "URL_DECODE")
    assert (found.looked.field.part, found.looked.field.name) == ("single_header", "user-agent")


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("{countries: [KR], action: block}", 1),
        ("{equals: a, of: path, action: block}", 2),
        ("{contains: a, of: path, transform: lowercase, action: block}", 20),
        ("{script_injection: true, of: json, action: block}", 80),
        ("{sql_injection: high, of: arguments, action: block}", 40),
        ("{rate: {limit: 100, by: [ip, path], only: {countries: [KR]}}, action: block}", 63),
        ("{managed: AWSManagedRulesCommonRuleSet}", 700),
        ("{any: [{regex: a, of: path}, {label: b}], action: block}", 4),
    ],
)
def test_capacity_is_added_up(text: str, units: int) -> None:
    assert units_of(acl(text)) == units


def test_an_address_alone_is_a_block_of_one() -> None:
    found = graph(HEAD + "ip_sets: {a: {addresses: [192.0.2.1, 192.0.2.128/25]}, b: {addresses: ['2001:db8::1']}}\n")
    assert [(one.ip_address_version, one.addresses) for one in found.of(IpSet)] == [
        ("IPV4", ("192.0.2.1/32", "192.0.2.128/25")),
        ("IPV6", ("2001:db8::1/128",)),
    ]


def test_logs_go_to_a_group_or_a_bucket_of_the_spec() -> None:
    for section in ("log_groups", "buckets"):
        name = "aws-waf-logs-shop"
        text = HEAD + f"{section}: {{{name}: {{}}}}\nweb_acls: {{shop: {{default: block, logging: {name}}}}}\n"
        (found,) = graph(text).of(WebAclLogging)
        kind = "LogGroup" if section == "log_groups" else "Bucket"
        assert Value(Ref(kind, name), "name") in found.destination.parts
        assert found.depends_on == (() if kind == "LogGroup" else (Ref("BucketPolicy", name),))


def test_logs_go_to_a_stream() -> None:
    arn = "arn:aws:firehose:ap-northeast-2:123456789012:deliverystream/aws-waf-logs-a"
    (found,) = graph(HEAD + f'web_acls: {{shop: {{default: block, logging: "{arn}"}}}}\n').of(WebAclLogging)
    assert found.destination == Joined((arn,))


@pytest.mark.parametrize(
    "text",
    [
        "{action: block}",
        "{countries: [KR]}",
        "{countries: [Korea], action: block}",
        "{countries: [KR], label: a, action: block}",
        "{equals: a, action: block}",
        "{countries: [KR], of: path, action: block}",
        "{equals: a, of: paths, action: block}",
        "{equals: a, of: path, transform: lower, action: block}",
        "{equals: a, of: path, forwarded: true, action: block}",
        "{managed: AWSManagedRulesCommonRuleSet, action: block}",
        "{managed: AWSManagedRulesCommonRuleSet, countries: [KR]}",
        "{countries: [KR], action: allow, respond: 403}",
        "{countries: [KR], action: block, add_headers: {a: b}}",
        "{countries: [KR], action: block, immunity: 300}",
        "{rate: {limit: 100, by: all}, action: block}",
        "{rate: {limit: 100, by: [all, ip]}, action: block}",
        "{rate: {limit: 100, by: [{header: a, cookie: b}]}, action: block}",
        "{any: [{countries: [KR]}], action: block}",
        "{ip_set: nobody, action: block}",
        "{regex_set: nobody, of: path, action: block}",
    ],
)
def test_a_rule_that_cannot_be(text: str) -> None:
    assert codes(ACL % text) != []


@pytest.mark.parametrize(
    "text",
    [
        "ip_sets: {a: {addresses: [192.0.2.1, '2001:db8::1']}}",
        "ip_sets: {a: {addresses: [192.0.2.1/24]}}",
        "ip_sets: {a: {description: ü}}",
        "web_acls: {a: {logging: {to: aws-waf-logs-a, redact: [body]}}}",
        "web_acls: {a: {existing: arn:aws:wafv2:ap-northeast-2:123456789012:global/webacl/a/1}}",
        "web_acls: {a: {protects: [nobody]}}",
    ],
)
def test_what_else_cannot_be(text: str) -> None:
    assert codes(f"{HEAD}{text}\n") != []


def test_a_set_that_exists_is_named_by_its_arn() -> None:
    arn = "arn:aws:wafv2:ap-northeast-2:123456789012:regional/ipset/partners/1234abcd-12ab-34cd-56ef-1234567890ab"
    found = graph(ACL % f'{{ip_set: "{arn}", action: allow}}')
    assert [(one.key, one.existing) for one in found.of(IpSet)] == [(arn, arn)]
