"""`endpoints:` of a VPC, services without the internet, and `endpoint_services:`, which offer one to others."""

from typing import Annotated, Any, Literal

from infraspec.spec.base import LATER, EntryModel, Names, Tags, identifier


class Endpoint(EntryModel):
    """A VPC endpoint: an address for a service in the VPC's own subnets, or a route to it."""

    service: str
    """The service's short name (`ssm`, `ecr.api`), its full one (`com.amazonaws.ap-northeast-2.ssm`), or an entry of
    `endpoint_services`."""
    type: Literal["interface", "gateway", "gateway_load_balancer"] | None = None
    """`gateway` for s3 and dynamodb, `gateway_load_balancer` for an entry of `endpoint_services` with such balancers,
    and `interface` for all others, unless it says otherwise. Routes lead to a `gateway_load_balancer` endpoint."""
    subnets: Names | None = None
    """An interface endpoint's: a tier, or subnets of different zones. One network interface stands in each. A
    `gateway_load_balancer` endpoint stands in one subnet."""
    security_groups: Names | None = None
    """An interface endpoint's: who may call it on port 443."""
    private_dns: bool | None = None
    """An interface endpoint's: whether the service's usual name leads to it. True if left out, false
    for an entry of `endpoint_services`."""
    route_tables: Names | None = None
    """A gateway endpoint's: the tables that get a route to it."""
    policy: dict[str, Any] | None = None
    """A policy document that narrows what may be asked of the service; full access if left out."""
    existing: Annotated[str | None, identifier("vpce"), LATER] = None
    """The identifier of an endpoint that exists and is not managed here."""
    tags: Tags = {}


class EndpointService(EntryModel):
    """What stands behind network or gateway balancers, offered to other VPCs and accounts through their endpoints."""

    load_balancers: Names
    """Its network balancers, or its gateway balancers."""
    acceptance_required: bool = True
    """Whether each endpoint must be accepted before it works, also one of the same account."""
    allowed_principals: Names = []
    """Who may make endpoints beside this account: ARNs of accounts, users or roles, or `*` for everyone."""
    ip_address_types: list[Literal["ipv4", "ipv6"]] = []
    """The kinds of address by which endpoints may call it; those of its balancers if left out."""
    regions: Names = []
    """Other regions in which endpoints may be made."""
    tags: Tags = {}
