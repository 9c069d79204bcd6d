"""The keys that every request has for conditions of policies.

The list is transcribed: `tools/refresh_transcribed.py` names its page.
"""

from typing import Final

KEYS_DATE: Final = "2026-10"
"""When the list below was read."""

GLOBAL_KEYS: Final = frozenset(
    """
    aws:AssumedRoot aws:CalledVia aws:CalledViaFirst aws:CalledViaLast aws:ChatbotSourceArn aws:CurrentTime
    aws:Ec2InstanceSourcePrivateIPv4 aws:Ec2InstanceSourceVpc aws:EpochTime aws:FederatedProvider aws:IsMcpServiceAction
    aws:MultiFactorAuthAge aws:MultiFactorAuthPresent aws:PrincipalAccount aws:PrincipalArn aws:PrincipalIsAWSService
    aws:PrincipalOrgID aws:PrincipalOrgPaths aws:PrincipalServiceName aws:PrincipalServiceNamesList aws:PrincipalTag
    aws:PrincipalType aws:Referer aws:RequestTag aws:RequestedRegion aws:ResourceAccount aws:ResourceOrgID
    aws:ResourceOrgPaths aws:ResourceTag aws:SecureTransport aws:SignInSessionArn aws:SourceAccount aws:SourceArn
    aws:SourceIdentity aws:SourceIp aws:SourceOrgID aws:SourceOrgPaths aws:SourceVpc aws:SourceVpcArn aws:SourceVpce
    aws:TagKeys aws:TokenIssueTime aws:UserAgent aws:UserId aws:Username aws:ViaAWSService aws:VpcSourceIp
    aws:VpceAccount aws:VpceOrgID aws:VpceOrgPaths
    """.split()  # noqa: SIM905 - as a list it would be a page
)
"""Without what stands behind a slash, such as the key of a tag.
https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html"""
