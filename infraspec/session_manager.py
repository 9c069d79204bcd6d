"""What `session_manager: true` adds to a spec: all that the machines of a tier lack, and nothing that is there.

The spec is resolved as it is written, and asked what each machine may do and reach. What is missing is then written
into its data, in the words of the language, so that it is read, checked, shown and built like all else.

- A machine without a role gets one, and a role of the spec without permission the policy AmazonSSMManagedInstanceCore.
- A tier without a way to the internet gets the endpoints that its VPC lacks. With a NAT gateway it needs none.
- A group lets tcp 443 out to the endpoints, or to the internet; the endpoints' group lets it in.
- What `SSM-SessionManagerRunShell` says of logs and keys is allowed to the roles, and gets its endpoints.
"""

from collections import defaultdict
from collections.abc import Iterator
from ipaddress import IPv4Network
from typing import Any, NamedTuple

from infraspec.analysis.admission import Admission, Party, party_of
from infraspec.analysis.blocks import runs
from infraspec.analysis.sessions import HTTPS, POLICIES, SERVICES, Sessions, door, sessions
from infraspec.diagnostic import SpecPath
from infraspec.graph.endpoints import GatewayEndpoint, InterfaceEndpoint
from infraspec.graph.graph import Graph
from infraspec.graph.security_groups import SecurityGroup
from infraspec.graph.vpc import Subnet
from infraspec.session_callers import Caller, callers
from infraspec.session_logs import NAME as LOGS
from infraspec.session_logs import Logs, logs_of, policy_for
from infraspec.spec.document import Parsed
from infraspec.spec.draft import Draft
from infraspec.spec.kinds import TIER

_KEY = "session_manager"
_NAME = "session-manager"
_OLD_AGENTS = "ec2messages"
"""What agents before 3.3.40 call, which regions that opened since 2024 do not have."""
_WITHOUT = frozenset({"ap-east-2", "ap-southeast-5", "ap-southeast-6", "ap-southeast-7", "mx-central-1"})
_WORLD = Party(frozenset(), runs([IPv4Network("52.0.0.0/8")]))
"""Addresses of AWS in the internet."""


class _Tier(NamedTuple):
    name: str
    path: SpecPath
    """Of the key that asks."""
    vpc: str
    subnets: list[Subnet]
    machines: list[Caller]
    closed: bool
    """Whether some of its machines have no way to the internet."""


def completed(data: Any, parsed: Parsed, graph: Graph) -> Draft:
    """The data of a spec with what its tiers lack."""
    return _Completion(data, parsed, graph).draft()


