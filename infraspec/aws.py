"""Facts of AWS: limits, reserved addresses, ports; each with its unit and source."""

from typing import Final

RESERVED_FIRST: Final = 4
"""Addresses that AWS keeps at the start of every subnet: network, router, resolver, future use. The last is kept too.
https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html"""

MIN_PREFIX: Final = 16
MAX_PREFIX: Final = 28
"""The largest and the smallest block of a VPC or subnet, as prefix lengths.
https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html"""

PROTOCOLS: Final = {"tcp": 6, "udp": 17, "icmp": 1, "icmpv6": 58, "all": -1}
"""The protocols that have a word of their own, and their numbers.
https://www.iana.org/assignments/protocol-numbers/protocol-numbers.xhtml"""

PORTS: Final = {
    "ssh": 22,
    "telnet": 23,
    "smtp": 25,
    "dns": 53,
    "http": 80,
    "pop3": 110,
    "ntp": 123,
    "imap": 143,
    "ldap": 389,
    "https": 443,
    "smb": 445,
    "smtps": 465,
    "syslog": 514,
    "ldaps": 636,
    "imaps": 993,
    "pop3s": 995,
    "mssql": 1433,
    "oracle": 1521,
    "nfs": 2049,
    "mysql": 3306,
    "rdp": 3389,
    "redshift": 5439,
    "postgresql": 5432,
    "winrm-http": 5985,
    "winrm-https": 5986,
    "redis": 6379,
    "kafka": 9092,
    "memcached": 11211,
    "mongodb": 27017,
    "db2": 50000,
}
"""Services that may stand for their port in a rule.
https://www.iana.org/assignments/service-names-port-numbers/service-names-port-numbers.xhtml"""

ICMP_TYPES: Final = {
    "echo-reply": 0,
    "destination-unreachable": 3,
    "redirect": 5,
    "echo-request": 8,
    "time-exceeded": 11,
    "parameter-problem": 12,
    "timestamp": 13,
    "timestamp-reply": 14,
}
"""Types of ICMP. https://www.iana.org/assignments/icmp-parameters/icmp-parameters.xhtml"""

ICMPV6_TYPES: Final = {
    "packet-too-big": 2,
    "echo-request": 128,
    "echo-reply": 129,
    "router-solicitation": 133,
    "router-advertisement": 134,
    "neighbor-solicitation": 135,
    "neighbor-advertisement": 136,
}
"""Types of ICMPv6 that have code 0 alone. https://www.iana.org/assignments/icmpv6-parameters/icmpv6-parameters.xhtml"""

GROUP_RULES: Final = 60
"""Rules of a security group for one direction and one address family, unless the quota was raised.
https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html"""

GROUPS_OF_INTERFACE: Final = 5
"""Security groups of a network interface, unless the quota was raised (16 at most).
https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html"""

ACL_RULES: Final = 20
ACL_RULES_RAISED: Final = 40
"""Rules of a network ACL for one direction and one address family, the closing deny among them, and the most that the
quota can be raised to. https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html"""

ACL_NUMBERS: Final = (1, 32766)
"""Numbers that an entry of a network ACL may have.
https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateNetworkAclEntry.html"""

INTERFACE_ENDPOINTS: Final = 50
GATEWAY_ENDPOINTS: Final = 20
ENDPOINT_POLICY: Final = 20_480
"""Interface endpoints of a VPC and gateway endpoints of a region, unless the quota was raised; characters of an
endpoint's policy. https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html"""

GATEWAY_SERVICES: Final = frozenset({"dynamodb", "s3"})
"""Services that have gateway endpoints. https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html"""

