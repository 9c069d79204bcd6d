"""A CloudFormation template's roles, machines, balancers, names and databases, read back into plain facts.

https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-template-resource-type-ref.html
"""

from base64 import b64decode
from collections.abc import Iterator
from typing import Any

import cloudformation_databases as databases
from cloudformation_network import named, tags_of
from facts import Body, Fact, UnreadError, given, owner


def managed_policy(body: Body) -> Iterator[tuple[str, Fact]]:
    yield (
        f"managed_policy/{body('ManagedPolicyName')}",
        {
            "description": body("Description"),
            "path": body("Path", "/"),
            "document": body.document("PolicyDocument"),
            "tags": tags_of(body),
        },
    )


def role(body: Body) -> Iterator[tuple[str, Fact]]:
    role = f"role/{body('RoleName')}"
    yield (
        role,
        {
            "description": body("Description"),
            "path": body("Path", "/"),
            "seconds": body.number("MaxSessionDuration", 3600),
            "trust": body.document("AssumeRolePolicyDocument"),
            "boundary": body("PermissionsBoundary"),
            "tags": tags_of(body),
        },
    )
    for arn in body("ManagedPolicyArns", []):
        yield f"role_policy/{role} {arn}", {}
    for one in body.blocks("Policies"):
        yield f"inline_policy/{role} {one('PolicyName')}", {"document": one.document("PolicyDocument")}


def instance_profile(body: Body) -> Iterator[tuple[str, Fact]]:
    (role,) = body("Roles")
    yield f"instance_profile/{body('InstanceProfileName')}", {"path": body("Path", "/"), "role": role}


def _disk(ebs: Body, **more: Any) -> Fact:
    fact = {
        **more,
        "size": ebs.number("VolumeSize"),
        "type": ebs("VolumeType", "gp2"),
        "iops": ebs.number("Iops"),
        "throughput": ebs.number("Throughput"),
        "encrypted": ebs.flag("Encrypted"),
        "key": ebs("KmsKeyId"),
        "deleted": ebs.flag("DeleteOnTermination", default=True),
    }
    ebs.done()
    return {name: value for name, value in fact.items() if value is not None}


def _disks(body: Body) -> list[Fact]:
    disks = []
    for mapping in body.blocks("BlockDeviceMappings"):
        disks.append(_disk(mapping.block("Ebs"), device=mapping("DeviceName")))
        mapping.done()
    return disks


def _tagged(body: Body) -> dict[str, dict[str, str]]:
    """Tags by the kind of thing that carries them."""
    tags = {}
    for one in body.blocks("TagSpecifications"):
        tags[one("ResourceType")] = tags_of(one)
        one.done()
    return tags


def instance(body: Body) -> Iterator[tuple[str, Fact]]:
    metadata, credit, template = (body.block(n) for n in ("MetadataOptions", "CreditSpecification", "LaunchTemplate"))
    plugged = body.block("NetworkInterfaces")
    if plugged.number("DeviceIndex", 0) != 0:
        raise UnreadError(f"{body.where}: a second interface")
    facts = {
        "image": body("ImageId"),
        "interface": plugged("NetworkInterfaceId"),
        "host": body("HostId"),
        "placement_group": body("PlacementGroupName"),
        "type": body("InstanceType"),
        "subnet": plugged("SubnetId") or body("SubnetId"),
        "private_ip": plugged("PrivateIpAddress") or body("PrivateIpAddress"),
        "ipv6": plugged.number("Ipv6AddressCount") or body.number("Ipv6AddressCount"),
        "public_ip": plugged.flag("AssociatePublicIpAddress"),
        "groups": plugged.set_of("GroupSet") or body.set_of("SecurityGroupIds"),
        "key": body("KeyName"),
        "profile": body("IamInstanceProfile"),
        "tenancy": body("Tenancy", "default"),
        "monitoring": body.flag("Monitoring", default=False),
        "protected": body.flag("DisableApiTermination", default=False),
        "checked": body.flag("SourceDestCheck", default=True),
        "credits": credit("CPUCredits"),
        "tokens": metadata("HttpTokens", "optional"),
        "hops": metadata.number("HttpPutResponseHopLimit"),
        "metadata": metadata("HttpEndpoint", "enabled"),
        "metadata_tags": metadata("InstanceMetadataTags"),
        "optimized": body.flag("EbsOptimized"),
        "user_data": b64decode(body("UserData", "")).decode() or None,
        # A template names the root device; Terraform's provider takes it from the image.
        "disks": [{name: value for name, value in one.items() if name != "device"} for one in _disks(body)],
        "template": template("LaunchTemplateId"),
        "template_version": template("Version"),
    }
    if not plugged.flag("DeleteOnTermination", default=True):
        raise UnreadError(f"{body.where}: an interface that is kept")
    for key, fact in named("instance", body, **facts):
        yield key, {**fact, "disk_tags": fact["tags"] if body.flag("PropagateTagsToVolumeOnCreation") else {}}
    for one in (metadata, credit, template, plugged):
        one.done()


def volume(body: Body) -> Iterator[tuple[str, Fact]]:
    yield from named(
        "volume",
        body,
        zone=body("AvailabilityZone"),
        size=body.number("Size"),
        type=body("VolumeType", "gp2"),
        iops=body.number("Iops"),
        throughput=body.number("Throughput"),
        encrypted=body.flag("Encrypted"),
        key=body("KmsKeyId"),
        shared=body.flag("MultiAttachEnabled", default=False),
    )


def volume_attachment(body: Body) -> Iterator[tuple[str, Fact]]:
    key = f"volume_attachment/{owner(body('InstanceId'))} {body('Device')}"
    yield key, {"volume": body("VolumeId")}