class _Completion:
    def __init__(self, data: Any, parsed: Parsed, graph: Graph) -> None:
        self._draft = Draft(data)
        self._graph = graph
        self._network: Sessions = sessions(graph)
        self._callers = list(callers(graph, self._network))
        self._admission = Admission(graph)
        self._names = {name for entries in parsed.entries.values() for name in entries}
        self._logs: Logs = logs_of(parsed)
        self._tiers = list(self._asked(parsed))
        self._role: str | None = None

    def draft(self) -> Draft:
        by_vpc: dict[str, list[_Tier]] = defaultdict(list)
        for tier in self._tiers:
            by_vpc[tier.vpc].append(tier)
            for machine in tier.machines:
                self._let_register(machine, tier.path)
        for vpc, tiers in by_vpc.items():
            self._reach(vpc, tiers)
        return self._draft

    def _asked(self, parsed: Parsed) -> Iterator[_Tier]:
        for name, entry in sorted(parsed.of(TIER).items()):
            if not entry.model.session_manager:
                continue
            subnets = [one for one in self._graph.of(Subnet) if one.tier == name]
            machines = [one for one in self._callers if one.interface.subnet.tier == name]
            closed = any(one.closed for one in machines)
            yield _Tier(name, (*entry.path, _KEY), str(entry.path[1]), subnets, machines, closed)

    def _let_register(self, machine: Caller, why: SpecPath) -> None:
        """The role of a machine, its policy, and what it needs to write logs."""
        profile = machine.profile
        role = self._graph.get(self._graph.get(profile).role) if profile is not None else None
        if role is None:
            path = self._own_role(why)
            self._draft.put((*machine.at, "role"), path[-1], why)
        elif role.existing is not None:
            return
        else:
            path = role.origin
            if machine.permitted is False:
                self._draft.append((*path, "managed_policies"), POLICIES[0], why)
        documents = [] if role is None else [one.name for one in role.inline_policies]
        policy = policy_for(self._logs, self._graph.region)
        if policy and LOGS not in documents:
            self._draft.put((*path, "inline_policies", LOGS), policy, why)

    def _own_role(self, why: SpecPath) -> SpecPath:
        """The role of machines that have none."""
        if self._role is None:
            self._role = self._free(_NAME)
        path: SpecPath = ("iam", "roles", self._role)
        self._draft.put(path, {"trust": "ec2", "managed_policies": [POLICIES[0]]}, why)
        return path

    def _reach(self, vpc: str, tiers: list[_Tier]) -> None:
        """The endpoints of the services that are called, and the rules on both sides.

        Their private names are those of the whole VPC: tiers with another way out call them too.
        """
        found, closed = self._network.endpoints[vpc], [tier for tier in tiers if tier.closed]
        missing = [one for one in self._services() if not found[one]] if closed else []
        inside = Party(frozenset(), runs(one.cidr for tier in closed for one in tier.subnets))
        group = self._door_group(vpc, tiers, inside) if missing else None
        for service in missing:
            entry = {"service": service, "subnets": _one_in_each_zone(closed), "security_groups": [group]}
            self._draft.put(("vpcs", vpc, "endpoints", self._free(service, vpc)), entry, closed[0].path)
        for endpoint in (one for service in self._services() for one in found[service]):
            self._open(endpoint, tiers)
        for tier in tiers:
            if group is not None:
                self._let_out(tier, inside, group)
            elif not all(found[service] for service in SERVICES):
                self._let_out(tier, _WORLD, "0.0.0.0/0")
        if closed and self._logs.bucket:
            self._reach_s3(vpc, closed)

    def _services(self) -> list[str]:
        old = () if self._graph.region in _WITHOUT else (_OLD_AGENTS,)
        return [*SERVICES, *old, *self._logs.services]

    def _door_group(self, vpc: str, tiers: list[_Tier], inside: Party) -> str:
        """A group for new endpoints, which lets in who asks, and who else calls these services in the VPC."""
        asking = {one.key for tier in tiers for machine in tier.machines for one in _managed(self._graph, machine)[:1]}
        others = [one.interface for one in self._callers if one.interface.subnet.vpc.key == vpc]
        calling = {
            group.key
            for machine in others
            if self._admission.allows("egress", party_of(machine), inside, HTTPS)
            for group in machine.groups
            if self._admission.allows("egress", self._admission.party(group.key), inside, HTTPS)
        }
        name = self._free(f"{_NAME}-endpoints", vpc)
        names = [self._admission.name(one) for one in sorted(asking | calling)]
        rules = [{"tcp": 443, "from": names, "description": "Machines that use Session Manager"}] if names else []
        entry = {"description": "Endpoints of Session Manager", "ingress": rules, "egress": []}
        self._draft.put(("vpcs", vpc, "security_groups", name), entry, tiers[0].path)
        return name

    def _open(self, endpoint: InterfaceEndpoint, tiers: list[_Tier]) -> None:
        """The rules on both sides of an endpoint that is there."""
        managed = [one for one in endpoint.security_groups if self._graph.get(one).existing is None]
        if endpoint.existing is not None or not managed or not endpoint.subnets:
            return
        here = party_of(door(self._graph, endpoint))
        for tier in tiers:
            for machine in tier.machines:
                own = _managed(self._graph, machine)
                if own and not self._admission.allows("ingress", here, party_of(machine.interface), HTTPS):
                    rule = {"tcp": 443, "from": [self._admission.name(own[0].key)]}
                    self._draft.append((*self._graph.get(managed[0]).origin, "ingress"), rule, tier.path)
            self._let_out(tier, here, self._admission.name(managed[0].key))

    def _reach_s3(self, vpc: str, tiers: list[_Tier]) -> None:
        """The gateway endpoint by which logs reach their bucket: a route that leads there and nowhere else."""
        gateways = [one for one in self._graph.of(GatewayEndpoint) if one.vpc.key == vpc]
        is_there = any(one.service_name.endswith(".s3") for one in gateways)
        if not is_there and not self._network.endpoints[vpc]["s3"]:
            tables = (self._network.routing.table.get(one.key) for tier in tiers for one in tier.subnets)
            found = {str(self._graph.get(one).origin[-1]) for one in tables if one is not None}
            if found:
                entry = {"service": "s3", "route_tables": sorted(found)}
                self._draft.put(("vpcs", vpc, "endpoints", self._free("s3", vpc)), entry, tiers[0].path)
        for tier in tiers:
            self._let_out(tier, _WORLD, "0.0.0.0/0")

    def _let_out(self, tier: _Tier, there: Party, peer: str) -> None:
        """A rule that lets calls out, for each machine whose groups have none."""
        for machine in tier.machines:
            own = _managed(self._graph, machine)
            if own and not self._admission.allows("egress", party_of(machine.interface), there, HTTPS):
                rule = {"tcp": 443, "to": [peer]}
                self._draft.append((*own[0].origin, "egress"), rule, tier.path)

    def _free(self, name: str, vpc: str = "") -> str:
        """A name that nothing else has."""
        free = name if name not in self._names else f"{vpc}-{name}" if vpc else f"{name}-role"
        while free in self._names:
            free += "-2"
        self._names.add(free)
        return free


def _managed(graph: Graph, machine: Caller) -> list[SecurityGroup]:
    """The groups of a machine that are managed here."""
    found = [graph.get(one) for one in machine.interface.groups]
    return [one for one in found if one.existing is None]


def _one_in_each_zone(tiers: list[_Tier]) -> list[str]:
    """A subnet of each zone: the first by name."""
    zones: dict[str, str] = {}
    for tier in tiers:
        for subnet in sorted(tier.subnets, key=lambda one: one.key):
            zones.setdefault(subnet.zone, subnet.key)
    return sorted(zones.values())
