"""AWS Certificate Manager."""

from typing import NamedTuple

from infraspec.diagnostic import SpecPath
from infraspec.graph.resource import Ref, Resource, Tags, node
from infraspec.graph.route53 import HostedZone


class DomainValidation(NamedTuple):
    """A name of a certificate, and the zone in which its validation record is written."""

    domain_name: str
    zone: Ref[HostedZone]
    origin: SpecPath


@node
class Certificate(Resource):
    """AWS::CertificateManager::Certificate, validated by DNS."""

    domain_name: str | None
    """None where only the ARN of an existing certificate is known."""
    subject_alternative_names: tuple[str, ...]
    key_algorithm: str | None = None
    """None is RSA_2048, the default of both backends: to write it out would replace certificates that stand."""
    transparency_logging: str | None = None
    """`DISABLED`; None is enabled, the default of both backends."""
    validations: tuple[DomainValidation, ...]
    """One for each name."""
    tags: Tags
