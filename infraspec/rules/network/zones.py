"""Zones and regions: that they exist."""

import re
from collections.abc import Iterator
from difflib import get_close_matches

from infraspec.data.regions import ZONES, ZONES_DATE
from infraspec.diagnostic import Edit, Finding, Fix, Level, Problem, Related, SpecPath, choices, fix
from infraspec.graph.graph import Graph
from infraspec.graph.vpc import Subnet
from infraspec.rules.rule import Rule

_HEAD = "version: 1\nname: demo\n"
_PAGE = "https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-availability-zones.html"
_ID = r"(?P<prefix>[a-z]+[0-9]+)-az[1-9][0-9]?\Z"
_REGION = r"[a-z]{2,4}(?:-[a-z]+)+-[0-9]{1,2}\Z"
_NAME = r"(?P<region>[a-z]+(?:-[a-z]+)+-[0-9]+)(?P<letter>[a-z])\Z"


def _vpc(zone: str, mark: str = "") -> str:
    lines = "vpcs:\n  main:\n    cidr: 10.0.0.0/16\n    tiers:\n      app:\n        subnets:\n"
    return lines + f"          app-1: {{zone: {zone}, cidr: 10.0.0.0/24}}{mark}\n"


REGION = Problem(
    code="NET220",
    name="unknown-region",
    level=Level.WARNING,
    title="A region that AWS is not known to have",
    explanation="Everything of a spec is made in one region, written as AWS writes it: `ap-northeast-2`. Regions are compared with "
    f"a list of {ZONES_DATE}; one that is younger can be used all the same.",
    bad=_HEAD + "region: ap-northeast-22  # <- NET220\n" + _vpc("a"),
    good=_HEAD + "region: ap-northeast-2\n" + _vpc("a"),
    source=_PAGE,
)


def unknown_region(graph: Graph) -> Iterator[Finding]:
    """Look the region up."""
    if graph.region not in ZONES and re.match(_REGION, graph.region):
        close = get_close_matches(graph.region, ZONES, n=1, cutoff=0.6)
        yield Finding(
            problem=REGION,
            at=("region",),
            message=f"no region is called `{graph.region}` in the list of {ZONES_DATE}",
            label=f"did you mean `{close[0]}`?" if close else "",
            help=f"write `{close[0]}`" if close else "write one such as `ap-northeast-2`",
            fixes=fix(f"write `{close[0]}`", Edit(("region",), close[0])) if close else (),
        )


NOT_A_REGION = Problem(
    code="NET222",
    name="not-a-region",
    level=Level.ERROR,
    title="A region that is not written as AWS writes it",
    explanation="A region is written by its code, such as `ap-northeast-2` for Seoul or `eu-west-1` for Ireland; that has no capitals and "
    "ends with a number.",
    bad=_HEAD + "region: Seoul  # <- NET222\n" + _vpc("a"),
    good=_HEAD + "region: ap-northeast-2\n" + _vpc("a"),
    source=_PAGE,
)
_PLACES = {
    "virginia": "us-east-1",
    "ohio": "us-east-2",
    "california": "us-west-1",
    "oregon": "us-west-2",
    "canada": "ca-central-1",
    "mexico": "mx-central-1",
    "ireland": "eu-west-1",
    "london": "eu-west-2",
    "paris": "eu-west-3",
    "frankfurt": "eu-central-1",
    "zurich": "eu-central-2",
    "milan": "eu-south-1",
    "spain": "eu-south-2",
    "stockholm": "eu-north-1",
    "tokyo": "ap-northeast-1",
    "seoul": "ap-northeast-2",
    "서울": "ap-northeast-2",
    "osaka": "ap-northeast-3",
    "singapore": "ap-southeast-1",
    "sydney": "ap-southeast-2",
    "jakarta": "ap-southeast-3",
    "melbourne": "ap-southeast-4",
    "mumbai": "ap-south-1",
    "hyderabad": "ap-south-2",
    "hong kong": "ap-east-1",
    "sao paulo": "sa-east-1",
    "são paulo": "sa-east-1",
    "cape town": "af-south-1",
    "bahrain": "me-south-1",
    "uae": "me-central-1",
    "tel aviv": "il-central-1",
    "beijing": "cn-north-1",
    "ningxia": "cn-northwest-1",
}
"""What people call regions. https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-regions.html"""


def not_a_region(graph: Graph) -> Iterator[Finding]:
    """Compare the shape of the region with AWS's own, and look up what was meant."""
    if graph.region in ZONES or re.match(_REGION, graph.region):
        return
    written = graph.region.lower().strip()
    meant = next((region for place, region in _PLACES.items() if place in written), None)
    meant = meant or next(iter(get_close_matches(written.replace("_", "-"), ZONES, n=1, cutoff=0.6)), None)
    yield Finding(
        problem=NOT_A_REGION,
        at=("region",),
        message=f"`{graph.region[:60]}` is not a region",
        label=f"did you mean `{meant}`?" if meant else "",
        help=f"write `{meant}`" if meant else "write one such as `ap-northeast-2`",
        fixes=fix(f"write `{meant}`", Edit(("region",), meant)) if meant else (),
    )


