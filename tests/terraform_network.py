"""A Terraform document's networks and their guards, read back into plain facts.

https://registry.terraform.io/providers/hashicorp/aws/latest/docs
"""

from collections.abc import Iterator
from typing import Any

from facts import Body, Fact, owner

PROTOCOLS = {"all": "-1", "icmp": "1", "tcp": "6", "udp": "17", "icmpv6": "58"}


def tags_of(body: Body) -> dict[str, str]:
    """Tags, which are a map already."""
    return dict(body("tags", {}))


def named(kind: str, body: Body, **facts: Any) -> Iterator[tuple[str, Fact]]:
    """A thing that is called by its Name tag."""
    tags = tags_of(body)
    yield f"{kind}/{tags.get('Name')}", {**facts, "tags": tags}


def vpc(body: Body) -> Iterator[tuple[str, Fact]]:
    has_ipv6 = body.flag("assign_generated_ipv6_cidr_block", default=False)
    ((name, fact),) = named(
        "vpc",
        body,
        cidr=body("cidr_block"),
        tenancy=body("instance_tenancy", "default"),
        dns_support=body.flag("enable_dns_support", default=True),
        dns_hostnames=body.flag("enable_dns_hostnames", default=False),
    )
    yield name, fact
    if has_ipv6:
        yield f"vpc_ipv6_block/{name}", {}


def vpc_cidr_block(body: Body) -> Iterator[tuple[str, Fact]]:
    yield f"vpc_cidr_block/{owner(body('vpc_id'))} {body('cidr_block')}", {}


def subnet(body: Body) -> Iterator[tuple[str, Fact]]:
    yield from named(
        "subnet",
        body,
        vpc=body("vpc_id"),
        cidr=body("cidr_block"),
        zone=body("availability_zone"),
        zone_id=body("availability_zone_id"),
        public_addresses=body.flag("map_public_ip_on_launch", default=False),
        ipv6=body("ipv6_cidr_block"),
        ipv6_addresses=body.flag("assign_ipv6_address_on_creation", default=False),
        dns64=body.flag("enable_dns64", default=False),
    )


def internet_gateway(body: Body) -> Iterator[tuple[str, Fact]]:
    tags, attached = tags_of(body), body("vpc_id")
    key = f"internet_gateway/{tags.get('Name')}"
    yield key, {"tags": tags}
    if attached:
        yield f"attachment/{key}.id {attached}", {}


def attachment(body: Body) -> Iterator[tuple[str, Fact]]:
    yield f"attachment/{body('internet_gateway_id')} {body('vpc_id')}", {}


def route_table(body: Body) -> Iterator[tuple[str, Fact]]:
    yield from named("route_table", body, vpc=body("vpc_id"))


def route_table_association(body: Body) -> Iterator[tuple[str, Fact]]:
    if body.has("gateway_id"):
        yield f"gateway_route_table/{owner(body('gateway_id'))}", {"table": body("route_table_id")}
    else:
        yield f"route_table_association/{owner(body('subnet_id'))}", {"table": body("route_table_id")}


ROUTE_TARGETS = {
    "gateway_id": "gateway",
    "egress_only_gateway_id": "egress_only_gateway",
    "nat_gateway_id": "nat_gateway",
    "vpc_peering_connection_id": "peering",
    "network_interface_id": "network_interface",
    "transit_gateway_id": "transit_gateway",
    "vpc_endpoint_id": "endpoint",
}


def route(body: Body) -> Iterator[tuple[str, Fact]]:
    table = owner(body("route_table_id"))
    names = ("destination_cidr_block", "destination_ipv6_cidr_block", "destination_prefix_list_id")
    destination = next(value for name in names if (value := body(name)))
    fact = {name: body(key) for key, name in ROUTE_TARGETS.items()}
    if str(fact["network_interface"]).startswith("instance/"):
        # Terraform's resource knows an instance by its first interface; the API takes either.
        fact["instance"] = fact.pop("network_interface").replace(".primary_network_interface", ".id")
    yield f"route/{table} {destination}", fact


def elastic_ip(body: Body) -> Iterator[tuple[str, Fact]]:
    yield from named("elastic_ip", body, domain=body("domain"))


