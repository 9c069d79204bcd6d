"""Names that are two to the spec and one to AWS."""

from collections.abc import Iterable, Iterator

from infraspec.diagnostic import Finding, Level, Problem, Related, SpecPath
from infraspec.graph.graph import Graph
from infraspec.graph.iam import InstanceProfile, ManagedPolicy
from infraspec.graph.route53 import HostedZone
from infraspec.graph.routes import Route
from infraspec.graph.vpc import VpcPeeringConnection
from infraspec.rules.mends import may_go
from infraspec.rules.rule import Rule

_HEAD = "version: 1\nname: demo\nregion: ap-northeast-2\n"
_IAM = _HEAD + "iam:\n  roles:\n    app: {trust: ec2}\n"
_TWO = _HEAD + "vpcs:\n  blue: {cidr: 10.0.0.0/16}\n  green: {cidr: 10.1.0.0/16}\npeerings:\n"
_ZONES = _HEAD + "vpcs:\n  blue: {cidr: 10.0.0.0/16}\n  green: {cidr: 10.1.0.0/16}\ndns:\n  zones:\n"
_CORP = "    corp.example: {vpcs: [blue]}\n"

Named = tuple[str, str, SpecPath]
"""A name, what it is the name of, and where it stands."""

IAM_NAMES = Problem(
    code="NAM161",
    name="iam-names-alike",
    level=Level.ERROR,
    title="Two instance profiles or policies whose names differ by capitals alone",
    explanation="IAM compares the names of instance profiles, and those of policies, without capitals. A role's instance profile is "
    "called like the role unless `instance_profile` says otherwise.",
    bad=_IAM + "    web: {trust: ec2, instance_profile: App}  # <- NAM161\n",
    good=_IAM + "    web: {trust: ec2, instance_profile: web}\n",
    source="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html",
)


def iam_names(graph: Graph) -> Iterator[Finding]:
    """Compare the names that are made here without their capitals. Roles are compared with their form (NAM129)."""
    profiles: list[Named] = []
    for one in graph.of(InstanceProfile):
        if one.existing is None:
            own = one.profile_name != one.role.key
            at = (*one.origin, "instance_profile") if own else one.origin
            profiles.append((one.profile_name, "instance profiles", at))
    made = [one for one in graph.of(ManagedPolicy) if one.existing is None]
    yield from _alike(sorted(profiles, key=lambda one: one[2][-1] == "instance_profile"))
    yield from _alike((one.policy_name, "policies", one.origin) for one in made)


def _alike(named: Iterable[Named]) -> Iterator[Finding]:
    """A finding for each name that another has already; two roles' own names are compared elsewhere."""
    first: dict[str, tuple[str, SpecPath]] = {}
    for name, what, at in named:
        other, there = first.setdefault(name.lower(), (name, at))
        both_roles = what == "instance profiles" and "instance_profile" not in (at[-1], there[-1])
        if there == at or both_roles:
            continue
        yield Finding(
            problem=IAM_NAMES,
            at=at,
            message=f"two {what} would be called `{other}` and `{name}`, which is one name to IAM",
            related=(Related(at=there, label="the other", on_key=there[-1] != "instance_profile"),),
            help="rename one of the two",
            on_key=at[-1] != "instance_profile",
        )


PEERED_TWICE = Problem(
    code="NET331",
    name="peered-twice",
    level=Level.ERROR,
    title="Two peerings between the same two VPCs",
    explanation="Two VPCs have one peering, whichever of them asks for it: EC2 gives back the first one, or refuses the second.",
    bad=_TWO + "  one: {requester: blue, accepter: green}\n  two: {requester: green, accepter: blue}  # <- NET331\n",
    good=_TWO + "  one: {requester: blue, accepter: green}\n",
    source="https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-basics.html",
)


def peered_twice(graph: Graph) -> Iterator[Finding]:
    """Compare the sides of the peerings."""
    first: dict[tuple[str, ...], VpcPeeringConnection] = {}
    routed = {route.peering.key for route in graph.of(Route) if route.peering is not None}
    for peering in graph.of(VpcPeeringConnection):
        sides = tuple(sorted((peering.vpc.key, peering.peer_vpc.key)))
        other = first.setdefault(sides, peering)
        if other is not peering and sides[0] != sides[1]:
            yield Finding(
                problem=PEERED_TWICE,
                at=peering.origin,
                message=f"`{other.key}` and `{peering.key}` both join `{sides[0]}` and `{sides[1]}`",
                related=(Related(at=other.origin, label="joins them already", on_key=True),),
                help="remove one of the two",
                fixes=() if peering.key in routed else may_go(graph, peering.origin, f"remove `{peering.key}`"),
                on_key=True,
            )


ZONE_TWICE = Problem(
    code="DNS108",
    name="zone-twice-in-a-vpc",
    level=Level.ERROR,
    title="Two private zones of one name in one VPC",
    explanation="The resolver of a VPC answers for a domain from one zone. Capitals mean nothing in DNS.",
    bad=_ZONES + _CORP + "    Corp.example: {vpcs: [blue, green]}  # <- DNS108\n",
    good=_ZONES + _CORP + "    lab.example: {vpcs: [blue, green]}\n",
    source="https://docs.aws.amazon.com/Route53/latest/APIReference/API_AssociateVPCWithHostedZone.html",
)


def zone_twice(graph: Graph) -> Iterator[Finding]:
    """Compare the names of each VPC's private zones."""
    first: dict[tuple[str, str], HostedZone] = {}
    for zone in sorted(graph.of(HostedZone), key=lambda one: one.key.swapcase()):
        for one in zone.vpcs:
            other = first.setdefault((one.vpc.key, (zone.name or zone.key).lower()), zone)
            if other is not zone:
                yield Finding(
                    problem=ZONE_TWICE,
                    at=zone.origin,
                    message=f"VPC `{one.vpc.key}` would have two zones called `{other.key}`",
                    related=(Related(at=other.origin, label="the other", on_key=True),),
                    help="write one zone with all its records",
                    on_key=True,
                )
                break


RULES = (Rule(IAM_NAMES, iam_names), Rule(PEERED_TWICE, peered_twice), Rule(ZONE_TWICE, zone_twice))
