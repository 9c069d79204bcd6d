"""Zones and records: from the spec to nodes and documents, and what the spec gets wrong."""

import re

import pytest
from examples import emitted
from hypothesis import given
from hypothesis import strategies as st
from weighed import check

from infraspec.graph.graph import Graph
from infraspec.graph.route53 import GeoLocation, HostedZone, RecordSet
from infraspec.resolve.dns import quoted

HEAD = "version: 1\nname: demo\nregion: ap-northeast-2\nvpcs: {main: {cidr: 10.0.0.0/16}, bare: {cidr: 10.1.0.0/16}}\n"
ZONES = HEAD + "dns:\n  zones:\n    example.com: {existing: Z0123456789EXAMPLE}\n    new.example: {comment: Mine}\n"
RECORDS = ZONES + "  records:\n"

STRING = re.compile(r'"((?:[ !#-\[\]-~]|\\[0-7]{3})*)"')


def codes(text: str) -> list[str]:
    """The codes of what is reported."""
    return [one.problem.code for one in check(text.encode(), "spec.yaml").diagnostics]


def graph_of(text: str) -> Graph:
    found = check(text.encode(), "spec.yaml")
    assert [one.message for one in found.diagnostics] == []
    assert found.graph is not None
    return found.graph


def record(written: str) -> RecordSet:
    (found,) = graph_of(f"{RECORDS}    www.example.com: {{zone: example.com, {written}}}\n").of(RecordSet)
    return found


def read(value: str) -> str:
    """What a resolver answers for the value of a TXT record."""
    joined = "".join(STRING.findall(value))
    octets = re.sub(r"\\([0-7]{3})", lambda found: chr(int(found[1], 8)), joined)
    return octets.encode("latin-1").decode()


@given(st.text(max_size=400))
def test_text_is_what_a_resolver_reads(text: str) -> None:
    value = quoted(text)
    assert re.fullmatch(f"{STRING.pattern}(?: {STRING.pattern})*", value)
    assert all(len(string) <= 255 for string in STRING.findall(value))
    assert read(value) == text


def test_text_is_split_where_a_string_is_full() -> None:
    assert quoted("v=spf1 -all") == '"v=spf1 -all"'
    assert quoted("a" * 256) == f'"{"a" * 255}" "a"'
    assert quoted('"') == r'"\042"'


def test_both_documents_hold_the_same_text() -> None:
    template, terraform = emitted(graph_of(f"{RECORDS}    www.example.com: {{zone: example.com, TXT: {'a' * 300}}}\n"))
    (properties,) = [one["Properties"] for one in template["Resources"].values() if one["Type"].endswith("RecordSet")]
    (argument,) = terraform["resource"]["aws_route53_record"].values()
    assert [f'"{value}"' for value in argument["records"]] == properties["ResourceRecords"]


@pytest.mark.parametrize(
    ("written", "kind", "ttl", "values"),
    [
        ("A: 192.0.2.1", "A", 300, ("192.0.2.1",)),
        ("A: [192.0.2.1, 192.0.2.2], ttl: 60", "A", 60, ("192.0.2.1", "192.0.2.2")),
        ("CNAME: www.example.net, ttl: 1", "CNAME", 1, ("www.example.net",)),
        ("MX: 10 mail.example.com", "MX", 300, ("10 mail.example.com",)),
        ("TXT: v=spf1 -all", "TXT", 300, ('"v=spf1 -all"',)),
        ("""CAA: '0 issue "amazon.com"'""", "CAA", 300, ('0 issue "amazon.com"',)),
        ("SRV: 0 5 5060 sip.example.com.", "SRV", 300, ("0 5 5060 sip.example.com.",)),
        ("NS: [ns1.example.net]", "NS", 300, ("ns1.example.net",)),
        ("PTR: www.example.com", "PTR", 300, ("www.example.com",)),
        ("DS: 12345 13 2 0123ABCD", "DS", 300, ("12345 13 2 0123ABCD",)),
        (
            """NAPTR: '100 50 "u" "sip+E2U" "!^.*$!sip:a@b!" .'""",
            "NAPTR",
            300,
            ('100 50 "u" "sip+E2U" "!^.*$!sip:a@b!" .',),
        ),
        ("AAAA: '2001:db8::1'", "AAAA", 300, ("2001:db8::1",)),
    ],
)
def test_a_record_holds_what_is_written(written: str, kind: str, ttl: int, values: tuple[str, ...]) -> None:
    found = record(written)
    assert (found.key, found.type, found.ttl, found.records, found.alias) == (
        f"www.example.com {kind}",
        kind,
        ttl,
        values,
        None,
    )


