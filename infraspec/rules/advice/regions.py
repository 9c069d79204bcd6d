"""Regions that an account must ask for."""

from collections.abc import Iterator
from typing import Final

from infraspec.diagnostic import Finding, Level, Problem
from infraspec.graph.graph import Graph
from infraspec.rules.rule import Rule

_PAGE = "https://docs.aws.amazon.com/accounts/latest/reference/manage-acct-regions.html"
_OPT_IN: Final = frozenset(
    (
        *("af-south-1", "ap-east-1", "ap-east-2", "ap-south-2", "ap-southeast-3", "ap-southeast-4", "ap-southeast-5"),
        *("ap-southeast-6", "ap-southeast-7", "ca-west-1", "eu-central-2", "eu-south-1", "eu-south-2", "il-central-1"),
        *("me-central-1", "me-south-1", "mx-central-1"),
    )
)
"""Regions that are off in every account until they are switched on: those opened since March 2019, as of 2026-05.
https://docs.aws.amazon.com/accounts/latest/reference/manage-acct-regions.html"""
_EXAMPLE = "version: 1\nname: demo\nregion: {}\nvpcs: {{main: {{cidr: 10.0.0.0/16}}}}\n"

OPT_IN = Problem(
    code="SPC105",
    name="region-to-be-enabled",
    level=Level.NOTE,
    title="A region that is off until the account switches it on",
    explanation="Regions opened since March 2019 are off in every account at first, and every call there fails. Switching one on takes "
    "minutes to hours.",
    bad=_EXAMPLE.format("ap-east-1  # <- SPC105"),
    good=_EXAMPLE.format("ap-southeast-1"),
    source=_PAGE,
)


def opt_in(graph: Graph) -> Iterator[Finding]:
    """Look the region up."""
    if graph.region in _OPT_IN:
        message = f"{graph.region} is off in an account until it is switched on"
        help_ = f"run `aws account enable-region --region-name {graph.region}` before the first deployment"
        yield Finding(problem=OPT_IN, at=("region",), message=message, help=help_)


RULES = (Rule(OPT_IN, opt_in),)
