"""Which values of which things can be exported, and which are without being asked for."""

from typing import NamedTuple


class Values(NamedTuple):
    """The kind of node that a word means, and which of its values can be exported, the usual one first."""

    node: str
    values: tuple[str, ...]
    of_existing: str | None = None
    """The value that the identifier of a thing that exists is; without one the usual."""


VALUES = {
    "vpc": Values("Vpc", ("id",)),
    "subnet": Values("Subnet", ("id",)),
    "tier": Values("Subnet", ("id",)),
    "internet_gateway": Values("InternetGateway", ("id",)),
    "egress_only_gateway": Values("EgressOnlyGateway", ("id",)),
    "nat_gateway": Values("NatGateway", ("id", "public_ip")),
    "route_table": Values("RouteTable", ("id",)),
    "peering": Values("VpcPeeringConnection", ("id",)),
    "prefix_list": Values("PrefixList", ("id", "arn")),
    "dhcp_options": Values("DhcpOptions", ("id",)),
    "endpoint": Values("InterfaceEndpoint", ("id",)),
    "security_group": Values("SecurityGroup", ("id",)),
    "network_acl": Values("NetworkAcl", ("id",)),
    "role": Values("Role", ("arn", "name"), of_existing="name"),
    "policy": Values("ManagedPolicy", ("arn",)),
    "instance": Values("Instance", ("id", "private_ip", "public_ip")),
    "network_interface": Values("NetworkInterface", ("id", "private_ip")),
    "load_balancer": Values("LoadBalancer", ("dns_name", "arn", "zone_id")),
    "target_group": Values("TargetGroup", ("arn",)),
    "certificate": Values("Certificate", ("arn",)),
    "zone": Values("HostedZone", ("id", "name_servers")),
    "health_check": Values("HealthCheck", ("id",)),
    "database": Values("DbInstance", ("endpoint_address", "endpoint_port", "secret_arn", "arn", "id")),
    "kms_key": Values("Key", ("arn", "id"), of_existing="arn"),
    "bucket": Values("Bucket", ("name", "arn", "dns_name"), of_existing="name"),
    "secret": Values("Secret", ("arn",)),
    "log_group": Values("LogGroup", ("name",)),
    "topic": Values("Topic", ("arn", "name"), of_existing="arn"),
    "web_acl": Values("WebAcl", ("arn",)),
    "ip_set": Values("IpSet", ("arn",)),
    "regex_set": Values("RegexPatternSet", ("arn",)),
    "alarm": Values("Alarm", ("arn", "name")),
}
"""By the word of a kind of entry."""

ALWAYS = (
    ("Vpc", "vpc", "id", "id", "The VPC `{}`"),
    ("SecurityGroup", "security-group", "id", "id", "The security group `{}`"),
    ("LoadBalancer", "load-balancer", "dns-name", "dns_name", "The DNS name of the load balancer `{}`"),
    ("DbInstance", "database", "endpoint", "endpoint_address", "The address of the database `{}`"),
)
"""What everyone needs: kind of node, first and last word of the output's name, value, and description."""
