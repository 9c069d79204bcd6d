"""Fixed addresses: inside their subnet, not among the five that AWS keeps, and each given once."""

from collections import defaultdict
from collections.abc import Iterator
from ipaddress import IPv4Address

from infraspec.analysis.ledger import Holder, Ledger, free, holders, ledgers, lowest_free, reserved, usable
from infraspec.aws import MAX_PREFIX, RESERVED_FIRST
from infraspec.diagnostic import Edit, Finding, Fix, Level, Problem, Related, fix
from infraspec.graph.graph import Graph
from infraspec.rules.rule import Rule

_HEAD = """version: 1
name: demo
region: ap-northeast-2
vpcs:
  main:
    cidr: 10.20.0.0/16
    tiers:
      app:
        subnets:
          app-a: {zone: a, cidr: 10.20.10.0/24}
    security_groups: {app: {egress: []}}
network_interfaces:
"""
_INTERFACE = "  probe:\n    subnet: app-a\n    security_groups: [app]\n    private_ip: "

RESERVED = Problem(
    code="NET201",
    name="reserved-address",
    level=Level.ERROR,
    title="A fixed address that AWS keeps in every subnet",
    explanation="AWS keeps five addresses of each subnet: the network's own, the router's (+1), the resolver's (+2), one for future "
    "use (+3), and the last. EC2 refuses to give them away.",
    bad=_HEAD + _INTERFACE + "10.20.10.3  # <- NET201\n",
    good=_HEAD + _INTERFACE + "10.20.10.4\n",
    source="https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html",
)


def reserved_address(graph: Graph) -> Iterator[Finding]:
    """Look up each fixed address among the five of its subnet."""
    for ledger in ledgers(graph).values():
        if not ledger.fixed:
            continue
        kept = reserved(ledger.subnet.cidr)
        for address in sorted(kept.keys() & ledger.fixed.keys()):
            for holder in ledger.fixed[address]:
                yield _reserved(ledger, holder, address, kept[address])


def _lowest(holder: Holder, lowest: IPv4Address | None, there: str) -> tuple[Fix, ...]:
    """Write the lowest free address, if there is one."""
    if lowest is None:
        return ()
    return fix(f"write {lowest}, the lowest address{there} that nothing else uses", Edit(holder.at, str(lowest)))


def _reserved(ledger: Ledger, holder: Holder, address: IPv4Address, why: str) -> Finding:
    block, lowest = ledger.subnet.cidr, lowest_free(ledger)
    first, last = block.network_address + RESERVED_FIRST, block.broadcast_address - 1
    return Finding(
        problem=RESERVED,
        at=holder.at,
        message=f"{address}, the address of {holder.what}, is one of the five that AWS keeps in every subnet",
        label=why,
        related=(Related(at=(*ledger.subnet.origin, "cidr"), label=f"first usable here is {first}, last {last}"),),
        help=f"write {lowest}, the lowest address that nothing else uses" if lowest else "",
        fixes=_lowest(holder, lowest, ""),
    )


OUTSIDE = Problem(
    code="NET202",
    name="address-outside-subnet",
    level=Level.ERROR,
    title="A fixed address outside the subnet it is used in",
    explanation="A network interface stands in one subnet, and its address is one of that subnet's block.",
    bad=_HEAD + _INTERFACE + "10.20.20.32  # <- NET202\n",
    good=_HEAD + _INTERFACE + "10.20.10.32\n",
    source="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_RunInstances.html",
)


def address_outside(graph: Graph) -> Iterator[Finding]:
    """Compare each fixed address with the block of its subnet."""
    found = ledgers(graph)
    for holder in holders(graph):
        ledger = found[holder.subnet.key]
        subnet = ledger.subnet
        if holder.address is None or holder.address in subnet.cidr:
            continue
        lowest = lowest_free(ledger)
        span = f"{subnet.cidr.network_address} to {subnet.cidr.broadcast_address}"
        yield Finding(
            problem=OUTSIDE,
            at=holder.at,
            message=f"{holder.what} has an address outside its subnet `{subnet.key}`",
            label=f"not in {subnet.cidr}",
            related=(Related(at=(*subnet.origin, "cidr"), label=f"`{subnet.key}` is {span}"),),
            help=f"write {lowest}, the lowest address there that nothing else uses" if lowest else "",
            fixes=_lowest(holder, lowest, " there"),
        )


