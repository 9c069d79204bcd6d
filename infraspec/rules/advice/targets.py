"""Advice about target groups: how many targets, where they stand, and how they are asked for their health."""

from collections.abc import Iterator

from infraspec.analysis.exposure import public_instances
from infraspec.diagnostic import Edit, Finding, How, Level, Problem, Related, choices, fix
from infraspec.graph.elbv2 import TargetGroup
from infraspec.graph.graph import Graph
from infraspec.rules.rule import Rule
from infraspec.rules.services.examples import BALANCER, NETWORK
from infraspec.rules.services.forwarding import forwards

_WEB = NETWORK + BALANCER + "      - {http: 80, forward: web}\ntarget_groups:\n"
_TWO = "[10.0.0.10, 10.0.1.10], health_check: {path: /healthz}}"
_HEALTH = "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html"

SINGLE = Problem(
    code="ELB129",
    name="single-target",
    level=Level.NOTE,
    title="A target group with one target",
    explanation="A balancer in front of one machine spreads nothing: while that machine restarts or its zone is down, the "
    "service is too.",
    bad=_WEB + "  web: {http: 80, targets: [10.0.0.10]}  # <- ELB129\n",
    good=_WEB + "  web: {http: 80, targets: " + _TWO + "\n",
    source="https://docs.aws.amazon.com/wellarchitected/latest/reliability-pillar/use-bulkhead-architectures.html",
)


def single(graph: Graph) -> Iterator[Finding]:
    """Count the machines of each group. An instance in one of several zones has its own rule, which speaks of zones."""
    balancers = {use.target_group: graph.get(use.load_balancer) for use in forwards(graph)}
    for group in graph.of(TargetGroup):
        balancer = balancers.get(group.address)
        machines = {one.instance or one.address for one in group.targets} - {None}
        if group.existing is not None or balancer is None or len(machines) != 1:
            continue
        if group.targets[0].instance is not None and len(balancer.subnets) > 1:
            continue
        yield Finding(
            problem=SINGLE,
            at=group.origin,
            on_key=True,
            message=f"target group `{group.key}` has one machine",
            related=(Related(at=group.targets[0].origin, label="the only one"),),
            help="add a machine in another zone",
        )


FRONT_PAGE = Problem(
    code="ELB131",
    name="health-check-of-front-page",
    level=Level.NOTE,
    title="A health check that asks for the front page",
    explanation="`/`, which is asked for where no `path` is written, tells little of what is behind it, answers with a "
    "redirect as often as with 200, and costs more than a page made for the purpose, such as `/healthz`.",
    bad=_WEB + "  web: {http: 80, targets: [10.0.0.10, 10.0.1.10]}  # <- ELB131\n",
    good=_WEB + "  web: {http: 80, targets: " + _TWO + "\n",
    source=_HEALTH,
)


def front_page(graph: Graph) -> Iterator[Finding]:
    """Read the path of each health check."""
    for group in graph.of(TargetGroup):
        if group.existing is None and group.health_check.enabled and group.health_check.path == "/":
            yield Finding(
                problem=FRONT_PAGE,
                at=(*group.origin, "health_check", "path"),
                message=f"the health check of `{group.key}` asks for `/`",
                help="write `health_check: {path: /healthz}`, or what the service answers when it is well",
                fixes=choices((*group.origin, "health_check", "path"), ["/healthz"]),
            )


_UDP = NETWORK + "load_balancers:\n  web: {type: network, subnets: tier:app, listeners: [{udp: 514, forward: web}]}\n"

UDP_BY_TCP = Problem(
    code="ELB132",
    name="udp-checked-by-tcp",
    level=Level.NOTE,
    title="A UDP service that is asked for its health by TCP on the same port",
    explanation="Health checks know TCP and HTTP alone. A service that listens for UDP only does not answer them on its "
    "port, and its targets are never well. Name a `port` that something listens on by TCP.",
    bad=_UDP + "target_groups:\n  web: {udp: 514, targets: [10.0.0.10, 10.0.1.10]}  # <- ELB132\n",
    good=_UDP + "target_groups:\n  web: {udp: 514, targets: [10.0.0.10, 10.0.1.10], health_check: {port: 8080}}\n",
    source="https://docs.aws.amazon.com/elasticloadbalancing/latest/network/target-group-health-checks.html",
)


def udp_by_tcp(graph: Graph) -> Iterator[Finding]:
    """Look for UDP groups whose check goes to their own port."""
    for group in graph.of(TargetGroup):
        check = group.health_check
        if group.existing is None and group.protocol == "UDP" and check.port in ("traffic-port", str(group.port)):
            yield Finding(
                problem=UDP_BY_TCP,
                at=(*group.origin, "health_check", "port"),
                message=f"`{group.key}` serves UDP, and is asked for its health by {check.protocol} on the same port",
                help="write `health_check: {port: …}` with a port that answers TCP",
            )


_OPEN = _WEB.replace(
    "    tiers:\n      app:\n",
    "    internet_gateway: igw\n    route_tables: {public: {routes: {0.0.0.0/0: igw}}}\n"
    "    tiers:\n      app:\n        route_table: public\n",
)

BESIDE = Problem(
    code="ELB135",
    name="public-address-behind-balancer",
    level=Level.NOTE,
    title="A machine behind a balancer has a public address of its own",
    explanation="Its address is billed, and a way past the balancer, its certificate and its firewall wherever a rule of its "
    "security groups is open. Behind a NAT gateway it needs none. Machines of a test that have no NAT gateway may keep it.",
    bad=_OPEN
    + "  web: {http: 80, targets: [app-1]}\ninstances:\n  app-1:\n    image: ubuntu-24.04\n    type: t3.micro\n"
    + "    security_groups: web\n    subnet: app-a\n    public_ip: true  # <- ELB135\n",
    good=_OPEN
    + "  web: {http: 80, targets: [app-1]}\ninstances:\n  app-1:\n    image: ubuntu-24.04\n    type: t3.micro\n"
    + "    security_groups: web\n    subnet: app-a\n",
    source="https://docs.aws.amazon.com/elasticloadbalancing/latest/userguide/how-elastic-load-balancing-works.html",
)


def beside(graph: Graph) -> Iterator[Finding]:
    """Look for targets with a public address."""
    public = public_instances(graph)
    behind = {
        one.instance.key: (graph.get(one.instance), group)
        for group in graph.of(TargetGroup)
        for one in group.targets
        if one.instance is not None
    }
    for name, (instance, group) in behind.items():
        if name in public and instance.existing is None:
            hidden = "remove `elastic_ip`" if public[name] == "elastic_ip" else "write `public_ip: false`"
            yield Finding(
                problem=BESIDE,
                at=(*instance.origin, public[name]) if public[name] else (*instance.origin, "subnet"),
                message=f"`{name}` stands behind a balancer, and has a public address of its own",
                related=(Related(at=group.origin, label="its target group", on_key=True),),
                help=f"choose a private subnet, or {hidden}",
                fixes=fix(
                    hidden,
                    Edit((*instance.origin, "elastic_ip"), how=How.REMOVE)
                    if public[name] == "elastic_ip"
                    else Edit((*instance.origin, "public_ip"), "false"),
                ),
            )


RULES = (
    Rule(SINGLE, single),
    Rule(FRONT_PAGE, front_page),
    Rule(UDP_BY_TCP, udp_by_tcp),
    Rule(BESIDE, beside),
)
