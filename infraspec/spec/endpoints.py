"""`endpoints:` of a VPC: AWS services without the internet."""

from typing import Annotated, Any, Literal

from infraspec.spec.base import LATER, EntryModel, Names, Tags, identifier


class Endpoint(EntryModel):
    """A VPC endpoint: an address for a service in the VPC's own subnets, or a route to it."""

    service: str
    """The service's short name (`ssm`, `ecr.api`), or its full one (`com.amazonaws.ap-northeast-2.ssm`)."""
    type: Literal["interface", "gateway"] | None = None
    """`gateway` for s3 and dynamodb, `interface` for all others, unless it says otherwise."""
    subnets: Names | None = None
    """An interface endpoint's: a tier, or subnets of different zones. One network interface stands in each."""
    security_groups: Names | None = None
    """An interface endpoint's: who may call it on port 443."""
    private_dns: bool | None = None
    """An interface endpoint's: whether the service's usual name leads to it. True if left out."""
    route_tables: Names | None = None
    """A gateway endpoint's: the tables that get a route to it."""
    policy: dict[str, Any] | None = None
    """A policy document that narrows what may be asked of the service; full access if left out."""
    existing: Annotated[str | None, identifier("vpce"), LATER] = None
    """The identifier of an endpoint that exists and is not managed here."""
    tags: Tags = {}
