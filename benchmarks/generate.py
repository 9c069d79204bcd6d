"""Specs of about a given number of CloudFormation resources, right ones and ones with mistakes.

python benchmarks/generate.py 1000 > spec.yaml
python benchmarks/generate.py 10000 --mistakes 2000 > spec.yaml
"""

import argparse
import sys
from collections.abc import Callable, Iterator, Sequence

from estate import DOMAIN, ENDPOINTS, REGION, ZONE_ID, ZONES, Network, Service, networks

Lines = Iterator[str]


def spec(resources: int, mistakes: int = 0) -> str:
    """The spec of the estate with this many resources, with this many lines spoilt."""
    lines = list(_lines(tuple(networks(resources))))
    if mistakes:
        _spoil(lines, mistakes)
    return "\n".join(lines) + "\n"


def _lines(estate: Sequence[Network]) -> Lines:
    yield from ("version: 1", "name: benchmark", f"region: {REGION}", "tags: {Owner: platform, Stage: production}", "")
    yield "vpcs:"
    for network in estate:
        yield from _vpc(network)
    services = [(network, service) for network in estate for service in network.services]
    sections = (
        (("iam:", "  roles:"), _role),
        (("instances:",), _instances),
        (("load_balancers:",), _load_balancer),
        (("target_groups:",), _target_group),
        (("certificates:",), _certificate),
        (("dns:", "  zones:", f"    {DOMAIN}: {{existing: {ZONE_ID}}}", "  records:"), _record),
        (("databases:",), _database),
    )
    for heading, entry in sections if services else ():
        yield ""
        yield from heading
        for network, service in services:
            yield from entry(network, service)


def _vpc(network: Network) -> Lines:
    name = network.name
    yield f"  {name}:"
    yield f"    cidr: {network.cidr}"
    yield f"    internet_gateway: {name}-igw"
    yield "    nat_gateways:"
    for subnet, zone, _ in network.public:
        yield f"      {name}-nat-{zone}: {{subnet: {subnet}}}"
    yield "    route_tables:"
    yield f"      {name}-public: {{routes: {{0.0.0.0/0: {name}-igw}}}}"
    for zone in ZONES:
        yield f"      {name}-private-{zone}: {{routes: {{0.0.0.0/0: {name}-nat-{zone}}}}}"
    yield "    tiers:"
    yield from _tier(f"{name}-public", network.public, f"{name}-public")
    for service in network.services:
        yield from _tier(f"{service.name}-app", service.app, f"{name}-private", zonal=True)
        yield from _tier(f"{service.name}-data", service.data, f"{name}-private", zonal=True)
    if network.spare:
        yield from _tier(f"{name}-spare", network.spare, f"{name}-private", zonal=True)
    yield from _endpoints(network)
    yield from _security_groups(network)


def _tier(name: str, subnets: Sequence[tuple[str, str, str]], table: str, *, zonal: bool = False) -> Lines:
    yield f"      {name}:"
    if not zonal:
        yield f"        route_table: {table}"
    yield "        subnets:"
    for subnet, zone, cidr in subnets:
        own = f", route_table: {table}-{zone}" if zonal else ""
        yield f"          {subnet}: {{zone: {zone}, cidr: {cidr}{own}}}"


def _endpoints(network: Network) -> Lines:
    name = network.name
    where = f"subnets: tier:{name}-public, security_groups: [{name}-endpoints]"
    yield "    endpoints:"
    for service in ENDPOINTS:
        yield f"      {name}-{service}: {{service: {service}, {where}}}"
    yield f"      {name}-s3: {{service: s3, route_tables: [{name}-private-a, {name}-private-b]}}"


def _security_groups(network: Network) -> Lines:
    yield "    security_groups:"
    yield f"      {network.name}-endpoints:"
    yield "        description: AWS services"
    yield "        ingress:"
    yield "          - {tcp: 443, from: vpc, description: from everything here}"
    yield "        egress: []"
    for service in network.services:
        name = service.name
        yield f"      {name}-alb:"
        yield f"        description: Load balancer of {name}"
        yield "        ingress:"
        yield "          - {tcp: 443, from: 0.0.0.0/0, description: from everywhere}"
        yield "        egress:"
        yield f"          - {{tcp: 8080, to: {name}-machines, description: to the machines}}"
        yield f"      {name}-machines:"
        yield f"        description: Machines of {name}"
        yield "        ingress:"
        yield f"          - {{tcp: 8080, from: {name}-alb, description: from the load balancer}}"
        yield "        egress:"
        yield f"          - {{tcp: 3306, to: {name}-db, description: to the database}}"
        yield "          - {tcp: 443, to: 0.0.0.0/0, description: packages and AWS services}"
        yield f"      {name}-db:"
        yield f"        description: Database of {name}"
        yield "        ingress:"
        yield f"          - {{tcp: 3306, from: {name}-machines, description: from the machines}}"
        yield "        egress: []"


