"""Load balancers: which subnets they stand in."""

from collections.abc import Iterator

from infraspec.data.zones import canonical
from infraspec.diagnostic import Edit, Finding, Fix, How, Level, Problem, Related, Safety, choices, fix
from infraspec.graph.elbv2 import LoadBalancer, SubnetMapping, TargetGroup
from infraspec.graph.graph import Graph
from infraspec.graph.vpc import Subnet
from infraspec.rules.mends import elsewhere
from infraspec.rules.rule import Rule
from infraspec.rules.services.examples import NETWORK, TARGETS
from infraspec.rules.services.forwarding import forwards

_REST = """    type: application
    security_groups: [web]
    listeners: [{http: 80, forward: web}]
"""
_HEAD = "load_balancers:\n  web:\n"
_SOURCE = "https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateLoadBalancer.html"

TOO_FEW_ZONES = Problem(
    code="ELB101",
    name="balancer-in-one-zone",
    level=Level.ERROR,
    title="An application balancer stands in fewer than two zones",
    explanation="AWS refuses an application load balancer whose subnets do not stand in two zones at least.",
    bad=NETWORK + TARGETS + _HEAD + "    subnets: [app-a]  # <- ELB101\n" + _REST,
    good=NETWORK + TARGETS + _HEAD + "    subnets: [app-a, app-c]\n" + _REST,
    source=_SOURCE,
)


def too_few_zones(graph: Graph) -> Iterator[Finding]:
    """Count the zones of each application balancer."""
    for balancer in graph.of(LoadBalancer):
        zones = {canonical(graph.get(one.subnet).zone) for one in balancer.subnets}
        if balancer.type == "application" and len(zones) < 2:
            own = [graph.get(one.subnet) for one in balancer.subnets]
            yield Finding(
                problem=TOO_FEW_ZONES,
                at=(*balancer.origin, "subnets"),
                message=f"load balancer `{balancer.key}` stands in one zone, and needs two",
                label=f"only {min(zones, default='none')}",
                help="add a subnet in another zone",
                fixes=choices((*balancer.origin, "subnets"), elsewhere(graph, own), How.ADD),
            )


_THREE = NETWORK.replace("        subnets:\n", "        subnets:\n          app-c2: {zone: c, cidr: 10.0.2.0/24}\n")

ZONE_TWICE = Problem(
    code="ELB102",
    name="balancer-twice-in-a-zone",
    level=Level.ERROR,
    title="A balancer has two subnets in one zone",
    explanation="A load balancer takes one subnet in each zone; AWS refuses a second.",
    bad=_THREE + TARGETS + _HEAD + "    subnets: [app-a, app-c, app-c2]  # <- ELB102\n" + _REST,
    good=_THREE + TARGETS + _HEAD + "    subnets: [app-a, app-c]\n" + _REST,
    source=_SOURCE,
)


def zone_twice(graph: Graph) -> Iterator[Finding]:
    """Look for a second subnet of a zone."""
    for balancer in graph.of(LoadBalancer):
        first: dict[str, SubnetMapping] = {}
        zones = {canonical(graph.get(one.subnet).zone) for one in balancer.subnets}
        if balancer.type == "application" and len(zones) < 2:
            continue  # that is said of all its subnets
        for mapping in balancer.subnets:
            subnet = graph.get(mapping.subnet)
            other = first.setdefault(f"{subnet.vpc.key} {canonical(subnet.zone)}", mapping)
            if other is not mapping:
                yield Finding(
                    problem=ZONE_TWICE,
                    at=mapping.origin,
                    message=f"subnets `{other.subnet.key}` and `{mapping.subnet.key}` both stand in {canonical(subnet.zone)}",
                    help=f"remove `{mapping.subnet.key}`, or `{other.subnet.key}`",
                    fixes=tuple(
                        Fix(f"remove `{one.subnet.key}`", Safety.CHOICE, (Edit(one.origin, how=How.REMOVE),))
                        for one in (mapping, other)
                    )
                    if mapping.origin != other.origin
                    else (),
                )


_TWO = NETWORK + "  other: {cidr: 10.9.0.0/16, tiers: {far: {subnets: {far-a: {zone: a, cidr: 10.9.0.0/24}}}}}\n"

OTHER_VPC = Problem(
    code="ELB103",
    name="balancer-over-vpcs",
    level=Level.ERROR,
    title="A balancer and what belongs to it stand in different VPCs",
    explanation="The subnets of a balancer, the target groups that it forwards to and the instances in them are all in "
    "one VPC.",
    bad=_TWO + TARGETS + _HEAD + "    subnets: [far-a, app-c]  # <- ELB103\n" + _REST,
    good=_TWO + TARGETS + _HEAD + "    subnets: [app-a, app-c]\n" + _REST,
    source=_SOURCE,
)


def other_vpc(graph: Graph) -> Iterator[Finding]:
    """Compare the VPCs of a balancer's subnets, its target groups' and their instances'."""
    for balancer in graph.of(LoadBalancer):
        vpcs = sorted({graph.get(one.subnet).vpc.key for one in balancer.subnets})
        if len(vpcs) > 1:
            named = " and ".join(f"`{vpc}`" for vpc in vpcs)
            message = f"load balancer `{balancer.key}` has subnets in VPCs {named}"
            at = (*balancer.origin, "subnets")
            yield Finding(problem=OTHER_VPC, at=at, message=message, help="keep the subnets of one VPC")
    yield from _group_elsewhere(graph)
    for group in graph.of(TargetGroup):
        for target in group.targets:
            if target.instance and group.vpc and graph.get(graph.get(target.instance).subnet).vpc != group.vpc:
                message = f"instance `{target.instance.key}` stands in another VPC than target group `{group.key}`"
                yield Finding(problem=OTHER_VPC, at=target.origin, message=message, label=f"not in `{group.vpc.key}`")