TWICE = Problem(
    code="NET203",
    name="address-given-twice",
    level=Level.ERROR,
    title="One fixed address given to two things",
    explanation="An address means one network interface in a VPC: EC2 refuses to give it to a second one.",
    bad=_HEAD
    + _INTERFACE
    + "10.20.10.31\n  standby:\n    subnet: app-a\n    security_groups: [app]\n    private_ip: 10.20.10.31  # <- NET203\n",
    good=_HEAD
    + _INTERFACE
    + "10.20.10.31\n  standby:\n    subnet: app-a\n    security_groups: [app]\n    private_ip: 10.20.10.32\n",
    source="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_RunInstances.html",
)


def address_twice(graph: Graph) -> Iterator[Finding]:
    """Gather what each usable address of a VPC is given to."""
    found = ledgers(graph)
    given: dict[tuple[str, IPv4Address], list[Holder]] = defaultdict(list)
    for ledger in found.values():
        kept = reserved(ledger.subnet.cidr) if ledger.fixed else {}
        for address, owners in ledger.fixed.items():
            if address not in kept:
                given[(ledger.subnet.vpc.key, address)].extend(owners)
    for (_, address), owners in given.items():
        if len(owners) == 1:
            continue
        first, *others = owners
        for holder in others:
            lowest = lowest_free(found[holder.subnet.key])
            yield Finding(
                problem=TWICE,
                at=holder.at,
                message=f"{address} is given to {first.what} and to {holder.what}",
                label="given here again",
                related=(Related(at=first.at, label=f"{first.what} has it"),),
                help=f"write {lowest}, the lowest address that nothing else uses" if lowest else "",
                fixes=_lowest(holder, lowest, ""),
            )


FULL = Problem(
    code="NET206",
    name="subnet-full",
    level=Level.ERROR,
    title="More things in a subnet than it has addresses",
    explanation="Each instance, network interface, NAT gateway, load balancer and endpoint takes an address of each subnet that it "
    "stands in, and AWS keeps five. A /28, the smallest subnet, has eleven to give.",
    bad=_HEAD.replace("10.20.10.0/24}", "10.20.10.0/28}  # <- NET206")
    + "".join(f"  probe-{n}: {{subnet: app-a, security_groups: [app]}}\n" for n in range(12)),
    good=_HEAD.replace("10.20.10.0/24}", "10.20.10.0/27}")
    + "".join(f"  probe-{n}: {{subnet: app-a, security_groups: [app]}}\n" for n in range(12)),
    source="https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html",
)


def subnet_full(graph: Graph) -> Iterator[Finding]:
    """Count what stands in each subnet. A block that no subnet can have is reported as such."""
    for ledger in ledgers(graph).values():
        left = free(ledger)
        if left < 0 and ledger.subnet.cidr.prefixlen <= MAX_PREFIX:
            subnet = ledger.subnet
            count = usable(subnet.cidr)
            longer = next(
                (n for n in range(subnet.cidr.prefixlen, 15, -1) if (1 << (32 - n)) - 5 >= count - left), None
            )
            yield Finding(
                problem=FULL,
                at=(*subnet.origin, "cidr"),
                message=f"subnet `{subnet.key}` has {count} usable addresses, and {count - left} are needed",
                label=f"{subnet.cidr.num_addresses} addresses, five of them AWS's",
                related=tuple(Related(at=one.at, label="takes one", on_key=True) for one in ledger.chosen[-2:]),
                help=f"a /{longer} is large enough" if longer else "spread them over several subnets",
            )


RULES = (
    Rule(RESERVED, reserved_address),
    Rule(OUTSIDE, address_outside),
    Rule(TWICE, address_twice),
    Rule(FULL, subnet_full),
)
