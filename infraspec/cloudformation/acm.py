"""AWS Certificate Manager in CloudFormation."""

from troposphere import certificatemanager

from infraspec.cloudformation.names import LogicalIds
from infraspec.cloudformation.properties import given, tags
from infraspec.graph.acm import Certificate


def certificate(certificate: Certificate, ids: LogicalIds) -> certificatemanager.Certificate:
    """AWS::CertificateManager::Certificate, which writes the records of its validation by itself."""
    return certificatemanager.Certificate(
        ids.of(certificate),
        DomainName=certificate.domain_name,
        **given(SubjectAlternativeNames=list(certificate.subject_alternative_names) or None),
        **given(
            KeyAlgorithm=certificate.key_algorithm,
            CertificateTransparencyLoggingPreference=certificate.transparency_logging,
        ),
        ValidationMethod="DNS",
        DomainValidationOptions=[
            certificatemanager.DomainValidationOption(DomainName=one.domain_name, HostedZoneId=ids.ref(one.zone))
            for one in certificate.validations
        ],
        Tags=tags(certificate.tags),
    )
