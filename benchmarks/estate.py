"""What the specs and the scripts of the benchmarks describe: networks, each with services, from a count of resources.

Only numbers and names stand here, so that every side builds the same architecture from the same parameters, and none
pays for another's imports. A full network stays below AWS's limits for a VPC, and there are few networks, so that
ten thousand resources stay below the quotas of a region that infraspec counts.
"""

from collections.abc import Iterator
from typing import NamedTuple

REGION = "ap-northeast-2"
DOMAIN = "example.com"
ZONE_ID = "Z0123456789EXAMPLE"
ZONES = ("a", "b")
ENDPOINTS = ("ssm", "ssmmessages", "ec2messages")
SERVICES = 20
"""Services of a full network."""

NETWORK_COST = 22
"""CloudFormation resources of a network without services."""
SERVICE_COST = 26
"""Those that each service adds."""
SPARE_COST = 2
"""A subnet and its route table association."""


class Service(NamedTuple):
    """A service: machines behind a load balancer, in front of a database."""

    name: str
    app: tuple[tuple[str, str, str], ...]
    """Name, zone and block of each subnet of its machines."""
    data: tuple[tuple[str, str, str], ...]
    """The same of its database."""
    addresses: tuple[str, ...]
    """The fixed address of the machine in each of `app`."""


class Network(NamedTuple):
    """A VPC with two public subnets, a NAT gateway and a private route table in each zone, and its services."""

    name: str
    cidr: str
    public: tuple[tuple[str, str, str], ...]
    services: tuple[Service, ...]
    spare: tuple[tuple[str, str, str], ...]
    """Subnets without a purpose, which make up the count."""


def networks(resources: int) -> Iterator[Network]:
    """The networks that have about this many CloudFormation resources together: never more, at most one less."""
    left, number = resources, 0
    while left >= NETWORK_COST:
        count = min(SERVICES, (left - NETWORK_COST) // SERVICE_COST)
        left -= NETWORK_COST + count * SERVICE_COST
        # What is too little for one more network goes into this one.
        spare = left // SPARE_COST if left < NETWORK_COST else 0
        left -= spare * SPARE_COST
        yield _network(number, count, spare)
        number += 1


def _network(number: int, services: int, spare: int) -> Network:
    name, base = f"net-{number:03}", f"10.{number}"
    return Network(
        name=name,
        cidr=f"{base}.0.0/16",
        public=tuple((f"{name}-public-{zone}", zone, f"{base}.{i}.0/24") for i, zone in enumerate(ZONES)),
        services=tuple(_service(f"{name}-svc-{i}", f"{base}.", 2 + 4 * i) for i in range(services)),
        spare=tuple((f"{name}-spare-{i:02}", ZONES[i % 2], f"{base}.{100 + i}.0/24") for i in range(spare)),
    )


def _service(name: str, base: str, block: int) -> Service:
    return Service(
        name=name,
        app=tuple((f"{name}-app-{zone}", zone, f"{base}{block + i}.0/24") for i, zone in enumerate(ZONES)),
        data=tuple((f"{name}-data-{zone}", zone, f"{base}{block + 2 + i}.0/24") for i, zone in enumerate(ZONES)),
        addresses=tuple(f"{base}{block + i}.10" for i in range(len(ZONES))),
    )