def test_one_name_may_have_several_types() -> None:
    text = f"{RECORDS}    example.com: {{zone: example.com, A: 192.0.2.1, MX: 10 mail.example.com}}\n"
    assert [one.key for one in graph_of(text).of(RecordSet)] == ["example.com A", "example.com MX"]


@pytest.mark.parametrize(
    ("name", "written", "code"),
    [
        ("www.example.com", "", "DNS101"),
        ("www.example.com", "ttl: 60", "DNS101"),
        ("www.example.com", "evaluate_target_health: true, A: 192.0.2.1", "DNS101"),
        ("www.example.com", "alias: web, A: 192.0.2.1", "DNS101"),
        ("www.example.com", "alias: web", "SPC004"),
        ("www.example.com", "A: []", "SPC003"),
        ("www.example.com", "A: 192.0.2.1, ttl: 0", "SPC003"),
        ("example.com", "CNAME: www.example.net", "DNS102"),
        ("www.example.com", "CNAME: www.example.net, TXT: a", "DNS102"),
        ("www.example.org", "A: 192.0.2.1", "DNS103"),
        ("wwwexample.com", "A: 192.0.2.1", "DNS103"),
        ("www.example.com", "A: 192.0.2.256", "DNS105"),
        ("www.example.com", "A: '2001:db8::1'", "DNS105"),
        ("www.example.com", "AAAA: 192.0.2.1", "DNS105"),
        ("www.example.com", "MX: mail.example.com", "DNS105"),
        ("www.example.com", "CNAME: http://www.example.net", "DNS105"),
        ("www.example.com", "TXT: '\"v=spf1 -all\"'", "DNS105"),
        ("www.example.com", "TXT: ''", "DNS105"),
        ("www.example.com", "CAA: amazon.com", "DNS105"),
        ("www.example.com", "A: [192.0.2.1, 192.0.2.1]", "DNS105"),
        ("www.*.example.com", "A: 192.0.2.1", "NAM148"),
        ("www.example.com.", "A: 192.0.2.1", "NAM148"),
        ("w" * 64 + ".example.com", "A: 192.0.2.1", "NAM148"),
    ],
)
def test_a_record_that_cannot_be_is_reported(name: str, written: str, code: str) -> None:
    found = codes(f"{RECORDS}    {name}: {{zone: example.com, {written}}}\n")
    assert code in found
    assert set(found) <= {code, "DNS103"}


def test_capitals_make_no_second_name() -> None:
    text = RECORDS + "".join(
        f"    {name}.example.com: {{zone: example.com, A: 192.0.2.1}}\n" for name in ("www", "WWW")
    )
    assert codes(text) == ["DNS106"]
    assert codes(text.replace("WWW", "web")) == []


def test_a_zone_may_be_named_by_its_identifier_alone() -> None:
    text = "".join(f"    {name}.example.org: {{zone: Z0987654321EXAMPLE, A: 192.0.2.1}}\n" for name in "ab")
    graph = graph_of(RECORDS + text)
    assert [one.existing for one in graph.of(HostedZone)] == ["Z0987654321EXAMPLE", "Z0123456789EXAMPLE", None]
    template, terraform = emitted(graph)
    assert {one["zone_id"] for one in terraform["resource"]["aws_route53_record"].values()} == {"Z0987654321EXAMPLE"}
    assert [one["Type"] for one in template["Resources"].values()].count("AWS::Route53::HostedZone") == 1


def test_both_documents_say_what_a_zone_is_for() -> None:
    template, terraform = emitted(graph_of(ZONES + "    quiet.example: {vpcs: [main, bare]}\n"))
    zones = {
        one["Properties"]["Name"]: one["Properties"]
        for one in template["Resources"].values()
        if "HostedZone" in one["Type"]
    }
    arguments = {one["name"]: one for one in terraform["resource"]["aws_route53_zone"].values()}
    for name, comment in (("new.example", "Mine"), ("quiet.example", "")):
        assert zones[name]["HostedZoneConfig"]["Comment"] == arguments[name]["comment"] == comment
    assert len(zones["quiet.example"]["VPCs"]) == len(arguments["quiet.example"]["vpc"]) == 2


