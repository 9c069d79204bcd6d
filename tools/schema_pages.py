"""AWS's own page for a model and for its fields, where there is one."""

from troposphere import AWSObject, certificatemanager, ec2, elasticloadbalancingv2, iam, rds, route53

_GUIDE = "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-"

TYPES: dict[str, type[AWSObject]] = {
    "Vpc": ec2.VPC,
    "InternetGateway": ec2.InternetGateway,
    "NatGateway": ec2.NatGateway,
    "RouteTable": ec2.RouteTable,
    "Subnet": ec2.Subnet,
    "Peering": ec2.VPCPeeringConnection,
    "Endpoint": ec2.VPCEndpoint,
    "SecurityGroup": ec2.SecurityGroup,
    "IngressRule": ec2.SecurityGroupIngress,
    "EgressRule": ec2.SecurityGroupEgress,
    "NetworkAcl": ec2.NetworkAcl,
    "IngressEntry": ec2.NetworkAclEntry,
    "EgressEntry": ec2.NetworkAclEntry,
    "Instance": ec2.Instance,
    "Volume": ec2.Volume,
    "NetworkInterface": ec2.NetworkInterface,
    "Role": iam.Role,
    "Policy": iam.ManagedPolicy,
    "LoadBalancer": elasticloadbalancingv2.LoadBalancer,
    "Listener": elasticloadbalancingv2.Listener,
    "ListenerRule": elasticloadbalancingv2.ListenerRule,
    "TargetGroup": elasticloadbalancingv2.TargetGroup,
    "Certificate": certificatemanager.Certificate,
    "Zone": route53.HostedZone,
    "Record": route53.RecordSetType,
    "Database": rds.DBInstance,
}
"""The resource that each model describes."""

_PROPERTIES = {
    "Vpc": {"cidr": "CidrBlock", "tenancy": "InstanceTenancy", "dns_support": "EnableDnsSupport"}
    | {"dns_hostnames": "EnableDnsHostnames"},
    "NatGateway": {"subnet": "SubnetId", "connectivity": "ConnectivityType", "elastic_ip": "AllocationId"}
    | {"private_ip": "PrivateIpAddress"},
    "Subnet": {"cidr": "CidrBlock", "zone": "AvailabilityZone", "public_ip_on_launch": "MapPublicIpOnLaunch"},
    "Peering": {"requester": "VpcId", "accepter": "PeerVpcId"},
    "Endpoint": {"service": "ServiceName", "type": "VpcEndpointType", "subnets": "SubnetIds"}
    | {"security_groups": "SecurityGroupIds", "private_dns": "PrivateDnsEnabled", "route_tables": "RouteTableIds"}
    | {"policy": "PolicyDocument"},
    "SecurityGroup": {"description": "GroupDescription", "ingress": "SecurityGroupIngress"}
    | {"egress": "SecurityGroupEgress"},
    "IngressEntry": {"number": "RuleNumber", "action": "RuleAction", "from": "CidrBlock"},
    "EgressEntry": {"number": "RuleNumber", "action": "RuleAction", "to": "CidrBlock"},
    "Instance": {"image": "ImageId", "type": "InstanceType", "subnet": "SubnetId", "private_ip": "PrivateIpAddress"}
    | {"security_groups": "SecurityGroupIds", "role": "IamInstanceProfile", "key_pair": "KeyName"}
    | {"termination_protection": "DisableApiTermination", "cpu_credits": "CreditSpecification"},
    "Volume": {"size_gib": "Size", "type": "VolumeType", "kms_key": "KmsKeyId"},
    "NetworkInterface": {"subnet": "SubnetId", "private_ip": "PrivateIpAddress", "security_groups": "GroupSet"},
    "Role": {"trust": "AssumeRolePolicyDocument", "managed_policies": "ManagedPolicyArns"}
    | {"inline_policies": "Policies"},
    "Policy": {"document": "PolicyDocument"},
    "LoadBalancer": {"deletion_protection": "LoadBalancerAttributes", "cross_zone": "LoadBalancerAttributes"}
    | {"idle_timeout": "LoadBalancerAttributes", "http2": "LoadBalancerAttributes"},
    "TargetGroup": {"deregistration_delay": "TargetGroupAttributes"},
    "Certificate": {"validation": "ValidationMethod", "names": "SubjectAlternativeNames"},
    "Record": {"alias": "AliasTarget"},
    "Database": {"version": "EngineVersion", "class": "DBInstanceClass", "license": "LicenseModel"}
    | {"storage_gib": "AllocatedStorage", "max_storage_gib": "MaxAllocatedStorage", "encrypted": "StorageEncrypted"}
    | {"throughput": "StorageThroughput", "zone": "AvailabilityZone", "security_groups": "VPCSecurityGroups"}
    | {"credentials": "ManageMasterUserPassword", "username": "MasterUsername", "database": "DBName"}
    | {"backup_days": "BackupRetentionPeriod", "backup_window": "PreferredBackupWindow"}
    | {"maintenance_window": "PreferredMaintenanceWindow", "copy_tags": "CopyTagsToSnapshot"}
    | {"public": "PubliclyAccessible"},
}
"""Properties whose names are not those of the fields."""


def page(model: str) -> str:
    """A link to AWS's page on what a model describes; nothing where there is none."""
    resource = TYPES.get(model)
    return f"[{resource.resource_type}]({_address(resource)})" if resource is not None else ""


def property_page(model: str, field: str) -> str:
    """A link to what AWS says of the property that a field becomes; its resource's page where it is none."""
    resource = TYPES.get(model)
    if resource is None:
        return ""
    name = _PROPERTIES.get(model, {}).get(field) or _alike(resource, field)
    if name is None:
        return page(model)
    if name not in resource.props:
        raise KeyError(f"{resource.resource_type} has no {name}")
    _, service, kind = resource.resource_type.split("::")
    return f"[{name}]({_address(resource)}#cfn-{service.lower()}-{kind.lower()}-{name.lower()})"


def _alike(resource: type[AWSObject], field: str) -> str | None:
    plain = field.replace("_", "")
    return next((name for name in sorted(resource.props) if name.lower() in (plain, f"{plain}id")), None)


def _address(resource: type[AWSObject]) -> str:
    _, service, kind = resource.resource_type.split("::")
    return f"{_GUIDE}{service.lower()}-{kind.lower()}.html"