ENDPOINT_SERVICES: Final = frozenset(
    """
    access-analyzer account acm-pca airflow.api airflow.env airflow.ops analytics-omics app-integrations
    appconfig appconfigdata application-autoscaling appmesh appmesh-envoy-management apprunner
    apprunner.requests appstream.api appstream.streaming appsync-api aps aps-workspaces athena auditmanager
    autoscaling autoscaling-plans awsconnector b2bi backup backup-gateway batch bedrock bedrock-agent
    bedrock-agent-runtime bedrock-runtime billingconductor braket cases cassandra cassandra-fips cleanrooms
    cloudcontrolapi cloudcontrolapi-fips clouddirectory cloudformation cloudhsmv2 cloudtrail
    codeartifact.api codeartifact.repositories codebuild codebuild-fips codecommit codecommit-fips
    codedeploy codedeploy-commands-secure codeguru-profiler codeguru-reviewer codepipeline
    codestar-connections.api codewhisperer comprehend comprehendmedical config connect-campaigns console
    control-storage-omics data-servicediscovery data-servicediscovery-fips databrew dataexchange datasync
    datazone deviceadvisor.iot devops-guru dms dms-fips drs ds dynamodb ebs ec2 ec2messages ecr.api ecr.dkr
    ecs ecs-agent ecs-telemetry eks eks-auth elastic-inference.runtime elasticache elasticache-fips
    elasticbeanstalk elasticbeanstalk-health elasticfilesystem elasticfilesystem-fips elasticloadbalancing
    elasticmapreduce email-smtp emr-containers emr-serverless emrwal.prod entityresolution events evidently
    evidently-dataplane execute-api finspace finspace-api fis forecast forecast-fips forecastquery
    forecastquery-fips frauddetector fsx fsx-fips git-codecommit git-codecommit-fips glue grafana
    grafana-workspace greengrass groundstation guardduty-data guardduty-data-fips healthlake identitystore
    imagebuilder inspector2 iot.credentials iot.data iot.fleethub.api iotfleetwise iotroborunner
    iotsitewise.api iotsitewise.data iottwinmaker.api iottwinmaker.data iotwireless.api kendra
    kinesis-firehose kinesis-streams kms kms-fips lakeformation lambda license-manager license-manager-fips
    license-manager-user-subscriptions logs lookoutequipment lookoutmetrics lookoutvision lorawan.cups
    lorawan.lns m2 macie2 managedblockchain-query managedblockchain.bitcoin.mainnet
    managedblockchain.bitcoin.testnet mediaconnect medical-imaging memory-db memorydb-fips mgn
    migrationhub-orchestrator models-v2-lex monitoring neptune-graph networkmonitor nimble organizations
    organizations-fips panorama payment-cryptography.controlplane payment-cryptography.dataplane
    pca-connector-ad personalize personalize-events personalize-runtime pinpoint pinpoint-sms-voice-v2 polly
    private-networks profile proton rds rds-data redshift redshift-data redshift-fips refactor-spaces
    rekognition rekognition-fips rolesanywhere rum rum-dataplane runtime-medical-imaging runtime-v2-lex s3
    s3-outposts s3express sagemaker.api sagemaker.featurestore-runtime sagemaker.metrics sagemaker.runtime
    sagemaker.runtime-fips scn secretsmanager securityhub servicecatalog servicecatalog-appregistry
    servicediscovery servicediscovery-fips signin simspaceweaver snow-device-management sns sqs ssm
    ssm-contacts ssm-incidents ssmmessages states storage-omics storagegateway streaming-rekognition
    streaming-rekognition-fips sts swf swf-fips sync-states synthetics tags-omics textract textract-fips
    thinclient.api timestream-influxdb tnb transcribe transcribestreaming transfer transfer.server translate
    trustedadvisor verifiedpermissions voiceid vpc-lattice wisdom workflows-omics workspaces xray
    """.split()  # noqa: SIM905 - as a list it would be a page
)
"""Services that have endpoints, by their short names, as of 2026-05. Not every region has all of them.
https://docs.aws.amazon.com/vpc/latest/privatelink/aws-services-privatelink-support.html"""

VPC_BLOCKS: Final = 5
SUBNETS_OF_VPC: Final = 200
ROUTES_OF_TABLE: Final = 50
"""IPv4 blocks of a VPC, subnets of a VPC and routes of a table, unless the quota was raised.
https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html"""

GP3_IOPS: Final = 3000
GP3_THROUGHPUT: Final = 125
"""Operations and MiB each second of a gp3 volume of any size, unless it is given more.
https://docs.aws.amazon.com/ebs/latest/userguide/general-purpose.html"""

_PARTITIONS = (("cn-", "aws-cn"), ("us-gov-", "aws-us-gov"))


def partition(region: str) -> str:
    """The first part of every ARN of a region: `aws`, `aws-cn` or `aws-us-gov`."""
    return next((name for prefix, name in _PARTITIONS if region.startswith(prefix)), "aws")