def network_interface(body: Body) -> Iterator[tuple[str, Fact]]:
    yield from named(
        "network_interface",
        body,
        subnet=body("SubnetId"),
        private_ip=body("PrivateIpAddress"),
        ipv6=body.number("Ipv6AddressCount"),
        groups=body.set_of("GroupSet"),
        description=body("Description"),
        checked=body.flag("SourceDestCheck", default=True),
    )


def elastic_ip_association(body: Body) -> Iterator[tuple[str, Fact]]:
    target = {"instance": body("InstanceId"), "network_interface": body("NetworkInterfaceId")}
    yield f"elastic_ip_association/{body('AllocationId')}", target


def certificate(body: Body) -> Iterator[tuple[str, Fact]]:
    key = f"certificate/{body('DomainName')}"
    fact = {"names": body.set_of("SubjectAlternativeNames"), "method": body("ValidationMethod"), "tags": tags_of(body)}
    logged = body("CertificateTransparencyLoggingPreference", "ENABLED")
    yield key, {**fact, "key": body("KeyAlgorithm", "RSA_2048"), "logged": logged}
    zones = {}
    for one in body.blocks("DomainValidationOptions"):
        # A name and its wildcard are proved by the same record.
        zones[one("DomainName").removeprefix("*.")] = one("HostedZoneId")
        one.done()
    for domain, zone in zones.items():
        yield f"validation/{key} {domain}", {"zone": zone}


def hosted_zone(body: Body) -> Iterator[tuple[str, Fact]]:
    config = body.block("HostedZoneConfig")
    yield (
        f"hosted_zone/{body('Name').rstrip('.')}",
        {
            "comment": config("Comment"),
            "vpcs": sorted((one("VPCId"), one("VPCRegion")) for one in body.blocks("VPCs")),
            "tags": tags_of(body, "HostedZoneTags"),
        },
    )
    config.done()


def record_set(body: Body) -> Iterator[tuple[str, Fact]]:
    alias, where = body.block("AliasTarget"), body.block("GeoLocation")
    kind, one_of = body("Type"), body("SetIdentifier")
    written = body("ResourceRecords", [])
    yield (
        f"record/{owner(body('HostedZoneId'))} {body('Name').rstrip('.')} {kind}{f' {one_of}' if one_of else ''}",
        {
            "ttl": body.number("TTL"),
            # A text record is written with its outer quotes here; Terraform's provider adds them.
            "records": written
            if isinstance(written, str)
            else [one[1:-1] if kind in {"TXT", "SPF"} else one for one in sorted(written)],
            "alias": alias("DNSName"),
            "alias_zone": alias("HostedZoneId"),
            "alias_health": alias.flag("EvaluateTargetHealth"),
            "health_check": body("HealthCheckId"),
            "weight": body.number("Weight"),
            "region": body("Region"),
            "failover": body("Failover"),
            "multivalue": body.flag("MultiValueAnswer"),
            "location": given(
                continent=where("ContinentCode"), country=where("CountryCode"), subdivision=where("SubdivisionCode")
            ),
        },
    )
    alias.done()
    where.done()


def db_subnet_group(body: Body) -> Iterator[tuple[str, Fact]]:
    fact = {"description": body("DBSubnetGroupDescription"), "subnets": body.set_of("SubnetIds"), "tags": tags_of(body)}
    yield f"db_subnet_group/{body('DBSubnetGroupName')}", fact


def db_parameter_group(body: Body) -> Iterator[tuple[str, Fact]]:
    yield (
        f"db_parameter_group/{body('DBParameterGroupName')}",
        {
            "description": body("Description"),
            "family": body("Family"),
            "parameters": body("Parameters"),
            "tags": tags_of(body),
        },
    )


def db_instance(body: Body) -> Iterator[tuple[str, Fact]]:
    if body.has("DBClusterIdentifier"):
        yield from databases.member(body)
        return
    is_copy = body.has("SourceDBInstanceIdentifier") or body.has("DBSnapshotIdentifier")
    yield (
        f"db_instance/{body('DBInstanceIdentifier')}",
        {
            "engine": body("Engine"),
            "version": body("EngineVersion"),
            "license": body("LicenseModel"),
            "class": body("DBInstanceClass"),
            "size": body.number("AllocatedStorage"),
            "grows_to": body.number("MaxAllocatedStorage"),
            "storage": body("StorageType"),
            "iops": body.number("Iops"),
            "throughput": body.number("StorageThroughput"),
            # A copy has the encryption of what it is a copy of, and a template does not say it again.
            "encrypted": None if is_copy else body.flag("StorageEncrypted", default=False),
            "key": body("KmsKeyId"),
            "database": body("DBName"),
            "port": body.number("Port"),
            "user": body("MasterUsername"),
            "managed_password": body.flag("ManageMasterUserPassword", default=False),
            "multi_az": body.flag("MultiAZ", default=False),
            "zone": body("AvailabilityZone"),
            "public": body.flag("PubliclyAccessible"),
            "subnets": body("DBSubnetGroupName"),
            "groups": body.set_of("VPCSecurityGroups"),
            "parameters": body("DBParameterGroupName"),
            "backup_days": body.number("BackupRetentionPeriod", None if is_copy else 1),
            "backup_window": body("PreferredBackupWindow"),
            "maintenance_window": body("PreferredMaintenanceWindow"),
            "copies_tags": body.flag("CopyTagsToSnapshot", default=False),
            "minor_upgrades": body.flag("AutoMinorVersionUpgrade", default=True),
            "backups_go_too": body.flag("DeleteAutomatedBackups", default=True),
            "protected": body.flag("DeletionProtection", default=False),
            "at_once": body.flag("ApplyImmediately", default=True),
            **databases.of_instance(body),
            "tags": tags_of(body),
        },
    )