@pytest.mark.parametrize(
    ("written", "code"),
    [("existing: mine", "SPC008"), ("vpcs: []", "SPC003"), ("vpcs: [mian]", "SPC004"), ("comment: 7", "SPC003")],
)
def test_a_zone_that_cannot_be_is_reported(written: str, code: str) -> None:
    assert codes(f"{ZONES}    corp.example: {{{written}}}\n") == [code]


ROUTED = RECORDS + "    www.example.com:\n      zone: example.com\n      answers:\n"


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("{weight: 10, A: 192.0.2.1}", {"weight": 10}),
        ("{region: eu-west-1, A: 192.0.2.1}", {"region": "eu-west-1"}),
        ("{failover: secondary, A: 192.0.2.1}", {"failover": "SECONDARY"}),
        ("{multivalue: true, A: 192.0.2.1}", {"multi_value_answer": True}),
        ("{location: default, A: 192.0.2.1}", {"geo_location": GeoLocation(None, "*", None)}),
        ("{location: {continent: EU}, A: 192.0.2.1}", {"geo_location": GeoLocation("EU", None, None)}),
        ("{location: {country: US, subdivision: WA}, A: 192.0.2.1}", {"geo_location": GeoLocation(None, "US", "WA")}),
    ],
)
def test_an_answer_says_when_it_is_given(written: str, expected: dict[str, object]) -> None:
    found = check(f"{ROUTED}        one: {written}\n".encode(), "spec.yaml").graph
    assert found is not None
    (record,) = found.of(RecordSet)
    assert record.routing is not None
    said = {name: value for name, value in record.routing._asdict().items() if value is not None}
    assert said == {"set_identifier": "one", **expected}


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("{A: 192.0.2.1}", "SPC003"),
        ("{weight: 1, region: eu-west-1, A: 192.0.2.1}", "SPC003"),
        ("{weight: 256, A: 192.0.2.1}", "SPC003"),
        ("{weight: 1}", "DNS101"),
        ("{multivalue: true, alias: www.example.net}", "DNS101"),
        ("{location: {continent: EU, country: FR}, A: 192.0.2.1}", "SPC003"),
        ("{location: {country: fr}, A: 192.0.2.1}", "SPC003"),
        ("{location: {country: FR, subdivision: WA}, A: 192.0.2.1}", "SPC003"),
        ("{weight: 1, A: 192.0.2.1, health_check: missing}", "SPC004"),
    ],
)
def test_what_is_wrong_with_an_answer_is_said(written: str, code: str) -> None:
    assert codes(f"{ROUTED}        one: {written}\n") == [code]


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("answers: {one: {weight: 1, A: 192.0.2.1}}, A: 192.0.2.2", "DNS101"),
        ("answers: {one: {weight: 1, A: 192.0.2.1}}, ttl: 60", "DNS101"),
        ("delegate: new.example, NS: ns1.example.net", "DNS101"),
    ],
)
def test_a_name_answers_in_one_way(written: str, code: str) -> None:
    assert codes(f"{RECORDS}    www.example.com: {{zone: example.com, {written}}}\n") == [code]


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("{}", "SPC003"),
        ("{http: a.example.com, tcp: a.example.com}", "SPC003"),
        ("{tcp: a.example.com}", "SPC003"),
        ("{tcp: a.example.com, port: 25, path: /}", "SPC003"),
        ("{http: a.example.com, sni: true}", "SPC003"),
        ("{alarm: backlog, at_least: 1}", "SPC003"),
        ("{http: a.example.com, path: healthz}", "DNS109"),
        ("{http: 10.0.0.1}", "DNS109"),
        ("{http: a.example.com, regions: [us-east-1]}", "DNS109"),
        ("{http: a.example.com, regions: [us-east-1, us-west-1, ap-northeast-2]}", "DNS109"),
        ("{any_of: [web]}", "SPC017"),
        ("{existing: web}", "SPC008"),
    ],
)
def test_what_is_wrong_with_a_health_check_is_said(written: str, code: str) -> None:
    found = check(f"{HEAD}dns: {{health_checks: {{web: {written}}}}}\n".encode(), "spec.yaml").diagnostics
    assert [one.problem.code for one in found if one.is_error] == [code]