def _role(_: Network, service: Service) -> Lines:
    yield f"    {service.name}:"
    yield f"      description: What the machines of {service.name} may do"
    yield "      trust: ec2"
    yield "      managed_policies: [AmazonSSMManagedInstanceCore]"


def _instances(_: Network, service: Service) -> Lines:
    for (subnet, zone, _cidr), address in zip(service.app, service.addresses, strict=True):
        yield f"  {service.name}-{zone}:"
        yield "    image: ubuntu-24.04"
        yield "    type: t3.micro"
        yield f"    subnet: {subnet}"
        yield f"    private_ip: {address}"
        yield f"    security_groups: [{service.name}-machines]"
        yield f"    role: {service.name}"
        yield "    root_volume: {size_gib: 30}"


def _load_balancer(network: Network, service: Service) -> Lines:
    yield f"  {service.name}:"
    yield "    type: application"
    yield "    scheme: internet-facing"
    yield f"    subnets: tier:{network.name}-public"
    yield f"    security_groups: [{service.name}-alb]"
    yield "    listeners:"
    yield f"      - {{https: 443, certificate: {service.name}.{DOMAIN}, forward: {service.name}}}"


def _target_group(_: Network, service: Service) -> Lines:
    targets = ", ".join(f"{service.name}-{zone}" for _, zone, _ in service.app)
    yield f"  {service.name}: {{http: 8080, targets: [{targets}], health_check: {{path: /healthz}}}}"


def _certificate(_: Network, service: Service) -> Lines:
    yield f"  {service.name}.{DOMAIN}: {{validation: dns, zone: {DOMAIN}}}"


def _record(_: Network, service: Service) -> Lines:
    yield f"    {service.name}.{DOMAIN}: {{zone: {DOMAIN}, alias: {service.name}}}"


def _database(_: Network, service: Service) -> Lines:
    yield f"  {service.name}:"
    yield "    engine: mysql"
    yield '    version: "8.4"'
    yield "    class: db.t3.micro"
    yield "    storage_gib: 20"
    yield "    multi_az: true"
    yield f"    subnets: tier:{service.name}-data"
    yield f"    security_groups: [{service.name}-db]"


MISTAKES: tuple[tuple[str, Callable[[str], str]], ...] = (
    (", cidr: ", lambda line: line.replace(".0/24", ".1/24")),  # bits behind the prefix
    ("-data-", lambda line: line.replace("cidr: 10.", "cidr: 172.")),  # outside the VPC
    (", cidr: ", lambda line: line.replace("zone: ", "az: x, zone: ")),  # no such key
    (", route_table: ", lambda line: line.replace("-private-", "-privte-")),  # no such route table
    ("-data-", lambda line: line.replace("0/24", "0/29")),  # smaller than AWS takes
    ("engine: ", lambda line: line.replace("mysql", "mysq")),  # no such engine
    ("storage_gib: ", lambda line: line.replace("20", "plenty")),  # not a number
    ("trust: ", lambda line: line.replace("trust: ", "trsut: ")),  # no such key
    ("managed_policies: ", lambda line: line.replace("Core", "Cor")),  # no such policy
    ("- {tcp: ", lambda line: line.replace("tcp: ", "tcp: 99")),  # a port beyond the last
    ("- {tcp: ", lambda line: line.replace("tcp: ", "tpc: ")),  # no such key
    ("-machines, ", lambda line: line.replace("-machines,", "-machine,")),  # no such group
    ("private_ip: ", lambda line: line.replace(".10", ".310")),  # not an address
    ("root_volume: ", lambda line: line.replace("30", "big")),  # not a number
    ("scheme: ", lambda line: line.replace("internet-facing", "public")),  # no such scheme
)
"""What a line is known by, and how it is spoilt: each so that one thing is wrong, and nothing else because of it."""


def _spoil(lines: list[str], mistakes: int) -> None:
    """Spoil this many lines, spread over the whole, in turn by each of the ways that fit."""
    places = [i for i, line in enumerate(lines) if any(known in line for known, _ in MISTAKES)]
    for turn in range(mistakes):
        at = places[turn * len(places) // mistakes]
        ways = [way for known, way in MISTAKES if known in lines[at]]
        lines[at] = ways[turn % len(ways)](lines[at])


def main() -> None:
    """Print one spec."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("resources", type=int)
    parser.add_argument("--mistakes", type=int, default=0)
    options = parser.parse_args()
    sys.stdout.write(spec(options.resources, options.mistakes))


if __name__ == "__main__":
    main()
