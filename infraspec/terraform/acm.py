"""AWS Certificate Manager in Terraform."""

from collections.abc import Iterator
from typing import TypedDict

from infraspec.graph.acm import Certificate, DomainValidation
from infraspec.terraform.block import Block, Expression, tags
from infraspec.terraform.names import Labels, label


class AwsAcmCertificate(TypedDict):
    """The arguments of aws_acm_certificate that we write."""

    domain_name: str | None
    subject_alternative_names: list[str] | None
    key_algorithm: str | None
    options: dict[str, str] | None
    validation_method: str
    tags: dict[str, str]
    lifecycle: dict[str, bool]


class AwsRoute53Record(TypedDict):
    """The arguments of aws_route53_record that a validation has."""

    zone_id: str
    name: str
    type: str
    ttl: int
    records: list[Expression]
    allow_overwrite: bool


class AwsAcmCertificateValidation(TypedDict):
    """The arguments of aws_acm_certificate_validation that we write."""

    certificate_arn: str
    validation_record_fqdns: list[Expression]


def certificate(certificate: Certificate, labels: Labels) -> Iterator[Block]:
    """aws_acm_certificate, a record for each name, and aws_acm_certificate_validation, which others refer to."""
    name = label(certificate.key)
    records = {f"{certificate.key} {base}": one for base, one in _distinct(certificate).items()}
    yield Block(
        "resource",
        "aws_acm_certificate",
        name,
        AwsAcmCertificate(
            domain_name=certificate.domain_name,
            subject_alternative_names=list(certificate.subject_alternative_names) or None,
            key_algorithm=certificate.key_algorithm,
            options=_options(certificate),
            validation_method="DNS",
            tags=tags(certificate.tags),
            lifecycle={"create_before_destroy": True},
        ),
    )
    for key, one in records.items():
        yield Block("resource", "aws_route53_record", label(key), _record(f"aws_acm_certificate.{name}", one, labels))
    yield labels.block(
        certificate,
        AwsAcmCertificateValidation(
            certificate_arn=Expression(f"${{aws_acm_certificate.{name}.arn}}"),
            validation_record_fqdns=[Expression(f"${{aws_route53_record.{label(key)}.fqdn}}") for key in records],
        ),
    )


def _options(certificate: Certificate) -> dict[str, str] | None:
    preference = certificate.transparency_logging
    return None if preference is None else {"certificate_transparency_logging_preference": preference}


def _distinct(certificate: Certificate) -> dict[str, DomainValidation]:
    """One name for each record: a domain and its wildcard are proved by the same one."""
    found: dict[str, DomainValidation] = {}
    for one in certificate.validations:
        found.setdefault(one.domain_name.removeprefix("*."), one)
    return found


def _record(certificate: str, one: DomainValidation, labels: Labels) -> AwsRoute53Record:
    options = f"for o in {certificate}.domain_validation_options"
    chosen = f'if o.domain_name == "{one.domain_name}"'
    return AwsRoute53Record(
        zone_id=labels.ref(one.zone, "zone_id"),
        name=Expression(f"${{one([{options} : o.resource_record_name {chosen}])}}"),
        type="CNAME",
        ttl=300,
        records=[Expression(f"${{one([{options} : o.resource_record_value {chosen}])}}")],
        allow_overwrite=True,
    )