def test_an_alias_of_another_record_has_its_types() -> None:
    spec = f"{RECORDS}    a.example.com: {{zone: example.com, A: 192.0.2.1, AAAA: '2001:db8::1'}}\n"
    spec += "    b.example.com: {zone: example.com, alias: a.example.com}\n"
    found = [one for one in graph_of(spec).of(RecordSet) if one.name == "b.example.com"]
    assert [(one.type, one.alias and one.alias.dns_name) for one in found] == [
        ("A", "a.example.com"),
        ("AAAA", "a.example.com"),
    ]


def test_an_alias_is_made_after_the_record_that_it_leads_to() -> None:
    spec = f"{RECORDS}    b.example.com: {{zone: example.com, alias: a.example.com}}\n"
    answers = "{x: {weight: 1, A: 192.0.2.1}, y: {weight: 2, A: 192.0.2.2}}"
    spec += f"    a.example.com: {{zone: example.com, answers: {answers}}}\n"
    template, terraform = emitted(graph_of(spec))
    ids = [name for name, one in template["Resources"].items() if one["Properties"].get("Name") == "a.example.com"]
    (alias,) = [one for one in template["Resources"].values() if one["Properties"].get("Name") == "b.example.com"]
    assert (len(ids), alias["DependsOn"]) == (2, sorted(ids))
    sets = terraform["resource"]["aws_route53_record"]
    (waiting,) = [one for one in sets.values() if one["name"] == "b.example.com"]
    labels = [f"aws_route53_record.{label}" for label, one in sets.items() if one["name"] == "a.example.com"]
    assert waiting["depends_on"] == sorted(labels)


def test_two_names_cannot_be_aliases_of_each_other() -> None:
    spec = f"{RECORDS}    a.example.com: {{zone: example.com, alias: b.example.com}}\n"
    spec += "    b.example.com: {zone: example.com, alias: a.example.com}\n"
    found = check(spec.encode(), "spec.yaml").diagnostics
    assert [one.problem.code for one in found if one.is_error] == ["SPC017"]


@pytest.mark.parametrize(
    ("name", "alias", "help_"),
    [
        ("www.example.com", "to.example.com", "write `CNAME: to.example.com`"),
        ("www.example.com", "there.new.example", "write `CNAME: there.new.example`"),
        ("www.example.com", "said.example.com", "name a load balancer, or a record with addresses"),
        ("www.example.com", "www.example.com", "name a load balancer, or a record with addresses"),
        ("example.com", "to.example.com", "name a load balancer, or a record with addresses"),
    ],
)
def test_an_alias_leads_to_addresses_of_its_zone(name: str, alias: str, help_: str) -> None:
    text = (
        RECORDS
        + "    to.example.com: {zone: example.com, CNAME: example.net}\n"
        + "    said.example.com: {zone: example.com, TXT: hello}\n"
        + "    there.new.example: {zone: new.example, A: 192.0.2.1}\n"
        + f"    {name}: {{zone: example.com, alias: {alias}}}\n"
    )
    found = [one for one in check(text.encode(), "spec.yaml").diagnostics if one.problem.code == "DNS125"]
    assert [one.help for one in found] == [help_]


def test_a_zone_that_is_named_in_two_ways_is_one() -> None:
    text = RECORDS + "    to.example.com: {zone: example.com, A: 192.0.2.1}\n"
    assert codes(text + "    www.example.com: {zone: Z0123456789EXAMPLE, alias: to.example.com}\n") == []


FAR = "d111111abcdef8.cloudfront.net"
"""A distribution, which has addresses of both families."""


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        (f"one: {{A: 192.0.2.1, weight: 9}}, two: {{alias: {FAR}, weight: 1}}", ["A one", "A two"]),
        (
            f"one: {{A: 192.0.2.1, AAAA: '2001:db8::1', weight: 9}}, two: {{alias: {FAR}, weight: 1}}",
            ["A one", "A two", "AAAA one", "AAAA two"],
        ),
        (
            f"one: {{alias: all.example.com, weight: 9}}, two: {{alias: {FAR}, weight: 1}}",
            ["A one", "A two", "AAAA one", "AAAA two"],
        ),
    ],
)
def test_no_answer_is_given_to_those_who_ask_for_ipv6_alone(answers: str, expected: list[str]) -> None:
    text = RECORDS + f"    all.example.com: {{zone: example.com, alias: {FAR}}}\n"
    text += f"    www.example.com: {{zone: example.com, answers: {{{answers}}}}}\n"
    found = graph_of(text).of(RecordSet)
    assert (
        sorted(one.key.removeprefix("www.example.com ") for one in found if one.name == "www.example.com") == expected
    )
