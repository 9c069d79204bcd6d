"""A CloudFormation template, read back into plain facts from the manual of its resource types.

https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-template-resource-type-ref.html
"""

import re
import shlex
from base64 import b64encode
from collections.abc import Callable, Iterator
from typing import Any

import cloudformation_network as network
import cloudformation_services as services
from facts import Body, Fact, Facts, UnreadError, keyed, rooms

Read = Callable[[Body], Iterator[tuple[str, Fact]]]

REF = {
    "AWS::EC2::EIP": "public_ip",
    "AWS::IAM::Role": "name",
    "AWS::IAM::InstanceProfile": "name",
    "AWS::IAM::ManagedPolicy": "arn",
    "AWS::CertificateManager::Certificate": "arn",
    "AWS::RDS::DBSubnetGroup": "name",
    "AWS::RDS::DBParameterGroup": "name",
    "AWS::RDS::DBInstance": "name",
}
"""What `Ref` gives, where it is not the identifier."""

ATTRIBUTES = {
    "AllocationId": "id",
    "AvailabilityZone": "availability_zone",
    "GroupId": "id",
    "Arn": "arn",
    "DBInstanceArn": "arn",
    "NameServers": "name_servers",
    "PrivateIp": "private_ip",
    "PublicIp": "public_ip",
    "PrimaryPrivateIpAddress": "private_ip",
    "Endpoint.Address": "address",
    "Endpoint.Port": "port",
    "MasterUserSecret.SecretArn": "secret_arn",
    "LatestVersionNumber": "latest_version",
}
"""What `Fn::GetAtt` gives."""


READERS: dict[str, Read] = {
    "AWS::EC2::VPC": network.vpc,
    "AWS::EC2::VPCCidrBlock": network.vpc_cidr_block,
    "AWS::EC2::Subnet": network.subnet,
    "AWS::EC2::InternetGateway": network.internet_gateway,
    "AWS::EC2::VPCGatewayAttachment": network.attachment,
    "AWS::EC2::RouteTable": network.route_table,
    "AWS::EC2::SubnetRouteTableAssociation": network.route_table_association,
    "AWS::EC2::Route": network.route,
    "AWS::EC2::EIP": network.elastic_ip,
    "AWS::EC2::NatGateway": network.nat_gateway,
    "AWS::EC2::VPCPeeringConnection": network.peering,
    "AWS::EC2::SecurityGroup": network.security_group,
    "AWS::EC2::SecurityGroupIngress": network.ingress,
    "AWS::EC2::SecurityGroupEgress": network.egress,
    "AWS::EC2::NetworkAcl": network.network_acl,
    "AWS::EC2::NetworkAclEntry": network.network_acl_entry,
    "AWS::EC2::SubnetNetworkAclAssociation": network.network_acl_association,
    "AWS::EC2::VPCEndpoint": network.endpoint,
    "AWS::IAM::ManagedPolicy": services.managed_policy,
    "AWS::IAM::Role": services.role,
    "AWS::IAM::InstanceProfile": services.instance_profile,
    "AWS::EC2::Instance": services.instance,
    "AWS::EC2::Volume": services.volume,
    "AWS::EC2::VolumeAttachment": services.volume_attachment,
    "AWS::EC2::NetworkInterface": services.network_interface,
    "AWS::EC2::EIPAssociation": services.elastic_ip_association,
    "AWS::CertificateManager::Certificate": services.certificate,
    "AWS::Route53::HostedZone": services.hosted_zone,
    "AWS::Route53::RecordSet": services.record_set,
    "AWS::RDS::DBSubnetGroup": services.db_subnet_group,
    "AWS::RDS::DBParameterGroup": services.db_parameter_group,
    "AWS::RDS::DBInstance": services.db_instance,
}

KEEPS = {"AWS::RDS::DBInstance", "AWS::EC2::Volume"}
"""Types of which the spec says what becomes of them."""

ASIDE: dict[str, Callable[[Any], Fact]] = {}
"""What stands beside the properties, and what it says."""