ZONE = Problem(
    code="NET210",
    name="no-such-zone",
    level=Level.ERROR,
    title="A zone that the region does not have",
    explanation="A zone is written as its letter (`a`), its name (`ap-northeast-2a`) or its identifier (`apne2-az1`). The letters of "
    f"each region are compared with a list of {ZONES_DATE}.",
    bad=_HEAD + "region: ap-northeast-2\n" + _vpc("f", "  # <- NET210"),
    good=_HEAD + "region: ap-northeast-2\n" + _vpc("c"),
    source=_PAGE,
)
OTHER_REGION = Problem(
    code="NET211",
    name="zone-of-another-region",
    level=Level.ERROR,
    title="A zone of another region",
    explanation="Everything of a spec is made in its one region, and a subnet in one of that region's zones.",
    bad=_HEAD + "region: ap-northeast-2\n" + _vpc("ap-northeast-1a", "  # <- NET211"),
    good=_HEAD + "region: ap-northeast-2\n" + _vpc("ap-northeast-2a"),
    source=_PAGE,
)


def _letters(region: str, zone: str, at: SpecPath) -> tuple[Fix, ...]:
    """The letter in lower case where that is all, or any of the region's."""
    letters = ZONES[region].letters
    small = zone.lower().removeprefix(region)
    return fix(f"write {small}", Edit(at, small)) if small in tuple(letters) else choices(at, letters)


def no_such_zone(graph: Graph) -> Iterator[Finding]:
    """Look up each subnet's zone, one finding for each subnet."""
    for subnet in graph.of(Subnet):
        found = _judge(graph.region, subnet.zone)
        if found is not None:
            message, help_ = found
            at = (*subnet.origin, "zone")
            fixes = _letters(graph.region, subnet.zone, at)
            yield Finding(problem=ZONE, at=at, message=message, help=help_, fixes=fixes)


def _judge(region: str, zone: str) -> tuple[str, str] | None:
    """What is wrong with a zone of this region, and what to write."""
    zones = ZONES.get(region)
    if zones is None or _region_of(zone) not in (None, region):
        return None
    known = ", ".join(zones.letters)
    help_ = f"write one of {known}"
    if zone.startswith(region):
        letter = zone.removeprefix(region)
        if letter.startswith("-"):  # a Local Zone or a Wavelength Zone: no list of them ages well
            return None
        return (
            None
            if letter in tuple(zones.letters)
            else (f"{region} has no zone `{letter}`", f"{help_}, as of {ZONES_DATE}")
        )
    return (
        None
        if re.match(_ID, zone)
        else (f"`{zone}` is not a zone", f"{help_}, a name such as {region}a, or an identifier")
    )


def _region_of(zone: str) -> str | None:
    """The region that a zone's name or identifier belongs to, if it is a known one."""
    by_name = re.match(_NAME, zone)
    if by_name and by_name["region"] in ZONES:
        return by_name["region"]
    by_id = re.match(_ID, zone)
    return _PREFIXES.get(by_id["prefix"]) if by_id else None


_PREFIXES = {zones.id_prefix: region for region, zones in ZONES.items() if zones.id_prefix}


def _letter(graph: Graph, subnet: Subnet) -> tuple[Fix, ...]:
    """The letter that the zone of the other region ends in, where this region has a zone with it."""
    letter = subnet.zone[-1]
    there_is = letter in ZONES[graph.region].letters
    return fix(f"write {letter}", Edit((*subnet.origin, "zone"), letter)) if there_is else ()


def zone_of_another_region(graph: Graph) -> Iterator[Finding]:
    """Compare the region that each subnet's zone belongs to with the spec's."""
    for subnet in graph.of(Subnet):
        region = _region_of(subnet.zone)
        if region is not None and region != graph.region and graph.region in ZONES:
            yield Finding(
                problem=OTHER_REGION,
                at=(*subnet.origin, "zone"),
                message=f"`{subnet.zone}` is a zone of {region}",
                label=f"of {region}",
                related=(Related(at=("region",), label="this spec's region"),),
                help=f"write the letter alone, one of {', '.join(ZONES[graph.region].letters)}",
                fixes=_letter(graph, subnet),
            )


RULES = (
    Rule(REGION, unknown_region),
    Rule(NOT_A_REGION, not_a_region),
    Rule(ZONE, no_such_zone),
    Rule(OTHER_REGION, zone_of_another_region),
)