def nat_gateway(body: Body) -> Iterator[tuple[str, Fact]]:
    yield from named(
        "nat_gateway",
        body,
        subnet=body("subnet_id"),
        connectivity=body("connectivity_type", "public"),
        allocation=body("allocation_id"),
        more=body.set_of("secondary_allocation_ids"),
        more_addresses=body.number("secondary_private_ip_address_count"),
        availability=body("availability_mode", "zonal"),
        vpc=body("vpc_id"),
        private_ip=body("private_ip"),
    )


def peering(body: Body) -> Iterator[tuple[str, Fact]]:
    accepted = body.flag("auto_accept", default=False)
    yield from named("peering", body, vpc=body("vpc_id"), peer=body("peer_vpc_id"), accepted=accepted)


def security_group(body: Body) -> Iterator[tuple[str, Fact]]:
    group = f"security_group/{body('name')}"
    description = body("description", "Managed by Terraform")
    yield group, {"vpc": body("vpc_id"), "description": description, "tags": tags_of(body)}
    for direction in ("ingress", "egress"):
        for one in body.blocks(direction):
            yield from _inline(direction, group, one)


def _inline(direction: str, group: str, body: Body) -> Iterator[tuple[str, Fact]]:
    """The rules of a block: it may name several peers, each of which EC2 holds as a rule."""
    lists = ("cidr_blocks", "ipv6_cidr_blocks", "prefix_list_ids", "security_groups")
    peers = [peer for name in lists for peer in body(name, [])]
    if body.flag("self", default=False):
        peers.append(f"{group}.id")
    permission, description = _ports(body("protocol"), body), body("description")
    body.done()
    for peer in peers:
        yield f"{direction}/{group} {permission} {peer}", {"description": description or None}


def _ports(protocol: Any, body: Body) -> str:
    low, high = body.number("from_port"), body.number("to_port")
    if str(protocol) in {"-1", "all"}:
        protocol, low, high = "-1", None, None
    return f"{protocol} {low}-{high}"


def _rule(direction: str, body: Body) -> Iterator[tuple[str, Fact]]:
    group = owner(body("security_group_id"))
    peers = [body(name) for name in ("cidr_ipv4", "cidr_ipv6", "prefix_list_id", "referenced_security_group_id")]
    (peer,) = [one for one in peers if one is not None]
    key = f"{direction}/{group} {_ports(body('ip_protocol'), body)} {peer}"
    yield key, {"description": body("description"), "tags": tags_of(body)}


def ingress(body: Body) -> Iterator[tuple[str, Fact]]:
    yield from _rule("ingress", body)


def egress(body: Body) -> Iterator[tuple[str, Fact]]:
    yield from _rule("egress", body)


def network_acl(body: Body) -> Iterator[tuple[str, Fact]]:
    yield from named("network_acl", body, vpc=body("vpc_id"))


def network_acl_entry(body: Body) -> Iterator[tuple[str, Fact]]:
    direction = "out" if body.flag("egress", default=False) else "in"
    protocol = str(body("protocol"))
    yield (
        f"network_acl_entry/{owner(body('network_acl_id'))} {direction} {body.number('rule_number')}",
        {
            "protocol": int(PROTOCOLS.get(protocol, protocol)),
            "action": body("rule_action"),
            "cidr": body("cidr_block"),
            "ipv6_cidr": body("ipv6_cidr_block"),
            "ports": (body.number("from_port"), body.number("to_port")),
            "icmp": (body.number("icmp_type"), body.number("icmp_code")),
        },
    )


def network_acl_association(body: Body) -> Iterator[tuple[str, Fact]]:
    yield f"network_acl_association/{owner(body('subnet_id'))}", {"acl": body("network_acl_id")}


def endpoint(body: Body) -> Iterator[tuple[str, Fact]]:
    yield from named(
        "endpoint",
        body,
        type=body("vpc_endpoint_type", "Gateway"),
        vpc=body("vpc_id"),
        service=body("service_name"),
        subnets=body.set_of("subnet_ids"),
        groups=body.set_of("security_group_ids"),
        tables=body.set_of("route_table_ids"),
        private_dns=body.flag("private_dns_enabled", default=False),
        policy=body.document("policy"),
    )