for _rest in rooms("cloudformation"):
    READERS.update(getattr(_rest, "READERS", {}))
    REF.update(getattr(_rest, "REF", {}))
    ATTRIBUTES.update(getattr(_rest, "ATTRIBUTES", {}))
    KEEPS.update(getattr(_rest, "KEEPS", ()))
    ASIDE.update(getattr(_rest, "ASIDE", {}))


_ARN = re.compile(r"arn:AWS::Partition:\w+:AWS::Region:AWS::AccountId:\w+:(?P<key>\w+/.+)\.\w+")
"""An ARN that is put together, where no attribute is one."""


def read(template: dict[str, Any]) -> Facts:
    """Everything that a template says, by the names of things."""
    reader = _Reader(with_defaults(template))
    return keyed(reader.facts())


def with_defaults(template: dict[str, Any]) -> dict[str, Any]:
    """A template as it is deployed where nobody gives it parameters; those that AWS looks up stay."""
    parameters = template.get("Parameters", {})
    own = {name: body for name, body in parameters.items() if body["Type"] in {"String", "Number"}}
    resources = _put_in(template["Resources"], {name: str(body["Default"]) for name, body in own.items()})
    kept = {name: body for name, body in parameters.items() if name not in own}
    return {**template, "Resources": resources, "Parameters": kept}


def _put_in(value: Any, values: dict[str, str]) -> Any:
    if isinstance(value, list):
        return [_put_in(item, values) for item in value]
    if not isinstance(value, dict):
        return value
    if set(value) == {"Ref"} and value["Ref"] in values:
        return values[value["Ref"]]
    made = {key: _put_in(item, values) for key, item in value.items()}
    joined = made.get("Fn::Join")
    if joined and joined[0] == "" and all(isinstance(part, str) for part in joined[1]):
        return "".join(joined[1])
    return made


def looked_up(parameter: dict[str, Any]) -> str:
    """The key of what a parameter finds: by a name of SSM's, or by whoever follows what it says of itself."""
    if "Default" in parameter:
        return f"image_parameter/{parameter['Default']}"
    words = shlex.split(parameter["Description"])
    asked = dict(re.findall(r"Name=(\S+),Values=(\S+)", " ".join(words)))
    return f"image_lookup/{words[words.index('--owners') + 1]} {asked}"


