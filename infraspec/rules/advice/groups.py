"""Advice about groups of machines, and about fixed addresses."""

from collections.abc import Iterator

from infraspec.diagnostic import Edit, Finding, How, Level, Problem, Related, fix
from infraspec.graph.autoscaling import AutoScalingGroup
from infraspec.graph.ec2 import Instance
from infraspec.graph.graph import Graph
from infraspec.rules.compute.examples import GROUP, INSTANCE
from infraspec.rules.rule import Rule

_SIZES = "    min: 1\n    max: 2\n"
_BALANCED = """load_balancers:
  web:
    type: network
    scheme: internal
    subnets: [app-a]
    listeners: [{tcp: 80, forward: web}]
target_groups:
  web: {tcp: 80}
"""
_CHECKS = "https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-health-checks.html"
_SERVING = GROUP.replace("web: {egress: []}", "web: {ingress: [{tcp: 80, from: vpc}], egress: []}") + _SIZES

UNHEARD = Problem(
    code="CMP405",
    name="target-health-unheard",
    level=Level.WARNING,
    title="A group that does not hear that its machines fail their target group's health check",
    explanation="With `health_check: ec2` a machine is replaced when it is down, and not when what runs on it no longer answers: the "
    "balancer sends it nothing, and the group keeps it.",
    bad=_SERVING + "    target_groups: web\n    health_check: ec2  # <- CMP405\n" + _BALANCED,
    good=_SERVING + "    target_groups: web\n" + _BALANCED,
    source=_CHECKS,
)


def unheard(graph: Graph) -> Iterator[Finding]:
    """Compare who is asked with who knows."""
    for group in graph.of(AutoScalingGroup):
        if group.target_groups and group.health_check_type == "EC2":
            at = (*group.origin, "health_check")
            yield Finding(
                problem=UNHEARD,
                at=at,
                message=f"`{group.key}` keeps machines that fail the health check of `{group.target_groups[0].key}`",
                help="remove `health_check`: with target groups it is `elb`",
                fixes=fix("remove `health_check`", Edit(at, how=How.REMOVE)),
            )


NO_GRACE = Problem(
    code="CMP407",
    name="no-grace-period",
    level=Level.WARNING,
    title="Machines that are asked for their health before they have booted",
    explanation="Without a grace period a new machine fails the balancer's health check while it still boots and installs, and is replaced "
    "by one that does the same.",
    bad=_SERVING + "    target_groups: web\n    grace_period: 0  # <- CMP407\n" + _BALANCED,
    good=_SERVING + "    target_groups: web\n    grace_period: 120\n" + _BALANCED,
    source="https://docs.aws.amazon.com/autoscaling/ec2/userguide/health-check-grace-period.html",
)


def no_grace(graph: Graph) -> Iterator[Finding]:
    """Look for groups that listen to a balancer at once."""
    for group in graph.of(AutoScalingGroup):
        if group.health_check_type == "ELB" and group.health_check_grace_period == 0:
            at = (*group.origin, "grace_period")
            yield Finding(
                problem=NO_GRACE,
                at=at,
                message=f"a machine of `{group.key}` is unwell until it has booted, and is replaced before that",
                help="write the seconds that it needs to boot, or remove it: 300",
                fixes=fix("remove `grace_period`", Edit(at, how=How.REMOVE)),
            )


ONE_POOL = Problem(
    code="CMP424",
    name="spot-of-one-type",
    level=Level.NOTE,
    title="A Spot group of a single type",
    explanation="AWS takes Spot machines back by type and zone. A group of several types, of one size, finds others while one is scarce, "
    "and `capacity_rebalance` replaces a machine before it is taken.",
    bad=GROUP + _SIZES + "    spot: true  # <- CMP424\n",
    good=GROUP + _SIZES + "    spot: true\n    types: [t3.micro, t3a.micro, t2.micro]\n",
    source="https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-mixed-instances-groups.html",
)


def one_pool(graph: Graph) -> Iterator[Finding]:
    """Count the types of each group that is Spot in part."""
    for group in graph.of(AutoScalingGroup):
        mixed = group.distribution
        if mixed is None or mixed.on_demand_percentage_above_base_capacity == 100:
            continue
        if len(mixed.overrides) < 2:
            yield Finding(
                problem=ONE_POOL,
                at=(*group.origin, "spot"),
                on_key=True,
                message=f"the Spot machines of `{group.key}` are all of one type",
                help="add `types:` with a few of one size",
            )
        elif not group.capacity_rebalance:
            yield Finding(
                problem=ONE_POOL,
                at=(*group.origin, "capacity_rebalance"),
                message=f"`{group.key}` waits until its Spot machines are taken",
                help="remove `capacity_rebalance`: with `spot` it is true",
            )


_INTERFACE = """network_interfaces:
  app-1: {subnet: app-a, private_ip: 10.0.0.10, security_groups: web, on_delete: retain}
"""

STUCK = Problem(
    code="CMP128",
    name="fixed-address-of-moving-image",
    level=Level.NOTE,
    title="An instance with a fixed address, and an image that CloudFormation replaces it for",
    explanation="CloudFormation asks for the newest image of a name at every deployment, and makes the new instance before it removes the old "
    "one, which still has the address: the deployment fails, and so do all later ones until the image is pinned. An address on a "
    "network interface of its own, with `on_delete: retain`, outlives the instance, which then goes in one deployment and comes back in "
    "the next; an image that does not move is replaced when you say so.",
    bad=INSTANCE + "    private_ip: 10.0.0.10  # <- CMP128\n",
    good=INSTANCE.replace("    subnet: app-a\n    security_groups: web\n", "    interface: app-1\n").replace(
        "image: ubuntu-24.04", "image: ami-0a1b2c3d4e5f67890"
    )
    + "    root_volume: {device: /dev/sda1}\n"
    + _INTERFACE,
    source="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-updating-stacks-update-behaviors.html",
)


def stuck(graph: Graph) -> Iterator[Finding]:
    """Look for fixed addresses of instances whose image moves."""
    for instance in graph.of(Instance):
        fixed = instance.private_ip is not None or instance.network_interface is not None
        if not fixed or instance.image_parameter is None or instance.existing is not None:
            continue
        own = instance.private_ip is not None
        help_ = "pin the image by its identifier, or by `{owner: …, name: …}`"
        yield Finding(
            problem=STUCK,
            at=(*instance.origin, "private_ip" if own else "interface"),
            message=f"`{instance.key}` cannot be replaced in one deployment of CloudFormation, and a newer image asks for that",
            related=(Related(at=(*instance.origin, "image"), label="moves"),),
            help=f"{help_}, and give the address to an `interface` with `on_delete: retain`" if own else help_,
        )


RULES = (Rule(UNHEARD, unheard), Rule(NO_GRACE, no_grace), Rule(ONE_POOL, one_pool), Rule(STUCK, stuck))
