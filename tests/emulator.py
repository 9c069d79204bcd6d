"""A moto server on the loopback, and what stands in it, read back into the facts that the documents speak of."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from facts import Fact, Facts, keyed

from tools import free_port, imported

CREDENTIALS = {"AWS_ACCESS_KEY_ID": "testing", "AWS_SECRET_ACCESS_KEY": "testing", "AWS_EC2_METADATA_DISABLED": "true"}
HELD = frozenset(
    {
        *("Vpc", "VpcCidrBlock", "Subnet", "InternetGateway", "InternetGatewayAttachment", "RouteTable"),
        *("RouteTableAssociation", "Route", "VpcPeeringConnection", "ElasticIp", "NatGateway", "SecurityGroup"),
        *("IngressRule", "EgressRule"),
    }
)
"""Kinds whose state plain moto keeps whole, when it is asked through the API."""


class Emulator:
    """An account that nothing stands in yet."""

    def __init__(self, port: int, region: str) -> None:
        self.url = f"http://127.0.0.1:{port}"
        self.region = region
        self._before: set[str] = set()

    @property
    def variables(self) -> dict[str, str]:
        """The environment that leads a program to the emulator."""
        return {**CREDENTIALS, "AWS_ENDPOINT_URL": self.url, "AWS_REGION": self.region, "NO_PROXY": "127.0.0.1"}

    def client(self, service: str) -> Any:
        """A client of one of its services."""
        return imported("boto3").client(
            service,
            region_name=self.region,
            endpoint_url=self.url,
            aws_access_key_id="testing",
            aws_secret_access_key="testing",  # noqa: S106 (the emulator's own)
        )


@contextmanager
def emulator(region: str, log: Path) -> Iterator[Emulator]:
    """A fresh emulator, without the default network that an account has; ended on the way out."""
    imported("moto.server")
    port = free_port()
    command = [sys.executable, "-c", "from moto.server import main; main()", "-H", "127.0.0.1", "-p", str(port)]
    with (
        log.open("w") as output,
        subprocess.Popen(command, stdout=output, stderr=output, env={**os.environ, **CREDENTIALS}) as server,
    ):
        try:
            made = Emulator(port, region)
            _wait_for(made, server, log)
            yield made
        finally:
            server.terminate()


def _wait_for(made: Emulator, server: "subprocess.Popen[bytes]", log: Path) -> None:
    exceptions = imported("botocore.exceptions")
    for _ in range(120):
        try:
            made.client("sts").get_caller_identity()
        except (exceptions.BotoCoreError, exceptions.ClientError):
            if server.poll() is not None:
                break
            time.sleep(0.5)
        else:
            return
    pytest.fail(f"the emulator does not start\n{log.read_text()}")


def _own_tags(one: dict[str, Any]) -> dict[str, str]:
    """Tags as a map, without those that AWS adds."""
    return {tag["Key"]: tag["Value"] for tag in one.get("Tags", []) if not tag["Key"].startswith("aws:")}


class State:
    """What stands in an emulator, by names instead of identifiers."""

    def __init__(self, made: Emulator) -> None:
        self._ec2 = made.client("ec2")
        self._names: dict[str, str] = {}

    def facts(self) -> Facts:
        """Everything that carries a Name, and what belongs to it."""
        return keyed(iter(list(self._facts())))

    def _described(self, call: str, answer: str, kind: str, identifier: str) -> list[dict[str, Any]]:
        """What a call describes, among what was named by a document."""
        found = []
        for one in getattr(self._ec2, call)()[answer]:
            tags = _own_tags(one)
            if "Name" in tags:
                self._names[one[identifier]] = f"{kind}/{tags['Name']}"
                found.append({**one, "Tags": tags})
        return found

    def _named(self, identifier: str | None) -> str | None:
        return f"{self._names[identifier]}.id" if identifier in self._names else identifier

    def _facts(self) -> Iterator[tuple[str, Fact]]:
        vpcs = self._described("describe_vpcs", "Vpcs", "vpc", "VpcId")
        subnets = self._described("describe_subnets", "Subnets", "subnet", "SubnetId")
        gateways = self._described(
            "describe_internet_gateways", "InternetGateways", "internet_gateway", "InternetGatewayId"
        )
        addresses = self._described("describe_addresses", "Addresses", "elastic_ip", "AllocationId")
        nats = self._described("describe_nat_gateways", "NatGateways", "nat_gateway", "NatGatewayId")
        peerings = self._described(
            "describe_vpc_peering_connections", "VpcPeeringConnections", "peering", "VpcPeeringConnectionId"
        )
        tables = self._described("describe_route_tables", "RouteTables", "route_table", "RouteTableId")
        groups = self._ec2.describe_security_groups()["SecurityGroups"]
        groups = [one for one in groups if one["VpcId"] in self._names and one["GroupName"] != "default"]
        self._names.update({one["GroupId"]: f"security_group/{one['GroupName']}" for one in groups})
        for read, found in (
            (self._vpc, vpcs),
            (self._subnet, subnets),
            (self._gateway, gateways),
            (self._address, addresses),
            (self._nat, nats),
            (self._peering, peerings),
            (self._table, tables),
            (self._group, groups),
        ):
            for one in found:
                yield from read(one)

    def _vpc(self, one: dict[str, Any]) -> Iterator[tuple[str, Fact]]:
        key = self._names[one["VpcId"]]
        dns = {
            name: self._ec2.describe_vpc_attribute(VpcId=one["VpcId"], Attribute=name)[name[0].upper() + name[1:]][
                "Value"
            ]
            for name in ("enableDnsSupport", "enableDnsHostnames")
        }
        yield (
            key,
            {
                "cidr": one["CidrBlock"],
                "tenancy": one["InstanceTenancy"],
                "dns_support": dns["enableDnsSupport"],
                "dns_hostnames": dns["enableDnsHostnames"],
                "tags": one["Tags"],
            },
        )
        for block in one["CidrBlockAssociationSet"]:
            if block["CidrBlock"] != one["CidrBlock"]:
                yield f"vpc_cidr_block/{key} {block['CidrBlock']}", {}

    def _subnet(self, one: dict[str, Any]) -> Iterator[tuple[str, Fact]]:
        yield (
            self._names[one["SubnetId"]],
            {
                "vpc": self._named(one["VpcId"]),
                "cidr": one["CidrBlock"],
                "zone": one["AvailabilityZone"],
                "public_addresses": one["MapPublicIpOnLaunch"],
                "ipv6_addresses": one["AssignIpv6AddressOnCreation"],
                "dns64": one.get("EnableDns64", False),
                "tags": one["Tags"],
            },
        )

    def _gateway(self, one: dict[str, Any]) -> Iterator[tuple[str, Fact]]:
        yield self._names[one["InternetGatewayId"]], {"tags": one["Tags"]}
        for attachment in one["Attachments"]:
            yield f"attachment/{self._named(one['InternetGatewayId'])} {self._named(attachment['VpcId'])}", {}

    def _address(self, one: dict[str, Any]) -> Iterator[tuple[str, Fact]]:
        yield self._names[one["AllocationId"]], {"domain": one["Domain"], "tags": one["Tags"]}

    def _nat(self, one: dict[str, Any]) -> Iterator[tuple[str, Fact]]:
        allocation = one["NatGatewayAddresses"][0].get("AllocationId") if one["NatGatewayAddresses"] else None
        yield (
            self._names[one["NatGatewayId"]],
            {
                "subnet": self._named(one["SubnetId"]),
                "connectivity": one["ConnectivityType"],
                "allocation": self._named(allocation),
                "tags": one["Tags"],
            },
        )

    def _peering(self, one: dict[str, Any]) -> Iterator[tuple[str, Fact]]:
        yield (
            self._names[one["VpcPeeringConnectionId"]],
            {
                "vpc": self._named(one["RequesterVpcInfo"]["VpcId"]),
                "peer": self._named(one["AccepterVpcInfo"]["VpcId"]),
                "accepted": one["Status"]["Code"] == "active",
                "tags": one["Tags"],
            },
        )

    def _table(self, one: dict[str, Any]) -> Iterator[tuple[str, Fact]]:
        key = self._names[one["RouteTableId"]]
        yield key, {"vpc": self._named(one["VpcId"]), "tags": one["Tags"]}
        for association in one["Associations"]:
            if "SubnetId" in association:
                yield f"route_table_association/{self._names[association['SubnetId']]}", {"table": f"{key}.id"}
        for route in one["Routes"]:
            if route.get("GatewayId") != "local":
                yield (
                    f"route/{key} {route['DestinationCidrBlock']}",
                    {
                        "gateway": self._named(route.get("GatewayId")),
                        "nat_gateway": self._named(route.get("NatGatewayId")),
                        "peering": self._named(route.get("VpcPeeringConnectionId")),
                    },
                )

    def _group(self, one: dict[str, Any]) -> Iterator[tuple[str, Fact]]:
        key = self._names[one["GroupId"]]
        tags = _own_tags(one)
        yield key, {"vpc": self._named(one["VpcId"]), "description": one["Description"], "tags": tags}
        for direction, name in (("ingress", "IpPermissions"), ("egress", "IpPermissionsEgress")):
            for permission in one[name]:
                protocol = permission["IpProtocol"]
                low, high = (None, None) if protocol == "-1" else (permission["FromPort"], permission["ToPort"])
                peers = [(peer["CidrIp"], peer) for peer in permission["IpRanges"]]
                peers += [(peer["CidrIpv6"], peer) for peer in permission["Ipv6Ranges"]]
                peers += [(self._named(peer["GroupId"]), peer) for peer in permission["UserIdGroupPairs"]]
                for peer, said in peers:
                    yield f"{direction}/{key} {protocol} {low}-{high} {peer}", {"description": said.get("Description")}
