"""What stands in one zone alone, or is spread so that a zone's failure hurts more than it need."""

from collections import Counter
from collections.abc import Iterator

from infraspec.data.zones import canonical, may_be_one
from infraspec.diagnostic import Edit, Finding, How, Level, Problem, Related, Safety, choices, fix
from infraspec.graph.ec2 import Instance
from infraspec.graph.elbv2 import LoadBalancer, TargetGroup
from infraspec.graph.endpoints import InterfaceEndpoint
from infraspec.graph.graph import Graph
from infraspec.graph.vpc import Subnet
from infraspec.rules.mends import named
from infraspec.rules.rule import Rule
from infraspec.rules.services.forwarding import forwards


def _example(targets: str, mark: str = "", *, subnets: str = "[app-a, app-b]", kind: str = "application") -> str:
    """A balancer before machines in zones a, b and c."""
    groups = "    security_groups: [app]\n" if kind == "application" else ""
    word = "http" if kind == "application" else "tcp"
    return f"""version: 1
name: demo
region: ap-northeast-2
vpcs:
  main:
    cidr: 10.0.0.0/16
    tiers:
      app:
        subnets:
          app-a: {{zone: a, cidr: 10.0.0.0/24}}
          app-b: {{zone: b, cidr: 10.0.1.0/24}}
          app-c: {{zone: c, cidr: 10.0.2.0/24}}
    security_groups: {{app: {{ingress: [{{tcp: 80, from: vpc}}], egress: [{{tcp: 80, to: vpc}}]}}}}
load_balancers:
  web:
    type: {kind}
    subnets: {subnets}
{groups}    listeners: [{{{word}: 80, forward: web}}]
target_groups:
  web: {{{word}: 80, targets: {targets}}}{mark}
instances:
  one: {{image: ubuntu-24.04, type: t3.micro, subnet: app-a, security_groups: [app]}}
  two: {{image: ubuntu-24.04, type: t3.micro, subnet: app-b, security_groups: [app]}}
  three: {{image: ubuntu-24.04, type: t3.micro, subnet: app-c, security_groups: [app]}}
  four: {{image: ubuntu-24.04, type: t3.micro, subnet: app-a, security_groups: [app]}}
"""


OUTSIDE = Problem(
    code="NET404",
    name="target-in-zone-without-balancer",
    level=Level.WARNING,
    title="A target in a zone that its load balancer does not stand in",
    explanation="A balancer sends to the zones of its own subnets alone. A target in another zone is registered as unused, and gets "
    "nothing.",
    bad=_example("[one, two, three]", "  # <- NET404"),
    good=_example("[one, two, three]", subnets="tier:app"),
    source="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html",
)
ONE_ZONE = Problem(
    code="NET405",
    name="targets-in-one-zone",
    level=Level.NOTE,
    title="A service whose machines are all in one zone",
    explanation="When that zone fails the service fails, though its load balancer stands in several. Two machines in two zones are the "
    "least that survives. It is not said of a group with one target.",
    bad=_example("[one, four]", "  # <- NET405"),
    good=_example("[one, two]"),
    source="https://docs.aws.amazon.com/wellarchitected/latest/reliability-pillar/rel_fault_isolation_multiaz_region_system.html",
)
UNEVEN = Problem(
    code="NET407",
    name="uneven-network-balancer",
    level=Level.NOTE,
    title="A network balancer whose zones share the load unevenly",
    explanation="Without `cross_zone`, each zone gets the same share of the connections, and divides it among its own targets: a machine "
    "that is alone in its zone gets as much as the others of another zone together, and a zone without targets fails its share.",
    bad=_example("[one, two, four]", "  # <- NET407", kind="network"),
    good=_example("[one, two]", kind="network"),
    source="https://docs.aws.amazon.com/elasticloadbalancing/latest/network/network-load-balancers.html",
)


def _served(graph: Graph) -> Iterator[tuple[LoadBalancer, TargetGroup, list[Instance]]]:
    """Each target group with its balancer, and its targets where all of them are instances."""
    seen = set()
    for use in forwards(graph):
        group, balancer = graph.get(use.target_group), graph.get(use.load_balancer)
        known = [graph.get(one.instance) for one in group.targets if one.instance is not None]
        if group.key not in seen and group.existing is None and known and len(known) == len(group.targets):
            seen.add(group.key)
            yield balancer, group, list({one.key: one for one in known}.values())


def _zone(graph: Graph, instance: Instance) -> str:
    return canonical(graph.get(instance.subnet).zone)


def outside(graph: Graph) -> Iterator[Finding]:
    """Compare the zone of each target with those of the balancer."""
    for balancer, group, instances in _served(graph):
        zones = sorted({canonical(graph.get(one.subnet).zone) for one in balancer.subnets})
        lost = [one for one in instances if not any(may_be_one(_zone(graph, one), zone) for zone in zones)]
        if lost:
            where = sorted({_zone(graph, one) for one in lost})
            yield Finding(
                problem=OUTSIDE,
                at=group.origin,
                message=f"`{lost[0].key}` is in {where[0]}, where load balancer `{balancer.key}` does not stand",
                related=(Related(at=(*balancer.origin, "subnets"), label=f"in {' and '.join(zones)}"),),
                help=f"add a subnet of {' and of '.join(where)} to `{balancer.key}`",
                fixes=choices((*balancer.origin, "subnets"), _of_zone(graph, balancer, where[0]), How.ADD)
                if len(where) == 1
                else (),
                on_key=True,
            )


