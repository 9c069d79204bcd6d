"""Certificates: their names, the records that prove them, and who shows them."""

import re

import pytest
from examples import emitted
from weighed import check

from infraspec.graph.acm import Certificate
from infraspec.graph.graph import Graph
from infraspec.rules.services.certificates import covers

ZONES = """version: 1
name: demo
region: ap-northeast-2
vpcs: {main: {cidr: 10.0.0.0/16}}
dns:
  zones:
    example.com: {existing: Z0123456789EXAMPLE}
    example.org: {}
    corp.example: {vpcs: [main]}
certificates:
"""
ARN = "arn:aws:acm:ap-northeast-2:123456789012:certificate/01234567-89ab-cdef-0123-456789abcdef"


def codes(text: str) -> list[str]:
    """The codes of what is reported."""
    return [one.problem.code for one in check((ZONES + text).encode(), "spec.yaml").diagnostics]


def graph_of(text: str) -> Graph:
    found = check((ZONES + text).encode(), "spec.yaml")
    assert [one.message for one in found.diagnostics] == []
    assert found.graph is not None
    return found.graph


def test_every_name_is_proved_in_its_zone() -> None:
    text = "  example.com: {zone: example.com, names: [www.example.com, {name: example.org, zone: example.org}]}\n"
    (found,) = graph_of(text).of(Certificate)
    assert found.subject_alternative_names == ("example.org", "www.example.com")
    assert [(one.domain_name, one.zone.key) for one in found.validations] == [
        ("example.com", "example.com"),
        ("example.org", "example.org"),
        ("www.example.com", "example.com"),
    ]


def test_a_domain_and_its_wildcard_share_one_record() -> None:
    template, terraform = emitted(graph_of("  example.com: {zone: example.com, names: ['*.example.com']}\n"))
    resources = terraform["resource"]
    ((label, record),) = resources["aws_route53_record"].items()
    assert record["zone_id"] == "Z0123456789EXAMPLE"
    assert record["allow_overwrite"] is True
    assert (record["type"], record["ttl"]) == ("CNAME", 300)
    assert re.fullmatch(
        r'\$\{one\(\[for o in \S+ : o\.resource_record_name if o\.domain_name == "example\.com"\]\)\}', record["name"]
    )
    (validation,) = resources["aws_acm_certificate_validation"].values()
    assert validation["validation_record_fqdns"] == [f"${{aws_route53_record.{label}.fqdn}}"]
    (properties,) = [
        one["Properties"] for one in template["Resources"].values() if one["Type"].endswith("::Certificate")
    ]
    assert [one["DomainName"] for one in properties["DomainValidationOptions"]] == ["example.com", "*.example.com"]


def test_a_certificate_outlives_its_replacement() -> None:
    _, terraform = emitted(graph_of("  example.com: {zone: example.com}\n"))
    (certificate,) = terraform["resource"]["aws_acm_certificate"].values()
    assert certificate["lifecycle"] == {"create_before_destroy": True}


def test_an_existing_certificate_is_not_emitted() -> None:
    template, terraform = emitted(graph_of(f"  example.com: {{existing: '{ARN}'}}\n"))
    assert "aws_acm_certificate" not in terraform["resource"]
    assert "AWS::CertificateManager::Certificate" not in {one["Type"] for one in template["Resources"].values()}


def test_names_in_another_order_are_the_same_certificate() -> None:
    one, other = ("[a.example.com, b.example.com]", "[b.example.com, a.example.com]")
    text = "  example.com: {{zone: example.com, names: {}}}\n"
    assert emitted(graph_of(text.format(one))) == emitted(graph_of(text.format(other)))


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("example.com: {}", "SPC002"),
        ("example.com: {zone: exmaple.com}", "SPC004"),
        ("example.com: {zone: example.com, names: [example.com]}", "SPC003"),
        ("example.com: {zone: example.com, validation: email}", "ACM102"),
        ("example.com: {existing: mine}", "SPC008"),
        ("example.com: {zone: example.com, names: ['*.*.example.com']}", "ACM101"),
        (f"{'a' * 53}.example.com: {{zone: example.com}}", "ACM101"),
        (
            f"example.com: {{zone: example.com, names: [{', '.join(f'{n}.example.com' for n in 'abcdefghij')}]}}",
            "ACM101",
        ),
        ("Example.com: {zone: example.com}", "NAM149"),
        ("example.com.: {zone: example.com}", "NAM149"),
        ("com: {zone: Z0123456789EXAMPLE}", "NAM149"),
        ("example.com: {zone: example.org}", "ACM103"),
        ("myexample.com: {zone: example.com}", "ACM103"),
        ("corp.example: {zone: corp.example}", "ACM103"),
    ],
)
def test_a_certificate_that_cannot_be_is_reported(written: str, code: str) -> None:
    found = codes(f"  {written}\n")
    assert code in found
    assert set(found) <= {code, "ACM103"}


@pytest.mark.parametrize(
    ("pattern", "name", "right"),
    [
        ("example.com", "example.com", True),
        ("example.com", "EXAMPLE.com", True),
        ("example.com", "www.example.com", False),
        ("*.example.com", "www.example.com", True),
        ("*.example.com", "*.example.com", True),
        ("*.example.com", "example.com", False),
        ("*.example.com", "a.b.example.com", False),
    ],
)
def test_a_wildcard_covers_one_level(pattern: str, name: str, *, right: bool) -> None:
    assert covers(pattern, name) is right
