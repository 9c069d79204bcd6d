"""A Terraform document's egress-only gateways, prefix lists, DHCP options and public access, as plain facts."""

from collections.abc import Iterator

from facts import Body, Fact, owner
from terraform_network import named, tags_of

Found = Iterator[tuple[str, Fact]]


def egress_only_gateway(body: Body) -> Found:
    yield from named("egress_only_gateway", body, vpc=body("vpc_id"))


def prefix_list(body: Body) -> Found:
    fact = {"family": body("address_family"), "most": body.number("max_entries"), "tags": tags_of(body)}
    fact["entries"] = sorted((one("cidr"), one("description") or "") for one in body.blocks("entry"))
    yield f"prefix_list/{body('name')}", fact


def dhcp_options(body: Body) -> Found:
    yield from named(
        "dhcp_options",
        body,
        domain=body("domain_name"),
        resolvers=body("domain_name_servers"),
        clocks=body("ntp_servers"),
        netbios=body("netbios_name_servers"),
        node_type=body.number("netbios_node_type"),
        lease=body.number("ipv6_address_preferred_lease_time"),
    )


def dhcp_options_association(body: Body) -> Found:
    yield f"dhcp_options_association/{owner(body('vpc_id'))}", {"options": body("dhcp_options_id")}


def block_public_access_options(body: Body) -> Found:
    yield "block_public_access/account", {"mode": body("internet_gateway_block_mode")}


def block_public_access_exclusion(body: Body) -> Found:
    what = owner(body("vpc_id") or body("subnet_id"))
    yield f"block_public_access/{what}", {"mode": body("internet_gateway_exclusion_mode"), "tags": tags_of(body)}


READERS = {
    "aws_egress_only_internet_gateway": egress_only_gateway,
    "aws_ec2_managed_prefix_list": prefix_list,
    "aws_vpc_dhcp_options": dhcp_options,
    "aws_vpc_dhcp_options_association": dhcp_options_association,
    "aws_vpc_block_public_access_options": block_public_access_options,
    "aws_vpc_block_public_access_exclusion": block_public_access_exclusion,
}