def _of_zone(graph: Graph, balancer: LoadBalancer, zone: str) -> list[str]:
    """The subnets of a zone in the tiers that a balancer stands in."""
    tiers = {(one.vpc, one.tier) for one in (graph.get(each.subnet) for each in balancer.subnets)}
    return [named(one.key) for one in graph.of(Subnet) if (one.vpc, one.tier) in tiers and canonical(one.zone) == zone]


def one_zone(graph: Graph) -> Iterator[Finding]:
    """Gather the zones of the targets of each group."""
    for balancer, group, instances in _served(graph):
        zones = {_zone(graph, one) for one in instances}
        own = sorted({canonical(graph.get(one.subnet).zone) for one in balancer.subnets})
        if len(instances) > 1 and len(zones) == 1 and len(own) > 1:
            (zone,) = zones
            other = next((one for one in own if one != zone), zone)
            yield Finding(
                problem=ONE_ZONE,
                at=group.origin,
                message=f"all {len(instances)} machines of `{group.key}` are in {zone}",
                help=f"add an instance in {other} to its `targets`",
                on_key=True,
            )


def uneven(graph: Graph) -> Iterator[Finding]:
    """Count the targets of each zone of a network balancer that does not send across zones."""
    for balancer, group, instances in _served(graph):
        counts = Counter(_zone(graph, one) for one in instances)
        counts.update({canonical(graph.get(one.subnet).zone): 0 for one in balancer.subnets})
        if (
            balancer.type == "network"
            and not balancer.cross_zone
            and len(set(counts.values())) > 1
            and len(instances) > 1
        ):
            spread = ", ".join(f"{count} in {zone}" for zone, count in sorted(counts.items()))
            yield Finding(
                problem=UNEVEN,
                at=group.origin,
                message=f"zones of network balancer `{balancer.key}` get equal shares, but `{group.key}` has {spread}",
                related=(Related(at=balancer.origin, label="does not send across zones", on_key=True),),
                help=f"write `cross_zone: true` at `{balancer.key}`, or spread the targets evenly",
                fixes=fix(
                    f"write `cross_zone: true` at `{balancer.key}`", Edit((*balancer.origin, "cross_zone"), "true")
                ),
                on_key=True,
            )


_ENDPOINT = """version: 1
name: demo
region: ap-northeast-2
vpcs:
  main:
    cidr: 10.0.0.0/16
    tiers: {{app: {{subnets: {{app-a: {{zone: a, cidr: 10.0.1.0/24}}, app-c: {{zone: c, cidr: 10.0.2.0/24}}}}}}}}
    security_groups: {{calls: {{ingress: [{{tcp: 443, from: vpc}}], egress: []}}}}
    endpoints:
      kms: {{service: kms, subnets: {subnets}, security_groups: [calls]}}{mark}
instances:
  one: {{image: ubuntu-24.04, type: t3.micro, subnet: app-a, security_groups: [calls]}}
  two: {{image: ubuntu-24.04, type: t3.micro, subnet: app-c, security_groups: [calls]}}
"""

FAR_ENDPOINT = Problem(
    code="NET403",
    name="endpoint-in-fewer-zones",
    level=Level.NOTE,
    title="An interface endpoint that is missing in a zone with machines",
    explanation="Machines of that zone call the service through another zone, which is billed, and cannot when the other zone fails. Each "
    "more zone costs the endpoint's hours once more.",
    bad=_ENDPOINT.format(subnets="[app-a]", mark="  # <- NET403"),
    good=_ENDPOINT.format(subnets="tier:app", mark=""),
    source="https://docs.aws.amazon.com/vpc/latest/privatelink/privatelink-access-aws-services.html",
)


def far_endpoint(graph: Graph) -> Iterator[Finding]:
    """Compare the zones of each endpoint with those of the VPC's instances."""
    peopled: dict[str, dict[str, Instance]] = {}
    for instance in graph.of(Instance):
        peopled.setdefault(graph.get(instance.subnet).vpc.key, {}).setdefault(_zone(graph, instance), instance)
    for endpoint in graph.of(InterfaceEndpoint):
        own = [canonical(graph.get(one).zone) for one in endpoint.subnets]
        missing = {
            zone: one
            for zone, one in peopled.get(endpoint.vpc.key, {}).items()
            if own and not any(may_be_one(zone, each) for each in own)
        }
        if missing and endpoint.existing is None:
            zone, instance = min(missing.items())
            yield Finding(
                problem=FAR_ENDPOINT,
                at=(*endpoint.origin, "subnets"),
                message=f"endpoint `{endpoint.key}` does not stand in {' and '.join(sorted(missing))}, where machines do",
                related=(Related(at=instance.origin, label=f"in {zone}", on_key=True),),
                help=f"add `{instance.subnet.key}` to its subnets",
                fixes=fix(
                    f"add `{instance.subnet.key}` to its subnets",
                    Edit((*endpoint.origin, "subnets"), named(instance.subnet.key), How.ADD),
                    safety=Safety.CHOICE,
                )
                if len(missing) == 1
                else (),
            )


RULES = (
    Rule(FAR_ENDPOINT, far_endpoint, needs_whole=True),
    Rule(OUTSIDE, outside, needs_whole=True),
    Rule(ONE_ZONE, one_zone, needs_whole=True),
    Rule(UNEVEN, uneven, needs_whole=True),
)
