"""The scope with what rooms share about routing: who uses which table, and what stands once in each zone."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from infraspec.data.zones import canonical
from infraspec.diagnostic import Edit, Finding, Fix, How, Safety, SpecPath
from infraspec.graph.resource import Ref, Resource, ref
from infraspec.graph.routes import Route
from infraspec.graph.vpc import InternetGatewayAttachment
from infraspec.graph.vpc import Subnet as SubnetNode
from infraspec.resolve.problems import TWO_IN_ZONE
from infraspec.resolve.scope import bare
from infraspec.resolve.shared import Shared
from infraspec.spec.document import Entry
from infraspec.spec.forms.values import parse_network
from infraspec.spec.kinds import (
    FIREWALL,
    INSTANCE,
    NAT_GATEWAY,
    NETWORK_ACL,
    NETWORK_INTERFACE,
    ROUTE_TABLE,
    SUBNET,
    TIER,
    VPC,
)

if TYPE_CHECKING:
    from infraspec.spec.vpcs import RouteTable

_OUTSIDE = ("internet_gateway", "nat_gateway", "firewall", "transit_gateway", "endpoint")
"""What leads out of a VPC to where packages come from. A machine that routes for others is none: it may be the one."""
_OUTSIDE_IDS = ("igw-", "nat-", "tgw-", "vpce-")


class Network(Shared):
    """The names of a spec, and its routing as written."""

    def suffix(self, subnet: str) -> str:
        """What is put behind a name that stands once in each zone: the zone's letter, or its identifier."""
        return canonical(self.zone(subnet)).removeprefix(self.region)

    def subnet_of(self, instance: str) -> str:
        """The name of the subnet that an instance stands in, by itself or by its interface; empty if nobody knows."""
        entry = self.of(INSTANCE).get(instance)
        if entry is None:
            return ""
        if entry.model.interface is None:
            return bare(entry.model.subnet or "", "subnet")
        interface = self.of(NETWORK_INTERFACE).get(bare(entry.model.interface, "network_interface"))
        return bare(interface.model.subnet, "subnet") if interface else ""

    def table_of(self, subnet: str) -> tuple[str, SpecPath] | None:
        """The route table that a subnet or its tier names, and where."""
        return self._named_by(subnet, ROUTE_TABLE.word)

    def acl_of(self, subnet: str) -> tuple[str, SpecPath] | None:
        """The network ACL that a subnet or its tier names, and where."""
        return self._named_by(subnet, NETWORK_ACL.word)

    def _named_by(self, subnet: str, word: str) -> tuple[str, SpecPath] | None:
        """The entry of a kind that a subnet names, or else its tier, by the word of the kind."""
        entry = self.of(SUBNET)[subnet]
        tier = self.of(TIER)[str(entry.path[3])]
        for path, written in ((entry.path, getattr(entry.model, word)), (tier.path, getattr(tier.model, word))):
            if written is not None:
                return bare(written, word), (*path, word)
        return None

    @cached_property
    def zonal_nats(self) -> dict[str, dict[str, str]]:
        """NAT gateways that stand once in each zone: name to zone suffix to subnet."""
        families = {}
        for name, entry in self.of(NAT_GATEWAY).items():
            if entry.model.subnets is not None:
                at = (*entry.path, "subnets")
                families[name] = self._one_in_each_zone(name, self.subnets(entry.model.subnets, at) or (), at)
        return families

    def _one_in_each_zone(self, name: str, subnets: tuple[Ref[SubnetNode], ...], at: SpecPath) -> dict[str, str]:
        """Zone suffix to subnet; a second subnet of a zone has no gateway of its own to name."""
        found: dict[str, str] = {}
        for subnet in subnets:
            suffix = self.suffix(subnet.key)
            if suffix in found:
                message = f"`{name}` would stand twice in zone {suffix}: in `{found[suffix]}` and `{subnet.key}`"
                help_ = f"remove `{subnet.key}`, or `{found[suffix]}`"
                listed = [one.key for one in subnets]
                fixes = tuple(
                    Fix(f"remove `{name}`", Safety.CHOICE, (Edit((*at, listed.index(name)), how=How.REMOVE),))
                    for name in (subnet.key, found[suffix])
                )
                self.report(Finding(problem=TWO_IN_ZONE, at=at, message=message, help=help_, fixes=fixes))
            found.setdefault(suffix, subnet.key)
        return found

    @cached_property
    def zonal_firewalls(self) -> dict[str, dict[str, str]]:
        """Firewalls, whose endpoints stand in zones: name to zone suffix to subnet."""
        found = {}
        for name, entry in self.of(FIREWALL).items():
            at = (*entry.path, "subnets")
            found[name] = self._one_in_each_zone(name, self.subnets(entry.model.subnets, at) or (), at)
        return found

    def zonal(self, word: str) -> dict[str, dict[str, str]]:
        """What stands once in each zone, of one kind of target of routes."""
        return self.zonal_nats if word == "nat_gateway" else self.zonal_firewalls if word == "firewall" else {}

    @cached_property
    def zonal_tables(self) -> dict[str, list[str]]:
        """Route tables that lead to what stands in each zone, and so stand once in each: name to zone suffixes."""
        led: dict[str, set[str]] = {}
        for name, entry in self.of(ROUTE_TABLE).items():
            for target in entry.model.routes.values():
                zones = led.setdefault(name, set())
                zones.update(self.zonal_nats.get(bare(target, "nat_gateway"), ()))
                endpoints = self.zonal_firewalls.get(bare(target, "firewall"), {})
                if len(endpoints) > 1 and entry.model.gateway is None:
                    zones.update(endpoints)
        suffixes: dict[str, set[str]] = {name: set() for name, zones in led.items() if zones}
        for subnet in self.names.get("subnet", {}) if suffixes else ():
            table = self.table_of(subnet)
            if table is not None and table[0] in suffixes:
                suffixes[table[0]].add(self.suffix(subnet))
        # A table that no subnet uses yet stands where its gateways do.
        return {name: sorted(found or led[name]) for name, found in suffixes.items()}

    def table_at(self, table: str, subnet: str) -> str:
        """The name of the table that a subnet uses, where `table` may stand once in each zone."""
        return f"{table}-{self.suffix(subnet)}" if table in self.zonal_tables else table

    def attachment_of(self, vpc: str) -> tuple[Ref[InternetGatewayAttachment], ...]:
        """What must stand before anything of this VPC can speak to the internet."""
        entry = self.of(VPC).get(vpc)
        gateway = entry.model.internet_gateway if entry else None
        if gateway is None or gateway.existing is not None:
            return ()
        return (ref(InternetGatewayAttachment, gateway.name),)

    def gives_public_addresses(self, subnet: str) -> bool:
        """Whether a machine in `subnet` is given a public address, if nothing is said of it."""
        entry = self.of(SUBNET)[subnet]
        own = entry.model.public_ip_on_launch
        return self.of(TIER)[str(entry.path[3])].model.public_ip_on_launch if own is None else own

    def gateway_of(self, subnet: str, *, public_ip: bool | None) -> tuple[Ref[InternetGatewayAttachment], ...]:
        """What must stand before a machine in `subnet` has its public address, which is said or else the subnet's."""
        public = self.gives_public_addresses(subnet) if public_ip is None else public_ip
        return self.attachment_of(self.vpc_of("subnet", subnet)) if public else ()

    def _made_table(self, subnet: str) -> Entry[RouteTable] | None:
        """The route table of a subnet, where it is made here."""
        written = self.table_of(subnet)
        table = self.of(ROUTE_TABLE).get(written[0]) if written else None
        return None if table is None or table.model.existing is not None else table

    def internet_route(self, subnet: str) -> tuple[Ref[Route], ...]:
        """The default route of a subnet to an internet gateway, which a NAT gateway's first packet needs."""
        table = self._made_table(subnet)
        if table is None:
            return ()
        target = bare(table.model.routes.get("0.0.0.0/0", ""), "internet_gateway")
        if target not in self.names.get("internet_gateway", ()):
            return ()
        return (Ref("Route", f"{self.table_at(table.name, subnet)} 0.0.0.0/0"),)

    def routes_out(self, subnet: str) -> tuple[Ref[Resource], ...]:
        """The routes and the association that must stand before a machine in `subnet` reaches anything outside."""
        table = self._made_table(subnet)
        if table is None:
            return ()
        name = self.table_at(table.name, subnet)
        found: list[Ref[Resource]] = [
            Ref("Route", f"{name} {compressed(destination)}")
            for destination, target in sorted(table.model.routes.items())
            if target.startswith(_OUTSIDE_IDS) or any(bare(target, one) in self.names.get(one, ()) for one in _OUTSIDE)
        ]
        own = () if self.of(SUBNET)[subnet].model.existing else (Ref("RouteTableAssociation", subnet),)
        return (*found, *own) if found else ()


def compressed(destination: str) -> str:
    """A destination in the one spelling that a route's address is made of; as it stands if it is not a block."""
    try:
        return parse_network(destination).compressed
    except ValueError:
        return destination
