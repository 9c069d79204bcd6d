"""What a copy of a pair of documents leaves out, since the conformance oracle cannot hold it."""

import json
from typing import Any

GAPS = {
    (
        "AWS::EC2::Subnet",
        "Ipv6CidrBlock",
    ): "moto lacks the filter by which the provider waits for a subnet's IPv6 block",
    ("aws_subnet", "ipv6_cidr_block"): "the same",
    ("AWS::EC2::Subnet", "EnableDns64"): "moto takes it and forgets it, and the provider waits for it",
    ("aws_subnet", "enable_dns64"): "the same",
    ("AWS::EC2::Instance", "Ipv6AddressCount"): "moto gives no IPv6 addresses",
    ("aws_instance", "ipv6_address_count"): "the same",
    ("AWS::EC2::NetworkInterface", "Ipv6AddressCount"): "the same",
    ("aws_network_interface", "ipv6_address_count"): "the same",
    ("AWS::EC2::NatGateway", "SecondaryAllocationIds"): "moto forgets the further addresses of a NAT gateway",
    ("aws_nat_gateway", "secondary_allocation_ids"): "the same",
    ("AWS::EC2::NatGateway", "SecondaryPrivateIpAddressCount"): "the same",
    ("aws_nat_gateway", "secondary_private_ip_address_count"): "the same",
    ("AWS::SSM::Document", "UpdateMethod"): "moto has stacks without updates",
    ("AWS::KMS::Key", "RotationPeriodInDays"): "no stack of the oracle has it",
    ("aws_kms_key", "rotation_period_in_days"): "the same",
    ("AWS::S3::Bucket", "ObjectLockConfiguration"): "no stack of the oracle has it",
    ("AWS::S3::Bucket", "CorsConfiguration"): "no stack of the oracle has it",
    ("AWS::S3::Bucket", "NotificationConfiguration"): "no stack of the oracle has it",
    ("AWS::S3::Bucket", "IntelligentTieringConfigurations"): "moto takes no archives of intelligent tiering",
    ("AWS::S3::Bucket", "LifecycleConfiguration"): "moto forgets sizes and tags of its rules, and the provider waits",
    ("AWS::EC2::TransitGateway", "SecurityGroupReferencingSupport"): "no stack of the oracle has it",
    ("aws_ec2_transit_gateway", "security_group_referencing_support"): "the same",
    ("AWS::CertificateManager::Certificate", "KeyAlgorithm"): "moto issues RSA alone",
    ("aws_acm_certificate", "key_algorithm"): "the same",
    ("AWS::CertificateManager::Certificate", "CertificateTransparencyLoggingPreference"): "moto forgets it",
    ("aws_acm_certificate", "options"): "the same",
    ("AWS::EC2::DHCPOptions", "Ipv6AddressPreferredLeaseTime"): "moto forgets it",
    ("aws_vpc_dhcp_options", "ipv6_address_preferred_lease_time"): "the same",
    ("AWS::ElasticLoadBalancingV2::Listener", "MutualAuthentication"): "moto forgets who shows a certificate",
    ("aws_lb_listener", "mutual_authentication"): "the same",
    ("AWS::AutoScaling::AutoScalingGroup", "InstanceMaintenancePolicy"): "moto forgets how a group replaces machines",
    ("aws_autoscaling_group", "instance_maintenance_policy"): "the same",
    ("aws_autoscaling_group", "warm_pool"): "no stack of the oracle has one",
    ("AWS::AutoScaling::AutoScalingGroup", "DefaultInstanceWarmup"): "moto forgets it",
    ("aws_autoscaling_group", "default_instance_warmup"): "the same",
}
"""What no copy has, since the emulator cannot hold it: a property of a type, and the reason."""


LACKING = {
    "AWS::EC2::VPNConnectionRoute": "no stack of the oracle has one",
    "aws_vpn_connection_route": "the same",
    "AWS::EC2::VPNGatewayRoutePropagation": "no stack of the oracle has one",
    "aws_vpn_gateway_route_propagation": "the same",
    "aws_s3_bucket_object_lock_configuration": "no stack of the oracle has it",
    "aws_s3_bucket_cors_configuration": "the same",
    "aws_s3_bucket_notification": "the same",
    "aws_s3_bucket_intelligent_tiering_configuration": "moto takes none",
    "aws_s3_bucket_lifecycle_configuration": "moto forgets sizes and tags of its rules, and the provider waits",
    "AWS::EC2::PlacementGroup": "no stack of the oracle has one",
    "aws_placement_group": "the same",
    "AWS::AutoScaling::ScheduledAction": "no stack of the oracle has one",
    "aws_autoscaling_schedule": "the same",
    "AWS::AutoScaling::WarmPool": "no stack of the oracle has one",
    "AWS::DLM::LifecyclePolicy": "no stack of the oracle has one",
    "aws_dlm_lifecycle_policy": "the same",
}
"""Types that no copy has, nor what refers to them has that property, and the reason."""


def without_gaps(document: dict[str, Any]) -> dict[str, Any]:
    """A document without what the emulator cannot hold."""
    if "Resources" in document:
        kept = {name: _without(body, body["Type"]) for name, body in document["Resources"].items()}
        gone = {name for name, body in kept.items() if body["Type"] in LACKING}
        whole = {name: body for name, body in kept.items() if name not in gone}
        outputs = document.get("Outputs", {})
        return {**document, "Resources": _unreferred(whole, gone), "Outputs": _unreferred(outputs, gone)}
    made = document.get("resource", {})
    kept = {kind: {label: _without(body, kind) for label, body in labels.items()} for kind, labels in made.items()}
    gone = {f"{kind}.{label}" for kind, labels in made.items() if kind in LACKING for label in labels}
    return {**document, "resource": _unreferred({kind: one for kind, one in kept.items() if kind not in LACKING}, gone)}


def _without(body: dict[str, Any], kind: str) -> dict[str, Any]:
    if "Properties" in body:
        return {**body, "Properties": _without(body["Properties"], kind)}
    return {name: value for name, value in body.items() if (kind, name) not in GAPS}


def _unreferred(value: Any, gone: set[str]) -> Any:
    """A piece of a document without the keys whose values refer to what is gone."""
    if isinstance(value, list):
        return [_unreferred(item, gone) for item in value]
    if not isinstance(value, dict):
        return value
    return {key: _unreferred(item, gone) for key, item in value.items() if not _refers(item, gone)}


def _refers(value: Any, gone: set[str]) -> bool:
    if isinstance(value, str):
        return any(value.startswith(f"${{{one}.") for one in gone)
    return isinstance(value, dict) and (value.get("Ref") in gone or value.get("Fn::GetAtt", [None])[0] in gone)


def told(template: dict[str, Any], document: dict[str, Any]) -> dict[str, Any]:
    """A Terraform document that is told the images which a template is told, by the same parameters."""
    names = [one for one, body in template.get("Parameters", {}).items() if body["Type"] == "AWS::EC2::Image::Id"]
    found = document.get("data", {}).pop("aws_ami", {})
    text = json.dumps(document)
    for parameter, label in zip(sorted(names), sorted(found), strict=True):
        text = text.replace(f"${{data.aws_ami.{label}.id}}", f"${{var.{parameter}}}")
    made: dict[str, Any] = json.loads(text)
    if names:
        made.setdefault("variable", {}).update({one: {"type": "string"} for one in names})
    return made