class _Reader:
    def __init__(self, template: dict[str, Any]) -> None:
        self.resources: dict[str, dict[str, Any]] = template["Resources"]
        self.parameters: dict[str, dict[str, Any]] = template.get("Parameters", {})
        self.outputs: dict[str, dict[str, Any]] = template.get("Outputs", {})
        self._keys: dict[str, str] = {}

    def facts(self) -> Iterator[tuple[str, Fact]]:
        for parameter in self.parameters.values():
            yield looked_up(parameter), {"type": parameter["Type"]}
        for logical, resource in self.resources.items():
            body = self.body(logical)
            found = list(READERS[resource["Type"]](body))
            body.done()
            if found:
                found[0][1].update(self.kept(resource))
            yield from found
        yield from self.default_egress()
        for output in self.outputs.values():
            yield f"output/{output['Description']}", {"value": self.output(output["Value"])}

    def output(self, value: Any) -> Any:
        """An exported value; a list is joined with commas."""
        joined = value.get("Fn::Join") if isinstance(value, dict) else None
        if joined and joined[0] != ",":
            found = _ARN.fullmatch(self.resolve(value))
            return f"{found['key']}.arn" if found else self.resolve(value)
        return self.resolve(joined[1] if joined else value)

    def kept(self, resource: dict[str, Any]) -> Fact:
        """What is said beside the properties."""
        left = (
            set(resource)
            - {"Type", "Properties", "DependsOn", "DeletionPolicy", "UpdateReplacePolicy", "Metadata"}
            - {*ASIDE}
        )
        if left:
            raise UnreadError(f"{resource['Type']}: {sorted(left)}")
        if resource.get("UpdateReplacePolicy") != resource.get("DeletionPolicy"):
            raise UnreadError(f"{resource['Type']}: replaced in another way than deleted")
        said = {
            name: fact for key, read in ASIDE.items() if key in resource for name, fact in read(resource[key]).items()
        }
        return {**said, "on_delete": resource["DeletionPolicy"].lower()} if resource["Type"] in KEEPS else said

    def default_egress(self) -> Iterator[tuple[str, Fact]]:
        """EC2 lets a group send anywhere until a rule of its own says otherwise."""
        ruled = {
            resource["Properties"]["GroupId"]["Fn::GetAtt"][0]
            for resource in self.resources.values()
            if resource["Type"] == "AWS::EC2::SecurityGroupEgress" and "Fn::GetAtt" in resource["Properties"]["GroupId"]
        }
        for logical, resource in self.resources.items():
            is_group = resource["Type"] == "AWS::EC2::SecurityGroup"
            if is_group and not resource["Properties"].get("SecurityGroupEgress") and logical not in ruled:
                yield f"egress/{self.key(logical)} -1 None-None 0.0.0.0/0", {}

    def body(self, logical: str) -> Body:
        return Body(logical, self.resources[logical].get("Properties", {}), self.resolve)

    def key(self, logical: str) -> str:
        """`kind/name` of a resource or parameter."""
        if logical in self.parameters:
            return looked_up(self.parameters[logical])
        if logical not in self._keys:
            self._keys[logical] = next(READERS[self.resources[logical]["Type"]](self.body(logical)))[0]
        return self._keys[logical]

    def resolve(self, value: Any) -> Any:
        if isinstance(value, list):
            return [self.resolve(item) for item in value]
        if not isinstance(value, dict):
            return value
        if "Ref" in value:
            return self.referred(value["Ref"])
        if "Fn::GetAtt" in value:
            logical, attribute = value["Fn::GetAtt"]
            return f"{self.key(logical)}.{ATTRIBUTES[attribute]}"
        if "Fn::Base64" in value:
            return b64encode(value["Fn::Base64"].encode()).decode()
        if "Fn::Join" in value:
            separator, parts = value["Fn::Join"]
            return separator.join(self.resolve(part) for part in parts)
        if "Fn::Select" in value:
            return self.selected(*value["Fn::Select"])
        if any(name.startswith("Fn::") for name in value):
            raise UnreadError(f"{value}")
        return {name: self.resolve(item) for name, item in value.items()}

    def selected(self, number: int, of: dict[str, Any]) -> str:
        """One part of a block of addresses, or the one block of a list."""
        if "Fn::Cidr" in of:
            block, parts, bits = of["Fn::Cidr"]
            if (int(parts), int(bits)) != (256, 64) or not 0 <= int(number) < 256:
                raise UnreadError(f"{of}")
            return f"{self.resolve(block)} /64 {int(number)}"
        if "Fn::Split" in of:
            return self.endpoint(number, *of["Fn::Split"])
        if int(number) or "Fn::GetAtt" not in of or of["Fn::GetAtt"][1] != "Ipv6CidrBlocks":
            raise UnreadError(f"{of}")
        return f"{self.key(of['Fn::GetAtt'][0])}.ipv6_cidr_block"

    def endpoint(self, number: Any, comma: str, of: dict[str, Any]) -> str:
        """The endpoint of a firewall: what stands behind the name of its zone, in a list joined by commas."""
        second, split = of["Fn::Select"]
        zone, listed = split["Fn::Split"]
        comma_too, attribute = listed["Fn::Join"]
        if (int(number), comma, int(second), comma_too) != (0, ",", 1, ",") or not zone.endswith(":"):
            raise UnreadError(f"{of}")
        return f"{self.resolve(attribute)} {zone.removesuffix(':')}"

    def referred(self, name: str) -> str:
        if name.startswith("AWS::"):
            return name
        if name in self.parameters:
            return f"{self.key(name)}.{'value' if 'Default' in self.parameters[name] else 'id'}"
        what = REF.get(self.resources[name]["Type"], "id")
        return f"{self.key(name)}.{what}"