def _group_elsewhere(graph: Graph) -> Iterator[Finding]:
    for use in forwards(graph):
        group, balancer = graph.get(use.target_group), graph.get(use.load_balancer)
        vpcs = {graph.get(one.subnet).vpc for one in balancer.subnets}
        if len(vpcs) == 1 and group.vpc and group.vpc not in vpcs:
            yield Finding(
                problem=OTHER_VPC,
                at=(*use.origin, "forward"),
                message=f"target group `{group.key}` stands in VPC `{group.vpc.key}`, and `{balancer.key}` in another",
                related=(Related(at=group.origin, label="the target group", on_key=True),),
            )


FIXED_ADDRESS = Problem(
    code="ELB105",
    name="balancer-address",
    level=Level.ERROR,
    title="A fixed address that this kind of balancer cannot have",
    explanation="Only a network balancer has fixed addresses: Elastic IP addresses where it faces the internet, private "
    "ones where it is internal.",
    bad=NETWORK
    + "target_groups:\n  web: {tcp: 80, targets: [10.0.0.10]}\nload_balancers:\n  web:\n    type: network\n"
    + "    security_groups: [web]\n    listeners: [{tcp: 80, forward: web}]\n    subnets:\n"
    + "      app-a: {elastic_ip: new}  # <- ELB105\n",
    good=NETWORK
    + "target_groups:\n  web: {tcp: 80, targets: [10.0.0.10]}\nload_balancers:\n  web:\n    type: network\n"
    + "    security_groups: [web]\n    listeners: [{tcp: 80, forward: web}]\n    subnets:\n"
    + "      app-a: {private_ip: 10.0.0.20}\n",
    source="https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_SubnetMapping.html",
)


def _without(mapping: SubnetMapping, field: str) -> tuple[Fix, ...]:
    return fix(f"remove `{field}`", Edit((*mapping.origin, field), how=How.REMOVE))


def fixed_address(graph: Graph) -> Iterator[Finding]:
    """Compare each fixed address with the type and the scheme of its balancer."""
    for balancer in graph.of(LoadBalancer):
        kind = f"{balancer.scheme} {balancer.type} balancer"
        for mapping in balancer.subnets:
            may = balancer.type == "network"
            public = balancer.scheme == "internet-facing"
            if mapping.allocation is not None and not (may and public):
                message = f"`{balancer.key}` is an {kind}, which has no Elastic IP addresses"
                help_ = "remove `elastic_ip`" if not may else "write `private_ip`, or `scheme: internet-facing`"
                fixes = _without(mapping, "elastic_ip") if not may else ()
                at = (*mapping.origin, "elastic_ip")
                yield Finding(problem=FIXED_ADDRESS, at=at, message=message, help=help_, fixes=fixes)
            if mapping.private_ip is not None and (public or not may):
                message = f"`{balancer.key}` is an {kind}, whose private addresses AWS chooses"
                help_ = "remove `private_ip`" if not may else "write `elastic_ip`, or `scheme: internal`"
                fixes = _without(mapping, "private_ip") if not may else ()
                at = (*mapping.origin, "private_ip")
                yield Finding(problem=FIXED_ADDRESS, at=at, message=message, help=help_, fixes=fixes)


SMALL_SUBNET = Problem(
    code="NET207",
    name="balancer-subnet-too-small",
    level=Level.ERROR,
    title="A subnet of an application balancer is smaller than /27",
    explanation="An application balancer wants a block of /27 at least with eight free addresses in each subnet, since "
    "it grows with its traffic.",
    bad=NETWORK.replace("10.0.0.0/24}", "10.0.0.0/28}  # <- NET207")
    + TARGETS
    + _HEAD
    + "    subnets: tier:app\n"
    + _REST,
    good=NETWORK.replace("10.0.0.0/24}", "10.0.0.0/27}") + TARGETS + _HEAD + "    subnets: tier:app\n" + _REST,
    source="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/application-load-balancers.html",
)


def small_subnet(graph: Graph) -> Iterator[Finding]:
    """Compare the prefix of each subnet that an application balancer stands in."""
    used: dict[Subnet, LoadBalancer] = {}
    for balancer in graph.of(LoadBalancer):
        if balancer.type == "application":
            used.update({graph.get(one.subnet): balancer for one in balancer.subnets})
    for subnet, balancer in used.items():
        if subnet.cidr.prefixlen > 27:
            yield Finding(
                problem=SMALL_SUBNET,
                at=(*subnet.origin, "cidr"),
                message=f"subnet `{subnet.key}` is too small for application balancer `{balancer.key}`",
                label=f"{subnet.cidr.num_addresses} addresses",
                related=(Related(at=(*balancer.origin, "subnets"), label="stands in it"),),
                help="write a block of /27 or larger",
            )


RULES = (
    Rule(TOO_FEW_ZONES, too_few_zones),
    Rule(ZONE_TWICE, zone_twice),
    Rule(OTHER_VPC, other_vpc),
    Rule(FIXED_ADDRESS, fixed_address),
    Rule(SMALL_SUBNET, small_subnet),
)
