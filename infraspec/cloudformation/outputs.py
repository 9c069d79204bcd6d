"""Exported values in CloudFormation."""

import re
from typing import Any

from infraspec.cloudformation.names import LogicalIds
from infraspec.graph.graph import Output
from infraspec.graph.resource import Ref

_ATTRIBUTES = {
    ("Instance", "private_ip"): "PrivateIp",
    ("Instance", "public_ip"): "PublicIp",
    ("NetworkInterface", "private_ip"): "PrimaryPrivateIpAddress",
    ("Role", "arn"): "Arn",
    ("LoadBalancer", "dns_name"): "DNSName",
    ("LoadBalancer", "zone_id"): "CanonicalHostedZoneID",
    ("HostedZone", "name_servers"): "NameServers",
    ("DbInstance", "endpoint_address"): "Endpoint.Address",
    ("DbInstance", "endpoint_port"): "Endpoint.Port",
    ("DbInstance", "secret_arn"): "MasterUserSecret.SecretArn",
    ("DbInstance", "arn"): "DBInstanceArn",
    ("SecurityGroup", "id"): "GroupId",
}
"""The attribute that holds a value; what is not here is what `Ref` gives."""


def output(output: Output, ids: LogicalIds) -> tuple[str, dict[str, Any]]:
    """The name and the body of one output. A list becomes text with commas: CloudFormation exports text alone."""
    values = [_value(ids, address, output.attribute) for address in output.refs]
    listed = output.many or output.attribute == "name_servers"
    value = {"Fn::Join": [",", values if output.many else values[0]]} if listed else values[0]
    name = "".join(word[0].upper() + word[1:] for word in _words(output.name))
    return name, {"Description": output.description, "Value": value}


def _words(name: str) -> list[str]:
    return re.findall(r"[A-Za-z0-9]+", name)


def _value(ids: LogicalIds, address: "Ref[Any]", attribute: str) -> Any:
    name = _ATTRIBUTES.get((address.kind, attribute))
    found = ids.attribute(address, name) if name else ids.ref(address)
    return found if isinstance(found, str) else found.to_dict()
